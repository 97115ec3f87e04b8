import { describe, expect, it } from 'vitest'
import { isInScope } from './candidate-scope.model.ts'
import { chainFrom, type Successor } from './chain.model.ts'
import { mostPressingFirst, type RiskInput, riskOf } from './risk.model.ts'

const post = { id: 'p', name: 'Kepala Bidang', tier: 'Administrator', family: 'Infrastruktur', unit_id: 'u' }
const scope = (person: object, box: number | null) =>
  isInScope({ id: 'x', tier: 'Pengawas', family: 'Infrastruktur', unit_id: 'u', ...person }, post, {
    tiers: ['Pengawas', 'JF Ahli Muda'],
    box,
    poolBoxes: [7, 8, 9],
  })

describe('Who stands on a bench', () => {
  it('A person in the pool stands on the benches of her field, wherever she works', () => {
    expect(scope({ unit_id: 'elsewhere' }, 8)).toBe(true)
    expect(scope({ unit_id: 'elsewhere', family: 'Keuangan' }, 8)).toBe(false)
  })
  it('A person whom the map places outside the pool is no candidate for a promotion', () => {
    expect(scope({}, 5)).toBe(false)
  })
  it('A person who waits for data is seen on the bench of her own unit, not as if she were unfit', () => {
    expect(scope({}, null)).toBe(true)
    expect(scope({ unit_id: 'elsewhere' }, null)).toBe(false)
    expect(scope({ tier: 'JF Ahli Muda' }, null)).toBe(false)
  })
  it('Nobody comes from a tier that does not lead to the post', () => {
    expect(scope({ tier: 'Pelaksana' }, 9)).toBe(false)
  })
})

const risk = (changes: Partial<RiskInput>): RiskInput => ({
  isVacant: false,
  likelihood: 1,
  state: 'kosong',
  readyNow: 0,
  impact: 3,
  ...changes,
})

describe('How pressing a post is', () => {
  it('A vacant post without a ready successor is the most pressing', () => {
    expect(riskOf(risk({ isVacant: true, likelihood: 5 }))).toBe('veryHigh')
    expect(riskOf(risk({ likelihood: 5 }))).toBe('high')
    expect(riskOf(risk({ likelihood: 5, state: 'tipis', readyNow: 1 }))).toBe('high')
    expect(riskOf(risk({ state: 'cukup', readyNow: 2 }))).toBe('low')
  })
  it('A post whose candidates lack data is "not known" and stands between high and middle', () => {
    const list = [
      { positionId: 'middle', ...risk({}) },
      { positionId: 'unknown', ...risk({ state: 'belumLengkap' }) },
      { positionId: 'high', ...risk({ likelihood: 5 }) },
    ]
    expect(list.sort(mostPressingFirst).map(p => p.positionId)).toEqual(['high', 'unknown', 'middle'])
  })
})

const somebody = (employeeId: string, holdsId: string | null, changes: Partial<Successor> = {}): Successor => ({
  employeeId,
  name: employeeId,
  horizon: 'siapSekarang',
  readyOn: null,
  score: 95,
  holdsId,
  holdsName: holdsId,
  ...changes,
})

describe('Who replaces the replacer', () => {
  it('The chain goes on to the first bench where nobody is or will be ready', () => {
    const benches = new Map([
      ['A', [somebody('later', 'B', { horizon: '>2Tahun' }), somebody('ready', 'B')]],
      ['B', [somebody('soon', 'C', { horizon: '1-2Tahun' })]],
      ['C', []],
    ])
    const links = chainFrom({ id: 'A', name: 'A' }, benches)
    expect(links.map(l => [l.positionName, l.successor?.name ?? null, l.end])).toEqual([
      ['A', 'ready', null],
      ['B', 'soon', null],
      ['C', null, 'empty-bench'],
    ])
  })
  it('Nobody moves twice', () => {
    const benches = new Map([
      ['A', [somebody('one', 'B')]],
      ['B', [somebody('one', 'B')]],
    ])
    expect(chainFrom({ id: 'A', name: 'A' }, benches).map(l => l.successor?.name ?? null)).toEqual(['one', null])
  })
})
