import { parentPort, workerData } from 'node:worker_threads'
import { Unreadable } from './grid.ts'
import { readWorkbook } from './read-workbook.ts'

/** The thread that opens one workbook: what breaks or swells here takes nothing else with it. */
const { bytes, isZip, format } = workerData as {
  bytes: Uint8Array
  isZip: boolean
  format: 'xlsx' | 'ods' | 'xls' | 'xml'
}
try {
  parentPort?.postMessage({ sheets: readWorkbook(bytes, isZip, format) })
} catch (cause) {
  parentPort?.postMessage(
    cause instanceof Unreadable
      ? { code: cause.code, detail: cause.detail }
      : { code: /password|encrypt/i.test(String(cause)) ? 'BERKAS_TERKUNCI' : 'BERKAS_RUSAK', detail: '' },
  )
}
