/** A number as people write it (`1.234,5`, `−10`) as plain text for the schema; null when the field is empty. */
export const typedNumber = (text: string | undefined): string | null =>
  text ? text.trim().replace(/\./g, '').replace(',', '.').replace('−', '-') : null
