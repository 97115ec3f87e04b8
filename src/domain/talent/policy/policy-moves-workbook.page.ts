import exceljs from 'exceljs'
import { load } from '#platform/web/page.ts'
import { errors } from '../errors.ts'
import { findPolicy } from './policy.store.ts'
import { findPreview, listPolicyMoves } from './policy-preview.store.ts'
import { causeWords, placeWords, sharesWords } from './policy-words.ts'

/** Cells that begin with a formula sign are text and stay text. */
const safe = (text: string | null) => (text && /^[=+\-@\t\r]/.test(text) ? `'${text}` : (text ?? ''))
const wholeNumber = (text: string | null) => (text && /^\d$/.test(text) ? Number(text) : undefined)

/** Who would move, as a workbook, with the filters of the page. */
export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, query, on }) => {
    const policy = await findPolicy(db, params.versionId, on)
    const preview = policy ? await findPreview(db, policy.id) : null
    if (!policy || !preview) throw errors.policy.notFound()
    const book = new exceljs.Workbook()
    const sheet = book.addWorksheet('Siapa berpindah')
    sheet.columns = [
      { header: 'Nama', width: 32 },
      { header: 'Jabatan', width: 40 },
      { header: 'Unit', width: 30 },
      { header: `Sekarang (${preview.comparedCode} ${preview.comparedVersion})`, width: 24 },
      { header: `Bila berlaku (${policy.code} ${policy.version})`, width: 24 },
      { header: 'Karena', width: 34 },
      { header: 'Andil bersama', width: 40 },
    ]
    for (const row of await listPolicyMoves(db, preview.id, {
      unitId: query.get('unit') || undefined,
      from: wholeNumber(query.get('dari')),
      to: wholeNumber(query.get('ke')),
      cause: query.get('sebab') || undefined,
      search: query.get('cari') || undefined,
      page: 1,
      size: 400_000,
    }))
      sheet.addRow([
        safe(row.name),
        safe(row.position_name),
        safe(row.unit_name),
        placeWords(row.from_box),
        placeWords(row.to_box),
        causeWords[row.cause] ?? row.cause,
        sharesWords(row.shares, true) ?? '',
      ])
    sheet.getRow(1).font = { bold: true }
    const bytes = await book.xlsx.writeBuffer()
    return new Response(new Uint8Array(bytes as ArrayBuffer), {
      headers: {
        'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        'Content-Disposition': `attachment; filename="siapa-berpindah-${policy.version.replace(/[^\w.-]/g, '-')}.xlsx"`,
      },
    })
  })
