import { addDays, addMonths, type Day } from '#core/values/day.ts'
import { type Chance, clip } from './chance.ts'
import { aName } from './names.ts'
import {
  executorTitles,
  type Group,
  headTitle,
  healthTitle,
  type Post,
  structuralPosts,
  teacherTitle,
  technicalTitle,
} from './posts.ts'
import type { Unit } from './units.ts'

export const today = '2026-11-24' as Day

export type Person = {
  nip: string
  name: string
  sex: 'L' | 'P'
  birthOn: Day
  employment: 'PNS' | 'PPPK'
  rank: string
  education: string | null
  major: string
  isFieldMatching: boolean
  unit: Unit
  title: string
  /** Echelon or tier, as the list writes it. */
  tier: string
  group: Group
  family: string
  positionSince: Day | null
  hiredOn: Day
  supervisorNip: string | null
  /** The post held just before, which stands vacant since. */
  former?: { title: string; unit: string; since: Day; until: Day }
  /** A vacant post this person keeps for the time being. */
  acting?: { title: string; unit: string; since: Day }
}

/** People the story names; every other name is drawn. The key is `title|unit short name`. */
const named: Record<
  string,
  { name: string; sex: 'L' | 'P'; birthOn: Day; since: Day; education?: string; major?: string }
> = {
  'Kepala Dinas Pekerjaan Umum dan Penataan Ruang|DPUPR': {
    name: 'Hartono Purnama',
    sex: 'L',
    birthOn: '1967-06-14',
    since: '2020-02-03',
    education: 'S-2',
    major: 'Teknik Sipil',
  },
  'Kepala Bidang Bina Marga|DPUPR': {
    name: 'Ratna Wulandari',
    sex: 'P',
    birthOn: '1979-03-22',
    since: '2021-05-03',
    education: 'S-2',
    major: 'Teknik Sipil',
  },
  'Kepala Seksi Pembangunan Jalan dan Jembatan|DPUPR': {
    name: 'Dimas Anggara',
    sex: 'L',
    birthOn: '1988-08-11',
    since: '2024-04-01',
    education: 'S-1',
    major: 'Teknik Sipil',
  },
  'Kepala Seksi Pemeliharaan Jalan|DPUPR': {
    name: 'Siti Maesaroh',
    sex: 'P',
    birthOn: '1984-01-19',
    since: '2021-03-01',
    education: 'S-1',
    major: 'Teknik Sipil',
  },
  'Kepala Seksi Kawasan Permukiman|Disperkim': {
    name: 'Yuliana Rahmawati',
    sex: 'P',
    birthOn: '1986-09-30',
    since: '2022-08-01',
    education: 'S-1',
    major: 'Perencanaan Wilayah dan Kota',
  },
  'Kepala Bidang Cipta Karya|DPUPR': {
    name: 'Rahmat Hidayat',
    sex: 'L',
    birthOn: '1977-11-05',
    since: '2023-02-01',
    education: 'S-1',
    major: 'Teknik Sipil',
  },
  'Kepala Bidang Infrastruktur Wilayah|Bappeda': {
    name: 'Nurhayati',
    sex: 'P',
    birthOn: '1978-04-17',
    since: '2024-06-03',
    education: 'S-2',
    major: 'Perencanaan Wilayah dan Kota',
  },
  'Sekretaris Distan|Distan': {
    name: 'Agus Setiawan',
    sex: 'L',
    birthOn: '1971-06-02',
    since: '2019-09-02',
    education: 'S-2',
    major: 'Administrasi Publik',
  },
  'Kepala Bidang Pengembangan Kompetensi|BKPSDM': {
    name: 'Wulan Sari',
    sex: 'P',
    birthOn: '1981-12-08',
    since: '2022-01-03',
    education: 'S-2',
    major: 'Manajemen',
  },
}
const namedFunctional = [
  { name: 'Lestari Handayani', sex: 'P', title: 'Teknik Jalan dan Jembatan Ahli Muda', tier: 'JF Ahli Muda' },
  { name: 'Made Sukerta', sex: 'L', title: 'Teknik Jalan dan Jembatan Ahli Muda', tier: 'JF Ahli Muda' },
  { name: 'Rizal Fauzi', sex: 'L', title: 'Teknik Jalan dan Jembatan Ahli Pertama', tier: 'JF Ahli Pertama' },
] as const

const vacantTitles = new Set([
  'Kepala Dinas Kesehatan|Dinkes',
  'Kepala Dinas Pariwisata, Kepemudaan dan Olahraga|Disporapar',
  'Kepala Dinas Pengendalian Penduduk dan Keluarga Berencana|DPPKB',
  'Kepala Bidang Kawasan Permukiman|Disperkim',
  'Kepala Bidang Irigasi|DSDA',
  'Kepala Bidang Aset|BPKAD',
  'Kepala Bidang Hortikultura|Distan',
  'Kepala Bidang Pendataan|Bapenda',
])
/** Which vacant post its last holder left, for which, and the last day in it. */
const leftBehind: [title: string, unit: string, successorTitle: string, successorUnit: string, until: Day][] = [
  ['Kepala Dinas Kesehatan', 'Dinkes', 'Asisten Pemerintahan dan Kesejahteraan Rakyat', 'Setda', '2026-08-23'],
  [
    'Kepala Dinas Pariwisata, Kepemudaan dan Olahraga',
    'Disporapar',
    'Asisten Perekonomian dan Pembangunan',
    'Setda',
    '2026-05-31',
  ],
  ['Kepala Dinas Pengendalian Penduduk dan Keluarga Berencana', 'DPPKB', 'Kepala Dinas Sosial', 'Dinsos', '2026-09-30'],
  ['Kepala Bidang Kawasan Permukiman', 'Disperkim', 'Kepala Bidang Perumahan', 'Disperkim', '2026-08-31'],
  ['Kepala Bidang Irigasi', 'DSDA', 'Kepala Bidang Sungai dan Pantai', 'DSDA', '2026-06-30'],
  ['Kepala Bidang Aset', 'BPKAD', 'Kepala Bidang Perbendaharaan', 'BPKAD', '2026-04-30'],
]
const keyOf = (post: Post) => `${post.title}|${post.unit.short}`

const shareOfWomen: Record<Group, number> = {
  jpt: 0.14,
  administrator: 0.3,
  pengawas: 0.42,
  guru: 0.66,
  kesehatan: 0.78,
  teknis: 0.45,
  pelaksana: 0.36,
}
const ages: Record<Group, [number, number]> = {
  jpt: [47, 59],
  administrator: [41, 57],
  pengawas: [34, 57],
  guru: [27, 59],
  kesehatan: [25, 57],
  teknis: [27, 57],
  pelaksana: [25, 57],
}
const ranks: Record<Group, string[]> = {
  jpt: ['IV/b', 'IV/c', 'IV/c'],
  administrator: ['III/d', 'IV/a', 'IV/a', 'IV/b'],
  pengawas: ['III/b', 'III/c', 'III/d', 'III/d', 'IV/a'],
  guru: ['III/b', 'III/c', 'III/d', 'IV/a', 'IV/a', 'IV/b'],
  kesehatan: ['II/d', 'III/a', 'III/b', 'III/c', 'III/d', 'IV/a'],
  teknis: ['III/a', 'III/b', 'III/c', 'III/d'],
  pelaksana: ['I/d', 'II/a', 'II/b', 'II/c', 'II/d', 'III/a', 'III/b'],
}
const majors: Record<string, string[]> = {
  Infrastruktur: ['Teknik Sipil', 'Arsitektur', 'Perencanaan Wilayah dan Kota'],
  Perencanaan: ['Perencanaan Wilayah dan Kota', 'Ekonomi Pembangunan'],
  Keuangan: ['Akuntansi', 'Manajemen'],
  Pertanian: ['Agronomi', 'Peternakan'],
  Lingkungan: ['Teknik Lingkungan', 'Biologi'],
  Kepegawaian: ['Manajemen', 'Psikologi'],
}

/** The latest day a person's birth may lie on, so that nobody is past retirement by accident. */
const oldest: Record<Group, number> = {
  jpt: 60,
  administrator: 58,
  pengawas: 58,
  guru: 60,
  kesehatan: 58,
  teknis: 58,
  pelaksana: 58,
}

const twoDigits = (n: number) => String(n).padStart(2, '0')
const dayOf = (chance: Chance, year: number): Day =>
  `${year}-${twoDigits(chance.whole(1, 12))}-${twoDigits(chance.whole(1, 28))}` as Day

/** Draws everybody, the heads first, so that each supervisor stands before those supervised. */
export const drawPeople = (
  chance: Chance,
  units: readonly Unit[],
  total: number,
): { people: Person[]; posts: Post[] } => {
  const whole = units.length > 40
  const posts = units.flatMap(unit => structuralPosts(unit, whole))
  const order: Group[] = ['jpt', 'administrator', 'pengawas']
  posts.sort((a, b) => order.indexOf(a.group) - order.indexOf(b.group))
  for (const post of posts) post.isVacant = vacantTitles.has(keyOf(post))
  const spare = posts.filter(p => p.group === 'pengawas' && !named[keyOf(p)] && p.unit.side !== 'programme')
  for (const post of chance.shuffled(spare).slice(0, Math.round(spare.length * 0.13))) post.isVacant = true

  const used = new Map<string, number>()
  const people: Person[] = []
  const holder = new Map<string, Person>()

  const add = (want: {
    group: Group
    unit: Unit
    title: string
    tier: string
    family: string
    employment: 'PNS' | 'PPPK'
    supervisorNip: string | null
    fixed?: { name: string; sex: 'L' | 'P'; birthOn?: Day; since?: Day; education?: string; major?: string }
  }): Person => {
    const { group, employment, fixed } = want
    const sex = fixed?.sex ?? (chance.is(shareOfWomen[group]) ? 'P' : 'L')
    const [young, old] = employment === 'PPPK' ? ([24, group === 'pelaksana' ? 50 : 53] as const) : ages[group]
    const age =
      employment === 'PPPK'
        ? Math.round(clip(chance.normal(34, 7), young, old))
        : Math.round(
            clip(chance.normal((young + old) / 2 + 1, (old - young) / 3.2), young, Math.min(old, oldest[group] - 1)),
          )
    const birthOn = fixed?.birthOn ?? dayOf(chance, 2026 - age)
    const birthYear = Number(birthOn.slice(0, 4))
    const hireYear =
      employment === 'PPPK'
        ? chance.weighted([
            [2021, 1],
            [2022, 2],
            [2023, 3],
            [2024, 3],
            [2025, 2],
          ])
        : clip(birthYear + chance.whole(22, 29), 1988, 2022)
    const hireMonth = employment === 'PPPK' ? 3 : chance.pick([1, 3, 4, 12])
    const hiredOn = `${hireYear}-${twoDigits(hireMonth)}-01` as Day
    const sexDigit = sex === 'L' ? '1' : '2'
    const prefix = `${birthOn.replaceAll('-', '')}${hireYear}${employment === 'PPPK' ? '21' : twoDigits(hireMonth)}${sexDigit}`
    const sequence = (used.get(prefix) ?? 900) + 1
    used.set(prefix, sequence)
    const structural = group === 'jpt' || group === 'administrator' || group === 'pengawas'
    const education =
      fixed?.education ??
      (group === 'jpt'
        ? chance.weighted([
            ['S-2', 75],
            ['S-1', 21],
            ['S-3', 4],
          ])
        : group === 'administrator'
          ? chance.weighted([
              ['S-2', 45],
              ['S-1', 55],
            ])
          : group === 'pelaksana'
            ? chance.weighted([
                ['SLTA', 52],
                ['D-III', 20],
                ['S-1', 28],
              ])
            : group === 'kesehatan'
              ? chance.weighted([
                  ['D-III', 55],
                  ['S-1', 41],
                  ['S-2', 4],
                ])
              : chance.weighted([
                  ['S-1', 88],
                  ['S-2', 12],
                ]))
    const isFieldMatching = chance.is(structural ? 0.82 : 0.92)
    const sinceMonths = structural ? chance.whole(4, 90) : chance.whole(6, 150)
    const drawnSince = addMonths(`2026-${twoDigits(chance.whole(1, 11))}-01` as Day, -sinceMonths)
    const person: Person = {
      nip: `${prefix}${sequence}`,
      name: fixed?.name ?? aName(chance, sex),
      sex,
      birthOn,
      employment,
      rank:
        employment === 'PPPK'
          ? chance.weighted([
              ['IX', 82],
              ['VII', 10],
              ['V', 8],
            ])
          : chance.pick(ranks[group]),
      education: fixed || chance.is(0.99) ? education : null,
      major:
        fixed?.major ??
        (isFieldMatching
          ? chance.pick(majors[want.family] ?? ['Administrasi Publik', 'Ilmu Pemerintahan', 'Hukum'])
          : chance.pick(['Sastra', 'Matematika', 'Teknik Mesin'])),
      isFieldMatching: fixed ? true : isFieldMatching,
      unit: want.unit,
      title: want.title,
      tier: want.tier,
      group,
      family: want.family,
      positionSince: fixed?.since ?? (chance.is(0.994) ? [drawnSince, hiredOn].sort()[1]! : null),
      hiredOn,
      supervisorNip: want.supervisorNip,
    }
    people.push(person)
    return person
  }

  const postAt = new Map(posts.map(p => [`${p.title}|${p.unit.name}`, p]))
  /** Whoever leads from above: the holder, or the next one up while the post is vacant. */
  const leaderOf = (above: Post['above']): Person | null => {
    for (let at = above; at; ) {
      const found = holder.get(`${at.title}|${at.unit}`)
      if (found) return found
      at = postAt.get(`${at.title}|${at.unit}`)?.above ?? null
    }
    return null
  }
  for (const post of posts)
    if (!post.isVacant)
      holder.set(
        `${post.title}|${post.unit.name}`,
        add({
          group: post.group,
          unit: post.unit,
          title: post.title,
          tier: post.echelon,
          family: post.family,
          employment: 'PNS',
          supervisorNip: leaderOf(post.above)?.nip ?? null,
          fixed: named[keyOf(post)],
        }),
      )

  const leaders = new Map(
    units.map(unit => {
      const own = people.filter(p => p.unit === unit && p.group !== 'jpt')
      const head = leaderOf({ title: headTitle(unit), unit: unit.name })
      return [unit.code, own.length > 0 ? own : head ? [head] : []]
    }),
  )
  const leadIn = (unit: Unit): string | null =>
    chance.is(0.995) ? (chance.pick(leaders.get(unit.code)!)?.nip ?? null) : null
  const ratna = people.find(p => p.name === 'Ratna Wulandari')!
  for (const f of namedFunctional)
    add({
      group: 'teknis',
      unit: ratna.unit,
      title: f.title,
      tier: f.tier,
      family: ratna.family,
      employment: 'PNS',
      supervisorNip: ratna.nip,
      fixed: { name: f.name, sex: f.sex },
    })
  add({
    group: 'pelaksana',
    unit: ratna.unit,
    title: 'Pengelola Layanan Operasional',
    tier: 'Pelaksana',
    family: ratna.family,
    employment: 'PNS',
    supervisorNip: ratna.nip,
    fixed: { name: 'Yohanes Lende', sex: 'L' },
  })

  const scale = total / 9000
  const counts = {
    guru: Math.round(3900 * scale),
    kesehatan: Math.round(1650 * scale),
    teknis: Math.max(60, Math.round(806 * scale)) - namedFunctional.length,
  }
  const schoolUnit = units.find(u => u.short === 'Dikbud')!
  const healthUnits = units.filter(u => u.short === 'Dinkes' || u.kind === 'rsud')
  const weighted = units.map(u => [u, u.weight] as const)
  const heads: { guru: string[]; kesehatan: string[] } = { guru: [], kesehatan: [] }
  for (let i = 0; i < counts.guru; i++) {
    const employment = chance.is(1750 / 3900) ? 'PPPK' : 'PNS'
    // One in fifteen leads a school and the teachers in it.
    const isHead = i < Math.ceil(counts.guru / 15)
    const { title, tier } = isHead
      ? { title: 'Guru Ahli Madya', tier: 'JF Ahli Madya' }
      : teacherTitle(chance, employment)
    const person = add({
      group: 'guru',
      unit: schoolUnit,
      title,
      tier,
      family: 'Pendidikan',
      employment: isHead ? 'PNS' : employment,
      supervisorNip: isHead ? leadIn(schoolUnit) : chance.pick(heads.guru),
    })
    if (isHead) heads.guru.push(person.nip)
  }
  for (let i = 0; i < counts.kesehatan; i++) {
    const unit = chance.weighted(healthUnits.map(u => [u, u.short === 'Dinkes' ? 60 : 20] as const))
    const { title, tier } = healthTitle(chance)
    add({
      group: 'kesehatan',
      unit,
      title,
      tier,
      family: 'Pelayanan Kesehatan',
      employment: chance.is(600 / 1650) ? 'PPPK' : 'PNS',
      supervisorNip: leadIn(unit),
    })
  }
  for (let i = 0; i < counts.teknis; i++) {
    const unit = chance.weighted(weighted)
    const { title, tier } = technicalTitle(chance, unit)
    add({
      group: 'teknis',
      unit,
      title,
      tier,
      family: unit.family,
      employment: chance.is(200 / 806) ? 'PPPK' : 'PNS',
      supervisorNip: leadIn(unit),
    })
  }
  while (people.length < total) {
    const unit = chance.weighted(weighted)
    const title = chance.pick(executorTitles)
    add({
      group: 'pelaksana',
      unit,
      title,
      tier: 'Pelaksana',
      family: 'Administrasi Umum',
      employment: chance.is(350 / 2100) ? 'PPPK' : 'PNS',
      supervisorNip: leadIn(unit),
    })
  }
  for (const [title, unitShort, successorTitle, successorUnit, until] of leftBehind) {
    const successor = people.find(p => p.title === successorTitle && p.unit.short === successorUnit)
    const unit = units.find(u => u.short === unitShort)
    if (!successor || !unit) continue
    successor.positionSince = addDays(until, 1)
    successor.former = { title, unit: unit.name, since: addMonths(until, -44), until }
  }
  const acting = people.find(p => p.title === 'Sekretaris Dinkes')
  if (acting) acting.acting = { title: 'Kepala Dinas Kesehatan', unit: acting.unit.name, since: '2026-08-24' as Day }

  // A few lists still name a supervisor of another unit.
  for (const person of people.filter(p => p.group === 'pelaksana'))
    if (chance.is(0.03) && person.name !== 'Yohanes Lende')
      person.supervisorNip = chance.pick(leaders.get(chance.pick(units).code)!)?.nip ?? person.supervisorNip
  return { people, posts }
}

/** The people a talent cycle of the demo is about. */
export const isInScope = (person: Person): boolean =>
  ['jpt', 'administrator', 'pengawas', 'teknis'].includes(person.group)
