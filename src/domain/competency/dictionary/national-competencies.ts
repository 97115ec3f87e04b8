import type { Day } from '#core/values/day.ts'
import { dictionaryRules } from './dictionary.rules.ts'

/** The nine competencies of every post, as rows of an agency's dictionary, by the rule that holds on a day. */
export const nationalCompetencies = (on: Day) =>
  dictionaryRules.on(on).body.competencies.map(c => ({
    code: c.code,
    name: c.name,
    kind: c.kind,
    definition: c.definition,
    version: '2017',
  }))
