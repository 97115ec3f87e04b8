import exceljs from 'exceljs'
import { load } from '#platform/web/page.ts'
import { findCurrentCycle, findCycle } from '../cycle/cycle.ts'
import { errors } from '../errors.ts'
import { boxChance } from './box-sureness.model.ts'
import { rulesByUnit, surenessRulesOf } from './box-sureness.store.ts'
import { listPlaces, listWaiting } from './map.store.ts'

/** Cells that begin with a formula sign are text and stay text. */
const safe = (text: string | null) => (text && /^[=+\-@\t\r]/.test(text) ? `'${text}` : (text ?? ''))

/** The map as a workbook: who stands where, and who waits for what. */
export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query }) => {
    const id = query.get('siklus')
    const cycle = id ? await findCycle(db, id) : await findCurrentCycle(db)
    if (!cycle) throw errors.cycle.notFound()
    const { rules, boxes, of } = await rulesByUnit(db, cycle)
    const sureness = (await surenessRulesOf(db, cycle)).body
    const filter = { unitId: query.get('unit') || undefined, tiers: query.getAll('jenjang').filter(Boolean) }
    const book = new exceljs.Workbook()
    const map = book.addWorksheet('Peta')
    map.columns = [
      { header: 'Nama', width: 32 },
      { header: 'Jabatan', width: 40 },
      { header: 'Unit Organisasi', width: 36 },
      { header: 'Potensial (X)', width: 14 },
      { header: 'Kinerja (Y)', width: 14 },
      { header: 'Kotak hitungan', width: 14 },
      { header: 'Kotak ditetapkan', width: 16 },
      { header: 'Dekat batas', width: 12 },
      { header: 'Peluang kotak (%)', width: 16 },
      { header: 'Kotak tetangga', width: 14 },
    ]
    for (const p of await listPlaces(db, cycle.id, {
      ...filter,
      cutsX: rules.axes.x.ranking ? [] : rules.axes.x.cuts,
      cutsY: rules.axes.y.ranking ? [] : rules.axes.y.cuts,
      page: 1,
      size: 100_000,
    })) {
      const chance = boxChance(p, of(p.unit_id), boxes, sureness)
      map.addRow([
        safe(p.name),
        safe(p.position_name),
        safe(p.unit_name),
        p.x,
        p.y,
        p.box,
        p.decided_box,
        p.is_near_cut ? 'ya' : 'tidak',
        chance.pAssigned === null ? 'belum dapat dihitung' : Math.round(chance.pAssigned * 1000) / 10,
        chance.nearCut ? (chance.neighbour?.box ?? '') : '',
      ])
    }
    const waiting = book.addWorksheet('Ruang tunggu')
    waiting.columns = [
      { header: 'Nama', width: 32 },
      { header: 'Jabatan', width: 40 },
      { header: 'Unit Organisasi', width: 36 },
      { header: 'Yang kurang', width: 60 },
      { header: 'Siapa melengkapi', width: 50 },
    ]
    for (const w of await listWaiting(db, cycle.id, { ...filter, page: 1, size: 100_000 }))
      waiting.addRow([
        safe(w.name),
        safe(w.position_name),
        safe(w.unit_name),
        w.needs.map(n => n.label).join('; '),
        [...new Set(w.needs.map(n => n.who))].join('; '),
      ])
    for (const sheet of [map, waiting]) sheet.getRow(1).font = { bold: true }
    const bytes = await book.xlsx.writeBuffer()
    return new Response(new Uint8Array(bytes as ArrayBuffer), {
      headers: {
        'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        'Content-Disposition': `attachment; filename="peta-talenta-${cycle.year}.xlsx"`,
      },
    })
  })
