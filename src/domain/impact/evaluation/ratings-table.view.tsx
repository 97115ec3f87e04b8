import { Figure } from '#ui/figure/figure.tsx'
import { DataTable } from '#ui/kit/data-table.tsx'
import { Section } from '#ui/kit/section.tsx'
import type { Evaluation } from './evaluation.model.ts'
import { raterWords } from './evaluation-words.ts'

/** Mean of 1-4 by rater and day; one who rates himself tends to be kinder, so the columns stand side by side. */
export const RatingsTable = ({ ratings }: { ratings: Evaluation['application']['ratings'] }) => {
  const days = [...new Set(ratings.map(r => r.day))].sort((a, b) => a - b)
  const raters = ['supervisor', 'peer', 'self'].filter(r => ratings.some(x => x.rater === r))
  if (days.length === 0) return null
  return (
    <Section title="Perilaku menurut tiap penilai" note="rata-rata, skala 1 sampai 4">
      <DataTable
        caption="Rata-rata nilai perilaku"
        captionHidden
        phone="dense"
        rows={raters}
        rowKey={r => r}
        columns={[
          { key: 'rater', header: 'Penilai', cell: r => raterWords[r] },
          ...days.map(day => ({
            key: String(day),
            header: day === 0 ? 'Sebelum' : `${day} hari`,
            number: true,
            cell: (r: string) => {
              const found = ratings.find(x => x.rater === r && x.day === day)
              return found ? <Figure figure={found.mean} origin={false} asLink /> : '–'
            },
          })),
        ]}
      />
    </Section>
  )
}
