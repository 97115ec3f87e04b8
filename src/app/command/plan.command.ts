import { writeFileSync } from 'node:fs'
import { solvePlan } from '#domain/planning/selection/solve.ts'
import { BadInput, needOption, needWord } from './arguments.ts'
import type { Command } from './command.ts'
import { parseJson, readInput } from './input-file.ts'

const example = 'anyam plan solve INSTANSI.json --out RENCANA.json'

export const planCommand: Command = {
  name: 'plan',
  describe: 'Menyelesaikan satu persoalan rencana dengan pengoptimal yang sama, tanpa basis data.',
  usage: 'anyam plan solve PERSOALAN.json --out HASIL.json',
  example,
  options: ['out'],
  async run(given, { out }) {
    if (needWord(given, 0, 'Perintah', example) !== 'solve')
      throw new BadInput(`Perintah plan hanya mengenal solve. Contoh: ${example}`)
    const path = needWord(given, 1, 'Berkas persoalan', example)
    const target = needOption(given, 'out', example)
    const read = parseJson(readInput(path).toString('utf8'), path)
    // A published instance carries the question under `instance`, beside its expected answer.
    const wrapped =
      read !== null && typeof read === 'object' && 'instance' in read ? (read as { instance: unknown }).instance : read
    const outcome = await solvePlan(wrapped)
    if (!outcome.ok)
      throw new BadInput(`Persoalan ${path} tidak dapat dibaca:\n${outcome.reasons.map(r => `  ${r}`).join('\n')}`)
    try {
      writeFileSync(target, `${JSON.stringify(outcome.solution, null, 2)}\n`)
    } catch {
      throw new BadInput(`Berkas ${target} tidak dapat ditulis.`)
    }
    const { status, objective } = outcome.solution as { status: string; objective?: unknown }
    out(
      `${status}: ${typeof objective === 'object' ? JSON.stringify(objective) : String(objective)}, tersimpan di ${target}\n`,
    )
    return 0
  },
}
