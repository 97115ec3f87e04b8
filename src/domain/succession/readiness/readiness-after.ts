import { isKnown } from '#core/figure/figure.ts'
import type { Day } from '#core/values/day.ts'
import { retirementOf } from '#domain/workforce/retirement/retirement.model.ts'
import { retirementRules } from '#domain/workforce/retirement/retirement.rules.ts'
import { type Db, sql } from '#platform/database/database.ts'
import type { ReadinessAnswer, ReadinessQuestion } from '#platform/web/answers.ts'
import { horizonMark, horizonWords } from '../bench/bench-words.ts'
import { eligibilityRules } from '../eligibility/eligibility.rules.ts'
import { factsOf, listCandidatesById } from '../eligibility/facts.store.ts'
import { evidenceOf, officialLevels, standardsOf } from './competency.store.ts'
import { judgeCandidate } from './judge-candidate.model.ts'
import { readiness } from './readiness.model.ts'
import { readinessRules } from './readiness.rules.ts'

/**
 * Answers a plan's screen: how ready the person is for a post with each of several sets of items. No box of the talent map enters,
 * so that the person may read it of herself. For the present post the requirements of the post are met by holding it.
 */
export const readinessAfter = async (db: Db, question: ReadinessQuestion): Promise<ReadinessAnswer | null> => {
  const [person] = await listCandidatesById(db, [question.employeeId])
  if (!person) return null
  const target = question.positionId
    ? await db.find<{ id: string; name: string; tier: string; family: string | null }>(
        sql`select id, name, tier, family from workforce.v_positions where id = ${question.positionId}`,
      )
    : null
  if (question.positionId && !target) return null
  const post = target ?? {
    id: person.position_id ?? '',
    name: person.position_name ?? '',
    tier: person.tier ?? '',
    family: person.family,
  }
  const asOf = db.on
  const standard = (await standardsOf(db, [post], asOf)).get(post.name)
  if (!standard || standard.requirements.length === 0) return null
  const fused = officialLevels(
    standard.requirements,
    (await evidenceOf(db, [person.id], asOf)).get(person.id),
    asOf,
    code => `competency.level:${person.id}:${code}`,
  )
  const facts = (await factsOf(db, [person], new Map(), asOf)).get(person.id)!
  const retirement = retirementRules.on(asOf)
  const { startsOn } = retirementOf(
    {
      id: person.id,
      employment: person.employment,
      birthOn: person.birth_on,
      title: person.position_name,
      tier: person.tier,
    },
    { rules: retirement.body, ruleSet: retirement.reference, asOf },
  )
  const retiresOn = isKnown(startsOn) ? (startsOn.value as Day) : null
  const rules = readinessRules.on(asOf)
  const eligibility = eligibilityRules.on(asOf)
  const steps = question.plans.map(plan => {
    const judged = judgeCandidate(post, { id: person.id, facts, fused, plan, retiresOn }, standard, {
      eligibility,
      readiness: rules,
      asOf,
      hasMap: false,
    })
    const found = target
      ? judged.readiness
      : readiness(
          { eligibility: { verdict: 'ya', fixes: [] }, competencies: judged.levels, plan, retiresOn },
          { rules: rules.body, ruleSet: rules.reference, asOf },
        )
    return {
      words: horizonWords[found.horizon],
      mark: horizonMark[found.horizon],
      readyOn: found.readyOn,
      blockers: found.blockers.map(b => b.label),
    }
  })
  return {
    steps,
    limits: [
      target
        ? 'Jangka waktu menurut syarat dan kompetensi yang tercatat, tanpa kotak talenta. Bukan keputusan pengangkatan.'
        : 'Jangka waktu menurut kompetensi jabatan sekarang, bila rencana terlaksana.',
    ],
  }
}
