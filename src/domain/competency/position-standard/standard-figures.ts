import type { Figure } from '#core/figure/figure.ts'
import { count, record } from '#core/figure/mechanisms.ts'
import type { Day } from '#core/values/day.ts'

/** What is counted of standards, competencies and titles of posts; each is read again by its name and the id it is of. */
export type Counted =
  | 'standard-size'
  | 'asked-by'
  | 'without-standard'
  | 'without-people'
  | 'title-posts'
  | 'title-people'
  | 'papers-waiting'
const words: Record<Counted, { label: string; of: string; filter: string }> = {
  'standard-size': { label: 'Kompetensi dalam standar ini', of: 'kompetensi', filter: 'diminta standar jabatan ini' },
  'asked-by': { label: 'Standar yang meminta kompetensi ini', of: 'standar', filter: 'meminta kompetensi ini' },
  'without-standard': {
    label: 'Nama jabatan tanpa standar',
    of: 'nama jabatan',
    filter: 'belum ada standar yang berlaku',
  },
  'without-people': { label: 'Pegawai tanpa standar', of: 'pegawai', filter: 'jabatannya belum memiliki standar' },
  'title-posts': { label: 'Jabatan dengan nama ini', of: 'jabatan', filter: 'bernama sama' },
  'title-people': { label: 'Pegawai dengan nama jabatan ini', of: 'pegawai', filter: 'memegang jabatan bernama sama' },
  'papers-waiting': {
    label: 'Bukti yang menunggu diperiksa',
    of: 'bukti',
    filter: 'diunggah orangnya dan belum diperiksa',
  },
}

const base = (what: Counted, id: string, asOf: Day) => ({
  ref: `competency.${what}:${id}`,
  label: words[what].label,
  unit: 'count' as const,
  asOf,
})

/** The number a list prints; what is counted waits behind its address. */
export const countOnList = (what: Counted, id: string, value: number, asOf: Day): Figure<number> =>
  record<number>({ ...base(what, id, asOf), value })

/** The same count with its members. */
export const countedMembers = (what: Counted, id: string, members: string[], asOf: Day): Figure<number> =>
  count({ ...base(what, id, asOf), ...words[what], members })

/** What a standard would do to people's gaps. */
export type Effect = 'touched' | 'more' | 'less' | 'unknown'
export const effects: readonly Effect[] = ['touched', 'more', 'less', 'unknown']
export const isEffect = (text: string): text is Effect => effects.some(e => e === text)

const effectWords: Record<Effect, { label: string; of: string; filter: string }> = {
  touched: { label: 'Pegawai yang tersentuh', of: 'pegawai', filter: 'kesenjangannya berubah' },
  more: {
    label: 'Kesenjangan bertambah',
    of: 'kompetensi orang',
    filter: 'kurang lebih banyak level daripada sekarang',
  },
  less: {
    label: 'Kesenjangan berkurang',
    of: 'kompetensi orang',
    filter: 'kurang lebih sedikit level daripada sekarang',
  },
  unknown: { label: 'Perlu dinilai', of: 'kompetensi orang', filter: 'baru diminta dan belum ada levelnya' },
}

/** How many a standard would touch; `ref` only where the same count can be read again. */
export const effectFigure = (what: Effect, members: string[], asOf: Day, ref: string | null): Figure<number> =>
  count({ ref, unit: 'count', asOf, ...effectWords[what], members })

/** Address of an effect of a stored standard on a title, or on all titles of a choice when summed. */
export const effectRef = (what: Effect, titleId: string, standardId: string) =>
  `competency.standard-effect:${what}:${titleId}:${standardId}`
