import type { FormAnswer } from '#platform/web/page.ts'
import { Textarea } from '#ui/kit/inputs.tsx'
import type { Anchor } from './guide.model.ts'

/** The words of a question: what is asked, what to ask further, and what an answer at each level contains. */
export const QuestionFields = ({
  answer,
  question,
  anchors,
}: {
  answer: FormAnswer | undefined
  question: { text: string; probe: string | null } | null
  anchors: Anchor[]
}) => (
  <>
    <Textarea
      name="text"
      label="Pertanyaan"
      hint="Minta satu pengalaman nyata: keadaan, tindakan, dan hasilnya."
      rows={3}
      value={answer?.values.text ?? question?.text}
      error={answer?.fields.text}
    />
    <Textarea
      name="probe"
      label="Pendalaman"
      hint="Ditanyakan bila jawabannya masih umum."
      rows={2}
      optional
      value={answer?.values.probe ?? question?.probe}
      error={answer?.fields.probe}
    />
    <fieldset className="stack">
      <legend>Isi jawaban per level</legend>
      <p className="hint">Diawali dari kamus kompetensi. Ubah menjadi hal yang terdengar dalam jawaban.</p>
      {anchors.map(a => (
        <Textarea
          key={a.level}
          name={`anchor-${a.level}`}
          label={`Level ${a.level}`}
          rows={2}
          value={answer?.values[`anchor-${a.level}`] ?? a.text}
          error={answer?.fields[`anchor-${a.level}`]}
        />
      ))}
    </fieldset>
  </>
)

/** The five anchors of a sent form. */
export const anchorsOf = (values: Record<string, string>): Anchor[] =>
  [1, 2, 3, 4, 5].map(level => ({ level, text: values[`anchor-${level}`] ?? '' }))
