import exceljs from 'exceljs'

/** A sheet as data: headings with widths, then rows of plain values. */
export type Sheet = {
  name: string
  columns: readonly { header: string; width: number }[]
  rows: readonly (readonly (string | number | null)[])[]
}
export type WorkbookFormat = 'xlsx' | 'ods'

export const workbookTypes: Record<WorkbookFormat, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
}

/** Text that begins with a sign of a formula stays text. */
const safe = (value: string | number | null) =>
  typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : value

/** Writes sheets as Excel or OpenDocument. */
export const writeWorkbook = async (sheets: readonly Sheet[], format: WorkbookFormat): Promise<Uint8Array> => {
  if (format === 'ods') {
    // Read with the same library; loaded only when somebody asks for this format.
    const { utils, write } = await import('@e965/xlsx')
    const book = utils.book_new()
    for (const { name, columns, rows } of sheets) {
      const sheet = utils.aoa_to_sheet([columns.map(c => c.header), ...rows.map(row => row.map(safe))])
      sheet['!cols'] = columns.map(c => ({ wch: c.width }))
      utils.book_append_sheet(book, sheet, name)
    }
    return new Uint8Array(write(book, { type: 'array', bookType: 'ods' }) as ArrayBuffer)
  }
  const book = new exceljs.Workbook()
  for (const { name, columns, rows } of sheets) {
    const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] })
    sheet.columns = columns.map(c => ({ header: c.header, width: c.width }))
    for (const row of rows) sheet.addRow(row.map(safe))
    sheet.getRow(1).font = { bold: true }
  }
  return new Uint8Array((await book.xlsx.writeBuffer()) as ArrayBuffer)
}
