import { birthDateOfNip, type Nip } from '#core/values/nip.ts'
import type { Cell } from '../grid/grid.ts'
import { isMissing, tidy } from './text.ts'

export type NipFault = 'NIP_KOSONG' | 'NIP_RUSAK_EXCEL' | 'NIP_BUKAN_18_DIGIT' | 'NIP_TANGGAL_TIDAK_SAH'
export type NipRead = { is: 'known'; value: Nip } | { is: 'fault'; code: NipFault }

const fault = (code: NipFault): NipRead => ({ is: 'fault', code })

/** Excel keeps 15 digits: an NIP held as a number, or written 1,98E+17, has lost its last three. Never guessed. */
export const readNip = (cell: Cell): NipRead => {
  if (isMissing(cell)) return fault('NIP_KOSONG')
  if (typeof cell === 'number') return fault(cell >= 1e15 ? 'NIP_RUSAK_EXCEL' : 'NIP_BUKAN_18_DIGIT')
  if (typeof cell !== 'string') return fault('NIP_BUKAN_18_DIGIT')
  const text = tidy(cell)
  if (/^\d+([.,]\d+)?\s*e\s*\+?\s*\d+$/i.test(text)) return fault('NIP_RUSAK_EXCEL')
  const bare = text.replace(/^nip\.?\s*:?\s*/i, '').replace(/[\s'’.-]/g, '')
  if (!/^\d{18}$/.test(bare)) return fault('NIP_BUKAN_18_DIGIT')
  return birthDateOfNip(bare) === null ? fault('NIP_TANGGAL_TIDAK_SAH') : { is: 'known', value: bare }
}

/** Could the cell be meant as an NIP? For telling columns and data rows, not for judging. */
export const looksLikeNip = (cell: Cell): boolean => {
  if (typeof cell === 'number') return cell >= 1e17 && cell < 1e18
  if (typeof cell !== 'string') return false
  const bare = cell.replace(/[\s\u00a0'’.-]/g, '')
  return /^[\do]{16,19}$/i.test(bare) || /^\d[.,]\d+e\+?17$/i.test(bare)
}

/** `Kadek Susanti, S.H. / NIP. 19770516 200103 2 946` taken apart. */
export const splitNameAndNip = (cell: Cell): { name: string | null; nip: string | null } => {
  const text = typeof cell === 'string' ? tidy(cell) : ''
  const m = /(?:nip\.?\s*:?\s*)?(\d[\d\s.]{14,23}\d|\d[.,]\d+e\+?\d+)/i.exec(text)
  if (!m) return { name: text || null, nip: null }
  const name = tidy(`${text.slice(0, m.index)} ${text.slice(m.index + m[0].length)}`).replace(
    /^[\s/|,;:()-]+|[\s/|;:()-]+$/g,
    '',
  )
  return { name: name || null, nip: m[1] }
}
