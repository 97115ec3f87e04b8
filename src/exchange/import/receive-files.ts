import { Readable } from 'node:stream'
import type { ReadableStream as NodeWebStream } from 'node:stream/web'
import { errors } from '../errors.ts'
import type { SourceFile } from '../workbook/contract.ts'
import { mostCsvMegabytes, mostFiles, mostMegabytes } from './judge.ts'
import { isLong, isLongFile, type LongFile } from './long-files.ts'

const megabyte = 1024 * 1024
const mostOf = (name: string): number => (/\.(csv|tsv|txt)$/i.test(name) ? mostCsvMegabytes : mostMegabytes)

/** Files of a form, checked for size before anything reads them. */
export const receiveFiles = async (form: FormData): Promise<(SourceFile | LongFile)[]> => {
  const files = form.getAll('files').filter((f): f is File => typeof f !== 'string' && f.name !== '')
  if (files.length === 0) throw errors.import.nothing()
  if (files.length > mostFiles) throw errors.import.tooMany(mostFiles)
  const large = files.find(f => f.size > mostOf(f.name) * megabyte)
  if (large) throw errors.import.tooLarge(large.name, Math.ceil(large.size / megabyte), mostOf(large.name))
  return Promise.all(
    files.map(async f =>
      isLongFile(f)
        ? { name: f.name, size: f.size, open: () => Readable.fromWeb(f.stream() as NodeWebStream) }
        : { name: f.name, bytes: new Uint8Array(await f.arrayBuffer()) },
    ),
  )
}

/** Too much to judge while the browser waits: a worker does it, with progress. */
export const isMuch = (files: readonly (SourceFile | LongFile)[]): boolean =>
  files.reduce((n, f) => n + (isLong(f) ? f.size : f.bytes.length), 0) > 4 * 1024 * 1024
