import type { Figure as FigureOf } from '#core/figure/figure.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import type { OpenedRating, SheetQuestion } from './interview.model.ts'
import { agreementWords } from './interview-words.ts'

/** Opened ratings: per question each interviewer's level and the example from the answer. Nothing is averaged. */
export const RatingsTable = ({
  questions,
  ratings,
}: {
  questions: readonly SheetQuestion[]
  ratings: readonly OpenedRating[]
}) => (
  <DataTable
    caption="Nilai tiap pewawancara"
    captionHidden
    rows={ratings}
    rowKey={r => `${r.questionId} ${r.interviewerId}`}
    groups={(r, i) => {
      if (i > 0 && ratings[i - 1].questionId === r.questionId) return null
      const q = questions.find(x => x.id === r.questionId)
      return (
        <>
          {q?.competency}
          <SubLine>{q?.text}</SubLine>
        </>
      )
    }}
    columns={[
      { key: 'who', header: 'Pewawancara', cell: r => r.interviewer },
      { key: 'level', header: 'Level', cell: r => `level ${r.level}` },
      { key: 'example', header: 'Contoh dari jawaban', wide: true, cell: r => r.example },
    ]}
  />
)

/** Do they agree? The number, its interval, and in words how far it carries. */
export const Agreement = ({ alpha, near, word }: { alpha: FigureOf; near: FigureOf; word: string | null }) => (
  <DataTable
    caption="Kesepakatan penilai"
    captionHidden
    rows={[
      {
        name: 'Selisih paling banyak satu tingkat',
        figure: near,
        words: 'Dari jawaban yang diberikan sendiri-sendiri.',
      },
      {
        name: 'Alfa Krippendorff',
        figure: alpha,
        words: `${word && agreementWords[word] ? `Menurut ukuran lazim ${agreementWords[word]}. ` : ''}${alpha.limits.join(' ')}`,
      },
    ]}
    rowKey={r => r.name}
    columns={[
      { key: 'name', header: 'Ukuran', cell: r => r.name },
      { key: 'value', header: 'Nilai', number: true, cell: r => <Figure figure={r.figure} asLink /> },
      { key: 'words', header: 'Keterangan', wide: true, cell: r => r.words },
    ]}
  />
)
