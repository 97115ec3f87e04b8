import exceljs from 'exceljs'
import { formatDay } from '#core/text/format.ts'
import { load } from '#platform/web/page.ts'
import { listRequirementsOf, listStandards } from './position-standard.store.ts'
import { filterOf } from './standard-filter.ts'
import { listWithoutStandard } from './standard-title.store.ts'
import { importanceWords } from './standard-words.ts'

/** Cells that begin with a formula sign are text and stay text. */
const safe = (text: string | null) => (text && /^[=+\-@\t\r]/.test(text) ? `'${text}` : (text ?? ''))

const most = 100_000

/** Standards with every competency in a row of its own, or the titles that have none; filtered as on the screen. */
export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query }) => {
    const filter = filterOf(query)
    const isMissing = query.get('daftar') === 'belum'
    const book = new exceljs.Workbook()
    const sheet = book.addWorksheet(isMissing ? 'Jabatan tanpa standar' : 'Standar jabatan')
    if (isMissing) {
      sheet.columns = [
        { header: 'Jabatan', width: 52 },
        { header: 'Jenjang', width: 22 },
        { header: 'Urusan', width: 28 },
        { header: 'Jumlah jabatan', width: 16 },
        { header: 'Jumlah pegawai', width: 16 },
      ]
      for (const t of await listWithoutStandard(db, { ...filter, held: query.get('isi') === 'ya' }, null, most))
        sheet.addRow([safe(t.name), safe(t.tier), safe(t.family), t.posts, t.people])
    } else {
      sheet.columns = [
        { header: 'Jabatan', width: 52 },
        { header: 'Jenjang', width: 22 },
        { header: 'Urusan', width: 28 },
        { header: 'Dasar penetapan', width: 40 },
        { header: 'Berlaku sejak', width: 20 },
        { header: 'Kode', width: 12 },
        { header: 'Kompetensi', width: 40 },
        { header: 'Level', width: 8 },
        { header: 'Tingkat penting', width: 16 },
        { header: 'Pendidikan minimal', width: 30 },
        { header: 'Pangkat minimal', width: 24 },
        { header: 'Pelatihan', width: 40 },
        { header: 'Pengalaman kerja', width: 40 },
      ]
      const standards = await listStandards(db, filter, null, most)
      const asked = await listRequirementsOf(
        db,
        standards.map(s => s.id),
      )
      for (const s of standards)
        for (const q of asked.get(s.id) ?? [])
          sheet.addRow([
            safe(s.position_name),
            safe(s.tier),
            safe(s.family),
            safe(s.approval_basis),
            formatDay(s.valid_from),
            q.code,
            safe(q.name),
            q.level,
            importanceWords[q.importance],
            safe(s.education_minimum),
            safe(s.rank_minimum),
            safe(s.training_required),
            safe(s.experience_required),
          ])
    }
    sheet.getRow(1).font = { bold: true }
    sheet.views = [{ state: 'frozen', ySplit: 1 }]
    const bytes = await book.xlsx.writeBuffer()
    return new Response(new Uint8Array(bytes as ArrayBuffer), {
      headers: {
        'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        'Content-Disposition': `attachment; filename="${isMissing ? 'jabatan-tanpa-standar' : 'standar-jabatan'}.xlsx"`,
      },
    })
  })
