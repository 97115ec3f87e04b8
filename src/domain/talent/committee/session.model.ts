/** Order of a session as the rule set says it. */
export type CommitteeRules = {
  /** Which cases the agency's committee keeps; `committee-scope.model.ts` says the rest. */
  scope: { agencyTiers: string[] }
  /** Entitled seats needed: `atLeast` out of every `of` seats. */
  quorum: { of: number; atLeast: number }
  leadMustBePresent: boolean
  /** A choice carries with more than `moreThan` out of `of` votes cast. */
  majority: { of: number; moreThan: number }
  onNoMajority: Choice
  maxRounds: number
  leads: Seat[]
  interests: { code: string; label: string }[]
  reasons: { code: string; label: string; for: Choice[] }[]
}

export type Seat = 'chair' | 'secretary' | 'member'
export type Choice = 'approve' | 'keep' | 'postpone'
export const choices = ['approve', 'keep', 'postpone'] as const

export type Member = { employeeId: string; seat: Seat; state: 'invited' | 'present' | 'absent'; isDeclared: boolean }

/** Reasons why an order of session cannot be used, each naming the line. */
export const committeeRulesProblems = (rules: CommitteeRules): string[] => [
  ...(rules.quorum.atLeast < 1 || rules.quorum.atLeast > rules.quorum.of
    ? [`Kuorum: ${rules.quorum.atLeast} dari ${rules.quorum.of} tidak mungkin.`]
    : []),
  ...(rules.majority.moreThan * 2 < rules.majority.of || rules.majority.moreThan >= rules.majority.of
    ? [
        `Mayoritas: lebih dari ${rules.majority.moreThan} per ${rules.majority.of} harus sedikitnya setengah dan kurang dari semua.`,
      ]
    : []),
  ...choices
    .filter(choice => !rules.reasons.some(r => r.for.includes(choice)))
    .map(choice => `Alasan: pilihan ${choice} belum punya kode alasan.`),
  ...rules.reasons
    .map(r => r.code)
    .filter((code, i, all) => all.indexOf(code) !== i)
    .map(code => `Alasan: kode ${code} ditulis dua kali.`),
  ...(rules.leads.length === 0 ? ['Pemimpin sidang belum ditentukan.'] : []),
]

/** Fewest entitled seats for a lawful decision. */
export const seatsNeeded = (seats: number, rules: Pick<CommitteeRules, 'quorum'>): number =>
  Math.ceil((seats * rules.quorum.atLeast) / rules.quorum.of - 1e-9)

export type Quorum = {
  seats: number
  needed: number
  present: number
  /** Present members who stay out of this item. */
  recused: string[]
  absent: string[]
  /** Who may vote on this item. */
  entitled: string[]
  lead: string | null
  isMet: boolean
  /** Why it is not met. */
  lacks: 'seats' | 'lead' | null
}

/** Who may decide an item, and whether they are enough. Recusal takes a person out without lowering what is needed. */
export const quorumFor = (
  members: readonly Member[],
  recused: ReadonlySet<string>,
  rules: Pick<CommitteeRules, 'quorum' | 'leadMustBePresent' | 'leads'>,
): Quorum => {
  const present = members.filter(m => m.state === 'present' && m.isDeclared)
  const entitled = present.filter(m => !recused.has(m.employeeId))
  const lead =
    rules.leads.map(seat => entitled.find(m => m.seat === seat)?.employeeId).find(id => id !== undefined) ?? null
  const needed = seatsNeeded(members.length, rules)
  const lacks =
    members.length === 0 || entitled.length < needed
      ? 'seats'
      : rules.leadMustBePresent && lead === null
        ? 'lead'
        : null
  return {
    seats: members.length,
    needed,
    present: present.length,
    recused: present.filter(m => recused.has(m.employeeId)).map(m => m.employeeId),
    absent: members.filter(m => m.state === 'absent').map(m => m.employeeId),
    entitled: entitled.map(m => m.employeeId),
    lead,
    isMet: lacks === null,
    lacks,
  }
}

/** Who leads now: the first of the leading seats that is present; recusal of an item hands the lead on. */
export const leadOf = (
  members: readonly Member[],
  recused: ReadonlySet<string>,
  rules: Pick<CommitteeRules, 'leads'>,
): string | null =>
  rules.leads
    .map(seat => members.find(m => m.seat === seat && m.state === 'present' && !recused.has(m.employeeId))?.employeeId)
    .find(id => id !== undefined) ?? null

export type Tally = { approve: number; keep: number; postpone: number }
export type Outcome = { tally: Tally; votes: number; decision: Choice; hasMajority: boolean }

/** What votes amount to: the choice with a majority, else what the rule set says for none. */
export const outcomeOf = (tally: Tally, rules: Pick<CommitteeRules, 'majority' | 'onNoMajority'>): Outcome => {
  const votes = tally.approve + tally.keep + tally.postpone
  const carried = choices.find(c => votes > 0 && tally[c] * rules.majority.of > votes * rules.majority.moreThan)
  return { tally, votes, decision: carried ?? rules.onNoMajority, hasMajority: carried !== undefined }
}

export const tallyOf = (votes: readonly { choice: Choice }[]): Tally => ({
  approve: votes.filter(v => v.choice === 'approve').length,
  keep: votes.filter(v => v.choice === 'keep').length,
  postpone: votes.filter(v => v.choice === 'postpone').length,
})

/** May this reason stand beside this choice? */
export const reasonFits = (code: string, choice: Choice, rules: Pick<CommitteeRules, 'reasons'>): boolean =>
  rules.reasons.some(r => r.code === code && r.for.includes(choice))

/** Are all ballots of those entitled in? */
export const isComplete = (entitled: readonly string[], cast: ReadonlySet<string>): boolean =>
  entitled.length > 0 && entitled.every(id => cast.has(id))

/** Members who must stay out of an item about somebody: she herself, her direct superior or subordinate, and who declared an interest. */
export const recusedFrom = (
  about: { employeeId: string; supervisorId: string | null } | null,
  members: readonly { employeeId: string; supervisorId: string | null }[],
  interests: readonly { employeeId: string; aboutId: string }[],
): Map<string, 'self' | 'superior' | 'subordinate' | 'declared'> => {
  const out = new Map<string, 'self' | 'superior' | 'subordinate' | 'declared'>()
  if (!about) return out
  for (const m of members) {
    if (m.employeeId === about.employeeId) out.set(m.employeeId, 'self')
    else if (about.supervisorId === m.employeeId) out.set(m.employeeId, 'superior')
    else if (m.supervisorId === about.employeeId) out.set(m.employeeId, 'subordinate')
    else if (interests.some(i => i.employeeId === m.employeeId && i.aboutId === about.employeeId))
      out.set(m.employeeId, 'declared')
  }
  return out
}
