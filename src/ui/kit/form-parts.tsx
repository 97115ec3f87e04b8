import type { ReactNode } from 'react'

export type FormProblem = { field?: string; message: string }

/** What a form must say at its top after a refusal: each field's message, or the one sentence. `prefix` is cut off field names. */
export const problemsOf = (
  answer: { message: string; fields: Record<string, string> } | undefined,
  prefix = '',
): FormProblem[] => {
  if (!answer) return []
  const fields = Object.entries(answer.fields)
  return fields.length === 0
    ? [{ message: answer.message }]
    : fields.map(([field, message]) => ({
        field: field.startsWith(prefix) ? field.slice(prefix.length) : field,
        message,
      }))
}

/** What must be mended, at the top of the form, each with a link to its field. Nothing when nothing is wrong. */
export const ErrorSummary = ({ problems }: { problems: FormProblem[] }) =>
  problems.length === 0 ? null : (
    <div className="problem" role="alert" tabIndex={-1}>
      <h2>Ada {problems.length} hal yang perlu diperbaiki</h2>
      <ul>
        {problems.map(problem => (
          <li key={`${problem.field}${problem.message}`}>
            {problem.field ? <a href={`#${problem.field}`}>{problem.message}</a> : problem.message}
          </li>
        ))}
      </ul>
    </div>
  )

/** Error text of one field, for the fields themselves. */
export const errorOf = (problems: FormProblem[], field: string): string | null =>
  problems.find(problem => problem.field === field)?.message ?? null

/** The buttons at the end of a form, and one sentence beside them about what happens. */
export const FormActions = ({ children, note }: { children: ReactNode; note?: ReactNode }) => (
  <div className="form-actions">
    {children}
    {note && <p className="small-text quiet">{note}</p>}
  </div>
)
