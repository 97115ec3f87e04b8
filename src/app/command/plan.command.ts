import { writeFileSync } from 'node:fs'
import { formatNumber } from '#core/text/format.ts'
import { type PlannerInstance, parseInstance } from '#domain/planning/selection/instance.model.ts'
import type { Progress } from '#domain/planning/selection/search.ts'
import { conflictSentence, type Names, qualitySentence } from '#domain/planning/selection/selection.text.ts'
import type { PlannerSolution } from '#domain/planning/selection/solution.model.ts'
import { solveInWorker } from '#domain/planning/selection/solve-in-worker.ts'
import { BadInput, needOption, needWord, optionText } from './arguments.ts'
import type { Command, Terminal } from './command.ts'
import { parseJson, readInput } from './input-file.ts'

const example = 'anyam plan solve INSTANSI.json --out RENCANA.json'

/** Seconds of an interactive run; null: a deterministic one, counted in rounds and nodes. */
const secondsOf = (text: string | null): number | null => {
  if (text === null) return null
  const seconds = Number(text)
  if (!Number.isFinite(seconds) || seconds <= 0)
    throw new BadInput(`Pilihan --seconds berisi "${text}". Isilah dengan jumlah detik, misalnya --seconds 60.`)
  return seconds
}

const namesOf = (instance: PlannerInstance): Names => {
  const titles = new Map<string, string>([
    ...instance.modules.map(m => [`module ${m.id}`, m.title] as const),
    ...instance.units.map(u => [`unit ${u.id}`, u.name] as const),
  ])
  return (kind, id) => titles.get(`${kind} ${id}`) ?? id
}

/** What was found, in a sentence or two; a conflict demand by demand. */
const summaryOf = (solution: PlannerSolution, instance: PlannerInstance): string => {
  if (solution.status === 'infeasible')
    return `infeasible: tidak ada rencana yang memenuhi semuanya. Yang bertentangan:\n${(solution.conflict ?? []).map(c => `  - ${conflictSentence(c, namesOf(instance))}\n`).join('')}`
  if (solution.objective === null)
    return 'no_solution_in_time: belum ditemukan rencana dalam batas pencarian; itu bukan bukti bahwa tidak ada.\n'
  const stopped = { proof: '', limit: '', clock: ' Berhenti menurut jam.', interrupt: ' Dihentikan sebelum selesai.' }
  return `${solution.status}: ${formatNumber(solution.objective)} poin. ${qualitySentence(solution)}${stopped[solution.stoppedBy]}\n`
}

/** The value and bound on one line that is written over, when a person watches. */
const watcher = (terminal: Terminal) => {
  if (!process.stderr.isTTY) return () => {}
  return (p: Progress) => {
    const points = (v: number | null) => (v === null ? '…' : formatNumber(v, { digits: 0 }))
    terminal.err(`\r${points(p.value)} poin, paling banyak ${points(p.bound)}, ${Math.round(p.seconds)} detik\u001b[K`)
  }
}

/**
 * The first Ctrl-C asks for the best plan so far, a later one ends at once. The wrapper passes the signal on once more, so
 * what comes within a second is the same press.
 */
const untilStopped = async <T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> => {
  const stop = new AbortController()
  let pressed = 0
  const press = () => {
    const now = performance.now()
    if (pressed > 0 && now - pressed > 1_000) process.exit(130)
    if (pressed === 0) pressed = now
    stop.abort()
  }
  process.on('SIGINT', press)
  process.on('SIGTERM', press)
  try {
    return await work(stop.signal)
  } finally {
    process.off('SIGINT', press)
    process.off('SIGTERM', press)
  }
}

export const planCommand: Command = {
  name: 'plan',
  describe:
    'Menyelesaikan satu persoalan rencana dengan pengoptimal yang sama, tanpa basis data. Tanpa --seconds hasilnya selalu sama; dengan --seconds berhenti menurut jam. Ctrl-C menyimpan rencana terbaik sejauh ini.',
  usage: 'anyam plan solve PERSOALAN.json --out HASIL.json [--seconds DETIK]',
  example,
  options: ['out', 'seconds'],
  async run(given, terminal) {
    if (needWord(given, 0, 'Perintah', example) !== 'solve')
      throw new BadInput(`Perintah plan hanya mengenal solve. Contoh: ${example}`)
    const path = needWord(given, 1, 'Berkas persoalan', example)
    const target = needOption(given, 'out', example)
    const seconds = secondsOf(optionText(given, 'seconds'))
    const read = parseJson(readInput(path).toString('utf8'), path)
    // A published instance carries the question under `instance`, beside its expected answer.
    const wrapped =
      read !== null && typeof read === 'object' && 'instance' in read ? (read as { instance: unknown }).instance : read
    const parsed = parseInstance(wrapped)
    if (!parsed.ok)
      throw new BadInput(`Persoalan ${path} tidak dapat dibaca:\n${parsed.reasons.map(r => `  ${r}`).join('\n')}`)
    const { instance } = parsed
    const options = seconds === null ? {} : ({ mode: 'interactive', seconds } as const)
    const solution = await untilStopped(signal => solveInWorker(instance, options, watcher(terminal), signal))
    try {
      writeFileSync(target, `${JSON.stringify(solution, null, 2)}\n`)
    } catch {
      throw new BadInput(`Berkas ${target} tidak dapat ditulis.`)
    }
    if (process.stderr.isTTY) terminal.err('\r\u001b[K')
    terminal.out(`${summaryOf(solution, instance)}Tersimpan di ${target}\n`)
    return 0
  },
}
