import { confirmFeedbackRaters } from '#domain/talent/feedback/agree-raters.ts'
import { saveFeedback, submitFeedback } from '#domain/talent/feedback/answer-feedback.ts'
import { checkRemark, closeFeedbackRound } from '#domain/talent/feedback/close-round.ts'
import { openFeedbackRound } from '#domain/talent/feedback/open-round.ts'
import { sql } from '#platform/database/database.ts'
import { today } from '../world/people.ts'
import type { Acts } from './actors.ts'
import type { Cast } from './open-roles.ts'

const questions = ['hasil', 'layanan', 'tanggung-jawab', 'kerja-sama', 'komunikasi', 'perbaikan', 'menumbuhkan']

const strengths = [
  'Janji kepada warga selalu ditepati, dan bila meleset dikabarkan.',
  'Data lapangan dibagi tanpa harus diminta.',
  'Tenang ketika ada keluhan.',
  'Catatan rapatnya rapi dan cepat dibagikan.',
  'Mau turun ke lokasi ketika ada genangan.',
  'Menjelaskan gambar kerja sampai kami paham.',
]
const practices = [
  'Libatkan bagian keuangan lebih awal.',
  'Beri kesempatan staf baru memimpin rapat lapangan.',
  'Sampaikan alasan perubahan jadwal.',
  'Tanyakan kesulitan lapangan sebelum menetapkan tenggat.',
  'Beri tahu lebih awal bila rapat dipindah.',
  'Minta pendapat pengawas muda dalam rapat.',
]

type Member = { id: string; nip: string; name: string; tier: string | null; rating: string | null }

/** Few enough that the demo stays quick: the section heads and the engineers beside them. */
const tiers = ['Pengawas', 'JF Ahli Muda']

const teamOf = (acts: Acts, cast: Cast) =>
  acts.rows<Member>(
    sql`select p.id, p.nip, p.name, p.tier, f.rating from workforce.v_people p left join talent.v_feedback_files f on f.agency_id = p.agency_id and f.employee_id = p.id and f.year = 2025
      where p.supervisor_id = ${cast.supervisor.employeeId} and p.state = 'active' order by (p.id = ${cast.asn.employeeId}) desc, p.nip`,
  )

const open = async (
  acts: Acts,
  cast: Cast,
  on: string,
  round: { name: string; year: number; tiers?: string[]; proposeUntil: string; closesOn: string; cycleId?: string },
) => {
  const head = await acts.rows<{ nip: string }>(
    sql`select nip from workforce.v_people where id = ${cast.supervisor.employeeId}`,
  )
  return acts.as(cast.officer, 'hr_officer', on, openFeedbackRound, { ...round, supervisorNip: head[0]?.nip })
}

const listAsked = (acts: Acts, roundId: string, ids: readonly string[]) =>
  acts.rows<{ id: string; rater: string; about: string }>(
    sql`select a.id, a.rater_id as rater, a.about_id as about from talent.v_feedback_requests a join workforce.v_people p on p.agency_id = a.agency_id and p.id = a.rater_id join workforce.v_people q on q.agency_id = a.agency_id and q.id = a.about_id
      where a.round_id = ${roundId} and a.about_id = any (${[...ids]}::uuid[]) order by q.nip, p.nip`,
  )

/** Around the step that the year's result in the files says, so that round and file agree. */
const stepsAround = (centre: number, n: number) =>
  questions.map((_, q) => Math.max(1, Math.min(5, centre + ((n + q) % 6 === 0 ? 1 : (n + 2 * q) % 7 === 3 ? -1 : 0))))

const centres: Record<string, number> = {
  'Sangat Baik': 5,
  Baik: 4,
  'Butuh Perbaikan': 3,
  Kurang: 2,
  'Sangat Kurang': 1,
}

const answer = async (
  acts: Acts,
  cast: Cast,
  on: string,
  reply: { id: string; rater: string },
  steps: (number | null)[],
  words: { strength?: string; practice?: string } = {},
) => {
  const who = cast.employee(reply.rater)
  await acts.as(who, 'asn', on, saveFeedback, {
    replyId: reply.id,
    answers: questions.map((code, i) => ({ code, step: steps[i], isUnable: steps[i] === null })),
    ...words,
  })
  await acts.as(who, 'asn', on, submitFeedback, { replyId: reply.id })
}

/** The round of 2025 for the story's team: confirmed, answered, closed, comments checked. */
export const closeFeedback = async (acts: Acts, cast: Cast, step: (line: string) => void) => {
  const team = (await teamOf(acts, cast)).filter(m => m.tier !== null && tiers.includes(m.tier))
  const { id: roundId } = await open(acts, cast, '2026-01-12', {
    name: 'Umpan balik 2025 Bina Marga',
    year: 2025,
    tiers,
    proposeUntil: '2026-01-16',
    closesOn: '2026-02-06',
  })
  for (const m of team)
    await acts.as(cast.supervisor, 'supervisor', '2026-01-14', confirmFeedbackRaters, {
      act: 'confirm',
      roundId,
      employeeId: m.id,
    })
  const asked = await listAsked(
    acts,
    roundId,
    team.map(m => m.id),
  )
  for (const [n, reply] of asked.entries()) {
    const about = team.find(m => m.id === reply.about)
    const steps: (number | null)[] = stepsAround(centres[about?.rating ?? 'Baik'] ?? 4, n)
    // Somebody cannot judge one thing: that counts for nothing, neither good nor bad.
    if (n % 9 === 4 && reply.rater !== reply.about) steps[6] = null
    await answer(
      acts,
      cast,
      '2026-01-27',
      reply,
      steps,
      reply.rater !== reply.about && n % 3 === 0
        ? { strength: strengths[(n / 3) % 6], practice: practices[(n / 3 + 2) % 6] }
        : {},
    )
  }
  const { known, few } = await acts.as(cast.officer, 'hr_officer', '2026-02-09', closeFeedbackRound, { roundId })
  const remarks = await acts.rows<{ id: string }>(
    sql`select m.id from talent.v_feedback_remarks m where m.round_id = ${roundId} order by (m.about_id = ${cast.asn.employeeId}) desc, m.about_name, m.text, m.id`,
  )
  // A few are left to be checked.
  for (const { id } of remarks.slice(0, -3))
    await acts.as(cast.officer, 'hr_officer', '2026-02-10', checkRemark, { remarkId: id, state: 'shown' })
  step(`Umpan balik 360° tahun 2025: ${known} orang punya hasil, ${few} belum cukup penilai.`)
}

/** The round of 2026 that is running: three people's raters are asked, the others' wait for the supervisor. */
export const openFeedback = async (
  acts: Acts,
  cast: Cast,
  { cycleId }: { cycleId: string },
  step: (line: string) => void,
) => {
  const team = await teamOf(acts, cast)
  const { id: roundId, people } = await open(acts, cast, '2026-11-12', {
    name: 'Umpan balik 2026 Bina Marga',
    year: 2026,
    proposeUntil: '2026-12-11',
    closesOn: '2026-12-18',
    cycleId,
  })
  // Those whom the employee of the story is to rate come first.
  const hers = await acts.rows<{ id: string }>(
    sql`select employee_id as id from talent.v_feedback_raters where round_id = ${roundId} and rater_id = ${cast.asn.employeeId} and rater_group = 'rekan'`,
  )
  const mates = team
    .filter(m => m.id !== cast.asn.employeeId)
    .sort((a, b) => Number(hers.some(h => h.id === b.id)) - Number(hers.some(h => h.id === a.id)))
    .slice(0, 3)
  for (const m of mates)
    await acts.as(cast.supervisor, 'supervisor', '2026-11-18', confirmFeedbackRaters, {
      act: 'confirm',
      roundId,
      employeeId: m.id,
    })
  const asked = await listAsked(
    acts,
    roundId,
    mates.map(m => m.id),
  )
  const others = asked.filter(a => a.rater !== cast.asn.employeeId && a.rater !== cast.supervisor.employeeId)
  for (const [n, reply] of others.slice(0, 5).entries()) await answer(acts, cast, today, reply, stepsAround(4, n))
  step(`Umpan balik 360° tahun 2026 berjalan untuk ${people} orang; undangan menunggu dijawab.`)
}
