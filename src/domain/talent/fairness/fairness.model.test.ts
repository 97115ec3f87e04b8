import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asksForLook, fairnessOf, type Member } from './fairness.model.ts'
import { fairnessRules } from './fairness.rules.ts'
import { outcomeWords } from './fairness-words.ts'

const { body: rules, reference: ruleSet } = fairnessRules.on('2026-11-24')
const context = {
  asOf: '2026-11-24' as const,
  ruleSet,
  ref: (group: string, what: string) => `talent.fairness:c:pool:sex:${group}:${what}`,
  words: outcomeWords,
}
const people = (sex: string | null, selected: number, all: number, stratum = 'Pengawas'): Member[] =>
  Array.from({ length: all }, (_, i) => ({
    id: `${sex}${stratum}${i}`,
    isPlaced: true,
    isInPool: i < selected,
    stratum,
    groups: { sex, age: null, 'unit-kind': null, location: null, disability: null },
  }))
const report = (members: Member[]) => fairnessOf(members, 'sex', 'pool', rules, context)
const line = (members: Member[], group: string) => report(members).lines.find(l => l.group === group)!

test('A group below four fifths of the reference asks for a look, and the ratio stands with its interval', () => {
  const members = [...people('Laki-laki', 40, 80), ...people('Perempuan', 20, 80)]
  const women = line(members, 'Perempuan')
  expect(women.screen).toBe('kuat')
  expect(women.ratio?.value).toBeCloseTo(0.5)
  expect(women.ratio?.interval?.high).toBeLessThan(1)
  expect(line(members, 'Laki-laki').isReference).toBe(true)
  expect(asksForLook([report(members)])).toBe(true)
})

test('Within the same tier a difference may vanish that the whole shows', () => {
  const members = [
    ...people('Laki-laki', 40, 50, 'Administrator'),
    ...people('Laki-laki', 4, 20, 'Pengawas'),
    ...people('Perempuan', 16, 20, 'Administrator'),
    ...people('Perempuan', 10, 50, 'Pengawas'),
  ]
  const women = line(members, 'Perempuan')
  expect(women.ratio?.value).toBeLessThan(0.8)
  expect(women.stratified?.value).toBeCloseTo(0)
})

test('No printed number tells of one to four people, by itself or by what stands beside it', () => {
  const size = fc.integer({ min: 0, max: 40 })
  fc.assert(
    fc.property(size, size, size, size, (x1, more1, x2, more2) => {
      const { lines } = report([...people('Laki-laki', x1, x1 + more1), ...people('Perempuan', x2, x2 + more2)])
      for (const l of lines.filter(l => !l.isClosed)) {
        const [n, x] = [Number(l.people.value), Number(l.selected.value)]
        for (const small of [x, n - x]) expect(small === 0 || small >= rules.minCount).toBe(true)
      }
      // One closed group of two could be told from the sum: then both are.
      if (lines.length === 2 && lines.some(l => l.isClosed)) expect(lines.every(l => l.isClosed)).toBe(true)
      for (const l of lines.filter(l => l.isClosed))
        for (const f of [l.people, l.selected, l.rate]) expect(f).toMatchObject({ state: 'withheld', value: null })
    }),
    // Five of five beside nobody of ten: the smaller group is too small for a rate, and the sum would tell it.
    { examples: [[5, 0, 0, 10]], numRuns: 500 },
  )
})

test('People whose group is not recorded are counted, and compared with nobody', () => {
  const members = [...people('Laki-laki', 30, 60), ...people('Perempuan', 30, 60), ...people(null, 10, 40)]
  expect(line(members, 'belum diketahui')).toMatchObject({ ratio: null, screen: 'ditutup', isClosed: false })
})
