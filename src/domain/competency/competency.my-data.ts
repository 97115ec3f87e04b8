import type { Db } from '#platform/database/database.ts'
import { listAssessments, listEvidence } from './assessment/assessment.store.ts'
import { listOpenRequests } from './request/request.store.ts'
import { supplierWords, whyWords } from './request/request-words.ts'

type Table = { title: string; table: string; rows: Record<string, unknown>[] }

/** Everything this room holds about a person, for "Hak saya". Notes of assessors are told on request, not shown. */
export const competencyMyData = async (db: Db, employeeId: string): Promise<Table[]> => {
  const assessments = await listAssessments(db, [employeeId])
  return [
    {
      title: 'Hasil penilaian kompetensi',
      table: 'competency.assessments',
      rows: assessments.map(({ id: _id, employee_id: _employee, levels: _levels, ...rest }) => rest),
    },
    {
      title: 'Level setiap penilaian',
      table: 'competency.assessment_levels',
      rows: assessments.flatMap(a =>
        a.levels.map(l => ({ tanggal: a.assessed_on, kompetensi: l.name, level: l.level, standar: l.standard_level })),
      ),
    },
    {
      title: 'Bukti kompetensi',
      table: 'competency.evidence',
      rows: (await listEvidence(db, employeeId)).map(({ id: _id, ...rest }) => rest),
    },
    {
      title: 'Permintaan penilaian dan bukti tentang Anda',
      table: 'competency.evidence_requests',
      rows: (await listOpenRequests(db, { employeeId })).map(r => ({
        kompetensi: r.name,
        yang_melengkapi: supplierWords[r.asked_of],
        sebab: whyWords[r.why],
        diminta_oleh: r.asked_by_name,
        diminta: r.asked_on,
        tenggat: r.due_on,
      })),
    },
  ]
}
