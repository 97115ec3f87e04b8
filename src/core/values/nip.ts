import { type Day, isDay } from './day.ts'

/**
 * NIP: 18 digits. PNS: birth YYYYMMDD, start YYYYMM, sex (1 L, 2 P), sequence of 3.
 * PPPK: birth, start YYYY, `21`, sex, sequence (domain reference 7.4).
 */
export type Nip = string & { readonly __nip?: 'Nip' }

export const isNip = (text: string): text is Nip => /^\d{18}$/.test(text) && birthDateOfNip(text) !== null

/** Birth date in the NIP's first eight digits; null when they are no date. */
export const birthDateOfNip = (nip: string): Day | null => {
  const day = `${nip.slice(0, 4)}-${nip.slice(4, 6)}-${nip.slice(6, 8)}`
  return isDay(day) ? day : null
}

/** Positions 13-14 = 21 mark PPPK. */
export const employmentOfNip = (nip: string): 'PNS' | 'PPPK' => (nip.slice(12, 14) === '21' ? 'PPPK' : 'PNS')

/** Digit 15: 1 = L (man), 2 = P (woman); anything else is unknown. */
export const sexOfNip = (nip: string): 'L' | 'P' | null => (nip[14] === '1' ? 'L' : nip[14] === '2' ? 'P' : null)
