import { inflateRawSync } from 'node:zlib'
import { limits, Unreadable } from './grid.ts'

export type ZipEntry = {
  name: string
  method: number
  packed: number
  unpacked: number
  offset: number
  isEncrypted: boolean
}

const endSignature = 0x06054b50
const centralSignature = 0x02014b50
const localSignature = 0x04034b50

/**
 * The directory of a zip, judged before anything is unpacked: names that climb out of the folder, too many
 * entries, sizes and ratios of a bomb. Throws Unreadable.
 */
export const listEntries = (bytes: Uint8Array): ZipEntry[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  const stop = Math.max(0, bytes.length - 22 - 65_535)
  while (end >= stop && view.getUint32(end, true) !== endSignature) end--
  if (end < stop || end < 0) throw new Unreadable('BERKAS_TERPOTONG')
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (count === 0xffff || at === 0xffffffff) throw new Unreadable('BERKAS_TERLALU_BESAR')
  if (count > limits.entries) throw new Unreadable('BERKAS_MEKAR', `${count} bagian`)
  const entries: ZipEntry[] = []
  const decoder = new TextDecoder()
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== centralSignature)
      throw new Unreadable('BERKAS_TERPOTONG')
    const nameLength = view.getUint16(at + 28, true)
    const name = decoder.decode(bytes.subarray(at + 46, at + 46 + nameLength))
    entries.push({
      name,
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  judgeEntries(entries)
  return entries
}

const judgeEntries = (entries: ZipEntry[]): void => {
  let packed = 0
  let unpacked = 0
  for (const entry of entries) {
    if (climbs(entry.name)) throw new Unreadable('BERKAS_BERJALUR_ANEH', entry.name)
    if (entry.isEncrypted) throw new Unreadable('BERKAS_TERKUNCI')
    packed += entry.packed
    unpacked += entry.unpacked
  }
  if (unpacked > limits.unpackedBytes) throw new Unreadable('BERKAS_MEKAR', megabytes(unpacked))
  if (unpacked > limits.ratioFromBytes && unpacked / Math.max(1, packed) > limits.ratio)
    throw new Unreadable('BERKAS_MEKAR', megabytes(unpacked))
}

const megabytes = (size: number): string => `${Math.round(size / 1_048_576)} MB`

/** Would the name, unpacked, leave its folder? Also a backslash, a drive letter, a control character. */
export const climbs = (name: string): boolean =>
  name.startsWith('/') ||
  name.includes('\\') ||
  /^[a-z]:/i.test(name) ||
  name.split('/').includes('..') ||
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters in names are what is looked for
  /[\u0000-\u001f]/.test(name)

/** The bytes of one entry; never more than it declared. */
export const unpack = (bytes: Uint8Array, entry: ZipEntry): Uint8Array => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== localSignature)
    throw new Unreadable('BERKAS_TERPOTONG')
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true)
  if (start + entry.packed > bytes.length) throw new Unreadable('BERKAS_TERPOTONG')
  const packed = bytes.subarray(start, start + entry.packed)
  if (entry.method === 0) return packed
  if (entry.method !== 8) throw new Unreadable('BERKAS_RUSAK', 'cara pemampatan tidak dikenal')
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.unpacked) })
  } catch (cause) {
    const code = (cause as { code?: string }).code
    throw new Unreadable(code === 'ERR_BUFFER_TOO_LARGE' ? 'BERKAS_MEKAR' : 'BERKAS_RUSAK')
  }
}
