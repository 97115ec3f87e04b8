import { addNeed, proposeNeed } from '#domain/planning/need-collection/add-need.ts'
import { answerNeeds } from '#domain/planning/need-collection/answer-needs.ts'
import { changeNeed } from '#domain/planning/need-collection/change-need.ts'
import { compileDocument } from '#domain/planning/need-collection/compile-document.ts'
import { delegateEntry } from '#domain/planning/need-collection/delegate-entry.ts'
import { fillCollection } from '#domain/planning/need-collection/fill-collection.ts'
import { openCollection } from '#domain/planning/need-collection/open-collection.ts'
import { deferNeeds } from '#domain/planning/need-collection/run-collection.ts'
import { verifyNeeds } from '#domain/planning/need-collection/verify-needs.ts'
import { sql } from '#platform/database/database.ts'
import { today } from '../world/people.ts'
import type { Acts, Who } from './actors.ts'
import type { Cast } from './open-roles.ts'

type Row = {
  id: string
  employee_id: string
  supervisor_id: string | null
  unit: string
  title: string
  origin: string
}

/** The needs of 2027 are collected in four offices: two have answered, one is halfway, Ratna's team still waits. */
export const collectNeeds = async (acts: Acts, cast: Cast, step: (line: string) => void): Promise<void> => {
  const offices = ['DPUPR', 'Disperkim', 'BKPSDM', 'Bappeda']
  const units = await acts.rows<{ id: string }>(
    sql`select id from workforce.v_units where short_name = any (${offices}) order by short_name`,
  )
  // Two people waited before: the class of one was cancelled twice.
  const waiting = await acts.rows<{ employee_id: string; competency_id: string }>(sql`
    select distinct on (p.nip) p.id as employee_id, l.competency_id from workforce.v_people p join competency.v_assessment_levels l on l.agency_id = p.agency_id and l.employee_id = p.id
    where p.unit_short_name = 'DPUPR' and p.state = 'active' and l.level < l.standard_level and l.valid_until > ${today} order by p.nip, l.competency_id limit 2`)
  const defer = (on: string, fromYear: number, reason: string, people: typeof waiting) =>
    acts.as(cast.officer, 'hr_officer', on, deferNeeds, {
      fromYear,
      source: 'officer',
      people: people.map(p => ({ employeeId: p.employee_id, competencyId: p.competency_id, reason })),
    })
  await defer('2025-11-14', 2025, 'Kelas dibatalkan karena pesertanya kurang.', waiting.slice(0, 1))
  await defer('2026-10-16', 2026, 'Pagu perubahan tidak mencukupi kelas kedua.', waiting)

  const { id: collectionId } = await acts.as(cast.officer, 'hr_officer', '2026-11-09', openCollection, {
    name: 'AKPK 2027',
    year: 2027,
    opensOn: '2026-11-09',
    closesOn: '2026-12-02',
    unitIds: units.map(u => u.id),
  })
  const { rows } = await acts.asSystem('2026-11-09', fillCollection, { collectionId })
  const needs = await acts.rows<Row>(sql`
    select n.id, n.employee_id, n.supervisor_id, u.short_name as unit, n.title, n.origin from planning.v_collected_needs n join workforce.v_units u on u.agency_id = n.agency_id and u.id = n.unit_id
    where n.collection_id = ${collectionId} order by n.priority desc, n.nip, n.title`)
  const names = new Map(
    (
      await acts.rows<{ id: string; name: string }>(
        sql`select id, name from workforce.v_people where id = any (${[...new Set(needs.map(n => n.supervisor_id))]})`,
      )
    ).map(p => [p.id, p.name]),
  )
  const bySupervisor = Map.groupBy(
    needs.filter(n => n.supervisor_id !== null),
    n => n.supervisor_id as string,
  )
  const answered: Row[] = []
  let at = 0
  for (const [supervisorId, list] of bySupervisor) {
    if (supervisorId === cast.supervisor.employeeId) continue
    const who: Who = { ...cast.employee(supervisorId), name: names.get(supervisorId) ?? 'Atasan' }
    const isThere = list[0].unit === 'BKPSDM' || list[0].unit === 'Bappeda' || at++ % 2 === 0
    if (!isThere) continue
    const answers = list.map((n, i) =>
      n.origin === 'gap' && i % 7 === 5
        ? { needId: n.id, decision: 'refuse', reason: 'Tugasnya beralih tahun depan, jadi tidak lagi dibutuhkan.' }
        : { needId: n.id, decision: 'confirm', reason: null },
    )
    await acts.as(who, 'supervisor', '2026-11-17', answerNeeds, { collectionId, answers })
    answered.push(...list.filter((_, i) => answers[i].decision === 'confirm'))
  }
  const verified = answered
    .filter(n => n.unit === 'Bappeda' || n.unit === 'BKPSDM')
    .filter(n => n.employee_id !== cast.officer.employeeId)
  if (verified.length > 1)
    await acts.as(cast.officer, 'hr_officer', '2026-11-20', verifyNeeds, {
      needIds: verified.slice(1).map(n => n.id),
      decision: 'accept',
    })
  if (verified[0])
    await acts.as(cast.officer, 'hr_officer', '2026-11-20', verifyNeeds, {
      needIds: [verified[0].id],
      decision: 'return',
      reason: 'Modul ini sudah diikuti tahun lalu. Periksa apakah lanjutannya yang dimaksud.',
    })

  // The first paper: what two offices were granted, each charged to its own lines, waits for the regent.
  for (const kind of ['rpk', 'hcdp'] as const)
    await acts.as(cast.officer, 'hr_officer', '2026-11-23', compileDocument, { collectionId, kind })

  // Dimas says what he needs himself; Lestari writes for Ratna while she is in the field.
  const [module] = await acts.rows<{ id: string }>(sql`select id from planning.v_modules where code = 'MP-04' limit 1`)
  await acts.as(cast.asn, 'asn', '2026-11-18', proposeNeed, {
    collectionId,
    subject: 'Pengendalian mutu pekerjaan jalan',
    moduleId: module?.id ?? null,
    quarter: 2,
    why: 'Mulai tahun depan saya memeriksa mutu tiga ruas sekaligus dan belum pernah dilatih.',
  })
  const [lestari] = await acts.rows<{ id: string; name: string }>(
    sql`select id, name from workforce.v_people where name = 'Lestari Handayani' and supervisor_id = ${cast.supervisor.employeeId}`,
  )
  if (lestari) {
    await acts.as(cast.supervisor, 'supervisor', '2026-11-19', delegateEntry, {
      collectionId,
      delegateId: lestari.id,
      validUntil: '2026-12-02',
    })
    const who: Who = { ...cast.employee(lestari.id), name: lestari.name }
    const own = needs.filter(n => n.supervisor_id === cast.supervisor.employeeId && n.origin === 'gap')
    if (own[0])
      await acts.as(who, 'asn', '2026-11-20', changeNeed, {
        needId: own[0].id,
        quarter: 1,
        why: 'Diperlukan sebelum paket pemeliharaan dimulai bulan Maret.',
        title: own[0].title,
        moduleId: (
          await acts.rows<{ module_id: string | null }>(
            sql`select module_id from planning.v_collected_needs where id = ${own[0].id}`,
          )
        )[0]?.module_id,
      })
    if (own[1])
      await acts.as(who, 'asn', '2026-11-20', addNeed, {
        collectionId,
        employeeId: own[1].employee_id,
        subject: 'Membaca laporan laboratorium bahan jalan',
        quarter: 3,
        why: 'Laporan laboratorium sering dikembalikan karena salah baca.',
      })
  }
  step(`AKPK 2027 dibuka di empat kantor: ${rows} kebutuhan disiapkan, ${answered.length} dikonfirmasi atasan.`)
}
