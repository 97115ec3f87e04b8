import { stateAspiration, stateWishes } from '#domain/talent/aspiration/state-aspiration.ts'
import { writeCareerPlan } from '#domain/talent/career-plan/write-career-plan.ts'
import { moveCycle, openCycle } from '#domain/talent/cycle/open-cycle.ts'
import { placeCycle } from '#domain/talent/cycle/place-cycle.ts'
import { checkReadiness, planStep, recordCycleEvidence } from '#domain/talent/cycle-board/prepare-cycle.ts'
import { movePerson } from '#domain/talent/nine-box/move-person.ts'
import { changeReferee } from '#domain/talent/nomination/ask-reference.ts'
import { decideNomination } from '#domain/talent/nomination/decide-nomination.ts'
import { declineReference, giveReference } from '#domain/talent/nomination/give-reference.ts'
import { nominateEmployee } from '#domain/talent/nomination/nominate-employee.ts'
import { submitObjection } from '#domain/talent/objection/submit-objection.ts'
import { declareDisability } from '#domain/workforce/disability/declare-disability.ts'
import { recordCheck } from '#domain/workforce/record-check/record-check.ts'
import { sql } from '#platform/database/database.ts'
import { isInScope, type Person, today } from '../world/people.ts'
import type { Acts, Who } from './actors.ts'
import type { Cast } from './open-roles.ts'

const scopeTiers = ['JPT Pratama', 'Administrator', 'Pengawas', 'JF Ahli Madya', 'JF Ahli Muda', 'JF Ahli Pertama']

/** Siklus Talenta 2026: placed, moves proposed for the committee, nominations, aspirations, one objection. */
export const runCycle = async (
  acts: Acts,
  cast: Cast,
  people: readonly Person[],
  step: (line: string) => void,
): Promise<string> => {
  const families = [...new Set(people.filter(isInScope).map(p => p.family))].sort()
  // Before the cycle the map was tried once, with files looked through in June; the two can be compared.
  const looked = await acts.rows<{ id: string }>(
    sql`select distinct employee_id as id from workforce.v_record_checks where subject = 'award' order by 1`,
  )
  for (const subject of ['award', 'team-role', 'discipline', 'field-match'])
    await acts.as(cast.officer, 'hr_officer', '2026-06-29', recordCheck, {
      employeeIds: looked.map(p => p.id),
      subject,
    })
  const { id: trialId } = await acts.as(cast.officer, 'hr_officer', '2026-06-29', openCycle, {
    name: 'Pemetaan percobaan Juni 2026',
    asOf: '2026-06-30',
    ruleCode: 'BKN-SIMATA',
    tiers: scopeTiers,
    families,
  })
  const trial = await acts.as(cast.officer, 'hr_officer', '2026-06-30', placeCycle, { cycleId: trialId })
  step(`Pemetaan percobaan: ${trial.placed} orang dipetakan, ${trial.waiting} menunggu bukti.`)
  const { id: cycleId } = await acts.as(cast.officer, 'hr_officer', '2026-08-03', openCycle, {
    name: 'Siklus Talenta 2026',
    asOf: today,
    ruleCode: 'BKN-SIMATA',
    tiers: scopeTiers,
    families,
    objectionUntil: '2026-12-28',
  })

  const documents: Record<string, string> = {
    'position-map': 'Perbup 41/2025 tentang Peta Jabatan',
    'talent-profile': 'Basis data pegawai per 1 Agustus 2026',
    'assessment-method': 'Perbup 12/2026 tentang Pedoman Penilaian Kompetensi',
    'position-standard': 'Kepbup 188/310/2025 tentang Standar Kompetensi Jabatan',
    appraisal: 'Rekapitulasi SKP 2025',
    'career-pattern': 'Perbup 7/2026 tentang Pola Karier',
    'development-programme': 'Rencana pengembangan kompetensi 2026',
    'talent-team': 'SK 800.1.3/17/KTI/2026',
    database: 'Pencocokan SIASN, Juli 2026',
    'information-system': 'Anyam dan SIMATA',
    budget: 'DPA BKPSDM 2026',
  }
  await acts.as(cast.officer, 'hr_officer', '2026-08-10', checkReadiness, {
    cycleId,
    checks: Object.entries(documents).map(([code, evidence]) => ({ code, state: 'met', evidence })),
  })
  await acts.as(cast.officer, 'hr_officer', '2026-08-21', recordCycleEvidence, {
    cycleId,
    kind: 'readiness-score',
    happenedOn: '2026-08-20',
    reference: 'Berita acara penilaian kesiapan, Kanreg BKN',
    score: 57,
    note: 'Pilar infrastruktur lengkap; pemetaan belum menyeluruh.',
  })
  const steps: [string, string, string, Who][] = [
    ['PENGUMPULAN_DATA', '2026-10-31', 'Kumpulkan SKP, penghargaan, dan penugasan tim.', cast.officer],
    ['PENILAIAN', '2026-12-04', 'Jadwalkan penilaian kompetensi yang belum ada.', cast.officer],
    ['SIDANG_KOMITE', '2026-12-09', 'Pimpin sidang sampai peta disahkan.', cast.seats.chair],
    ['SANGGAH', '2026-12-28', 'Tetapkan penilai kedua dan jawab sanggahan.', cast.officer],
    ['DITETAPKAN_PPK', '2026-12-30', 'Siapkan keputusan Bupati.', cast.seats.secretary],
  ]
  for (const [stage, dueOn, task, owner] of steps) {
    const [nip] = await acts.rows<{ nip: string }>(
      sql`select nip from workforce.v_people where id = ${owner.employeeId}`,
    )
    await acts.as(cast.officer, 'hr_officer', '2026-08-10', planStep, {
      cycleId,
      stage,
      dueOn,
      ownerNip: nip?.nip,
      task,
    })
  }
  await acts.as(cast.officer, 'hr_officer', '2026-08-10', moveCycle, { cycleId, to: 'PENGUMPULAN_DATA' })
  await acts.as(cast.officer, 'hr_officer', '2026-11-02', moveCycle, { cycleId, to: 'PENILAIAN' })

  const target = (title: string) =>
    acts.rows<{ id: string }>(sql`select id from workforce.v_positions where name = ${title} order by id limit 1`)
  const person = (name: string) =>
    acts.rows<{ id: string }>(sql`select id from workforce.v_people where name = ${name} order by id limit 1`)
  const aspirations: [string, string, string][] = [
    ['Dimas Anggara', 'Kepala Bidang Bina Marga', 'Saya ingin memimpin penyelenggaraan jalan kabupaten.'],
    ['Siti Maesaroh', 'Kepala Bidang Bina Marga', 'Pemeliharaan jalan adalah bidang saya sejak awal bekerja.'],
    ['Yuliana Rahmawati', 'Kepala Bidang Kawasan Permukiman', 'Saya siap memimpin penataan kawasan.'],
    ['Ratna Wulandari', 'Kepala Dinas Pekerjaan Umum dan Penataan Ruang', 'Saya bersedia mengikuti seleksi.'],
    ['Rahmat Hidayat', 'Kepala Dinas Pekerjaan Umum dan Penataan Ruang', 'Saya bersedia dicalonkan.'],
    ['Lestari Handayani', 'Kepala Seksi Perencanaan Jalan', 'Saya ingin mencoba jabatan pengawas.'],
  ]
  for (const [name, title, note] of aspirations) {
    const [[who], [post]] = [await person(name), await target(title)]
    if (who && post)
      await acts.as(cast.employee(who.id), 'asn', '2026-09-07', stateAspiration, {
        employeeId: who.id,
        positionId: post.id,
        note,
      })
  }

  // One says it herself, one takes back what the staff list had brought.
  for (const [name, answer] of [
    ['Yuliana Rahmawati', 'yes'],
    ['Agus Setiawan', 'withdraw'],
  ] as const) {
    const [who] = await person(name)
    if (who) await acts.as(cast.employee(who.id), 'asn', '2026-09-07', declareDisability, { answer })
  }

  const wishes: [string, object][] = [
    ['Dimas Anggara', { moves: 'listed', places: 'DPUPR\nDisperkim', guidance: ['mentee'], retirement: 'at-limit' }],
    ['Siti Maesaroh', { moves: 'not-now', guidance: ['mentor'], retirement: 'undecided' }],
    [
      'Ratna Wulandari',
      { moves: 'anywhere', movesFrom: '2027-01-04', guidance: ['mentor', 'coach'], retirement: 'at-limit' },
    ],
  ]
  for (const [name, said] of wishes) {
    const [who] = await person(name)
    if (who) await acts.as(cast.employee(who.id), 'asn', '2026-09-07', stateWishes, said)
  }
  await acts.as(cast.asn, 'asn', '2026-09-08', writeCareerPlan, {
    goal: 'Memimpin penyelenggaraan jalan kabupaten yang tepat waktu dan terbuka bagi warga.',
    steps: [
      { title: 'Memimpin paket jembatan sebagai pelaksana harian', year: 2027, need: 'Pendampingan manajemen kontrak' },
      { title: 'Kepala Bidang Bina Marga', year: 2028, need: 'Pelatihan Kepemimpinan Administrator' },
    ],
  })

  await nominate(acts, cast, cycleId, person)

  const placed = await acts.as(cast.officer, 'hr_officer', today, placeCycle, { cycleId })
  await acts.as(cast.officer, 'hr_officer', today, moveCycle, { cycleId, to: 'SIDANG_KOMITE' })
  step(`Siklus Talenta 2026: ${placed.placed} orang dipetakan, ${placed.waiting} menunggu bukti.`)

  const near = await acts.rows<{ employee_id: string; box: number }>(
    sql`select employee_id, box from talent.v_scores where cycle_id = ${cycleId} and is_near_cut and box in (5, 6, 7, 8) order by talent desc, employee_id limit 4`,
  )
  const up: Record<number, number> = { 5: 8, 6: 8, 7: 9, 8: 9 }
  for (const [i, row] of near.entries())
    await acts.as(cast.officer, 'hr_officer', today, movePerson, {
      cycleId,
      employeeId: row.employee_id,
      toBox: up[row.box],
      reasonCode: i % 2 === 0 ? 'near-cut' : 'evidence-late',
      note:
        i % 2 === 0
          ? 'Berjarak kurang dari satu poin dari ambang; memimpin tim percepatan penyerapan anggaran.'
          : 'Sertifikat penghargaan provinsi diterima sesudah data dipotret.',
    })
  const [objector] = await acts.rows<{ id: string; name: string }>(
    sql`select p.id, p.name from talent.v_scores s join workforce.v_people p on p.agency_id = s.agency_id and p.id = s.employee_id where s.cycle_id = ${cycleId} and s.box in (1, 2, 3, 4, 5) order by s.y, p.id limit 1`,
  )
  if (objector)
    await acts.as({ ...cast.employee(objector.id), name: objector.name }, 'asn', '2026-11-20', submitObjection, {
      cycleId,
      statement: 'Penghargaan inovasi pelayanan tahun 2025 belum dihitung pada sumbu kinerja saya.',
    })
  return cycleId
}

/** What is said against each criterion, by those who saw it. */
const reasons = (texts: Record<string, string>) => Object.entries(texts).map(([code, text]) => ({ code, text }))

/** Nominations of each purpose: decided, waiting for a second official, declined by one, and by oneself. */
const nominate = async (
  acts: Acts,
  cast: Cast,
  cycleId: string,
  person: (name: string) => Promise<{ id: string }[]>,
): Promise<void> => {
  const [second, other] = await acts.rows<{ id: string; nip: string; name: string }>(
    sql`select id, nip, name from workforce.v_people where tier = 'Administrator' and state = 'active' and id <> all (${[cast.supervisor.employeeId, cast.committee.employeeId, cast.officer.employeeId]}::uuid[]) order by (unit_short_name = 'DPUPR') desc, nip limit 2`,
  )
  const [third] = await acts.rows<{ nip: string }>(
    sql`select nip from workforce.v_people where id = ${cast.facilitator.employeeId}`,
  )
  const [[lestari], [siti], [yuliana]] = [
    await person('Lestari Handayani'),
    await person('Siti Maesaroh'),
    await person('Yuliana Rahmawati'),
  ]
  if (!second || !other || !third || !lestari || !siti) return
  const advance = (employeeId: string, refereeNip: string, texts: Record<string, string>) =>
    acts.as(cast.supervisor, 'supervisor', '2026-10-05', nominateEmployee, {
      employeeId,
      cycleId,
      purpose: 'advancement',
      refereeNip,
      reasons: reasons(texts),
    })
  const referenceOf = async (nominationId: string, who: string) =>
    (
      await acts.rows<{ id: string }>(
        sql`select id from talent.v_nomination_references where nomination_id = ${nominationId} and employee_id = ${who}`,
      )
    )[0].id
  const first = await advance(lestari.id, second.nip, {
    hasil:
      'Paket pemeliharaan rutin 2026 selesai dua pekan lebih awal; keluhan jalan berlubang turun di tiga kecamatan.',
    memimpin: 'Mengatur tiga pelaksana lapangan ketika banjir Februari, tanpa lembur yang tidak tercatat.',
    tumbuh: 'Mempelajari penjadwalan jalur kritis dan memakainya pada paket jembatan pertamanya.',
    integritas: 'Melaporkan sendiri salah hitung volume sebelum pemeriksaan Inspektorat.',
  })
  await acts.as({ ...cast.employee(second.id), name: second.name }, 'asn', '2026-10-09', giveReference, {
    referenceId: await referenceOf(first.id, second.id),
    knownHow: 'Bekerja bersama dalam tim banjir sejak Februari 2026.',
    verdict: 'supports',
    reasons: reasons({
      hasil: 'Laporan kemajuannya dapat dipakai langsung oleh bidang saya, tanpa hitung ulang.',
      memimpin: 'Memimpin rapat harian tim banjir ketika ketua berhalangan, dan keputusannya dijalankan.',
      tumbuh: 'Meminta saya memeriksa jadwal jalur kritisnya, lalu memperbaiki sendiri urutannya.',
      integritas: 'Menolak menandatangani berita acara sebelum volumenya diukur ulang.',
    }),
  })
  await acts.as(cast.committee, 'committee', '2026-10-26', decideNomination, {
    nominationId: first.id,
    decision: 'accepted',
    reason: 'Keempat kriteria disertai contoh yang dikuatkan pejabat kedua; syarat jabatan terpenuhi.',
  })
  const waiting = await advance(siti.id, other.nip, {
    hasil: 'Peta kerusakan jalan kabupaten diperbarui tiap bulan dan menjadi dasar usulan anggaran 2027.',
    memimpin: 'Membimbing dua rekan baru sampai dapat menyusun survei kondisi jalan sendiri.',
    tumbuh: 'Mengambil alih pemeliharaan jembatan ketika pemegangnya pensiun, dengan belajar dari arsip.',
    integritas: 'Mengembalikan kelebihan bahan bakar dinas dan mencatatnya tanpa diminta.',
  })
  await acts.as({ ...cast.employee(other.id), name: other.name }, 'asn', '2026-10-08', declineReference, {
    referenceId: await referenceOf(waiting.id, other.id),
    reason: 'Saya belum pernah bekerja bersama, sehingga tidak dapat menilai.',
  })
  const mine = await advance(cast.asn.employeeId ?? '', other.nip, {
    hasil: 'Paket jembatan Kali Asin maju dua belas persen dari jadwal sesudah pemeriksaan mingguan diubah.',
    memimpin: 'Menggantikan pelaksana yang sakit dan menata ulang giliran kerja dalam dua hari.',
    tumbuh: 'Menerapkan yang dipelajari di program talenta: jadwal jalur kritis dan daftar risiko tiap paket.',
    integritas: 'Menolak hamparan yang belum padat walau penyedia meminta dibayar pada hari itu.',
  })
  await acts.as(cast.supervisor, 'supervisor', '2026-11-19', changeReferee, {
    nominationId: mine.id,
    refereeNip: third.nip,
    reason: 'Pejabat pertama jarang bertemu; yang kedua mendampingi proyek aksinya.',
  })
  const own = await acts.rows<{ id: string; name: string }>(
    sql`select id, name from workforce.v_people where tier = 'Pengawas' and unit_short_name = 'Bappeda' order by nip limit 2`,
  )
  const applied: string[] = []
  for (const p of own)
    applied.push(
      (
        await acts.as({ ...cast.employee(p.id), name: p.name }, 'asn', '2026-10-12', nominateEmployee, {
          employeeId: p.id,
          cycleId,
          purpose: 'lateral',
          reasons: reasons({
            cocok: 'Tiga tahun menyusun RKPD bidang infrastruktur wilayah, termasuk usulan jalan dan drainase.',
            manfaat: 'Unit tujuan mendapat perencana; pekerjaan saya sudah dibagi dengan dua rekan sejak Juli.',
          }),
        })
      ).id,
    )
  if (applied[1])
    await acts.as(cast.officer, 'hr_officer', '2026-11-16', decideNomination, {
      nominationId: applied[1],
      decision: 'declined',
      reason: 'Manfaat bagi unit tujuan belum ditunjukkan: formasi perencana di sana sudah terisi sampai 2027.',
    })
  if (yuliana)
    await acts.as(cast.officer, 'hr_officer', '2026-10-20', nominateEmployee, {
      employeeId: yuliana.id,
      cycleId,
      purpose: 'lateral',
      reasons: reasons({
        cocok: 'Menangani penataan kawasan kumuh sejak 2022, pekerjaan yang sama dengan bidang tujuan.',
        manfaat: 'Bidang tujuan kekurangan satu pengawas; unit asal punya pengganti yang siap.',
      }),
    })
}
