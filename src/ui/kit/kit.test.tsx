import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Bars } from '../chart/bars.tsx'
import { LineChart } from '../chart/line-chart.tsx'
import { NineBoxDots } from '../chart/nine-box-dots.tsx'
import { DataTable } from './data-table.tsx'
import { TextInput } from './inputs.tsx'
import { LevelCells } from './levels.tsx'
import { Waterfall } from './waterfall.tsx'

describe('the kit', () => {
  it('A folded table keeps its roles and carries each label to the phone', () => {
    const html = renderToStaticMarkup(
      <DataTable
        caption="Pegawai"
        rows={[{ id: 'a', score: '78,40' }]}
        rowKey={r => r.id}
        columns={[
          { key: 'id', header: 'Nama', cell: r => r.id, sortHref: '?urut=nama', sorted: 'ascending' },
          { key: 'score', header: 'Kinerja', cell: r => r.score, number: true },
        ]}
      />,
    )
    for (const role of ['table', 'row', 'columnheader', 'rowheader', 'cell']) expect(html).toContain(`role="${role}"`)
    expect(html).toContain('data-label="Kinerja"')
    expect(html).toContain('aria-sort="ascending"')
    expect(html).toContain('<caption>Pegawai</caption>')
  })
  it('A level that was not assessed is dashed, never an empty held level', () => {
    const html = renderToStaticMarkup(<LevelCells required={2} held={null} />)
    expect(html).toContain('Perlu level 2, punya belum dinilai')
    expect(html.match(/class="unknown"/g)).toHaveLength(2)
    expect(html).not.toContain('class="held"')
  })
  it('An unknown part of a score has no points and leaves its weight open', () => {
    const html = renderToStaticMarkup(<Waterfall rows={[{ label: 'JPM', weight: 20, value: null }]} total={null} />)
    expect(html.replace(/<[^>]+>/g, '')).toContain('20% × belum ada = belum ada')
  })
  it('A field says what is wrong to those who hear it', () => {
    const html = renderToStaticMarkup(<TextInput name="nomor" label="Nomor" hint="Pada surat" error="Nomor kosong" />)
    expect(html).toContain('aria-invalid="true"')
    expect(html).toContain('aria-describedby="nomor-hint nomor-error"')
  })
  it('A missing value breaks a line and stands in words in its table', () => {
    const html = renderToStaticMarkup(
      <LineChart
        periods={['2024', '2025', '2026']}
        series={[{ label: 'A', values: [1, null, 3] }]}
        unit="hari"
        reading="r"
      />,
    )
    expect(html).toContain('belum ada')
    expect(html).toContain('role="img"')
  })
  it('An unknown bar is dashed and says so', () =>
    expect(renderToStaticMarkup(<Bars label="l" rows={[{ label: 'x', value: null }]} />)).toMatch(
      /track unknown.*belum ada/,
    ))
  it('More than 600 people in a cell are drawn as a density, not as 600 dots', () => {
    const many = Array.from({ length: 700 }, (_, i) => ({ x: (i % 10) / 10, y: (i % 7) / 7 }))
    const html = renderToStaticMarkup(<NineBoxDots dots={many} />)
    expect(html).toContain('<rect')
    expect(html.length).toBeLessThan(10_000)
  })
  it('A place somebody has left is hollow, and only there where somebody has', () => {
    expect(renderToStaticMarkup(<NineBoxDots dots={[]} left={[{ x: 0.5, y: 0.5 }]} />)).toContain('left-hole')
    expect(renderToStaticMarkup(<NineBoxDots dots={[{ x: 0.5, y: 0.5 }]} />)).not.toContain('left-hole')
  })
})
