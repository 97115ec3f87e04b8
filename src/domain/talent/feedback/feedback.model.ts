import type { Figure, Need, RuleReference, Source } from '#core/figure/figure.ts'
import { band, mean, record, weightedSum } from '#core/figure/mechanisms.ts'
import type { Day } from '#core/values/day.ts'

export const groupCodes = ['atasan', 'rekan', 'bawahan', 'diri'] as const
export type GroupCode = (typeof groupCodes)[number]

export type GroupRule = {
  code: GroupCode
  label: string
  weight: number
  leastRaters: number
  mostRaters: number
  isRequired: boolean
  mergesWith: GroupCode[]
}

export type FeedbackQuestion = { code: string; label: string; text: string; practice: string; anchors: string[] }

export type FeedbackRules = {
  steps: string[]
  groups: GroupRule[]
  leastShown: number
  leastForSpread: number
  spreadApart: number
  digits: number
  leastShareOfRater: number
  leastShareOfResult: number
  proposeDays: number
  answerDays: number
  remindBeforeDays: number[]
  changesByPerson: number
  draftedColleagues: number
  draftedSubordinates: number
  mostPerRater: number
  confirmsByItself: boolean
  cuts: number[]
  ratings: string[]
  pointsPerStep: number
  precedence: ('round' | 'import')[]
  importFillsIncomplete: boolean
  declines: { code: string; label: string; isLasting?: boolean }[]
  questions: FeedbackQuestion[]
}

/** A rule set that contradicts itself is refused with these sentences. */
export const feedbackRulesProblems = (rules: FeedbackRules): string[] => {
  const total = rules.groups.reduce((sum, g) => sum + g.weight, 0)
  return [
    ...(Math.abs(total - 100) > 1e-9 ? [`Bobot kelompok berjumlah ${total}, seharusnya 100.`] : []),
    ...(rules.groups.some(g => g.code === 'diri' && g.weight !== 0)
      ? ['Diri sendiri berbobot 0; penilaian diri tidak masuk hasil.']
      : []),
    ...(rules.leastShown < 3 ? ['Rata-rata memerlukan sedikitnya tiga penilai.'] : []),
    ...rules.groups
      .filter(g => g.mostRaters < g.leastRaters)
      .map(g => `${g.label}: paling banyak kurang dari paling sedikit.`),
    ...(rules.ratings.length !== rules.cuts.length + 1 ? ['Predikat harus satu lebih banyak dari batasnya.'] : []),
    ...(rules.cuts.some((c, i) => i > 0 && c <= rules.cuts[i - 1]) ? ['Batas predikat harus menaik.'] : []),
    ...rules.questions
      .filter(q => q.anchors.length !== rules.steps.length)
      .map(q => `${q.label}: jangkar tidak lengkap.`),
    ...(new Set(rules.questions.map(q => q.code)).size !== rules.questions.length
      ? ['Kode pertanyaan tidak boleh berulang.']
      : []),
  ]
}

/** One rater's answers; null is "cannot judge", a missing code is unanswered. Both count as no answer. */
export type Reply = { group: GroupCode; answers: { code: string; step: number | null }[] }

/** Groups whose raters are many enough to be shown as one, with the mean of each question that counts. */
export type Block = {
  groups: GroupCode[]
  raters: number
  weight: number
  questions: { code: string; mean: number }[]
}

export type Shortfall = { group: GroupCode | 'questions'; missing: number }

export type FeedbackResult = {
  isKnown: boolean
  blocks: Block[]
  /** Raters whose answers count, by group; self included. */
  counts: { group: GroupCode; answered: number }[]
  /** Questions too few could judge: outside everything that is shown. */
  leftOut: string[]
  /** Only from enough raters on, in words: never a number that gives the answers away. */
  spread: { code: string; word: 'together' | 'apart' }[]
  /**
   * Agreement within the group (r_wg of James, Demaree and Wolf): 1 when all say the same, 0 when answers scatter as by
   * chance over the scale. One number over all questions and raters; null when they are too few.
   */
  agreement: number | null
  missing: Shortfall[]
}

const average = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length
const variance = (values: readonly number[]) => {
  const centre = average(values)
  return values.reduce((sum, v) => sum + (v - centre) ** 2, 0) / (values.length - 1)
}
const rounded = (value: number, digits: number) => Math.round(value * 10 ** digits + 1e-9) / 10 ** digits
const stepOf = (reply: Reply, code: string) => reply.answers.find(a => a.code === code)?.step ?? null

/** Does a reply say enough to count? */
export const saysEnough = (rules: FeedbackRules, reply: Reply): boolean =>
  rules.questions.filter(q => stepOf(reply, q.code) !== null).length >=
  Math.ceil(rules.questions.length * rules.leastShareOfRater - 1e-9)

/**
 * Groups joined until each block has the least number of raters: nobody can be told apart, neither alone nor by
 * subtracting one shown number from another. Null when even all together are too few.
 */
export const blocksOf = (
  rules: Pick<FeedbackRules, 'groups' | 'leastShown'>,
  counts: readonly { group: GroupCode; answered: number }[],
): GroupCode[][] | null => {
  const size = (block: readonly GroupCode[]) =>
    counts.filter(c => block.includes(c.group)).reduce((sum, c) => sum + c.answered, 0)
  let blocks = rules.groups
    .filter(g => g.weight > 0 && counts.some(c => c.group === g.code && c.answered > 0))
    .map(g => [g.code])
  for (;;) {
    const small = [...blocks].sort((a, b) => size(a) - size(b))[0]
    if (!small) return null
    if (size(small) >= rules.leastShown) return blocks
    if (blocks.length === 1) return null
    const wished = small.flatMap(code => rules.groups.find(g => g.code === code)?.mergesWith ?? [])
    const others = blocks.filter(b => b !== small)
    const partner = wished.map(code => others.find(b => b.includes(code))).find(b => b !== undefined) ?? others[0]
    // In the order of the rules, whichever of the two was the small one.
    const joined = rules.groups.map(g => g.code).filter(c => small.includes(c) || partner.includes(c))
    blocks = blocks.flatMap(b => (b === partner ? [joined] : b === small ? [] : [b]))
  }
}

/** The result of one person: means of blocks by question, or what is missing. Never says what one rater answered. */
export const feedbackResult = (rules: FeedbackRules, replies: readonly Reply[]): FeedbackResult => {
  const counted = replies.filter(r => saysEnough(rules, r))
  const counts = rules.groups.map(g => ({
    group: g.code,
    answered: counted.filter(r => r.group === g.code).length,
  }))
  const answeredBy = (code: GroupCode) => counts.find(c => c.group === code)?.answered ?? 0
  const nothing = (missing: Shortfall[]): FeedbackResult => ({
    isKnown: false,
    blocks: [],
    counts,
    leftOut: [],
    spread: [],
    agreement: null,
    missing,
  })
  const short = rules.groups
    .filter(g => g.isRequired && answeredBy(g.code) < g.leastRaters)
    .map(g => ({ group: g.code, missing: g.leastRaters - answeredBy(g.code) }))
  if (short.length > 0) return nothing(short)
  const groups = blocksOf(rules, counts)
  if (groups === null) {
    const total = counts.filter(c => c.group !== 'diri').reduce((sum, c) => sum + c.answered, 0)
    return nothing([{ group: 'rekan', missing: Math.max(1, rules.leastShown - total) }])
  }
  const steps = (block: readonly GroupCode[], code: string) =>
    counted.filter(r => block.includes(r.group)).flatMap(r => stepOf(r, code) ?? [])
  // A question that too few in some block could judge leaves the whole result: what is left says nothing of it.
  const kept = rules.questions.filter(q => groups.every(b => steps(b, q.code).length >= rules.leastShown))
  const least = Math.ceil(rules.questions.length * rules.leastShareOfResult - 1e-9)
  if (kept.length < least) return nothing([{ group: 'questions', missing: least - kept.length }])
  const weightOf = (code: GroupCode) => rules.groups.find(g => g.code === code)?.weight ?? 0
  const all = groups.flat().reduce((sum, g) => sum + weightOf(g), 0)
  const raters = groups.flat()
  const scatter = kept.flatMap(q => {
    const given = steps(raters, q.code)
    return given.length < rules.leastForSpread ? [] : [{ code: q.code, variance: variance(given) }]
  })
  // What answers by chance would scatter: the variance of a scale on which every step is as likely.
  const byChance = (rules.steps.length ** 2 - 1) / 12
  return {
    isKnown: true,
    blocks: groups.map(block => ({
      groups: block,
      raters: block.reduce((sum, g) => sum + answeredBy(g), 0),
      weight: (100 * block.reduce((sum, g) => sum + weightOf(g), 0)) / all,
      questions: kept.map(q => {
        const parts = block
          .map(g => ({ weight: weightOf(g), steps: steps([g], q.code) }))
          .filter(p => p.steps.length > 0)
        const weight = parts.reduce((sum, p) => sum + p.weight, 0)
        return {
          code: q.code,
          mean: rounded(parts.reduce((sum, p) => sum + p.weight * average(p.steps), 0) / weight, rules.digits),
        }
      }),
    })),
    counts,
    leftOut: rules.questions.filter(q => !kept.includes(q)).map(q => q.code),
    spread: scatter.map(q => ({
      code: q.code,
      word: Math.sqrt(q.variance) >= rules.spreadApart - 1e-9 ? ('apart' as const) : ('together' as const),
    })),
    agreement:
      scatter.length === 0 ? null : rounded(Math.max(0, 1 - average(scatter.map(q => q.variance)) / byChance), 2),
    missing: [],
  }
}

/** Who must supply what, for the waiting area. */
export const needsOf = (rules: Pick<FeedbackRules, 'groups'>, missing: readonly Shortfall[], year: number): Need[] =>
  missing.map(m =>
    m.group === 'questions'
      ? { what: `umpan balik 360° ${year}: ${m.missing} pertanyaan lagi yang dapat dinilai`, who: 'penilai 360°' }
      : {
          what: `umpan balik 360° ${year}: jawaban ${m.missing} penilai lagi`,
          who: `${rules.groups.find(g => g.code === m.group)?.label.toLowerCase() ?? m.group} yang diundang`,
        },
  )

const groupWords = (rules: Pick<FeedbackRules, 'groups'>, block: Pick<Block, 'groups'>) => {
  const labels = block.groups.map(code => rules.groups.find(g => g.code === code)?.label ?? code)
  return labels.length === 1 ? labels[0] : `${labels.slice(0, -1).join(', ')} dan ${labels.at(-1)?.toLowerCase()}`
}

type FigureBase = {
  year: number
  asOf: Day
  source: Source
  ruleSet: RuleReference | null
  ref?: (what: string) => string
}

export type FeedbackFigures = {
  overall: Figure<number>
  rating: Figure<string>
  blocks: { label: string; raters: number; figure: Figure<number> }[]
  questions: { code: string; label: string; figure: Figure<number> }[]
}

/** Figures of a result, down to the mean of a block and no further: what one rater answered is in none of them. */
export const feedbackFigures = (
  rules: FeedbackRules,
  result: Pick<FeedbackResult, 'blocks' | 'missing'>,
  { year, asOf, source, ruleSet, ref }: FigureBase,
): FeedbackFigures => {
  const base = { unit: 'score' as const, asOf, ruleSet }
  const leaf = (block: Block, code: string) =>
    record<number>({
      ...base,
      label: `${rules.questions.find(q => q.code === code)?.label ?? code}, ${groupWords(rules, block).toLowerCase()}`,
      digits: rules.digits,
      value: block.questions.find(q => q.code === code)?.mean ?? null,
      sources: [source],
    })
  const blocks = result.blocks.map((block, i) => ({
    label: groupWords(rules, block),
    raters: block.raters,
    figure: mean({
      ...base,
      ref: ref?.(`group-${i}`) ?? null,
      label: `Rata-rata ${groupWords(rules, block).toLowerCase()}, ${block.raters} penilai`,
      digits: 2,
      parts: block.questions.map(q => leaf(block, q.code)),
    }),
  }))
  const over = (label: string, what: string, digits: number, parts: Figure<number>[]) =>
    weightedSum({
      ...base,
      ref: ref?.(what) ?? null,
      label,
      digits,
      parts: parts.map((figure, i) => ({ figure, weight: result.blocks[i].weight })),
    })
  const overall: Figure<number> =
    blocks.length > 0
      ? over(
          `Rata-rata umpan balik 360° ${year} (1 sampai ${rules.steps.length})`,
          'mean',
          2,
          blocks.map(b => b.figure),
        )
      : record<number>({
          ...base,
          ref: ref?.('mean') ?? null,
          label: `Umpan balik 360° ${year}: belum cukup penilai`,
          value: null,
          sources: [source],
          needs: needsOf(rules, result.missing, year),
        })
  return {
    overall,
    rating: band<string>({
      ref: ref?.('rating') ?? null,
      label: `Predikat umpan balik 360° ${year}`,
      unit: 'text',
      asOf,
      ruleSet,
      of: overall,
      cuts: rules.cuts,
      values: rules.ratings,
    }),
    blocks,
    questions: (result.blocks[0]?.questions ?? []).map(q => ({
      code: q.code,
      label: rules.questions.find(r => r.code === q.code)?.label ?? q.code,
      figure: over(
        `${rules.questions.find(r => r.code === q.code)?.label ?? q.code}, umpan balik 360° ${year}`,
        q.code,
        rules.digits,
        result.blocks.map(b => leaf(b, q.code)),
      ),
    })),
  }
}

/** What the person reads, without numbers: what is seen most, and one thing to practise. */
export const feedbackMessage = (
  rules: FeedbackRules,
  result: Pick<FeedbackResult, 'blocks'>,
): { strength: string; practice: string } | null => {
  const ranked = (result.blocks[0]?.questions ?? [])
    .map(({ code }, i) => ({
      question: rules.questions.find(q => q.code === code),
      i,
      mean: result.blocks.reduce(
        (sum, b) => sum + (b.weight * (b.questions.find(q => q.code === code)?.mean ?? 0)) / 100,
        0,
      ),
    }))
    .sort((a, b) => b.mean - a.mean || a.i - b.i)
  const [most, least] = [ranked[0]?.question, ranked.at(-1)?.question]
  if (!most || !least || ranked.length < 2) return null
  return {
    strength: `${most.label} paling terlihat oleh orang yang bekerja bersama Anda.`,
    practice: `Latih ${least.label.charAt(0).toLowerCase()}${least.label.slice(1)}: ${least.practice}`,
  }
}

/** The kept result of a round, as the score reads it. */
export type RoundFeedback = {
  id: string
  year: number
  closedOn: Day
  openedOn: Day
  blocks: Block[]
  missing: Shortfall[]
}

/**
 * Of one year a round and a file may both speak: the rules say which. A closed round with too few raters is not
 * filled by a file unless they say so: the person waits.
 */
export const feedbackThatCounts = <F extends { year: number }, R extends { year: number; blocks: readonly unknown[] }>(
  rules: Pick<FeedbackRules, 'precedence' | 'importFillsIncomplete'>,
  { imported, rounds }: { imported: readonly F[]; rounds: readonly R[] },
): { imported: F[]; rounds: R[] } => {
  const roundOf = (year: number) => rounds.find(r => r.year === year)
  const isRoundFirst = rules.precedence[0] === 'round'
  const takesFile = (f: F) => {
    const round = roundOf(f.year)
    if (!round) return true
    return round.blocks.length > 0 ? !isRoundFirst : rules.importFillsIncomplete
  }
  const files = imported.filter(takesFile)
  return { imported: files, rounds: rounds.filter(r => !files.some(f => f.year === r.year)) }
}

export type Candidate = { id: string; name: string; supervisorId: string | null; unitId: string; isActive: boolean }

/** Why somebody may not rate a person in a group, in words; null when she may. */
export const unfitRater = (
  person: Candidate,
  rater: Candidate,
  group: GroupCode,
  { chosen, kin }: { chosen: readonly string[]; kin: ReadonlySet<string> },
): string | null => {
  if (rater.id === person.id) return group === 'diri' ? null : `${rater.name} adalah yang dinilai sendiri.`
  if (!rater.isActive) return `${rater.name} bukan pegawai aktif.`
  if (chosen.includes(rater.id)) return `${rater.name} sudah menjadi penilai di sini.`
  if (kin.has(rater.id)) return `${rater.name} pernah menyatakan hubungan keluarga atau kepentingan dengannya.`
  const isSupervisor = rater.id === person.supervisorId
  const isSubordinate = rater.supervisorId === person.id
  if (group === 'atasan' && !isSupervisor) return `${rater.name} bukan atasan langsungnya.`
  if (group === 'bawahan' && !isSubordinate) return `${rater.name} bukan bawahan langsungnya.`
  if (group === 'rekan' && isSupervisor) return `${rater.name} adalah atasannya, dan menilai sebagai atasan.`
  if (group === 'rekan' && isSubordinate) return `${rater.name} adalah bawahannya, dan bukan rekan.`
  return null
}

/** Order that looks like no order: by a small hash of both ids, the same each time. */
const spreadKey = (a: string, b: string) => {
  let h = 2166136261
  for (const c of `${a}${b}`) h = Math.imul(h ^ c.charCodeAt(0), 16777619)
  return h >>> 0
}

export type DraftedRater = { raterId: string; raterName: string; group: GroupCode }

/**
 * Raters of one person from the unit tree and the supervisors: the supervisor, colleagues under the same supervisor
 * first and of the same unit next, direct subordinates, herself. Whoever is asked often already comes last; `load` is counted on.
 */
export const draftRaters = (
  rules: FeedbackRules,
  person: Candidate,
  people: readonly Candidate[],
  kin: ReadonlySet<string>,
  load: Map<string, number>,
): DraftedRater[] => {
  const drafted: DraftedRater[] = []
  const take = (group: GroupCode, most: number, among: readonly Candidate[]) => {
    const fit = among
      .filter(c => unfitRater(person, c, group, { chosen: drafted.map(d => d.raterId), kin }) === null)
      .map(c => ({
        c,
        at: load.get(c.id) ?? 0,
        near: c.supervisorId === person.supervisorId ? 0 : 1,
        spread: spreadKey(person.id, c.id),
      }))
      .filter(x => group === 'atasan' || group === 'diri' || x.at < rules.mostPerRater)
      .sort((a, b) => a.near - b.near || a.at - b.at || a.spread - b.spread)
      .slice(0, most)
    for (const { c } of fit) {
      load.set(c.id, (load.get(c.id) ?? 0) + 1)
      drafted.push({ raterId: c.id, raterName: c.name, group })
    }
  }
  take(
    'atasan',
    1,
    people.filter(c => c.id === person.supervisorId),
  )
  take(
    'rekan',
    rules.draftedColleagues,
    people.filter(
      c => c.unitId === person.unitId || (c.supervisorId !== null && c.supervisorId === person.supervisorId),
    ),
  )
  take(
    'bawahan',
    rules.draftedSubordinates,
    people.filter(c => c.supervisorId === person.id),
  )
  drafted.push({ raterId: person.id, raterName: person.name, group: 'diri' })
  return drafted
}

/** Groups a list of raters leaves short, before anybody is asked. */
export const shortGroups = (
  rules: Pick<FeedbackRules, 'groups'>,
  raters: readonly { group: GroupCode }[],
): { group: GroupCode; missing: number }[] =>
  rules.groups
    .filter(g => g.isRequired)
    .map(g => ({ group: g.code, missing: g.leastRaters - raters.filter(r => r.group === g.code).length }))
    .filter(g => g.missing > 0)

/** What a rater still owes before she may hand in, by question. */
export const owedAnswers = (
  rules: FeedbackRules,
  answers: readonly { code: string; step: number | null; isUnable: boolean }[],
): { code: string; message: string }[] =>
  rules.questions.flatMap(q => {
    const mine = answers.find(a => a.code === q.code)
    return mine && (mine.step !== null || mine.isUnable)
      ? []
      : [{ code: q.code, message: `${q.label}: pilih satu, atau "tidak dapat menilai".` }]
  })

/** A comment that names somebody or gives a number to call would tell who wrote it. */
export const commentProblem = (text: string, names: readonly string[]): string | null => {
  if (/\d{6,}/.test(text)) return 'Hapus nomor dari komentar, agar penulisnya tidak dikenali.'
  if (/\S+@\S+\.\S+/.test(text)) return 'Hapus alamat surel dari komentar, agar penulisnya tidak dikenali.'
  const words = new Set(text.toLowerCase().split(/[^\p{L}]+/u))
  const named = names.find(name => {
    const parts = name
      .split(',')[0]
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .filter(p => p.length > 2)
    return parts.length > 0 && parts.every(p => words.has(p))
  })
  return named ? `Hapus nama ${named.split(',')[0]} dari komentar, agar penulisnya tidak dikenali.` : null
}
