import type { Figure as FigureOf } from '#core/figure/figure.ts'
import { formatDay } from '#core/text/format.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import type { OpenedMark } from './values.model.ts'
import { relationWords } from './values-words.ts'

/** The seven values with their mean, and where the raters stand apart. */
export const ValuesTable = ({
  byValue,
}: {
  byValue: readonly { code: string; label: string; figure: FigureOf; steps: number[] }[]
}) => (
  <DataTable
    caption="Tujuh nilai BerAKHLAK"
    captionHidden
    rows={byValue}
    rowKey={v => v.code}
    columns={[
      { key: 'name', header: 'Nilai', cell: v => v.label },
      { key: 'mean', header: 'Rata-rata', number: true, cell: v => <Figure figure={v.figure} asLink unit={false} /> },
      {
        key: 'apart',
        header: 'Antarpenilai',
        cell: v =>
          v.steps.length > 1 && Math.max(...v.steps) - Math.min(...v.steps) >= 2 ? 'berbeda jauh' : 'sejalan',
      },
    ]}
  />
)

/** Each mark with its example: raters by letter and relation. */
export const MarksTable = ({
  labels,
  steps,
  marks,
}: {
  labels: Record<string, string>
  steps: readonly string[]
  marks: readonly OpenedMark[]
}) => (
  <DataTable
    caption="Contoh dari tiap penilai"
    captionHidden
    rows={marks}
    rowKey={m => `${m.code} ${m.rater}`}
    groups={(m, i) => (i > 0 && marks[i - 1].code === m.code ? null : labels[m.code])}
    columns={[
      {
        key: 'rater',
        header: 'Penilai',
        cell: m => (
          <>
            Penilai {m.rater}
            <SubLine>{relationWords[m.relation]}</SubLine>
          </>
        ),
      },
      { key: 'step', header: 'Tingkat', cell: m => steps[m.step - 1] },
      {
        key: 'example',
        header: 'Contoh',
        wide: true,
        cell: m => (
          <>
            {m.example}
            <SubLine>{formatDay(m.exampleOn, 'short')}</SubLine>
          </>
        ),
      },
    ]}
  />
)
