import type { FormAnswer } from '#platform/web/page.ts'

/** A number as people write it (`1.234,5`, `−10`) as plain text for the schema; null when the field is empty. */
export const typedNumber = (text: string | undefined): string | null =>
  text ? text.trim().replace(/\./g, '').replace(',', '.').replace('−', '-') : null

/** What a form must say at its top after a refusal: each field's message, or the one sentence. */
export const problemsOf = (answer: FormAnswer | undefined, prefix = ''): { field?: string; message: string }[] => {
  if (!answer) return []
  const fields = Object.entries(answer.fields)
  return fields.length === 0
    ? [{ message: answer.message }]
    : fields.map(([field, message]) => ({
        field: field.startsWith(prefix) ? field.slice(prefix.length) : field,
        message,
      }))
}
