import type { Figure } from '#core/figure/figure.ts'
import { count } from '#core/figure/mechanisms.ts'
import { sql } from '#platform/database/database.ts'
import type { FigureSources } from '#platform/web/figure-source.ts'
import { budgetFigures, findBudgetLine } from './budget/budget.store.ts'
import {
  forecastFigure,
  listCharged,
  listCompletion,
  listTraced,
  threeYears,
  tracedFigure,
} from './budget/budget-outlook.ts'
import { findProposalFigure } from './budget/budget-proposal.ts'
import { coverageFigure, listKeptForecasts } from './budget/kept-forecast.ts'
import { findMoneyFigure } from './budget/more-money.store.ts'
import { findReleaseFigure } from './catalogue/session-release.store.ts'
import { findGapFigure } from './catalogue-gap/catalogue-gap.store.ts'
import { findSessionCostFigure } from './cost/session-cost.store.ts'
import { listFacilitators, listTeaching, loadFigure } from './facilitator/facilitator.store.ts'
import {
  feedbackFigure,
  honorariumFigure,
  honorariumStages,
  listBookings,
} from './facilitator/facilitator-record.store.ts'
import { listTrainerStandings, orphanCount, trainerDays } from './facilitator/trainer-succession.store.ts'
import { findCollectionFigure } from './need-collection/collection-figures.ts'
import { findDocumentFigure } from './need-collection/document-figures.ts'
import { findOpenOrder, findOrder } from './need-collection/need-collection.store.ts'
import { findOutcomeFigure } from './plan/outcome.store.ts'
import { readPlanFigures } from './plan/plan-figures.ts'
import { changesLike } from './plan-change/plan-change.store.ts'
import { findStandingFigure } from './priority-competency/priority-competency.store.ts'
import { findChoice, findProgramme } from './programme/programme.store.ts'
import { programmeFigures } from './programme/programme-figures.ts'
import { findScenario, namesOf } from './scenario/scenario.store.ts'
import { scenarioFigures } from './scenario/scenario-figures.ts'

const ofBudget =
  (pick: 'amount' | 'committed' | 'realised' | 'absorption'): FigureSources[string] =>
  async (db, [year]) =>
    (await budgetFigures(db, Number(year)))[pick]
const ofPlan =
  (pick: 'jp' | 'cost' | 'items' | 'done' | 'overdue'): FigureSources[string] =>
  async (db, [planId]) =>
    (await readPlanFigures(db, planId))?.[pick] ?? null
const ofScenario =
  (pick: (f: ReturnType<typeof scenarioFigures>, key?: string) => Figure | null | undefined): FigureSources[string] =>
  async (db, [id, key]) => {
    const scenario = await findScenario(db, id)
    if (!scenario?.solution) return null
    const lines = (scenario.solution.lines as { line: string }[]).map(l => l.line)
    const names = await namesOf(db, { people: [], competencies: [], lines })
    return pick(scenarioFigures(scenario, db.on, names.lines), key) ?? null
  }

/** Figures of this room by kind. */
export const planningFigures: FigureSources = {
  'planning.priority-competency': (db, [what, code]) => findStandingFigure(db, what, code),
  'planning.budget-amount': ofBudget('amount'),
  'planning.budget-committed': ofBudget('committed'),
  'planning.budget-realised': ofBudget('realised'),
  'planning.budget-absorption': ofBudget('absorption'),
  'planning.budget-forecast': async (db, [lineId]) => {
    const line = await findBudgetLine(db, lineId)
    return line ? forecastFigure(line, await listCompletion(db, line.year), db.on) : null
  },
  'planning.budget-traced': async (db, [lineId]) => {
    const line = await findBudgetLine(db, lineId)
    return line
      ? tracedFigure(await listTraced(db, line.year, line.id), {
          ref: `planning.budget-traced:${line.id}`,
          label: `Rencana yang dibebankan pada ${line.activity}`,
          asOf: db.on,
        })
      : null
  },
  'planning.budget-charged': async (db, [lineId]) => {
    const line = await findBudgetLine(db, lineId)
    return line
      ? tracedFigure(await listCharged(db, line.id), {
          ref: `planning.budget-charged:${line.id}`,
          label: `RPK yang dibebankan pada ${line.activity}`,
          asOf: db.on,
        })
      : null
  },
  'planning.budget-unassigned': async (db, [year]) =>
    tracedFigure(await listTraced(db, Number(year), null), {
      ref: `planning.budget-unassigned:${year}`,
      label: `Rencana ${year} tanpa baris anggaran`,
      asOf: db.on,
    }),
  'planning.forecast-coverage': async db => coverageFigure(await listKeptForecasts(db), db.on),
  'planning.more-money': (db, key) => findMoneyFigure(db, key),
  'planning.three-years': async (db, [from, what, year]) =>
    (await threeYears(db, Number(from))).find(y => String(y.year) === year)?.[what as 'ceiling'] ?? null,
  'planning.proposal': (db, key) => findProposalFigure(db, key),
  'planning.plan-jp': ofPlan('jp'),
  'planning.plan-cost': ofPlan('cost'),
  'planning.plan-mix': async (db, [planId, share]) =>
    (await readPlanFigures(db, planId))?.mix.find(m => String(m.shareClass) === share)?.share ?? null,
  'planning.plan-items': ofPlan('items'),
  'planning.plan-done': ofPlan('done'),
  'planning.plan-overdue': ofPlan('overdue'),
  'planning.outcome': (db, key) => findOutcomeFigure(db, key),
  'planning.session-cost': (db, [sessionId, what]) => findSessionCostFigure(db, sessionId, what),
  'planning.catalogue-gap': (db, [what, code]) => findGapFigure(db, what, code),
  'planning.session-release': (db, [sessionId, what]) => findReleaseFigure(db, sessionId, what),
  'planning.plan-changes-open': async db =>
    count({
      ref: 'planning.plan-changes-open',
      label: 'Usul perubahan yang menunggu',
      unit: 'count',
      asOf: db.on,
      members: await changesLike(db, { state: 'open' }),
      of: 'usul',
      filter: 'belum diputus',
    }),
  'planning.module-count': async db =>
    count({
      ref: 'planning.module-count',
      label: 'Modul dalam katalog',
      unit: 'count',
      asOf: db.on,
      members: (
        await db.rows<{ id: string }>(sql`select id from planning.v_modules where valid_until is null order by id`)
      ).map(m => m.id),
      of: 'modul',
      filter: 'semua',
    }),
  'planning.facilitator-honorarium': async (db, [id, year, stage]) => {
    const [facilitator] = await listFacilitators(db, id)
    return facilitator
      ? honorariumFigure(
          facilitator,
          Number(year),
          await listBookings(db, id),
          db.on,
          honorariumStages.find(s => s === stage) ?? null,
        )
      : null
  },
  'planning.facilitator-feedback': async (db, [id]) => feedbackFigure(id, await listBookings(db, id), db.on),
  'planning.trainer-days': async (db, [what, year]) => (await trainerDays(db, Number(year)))[what as 'asked'] ?? null,
  'planning.trainer-orphans': async db => orphanCount(await listTrainerStandings(db), db.on),
  'planning.facilitator-load': async (db, [id, year]) =>
    loadFigure(id, Number(year), await listTeaching(db, Number(year)), db.on),
  'planning.choice': async (db, [programmeId, employeeId]) =>
    (await findChoice(db, programmeId, employeeId))?.figure ?? null,
  'planning.programme': async (db, [programmeId, what]) => {
    const programme = await findProgramme(db, programmeId)
    return programme ? ((await programmeFigures(db, programme))[what as 'nominees'] ?? null) : null
  },
  'planning.collection': (db, key) => findCollectionFigure(db, 'whole', key),
  'planning.collection-unit': (db, key) => findCollectionFigure(db, 'unit', key),
  'planning.collection-team': (db, key) => findCollectionFigure(db, 'team', key),
  'planning.collection-remark': (db, key) => findCollectionFigure(db, 'remark', key),
  'planning.need-document': (db, key) => findDocumentFigure(db, key),
  'planning.need-order': (db, [needId]) => findOrder(db, needId),
  'planning.need-open-order': (db, [needId]) => findOpenOrder(db, needId),
  'planning.scenario-people': ofScenario(f => f.people),
  'planning.scenario-seats': ofScenario(f => f.seats),
  'planning.scenario-levels': ofScenario(f => f.levels),
  'planning.scenario-cost': ofScenario(f => f.cost),
  'planning.scenario-to-assess': ofScenario(f => f.toAssess),
  'planning.scenario-left-out': ofScenario(f => f.leftOut),
  'planning.scenario-held': ofScenario((f, code) => f.held.find(h => h.code === code)?.figure),
  'planning.scenario-itemised': ofScenario(f => f.itemised),
  'planning.scenario-sex-unknown': ofScenario(f => f.sexUnknown),
  'planning.scenario-objective': ofScenario(f => f.objective),
  'planning.scenario-bound': ofScenario(f => f.bound),
  'planning.scenario-available': ofScenario((f, key) => f.lines.find(l => l.line === key)?.amount),
  'planning.scenario-more': ofScenario((f, key) => f.lines.find(l => l.line === key)?.more?.gain),
  'planning.scenario-line': ofScenario((f, key) => f.lines.find(l => l.line === key)?.used),
}
