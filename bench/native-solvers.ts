import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { LinearModel } from '#domain/planning/selection/model-builder.model.ts'

/**
 * The same model for solvers of the machine, for comparison only: aligned MPS (CBC 2.10 misreads free fields), minimised,
 * so points are negative there. Whoever is not installed is left out.
 */
export type NativeAnswer = {
  solver: string
  /** null: no plan within its time. */
  value: number | null
  /** Proven upper bound; null: not said. */
  bound: number | null
  cpu: number
}

const name = (letter: string, i: number) => `${letter}${String(i).padStart(7, '0')}`
/** At most twelve characters, as an aligned field has. */
const figure = (value: number) => {
  for (let digits = 12; digits > 0; digits--) {
    const text = String(Number(value.toPrecision(digits)))
    if (text.length <= 12) return text
  }
  return String(Math.round(value))
}

export const toMps = (m: LinearModel): string => {
  const lines = ['NAME          ANYAM', 'ROWS', ' N  COST']
  const kind = (r: number) =>
    m.rowLower[r] === m.rowUpper[r] ? 'E' : m.rowUpper[r] === Number.POSITIVE_INFINITY ? 'G' : 'L'
  for (let r = 0; r < m.numRows; r++) {
    if (kind(r) === 'L' && m.rowLower[r] !== Number.NEGATIVE_INFINITY) throw new Error(`row ${r} has two limits`)
    lines.push(` ${kind(r)}  ${name('R', r)}`)
  }
  const ofColumn: [number, number][][] = Array.from({ length: m.numCols }, () => [])
  for (let r = 0; r < m.numRows; r++)
    for (let k = m.starts[r]!; k < m.starts[r + 1]!; k++) ofColumn[m.indices[k]!]!.push([r, m.values[k]!])
  const entry = (col: string, row: string, value: number) =>
    `    ${col.padEnd(8)}  ${row.padEnd(8)}  ${figure(value).padStart(12)}`
  lines.push('COLUMNS')
  const marker = (what: string, n: number) => `    ${name('M', n)}  ${`'MARKER'`.padEnd(22)}   '${what}'`
  let isWhole = false
  for (let c = 0; c < m.numCols; c++) {
    if ((m.integer[c] === 1) !== isWhole) {
      lines.push(marker(isWhole ? 'INTEND' : 'INTORG', c))
      isWhole = !isWhole
    }
    lines.push(entry(name('C', c), 'COST', -m.cost[c]!))
    for (const [r, value] of ofColumn[c]!) lines.push(entry(name('C', c), name('R', r), value))
  }
  if (isWhole) lines.push(marker('INTEND', m.numCols))
  lines.push('RHS')
  for (let r = 0; r < m.numRows; r++) {
    const limit = kind(r) === 'G' ? m.rowLower[r]! : m.rowUpper[r]!
    if (limit !== 0) lines.push(entry('RHS', name('R', r), limit))
  }
  lines.push('BOUNDS')
  for (let c = 0; c < m.numCols; c++) {
    if (m.lower[c] !== 0) throw new Error(`column ${c} does not begin at 0`)
    lines.push(` UP ${'BND'.padEnd(8)}  ${name('C', c)}  ${figure(m.upper[c]!).padStart(12)}`)
  }
  lines.push('ENDATA', '')
  return lines.join('\n')
}

type Native = {
  solver: string
  version: [string, string[]]
  call: (model: string, answer: string, seconds: number) => [string, string[]]
  /** Minimised value and lower bound from what it printed and wrote. */
  read: (said: string, written: string) => { value: number | null; bound: number | null }
}
const numberIn = (text: string, pattern: RegExp): number | null => {
  const found = [...text.matchAll(pattern)].at(-1)?.[1]
  const value = found === undefined ? Number.NaN : Number(found)
  return Number.isFinite(value) && Math.abs(value) < 1e30 ? value : null
}
const natives: Native[] = [
  {
    solver: 'HiGHS, native',
    version: ['highs', ['--version']],
    call: (model, answer, s) => [
      'highs',
      ['--time_limit', String(s), '--threads', '1', '--solution_file', answer, model],
    ],
    read: said => ({
      value: numberIn(said, /Primal bound\s+(\S+)/g),
      bound: numberIn(said, /Dual bound\s+(\S+)/g),
    }),
  },
  {
    solver: 'CBC',
    version: ['cbc', ['-exit']],
    call: (model, answer, s) => [
      'cbc',
      [model, 'timemode', 'cpu', 'sec', String(s), 'ratio', '0', 'solve', 'solu', answer],
    ],
    read: said => {
      const value = /no feasible solution|No feasible/i.test(said) ? null : numberIn(said, /Objective value:\s+(\S+)/g)
      return { value, bound: /Optimal solution found/.test(said) ? value : numberIn(said, /Lower bound:\s+(\S+)/g) }
    },
  },
  {
    solver: 'GLPK',
    version: ['glpsol', ['--version']],
    call: (model, answer, s) => ['glpsol', ['--mps', model, '--cuts', '--tmlim', String(s), '--output', answer]],
    read: (said, written) => {
      const isProven = /INTEGER OPTIMAL SOLUTION FOUND/.test(said)
      const value = /Status:\s+INTEGER (OPTIMAL|NON-OPTIMAL)/.test(written)
        ? numberIn(written, /Objective:\s+COST = (\S+)/g)
        : null
      return { value, bound: isProven ? value : numberIn(said, /mip =\s+\S+(?: \S+)? >=\s+(\S+)/g) }
    },
  },
]

const isThere = ([command, options]: [string, string[]]) =>
  spawnSync(command, options, { input: '', timeout: 10_000 }).error === undefined

/** Every installed solver on this model, one after another, each within so many seconds of its own. */
export const solveNatively = (m: LinearModel, folder: string, seconds: number): NativeAnswer[] => {
  const present = natives.filter(n => isThere(n.version))
  if (present.length === 0) return []
  const file = path.join(folder, 'model.mps')
  writeFileSync(file, toMps(m))
  return present.map(n => {
    const answer = path.join(folder, 'answer.txt')
    writeFileSync(answer, '')
    const [command, options] = n.call(file, answer, seconds)
    // The children's CPU is told by the shell that waited for them.
    const run = spawnSync('sh', ['-c', '"$@"; times', 'sh', command, ...options], {
      encoding: 'utf8',
      maxBuffer: 1e9,
      timeout: (seconds * 20 + 60) * 1000,
    })
    const said = run.stdout ?? ''
    const [, minutes, rest] = /(\d+)m([\d.]+)s \d+m[\d.]+s\s*$/.exec(said.trimEnd().split('\n').at(-1) ?? '') ?? []
    const { value, bound } = n.read(said, readFileSync(answer, 'utf8'))
    const points = (v: number | null) => (v === null ? null : m.offset - v)
    return {
      solver: n.solver,
      value: points(value),
      bound: points(bound),
      cpu: minutes === undefined ? Number.NaN : Number(minutes) * 60 + Number(rest),
    }
  })
}
