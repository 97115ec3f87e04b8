/**
 * The statistical models of the screens, written a second time for `prove`: from the input kept in the explanation, by other
 * routes than `core/math` takes (numerical integration instead of a library, dummy columns instead of swept means, a layered
 * search instead of a recursive one). Nothing here may import from the product; `recompute.test.ts` looks.
 */
type Json = Record<string, unknown>

/** Abscissas of `f` between two ends, summed by Simpson's rule. */
const integral = (f: (x: number) => number, from: number, to: number, steps = 4000): number => {
  const h = (to - from) / steps
  let total = f(from) + f(to)
  for (let i = 1; i < steps; i++) total += (i % 2 === 1 ? 4 : 2) * f(from + i * h)
  return (total * h) / 3
}

/** ln Γ by Stirling's series, lifted above 20 by the recurrence. */
const lnGamma = (x: number): number => {
  let lift = 0
  let z = x
  for (; z < 20; z++) lift += Math.log(z)
  const w = 1 / (z * z)
  return (
    (z - 0.5) * Math.log(z) -
    z +
    0.5 * Math.log(2 * Math.PI) +
    (1 / 12 - w * (1 / 360 - w * (1 / 1260 - w / 1680))) / z -
    lift
  )
}

/** P(T ≤ x), x ≥ 0: with x = √df·tan θ the density is a power of the cosine. */
const studentBelow = (x: number, df: number): number => {
  const top = Math.exp(lnGamma((df + 1) / 2) - lnGamma(df / 2)) / Math.sqrt(Math.PI)
  return 0.5 + top * integral(angle => Math.cos(angle) ** (df - 1), 0, Math.atan(x / Math.sqrt(df)))
}

const studentQuantile = (p: number, df: number): number => {
  if (p < 0.5) return -studentQuantile(1 - p, df)
  let [low, high] = [0, 1]
  while (studentBelow(high, df) < p) high *= 2
  for (let i = 0; i < 200 && high - low > 1e-13 * high; i++) {
    const middle = (low + high) / 2
    if (studentBelow(middle, df) < p) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** P(χ² > x): with x = s² the integrand is smooth at zero. */
const chiSquareAbove = (x: number, df: number): number => {
  const scale = Math.log(2) - (df / 2) * Math.log(2) - lnGamma(df / 2)
  return Math.max(
    0,
    1 -
      integral(
        s => (s === 0 ? (df === 1 ? Math.exp(scale) : 0) : Math.exp(scale + (df - 1) * Math.log(s) - (s * s) / 2)),
        0,
        Math.sqrt(x),
      ),
  )
}

const average = (list: readonly number[]): number => list.reduce((total, x) => total + x, 0) / list.length

type Change = { unit: string; y: number; treated: boolean }

const meanDifference = (changes: readonly Change[]): number | null => {
  const yes = changes.filter(c => c.treated).map(c => c.y)
  const no = changes.filter(c => !c.treated).map(c => c.y)
  return yes.length === 0 || no.length === 0 ? null : average(yes) - average(no)
}

const smallestVisible = (spread: number, a: number, b: number, alpha = 0.05, power = 0.8): number | null =>
  a < 1 || b < 1 || a + b < 3
    ? null
    : spread *
      Math.sqrt((a + b) / (a * b)) *
      (studentQuantile(1 - alpha / 2, a + b - 2) + studentQuantile(power, a + b - 2))

/** Most posts that different people can fill: layers of breadth-first search, an alternating path flipped per post. */
const mostDistinct = (posts: readonly { position: string; ready: readonly string[] }[]): number => {
  const filledBy = new Map<string, number>()
  let filled = 0
  for (let start = 0; start < posts.length; start++) {
    const cameFrom = new Map<string, { post: number }>()
    const takes = new Map<number, string>()
    const queue = [start]
    let free: string | null = null
    while (queue.length > 0 && free === null) {
      const post = queue.shift()!
      for (const person of posts[post].ready) {
        if (cameFrom.has(person)) continue
        cameFrom.set(person, { post })
        const holder = filledBy.get(person)
        if (holder === undefined) {
          free = person
          break
        }
        takes.set(holder, person)
        queue.push(holder)
      }
    }
    if (free === null) continue
    filled++
    for (let person: string | undefined = free; person !== undefined; ) {
      const { post }: { post: number } = cameFrom.get(person)!
      filledBy.set(person, post)
      person = takes.get(post)
    }
  }
  return filled
}

type Case = { agreedBefore: boolean | null; checks: { rater: string; day: number; verdict: string | null }[] }

/** The share that both raters see applied; null while the silent ones could change it too much. */
const applied = (cases: readonly Case[], options: Json): number | null => {
  const {
    day,
    leastResponse = 0.8,
    widestBounds = 0.4,
  } = options as {
    day: number
    leastResponse?: number
    widestBounds?: number
  }
  const given = options.raters as [string, string] | undefined
  let [agreed, both, idle, yes] = [0, 0, 0, 0]
  for (const one of cases) {
    if (one.agreedBefore !== true) continue
    agreed++
    const said: Record<string, string> = {}
    for (const check of one.checks) if (check.day === day && check.verdict !== null) said[check.rater] = check.verdict
    const first = given ? given[0] : 'atasan'
    const second = given
      ? given[1]
      : Object.keys(said)
          .sort()
          .find(r => r !== first)
    const pair = [said[first], second === undefined ? undefined : said[second]]
    if (pair.includes(undefined)) continue
    both++
    if (pair.includes('tidakAdaKesempatan') && !pair.includes('ya')) idle++
    else if (pair[0] === 'ya' && pair[1] === 'ya') yes++
  }
  const possible = agreed - idle
  const heard = both - idle
  if (heard === 0 || possible === 0) return null
  if ((possible - heard) / possible > widestBounds + 1e-9) return null
  return both / agreed < leastResponse - 1e-9 ? null : yes / heard
}

type PanelRow = { unit: string; period: number; value: number | null; firstTreated: number | null }

/** Gauss-Jordan: A⁻¹, null when a pivot vanishes. */
const inverted = (a: readonly (readonly number[])[]): number[][] | null => {
  const n = a.length
  const m = a.map((row, i) => [...row, ...Array.from({ length: n }, (_, j) => (i === j ? 1 : 0))])
  for (let k = 0; k < n; k++) {
    let best = k
    for (let i = k + 1; i < n; i++) if (Math.abs(m[i][k]) > Math.abs(m[best][k])) best = i
    if (Math.abs(m[best][k]) < 1e-11) return null
    ;[m[k], m[best]] = [m[best], m[k]]
    const pivot = m[k][k]
    for (let j = 0; j < 2 * n; j++) m[k][j] /= pivot
    for (let i = 0; i < n; i++) {
      const by = m[i][k]
      if (i !== k && by !== 0) for (let j = 0; j < 2 * n; j++) m[i][j] -= by * m[k][j]
    }
  }
  return m.map(row => row.slice(n))
}

/** Did programme and comparison units move alike before? Least squares with a dummy column per unit and per period. */
const beforehand = (rows: readonly PanelRow[]): { p: number | null; largest: number } => {
  const cells = rows.filter(r => r.value !== null)
  const units = [...new Set(cells.map(r => r.unit))]
  const periods = [...new Set(rows.map(r => r.period))].sort((a, b) => a - b)
  const since = (r: PanelRow): number | null => {
    if (r.firstTreated === null) return null
    const start = periods.findIndex(p => p >= r.firstTreated!)
    return periods.indexOf(r.period) - (start < 0 ? periods.length : start)
  }
  const steps = [...new Set(cells.map(since))].filter(k => k !== null && k !== -1) as number[]
  steps.sort((a, b) => a - b)
  const seenPeriods = periods.filter(p => cells.some(c => c.period === p))
  const design = cells.map((c): number[] => [
    ...steps.map(k => (since(c) === k ? 1 : 0)),
    ...units.map(u => (c.unit === u ? 1 : 0)),
    ...seenPeriods.slice(1).map(p => (c.period === p ? 1 : 0)),
  ])
  const width = design[0]?.length ?? 0
  const gram = Array.from({ length: width }, (_, a) =>
    Array.from({ length: width }, (_, b) => design.reduce((s, row) => s + row[a] * row[b], 0)),
  )
  const bread = inverted(gram)
  if (!bread) return { p: null, largest: 0 }
  const moment = Array.from({ length: width }, (_, a) => design.reduce((s, row, i) => s + row[a] * cells[i].value!, 0))
  const beta = bread.map(row => row.reduce((s, v, j) => s + v * moment[j], 0))
  const rest = cells.map((c, i) => c.value! - design[i].reduce((s, v, j) => s + v * beta[j], 0))
  const pushes = units.map(u =>
    Array.from({ length: width }, (_, j) =>
      cells.reduce((s, c, i) => s + (c.unit === u ? design[i][j] * rest[i] : 0), 0),
    ),
  )
  const pulls = pushes.map(push => bread.map(row => row.reduce((s, v, j) => s + v * push[j], 0)))
  const leads = steps.map((k, i) => (k < -1 ? i : -1)).filter(i => i >= 0)
  const largest = Math.max(0, ...leads.map(i => Math.abs(beta[i])))
  const counted = steps.length + seenPeriods.length
  if (leads.length === 0 || cells.length <= counted) return { p: null, largest }
  const factor = (units.length / (units.length - 1)) * ((cells.length - 1) / (cells.length - counted))
  const covariance = leads.map(i => leads.map(j => factor * pulls.reduce((s, pull) => s + pull[i] * pull[j], 0)))
  const scale = Math.max(...covariance.flat().map(Math.abs))
  const inverse = scale > 0 ? inverted(covariance.map(row => row.map(v => v / scale))) : null
  if (!inverse) return { p: null, largest }
  const wald =
    leads.reduce((s, i, a) => s + leads.reduce((t, j, b) => t + beta[i] * inverse[a][b] * beta[j], 0), 0) / scale
  return { p: chiSquareAbove(wald, leads.length), largest }
}

const ways = (n: number, k: number): number => (k === 0 ? 1 : (ways(n - 1, k - 1) * n) / k)

/** Each unit's own mean after minus before, of units with a value in every period. */
const changesOf = (rows: readonly PanelRow[]): Change[] => {
  const periods = [...new Set(rows.map(r => r.period))]
  const first = Math.min(...rows.flatMap(r => (r.firstTreated === null ? [] : [r.firstTreated])))
  return [...new Set(rows.map(r => r.unit))].flatMap(unit => {
    const own = rows.filter(r => r.unit === unit)
    const began = own.find(r => r.firstTreated !== null)?.firstTreated ?? null
    const at = (p: number) => own.findLast(r => r.period === p)?.value ?? null
    const before = periods.filter(p => p < (began ?? first)).map(at)
    const after = periods.filter(p => p >= (began ?? first)).map(at)
    if (before.length === 0 || after.length === 0 || [...before, ...after].includes(null)) return []
    return [{ unit, y: average(after as number[]) - average(before as number[]), treated: began !== null }]
  })
}

/** May an effect be computed? Only the designs with comparison units that the screens use. */
const gate = (rows: readonly PanelRow[], parameters: Json): boolean => {
  const design = parameters.design as {
    kind: string
    agreedBefore: boolean | null
    targetChange: number | null
    shocks: string[] | null
  }
  const r = parameters.rules as Record<string, number>
  if (design.kind !== 'did') throw new Error(`prove knows no gate for the design ${design.kind}`)
  const units = [...new Set(rows.map(x => x.unit))]
  const periods = [...new Set(rows.map(x => x.period))]
  const treated = units.filter(u => rows.some(x => x.unit === u && x.firstTreated !== null)).length
  const start = Math.min(...rows.flatMap(x => (x.firstTreated === null ? [] : [x.firstTreated])))
  const before = periods.filter(p => p < start).length
  const after = periods.length - before
  const present = units.reduce(
    (n, u) =>
      n + periods.filter(p => (rows.findLast(x => x.unit === u && x.period === p)?.value ?? null) !== null).length,
    0,
  )
  const cells = units.length * periods.length
  const changes = changesOf(rows)
  const estimate = meanDifference(changes)
  const sides = [true, false].map(side => changes.filter(c => c.treated === side).map(c => c.y))
  const rest = sides.flatMap(side => side.map(y => y - average(side)))
  const spread = Math.sqrt(rest.reduce((s, v) => s + v * v, 0) / Math.max(1, changes.length - 2))
  const needsTrend = before >= r.preTrendBefore && treated > 0 && treated < units.length
  const trend = needsTrend ? beforehand(rows) : null
  const visible = sides[1].length >= 2 && treated > 0 ? smallestVisible(spread, sides[0].length, sides[1].length) : 0
  return (
    design.agreedBefore === true &&
    before >= r.didBefore &&
    after >= r.didAfter &&
    treated >= r.treated &&
    units.length - treated >= r.comparison &&
    ways(units.length, treated) >= r.assignments - 1e-6 &&
    cells > 0 &&
    1 - present / cells <= r.missingShare + 1e-9 &&
    (trend === null ||
      (trend.p !== null &&
        trend.p >= r.preTrendP &&
        estimate !== null &&
        trend.largest < r.preTrendShare * Math.abs(estimate))) &&
    design.targetChange !== null &&
    visible !== null &&
    visible <= Math.abs(design.targetChange) + 1e-9 &&
    design.shocks !== null &&
    design.shocks.length === 0
  )
}

const learned = (pairs: readonly { pre: number | null; post: number | null }[]): number | null => {
  const gains = pairs.flatMap(p => (p.pre === null || p.post === null ? [] : [p.post - p.pre]))
  if (gains.length < 5 || Math.max(...gains) - Math.min(...gains) < 1e-12) return null
  return average(gains)
}

type Rated = { unit: string; observer: string; value: number | null }

/** Krippendorff's alpha of ordered values, pair by pair: what is seen within a unit against what chance would pair. */
const ordinalAlpha = (ratings: readonly Rated[]): number | null => {
  const byUnit = new Map<string, number[]>()
  for (const r of ratings) if (r.value !== null) byUnit.set(r.unit, [...(byUnit.get(r.unit) ?? []), r.value])
  const units = [...byUnit.values()].filter(values => values.length > 1)
  const pool = units.flat().sort((a, b) => a - b)
  // Distance in ranks: the values strictly between, and half of those equal to either end, squared.
  const distance = (a: number, b: number): number => {
    if (a === b) return 0
    const [low, high] = a < b ? [a, b] : [b, a]
    const between = pool.filter(v => v > low && v < high).length
    const ends = pool.filter(v => v === low || v === high).length
    return (between + ends / 2) ** 2
  }
  let seen = 0
  for (const values of units)
    for (const [i, a] of values.entries())
      for (const [j, b] of values.entries()) if (i !== j) seen += distance(a, b) / (values.length - 1)
  let chance = 0
  for (const a of pool) for (const b of pool) chance += distance(a, b)
  return pool.length === 0 || chance === 0 ? null : 1 - ((pool.length - 1) * seen) / chance
}

type Judged = { person: string; rater: string; score: number | null }

/** Severity of one rater by alternating means instead of solving equations: persons and raters in turn until nothing moves. */
const severityByTurns = (scores: readonly Judged[], rater: string): number | null => {
  const cells = scores.filter((s): s is Judged & { score: number } => s.score !== null)
  const raters = [...new Set(cells.map(c => c.rater))]
  if (raters.length < 2) return null
  const own = new Map<string, number>()
  const harsh = new Map(raters.map(r => [r, 0]))
  for (let turn = 0; turn < 5000; turn++) {
    for (const p of new Set(cells.map(c => c.person)))
      own.set(p, average(cells.filter(c => c.person === p).map(c => c.score - harsh.get(c.rater)!)))
    let moved = 0
    for (const r of raters) {
      const next = average(cells.filter(c => c.rater === r).map(c => c.score - own.get(c.person)!))
      moved = Math.max(moved, Math.abs(next - harsh.get(r)!))
      harsh.set(r, next)
    }
    if (moved < 1e-13) break
  }
  // Within each group of raters that share people the effects sum to zero.
  const group = new Set([rater])
  for (let size = 0; size !== group.size; ) {
    size = group.size
    const people = new Set(cells.filter(c => group.has(c.rater)).map(c => c.person))
    for (const c of cells) if (people.has(c.person)) group.add(c.rater)
  }
  return harsh.get(rater)! - average([...group].map(r => harsh.get(r)!))
}

/** Spending at the year's end: realised, and of what is committed beyond it the share that earlier lines completed. */
const atYearEnd = (i: { realised: number | null; committed: number | null; shares: number[] }): number | null => {
  if (i.realised === null || i.committed === null || i.shares.length < 3) return null
  const share = Math.min(1, Math.max(0, average(i.shares)))
  return i.committed > i.realised ? i.realised * (1 - share) + i.committed * share : i.realised
}

/** Mass of the standard normal below x: its density summed, not a library's series. */
const normalBelow = (x: number): number =>
  x <= -9 ? 0 : x >= 9 ? 1 : 0.5 + integral(t => Math.exp((-t * t) / 2), 0, x) / Math.sqrt(2 * Math.PI)

type NearCuts = {
  x: number
  y: number
  semX: number | null
  semY: number | null
  rho: number
  cutsX: number[]
  cutsY: number[]
}

/** Probability of each of the nine boxes, errors of the axes apart; `own` is the one the scores stand in. */
const boxChances = (i: NearCuts): { own: number; others: number[] } | null => {
  if (i.semX === null || i.semY === null) return null
  if (i.rho !== 0) throw new Error('prove knows boxes only with errors apart')
  const shares = (at: number, sem: number, cuts: readonly number[]) => {
    const below = cuts.map(cut => (sem > 0 ? normalBelow((cut - at) / sem) : at < cut - 1e-9 ? 1 : 0))
    return [...below, 1].map((b, k) => b - (k === 0 ? 0 : below[k - 1]))
  }
  const px = shares(i.x, i.semX, i.cutsX)
  const py = shares(i.y, i.semY, i.cutsY)
  const level = (at: number, cuts: readonly number[]) => cuts.filter(cut => at >= cut - 1e-9).length
  const [a, b] = [level(i.x, i.cutsX), level(i.y, i.cutsY)]
  return {
    own: px[a] * py[b],
    others: px.flatMap((p, k) => py.flatMap((q, l) => (k === a && l === b ? [] : [p * q]))),
  }
}

type Weighing = {
  alternatives: { scores: number[] }[]
  criteria: string[]
  weightSpace: { points: number; weights: number[] }
  thresholdSpace: { cuts: [number, number][] }
}

/**
 * The share of weightings within the room that keep a level: the published procedure written again. Broken sticks are tried
 * first; when fewer than one in a hundred falls inside after a thousand, a walk from within goes on.
 */
const keptByWeights = (i: Weighing, parameters: Json): number => {
  const { draws, seed } = parameters.options as { draws: number; seed: number }
  let state = seed >>> 0
  const chance = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const bell = (): number => {
    const far = Math.sqrt(-2 * Math.log(1 - chance()))
    return far * Math.cos(2 * Math.PI * chance())
  }
  const room = i.weightSpace.points / 100
  const low = i.weightSpace.weights.map(w => Math.max(0, w / 100 - room))
  const high = i.weightSpace.weights.map(w => Math.min(1, w / 100 + room))
  const size = low.length
  const total = (list: readonly number[]) => list.reduce((s, v) => s + v, 0)
  // A walk of many steps carries the last digit on: where it begins is reckoned in the published order of operations.
  const span = low.reduce((sum, l, k) => sum + high[k] - l, 0)
  let at = low.map((l, k) => l + ((1 - total(low)) * (high[k] - l)) / span)
  const walk = (): number[] => {
    for (let step = 0; step < 10 * size; step++) {
      const raw = low.map(bell)
      const way = raw.map(v => v - total(raw) / size)
      const ends = way.flatMap((d, k) =>
        Math.abs(d) < 1e-12 ? [] : [[(low[k] - at[k]) / d, (high[k] - at[k]) / d].sort((a, b) => a - b)],
      )
      const from = Math.max(...ends.map(e => e[0]))
      const to = Math.min(...ends.map(e => e[1]))
      if (to > from) {
        const t = from + (to - from) * chance()
        at = at.map((v, k) => v + t * way[k])
      }
    }
    return at
  }
  let [tries, inside] = [0, 0]
  const draw = (): number[] => {
    for (;;) {
      if (tries >= 1000 && inside < tries / 100) return walk()
      tries++
      const cuts = low.slice(1).map(chance)
      const stick =
        size === 2
          ? [cuts[0], 1 - cuts[0]]
          : [...cuts.sort((a, b) => a - b), 1].map((v, k, all) => v - (all[k - 1] ?? 0))
      if (stick.every((v, k) => v >= low[k] - 1e-12 && v <= high[k] + 1e-12)) {
        inside++
        return stick
      }
    }
  }
  let kept = 0
  for (let d = 0; d < draws; d++) {
    const w = draw()
    const score = total(w.map((v, k) => v * i.alternatives[0].scores[k]))
    if (i.thresholdSpace.cuts.filter(([cut]) => score >= cut - 1e-9).length === parameters.level) kept++
  }
  return kept / draws
}

/** Difference of two shares within strata, each weighed by n1·n2/n; strata with an empty margin say nothing. */
const differenceWithin = (strata: readonly { a: number; b: number; c: number; d: number }[]): number | null => {
  let [top, bottom] = [0, 0]
  for (const { a, b, c, d } of strata) {
    const [n1, n2] = [a + b, c + d]
    if (n1 === 0 || n2 === 0 || a + c === 0 || b + d === 0) continue
    top += (a * n2 - c * n1) / (n1 + n2)
    bottom += (n1 * n2) / (n1 + n2)
  }
  return bottom === 0 ? null : top / bottom
}

/** Model and path within its result → the value again from the kept input. */
const models: Record<string, (input: unknown, parameters: Json) => number | string | null> = {
  'permutationTest estimate': input => meanDifference(input as Change[]),
  'minimumDetectableEffect mde': input => {
    const i = input as { sdChange: number; nTreated: number; nComparison: number; alpha?: number; power?: number }
    return smallestVisible(i.sdChange, i.nTreated, i.nComparison, i.alpha, i.power)
  },
  'krippendorffAlpha alpha': input => ordinalAlpha(input as Rated[]),
  'raterSeverity effect': (input, parameters) => severityByTurns(input as Judged[], String(parameters.rater)),
  'distinctDepth value': input => mostDistinct(input as { position: string; ready: string[] }[]),
  'applicationRate value': (input, parameters) => applied(input as Case[], parameters),
  'yearEndForecast value': input =>
    atYearEnd(input as { realised: number | null; committed: number | null; shares: number[] }),
  'boxProbability pAssigned': input => boxChances(input as NearCuts)?.own ?? null,
  'boxProbability neighbour.p': input => {
    const found = boxChances(input as NearCuts)
    return found && Math.round(Math.max(...found.others) * 20) / 20
  },
  'smaa boxAcceptability': (input, parameters) => keptByWeights(input as Weighing, parameters),
  'mantelHaenszel riskDifference': input =>
    differenceWithin((input as { strata: { a: number; b: number; c: number; d: number }[] }).strata),
  'learningGain value': input => learned(input as { pre: number | null; post: number | null }[]),
  'outcomeGate verdict': (input, parameters) =>
    gate(input as PanelRow[], parameters) ? 'bolehDihitung' : 'belumDapatDisimpulkan',
  'outcomeGate value': (input, parameters) => (gate(input as PanelRow[], parameters) ? 1 : null),
}

/** What the sentences beside a model's answer say of its data, computed here once more: units on each side, periods, the test before. */
export const numbersBeside = (name: string, input: unknown, parameters: unknown): number[] => {
  if (name === 'permutationTest') {
    const changes = input as Change[]
    return [changes.filter(c => c.treated).length, changes.filter(c => !c.treated).length]
  }
  if (name === 'krippendorffAlpha') {
    const held = (input as Rated[]).filter(r => r.value !== null)
    const paired = Map.groupBy(held, r => r.unit)
    const units = [...paired.values()].filter(list => list.length > 1)
    return [units.length, units.reduce((n, list) => n + list.length, 0)]
  }
  if (name === 'raterSeverity') {
    const cells = (input as Judged[]).filter(c => c.score !== null)
    return [new Set(cells.map(c => c.rater)).size, new Set(cells.map(c => c.person)).size, cells.length]
  }
  if (name === 'boxProbability') {
    const i = input as NearCuts
    const own = boxChances(i)?.own
    return i.semX === null || i.semY === null || own === undefined
      ? []
      : [i.semX, i.semY, own, 1.96 * Math.SQRT2 * Math.max(i.semX, i.semY)]
  }
  if (name === 'yearEndForecast') {
    const { shares } = input as { shares: number[] }
    return shares.length === 0 ? [] : [shares.length, 100 * average(shares)]
  }
  if (name !== 'outcomeGate' || (parameters as { design?: { kind?: string } })?.design?.kind !== 'did') return []
  const rows = input as PanelRow[]
  const { p, largest } = beforehand(rows)
  const treated = new Set(rows.filter(r => r.firstTreated !== null).map(r => r.unit))
  const start = Math.min(...rows.flatMap(r => (r.firstTreated === null ? [] : [r.firstTreated])))
  return [
    ...(p === null ? [] : [p]),
    largest,
    treated.size,
    new Set(rows.map(r => r.unit)).size - treated.size,
    new Set(rows.flatMap(r => (r.period < start ? [r.period] : []))).size,
  ]
}

/** The names this file knows; a figure made by another model cannot be proven and does not agree. */
export const knownModels = Object.keys(models)

export const runAgain = (name: string, path: string, input: unknown, parameters: unknown): number | string | null => {
  const model = models[`${name} ${path}`]
  if (!model) throw new Error(`prove has no second way to compute ${name} ${path}`)
  return model(input, (parameters ?? {}) as Json)
}
