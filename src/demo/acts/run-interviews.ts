import { addDays, type Day } from '#core/values/day.ts'
import { declareForInterview, saveRatings, submitRatings } from '#domain/talent/interview/rate-interview.ts'
import { recordConsensus } from '#domain/talent/interview/record-consensus.ts'
import { scheduleInterview } from '#domain/talent/interview/schedule-interview.ts'
import { listQuestions, startAnchors } from '#domain/talent/interview-guide/guide.store.ts'
import { changeGuide, draftGuide } from '#domain/talent/interview-guide/keep-guide.ts'
import { writeQuestion } from '#domain/talent/interview-guide/write-question.ts'
import { sql } from '#platform/database/database.ts'
import { today } from '../world/people.ts'
import type { Acts, Who } from './actors.ts'
import type { Cast } from './open-roles.ts'

/** One question a competency, each asking for a single experience. */
const bank: [code: string, text: string, probe: string][] = [
  [
    'M.1',
    'Ceritakan saat Anda diminta melonggarkan aturan untuk seseorang. Apa yang Anda lakukan, dan apa hasilnya?',
    'Siapa yang meminta, dan apa yang Anda katakan kepadanya?',
  ],
  [
    'M.2',
    'Ceritakan pekerjaan yang hanya selesai karena dua unit bekerja bersama. Apa peran Anda di dalamnya?',
    'Apa yang Anda berikan kepada unit lain, dan apa yang Anda minta?',
  ],
  [
    'M.3',
    'Ceritakan saat Anda harus menjelaskan hal rumit kepada orang yang tidak sependapat. Bagaimana Anda melakukannya?',
    'Bagaimana Anda tahu bahwa ia mengerti?',
  ],
  [
    'M.4',
    'Ceritakan sasaran kerja yang hampir meleset. Kapan Anda mengetahuinya, dan apa yang Anda ubah?',
    'Ukuran apa yang Anda pantau?',
  ],
  [
    'M.5',
    'Ceritakan keluhan warga yang mengubah cara unit Anda bekerja. Apa yang berubah?',
    'Bagaimana Anda memastikan perubahannya bertahan?',
  ],
  [
    'M.6',
    'Ceritakan seorang rekan atau bawahan yang kemampuannya tumbuh karena Anda. Apa yang Anda lakukan?',
    'Apa yang sekarang dapat ia kerjakan sendiri?',
  ],
  [
    'M.7',
    'Ceritakan perubahan cara kerja yang semula ditolak. Bagaimana Anda membuatnya jalan?',
    'Siapa yang paling berkeberatan, dan mengapa?',
  ],
  [
    'M.8',
    'Ceritakan keputusan yang Anda ambil ketika datanya belum lengkap. Apa pertimbangannya, dan apa akibatnya?',
    'Apa yang akan Anda lakukan lain sekarang?',
  ],
  [
    'SK.1',
    'Ceritakan saat perbedaan latar belakang menghambat pekerjaan. Apa yang Anda lakukan?',
    'Bagaimana keadaannya beberapa bulan kemudian?',
  ],
]

const told: Record<string, string[]> = {
  'M.1': [
    'Menolak mendahulukan berkas seorang kenalan dan menunjukkan nomor antreannya.',
    'Menyebut permintaan atasan lama, dan menjawabnya tertulis dengan tembusan.',
    'Mengaku sempat ragu, lalu menanyakan batasnya kepada Inspektorat.',
  ],
  'M.4': [
    'Memantau kemajuan tiap pekan dan memindahkan dua orang ke paket yang tertinggal.',
    'Baru tahu pada laporan bulanan, lalu menambah rapat harian sepuluh menit.',
    'Menyebut angka sasaran dan angka capaian tiga bulan terakhir.',
  ],
  'M.8': [
    'Menunda pembayaran sampai hasil ukur kedua ada, dan mencatat alasannya.',
    'Menimbang dua pilihan dan akibatnya bagi warga, lalu memutuskan sendiri.',
    'Menunggu arahan, kemudian menjalankan pilihan yang paling aman.',
  ],
  'SK.1': [
    'Mempertemukan dua kelompok warga sebelum lokasi pekerjaan ditetapkan.',
    'Mengganti jadwal lembur agar tidak bertabrakan dengan ibadah rekan setim.',
    'Menjelaskan aturan dengan dua bahasa dan memeriksa pemahamannya.',
  ],
}

/** What an interviewer gives: the candidate's own level, a strict or lenient hand, and now and then another ear. */
const levelOf = (strength: number, hand: number, turn: number): number =>
  Math.max(1, Math.min(5, strength + hand + (turn % 5 === 3 ? 1 : 0) - (turn % 7 === 4 ? 1 : 0)))

/** Structured interviews for one target post: six held and agreed, one today waiting for its second interviewer, one to come. */
export const runInterviews = async (
  acts: Acts,
  cast: Cast,
  { cycleId }: { cycleId: string },
  step: (line: string) => void,
): Promise<void> => {
  const officer = <I, R>(on: string, useCase: Parameters<typeof acts.as<I, R>>[3], input: unknown) =>
    acts.as(cast.officer, 'hr_officer', on, useCase, input)
  const subjects = new Map(
    (await acts.rows<{ id: string; code: string }>(sql`select id, code from competency.v_competencies`)).map(c => [
      c.code,
      c.id,
    ]),
  )
  for (const [code, text, probe] of bank)
    await officer('2026-09-07', writeQuestion, {
      competencyId: subjects.get(code),
      text,
      probe,
      anchors: startAnchors(code, '2026-09-07' as Day),
    })
  const questions = await acts.read(db => listQuestions(db))
  const asked = ['M.1', 'M.4', 'M.8', 'SK.1']
  const { id: guideId } = await officer('2026-09-08', draftGuide, {
    name: 'Calon administrator, empat kompetensi',
    purpose: 'advancement',
    family: 'Semua rumpun, jenjang Administrator',
    competencyIds: asked.map(code => subjects.get(code)),
  })
  const questionIds = asked.map(code => questions.find(q => q.code === code)?.id)
  await officer('2026-09-08', changeGuide, {
    guideId,
    competencyIds: asked.map(code => subjects.get(code)),
    questionIds,
    state: 'ready',
  })

  const panel: { who: Who; hand: number }[] = [
    { who: cast.supervisor, hand: 0 },
    { who: cast.facilitator, hand: 0 },
    { who: cast.auditor, hand: -1 },
    { who: cast.dpo, hand: 0 },
  ]
  const ids = panel.map(p => p.who.employeeId ?? '')
  const nips = new Map(
    (
      await acts.rows<{ id: string; nip: string }>(
        sql`select id, nip from workforce.v_people where id = any (${[...ids, cast.asn.employeeId]}::uuid[])`,
      )
    ).map(p => [p.id, p.nip]),
  )
  const candidates = await acts.rows<{ id: string; nip: string; name: string }>(
    sql`select p.id, p.nip, p.name from workforce.v_people p where p.tier = 'Pengawas' and p.state = 'active' and p.unit_short_name in ('Bappeda', 'BPKAD', 'Dinkes', 'Disperkim')
      and p.id <> all (${ids}::uuid[]) and p.supervisor_id <> all (${ids}::uuid[])
      order by p.nip limit 7`,
  )
  /** Schedules one interview with the chosen of the panel; the first one leads. */
  const schedule = (candidateNip: string, seats: number[], heldOn: string, startsAt: string, on: string) =>
    officer(on, scheduleInterview, {
      guideId,
      candidateNip,
      cycleId,
      heldOn,
      startsAt,
      place: 'Ruang rapat BKPSDM',
      interviewers: seats.map(i => nips.get(ids[i])).join('\n'),
    }) as Promise<{ id: string }>
  /** One interviewer declares, rates and hands in. */
  const rate = async (interviewId: string, i: number, on: string, strength: number, turn: number) => {
    const { who, hand } = panel[i]
    const act = <I, R>(useCase: Parameters<typeof acts.as<I, R>>[3], input: unknown) =>
      acts.as(who, 'asn', on, useCase, input)
    await act(declareForInterview, { interviewId, statement: 'none' })
    await act(saveRatings, {
      interviewId,
      ratings: asked.map((code, n) => ({
        questionId: questionIds[n],
        level: levelOf(strength + (n % 2), hand, turn + n + i),
        example: told[code][(turn + i) % 3],
      })),
    })
    await act(submitRatings, { interviewId })
  }
  const pairs = [
    [0, 2],
    [1, 2],
    [0, 1, 3],
    [2, 3],
    [0, 2],
    [1, 2, 3],
  ]
  for (const [n, seats] of pairs.entries()) {
    const candidate = candidates[n]
    if (!candidate) break
    const heldOn = addDays('2026-10-19' as Day, n * 2)
    const { id } = await schedule(candidate.nip, seats, heldOn, '09:00', '2026-10-05')
    const strength = 2 + (n % 3 === 0 ? 0 : 1)
    for (const i of seats) await rate(id, i, heldOn, strength, n)
    await acts.as(panel[seats[0]].who, 'asn', addDays(heldOn, 1), recordConsensus, {
      interviewId: id,
      levels: asked.map((code, k) => ({
        competencyId: subjects.get(code),
        level: Math.min(5, strength + (k % 2)),
        reason: 'Contoh dari jawaban dibaca kembali bersama; levelnya sesuai jangkar ini.',
      })),
      strength: 'Menjelaskan pertimbangannya runtut dan menyebut akibat keputusannya.',
      practice: 'Latih memeriksa kemajuan dengan ukuran yang disepakati sejak awal.',
    })
  }
  const waiting = candidates[6]
  if (waiting) {
    const { id } = await schedule(waiting.nip, [0, 1], today, '10:00', '2026-11-16')
    await acts.as(cast.facilitator, 'asn', today, declareForInterview, { interviewId: id, statement: 'none' })
  }
  await schedule(nips.get(cast.asn.employeeId ?? '') ?? '', [1, 3], '2026-12-02', '13:30', '2026-11-20')
  step(`Wawancara terstruktur: ${Math.min(6, candidates.length)} selesai, satu menunggu nilai, satu dijadwalkan.`)
}
