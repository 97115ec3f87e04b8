import { count, mean, record, sum } from '#core/figure/mechanisms.ts'
import { type Db, sql } from '#platform/database/database.ts'
import { type EnrolmentRow, listEnrolments } from './class.store.ts'

/** What a class adds up to, each number with its rows. */
export const classFigures = (classId: string, rows: readonly EnrolmentRow[], asOf: Db['on']) => {
  const present = rows.filter(r => r.state !== 'withdrawn')
  const of = (what: string, label: string, members: readonly EnrolmentRow[]) =>
    count({
      ref: `delivery.class:${classId}:${what}`,
      label,
      asOf,
      members: members.map(r => r.id),
      of: 'orang',
      filter: label.toLowerCase(),
    })
  const gains = present.filter(r => r.score_before !== null && r.score_after !== null)
  return {
    enrolled: of('enrolled', 'Terdaftar', present),
    passed: of(
      'passed',
      'Lulus',
      present.filter(r => r.state === 'passed'),
    ),
    failed: of(
      'failed',
      'Belum lulus',
      present.filter(r => r.state === 'failed'),
    ),
    unmarked: of(
      'unmarked',
      'Hasil belum dicatat',
      present.filter(r => r.state === 'enrolled' || r.state === 'attending'),
    ),
    jp: sum({
      ref: `delivery.class:${classId}:jp`,
      label: 'JP terlaksana',
      unit: 'jp',
      asOf,
      parts: present
        .filter(r => r.attended_jp !== null)
        .map(r =>
          record<number>({
            label: 'Kehadiran',
            unit: 'jp',
            asOf,
            value: r.attended_jp,
            sources: [{ kind: 'delivery.enrolment', id: r.id, label: 'Hasil kelas' }],
          }),
        ),
    }),
    gain: mean({
      ref: `delivery.class:${classId}:gain`,
      label: 'Kenaikan rata-rata tes',
      unit: 'points',
      asOf,
      parts: gains.map(r =>
        record<number>({
          label: 'Sesudah dikurangi sebelum',
          unit: 'points',
          asOf,
          value: Number(r.score_after) - Number(r.score_before),
          sources: [{ kind: 'delivery.enrolment', id: r.id, label: 'Hasil kelas' }],
        }),
      ),
    }),
  }
}

export const readClassFigures = async (db: Db, classId: string) =>
  (await db.find(sql`select 1 from delivery.classes where id = ${classId}`))
    ? classFigures(classId, await listEnrolments(db, classId), db.on)
    : null

/** Classes that are over and still wait for results. */
export const lateClasses = async (db: Db) =>
  count({
    ref: 'delivery.classes-late',
    label: 'Kelas selesai yang hasilnya belum lengkap',
    unit: 'count',
    asOf: db.on,
    members: (
      await db.rows<{ id: string }>(
        sql`select distinct c.id from delivery.classes c join delivery.enrolments e on e.agency_id = c.agency_id and e.class_id = c.id where c.ends_on < ${db.on} and c.state <> 'cancelled' and e.state in ('enrolled', 'attending') order by c.id`,
      )
    ).map(c => c.id),
    of: 'kelas',
    filter: 'sudah selesai, hasil belum lengkap',
  })
