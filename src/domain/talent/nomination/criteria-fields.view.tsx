import { SubLine } from '#ui/kit/data-table.tsx'
import { Textarea } from '#ui/kit/inputs.tsx'
import type { Criterion, Reason } from './nomination.model.ts'

/** One field for each published criterion; names are `reason:<code>`. */
export const CriteriaFields = ({
  criteria,
  leastLetters,
  values = {},
  errors = {},
}: {
  criteria: readonly Criterion[]
  leastLetters: number
  values?: Record<string, string>
  errors?: Record<string, string>
}) =>
  criteria.map(c => (
    <Textarea
      key={c.code}
      name={`reason:${c.code}`}
      label={c.label}
      hint={`${c.question} Sedikitnya ${leastLetters} huruf. Dasar: ${c.basis}.`}
      rows={3}
      maxLength={2000}
      value={values[`reason:${c.code}`]}
      error={errors[`reason:${c.code}`]}
    />
  ))

/** What somebody wrote against each criterion. */
export const ReasonList = ({ reasons, text }: { reasons: readonly Reason[]; text?: string }) =>
  reasons.length === 0 ? (
    <p>{text}</p>
  ) : (
    <ul className="lines">
      {reasons.map(r => (
        <li key={r.code}>
          <b>{r.label}</b>
          <SubLine>{r.text}</SubLine>
        </li>
      ))}
    </ul>
  )

/** Reasons out of a form: `reason:<code>` each. */
export const reasonsFrom = (values: Record<string, string>) =>
  Object.entries(values).flatMap(([name, text]) =>
    name.startsWith('reason:') ? [{ code: name.slice('reason:'.length), text }] : [],
  )
