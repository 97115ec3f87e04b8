import type { Figure } from '#core/figure/figure.ts'
import { type Db, sql } from '#platform/database/database.ts'
import type { FigureSources } from '#platform/web/figure-source.ts'
import { jobPersonMatch, latestOn } from './assessment/assessment.model.ts'
import { assessmentRules } from './assessment/assessment.rules.ts'
import { type Assessment, listAssessments, measuredLevels } from './assessment/assessment.store.ts'
import { centreFigures } from './assessment-centre/centre.figures.ts'
import { evidenceRules } from './evidence/evidence.rules.ts'
import { fuseCompetency } from './evidence/fuse-competency.model.ts'
import { unknownLevel } from './gap/gap.model.ts'
import {
  cellFigure,
  cellKey,
  coverageFigure,
  isCoverage,
  isWaiting,
  openRequestsOf,
  organisationGap,
  requestedFigure,
  waitingFigure,
} from './gap/organisation.store.ts'
import { evidenceOf, gapsOf, type PersonGap, requirementsOf } from './gap/profile.store.ts'
import { askedOf, findVersion, listRequirements, readCount } from './position-standard/position-standard.store.ts'
import { countedMembers, effectFigure, effectRef, isEffect } from './position-standard/standard-figures.ts'
import { previewStandard } from './position-standard/standard-preview.store.ts'
import { papersWaiting } from './request/request.store.ts'

type Post = { id: string | null; name: string; tier: string | null }

/** The person's present post, or another one by its id. */
export const postOf = async (db: Db, employeeId: string, positionId?: string): Promise<Post | null> =>
  positionId
    ? db.find<Post>(sql`select id, name, tier from workforce.v_positions where id = ${positionId}`)
    : db.find<Post>(
        sql`select null as id, position_name as name, tier from workforce.v_people where id = ${employeeId} and position_name is not null`,
      )

export const personGap = async (db: Db, employeeId: string, positionId?: string): Promise<PersonGap | null> => {
  const post = await postOf(db, employeeId, positionId)
  return post ? ((await gapsOf(db, [{ id: employeeId, post }])).get(employeeId) ?? null) : null
}

/**
 * JPM of the latest result against the standard it was measured by, or against another post's standard.
 * An expired result keeps its value and says so.
 */
export const personMatch = async (
  db: Db,
  employeeId: string,
  positionId?: string,
): Promise<{ assessment: Assessment; match: ReturnType<typeof jobPersonMatch> } | null> => {
  const assessments = await listAssessments(db, [employeeId])
  const latest = latestOn(
    assessments.map(a => ({ ...a, assessedOn: a.assessed_on })),
    db.on,
  )
  if (!latest) return null
  const { body: rules, reference: ruleSet } = assessmentRules.on(db.on)
  const post = positionId ? await postOf(db, employeeId, positionId) : null
  const wanted = post ? (await requirementsOf(db, [post])).get(post.name)?.requirements : null
  const own = measuredLevels(latest)
  const reached = new Map(latest.levels.map(l => [l.code, l.level]))
  const levels = wanted
    ? wanted
        .filter(q => !q.code.startsWith('T.'))
        .map(q => ({
          code: q.code,
          name: q.name,
          level: reached.get(q.code) ?? null,
          standard: q.level,
          standardSource: q.origin?.source,
          standardRule: q.origin?.ruleSet,
          source: own[0]?.source,
        }))
    : own
  const match = jobPersonMatch(levels, latest.purpose, {
    rules,
    ruleSet,
    asOf: db.on,
    ref: `competency.jpm:${employeeId}${positionId ? `:${positionId}` : ''}`,
  })
  const isExpired = latest.valid_until < db.on
  return {
    assessment: latest,
    match: isExpired && match.jpm.state === 'known' ? { ...match, jpm: { ...match.jpm, state: 'expired' } } : match,
  }
}

/** Kinds of figures this room reads again by their address. */
export const competencyFigures: FigureSources = {
  ...centreFigures,
  'competency.gap': async (db, [employeeId, code, positionId]) =>
    (await personGap(db, employeeId, positionId))?.profile.gaps.find(g => g.code === code)?.gap ?? null,
  'competency.gap-total': async (db, [employeeId, positionId]) =>
    (await personGap(db, employeeId, positionId))?.profile.total ?? null,
  'competency.jpm': async (db, [employeeId, positionId]) =>
    (await personMatch(db, employeeId, positionId))?.match.jpm ?? null,
  'competency.level': async (db, [employeeId, code]): Promise<Figure | null> => {
    const known = (await evidenceOf(db, [employeeId])).get(employeeId)?.get(code)
    if (!known) {
      const competency = await db.find<{ name: string }>(
        sql`select name from competency.v_competencies where code = ${code}`,
      )
      return competency && unknownLevel(competency.name, db.on, `competency.level:${employeeId}:${code}`)
    }
    const { body: policy, reference: ruleSet } = evidenceRules.on(db.on)
    return fuseCompetency({ code, name: known.name }, known.evidence, {
      policy,
      ruleSet,
      asOf: db.on,
      ref: `competency.level:${employeeId}:${code}`,
    }).official
  },
  'competency.standard-size': (db, [id]) => readCount(db, 'standard-size', id),
  'competency.asked-by': (db, [id]) => readCount(db, 'asked-by', id),
  'competency.without-standard': (db, [id]) => readCount(db, 'without-standard', id),
  'competency.without-people': (db, [id]) => readCount(db, 'without-people', id),
  'competency.title-posts': (db, [id]) => readCount(db, 'title-posts', id),
  'competency.title-people': (db, [id]) => readCount(db, 'title-people', id),
  'competency.papers-waiting': async (db, [id]) => countedMembers('papers-waiting', id, await papersWaiting(db), db.on),
  'competency.standard-effect': async (db, [what, titleId, standardId]) => {
    const post = await postOf(db, '', titleId)
    const standard = await findVersion(db, standardId)
    if (!post || !standard || !isEffect(what)) return null
    const asked = askedOf(standard, await listRequirements(db, standard.id))
    const members = (await previewStandard(db, [post.name], asked)).get(post.name.toLowerCase())?.members[what] ?? []
    return effectFigure(what, members, db.on, effectRef(what, titleId, standardId))
  },
  'competency.coverage': async (db, [what, unitId]) => {
    if (!isCoverage(what)) return null
    const all = await organisationGap(db, unitId)
    const unit = unitId ? all.units.find(u => u.id === unitId) : null
    return unit === undefined ? null : coverageFigure(all, what, unit, db.on)
  },
  'competency.waiting': async (db, [what, unitId, code]) => {
    if (!isWaiting(what)) return null
    const all = await organisationGap(db, unitId)
    const unit = all.units.find(u => u.id === unitId)
    const competency = all.competencies.find(c => c.code === code)
    const cell = all.cells.get(cellKey(unitId, code))
    return unit && competency && cell ? waitingFigure(unit, competency, cell, what, db.on) : null
  },
  'competency.requested': async (db, [unitId, code]) => {
    const found = await db.find<{ unit: string; name: string }>(
      sql`select coalesce(u.short_name, u.name) as unit, c.name from workforce.v_units u, competency.v_competencies c where u.id = ${unitId} and c.code = ${code}`,
    )
    if (!found) return null
    const ids = (await openRequestsOf(db, unitId, code)).get(code) ?? []
    return requestedFigure({ id: unitId, name: found.unit }, { code, name: found.name }, ids, db.on)
  },
  'competency.unit-gap': async (db, [unitId, code]) => {
    const all = await organisationGap(db, unitId)
    const unit = all.units.find(u => u.id === unitId)
    const competency = all.competencies.find(c => c.code === code)
    const cell = all.cells.get(cellKey(unitId, code))
    return unit && competency && cell ? cellFigure(unit, competency, cell, db.on) : null
  },
}
