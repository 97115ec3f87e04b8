import { Unreadable } from './grid.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/**
 * The encoding of a text: by its mark, by the zeros of UTF-16, by whether it is valid UTF-8, else Windows-1252.
 * Zeros that are no UTF-16 mean the file is no text.
 */
export const encodingOf = (bytes: Uint8Array): Encoding => {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return refuseZeros(bytes, 'utf-8')
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const sample = bytes.subarray(0, 4096)
  let even = 0
  let odd = 0
  for (let i = 0; i < sample.length; i++) if (sample[i] === 0) i % 2 ? odd++ : even++
  if (odd > sample.length * 0.3 && even < sample.length * 0.02) return 'utf-16le'
  if (even > sample.length * 0.3 && odd < sample.length * 0.02) return 'utf-16be'
  refuseZeros(bytes, 'utf-8')
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252'
}

const refuseZeros = (bytes: Uint8Array, encoding: Encoding): Encoding => {
  if (bytes.includes(0)) throw new Unreadable('BERKAS_BER_NUL')
  return encoding
}

/** Valid UTF-8? The last character of a cut sample may be incomplete. */
export const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

export const decode = (bytes: Uint8Array, encoding = encodingOf(bytes)): string => {
  const text = new TextDecoder(encoding).decode(bytes).replace(/^\ufeff/, '')
  if (text.includes('\u0000')) throw new Unreadable('BERKAS_BER_NUL')
  return text
}
