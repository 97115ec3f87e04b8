import { isDay } from '#core/values/day.ts'

/** Reads fields of foreign JSON and writes down, in Bahasa Indonesia, what is wrong at which path and how to cure it. */
export type Reader = {
  reasons: string[]
  refuse: (path: string, text: string) => void
  record: (path: string, value: unknown) => Record<string, unknown>
  list: (path: string, value: unknown, optional?: boolean) => unknown[]
  text: (path: string, value: unknown) => string
  /** A number from `min` to `max`, whole unless `fraction`. */
  number: (
    path: string,
    value: unknown,
    limits: { min?: number; max?: number; fraction?: boolean; what?: string },
  ) => number
  /** Whole rupiah, not negative. */
  rupiah: (path: string, value: unknown) => number
  flag: (path: string, value: unknown) => boolean
  oneOf: <T extends string>(path: string, value: unknown, allowed: readonly T[]) => T
  day: (path: string, value: unknown) => string
  known: (path: string, id: string, ids: ReadonlySet<string>, what: string) => void
  unique: (path: string, ids: readonly string[], what: string) => void
}

const shown = (value: unknown): string => {
  const text = value === undefined ? 'kosong' : JSON.stringify(value)
  return text.length > 60 ? `${text.slice(0, 57)}...` : text
}

export const createReader = (): Reader => {
  const reasons: string[] = []
  const refuse = (path: string, text: string) => {
    reasons.push(`${path}: ${text}`)
  }
  const reader: Reader = {
    reasons,
    refuse,
    record: (path, value) => {
      if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
      refuse(path, `berisi ${shown(value)}. Isilah dengan objek { … }.`)
      return {}
    },
    list: (path, value, optional = false) => {
      if (Array.isArray(value)) return value
      if (optional && (value === undefined || value === null)) return []
      refuse(path, `berisi ${shown(value)}. Isilah dengan daftar [ … ]; daftar kosong boleh.`)
      return []
    },
    text: (path, value) => {
      if (typeof value === 'string' && value.trim() !== '') return value
      refuse(path, `berisi ${shown(value)}. Isilah dengan teks yang tidak kosong.`)
      return ''
    },
    number: (path, value, { min = 0, max = Number.MAX_SAFE_INTEGER, fraction = false, what = 'bilangan' }) => {
      const kind = fraction ? what : `${what} bulat`
      if (typeof value !== 'number' || !Number.isFinite(value) || (!fraction && !Number.isSafeInteger(value))) {
        refuse(path, `berisi ${shown(value)}. Isilah dengan ${kind}.`)
        return min
      }
      if (value < min || value > max) {
        const range = max === Number.MAX_SAFE_INTEGER ? `${min} atau lebih` : `${min} sampai ${max}`
        refuse(path, `berisi ${value}. Isilah dengan ${kind}, ${range}.`)
        return min
      }
      return value
    },
    rupiah: (path, value) => {
      if (typeof value === 'number' && value < 0) {
        refuse(path, `berisi ${value}. Uang tidak boleh negatif; isilah rupiah bulat 0 atau lebih.`)
        return 0
      }
      return reader.number(path, value, { what: 'rupiah' })
    },
    flag: (path, value) => {
      if (value === undefined || value === null) return false
      if (typeof value === 'boolean') return value
      refuse(path, `berisi ${shown(value)}. Isilah dengan true atau false.`)
      return false
    },
    oneOf: (path, value, allowed) => {
      const found = allowed.find(a => a === value)
      if (found !== undefined) return found
      refuse(path, `berisi ${shown(value)}. Pilihlah salah satu: ${allowed.join(', ')}.`)
      return allowed[0]!
    },
    day: (path, value) => {
      if (typeof value === 'string' && isDay(value)) return value
      refuse(path, `berisi ${shown(value)}. Isilah tanggal yang ada di kalender, TTTT-BB-HH.`)
      return '1970-01-01'
    },
    known: (path, id, ids, what) => {
      if (id !== '' && !ids.has(id))
        refuse(path, `menyebut ${what} ${shown(id)} yang tidak ada. Daftarkan dahulu, atau perbaiki penulisannya.`)
    },
    unique: (path, ids, what) => {
      const seen = new Set<string>()
      for (const id of ids) {
        if (id !== '' && seen.has(id))
          refuse(path, `${what} ${shown(id)} tertulis dua kali. Hapus salah satu, atau beri id lain.`)
        seen.add(id)
      }
    },
  }
  return reader
}
