import { stringify } from 'csv-stringify/sync'
import type { LoaderFunctionArgs } from 'react-router'
import { Refusal } from '#platform/refusal.ts'
import { load } from '#platform/web/page.ts'
import { collectMyData } from './my-data.ts'

/** A cell that a spreadsheet would read as a formula is written as text. */
const safe = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)

/** The person's own copy: everything, as JSON or as one CSV of title, row, field, value. */
export const loader = (args: LoaderFunctionArgs) =>
  load(args, async ({ db, actor, query, on }) => {
    if (!actor.employeeId)
      throw new Refusal('my-rights.no-employee', 'Akun ini tidak terhubung dengan data pegawai.', { status: 404 })
    const parts = await collectMyData(db, actor.employeeId)
    const isCsv = query.get('bentuk') === 'csv'
    const body = isCsv
      ? `\uFEFF${stringify(
          parts.flatMap(part =>
            part.rows.flatMap((row, i) =>
              Object.entries(row).map(([field, value]) => [
                part.title,
                i + 1,
                field,
                safe(value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value)),
              ]),
            ),
          ),
          { header: true, columns: ['kelompok', 'catatan', 'isian', 'nilai'] },
        )}`
      : JSON.stringify({ per: on, data: parts }, null, 2)
    return new Response(body, {
      headers: {
        'Content-Type': isCsv ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8',
        'Content-Disposition': `attachment; filename="data-saya-${on}.${isCsv ? 'csv' : 'json'}"`,
      },
    })
  })
