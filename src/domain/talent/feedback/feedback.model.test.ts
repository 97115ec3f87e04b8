import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isKnown } from '#core/figure/figure.ts'
import type { Day } from '#core/values/day.ts'
import {
  blocksOf,
  type Candidate,
  commentProblem,
  draftRaters,
  type FeedbackResult,
  type FeedbackRules,
  feedbackFigures,
  feedbackMessage,
  feedbackResult,
  feedbackRulesProblems,
  feedbackThatCounts,
  type GroupCode,
  owedAnswers,
  type Reply,
  unfitRater,
} from './feedback.model.ts'
import { feedbackRules } from './feedback.rules.ts'

const { body: rules, reference } = feedbackRules.on('2026-11-24')
const codes = rules.questions.map(q => q.code)
const reply = (group: GroupCode, steps: (number | null)[]): Reply => ({
  group,
  answers: codes.map((code, i) => ({ code, step: steps[i % steps.length] })),
})
const figures = (result: FeedbackResult, by: FeedbackRules = rules) =>
  feedbackFigures(by, result, {
    year: 2026,
    asOf: '2026-11-24' as Day,
    source: { kind: 'talent.feedback-result', id: 'x', label: 'Putaran' },
    ruleSet: reference,
  })

describe('what a result says', () => {
  it('The supervisor weighs 40 points and colleagues 35, shared out in proportion when nobody answers below', () => {
    const result = feedbackResult(rules, [
      reply('atasan', [5]),
      reply('rekan', [3]),
      reply('rekan', [3]),
      reply('rekan', [3]),
    ])
    expect(result.blocks.map(b => [b.groups, b.raters, b.weight])).toEqual([[['atasan', 'rekan'], 4, 100]])
    // (40 · 5 + 35 · 3) / 75 = 4.07, kept with one decimal.
    expect(figures(result).overall.value).toBeCloseTo(4.1, 9)
    expect(figures(result).rating.value).toBe('Baik')
  })
  it('Three subordinates stand as a group of their own; two are shown with the colleagues', () => {
    const answered = (n: number) =>
      feedbackResult(rules, [
        reply('atasan', [4]),
        ...Array.from({ length: 3 }, () => reply('rekan', [4])),
        ...Array.from({ length: n }, () => reply('bawahan', [2])),
      ]).blocks.map(b => b.groups)
    expect(answered(3)).toEqual([['atasan', 'rekan'], ['bawahan']])
    expect(answered(2)).toEqual([['atasan', 'rekan', 'bawahan']])
  })
  it('What she says of herself changes nothing', () => {
    const others = [reply('atasan', [4]), ...Array.from({ length: 3 }, () => reply('rekan', [4]))]
    const without = feedbackResult(rules, others)
    const withSelf = feedbackResult(rules, [...others, reply('diri', [1])])
    expect(withSelf.blocks).toEqual(without.blocks)
  })
  it('Too few colleagues: unknown, never zero, and it says whose answers are missing', () => {
    const result = feedbackResult(rules, [reply('atasan', [5]), reply('rekan', [5]), reply('rekan', [5])])
    expect(result).toMatchObject({ isKnown: false, blocks: [], missing: [{ group: 'rekan', missing: 1 }] })
    const { overall, rating } = figures(result)
    expect([overall.state, overall.value, rating.value]).toEqual(['unknown', null, null])
    expect(rating.needs).toEqual([
      { what: 'umpan balik 360° 2026: jawaban 1 penilai lagi', who: 'rekan yang diundang' },
    ])
  })
  it('"Cannot judge" is no low answer; a question too few could judge leaves the whole result', () => {
    const unsure = [4, 4, 4, 4, 4, 4, null]
    const result = feedbackResult(rules, [
      reply('atasan', [4]),
      reply('rekan', unsure),
      reply('rekan', unsure),
      reply('rekan', unsure),
    ])
    expect(result.leftOut).toEqual([codes[6]])
    expect(result.blocks[0].questions.map(q => q.mean)).toEqual([4, 4, 4, 4, 4, 4])
  })
  it('A reply to fewer than half of the questions does not count as a rater', () => {
    const mute = reply('rekan', [4, null, null, null, null, null, null])
    const result = feedbackResult(rules, [reply('atasan', [4]), reply('rekan', [4]), reply('rekan', [4]), mute])
    expect(result.isKnown).toBe(false)
  })
  it('The message names what is seen most and one thing to practise, without a number', () => {
    const result = feedbackResult(rules, [
      reply('atasan', [5, 4, 4, 4, 4, 4, 2]),
      ...Array.from({ length: 3 }, () => reply('rekan', [5, 4, 4, 4, 4, 4, 2])),
    ])
    const message = feedbackMessage(rules, result)
    expect(message?.strength).toContain('Menuntaskan pekerjaan')
    expect(message?.practice).toContain('membantu orang lain tumbuh')
    expect(`${message?.strength}${message?.practice}`).not.toMatch(/\d/)
  })
})

const steps = fc.option(fc.integer({ min: 1, max: 5 }), { nil: null, freq: 4 })
const answers = fc.array(steps, { minLength: codes.length, maxLength: codes.length })
const some = fc
  .record({
    atasan: fc.array(answers, { maxLength: 1 }),
    rekan: fc.array(answers, { maxLength: 5 }),
    bawahan: fc.array(answers, { maxLength: 5 }),
  })
  .map(g => (['atasan', 'rekan', 'bawahan'] as const).flatMap(c => g[c].map(a => reply(c, a))))
// Rounding only blurs; without it the sums are exact and the worst case is tried. Also with groups that are not required.
const exact: FeedbackRules = {
  ...rules,
  digits: 12,
  leastShareOfRater: 0.1,
  leastShareOfResult: 0.1,
  groups: rules.groups.map(g => ({ ...g, isRequired: false })),
}

/** Everything a reader may see of a result, as numbers. */
const shown = (result: FeedbackResult): number[] => {
  const f = figures(result, exact)
  const leaves = result.blocks.flatMap(b => b.questions.map(q => q.mean))
  return [...f.blocks.map(b => b.figure), ...f.questions.map(q => q.figure), f.overall]
    .flatMap(x => (isKnown(x) ? [x.value] : []))
    .concat(leaves)
}

const rankOf = (matrix: number[][]): number => {
  const rows = matrix.map(r => [...r])
  let rank = 0
  for (let c = 0; c < (rows[0]?.length ?? 0) && rank < rows.length; c++) {
    let best = rank
    for (let i = rank; i < rows.length; i++) if (Math.abs(rows[i][c]) > Math.abs(rows[best][c])) best = i
    if (Math.abs(rows[best][c]) < 1e-6) continue
    ;[rows[rank], rows[best]] = [rows[best], rows[rank]]
    for (let i = rank + 1; i < rows.length; i++) {
      const factor = rows[i][c] / rows[rank][c]
      for (let k = c; k < rows[i].length; k++) rows[i][k] -= factor * rows[rank][k]
    }
    rank++
  }
  return rank
}

describe('nobody can be told apart', () => {
  it('No shown number, and no sum or difference of shown numbers, speaks of fewer raters than the least', () => {
    fc.assert(
      fc.property(some, given => {
        const result = feedbackResult(exact, given)
        const before = shown(result)
        if (before.length === 0) return
        // How every shown number moves when one answer moves: what is shown is linear in the answers.
        const cells = given.flatMap((r, i) => r.answers.flatMap((a, q) => (a.step === null ? [] : [{ i, q }])))
        const columns = cells.map(({ i, q }) => {
          const moved = given.map((r, j) =>
            j !== i ? r : { ...r, answers: r.answers.map((a, k) => (k === q ? { ...a, step: a.step! + 1 } : a)) },
          )
          return shown(feedbackResult(exact, moved)).map((v, k) => v - before[k])
        })
        const without = (raters: readonly number[]) =>
          rankOf(before.map((_, k) => columns.flatMap((c, n) => (raters.includes(cells[n].i) ? [] : [c[k]]))))
        const whole = without([])
        // A combination that spoke of one or two raters alone would vanish with them and lower the rank.
        for (let a = 0; a < given.length; a++)
          for (let b = a; b < given.length; b++) expect(without([a, b])).toBe(whole)
      }),
      { numRuns: 60 },
    )
  })
  it('Every block holds the least number of raters, and all answered groups are in exactly one', () => {
    const sizes = fc.record({ atasan: fc.nat(1), rekan: fc.nat(6), bawahan: fc.nat(6) })
    fc.assert(
      fc.property(sizes, n => {
        const counts = (['atasan', 'rekan', 'bawahan'] as const).map(group => ({ group, answered: n[group] }))
        const blocks = blocksOf(rules, counts)
        const total = n.atasan + n.rekan + n.bawahan
        if (blocks === null) {
          expect(total).toBeLessThan(rules.leastShown)
          return
        }
        const size = (b: readonly GroupCode[]) => b.reduce((s, g) => s + n[g as 'rekan'], 0)
        expect(blocks.every(b => size(b) >= rules.leastShown)).toBe(true)
        expect(blocks.flat().sort()).toEqual(
          counts
            .filter(c => c.answered > 0)
            .map(c => c.group)
            .sort(),
        )
      }),
    )
  })
  it('More missing answers never turn into a number: unknown is never zero', () => {
    fc.assert(
      fc.property(some, given => {
        const result = feedbackResult(rules, given)
        const { overall } = figures(result)
        if (result.isKnown) expect(overall.value).toBeGreaterThanOrEqual(1)
        else {
          expect(overall.value).toBeNull()
          expect(result.missing.length).toBeGreaterThan(0)
        }
      }),
    )
  })
  it('Whether raters agree is said from five on only', () => {
    const four = [reply('atasan', [1]), reply('rekan', [5]), reply('rekan', [5]), reply('rekan', [5])]
    expect(feedbackResult(rules, four).spread).toEqual([])
    expect(feedbackResult(rules, [...four, reply('rekan', [1])]).spread[0].word).toBe('apart')
  })
})

describe('who may rate', () => {
  const person: Candidate = { id: 'p', name: 'Sari', supervisorId: 'b', unitId: 'u', isActive: true }
  const one = (id: string, more: Partial<Candidate> = {}): Candidate => ({
    id,
    name: id.toUpperCase(),
    supervisorId: 'b',
    unitId: 'u',
    isActive: true,
    ...more,
  })
  const free = { chosen: [], kin: new Set<string>() }
  it('Kin, the same person twice, a superior or subordinate as a colleague, and herself are refused with the reason', () => {
    expect(unfitRater(person, one('k'), 'rekan', { chosen: [], kin: new Set(['k']) })).toContain('keluarga')
    expect(unfitRater(person, one('c'), 'rekan', { chosen: ['c'], kin: new Set() })).toContain('sudah menjadi penilai')
    expect(unfitRater(person, one('b', { supervisorId: null }), 'rekan', free)).toContain('atasannya')
    expect(unfitRater(person, one('s', { supervisorId: 'p' }), 'rekan', free)).toContain('bawahannya')
    expect(unfitRater(person, person, 'rekan', free)).toContain('yang dinilai sendiri')
    expect(unfitRater(person, one('s', { supervisorId: 'p' }), 'bawahan', free)).toBeNull()
  })
  it('Raters are drafted from the tree, colleagues of the same supervisor first, and whoever is asked often last', () => {
    const people = [
      one('b', { supervisorId: null }),
      ...['c1', 'c2', 'c3', 'c4', 'c5', 'c6'].map(id => one(id)),
      one('far', { supervisorId: 'other' }),
      ...['s1', 's2'].map(id => one(id, { supervisorId: 'p' })),
      person,
    ]
    const load = new Map([['c1', rules.mostPerRater]])
    const drafted = draftRaters(rules, person, people, new Set(['c2']), load)
    expect(drafted.filter(d => d.group === 'atasan').map(d => d.raterId)).toEqual(['b'])
    const mates = drafted.filter(d => d.group === 'rekan').map(d => d.raterId)
    expect(mates).toHaveLength(5)
    expect(mates).not.toContain('c1')
    expect(mates).not.toContain('c2')
    expect(mates[4]).toBe('far')
    expect(drafted.filter(d => d.group === 'bawahan')).toHaveLength(2)
    expect(drafted.at(-1)).toMatchObject({ raterId: 'p', group: 'diri' })
    expect(new Set(drafted.map(d => d.raterId)).size).toBe(drafted.length)
  })
})

describe('a round and a file of the same year', () => {
  const imported = [{ year: 2025 }, { year: 2024 }]
  it('The round stands; a round with too few raters is not filled by the file; other years keep theirs', () => {
    const known = { year: 2025, blocks: [1] }
    const few = { year: 2025, blocks: [] }
    expect(feedbackThatCounts(rules, { imported, rounds: [known] })).toEqual({
      imported: [{ year: 2024 }],
      rounds: [known],
    })
    expect(feedbackThatCounts(rules, { imported, rounds: [few] })).toEqual({
      imported: [{ year: 2024 }],
      rounds: [few],
    })
    expect(feedbackThatCounts({ ...rules, importFillsIncomplete: true }, { imported, rounds: [few] }).rounds).toEqual(
      [],
    )
    expect(
      feedbackThatCounts({ ...rules, precedence: ['import', 'round'] }, { imported, rounds: [known] }).rounds,
    ).toEqual([])
  })
})

it('An unanswered question is named; "cannot judge" is an answer', () => {
  const all = codes.map(code => ({ code, step: null, isUnable: true }))
  expect(owedAnswers(rules, all)).toEqual([])
  expect(owedAnswers(rules, all.slice(1)).map(o => o.code)).toEqual([codes[0]])
})

it('A comment with one’s own name, a number or an address comes back', () => {
  expect(commentProblem('Tanyakan kepada Dimas Anggara saja.', ['Dimas Anggara, S.T.'])).toContain('nama')
  expect(commentProblem('Hubungi 081234567.', [])).toContain('nomor')
  expect(commentProblem('Rapat dimulai tepat waktu.', ['Dimas Anggara'])).toBeNull()
})

it('Weights that do not add up, and a least number below three, are refused with the line', () => {
  expect(feedbackRulesProblems(rules)).toEqual([])
  expect(feedbackRulesProblems({ ...rules, leastShown: 2 })).toHaveLength(1)
  expect(
    feedbackRulesProblems({ ...rules, groups: rules.groups.map(g => ({ ...g, weight: 40 })) }).join(' '),
  ).toContain('160')
})
