import { formatDay } from '#core/text/format.ts'
import { type Db, sql } from '#platform/database/database.ts'
import { findStatement } from './disability/disability.store.ts'
import { findPerson } from './employee/employee.store.ts'
import {
  listAppraisals,
  listAwards,
  listCareers,
  listChecks,
  listSanctions,
  listTeamRoles,
  listTrainings,
} from './employee/record.store.ts'

type Table = { title: string; table: string; rows: Record<string, unknown>[] }

/** Everything this room holds about a person, for "Hak saya". */
export const workforceMyData = async (db: Db, employeeId: string): Promise<Table[]> => {
  const person = await findPerson(db, employeeId)
  const team = await db.rows<{ id: string }>(sql`select id from workforce.v_people where supervisor_id = ${employeeId}`)
  const ids = [employeeId]
  const plain = (rows: readonly object[]) =>
    rows.map(row => {
      const { id: _id, employeeId: _employee, ...rest } = row as Record<string, unknown>
      return rest
    })
  return [
    {
      title: 'Identitas',
      table: 'workforce.employees',
      rows: person ? plain([{ ...person, dataPer: formatDay(db.on), bawahan: team.length }]) : [],
    },
    {
      title: 'Pernyataan disabilitas',
      table: 'workforce.disability_statements',
      rows: plain([await findStatement(db, employeeId)].filter(s => s !== null)),
    },
    { title: 'Riwayat jabatan', table: 'workforce.careers', rows: plain(await listCareers(db, employeeId)) },
    { title: 'Predikat kinerja', table: 'workforce.appraisals', rows: plain(await listAppraisals(db, ids)) },
    { title: 'Pelatihan dan JP', table: 'workforce.trainings', rows: plain(await listTrainings(db, ids)) },
    { title: 'Penghargaan', table: 'workforce.awards', rows: plain(await listAwards(db, employeeId)) },
    { title: 'Tugas tim', table: 'workforce.team_roles', rows: plain(await listTeamRoles(db, employeeId)) },
    { title: 'Hukuman disiplin', table: 'workforce.sanctions', rows: plain(await listSanctions(db, ids)) },
    { title: 'Pemeriksaan berkas', table: 'workforce.record_checks', rows: plain(await listChecks(db, ids)) },
  ]
}
