import { formatDay } from '#core/text/format.ts'
import type { FormAnswer } from '#platform/web/page.ts'
import { Button } from '#ui/kit/button.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { FormActions } from '#ui/kit/form-parts.tsx'
import { TextInput } from '#ui/kit/inputs.tsx'
import { Note } from '#ui/kit/note.tsx'
import { Section } from '#ui/kit/section.tsx'
import type { BudgetVersion } from './budget-version.store.ts'

const saying = (v: BudgetVersion): string => {
  const by = (name: string | null, on: string | null) => (name && on ? `${name}, ${formatDay(on)}` : '')
  switch (v.state) {
    case 'frozen':
      return `Dibekukan ${by(v.frozen_by_name, v.frozen_on)}. Menunggu persetujuan orang kedua.`
    case 'approved':
      return `Dibekukan ${by(v.frozen_by_name, v.frozen_on)}. Disetujui ${by(v.decided_by_name, v.decided_on)}.`
    case 'returned':
      return `Dikembalikan ${by(v.decided_by_name, v.decided_on)}: ${v.decided_reason}`
    case 'reopened':
      return `Dibuka kembali ${by(v.reopened_by_name, v.reopened_on)}: ${v.reopened_reason}`
  }
}

/** Where the year's ceilings stand, and what may be done with them: freeze, approve or return, open again. */
export const BudgetVersions = ({
  year,
  versions,
  isHr,
  mayDecide,
  answer,
}: {
  year: number
  versions: BudgetVersion[]
  isHr: boolean
  /** A second person: not the one who froze. */
  mayDecide: boolean
  answer?: FormAnswer
}) => {
  const [newest] = versions
  const holding = newest && (newest.state === 'frozen' || newest.state === 'approved') ? newest : null
  return (
    <Section title="Pembekuan dan persetujuan" id="pembekuan">
      {answer && <Note tone="risk" title={answer.message} live />}
      {versions.length === 0 && (
        <p className="small-text">Pagu {year} belum dibekukan, sehingga masih dapat diubah dengan alasan.</p>
      )}
      {versions.length > 0 && (
        <ul className="lines">
          {versions.map(v => (
            <li key={v.id}>
              <b>versi {v.version}</b> <span className="small-text">{saying(v)}</span>
            </li>
          ))}
        </ul>
      )}
      {holding?.state === 'frozen' && mayDecide && (
        <form method="post" className="form">
          <FormKey />
          <TextInput
            name="reason"
            label="Alasan"
            hint="Wajib bila dikembalikan."
            optional
            error={answer?.fields.reason}
          />
          <FormActions note="Sesudah disetujui, pagu hanya berubah bila dibuka kembali dengan alasan.">
            <Button variant="primary" name="act" value="approve">
              Setujui pagu {year}
            </Button>
            <Button name="act" value="return">
              Kembalikan
            </Button>
          </FormActions>
        </form>
      )}
      {holding && (isHr || mayDecide) && (
        <details className="disclosure">
          <summary>Buka kembali</summary>
          <form method="post" className="form">
            <FormKey />
            <TextInput name="reason" label="Alasan membuka kembali" id="reopen-reason" error={answer?.fields.reason} />
            <FormActions>
              <Button name="act" value="reopen">
                Buka kembali
              </Button>
            </FormActions>
          </form>
        </details>
      )}
      {!holding && isHr && (
        <form method="post" className="row gap-3">
          <FormKey />
          <Button name="act" value="freeze">
            Bekukan pagu {year}
          </Button>
          <span className="small-text quiet">Persetujuan diberikan orang lain.</span>
        </form>
      )}
    </Section>
  )
}
