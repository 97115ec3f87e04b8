import { Unreadable } from './grid.ts'
import { listEntries, type ZipEntry } from './zip-entries.ts'

export type Signature =
  | { is: 'zip-workbook'; format: 'xlsx' | 'ods'; entries: ZipEntry[]; hasMacro: boolean }
  | { is: 'ole'; hasMacro: boolean }
  | { is: 'html' }
  | { is: 'xml-workbook' }
  | { is: 'json' }
  | { is: 'text' }

const startsWith = (bytes: Uint8Array, ...signature: number[]): boolean => signature.every((b, i) => bytes[i] === b)

const foreign: [string, number[]][] = [
  ['PDF', [0x25, 0x50, 0x44, 0x46]],
  ['gambar PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['gambar JPEG', [0xff, 0xd8, 0xff]],
  ['gambar GIF', [0x47, 0x49, 0x46, 0x38]],
  ['gambar BMP', [0x42, 0x4d]],
  ['arsip RAR', [0x52, 0x61, 0x72, 0x21]],
  ['arsip 7-Zip', [0x37, 0x7a, 0xbc, 0xaf]],
  ['arsip GZip', [0x1f, 0x8b]],
  ['program Windows', [0x4d, 0x5a]],
  ['program Linux', [0x7f, 0x45, 0x4c, 0x46]],
  ['dokumen RTF', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
]

const utf16 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'utf16le'))
const encryptedPackage = utf16('EncryptedPackage')
const vbaProject = utf16('_VBA_PROJECT')
const wordDocument = utf16('WordDocument')
const powerPoint = utf16('PowerPoint Document')

const includes = (bytes: Uint8Array, part: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(part))

/** What the bytes are, whatever the file is called. Throws Unreadable for what is no table at all. */
export const signatureOf = (bytes: Uint8Array): Signature => {
  if (bytes.length === 0) throw new Unreadable('BERKAS_KOSONG')
  if (startsWith(bytes, 0x50, 0x4b)) return zipSignature(bytes)
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return oleSignature(bytes)
  if (bytes[0] === 0x09 && (bytes[1] === 0x08 || bytes[1] === 0x04 || bytes[1] === 0x02) && bytes[3] === 0)
    return { is: 'ole', hasMacro: false }
  const is = foreign.find(
    ([name, signature]) => startsWith(bytes, ...signature) && (name !== 'gambar BMP' || bytes[6] === 0),
  )
  if (is) throw new Unreadable('BERKAS_BUKAN_TABEL', is[0])
  const head = new TextDecoder('utf-8')
    .decode(bytes.subarray(0, 4096))
    .replace(/^\ufeff/, '')
    .trimStart()
    .toLowerCase()
  if (head.startsWith('<?xml') || head.startsWith('<workbook')) {
    if (head.includes('urn:schemas-microsoft-com:office:spreadsheet')) return { is: 'xml-workbook' }
    if (head.includes('<html') || head.includes('<table')) return { is: 'html' }
    throw new Unreadable(/<!doctype|<!entity/.test(head) ? 'BERKAS_BERENTITAS' : 'BERKAS_BUKAN_TABEL', 'XML')
  }
  if (/^<(!doctype html|html|head|body|table|meta|style|!--)/.test(head)) return { is: 'html' }
  if (head.startsWith('<')) throw new Unreadable('BERKAS_BUKAN_TABEL', 'XML')
  if (head.startsWith('{') || head.startsWith('[')) return { is: 'json' }
  return { is: 'text' }
}

const zipSignature = (bytes: Uint8Array): Signature => {
  const entries = listEntries(bytes)
  const names = new Set(entries.map(e => e.name))
  const has = (pattern: RegExp) => entries.some(e => pattern.test(e.name))
  const hasMacro = has(/vbaProject\.bin$/i) || has(/^(Basic|Scripts)\//) || has(/^xl\/macrosheets\//i)
  if (has(/^xl\/workbook\.(xml|bin)$/i)) return { is: 'zip-workbook', format: 'xlsx', entries, hasMacro }
  if (names.has('content.xml')) return { is: 'zip-workbook', format: 'ods', entries, hasMacro }
  if (has(/^word\//)) throw new Unreadable('BERKAS_BUKAN_TABEL', 'dokumen Word')
  if (has(/^ppt\//)) throw new Unreadable('BERKAS_BUKAN_TABEL', 'presentasi')
  throw new Unreadable('BERKAS_BUKAN_TABEL', 'arsip ZIP')
}

const oleSignature = (bytes: Uint8Array): Signature => {
  if (includes(bytes, encryptedPackage)) throw new Unreadable('BERKAS_TERKUNCI')
  if (includes(bytes, wordDocument)) throw new Unreadable('BERKAS_BUKAN_TABEL', 'dokumen Word')
  if (includes(bytes, powerPoint)) throw new Unreadable('BERKAS_BUKAN_TABEL', 'presentasi')
  return { is: 'ole', hasMacro: includes(bytes, vbaProject) }
}
