/** A published criterion: what is asked, and by which rule. */
export type Criterion = { code: string; label: string; question: string; basis: string }

export const purposes = ['advancement', 'lateral', 'programme'] as const
export type Purpose = (typeof purposes)[number]

export type NominationRules = {
  leastLetters: number
  referenceDays: number
  objectWithinDays: number
  showReferenceAfterDecision: boolean
  purposes: Record<Purpose, { secondReference: boolean; criteria: Criterion[] }>
}

/** What somebody wrote against one criterion, with its words as they were published that day. */
export type Reason = { code: string; label: string; text: string }

/** What is wrong with a rule set, in words; empty when nothing is. */
export const nominationRulesProblems = (rules: NominationRules): string[] =>
  purposes.flatMap(purpose => {
    const { criteria } = rules.purposes[purpose]
    const codes = criteria.map(c => c.code)
    return new Set(codes).size === codes.length ? [] : [`Usulan ${purpose}: ada kode kriteria yang ditulis dua kali.`]
  })

const letters = (text: string) => text.replace(/\s+/g, ' ').trim()

/** Criteria that lack words, each with the cure; the same words twice do not answer two criteria. */
export const owedReasons = (
  criteria: readonly Criterion[],
  written: readonly { code: string; text: string }[],
  leastLetters: number,
): { code: string; message: string }[] => {
  const said = new Map(written.map(w => [w.code, letters(w.text)]))
  return criteria.flatMap((criterion, i) => {
    const text = said.get(criterion.code) ?? ''
    if (text.length < leastLetters)
      return [
        {
          code: criterion.code,
          message: `${criterion.label}: tulis contoh nyata, sekurang-kurangnya ${leastLetters} huruf.`,
        },
      ]
    const earlier = criteria.slice(0, i).find(c => said.get(c.code)?.toLowerCase() === text.toLowerCase())
    return earlier
      ? [
          {
            code: criterion.code,
            message: `${criterion.label}: isinya sama dengan "${earlier.label}". Tulis contoh lain untuk kriteria ini.`,
          },
        ]
      : []
  })
}

/** The written reasons in the order and with the words of the published criteria; what is no criterion is left out. */
export const reasonsOf = (
  criteria: readonly Criterion[],
  written: readonly { code: string; text: string }[],
): Reason[] =>
  criteria.flatMap(({ code, label }) => {
    const text = letters(written.find(w => w.code === code)?.text ?? '')
    return text ? [{ code, label, text }] : []
  })

/** One text of all reasons, for lists and records. */
export const inOneText = (reasons: readonly Reason[]): string => reasons.map(r => `${r.label}: ${r.text}`).join('\n')

/** Why somebody cannot be the second official; null when nothing stands against it. */
export const unfitReferee = (
  referee: { id: string; supervisorId: string | null },
  nominee: { id: string },
  nominatorId: string | null,
): 'nominee' | 'nominator' | 'subordinate' | null =>
  referee.id === nominee.id
    ? 'nominee'
    : referee.id === nominatorId
      ? 'nominator'
      : referee.supervisorId === nominee.id
        ? 'subordinate'
        : null

/** What a nomination still waits for before it may be decided. */
export const waitsFor = (
  needsReference: boolean,
  reference: 'none' | 'asked' | 'given' | 'declined',
): 'reference' | 'referee' | null =>
  !needsReference || reference === 'given' ? null : reference === 'asked' ? 'reference' : 'referee'
