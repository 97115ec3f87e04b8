import { type Figure, isKnown } from '#core/figure/figure.ts'
import { count, record } from '#core/figure/mechanisms.ts'
import { formatDay, formatList } from '#core/text/format.ts'
import type { Day } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'
import { figureWords } from '#ui/figure/figure-words.ts'
import { type BenchPerson, findBench, listBenchPeople } from '../bench/bench.store.ts'
import { horizonWords, stateWords } from '../bench/bench-words.ts'
import { requirementLines, topLines } from '../eligibility/tree-words.ts'
import { errors } from '../errors.ts'
import {
  type DossierCell,
  type DossierContent,
  type DossierEvidence,
  frozenFigure,
  maskedFigure,
  maskedName,
} from './dossier-content.model.ts'
import { chainsOf, programmesOf } from './evidence-chain.store.ts'

/** Others shown beside the person, their names closed. */
const mostOthers = 4

type Words = { recommendation: string; considerations: string; dissent: string | null; explanation: string | null }

type TalentRow = {
  cycle_id: string
  cycle_name: string
  as_of: Day
  decided_box: number | null
  figure: { talent: Figure<number> }
  rule_code: string
  rule_version: string
}

const sourcesOf = (figure: Figure): Figure['sources'] => [...figure.sources, ...figure.parts.flatMap(sourcesOf)]

/** What the person may read by default: the reasons in plain words, without anybody else's name. */
export const usualExplanation = (
  content: Pick<DossierContent, 'post' | 'requirement' | 'horizon' | 'blockers'>,
): string => {
  const lines = topLines(content.requirement)
  const met = lines.filter(l => l.answer === true).length
  const open = lines.filter(l => l.answer !== true).map(l => l.label.toLowerCase())
  return [
    `Anda diusulkan untuk ${content.post.name}.`,
    `${met} dari ${lines.length} syarat jabatan terpenuhi.`,
    ...(open.length > 0 ? [`Yang belum: ${formatList(open)}.`] : []),
    `Kesiapan Anda: ${horizonWords[content.horizon].toLowerCase()}.`,
    ...(content.blockers.length > 0 ? [`Langkah berikutnya: ${content.blockers[0].action}`] : []),
    'Bila ada yang keliru, Anda dapat menyampaikannya kepada pengelola talenta.',
  ].join(' ')
}

/** The box a cycle found, as it stood when the dossier was made. */
const boxOf = (box: number, cycle: { id: string; name: string } | null, asOf: Day): Figure<number> =>
  record<number>({
    label: 'Kotak talenta',
    unit: 'box',
    asOf,
    value: box,
    sources: cycle ? [{ kind: 'talent.cycle', id: cycle.id, label: cycle.name }] : [],
  })

const columnCells = (
  p: BenchPerson,
  levels: readonly { code: string }[],
  figure: (key: string, f: Figure) => string,
  prefix: string,
  { cycle, asOf }: { cycle: { id: string; name: string } | null; asOf: Day },
): DossierCell[] => {
  const lines = topLines(requirementLines(p.judgement.eligibility.figure, []))
  return [
    { text: horizonWords[p.horizon] },
    p.judgement.box === null
      ? { text: 'Belum diketahui' }
      : { figure: figure(`${prefix}box`, boxOf(p.judgement.box, cycle, asOf)) },
    {
      figure: figure(
        `${prefix}open`,
        count({
          label: 'Syarat jabatan yang belum terpenuhi',
          unit: 'count',
          asOf,
          members: lines.filter(l => l.answer !== true).map(l => l.label),
          of: `${lines.length} syarat jabatan`,
          filter: 'belum terpenuhi atau belum diketahui',
        }),
      ),
    },
    { figure: figure(`${prefix}readiness`, p.judgement.readiness.score) },
    ...levels.map(({ code }): DossierCell => {
      const level = p.judgement.levels.find(l => l.code === code)
      return level ? { figure: figure(`${prefix}level-${code}`, level.level) } : { text: 'Belum dinilai' }
    }),
  ]
}

/**
 * Gathers everything a decision rests on, as it stands now: judged readiness, talent, evidence and its chain, programmes,
 * others with closed names, rules and audit numbers. The figures keep their parts and sources, under the dossier's address.
 */
export const assembleContent = async (
  db: Db,
  dossier: { id: string; number: string; positionId: string; employeeId: string },
  words: Words,
): Promise<DossierContent> => {
  const on = db.on
  const bench = await findBench(db, dossier.positionId)
  if (!bench) throw errors.position.noBench()
  const people = await listBenchPeople(db, dossier.positionId)
  const person = people.find(p => p.employee_id === dossier.employeeId)
  if (!person) throw errors.candidate.notFound()
  const agency = await db.one<{ name: string }>(sql`select name from platform.v_agencies`)
  const unit = await db.one<{ unit_name: string }>(
    sql`select unit_name from workforce.v_people where id = ${dossier.employeeId}`,
  )
  const talent = await db.find<TalentRow>(
    sql`select c.id as cycle_id, c.name as cycle_name, c.as_of, s.decided_box, s.figure, s.rule_code, s.rule_version
      from talent.v_scores s join talent.v_cycles c on c.agency_id = s.agency_id and c.id = s.cycle_id
      where s.employee_id = ${dossier.employeeId} and c.placed_at is not null order by c.as_of desc, c.name limit 1`,
  )
  const { eligibility, readiness, levels } = person.judgement
  const figures: DossierContent['figures'] = {}
  const origins: DossierContent['origins'] = {}
  const keep = (key: string, figure: Figure): string => {
    figures[key] = frozenFigure(figure, dossier.id, key)
    if (figure.ref) origins[key] = figure.ref
    return key
  }
  keep('eligible', eligibility.figure)
  keep('readiness', readiness.score)
  if (talent) {
    const [y, x] = talent.figure.talent.parts
    keep('talent', talent.figure.talent)
    if (x) keep('x', { ...x, label: 'Potensial' })
    if (y) keep('y', { ...y, label: 'Kinerja' })
  }
  const requirement = requirementLines(eligibility.figure, eligibility.fixes)
  const keptLevels = levels.map(l => ({
    code: l.code,
    name: l.name,
    standard: l.standard,
    importance: l.importance,
    figure: keep(`level-${l.code}`, l.level),
  }))
  const others = people.filter(p => p.employee_id !== person.employee_id).slice(0, mostOthers)
  const compared = levels.filter(l => l.importance === 'mutlak').slice(0, 4)
  const shown = compared.length > 0 ? compared : levels.slice(0, 3)
  const labels = [
    'Kesiapan',
    'Kotak talenta',
    'Syarat jabatan belum terpenuhi',
    'Skor kesiapan',
    ...shown.map(l => `${l.name}, perlu ${l.standard}`),
  ]
  const frozen = { cycle: talent ? { id: talent.cycle_id, name: talent.cycle_name } : null, asOf: on }
  const columns = [
    columnCells(person, shown, (key, f) => keep(key, f), '', frozen),
    ...others.map((p, i) =>
      columnCells(
        p,
        shown,
        (key, f) => {
          figures[key] = maskedFigure(f, dossier.id, key, maskedName(i))
          return key
        },
        `other-${i + 1}-`,
        frozen,
      ),
    ),
  ]
  const evidence: DossierEvidence[] = levels.map(l => {
    const source = sourcesOf(l.level)[0] ?? null
    const words = figureWords(l.level)
    return {
      title: l.name,
      content: isKnown(l.level) ? `Level ${words}, perlu ${l.standard}` : words,
      source: source?.label ?? 'belum ada',
      on: source?.on ?? null,
      validUntil: source?.validUntil ?? null,
      state: l.level.state === 'expired' ? 'expired' : isKnown(l.level) ? 'valid' : 'missing',
      record: source,
    }
  })
  const audit = await db.rows<{ number: number; action: string; on: Day }>(
    sql`select seq as number, action, at::date as "on" from platform.v_audit_entries
      where kind = 'act' and (subject_id = ${dossier.id} or (action = 'compute-benches' and seq = (select max(seq) from platform.v_audit_entries where kind = 'act' and action = 'compute-benches'))
        or (action = 'place-cycle' and subject_id = ${talent?.cycle_id ?? ''})) order by seq`,
  )
  const rule = (title: string, reference: Figure['ruleSet']) =>
    reference
      ? [{ title, code: reference.code, version: reference.version, legalBasis: reference.legalBasis ?? null }]
      : []
  const blockers = readiness.blockers.map(({ label, action, on }) => ({ label, action, on }))
  const base = {
    post: {
      id: bench.position_id,
      name: bench.name,
      tier: bench.tier,
      echelon: bench.echelon,
      unitName: bench.unit_name,
      state: stateWords(bench, on),
    },
    requirement,
    horizon: readiness.horizon,
    blockers,
  }
  return {
    shape: 1,
    number: dossier.number,
    frozenOn: on,
    agency: agency.name,
    person: {
      id: person.employee_id,
      name: person.name,
      positionName: person.holds_name,
      unitName: unit.unit_name,
      tier: person.tier,
    },
    ...base,
    recommendation: words.recommendation,
    considerations: words.considerations,
    dissent: words.dissent,
    explanation: words.explanation ?? usualExplanation(base),
    readyOn: readiness.readyOn,
    box: talent?.decided_box ?? person.judgement.box,
    cycle: talent ? { id: talent.cycle_id, name: talent.cycle_name, on: talent.as_of } : null,
    levels: keptLevels,
    evidence,
    chains: await chainsOf(db, person.employee_id, levels),
    programmes: await programmesOf(db, person.employee_id, on),
    comparison: {
      columns: [person.name, ...others.map((_, i) => maskedName(i))],
      lines: labels.map((label, i) => ({ label, cells: columns.map(c => c[i]) })),
    },
    limits: readiness.limits.map(l => l.replace(/\d{4}-\d{2}-\d{2}/g, d => formatDay(d as Day))),
    rules: [
      ...rule('Syarat jabatan', eligibility.figure.ruleSet),
      ...rule('Kesiapan', readiness.score.ruleSet),
      ...(talent ? rule('Talenta', talent.figure.talent.ruleSet) : []),
    ],
    audit,
    figures,
    origins,
    decision: null,
  }
}
