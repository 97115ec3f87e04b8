import { randomUUID } from 'node:crypto'
import { evaluateProgramme } from '#domain/impact/evaluation/evaluate-programme.ts'
import { systemActor } from '#platform/access/actor.ts'
import { setUpAgency } from '#platform/access/set-up-agency.ts'
import type { Database } from '#platform/database/database.ts'
import { execute } from '#platform/use-case.ts'
import { actsOf } from './acts/actors.ts'
import { grantObjection, publishReport } from './acts/answer-objection.ts'
import { askLevels } from './acts/ask-levels.ts'
import { changePlans } from './acts/change-plans.ts'
import { chooseYear } from './acts/choose-year.ts'
import { closeBudget } from './acts/close-budget.ts'
import { collectNeeds } from './acts/collect-needs.ts'
import { draftRules } from './acts/draft-rules.ts'
import { closeFeedback, openFeedback } from './acts/gather-feedback.ts'
import { holdClosedBatch, holdOpenBatches, openCentre } from './acts/hold-assessments.ts'
import { holdSession, nameCommittee } from './acts/hold-session.ts'
import { keepCatalogue } from './acts/keep-catalogue.ts'
import { keepDictionary } from './acts/keep-dictionary.ts'
import { keepPlans } from './acts/keep-plans.ts'
import { keepStandards } from './acts/keep-standards.ts'
import { openRoles } from './acts/open-roles.ts'
import { prepareSuccession } from './acts/prepare-succession.ts'
import { rateValues } from './acts/rate-values.ts'
import { registerAgency } from './acts/register-agency.ts'
import { runCycle } from './acts/run-cycle.ts'
import { runInterviews } from './acts/run-interviews.ts'
import { runProgramme } from './acts/run-programme.ts'
import { chanceOf } from './world/chance.ts'
import { drawPeople, today } from './world/people.ts'
import { drawRecords } from './world/records.ts'
import { unitsOf } from './world/units.ts'

/** The noise of the indicators, chosen so that the one finding is firm and the other honestly open. */
export const indicatorSeed = 86

export type DemoOptions = {
  database: Database
  /** The keeper's connection; the demo itself never uses it, all is done as actors. */
  owner: string
  /** Told one line per step, in Bahasa Indonesia. */
  say(line: string): void
  /** How many people; fewer than 3000 leave out districts and hospitals. */
  people?: number
  seed?: number
}

/** Makes Kabupaten Contoh on its standing day, by use cases and imports alone. */
export const makeDemo = async ({ database, say, people: total = 9000, seed = 2026 }: DemoOptions): Promise<void> => {
  const began = performance.now()
  const step = (line: string) =>
    say(`[${((performance.now() - began) / 1000).toFixed(1).replace('.', ',')} dtk] ${line}`)
  step('Membuat data contoh: Kabupaten Contoh.')
  const agencyId = randomUUID()
  await execute(database, systemActor(agencyId, '2025-06-02'), setUpAgency, {
    name: 'Kabupaten Contoh',
    shortName: 'Kab. Contoh',
    kind: 'kabupaten',
    timeZone: 'Asia/Jakarta',
    isDemo: true,
    todayOn: today,
    scope: {
      ruleCode: 'BKN-SIMATA',
      tiers: ['JPT Pratama', 'Administrator', 'Pengawas', 'JF Ahli Madya', 'JF Ahli Muda', 'JF Ahli Pertama'],
    },
  })
  const units = unitsOf(total >= 3000)
  const { people, posts } = drawPeople(chanceOf(seed), units, total)
  const drawn = drawRecords(chanceOf(seed + 1), people)
  const acts = actsOf(database, agencyId, today)
  await registerAgency(acts, { units, posts, people, drawn }, step)
  const cast = await openRoles(acts, step)
  const { goalIds } = await keepCatalogue(acts, cast, { units, seed: seed + 2, indicatorSeed }, step)
  const story = await runProgramme(acts, cast, { units, seed: seed + 3, indicatorSeed, goalId: goalIds[0]! }, step)
  await keepPlans(acts, cast, { seed: seed + 4, goalIds }, step)
  const centre = await openCentre(acts, cast)
  const assessed = await holdClosedBatch(acts, cast, centre)
  const committeeId = await nameCommittee(acts, cast)
  await closeFeedback(acts, cast, step)
  const cycleId = await runCycle(acts, cast, people, step)
  await holdSession(acts, cast, { cycleId, committeeId }, step)
  await draftRules(acts, step)
  await runInterviews(acts, cast, { cycleId }, step)
  await rateValues(acts, cast, { cycleId }, step)
  await openFeedback(acts, cast, { cycleId }, step)
  const { verdicts } = await acts.as(cast.officer, 'hr_officer', today, evaluateProgramme, {
    programmeId: story.programmeId,
  })
  step(
    `Evaluasi program: ${Object.entries(verdicts)
      .map(([name, verdict]) => `${name}: ${verdict}`)
      .join('; ')}.`,
  )
  await askLevels(acts, cast, step)
  const invited = await holdOpenBatches(acts, cast, centre)
  step(`Asesmen: ${assessed} laporan terbit, ${invited} orang diundang ke dua gelombang lain.`)
  await keepDictionary(acts, cast, step)
  await keepStandards(acts, cast, step)
  await prepareSuccession(acts, cast, step)
  await grantObjection(acts, cast, { cycleId }, step)
  await publishReport(acts, cast)
  await chooseYear(acts, cast, step)
  await collectNeeds(acts, cast, step)
  await changePlans(acts, cast, step)
  await closeBudget(acts, cast, { seed: seed + 5 }, step)
}
