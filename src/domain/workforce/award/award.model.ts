import type { Day } from '#core/values/day.ts'

export type AwardRules = {
  awards: Record<string, string>
  teamRoles: Record<string, Record<string, string>>
  sanctions: Record<string, string>
  serving: string
}

/** An award in the rubric's words; null for one the rubric does not score (service years). */
export const awardWord = (level: string, rules: AwardRules): string | null => rules.awards[level] ?? null

/** A team role in the rubric's words: chair or member, across agencies or inside. */
export const teamRoleWord = (role: string, reach: string, rules: AwardRules): string | null =>
  rules.teamRoles[role]?.[reach] ?? null

/** A sanction in the rubric's words; "sedang menjalani" while its period runs. */
export const sanctionWord = (
  sanction: { level: string; from: Day; until: Day | null },
  asOf: Day,
  rules: AwardRules,
): string | null => (isServing(sanction, asOf) ? rules.serving : (rules.sanctions[sanction.level] ?? null))

/** Does the sanction's period run on this day? One of a single day (a reprimand) is over the day after. */
export const isServing = (sanction: { from: Day; until: Day | null }, asOf: Day): boolean =>
  sanction.from <= asOf && sanction.until !== null && asOf <= sanction.until && sanction.until > sanction.from
