import { createReadStream, createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { finished, pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'

/** One entry of an archive: its name and its bytes. */
export type Entry = { name: string; content: Buffer }

const block = 512

const header = (name: string, size: number): Buffer => {
  if (Buffer.byteLength(name) > 100) throw new Error(`name too long for an archive: ${name}`)
  const head = Buffer.alloc(block)
  head.write(name, 0)
  head.write('0000600\0', 100)
  head.write('0000000\0', 108)
  head.write('0000000\0', 116)
  head.write(`${size.toString(8).padStart(11, '0')}\0`, 124)
  head.write('00000000000\0', 136)
  head.write('        ', 148)
  head.write('0', 156)
  head.write('ustar\0', 257)
  head.write('00', 263)
  const sum = head.reduce((total, byte) => total + byte, 0)
  head.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return head
}

const padding = (size: number): Buffer => Buffer.alloc((block - (size % block)) % block)

/** Writes entries one after the other into a `.tar.gz` that any tar opens. The file appears under its name only when it is whole. */
export const writeArchive = async (
  file: string,
  work: (put: (name: string, content: Buffer) => Promise<void>) => Promise<void>,
): Promise<void> => {
  const half = `${file}.half-${process.pid}`
  const gzip = createGzip({ level: 6 })
  const out = createWriteStream(half, { mode: 0o600 })
  const written = pipeline(gzip, out)
  written.catch(() => undefined) // told below, by whoever waits first
  const send = async (bytes: Buffer) => {
    if (bytes.length > 0 && !gzip.write(bytes)) await Promise.race([new Promise(go => gzip.once('drain', go)), written])
  }
  try {
    await work(async (name, content) => {
      await send(header(name, content.length))
      await send(content)
      await send(padding(content.length))
    })
    await send(Buffer.alloc(2 * block))
    gzip.end()
    await written
    await rename(half, file)
  } catch (error) {
    gzip.destroy()
    await finished(out).catch(() => undefined)
    await rm(half, { force: true })
    throw error
  }
}

/** Reads the entries in order; memory holds one entry at a time. Throws when the file is cut off or is no archive. */
export async function* readArchive(file: string): AsyncGenerator<Entry> {
  const source = createReadStream(file)
  const gunzip = createGunzip()
  source.once('error', error => gunzip.destroy(error))
  source.pipe(gunzip)
  const parts: Buffer[] = []
  let held = 0
  const chunks = gunzip[Symbol.asyncIterator]()
  const take = async (size: number): Promise<Buffer | null> => {
    while (held < size) {
      const { value, done } = await chunks.next()
      if (done) return null
      parts.push(value as Buffer)
      held += (value as Buffer).length
    }
    const all = parts.length === 1 ? parts[0] : Buffer.concat(parts)
    parts.splice(0, parts.length, all.subarray(size))
    held -= size
    return all.subarray(0, size)
  }
  try {
    for (;;) {
      const head = await take(block)
      if (!head) throw new Error('cut off')
      if (head.every(byte => byte === 0)) return
      if (head.toString('latin1', 257, 262) !== 'ustar') throw new Error('no archive')
      const name = head.toString('utf8', 0, 100).replace(/\0.*$/s, '')
      const size = Number.parseInt(head.toString('latin1', 124, 135), 8)
      if (!(size >= 0 && size <= 256 * 1024 * 1024)) throw new Error('no archive')
      const content = await take(size)
      const rest = await take(padding(size).length)
      if (!content || !rest) throw new Error('cut off')
      yield { name, content: Buffer.from(content) }
    }
  } finally {
    source.destroy()
    gunzip.destroy()
  }
}
