import { readFileSync } from 'node:fs'
import { parentPort } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { PdfAnswer, PdfJob } from './pdf.ts'
import { printable } from './printable-text.ts'

let compiler: NodeCompiler | undefined
const sources = new Map<string, string>()

const sourceOf = (file: string): string => {
  const known = sources.get(file)
  if (known !== undefined) return known
  const text = readFileSync(file, 'utf8')
  sources.set(file, text)
  return text
}

const write = ({ source, data }: PdfJob): Uint8Array => {
  compiler ??= NodeCompiler.create()
  const bytes = compiler.pdf(
    { mainFileContent: sourceOf(source), inputs: { data: JSON.stringify(printable(JSON.parse(data))) } },
    { pdfStandard: 'ua-1' },
  )
  compiler.evictCache(4)
  return new Uint8Array(bytes)
}

parentPort?.on('message', (job: PdfJob) => {
  let answer: PdfAnswer
  try {
    answer = { id: job.id, bytes: write(job) }
  } catch (error) {
    answer = { id: job.id, message: error instanceof Error ? error.message : String(error) }
  }
  parentPort?.postMessage(answer)
})
