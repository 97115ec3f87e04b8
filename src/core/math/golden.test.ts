import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { runCompute } from './run-compute.ts'

type Golden = { id: string; function: string; input: string; expected: { path: string; value: unknown; tol: number }[] }
const file = (name: string) => readFileSync(`fixtures/golden/${name}`, 'utf8')
const goldens = JSON.parse(file('expected.json')) as Golden[]

/** The treated of the experiment stacked on the survey's comparison people. */
function csvOf(input: string): string {
  if (!input.includes(' + ')) return file(input)
  const [header, ...rows] = file('nsw_dehejia_wahba.csv').trim().split('\n')
  return [
    header,
    ...rows.filter(r => r.startsWith('1,')),
    ...file('cps1_controls.csv').trim().split('\n').slice(1),
  ].join('\n')
}

function compare(actual: unknown, expected: unknown, tol: number, where: string): void {
  if (typeof expected === 'number') {
    expect(typeof actual, where).toBe('number')
    expect(Math.abs((actual as number) - expected), `${where}: ${actual} against ${expected}`).toBeLessThanOrEqual(
      tol * 1.000001,
    )
  } else if (Array.isArray(expected))
    expected.forEach((v, i) => {
      compare((actual as unknown[])?.[i], v, tol, `${where}[${i}]`)
    })
  else
    for (const [k, v] of Object.entries(expected as object))
      compare((actual as Record<string, unknown>)?.[k], v, tol, `${where}.${k}`)
}
const at = (value: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((v, k) => (v as Record<string, unknown>)?.[k], value)

describe('a published or independently computed number comes out again', () => {
  for (const g of goldens)
    it(`${g.function} on ${g.input} (${g.id})`, () => {
      const result = runCompute(g.function, { csv: csvOf(g.input) })
      for (const e of g.expected) compare(at(result, e.path), e.value, e.tol, e.path)
    })

  it('error rates of anaesthetists are those of Dawid and Skene, rater by rater and patient by patient', () => {
    const e = JSON.parse(file('dawid_skene_expected.json')) as Record<string, unknown>
    const r = runCompute('dawidSkene', { csv: file('dawid_skene_anaesthetist.csv') })
    for (const k of ['classPrior', 'raterConfusion', 'itemPosterior', 'logLikelihood']) compare(at(r, k), e[k], 1e-4, k)
  })
})
