import { Worker } from 'node:worker_threads'
import { readCsv } from './csv.ts'
import { decode } from './encoding.ts'
import { type Grid, type GridSheet, limits, Unreadable } from './grid.ts'
import { readHtmlTables } from './html-table.ts'
import { sourceFile } from './project-root.ts'
import { signatureOf } from './signature.ts'

/** Bytes become sheets of cells, or JSON text. Throws Unreadable with one code. */
export const readGrid = async (name: string, bytes: Uint8Array): Promise<Grid | { format: 'json'; text: string }> => {
  if (bytes.length > limits.fileBytes)
    throw new Unreadable('BERKAS_TERLALU_BESAR', `${Math.round(bytes.length / 1_048_576)} MB`)
  const signature = signatureOf(bytes)
  if (signature.is === 'json') return { format: 'json', text: decode(bytes) }
  if (signature.is === 'html')
    return {
      format: 'html',
      sheets: readHtmlTables(decode(bytes)),
      notes: /\.xlsx?$/i.test(name) ? ['HTML_BERNAMA_XLS'] : [],
    }
  if (signature.is === 'text') {
    const text = decode(bytes)
    if (isBinary(text)) throw new Unreadable('BERKAS_BUKAN_TABEL', 'berkas biner')
    return {
      format: 'csv',
      sheets: [await readCsv(text, sheetName(name))],
      notes: /\.xlsx?$/i.test(name) ? ['CSV_BERNAMA_XLS'] : [],
    }
  }
  const format = signature.is === 'zip-workbook' ? signature.format : signature.is === 'ole' ? 'xls' : 'xml'
  const hasMacro = signature.is !== 'xml-workbook' && signature.hasMacro
  const sheets = await inThread(bytes, signature.is === 'zip-workbook', format)
  return { format, sheets, notes: hasMacro || /\.xlsm$/i.test(name) ? ['BERKAS_BERMAKRO'] : [] }
}

export const sheetName = (name: string): string =>
  name
    .split('/')
    .at(-1)
    ?.replace(/\.[^.]*$/, '') ?? name

/** Text that is mostly control characters is none. */
const isBinary = (text: string): boolean => {
  const sample = text.slice(0, 4000)
  let strange = 0
  for (const char of sample) {
    const code = char.charCodeAt(0)
    if ((code < 32 && code !== 9 && code !== 10 && code !== 13) || code === 0xfffd) strange++
  }
  return strange > sample.length * 0.02
}

type Answer = { sheets: GridSheet[] } | { code: string; detail: string }

const inThread = (bytes: Uint8Array, isZip: boolean, format: string): Promise<GridSheet[]> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(sourceFile('exchange/workbook/grid/workbook.worker.ts'), {
      workerData: { bytes, isZip, format },
      resourceLimits: { maxOldGenerationSizeMb: limits.workerMegabytes, maxYoungGenerationSizeMb: 64 },
      execArgv: ['--no-warnings'],
      stdout: true,
      stderr: true,
    })
    let isAnswered = false
    const finish = (done: () => void) => {
      if (isAnswered) return
      isAnswered = true
      clearTimeout(timer)
      done()
      void worker.terminate()
    }
    const timer = setTimeout(() => finish(() => reject(new Unreadable('BERKAS_TERLALU_BERAT'))), limits.seconds * 1000)
    worker.on('message', (answer: Answer) =>
      finish(() => ('sheets' in answer ? resolve(answer.sheets) : reject(new Unreadable(answer.code, answer.detail)))),
    )
    worker.on('error', (cause: Error & { code?: string }) =>
      finish(() => reject(cause.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new Unreadable('BERKAS_TERLALU_BERAT') : cause)),
    )
    worker.on('exit', () => finish(() => reject(new Unreadable('BERKAS_RUSAK'))))
  })
