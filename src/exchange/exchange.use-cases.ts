import { applyImport } from './import/apply-import.ts'
import { correctImport } from './import/correct-import.ts'
import { discardImport } from './import/discard-import.ts'
import { judgeImport } from './import/judge-import.ts'
import { queueApplying, queueJudging } from './import/queue-import.ts'
import { undoImport } from './import/undo-import.ts'

/** Everything the room does. */
export const exchangeUseCases = [
  judgeImport,
  queueJudging,
  correctImport,
  applyImport,
  queueApplying,
  discardImport,
  undoImport,
]
