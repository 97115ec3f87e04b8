import { answerRequest } from '#domain/competency/request/answer-request.ts'
import { askForEvidence } from '#domain/competency/request/ask-for-evidence.ts'
import { submitPaper } from '#domain/competency/request/submit-paper.ts'
import { learnModuleEffects } from '#domain/planning/need/learn-module-effects.ts'
import { sql } from '#platform/database/database.ts'
import { today } from '../world/people.ts'
import type { Acts } from './actors.ts'
import type { Cast } from './open-roles.ts'

/** A one-page PDF without words: enough to be a file that opens. */
const emptyPdf = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
trailer<</Root 1 0 R>>
`

const examples = [
  'Menyusun jadwal paket drainase bulan Oktober dan menjelaskan jalur kritisnya kepada tim.',
  'Memeriksa berita acara kemajuan pekerjaan dan menemukan selisih volume sebelum pembayaran.',
]

/** What nobody knew is asked for: the unit's officer asks, the supervisor answers some, a paper waits to be checked. */
export const askLevels = async (acts: Acts, cast: Cast, step: (line: string) => void): Promise<void> => {
  const own = await acts.rows<{ unit_id: string }>(
    sql`select unit_id from workforce.v_people where id = ${cast.asn.employeeId}`,
  )
  const sent = await acts.as(cast.officer, 'hr_officer', '2026-11-20', askForEvidence, { unitId: own[0]?.unit_id })
  const open = await acts.rows<{ id: string }>(
    sql`select r.id from competency.v_evidence_requests r join workforce.v_people p on p.agency_id = r.agency_id and p.id = r.employee_id
      where r.asked_of = 'supervisor' and p.supervisor_id = ${cast.supervisor.employeeId} and p.id <> ${cast.asn.employeeId} order by p.nip, r.code limit 2`,
  )
  for (const [i, { id }] of open.entries())
    await acts.as(cast.supervisor, 'supervisor', '2026-11-23', answerRequest, {
      answer: 'rated',
      requestId: id,
      level: 2 + (i % 2),
      example: examples[i],
    })
  const paper = await acts.rows<{ id: string }>(
    sql`select id from competency.v_competencies where kind = 'technical' and name = 'Pengawasan Mutu Konstruksi' order by code limit 1`,
  )
  if (paper[0])
    await acts.as(cast.asn, 'asn', '2026-11-20', submitPaper, {
      employeeId: cast.asn.employeeId,
      competencyId: paper[0].id,
      level: 2,
      observedOn: '2026-10-05',
      validUntil: '2029-10-05',
      note: 'Sertifikat pelatihan pengawasan mutu konstruksi, balai pelatihan contoh',
      file: { name: 'sertifikat-pengawasan-mutu.pdf', base64: Buffer.from(emptyPdf).toString('base64') },
    })
  const { counted } = await acts.asSystem(today, learnModuleEffects, {})
  step(
    `Level diminta: ${sent.supervisor} ke atasan, ${sent.provider} ke penilaian kompetensi; ${open.length} dijawab. Hasil peserta dihitung untuk ${counted} modul.`,
  )
}
