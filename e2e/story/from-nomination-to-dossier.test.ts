import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DemoRole } from '../../scripts/browser/crawl.ts'
import { addDays, type Day } from '../../src/core/values/day.ts'
import {
  fill,
  follow,
  formOf,
  mustBeWell,
  openPage,
  press,
  select,
  send,
  startVisit,
  tick,
  type Visit,
  wordsOf,
} from '../fixture.ts'

/*
 * The infrastructure story of Kabupaten Contoh by the screens of those who act in it: a supervisor names people, the committee
 * decides, the officer runs the programme, Dimas learns and applies, his supervisor confirms, the leader decides.
 */

const programme = 'Program Talenta Infrastruktur 2027'
const task = 'Paket kecil: pengawasan mutu drainase Sukamaju'
const behaviour = 'Memeriksa mutu pekerjaan dengan daftar periksa sebelum termin dibayar.'
const quality = 'Pengawasan Mutu Konstruksi'
const post = 'Kepala Bidang Bina Marga'

let visit: Visit
/** One page of each who acts, kept over the whole story. */
let asn: Page
let supervisor: Page
let officer: Page
let committee: Page
let facilitator: Page
let leader: Page
let today: Day
/** Addresses the story comes back to. */
let programmeAt: string
let gapAt: string
let classAt: string

beforeAll(async () => {
  visit = await startVisit()
  const pageOf = async (role: DemoRole) => (await visit.as(role)).newPage()
  asn = await pageOf('asn')
  supervisor = await pageOf('supervisor')
  officer = await pageOf('hr_officer')
  committee = await pageOf('committee')
  facilitator = await pageOf('facilitator')
  leader = await pageOf('leader')
})
afterAll(() => visit?.close())

const main = (page: Page) => page.locator('main')
const row = (page: Page, ...words: string[]) =>
  words.reduce((rows, text) => rows.filter({ hasText: text }), page.locator('main tbody tr')).first()

/** What Dimas reads of one competency on the way to his target post: level held, level lacking. */
const gapOf = async (name: string): Promise<{ held: string; lacks: string; total: string }> => {
  await openPage(asn, gapAt)
  const cells = row(asn, name).locator('th, td')
  const texts = (await cells.allInnerTexts()).map(t => t.replace(/\s+/g, ' ').trim())
  const total = await asn.locator('section', { hasText: 'Jumlah level yang kurang' }).last().innerText()
  return { held: texts[2], lacks: texts[3], total: total.replace(/\s+/g, ' ') }
}

/** Opens, in place, what waits in the supervisor's queue and is told with these words. */
const openInQueue = async (words: string[]) => {
  const told = (items: Locator) => words.reduce((found, text) => found.filter({ hasText: text }), items).first()
  await openPage(supervisor, '/')
  const item = told(supervisor.locator('main li:has(h2)'))
  if (!(await item.evaluate(e => e.classList.contains('open-item'))))
    await follow(supervisor, /./, item.locator('.act'))
  return told(supervisor.locator('li.open-item'))
}

/** JP of the year that count toward the duty, as Dimas reads it at home. */
const jpOf = async (): Promise<number> => {
  await openPage(asn, '/')
  return Number(/([\d.,]+) JP dari kewajiban/.exec(await wordsOf(asn))?.[1].replace(',', '.'))
}

test('The officer opens a programme toward a goal, with published weights and units to compare with', async () => {
  await openPage(officer, '/pendampingan/tindak-lanjut/baru?cari=Dimas Anggara')
  today = (await officer.locator('[name=agreedOn]').inputValue()) as Day
  await openPage(officer, '/diklat/program')
  await follow(officer, 'Buka program')
  await select(officer, 'goalId', 'infrastruktur')
  await select(officer, 'budgetLineId', 'Pelatihan teknis (2027)')
  for (const name of ['Dinas Pekerjaan Umum', 'Dinas Perumahan']) await tick(officer, 'programmeUnits', name)
  for (const name of ['Dinas Perhubungan', 'Dinas Lingkungan Hidup']) await tick(officer, 'comparisonUnits', name)
  await send(officer, 'Buka program', {
    code: 'INFRA-2027',
    name: programme,
    purpose: 'Paket pekerjaan terlambat dan anggaran kurang terserap.',
    startsOn: addDays(today, 1),
    endsOn: addDays(today, 300),
    effectFrom: '2027-01-01',
    fullEffectFrom: '2027-04-01',
    seats: 1,
    kriteria1: 'Kinerja',
    bobot1: 30,
    kriteria2: 'Uji teknis',
    bobot2: 40,
    kriteria3: 'Wawancara koordinasi',
    bobot3: 30,
  })
  expect(await wordsOf(officer, 'h1')).toBe(programme)
  programmeAt = new URL(officer.url()).pathname
})

test('The supervisor names two of her team from her queue and the programme; the committee decides each with a reason', async () => {
  const rationale = 'Menguasai teknik pekerjaan, dipercaya rekan, dan mampu mengoordinasi penyedia di lapangan.'
  const afterwards = 'Memimpin satu paket kecil sesudah program, dengan penugasan dari saya.'
  const asked = await openInQueue([programme])
  await select(supervisor, 'orang', 'Dimas Anggara', asked)
  await fill(supervisor, { 'alasan-bukti': rationale, 'alasan-terapan': afterwards }, asked)
  await press(supervisor, 'Usulkan dan lanjut', asked)
  await mustBeWell(supervisor)
  await openPage(supervisor, programmeAt)
  await follow(supervisor, 'Usulkan orang')
  await select(supervisor, 'employeeId', 'Siti Maesaroh')
  await send(supervisor, 'Kirim usulan', { 'reason:bukti': rationale, 'reason:terapan': afterwards })

  for (const name of ['Dimas Anggara', 'Siti Maesaroh']) {
    await openPage(committee, '/talenta/usulan')
    await row(committee, name, 'Program', 'Menunggu keputusan').getByRole('link', { name: 'Putuskan' }).click()
    await committee.waitForLoadState('load')
    await mustBeWell(committee)
    await send(committee, 'Simpan keputusan', {
      decision: 'accepted',
      reason: 'Syarat peserta terpenuhi; dinilai dengan bobot yang diumumkan.',
    })
  }
  await openPage(committee, '/talenta/usulan')
  expect(await row(committee, 'Dimas Anggara', 'Program', 'Diterima').count()).toBe(1)
})

test('Participants are chosen by the published weights, and the score opens to its parts', async () => {
  await openPage(officer, programmeAt)
  for (const [name, marks] of [
    ['Dimas Anggara', [84, 91, 80]],
    ['Siti Maesaroh', [86, 70, 78]],
  ] as const) {
    await select(officer, 'employeeId', name, formOf(officer, 'Simpan nilai'))
    await send(officer, 'Simpan nilai', {
      'kriteria-kinerja': marks[0],
      'kriteria-uji-teknis': marks[1],
      'kriteria-wawancara-koordinasi': marks[2],
    })
  }
  await press(officer, 'Pilih menurut bobot')
  await mustBeWell(officer)
  // 0.3 × 84 + 0.4 × 91 + 0.3 × 80.
  expect(await row(officer, 'Dimas Anggara', 'peserta').textContent()).toContain('85,6')
  expect(await row(officer, 'Siti Maesaroh').textContent()).toContain('belum terpilih')
  await follow(officer, /85,6/)
  expect(await wordsOf(officer)).toMatch(/Uji teknis/)
})

test('What the units shall reach is agreed before the start; mentor and coach are named; the programme runs', async () => {
  await openPage(officer, programmeAt)
  for (const [indicator, target, baseline] of [
    ['Bagian paket terlambat', 25, 34],
    ['Serapan anggaran', 90, 81],
  ] as const) {
    await select(officer, 'indicatorId', indicator, formOf(officer, 'Simpan target'))
    await send(officer, 'Simpan target', {
      target,
      baseline,
      agreedBy: 'Bupati Contoh bersama Kepala DPUPR',
      agreedOn: addDays(today, -7),
    })
  }
  expect(await wordsOf(officer)).not.toContain('sesudah mulai')
  await press(officer, 'Catat disepakati')
  await select(officer, 'employeeId', 'Dimas Anggara', formOf(officer, 'Simpan pembimbing'))
  await send(officer, 'Simpan pembimbing', { mentorName: 'Rahmat Hidayat', coachName: 'Agus Setiawan' })
  await press(officer, 'Mulai program')
  await mustBeWell(officer)
  expect(await row(officer, 'Dimas Anggara').textContent()).toContain('mentor Rahmat Hidayat')
})

test('The plan of the programme is drafted by the supervisor and agreed by both, each activity with its indicator', async () => {
  await openPage(supervisor, programmeAt)
  await follow(supervisor, 'Susun rencana Dimas Anggara')
  expect(await supervisor.locator('[name=reason]').inputValue()).toBe(`Jalur ${programme}`)
  await press(supervisor, 'Buat draf dari pilihan ini')
  await mustBeWell(supervisor)
  const planAt = new URL(supervisor.url()).pathname

  await follow(supervisor, 'Tambah kegiatan')
  await select(supervisor, 'modul', quality)
  await press(supervisor, 'Isi dari katalog')
  await send(supervisor, 'Simpan kegiatan', {
    startsOn: today,
    endsOn: today,
    indicator: 'Nilai uji sesudah pelatihan paling sedikit 75',
    target: '75',
    evidenceAsked: 'Hasil uji',
    checkedBy: 'Ratna Wulandari',
  })
  await follow(supervisor, 'Tambah kegiatan')
  await select(supervisor, 'competencyId', quality)
  await send(supervisor, 'Simpan kegiatan', {
    title: task,
    method: 'proyek',
    shareClass: 70,
    toLevel: 1,
    startsOn: addDays(today, -60),
    endsOn: addDays(today, -18),
    indicator: 'Selesai tepat waktu dan tanpa adendum biaya',
    target: '0 hari terlambat',
    evidenceAsked: 'Berita acara serah terima',
    checkedBy: 'Ratna Wulandari',
  })
  await press(supervisor, 'Setujui rencana')
  await mustBeWell(supervisor)

  await openPage(asn, '/')
  await follow(asn, /Setujui rencana versi/)
  expect(new URL(asn.url()).pathname).toBe(planAt)
  await press(asn, 'Setujui rencana')
  await mustBeWell(asn)
  expect(await wordsOf(asn)).toMatch(/disetujui/)
})

test('Dimas learns in a class of the programme: enrolled, present, tested; the result stands in his profile and his JP', async () => {
  const jp = await jpOf()
  await follow(asn, 'Lihat semua', asn.locator('section', { hasText: 'Kesenjangan kompetensi' }).last())
  gapAt = new URL(asn.url()).pathname + new URL(asn.url()).search
  expect(await gapOf(quality)).toMatchObject({ held: expect.stringMatching(/belum|tidak|–/i) })

  await openPage(officer, `/diklat/katalog?cari=${encodeURIComponent(quality)}`)
  await follow(officer, quality)
  await follow(officer, 'Tambah jadwal')
  await send(officer, 'Simpan kelas', {
    code: 'MP-04-2026-X',
    mode: 'tatap_muka',
    startsOn: today,
    endsOn: today,
    seats: 10,
    seatsMinimum: 1,
  })
  await openPage(officer, '/diklat/jadwal')
  const session = row(officer, 'MP-04-2026-X')
  await select(officer, 'programmeId', programme, session)
  await press(officer, new RegExp(`^Buka kelas ${quality} MP-04-2026-X`), session)
  await mustBeWell(officer)
  classAt = new URL(officer.url()).pathname
  await tick(officer, 'employeeIds', 'Dimas Anggara')
  await press(officer, 'Daftarkan')
  await mustBeWell(officer)

  await openPage(facilitator, classAt)
  await follow(facilitator, 'Catat hasil')
  await send(facilitator, 'Simpan hasil', {
    attendedJp: 24,
    scoreBefore: 55,
    scoreAfter: 82,
    result: 'passed',
    certificate: 'MP-04/001/2026',
  })
  expect(await row(facilitator, 'Dimas Anggara').textContent()).toContain('Lulus')
  expect(await jpOf()).toBe(jp + 24)
  await openPage(asn, gapAt)
  expect(await wordsOf(asn)).toMatch(/Hasil belajar: 3/)
})

test('A result marked wrongly is corrected with a reason, which stands in the class and in the record', async () => {
  const reason = 'Daftar hadir hari pertama: pulang dua JP lebih awal.'
  const jp = await jpOf()
  await openPage(facilitator, classAt)
  await follow(facilitator, 'Perbaiki')
  await send(facilitator, 'Simpan perbaikan', { attendedJp: 22, reason })
  const corrected = await row(facilitator, 'Dimas Anggara').textContent()
  expect(corrected).toContain('22')
  expect(corrected).toContain(`Diperbaiki: ${reason}`)
  expect(await jpOf()).toBe(jp - 2)
})

test('A small package is given, reported and confirmed in the queue; the gap figure moves', async () => {
  const before = await gapOf(quality)
  await openPage(supervisor, '/pendampingan/penugasan')
  await follow(supervisor, 'Beri penugasan')
  await select(supervisor, 'pegawai', 'Dimas Anggara')
  await press(supervisor, 'Lanjut')
  await mustBeWell(supervisor)
  await select(supervisor, 'planItemId', task)
  await select(supervisor, 'programmeId', programme)
  await send(supervisor, 'Beri penugasan', {
    title: task,
    value: 180_000_000,
    startsOn: addDays(today, -60),
    dueOn: addDays(today, -18),
  })

  await openPage(asn, '/pendampingan/penugasan')
  await follow(asn, task)
  await send(asn, 'Kirim laporan', {
    progress: 100,
    finishedOn: addDays(today, -20),
    result: 'Drainase 400 meter selesai tanpa adendum.',
  })

  const finished = await openInQueue([task, 'Dimas'])
  await fill(supervisor, { jawaban: 'ya' }, finished)
  await press(supervisor, 'Simpan dan lanjut', finished)
  await mustBeWell(supervisor)

  const after = await gapOf(quality)
  expect(before.held).not.toBe('1')
  expect(after).toMatchObject({ held: '1', lacks: '0' })
})

test('What a mentor saw counts as his word once Dimas has confirmed the meeting', async () => {
  await openPage(facilitator, '/pendampingan')
  await follow(facilitator, 'Catat pertemuan')
  await fill(facilitator, { cari: 'Dimas Anggara' })
  await press(facilitator, 'Cari')
  await mustBeWell(facilitator)
  await select(facilitator, 'employeeId', 'Dimas Anggara')
  await select(facilitator, 'seen.competencyId', quality)
  await select(facilitator, 'seen.level', 'Level 1')
  await send(facilitator, 'Simpan catatan', {
    kind: 'mentoring',
    topic: 'Membaca hasil uji mutu',
    'seen.example': 'Menolak hamparan yang belum padat dengan alasan dari hasil uji.',
  })

  await openPage(asn, '/')
  await follow(asn, /./, asn.locator('ul.waiting > li').filter({ hasText: /Konfirmasi mentoring/ }))
  await press(asn, 'Konfirmasi pertemuan')
  await mustBeWell(asn)
  await openPage(asn, gapAt)
  expect(await wordsOf(asn)).toMatch(/Pengamatan coach atau mentor: 1/)
})

test('A behaviour agreed beforehand is seen on day 60 by Dimas and by his supervisor; the gap closes', async () => {
  await openPage(supervisor, '/pendampingan/tindak-lanjut')
  await follow(supervisor, 'Sepakati perilaku')
  await tick(supervisor, 'employeeIds', 'Dimas Anggara')
  await select(supervisor, 'competencyId', quality)
  await select(supervisor, 'programmeId', programme)
  await send(supervisor, 'Sepakati dan jadwalkan', {
    statement: behaviour,
    toLevel: 2,
    agreedOn: addDays(today, -75),
    from: addDays(today, -70),
  })

  await openPage(asn, '/')
  const own = asn.locator('ul.waiting > li').filter({ hasText: behaviour }).filter({ hasText: '60 hari' })
  await follow(asn, /./, own)
  await asn.locator('select[name=value]').first().selectOption('3')
  await send(asn, 'Simpan jawaban', { verdict: 'ya', note: 'Daftar periksa dipakai pada tiga termin.' })
  const seen = await openInQueue([behaviour, '60 hari'])
  await fill(supervisor, { jawaban: 'alone' }, seen)
  await press(supervisor, 'Simpan dan lanjut', seen)
  await mustBeWell(supervisor)
  expect(await gapOf(quality)).toMatchObject({ held: '2', lacks: '0' })
})

test('The evaluation says what may be said, the same on every page that tells it', async () => {
  await openPage(officer, '/evaluasi')
  const told = await row(officer, 'Program Talenta Infrastruktur 2026').innerText()
  expect(told).toMatch(/Lama keterlambatan paket, median: indikasi membaik/)
  expect(told).toMatch(/Bagian paket terlambat: belum dapat disimpulkan/)
  await follow(officer, 'Program Talenta Infrastruktur 2026')
  const page = await wordsOf(officer)
  expect(page).toMatch(/indikasi membaik/i)
  expect(page).toMatch(/belum dapat disimpulkan/i)

  await openPage(officer, programmeAt)
  await follow(officer, 'Evaluasi program')
  await press(officer, 'Hitung evaluasi')
  await mustBeWell(officer)
  const young = await wordsOf(officer)
  expect(young).toMatch(/Target disepakati .*, sebelum program mulai/)
  expect(young).toMatch(/belum dapat disimpulkan/i)
  expect(young).not.toMatch(/indikasi membaik/i)
})

test('The bench is computed anew; the dossier leads back along the chain, is decided, and is fetched as a tagged PDF', async () => {
  await openPage(officer, '/suksesi')
  await press(officer, 'Susun ulang')
  await mustBeWell(officer)
  await follow(officer, new RegExp(`^${post}`))
  await follow(officer, 'Dimas Anggara')
  expect(await wordsOf(officer)).toContain(quality)
  await officer.goBack()
  await follow(officer, 'Siapkan berkas')
  await select(officer, 'employeeId', 'Dimas Anggara')
  await send(officer, 'Susun berkas', {
    recommendation: 'Dicalonkan, ditempatkan sejak 24 April 2027.',
    considerations: 'Menyelesaikan program, memimpin satu paket kecil tepat waktu; masa jabatan genap pada April 2027.',
  })
  const dossierAt = new URL(officer.url()).pathname
  await press(officer, 'Ajukan ke pimpinan')
  await mustBeWell(officer)
  const dossier = await wordsOf(officer)
  expect(dossier).toContain('beku sejak')
  expect(dossier).toContain(task)
  expect(dossier).toContain(programme)

  await openPage(leader, '/')
  await leader.locator(`main a[href="${dossierAt}"]`).first().click()
  await leader.waitForLoadState('load')
  await mustBeWell(leader)
  await send(leader, 'Putuskan', { decision: 'approved', reason: 'Bukti lengkap dan dapat ditelusuri.' })
  expect(await wordsOf(leader, 'h1')).toMatch(/Mengapa Dimas Anggara ditempatkan/)

  const copy = await officer.context().request.get(`${dossierAt}.pdf`)
  expect(copy.status()).toBe(200)
  expect(copy.headers()['content-type']).toContain('application/pdf')
  const bytes = await copy.body()
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  expect(bytes.length).toBeGreaterThan(10_000)

  await openPage(asn, dossierAt)
  expect(await main(asn).textContent()).not.toContain('Siapa membuka berkas ini')
})
