import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { expect, it } from 'vitest'
import { renderDocx } from './docx.ts'
import type { ReportDocument } from './report-document.ts'

const report: ReportDocument = {
  title: 'Usulan <anggaran> & "diklat"',
  scope: 'Satu kalimat.',
  issuer: 'Kabupaten Uji',
  letterhead: 'Nomor 1',
  mark: 'Terbatas',
  printed: 'Dicetak hari ini',
  foot: 'Terbatas',
  blocks: [
    { kind: 'heading', text: '1  Kebutuhan' },
    { kind: 'paragraph', text: 'Kata =HYPERLINK("x") dan 漢字 tetap teks.' },
    { kind: 'facts', facts: [{ term: 'Biaya', value: 'Rp1.000' }] },
    { kind: 'table', caption: 'Unit', header: ['Unit', 'Biaya'], rows: [['DPUPR', 'Rp1.000']], widths: [2, 1] },
    { kind: 'tree', nodes: [{ label: 'Syarat', fact: '', answer: 'ya', children: [] }] },
    { kind: 'code', label: 'Sidik', code: 'AB-12', text: 'Dibekukan.' },
  ],
}

it('A Word document opens: every part is well-formed, headings and the head of a table are told as such', () => {
  const files = unzipSync(renderDocx(report))
  for (const [name, bytes] of Object.entries(files)) {
    const parser = new SaxesParser()
    parser.on('error', error => {
      throw new Error(`${name}: ${error.message}`)
    })
    parser.write(strFromU8(bytes)).close()
  }
  const text = strFromU8(files['word/document.xml'])
  expect(text).toContain('w:val="Heading2"')
  expect(text).toContain('<w:tblHeader/>')
  expect(text).toContain('Usulan &lt;anggaran&gt; &amp;')
  expect(strFromU8(files['word/styles.xml'])).toContain('w:lang w:val="id-ID"')
})
it('The same report gives the same bytes', () => {
  expect(Buffer.from(renderDocx(report)).equals(Buffer.from(renderDocx(report)))).toBe(true)
})
