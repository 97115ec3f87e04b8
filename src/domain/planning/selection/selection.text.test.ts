import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { bindingSentence, conflictSentence, qualitySentence } from './selection.text.ts'
import { type OutCode, outCodes, type PlannerSolution } from './solution.model.ts'
import { solvePlan } from './solve.ts'

const solved = async (name: string): Promise<PlannerSolution> => {
  const outcome = await solvePlan(JSON.parse(readFileSync(`fixtures/planner/${name}.json`, 'utf8')).instance)
  if (!outcome.ok) throw new Error(outcome.reasons.join('\n'))
  return outcome.solution
}
const names = (_: string, id: string) => id

describe('What the optimiser says', () => {
  test('a seat lost to money names the line, the need and what is left', async () => {
    const [out] = (await solved('g1-tiny')).why.out
    expect(bindingSentence(out!.binding[0]!, names)).toBe('B1 memerlukan Rp8.000.000, sisanya Rp0.')
  })

  test('a unit that is short of people names the day', async () => {
    const out = (await solved('g4-time')).why.out.find(o => o.employee === 'P2')!
    expect(bindingSentence(out.binding[0]!, names)).toBe('Pada 5 Mei 2027 U1 sudah melepas 1 orang, batasnya.')
  })

  test('a conflict names its members', async () => {
    const found = await solved('g6-infeasible')
    expect(found.conflict!.map(c => conflictSentence(c, names))).toEqual([
      'P1 dikunci di SA.',
      'P2 dikunci di SB.',
      'Batas orang pergi U1 pada 3 Maret 2027.',
    ])
    expect(qualitySentence(found)).toBe('Tidak ada rencana yang memenuhi semua syarat.')
  })

  test('a plan is called the best only when that is proven, and its distance is never understated', async () => {
    const proven = await solved('g1-tiny')
    expect(qualitySentence(proven)).toContain('terbukti')
    expect(qualitySentence({ ...proven, status: 'feasible', gap: 0.00501 })).toBe(
      'Paling banyak 0,6% di bawah rencana terbaik yang mungkin.',
    )
  })

  test.each([...outCodes])('%s has a sentence in both languages', (code: OutCode) => {
    const binding = {
      constraint: code,
      id: 'X',
      detail: { start: '2027-03-01', end: '2027-03-02', date: '2027-03-01', session: 'S' },
    }
    for (const locale of ['id', 'en'] as const) expect(bindingSentence(binding, names, locale)).toMatch(/\w+.*\.$/)
  })
})
