import type { Db } from '#platform/database/database.ts'
import type { FigureSources } from '#platform/web/figure-source.ts'
import {
  benchCount,
  findBench,
  findJudgement,
  isListFilter,
  listBenches,
  listCount,
  listElsewhere,
} from './bench/bench.store.ts'
import { vacancyFigure } from './bench/bench-words.ts'
import { type CandidateNumber, candidateFigure } from './bench/candidate-figures.ts'
import { countDossiers, type DossierState, findDossier } from './dossier/dossier.store.ts'
import { dossierCount } from './dossier/dossier-figures.ts'
import { dossierStateWords } from './dossier/dossier-words.ts'
import { findTargetRequirements } from './eligibility/target-requirements.store.ts'

const isState = (word: string): word is DossierState => Object.hasOwn(dossierStateWords, word)

const ofCandidate =
  (what: CandidateNumber) =>
  async (db: Db, [positionId, employeeId]: string[]) => {
    const found = await findJudgement(db, positionId, employeeId)
    if (!found) return null
    const elsewhere = what === 'elsewhere' ? await listElsewhere(db, positionId, employeeId) : []
    return candidateFigure(
      what,
      { positionId, employeeId, asOf: found.as_of },
      found.judgement,
      elsewhere.map(e => e.position_id),
    )
  }

/** Figures of this room by kind. */
export const successionFigures: FigureSources = {
  'succession.met': ofCandidate('met'),
  'succession.asked': ofCandidate('asked'),
  'succession.elsewhere': ofCandidate('elsewhere'),
  'succession.box': ofCandidate('box'),
  'succession.eligible': async (db, [positionId, employeeId]) =>
    (await findJudgement(db, positionId, employeeId))?.judgement.eligibility.figure ?? null,
  'succession.requirements': async (db, [positionId, employeeId]) =>
    (await findTargetRequirements(db, positionId, employeeId))?.figure ?? null,
  'succession.readiness': async (db, [positionId, employeeId]) =>
    (await findJudgement(db, positionId, employeeId))?.judgement.readiness.score ?? null,
  'succession.level': async (db, [positionId, employeeId, code]) =>
    (await findJudgement(db, positionId, employeeId))?.judgement.levels.find(l => l.code === code)?.level ?? null,
  'succession.bench': (db, [positionId, horizon]) => benchCount(db, positionId, horizon),
  'succession.vacancy': async (db, [positionId]) => {
    const bench = await findBench(db, positionId)
    return bench ? vacancyFigure(positionId, bench.vacant_on, db.on) : null
  },
  'succession.posts': async (db, [what]) => (isListFilter(what) ? listCount(await listBenches(db), what, db.on) : null),
  'succession.dossiers': async (db, [state]) =>
    isState(state) ? dossierCount(await countDossiers(db), state, db.on) : null,
  'succession.dossier': async (db, [dossierId, key]) => {
    const dossier = await findDossier(db, dossierId)
    // One's own dossier opens when it is decided.
    if (!dossier || (db.actor.employeeId === dossier.employee_id && dossier.state !== 'decided')) return null
    return dossier.content?.figures[key] ?? null
  },
}
