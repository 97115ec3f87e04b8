import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { ReportDocument } from './report-document.ts'

/** Templates and the data each prints. */
export type PdfTemplates = { report: ReportDocument }
export type PdfTemplate = keyof PdfTemplates

/** What the thread is asked and answers. */
export type PdfJob = { id: number; source: string; data: string }
export type PdfAnswer = { id: number; bytes: Uint8Array } | { id: number; message: string }

const folderOfSources = 'src/platform/document'
const workerFile = 'pdf.worker.ts'

/** This folder in the source tree, found upwards: the caller may run from the server's bundle. */
const sourceFolder = (): string => {
  for (const start of [path.dirname(fileURLToPath(import.meta.url)), process.cwd()])
    for (let folder = start; ; folder = path.dirname(folder)) {
      const candidate = path.join(folder, folderOfSources)
      if (existsSync(path.join(candidate, workerFile))) return candidate
      if (folder === path.dirname(folder)) break
    }
  throw new Error(`${folderOfSources}/${workerFile} was not found above the program or the working folder.`)
}

type Waiting = { resolve(bytes: Uint8Array): void; reject(error: Error): void }
let thread: { worker: Worker; waiting: Map<number, Waiting> } | null = null
let lastId = 0

/** One thread for all documents: it keeps the fonts and the compiler. It does not hold the program open. */
const openThread = (folder: string) => {
  if (thread) return thread
  const worker = new Worker(path.join(folder, workerFile), {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  })
  const opened = { worker, waiting: new Map<number, Waiting>() }
  const fail = (error: Error) => {
    if (thread === opened) thread = null
    for (const { reject } of opened.waiting.values()) reject(error)
    opened.waiting.clear()
  }
  worker.on('message', (answer: PdfAnswer) => {
    const job = opened.waiting.get(answer.id)
    opened.waiting.delete(answer.id)
    if (opened.waiting.size === 0) worker.unref()
    if (!job) return
    if ('bytes' in answer) job.resolve(answer.bytes)
    else job.reject(new Error(`The document could not be written: ${answer.message}`))
  })
  worker.once('error', fail)
  worker.once('exit', code => fail(new Error(`The document's thread ended early (${code}).`)))
  thread = opened
  return opened
}

/**
 * Writes a document as tagged PDF (PDF/UA-1), A4, on a thread of its own.
 * All text reaches the template as data; none of it is read as the template's language.
 */
export const renderPdf = <T extends PdfTemplate>(template: T, data: PdfTemplates[T]): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const folder = sourceFolder()
    const { worker, waiting } = openThread(folder)
    const id = ++lastId
    waiting.set(id, { resolve, reject })
    worker.ref()
    worker.postMessage({
      id,
      source: path.join(folder, `${template}.typ`),
      data: JSON.stringify(data),
    } satisfies PdfJob)
  })
