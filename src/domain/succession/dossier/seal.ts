import { createHash } from 'node:crypto'
import type { DossierContent } from './dossier-content.model.ts'

/** JSON with sorted keys: the same text whatever order the database keeps them in. */
export const canonical = (value: unknown): string =>
  Array.isArray(value)
    ? `[${value.map(v => canonical(v ?? null)).join(',')}]`
    : value !== null && typeof value === 'object'
      ? `{${Object.entries(value)
          .filter(([, v]) => v !== undefined)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`)
          .join(',')}}`
      : JSON.stringify(value ?? null)

/** SHA-256 over the whole content: one changed letter gives another fingerprint. */
export const fingerprintOf = (content: DossierContent): string =>
  createHash('sha256').update(canonical(content)).digest('hex')

/** Letters and digits that nobody confuses on paper (no I, L, O, U). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Verification code of a fingerprint, twelve signs: `7Q4M-20KD-91XE`. */
export const codeOf = (fingerprint: string): string => {
  let bits = BigInt(`0x${fingerprint.slice(0, 15)}`)
  let code = ''
  for (let i = 0; i < 12; i++) {
    code = alphabet[Number(bits & 31n)] + code
    bits >>= 5n
  }
  return `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`
}

/** A code as somebody types it: case, spaces and hyphens do not matter; O is 0, I and L are 1. */
export const normalCode = (typed: string): string =>
  typed
    .toUpperCase()
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
    .replace(/[^0-9A-Z]/g, '')

/** First sixteen signs in groups of four, as printed on paper. */
export const shortFingerprint = (fingerprint: string): string => fingerprint.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 ')
