import { expect, it } from 'vitest'
import type { Day } from '#core/values/day.ts'
import { type ClosingCandidate, rankClosing } from './rank-closing.ts'

const on = '2026-11-24' as Day
const some = (changes: Partial<ClosingCandidate> & { id: string }): ClosingCandidate => ({
  code: changes.id,
  name: `Modul ${changes.id}`,
  method: 'kelas',
  jp: 24,
  costPerHead: 1_000_000,
  isInternal: true,
  effects: [{ code: 'K', fromLevel: 1, toLevel: 3, measured: 0, risen: 0 }],
  prerequisites: [],
  session: null,
  inPlan: null,
  ...changes,
})
const ask = (level: number | null, standard = 4, importance: 'mutlak' | 'penting' = 'penting') => ({
  employeeId: 'e',
  gaps: [{ code: 'K', name: 'Kontrak', level, standard, importance }],
})

it('a module that cannot reach the standard says how far it carries', () => {
  const [way] = rankClosing(ask(2), [some({ id: 'A' })], on).ways
  expect(way.closes[0].words).toBe('membawa Kontrak paling tinggi ke level 3; standarnya 4, sisanya perlu langkah lain')
})
it('a level that nobody knows is no gap: nothing is recommended for it', () => {
  expect(rankClosing(ask(null), [some({ id: 'A' })], on)).toMatchObject({ ways: [], uncovered: [] })
})
it('more levels first, then the cheaper one', () => {
  const far = some({ id: 'far', effects: [{ code: 'K', fromLevel: 1, toLevel: 4, measured: 0, risen: 0 }] })
  const ways = rankClosing(ask(2), [some({ id: 'dear' }), some({ id: 'cheap', costPerHead: 0 }), far], on).ways
  expect(ways.map(w => w.key)).toEqual(['far', 'cheap', 'dear'])
})
it('results of few people are not printed, results of enough are, with how sure they make the next one', () => {
  const with_ = (measured: number, risen: number) =>
    rankClosing(
      ask(2),
      [some({ id: 'A', effects: [{ code: 'K', fromLevel: 1, toLevel: 3, measured, risen }] })],
      on,
    ).ways[0].reasons.join(' ')
  expect(with_(4, 4)).toMatch(/kurang dari 5 peserta/)
  expect(with_(4, 4)).not.toMatch(/4 dari 4/)
  expect(with_(9, 7)).toMatch(/7 dari 9 peserta terdahulu naik level/)
  expect(with_(0, 0)).toMatch(/belum terbukti/)
})
it('what needs another module or a higher level first stands below and says so', () => {
  const later = some({ id: 'L', effects: [{ code: 'K', fromLevel: 3, toLevel: 4, measured: 0, risen: 0 }] })
  const needs = some({ id: 'N', prerequisites: [{ id: 'A', name: 'Modul A', clause: 1 }] })
  const { ways } = rankClosing(ask(2), [later, needs, some({ id: 'A' })], on)
  expect(ways.map(w => w.key)).toEqual(['A', 'N', 'L'])
  expect(ways[1].reasons[0]).toBe('perlu lebih dahulu: Modul A')
  expect(ways[2].reasons[0]).toBe('mulai dari level 3 Kontrak; sekarang 2')
  const after = rankClosing(ask(2), [needs, some({ id: 'A', inPlan: 'done' })], on).ways.find(w => w.key === 'N')
  expect(after?.reasons.join()).not.toMatch(/perlu lebih dahulu/)
})
it('a gap that nothing closes is named', () => {
  expect(rankClosing(ask(2), [], on).uncovered).toEqual(['Kontrak'])
})

it('a class at the time of something in her plan says so', () => {
  const session = { startsOn: '2027-02-01' as Day, endsOn: '2027-02-03' as Day, place: 'Aula', isOnline: false }
  const reasons = rankClosing(ask(2), [some({ id: 'A', session, clash: 'Diklat Kontrak' })], on).ways[0].reasons
  expect(reasons).toContain('jadwalnya bertabrakan dengan Diklat Kontrak dalam rencananya')
})
