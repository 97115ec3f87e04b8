/** A cell that a spreadsheet would run as a formula is written as text. */
const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)

const cell = (value: unknown): string => {
  const text = value === null || value === undefined ? '' : harmless(String(value))
  return /[";\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Rows as a CSV that Indonesian spreadsheets open by a double click: semicolons, BOM, CRLF. */
export const csvText = (head: readonly string[], rows: readonly (readonly unknown[])[]): string =>
  `﻿${[head, ...rows].map(row => row.map(cell).join(';')).join('\r\n')}\r\n`
