import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Stage, stages } from '../cycle/cycle-words.ts'
import { blockersOf, type CycleFacts, remindsOn, touchedBetween } from './cycle-board.model.ts'
import { cycleRules } from './cycle-board.rules.ts'

const { body: rules } = cycleRules.on('2026-11-24')
const ready: CycleFacts = {
  on: '2026-12-30',
  isPlaced: true,
  checks: rules.checks.map(c => ({ ...c, state: 'met' })),
  hasCommittee: true,
  openSessions: [],
  proposedMoves: 0,
  hasRatifiedMap: true,
  objectionUntil: '2026-12-28',
  openObjections: [],
  hasDecree: true,
}

test('A cycle with everything in place goes to every stage', () => {
  for (const stage of stages) expect(blockersOf(stage, ready)).toEqual([])
})

test('What nobody has checked holds the committee’s stage by its own name, like what is not met', () => {
  const checks = ready.checks.map((c, i) => (i === 3 ? { ...c, state: null } : c))
  const [blocker, ...more] = blockersOf('SIDANG_KOMITE', { ...ready, checks })
  expect(more).toEqual([])
  expect(blocker).toMatchObject({
    who: 'Bagian Organisasi',
    what: expect.stringContaining('Standar Kompetensi Jabatan'),
  })
})

test('A later stage never asks for less than an earlier one', () => {
  fc.assert(
    fc.property(
      fc.record({
        isPlaced: fc.boolean(),
        hasCommittee: fc.boolean(),
        proposedMoves: fc.nat(3),
        hasRatifiedMap: fc.boolean(),
        hasDecree: fc.boolean(),
        objectionUntil: fc.constantFrom('2026-12-28', '2027-01-05', null),
      }),
      facts => {
        const counts = stages.map((s: Stage) => blockersOf(s, { ...ready, ...facts } as CycleFacts).length)
        for (let i = 1; i < counts.length; i += 1) expect(counts[i]).toBeGreaterThanOrEqual(counts[i - 1])
      },
    ),
  )
})

test('An unanswered objection holds the ruling of the PPK by the name of who objects, with a link', () => {
  const blockers = blockersOf('DITETAPKAN_PPK', {
    ...ready,
    openObjections: [{ id: 'o1', name: 'Siti', dueOn: '2026-12-20' }],
  })
  expect(blockers).toMatchObject([{ what: 'Sanggahan Siti belum dijawab', href: '/talenta/sanggah?jawab=o1' }])
})

test('The owner of a step is reminded before it is due and again while it is late, never every day', () => {
  const days = [-21, -15, -14, -7, -6, -3, -1, 0, 1, 7, 14].filter(late =>
    remindsOn(
      '2026-12-15',
      `2026-${late <= 15 && late >= -14 ? '12' : '11'}-${String(late < -14 ? 45 + late : 15 + late).padStart(2, '0')}`,
      rules,
    ),
  )
  expect(days).toEqual([-14, -7, -3, -1, 0, 7, 14])
})

test('A correction names whom it touches and nobody else', () => {
  const row = (employeeId: string, box: number | null) => ({ employeeId, box, x: 70, y: 70, placement: 'placed' })
  const touched = touchedBetween([row('a', 5), row('b', 5), row('gone', 2)], [row('a', 5), row('b', 8), row('new', 1)])
  expect(touched.map(t => t.employeeId).sort()).toEqual(['b', 'gone', 'new'])
})
