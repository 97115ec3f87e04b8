import exceljs from 'exceljs'
import { load } from '#platform/web/page.ts'
import { errors } from '../errors.ts'
import { directionOf } from './compare.model.ts'
import { readComparison } from './compare.read.ts'
import { listMoved } from './compare.store.ts'
import { directionWords, spotWords } from './compare-words.ts'

/** Cells that begin with a formula sign are text and stay text. */
const safe = (text: string | null) => (text && /^[=+\-@\t\r]/.test(text) ? `'${text}` : (text ?? ''))

/** Who moved between two cycles, as a workbook, with the filters of the page. */
export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query }) => {
    const found = await readComparison(db, query)
    if (!found.pair) throw errors.cycle.notPlaced()
    const { pair } = found
    const book = new exceljs.Workbook()
    const sheet = book.addWorksheet('Dua siklus')
    sheet.columns = [
      { header: 'Nama', width: 32 },
      { header: 'Jabatan', width: 40 },
      { header: 'Unit', width: 34 },
      { header: pair.from.name.slice(0, 60), width: 24 },
      { header: pair.to.name.slice(0, 60), width: 24 },
      { header: 'Arah', width: 28 },
      { header: 'Potensial dahulu', width: 16 },
      { header: 'Kinerja dahulu', width: 16 },
      { header: 'Potensial kini', width: 16 },
      { header: 'Kinerja kini', width: 16 },
    ]
    for (const r of await listMoved(db, pair, { ...found.filter, page: 1, size: 400_000 }))
      sheet.addRow([
        safe(r.name),
        safe(r.position_name),
        safe(r.unit_name),
        spotWords(r.from),
        spotWords(r.to),
        directionWords[directionOf(r.from, r.to, pair)],
        r.from_x,
        r.from_y,
        r.to_x,
        r.to_y,
      ])
    sheet.getRow(1).font = { bold: true }
    const bytes = await book.xlsx.writeBuffer()
    return new Response(new Uint8Array(bytes as ArrayBuffer), {
      headers: {
        'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        'Content-Disposition': `attachment; filename="dua-siklus-${pair.to.year}.xlsx"`,
      },
    })
  })
