import { addDays, addMonths, type Day } from '#core/values/day.ts'
import { tierOf } from '#domain/workforce/position/position-tier.ts'
import { type Chance, clip } from './chance.ts'
import { isInScope, type Person, today } from './people.ts'
import { levelOfTier, nationalCodes, technicalOf } from './standards.ts'

type Expectation = 'above' | 'meets' | 'below'
/** The matrix of work result and behaviour that gives each predicate. */
const matrix: Record<string, [Expectation, Expectation][]> = {
  'Sangat Baik': [['above', 'above']],
  Baik: [
    ['meets', 'meets'],
    ['above', 'meets'],
    ['meets', 'above'],
  ],
  'Butuh Perbaikan': [
    ['below', 'meets'],
    ['below', 'above'],
  ],
  Kurang: [
    ['meets', 'below'],
    ['above', 'below'],
  ],
  'Sangat Kurang': [['below', 'below']],
}

/** Names of the story whose records are told, not drawn. */
export const storyNames = new Set([
  'Dimas Anggara',
  'Ratna Wulandari',
  'Yuliana Rahmawati',
  'Rahmat Hidayat',
  'Nurhayati',
  'Agus Setiawan',
  'Siti Maesaroh',
  'Lestari Handayani',
])

/** Levels the story tells of two people: what they still lack, and what a test found. */
const toldLevels: Record<string, { short: string[]; technical: Record<string, number> }> = {
  'Dimas Anggara': { short: ['M.3', 'M.6'], technical: { 'Manajemen Proyek': 2, 'Pengelolaan Kontrak Konstruksi': 1 } },
  'Yuliana Rahmawati': {
    short: ['M.6'],
    technical: { 'Manajemen Proyek': 2, 'Pengelolaan Kontrak Konstruksi': 2, 'Pengawasan Mutu Konstruksi': 3 },
  },
}

export type Drawn = {
  appraisals: { person: Person; year: number; rating: string; result: Expectation; behaviour: Expectation }[]
  trainings: {
    person: Person
    name: string
    form: string
    provider: string
    certificate: string | null
    startsOn: Day
    endsOn: Day
    jp: number | null
    leadership: string | null
  }[]
  careers: {
    person: Person
    title: string
    unit: string
    tier: string
    family: string
    assignment: string
    startsOn: Day
    endsOn: Day | null
  }[]
  awards: { person: Person; name: string; level: 'national' | 'inter-agency' | 'agency' | 'service-years'; on: Day }[]
  teamRoles: { person: Person; name: string; role: 'chair' | 'member'; reach: 'inter-agency' | 'internal'; on: Day }[]
  sanctions: { person: Person; level: 'ringan' | 'sedang' | 'berat'; name: string; startsOn: Day; endsOn: Day }[]
  assessments: {
    person: Person
    on: Day
    potential: number
    levels: { code: string; level: number; standardLevel: number | null }[]
  }[]
  /** Everybody whose file was looked through for the cycle. */
  checked: Person[]
  feedback: { person: Person; rating: string; raters: number }[]
}

const courses: Record<string, string[]> = {
  guru: ['Implementasi Kurikulum', 'Asesmen Pembelajaran', 'Literasi dan Numerasi', 'Manajemen Kelas'],
  kesehatan: ['Pelayanan Prima Puskesmas', 'Kegawatdaruratan Dasar', 'Pencegahan Infeksi', 'Keselamatan Pasien'],
  other: [
    'Literasi Digital ASN',
    'Penyusunan SKP',
    'Pelayanan Publik Prima',
    'Pengelolaan Arsip Dinamis',
    'Analisis Data untuk Kebijakan',
    'Komunikasi Efektif',
    'Manajemen Risiko',
    'Penganggaran Berbasis Kinerja',
  ],
}
const providers = [
  'BKPSDM Kabupaten Contoh',
  'BPSDM Provinsi Contoh',
  'Pusdiklat Fiktif Nusantara',
  'Lembaga Pelatihan Contoh',
]

const day = (year: number, month: number, d: number) =>
  `${year}-${String(month).padStart(2, '0')}-${String(d).padStart(2, '0')}` as Day

/** Everything the register holds of people beside themselves. */
export const drawRecords = (chance: Chance, people: readonly Person[]): Drawn => {
  const drawn: Drawn = {
    appraisals: [],
    trainings: [],
    careers: [],
    awards: [],
    teamRoles: [],
    sanctions: [],
    assessments: [],
    checked: [],
    feedback: [],
  }
  const spread = [
    ['Sangat Baik', 12],
    ['Baik', 84],
    ['Butuh Perbaikan', 3],
    ['Kurang', 0.7],
    ['Sangat Kurang', 0.3],
  ] as const
  people.forEach((person, index) => {
    const inStory = storyNames.has(person.name)
    const tier = tierOf(person.title, person.tier)
    const merit = inStory ? 0.8 : chance.share()
    const inScope = isInScope(person)

    for (const year of [2024, 2025]) {
      if (!inStory && chance.is(year === 2025 ? 0.05 : 0.03)) continue
      if (Number(person.hiredOn.slice(0, 4)) > year) continue
      const rating = inStory
        ? merit > 0.75 && year === 2025 && person.name === 'Yuliana Rahmawati'
          ? 'Sangat Baik'
          : 'Baik'
        : inScope && merit > 0.8
          ? chance.weighted([
              ['Sangat Baik', 55],
              ['Baik', 45],
            ])
          : chance.weighted(spread)
      const [result, behaviour] = chance.pick(matrix[rating]!)
      drawn.appraisals.push({ person, year, rating, result, behaviour })
    }

    drawTrainings(chance, drawn, person, index)

    const since = person.positionSince ?? day(2020, 1, 2)
    drawn.careers.push({
      person,
      title: person.title,
      unit: person.unit.name,
      tier,
      family: person.family,
      assignment: 'Definitif',
      startsOn: since,
      endsOn: null,
    })
    if (person.acting)
      drawn.careers.push({
        person,
        title: person.acting.title,
        unit: person.acting.unit,
        tier: 'JPT Pratama',
        family: person.family,
        assignment: 'Plt',
        startsOn: person.acting.since,
        endsOn: null,
      })
    if (person.former)
      drawn.careers.push({
        person,
        title: person.former.title,
        unit: person.former.unit,
        tier,
        family: person.family,
        assignment: 'Definitif',
        startsOn: person.former.since,
        endsOn: person.former.until,
      })
    if (inScope && since > person.hiredOn) {
      const earlier =
        tier === 'JPT Pratama'
          ? ['Administrator', 'Pengawas']
          : tier === 'Administrator'
            ? ['Pengawas', 'JF Ahli Muda']
            : tier === 'Pengawas'
              ? ['JF Ahli Pertama']
              : ['Pelaksana']
      let end = addDays(person.former?.since ?? since, -1)
      for (const [i, earlierTier] of earlier.entries()) {
        const isLast = i === earlier.length - 1
        const start = isLast ? person.hiredOn : addMonths(end, -chance.whole(36, 84))
        if (start >= end) break
        const from = [start, person.hiredOn].sort()[1]!
        drawn.careers.push({
          person,
          title:
            earlierTier === 'Pelaksana'
              ? 'Pengolah Data dan Informasi'
              : earlierTier.startsWith('JF')
                ? `Analis Kebijakan ${earlierTier.slice(3)}`
                : earlierTier === 'Pengawas'
                  ? 'Kepala Subbagian Program'
                  : 'Kepala Bidang Perencanaan',
          unit: inStory || chance.is(0.6) ? person.unit.name : 'Badan Perencanaan Pembangunan Daerah',
          tier: earlierTier,
          family: inStory || chance.is(0.7) ? person.family : 'Perencanaan',
          assignment: 'Definitif',
          startsOn: from,
          endsOn: end,
        })
        end = addDays(from, -1)
        if (from === person.hiredOn) break
      }
      if (chance.is(0.12) && person.group !== 'teknis')
        drawn.careers.push({
          person,
          title: `Plt ${person.title}`,
          unit: person.unit.name,
          tier,
          family: person.family,
          assignment: 'Plt',
          startsOn: addMonths(today, -chance.whole(8, 40)),
          endsOn: addMonths(today, -chance.whole(1, 6)),
        })
    }

    if (chance.is(0.025) && !inStory) {
      const level = chance.weighted([
        ['ringan', 56],
        ['sedang', 32],
        ['berat', 12],
      ] as const)
      const startsOn = addDays(today, -chance.whole(60, 1700))
      const name =
        level === 'ringan'
          ? 'Teguran tertulis'
          : level === 'sedang'
            ? 'Penundaan kenaikan gaji berkala 1 tahun'
            : 'Penurunan jabatan setingkat 12 bulan'
      drawn.sanctions.push({ person, level, name, startsOn, endsOn: addMonths(startsOn, level === 'ringan' ? 6 : 12) })
    }
    const years = 2026 - Number(person.hiredOn.slice(0, 4))
    if (person.employment === 'PNS' && years >= 10 && chance.is(0.6))
      drawn.awards.push({
        person,
        name: `Satyalancana Karya Satya ${years >= 30 ? 'XXX' : years >= 20 ? 'XX' : 'X'} Tahun`,
        level: 'service-years',
        on: day(2025, 8, 17),
      })
    if (!inScope) return

    const share = { jpt: 0.95, administrator: 0.7, pengawas: 0.45, teknis: 0.2 }[person.group as 'jpt'] ?? 0
    const programmeBoost = person.unit.side === 'programme' ? 0.2 : 0
    const isAssessed = inStory || chance.is(share + programmeBoost)
    const isExpired = !isAssessed && chance.is(0.24)
    if (isAssessed || isExpired) {
      const on =
        person.name === 'Dimas Anggara'
          ? day(2024, 5, 14)
          : isExpired
            ? addDays(today, -chance.whole(1110, 1600))
            : addDays(today, -chance.whole(60, 1040))
      const level = levelOfTier(tier)
      const potential =
        Math.round(clip(inStory ? chance.normal(76, 4) : chance.normal(64 + 10 * merit, 10), 35, 97) * 100) / 100
      const jpm = clip(chance.normal(inStory ? 89 : 76 + 12 * merit, 7), 55, 108)
      const levels = nationalCodes.map(code => ({ code: code as string, level, standardLevel: level }))
      let short = Math.round(level * 9 * (1 - jpm / 100))
      for (const l of chance.shuffled(levels)) {
        if (short > 0) {
          l.level -= 1
          short -= 1
        } else if (short < 0 && l.level < 5) {
          l.level += 1
          short += 1
        }
      }
      if (short > 0) for (const l of chance.shuffled(levels)) if (short-- > 0) l.level = Math.max(0, l.level - 1)
      // Those who do well often reach a level above what their present post asks.
      const above = clip((merit - 0.4) * 1.1, 0, 0.62)
      for (const l of levels) if (l.level >= level && l.level < 5 && chance.is(above)) l.level += 1
      const told = toldLevels[person.name]
      if (told) for (const l of levels) l.level = told.short.includes(l.code) ? 2 : 3
      const technical = (technicalOf[person.family] ?? []).flatMap((name, i) => {
        const fixed = told?.technical[name]
        if (told && fixed === undefined) return []
        if (!told && chance.is(0.15)) return []
        const asked = Math.max(1, i === 0 ? level : level - 1)
        return [
          {
            code: `T.${name}`,
            level: fixed ?? clip(Math.round(chance.normal(asked + 1.1 * (merit - 0.35), 0.7)), 1, 5),
            standardLevel: null,
          },
        ]
      })
      drawn.assessments.push({ person, on, potential, levels: [...levels, ...technical] })
    }
    if (isAssessed) {
      drawn.checked.push(person)
      if (inStory || chance.is(0.985))
        drawn.feedback.push({
          person,
          rating:
            merit > 0.82
              ? chance.weighted([
                  ['Sangat Baik', 5],
                  ['Baik', 5],
                ])
              : chance.weighted([
                  ['Baik', 92],
                  ['Butuh Perbaikan', 8],
                ]),
          raters: chance.whole(5, 9),
        })
      if (chance.is(0.22 + 0.35 * merit))
        drawn.awards.push({
          person,
          name: chance.pick([
            'Pegawai Berprestasi Kabupaten Contoh',
            'Inovasi Pelayanan Publik',
            'Pengelola Kinerja Terbaik',
          ]),
          level:
            merit > 0.88
              ? chance.weighted([
                  ['national', 3],
                  ['inter-agency', 3],
                  ['agency', 4],
                ] as const)
              : chance.weighted([
                  ['inter-agency', 2],
                  ['agency', 8],
                ] as const),
          on: addDays(today, -chance.whole(60, 1500)),
        })
      if (inStory || chance.is(0.62 + 0.25 * merit))
        drawn.teamRoles.push({
          person,
          name: chance.pick([
            'Tim Percepatan Penyerapan Anggaran',
            'Tim Reformasi Birokrasi',
            'Tim SPBE',
            'Tim Penyusun RKPD',
            'Tim Pengendalian Inflasi',
          ]),
          role:
            merit > 0.7
              ? chance.weighted([
                  ['chair', inStory ? 1 : 6],
                  ['member', inStory ? 0 : 4],
                ] as const)
              : chance.weighted([
                  ['chair', 1],
                  ['member', 9],
                ] as const),
          reach: chance.weighted([
            // Who the story tells of led a team across units.
            ['inter-agency', inStory ? 1 : 4],
            ['internal', inStory ? 0 : 6],
          ] as const),
          on: addDays(today, -chance.whole(30, 650)),
        })
    } else if (chance.is(0.5)) drawn.checked.push(person)
  })
  return drawn
}

const drawTrainings = (chance: Chance, drawn: Drawn, person: Person, index: number): void => {
  const number = () =>
    chance.is(0.97) ? `${String(drawn.trainings.length + 1).padStart(5, '0')}/DKL/${index % 97}/2026` : null
  const push = (name: string, form: string, endsOn: Day, jp: number | null, leadership: string | null = null) =>
    drawn.trainings.push({
      person,
      name,
      form,
      provider: chance.pick(providers),
      certificate: number(),
      startsOn: addDays(endsOn, -Math.max(1, Math.round((jp ?? 8) / 8))),
      endsOn,
      jp,
      leadership,
    })
  if (person.name === 'Dimas Anggara') {
    push('Pelatihan Kepemimpinan Pengawas', 'Pelatihan Struktural', day(2024, 9, 27), 900, 'PKP')
    push('Komunikasi Efektif dengan Pemangku Kepentingan', 'Pelatihan Teknis', day(2026, 6, 12), 10)
    return
  }
  const form = () =>
    chance.weighted([
      ['Pelatihan Teknis', 5],
      ['E-Learning', 4],
      ['Seminar', 2],
      ['Bimbingan Teknis', 3],
    ])
  const list = courses[person.group] ?? courses.other!
  const goal = chance.weighted([
    [0, 28],
    [6, 20],
    [15, 17],
    [26, 35],
  ])
  for (let left = goal; left > 0; ) {
    const jp = left <= 6 ? chance.whole(3, 8) : chance.whole(8, 20)
    push(chance.pick(list), form(), day(2026, chance.whole(1, 10), chance.whole(1, 28)), chance.is(0.985) ? jp : null)
    left -= jp
  }
  if (chance.is(0.3))
    push(chance.pick(list), form(), day(2025, chance.whole(2, 12), chance.whole(1, 28)), chance.whole(6, 24))
  if (chance.is(0.01) && drawn.trainings.at(-1)?.person === person) {
    const last = drawn.trainings.at(-1)!
    // The same course handed in twice, with another certificate number.
    drawn.trainings.push({ ...last, certificate: number() })
  }
  const share = { jpt: 0.7, administrator: 0.35, pengawas: 0.22 }[person.group as 'jpt'] ?? 0
  if (chance.is(storyNames.has(person.name) ? 1 : share)) {
    const [name, leadership] =
      person.group === 'jpt'
        ? ['Pelatihan Kepemimpinan Nasional Tingkat II', 'PKN II']
        : person.group === 'administrator'
          ? ['Pelatihan Kepemimpinan Administrator', 'PKA']
          : ['Pelatihan Kepemimpinan Pengawas', 'PKP']
    push(name!, 'Pelatihan Struktural', day(chance.whole(2019, 2025), chance.whole(3, 11), 20), 900, leadership)
  }
}
