import { formatList } from '#core/text/format.ts'
import type { FormAnswer } from '#platform/web/page.ts'
import { Button } from '#ui/kit/button.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { Select, Textarea } from '#ui/kit/inputs.tsx'
import { Section } from '#ui/kit/section.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'

type Competency = {
  competencyId: string
  competency: string
  common: number | null
  mustTalk: boolean
  ratings: { interviewer: string; level: number }[]
}

/** What the interviewers agreed, per competency. A level is filled in beforehand only where all gave the same. */
export const ConsensusForm = ({
  answer,
  competencies,
  before,
  message,
}: {
  answer: FormAnswer | undefined
  competencies: readonly Competency[]
  before: { version: number; levels: { competencyId: string; level: number; reason: string | null }[] } | null
  message: { strength: string | null; practice: string | null }
}) => (
  <Section
    title={before ? 'Koreksi kesepakatan' : 'Catat kesepakatan'}
    note={before ? `menjadi versi ${before.version + 1}` : undefined}
  >
    <form method="post" className="form">
      <FormKey />
      <ErrorSummary problems={problemsOf(answer)} />
      {competencies.map(c => {
        const earlier = before?.levels.find(l => l.competencyId === c.competencyId)
        const level = answer?.values[`level:${c.competencyId}`] ?? earlier?.level ?? c.common
        return (
          <fieldset key={c.competencyId} className="stack">
            <legend>{c.competency}</legend>
            <input type="hidden" name="competencyId" value={c.competencyId} />
            <p className="small-text quiet">
              {formatList(c.ratings.map(r => `${r.interviewer.split(',')[0]} level ${r.level}`))}.{' '}
              {c.mustTalk && <StateMark state="border">Bicarakan dahulu, bedanya jauh</StateMark>}
            </p>
            <Select
              name={`level:${c.competencyId}`}
              label="Level yang disepakati"
              options={[0, 1, 2, 3, 4, 5].map(n => ({ value: String(n), label: `Level ${n}` }))}
              value={level == null ? null : String(level)}
              error={answer?.fields[`level:${c.competencyId}`]}
            />
            <Textarea
              name={`reason:${c.competencyId}`}
              label="Alasan"
              hint="Wajib bila berbeda dari nilai seorang pewawancara. Dibaca juga oleh calon."
              rows={2}
              optional
              value={answer?.values[`reason:${c.competencyId}`] ?? earlier?.reason}
              error={answer?.fields[`reason:${c.competencyId}`]}
            />
          </fieldset>
        )
      })}
      <Textarea
        name="strength"
        label="Kekuatan yang terlihat"
        hint="Untuk calon. Tanpa angka, dengan contoh."
        rows={2}
        value={answer?.values.strength ?? message.strength}
        error={answer?.fields.strength}
      />
      <Textarea
        name="practice"
        label="Satu hal yang perlu dilatih"
        hint="Untuk calon. Apa yang dapat dilakukannya."
        rows={2}
        value={answer?.values.practice ?? message.practice}
        error={answer?.fields.practice}
      />
      {before && (
        <Textarea
          name="reason"
          label="Mengapa dikoreksi"
          hint="Calon diberi tahu. Versi sebelumnya tetap tersimpan."
          rows={2}
          value={answer?.values.reason}
          error={answer?.fields.reason}
        />
      )}
      <FormActions note="Level menjadi bukti kompetensi dengan sumber wawancara terstruktur.">
        <Button variant="primary" name="act" value="consensus">
          {before ? 'Simpan koreksi' : 'Simpan kesepakatan'}
        </Button>
      </FormActions>
    </form>
  </Section>
)
