import { type Db, sql } from '#platform/database/database.ts'
import { listAssessments, listEvidence } from './assessment/assessment.store.ts'
import { listInvitationsOf } from './assessment-centre/centre.store.ts'
import { listReportsOf } from './assessment-centre/centre-report.store.ts'
import { whyWords as invitedWhy, participantStateWords } from './assessment-centre/centre-words.ts'
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
    {
      title: 'Undangan asesmen',
      table: 'competency.batch_participants',
      rows: (await listInvitationsOf(db, employeeId)).map(p => ({
        gelombang: p.batch,
        hari: p.assessed_on,
        tempat: p.place,
        sebab: invitedWhy[p.why],
        keadaan: participantStateWords[p.state],
        diundang_oleh: p.invited_by_name,
        permintaan_hari_lain: p.asked_reason,
        jawaban: p.answer_note,
      })),
    },
    {
      title: 'Asesor yang menilai Anda',
      table: 'competency.batch_assignments',
      rows: await db.rows(
        sql`select b.name as gelombang, a.assessor_name as asesor, a.submitted_at::text as dikirim from competency.batch_assignments a
          join competency.assessment_batches b on b.agency_id = a.agency_id and b.id = a.batch_id where a.employee_id = ${employeeId} order by b.starts_on desc, a.assessor_name`,
      ),
    },
    {
      title: 'Laporan asesmen',
      table: 'competency.assessment_reports',
      rows: (await listReportsOf(db, employeeId)).map(r => ({
        versi: r.version,
        tanggal: r.made_on,
        dibuat_oleh: r.made_by_name,
        alasan: r.reason,
        isi: r.content,
      })),
    },
    {
      title: 'Sertifikat Anda sebagai asesor',
      table: 'competency.assessors',
      rows: await db.rows(
        sql`select accreditation_number as nomor, grade as jenjang, accredited_until as berlaku_sampai, ended_on as selesai from competency.assessors where employee_id = ${employeeId}`,
      ),
    },
  ]
}
