import { isKnown } from '#core/figure/figure.ts'
import { formatDay } from '#core/text/format.ts'
import type { Day } from '#core/values/day.ts'
import { retirementOf } from '#domain/workforce/retirement/retirement.model.ts'
import { retirementRules } from '#domain/workforce/retirement/retirement.rules.ts'
import { type Db, sql } from '#platform/database/database.ts'
import { eligibilityRules } from '../eligibility/eligibility.rules.ts'
import {
  type Candidate,
  factsOf,
  listCandidatesById,
  listCandidatesOfTiers,
  mapPlacesOf,
} from '../eligibility/facts.store.ts'
import { evidenceOf, liftingItemsOf, officialLevels, standardsOf } from '../readiness/competency.store.ts'
import {
  type Judgement,
  judgeCandidate,
  levelRef,
  tiersTowards,
  treeOfPost,
} from '../readiness/judge-candidate.model.ts'
import { readinessRules } from '../readiness/readiness.rules.ts'
import { type KeyPosition, listKeyPositions } from '../vacancy/key-position.store.ts'
import { benchStrength } from './bench.model.ts'
import { isInScope } from './candidate-scope.model.ts'

/** Rows of figures written at a time: an explanation weighs some kilobytes. */
const batchSize = 200

type Pair = { post: KeyPosition; person: Candidate }

const retiresOn = (person: Candidate, asOf: Day): Day | null => {
  const rules = retirementRules.on(asOf)
  const { startsOn } = retirementOf(
    {
      id: person.id,
      employment: person.employment,
      birthOn: person.birth_on,
      title: person.position_name,
      tier: person.tier,
    },
    { rules: rules.body, ruleSet: rules.reference, asOf },
  )
  return isKnown(startsOn) ? (startsOn.value as Day) : null
}

const score = (judgement: Judgement) => {
  const { score: figure } = judgement.readiness
  const value = isKnown(figure) ? figure.value : null
  return {
    score: value,
    score_low: value ?? figure.bounds?.[0] ?? null,
    score_high: value ?? figure.bounds?.[1] ?? null,
  }
}

/** Why a bench is as it is, in one sentence for people who may see counts only: no name stands in it. */
const whyWords = (judged: { judgement: Judgement; alsoElsewhere: number }[], asOf: Day): string => {
  const of = (horizon: string) => judged.filter(j => j.judgement.readiness.horizon === horizon)
  const ready = of('siapSekarang')
  if (ready.length === 1) {
    const others = ready[0].alsoElsewhere
    return others > 0 ? `Satu penerus siap, dan ia juga calon di ${others} jabatan lain` : 'Satu penerus siap'
  }
  if (ready.length > 1) return `${ready.length} penerus siap`
  const open = of('belumDiketahui')
  const next = of('1-2Tahun').sort((a, b) =>
    (a.judgement.readiness.readyOn ?? '9') < (b.judgement.readiness.readyOn ?? '9') ? -1 : 1,
  )[0]
  if (next) {
    const blocker = next.judgement.readiness.blockers.find(b => b.on !== null && b.on > asOf)
    const on = next.judgement.readiness.readyOn
    return `Penerus terdekat siap ${on ? formatDay(on, 'month') : 'dalam 2 tahun'}${blocker ? `: ${blocker.label}` : ''}`
  }
  if (open.length > 0) return `Data ${open.length} calon belum lengkap`
  return judged.length === 0 ? 'Belum ada calon' : 'Tidak ada penerus siap'
}

/**
 * Judges every candidate of the given key posts (all when null) and writes readiness and benches anew.
 * SQL gathers in one question per kind of record; the models judge; people named by hand stand beside the pool.
 */
export const fillBenches = async (
  db: Db,
  positionIds: readonly string[] | null,
): Promise<{ positions: number; candidates: number }> => {
  const asOf = db.on
  // The nightly round, a listener and an officer may fill at one moment: the later one waits and writes over the earlier.
  await db.run(sql`select pg_advisory_xact_lock(hashtextextended('succession.benches ' || ${db.actor.agencyId}, 0))`)
  const posts = await listKeyPositions(db, asOf, positionIds)
  const eligibility = eligibilityRules.on(asOf)
  const readiness = readinessRules.on(asOf)
  const tiers = new Map(posts.map(p => [p.id, tiersTowards(treeOfPost(p, eligibility.body))]))
  const named = await db.rows<{ position_id: string; employee_id: string; withdrawn_on: Day | null }>(
    sql`select position_id, employee_id, withdrawn_on from succession.candidates where position_id = any (${posts.map(p => p.id)})`,
  )
  const inTiers = await listCandidatesOfTiers(db, [...new Set([...tiers.values()].flat())])
  const byHand = await listCandidatesById(db, [
    ...new Set(named.filter(n => n.withdrawn_on === null).map(n => n.employee_id)),
  ])
  const everybody = [...new Map([...inTiers, ...byHand].map(p => [p.id, p])).values()]
  const { hasMap, places } = await mapPlacesOf(
    db,
    everybody.map(p => p.id),
  )
  const key = (positionId: string, employeeId: string) => `${positionId}|${employeeId}`
  const hand = new Map(named.map(n => [key(n.position_id, n.employee_id), n.withdrawn_on === null]))
  const pairs: Pair[] = posts.flatMap(post =>
    everybody
      .filter(person => {
        if (person.id === post.holder?.id) return false
        const wanted = hand.get(key(post.id, person.id))
        if (wanted !== undefined) return wanted
        return isInScope(person, post, {
          tiers: tiers.get(post.id) ?? [],
          box: places.get(person.id)?.box ?? null,
          poolBoxes: eligibility.body.promotionBoxes,
        })
      })
      .map(person => ({ post, person })),
  )
  const people = [...new Map(pairs.map(p => [p.person.id, p.person])).values()]
  const ids = people.map(p => p.id)
  const facts = await factsOf(db, people, places, asOf)
  const evidence = await evidenceOf(db, ids, asOf)
  const plans = await liftingItemsOf(db, ids)
  const standards = await standardsOf(db, posts, asOf)

  await db.run(
    sql`delete from succession.readiness where (${positionIds}::uuid[] is null or position_id = any (${positionIds}))`,
  )
  await db.run(
    sql`delete from succession.benches where (${positionIds}::uuid[] is null or position_id = any (${positionIds}))`,
  )
  const elsewhere = new Map<string, number>()
  for (const p of pairs) elsewhere.set(p.person.id, (elsewhere.get(p.person.id) ?? 0) + 1)
  const byPost = Map.groupBy(pairs, p => p.post.id)
  let batch: Record<string, unknown>[] = []
  const flush = async () => {
    await db.insert('succession.readiness', batch)
    batch = []
  }
  const benches: Record<string, unknown>[] = []
  for (const post of posts) {
    const standard = standards.get(post.name) ?? { requirements: [], isDefault: true }
    const judged: { employeeId: string; judgement: Judgement; alsoElsewhere: number }[] = []
    for (const { person } of byPost.get(post.id) ?? []) {
      const personFacts = facts.get(person.id)
      if (!personFacts) continue
      const judgement = judgeCandidate(
        post,
        {
          id: person.id,
          facts: personFacts,
          fused: officialLevels(standard.requirements, evidence.get(person.id), asOf, code =>
            levelRef(post.id, person.id, code),
          ),
          plan: plans.get(person.id) ?? [],
          retiresOn: retiresOn(person, asOf),
        },
        standard,
        { eligibility, readiness, asOf, hasMap },
      )
      judged.push({ employeeId: person.id, judgement, alsoElsewhere: (elsewhere.get(person.id) ?? 1) - 1 })
      batch.push({
        agency_id: db.actor.agencyId,
        position_id: post.id,
        employee_id: person.id,
        as_of: asOf,
        eligible: judgement.eligibility.verdict,
        horizon: judgement.readiness.horizon,
        ...score(judgement),
        ready_on: judgement.readiness.readyOn,
        figure: judgement,
      })
      if (batch.length >= batchSize) await flush()
    }
    const bench = benchStrength(
      post.id,
      judged.map(j => ({ employeeId: j.employeeId, horizon: j.judgement.readiness.horizon })),
      { rules: readiness.body, ruleSet: readiness.reference, asOf },
    )
    benches.push({
      agency_id: db.actor.agencyId,
      position_id: post.id,
      as_of: asOf,
      incumbent_id: post.holder?.id ?? null,
      vacant_on: post.vacancy.on,
      vacancy_reason: post.vacancy.reason,
      ready_now: bench.readyNow.value,
      within_two_years: bench.within2y.value,
      later: bench.later.value,
      unknown: bench.unknown.value,
      state: bench.state,
      likelihood: post.vacancy.likelihood,
      impact: post.impact_class,
      why: whyWords(judged, asOf),
    })
  }
  await flush()
  await db.insert('succession.benches', benches)
  return { positions: posts.length, candidates: pairs.length }
}
