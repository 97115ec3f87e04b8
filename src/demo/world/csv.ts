const cell = (value: string | number | null | undefined): string => {
  const text = value === null || value === undefined ? '' : String(value)
  return /[";\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Bytes of a semicolon CSV as an agency's office writes it: UTF-8 with BOM, CRLF. */
export const csvFile = (
  name: string,
  headers: readonly string[],
  rows: readonly (readonly (string | number | null | undefined)[])[],
) => ({
  name,
  bytes: new TextEncoder().encode(`\uFEFF${[headers, ...rows].map(row => row.map(cell).join(';')).join('\r\n')}\r\n`),
})
