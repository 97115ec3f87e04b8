import type { Db } from '#platform/database/database.ts'
import { sql } from '#platform/database/database.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Importance } from './position-standard.model.ts'
import { extraLines } from './standard-words.ts'

export type FormLine = {
  id: string
  code: string
  name: string
  kind: string
  level: number | null
  importance: string
}
export type FormCompetency = { id: string; code: string; name: string; kind: string }

/** The lines a form opens with: the nine, what the standard asks, what others of its family ask; the rest to choose from. */
export const formLines = async (
  db: Db,
  asked: readonly { competency_id: string; level: number; importance: string }[],
  family: string | null,
): Promise<{ lines: FormLine[]; others: FormCompetency[] }> => {
  const all = await db.rows<FormCompetency & { near: boolean }>(
    sql`select c.id, c.code, c.name, c.kind, exists (select from competency.v_standards s join competency.v_position_standards p on p.agency_id = s.agency_id and p.id = s.standard_id
        where s.competency_id = c.id and p.family = ${family}) as near
      from competency.v_competencies c where c.retired_on is null or c.id = any (${asked.map(a => a.competency_id)}) order by case c.kind when 'managerial' then 1 when 'sociocultural' then 2 else 3 end, c.code`,
  )
  const known = new Map(asked.map(a => [a.competency_id, a]))
  const isLine = (c: (typeof all)[number]) => c.kind !== 'technical' || known.has(c.id) || c.near
  return {
    lines: all.filter(isLine).map(({ near: _near, ...c }) => ({
      ...c,
      level: known.get(c.id)?.level ?? null,
      importance: known.get(c.id)?.importance ?? 'penting',
    })),
    others: all.filter(c => !isLine(c)).map(({ near: _near, ...c }) => c),
  }
}

/** The requirements a form sent: its own lines and the added ones; a line without a level is not asked. */
export const requirementsFrom = (values: Record<string, string>) => {
  const lines = Object.entries(values).flatMap(([name, level]) =>
    name.startsWith('level:')
      ? [{ competencyId: name.slice(6), level, importance: values[`importance:${name.slice(6)}`] ?? 'penting' }]
      : [],
  )
  for (let i = 1; i <= extraLines; i++) {
    const competencyId = values[`more:${i}`]
    const level = values[`moreLevel:${i}`]
    if (competencyId && !level)
      throw new Refusal('input.invalid', 'Ada isian yang perlu diperbaiki.', {
        fields: { [`moreLevel:${i}`]: 'Pilih level kompetensi ini, atau kosongkan barisnya.' },
      })
    if (!competencyId && level)
      throw new Refusal('input.invalid', 'Ada isian yang perlu diperbaiki.', {
        fields: { [`more:${i}`]: 'Pilih kompetensinya, atau kosongkan levelnya.' },
      })
    if (competencyId && level)
      lines.push({ competencyId, level, importance: values[`moreImportance:${i}`] ?? 'penting' })
  }
  return lines
}

/** What a form sent, as the use case asks for it. */
export const standardInputOf = (
  values: Record<string, string>,
  day: (text: string | undefined, what: string) => string | undefined,
) => ({
  positionName: values.positionName,
  tier: values.tier ?? null,
  family: values.family ?? null,
  approvalBasis: values.approvalBasis,
  educationMinimum: values.educationMinimum ?? null,
  rankMinimum: values.rankMinimum ?? null,
  trainingRequired: values.trainingRequired ?? null,
  experienceRequired: values.experienceRequired ?? null,
  validFrom: day(values.validFrom, 'validFrom'),
  reason: values.reason,
  copiedFrom: values.copiedFrom ?? null,
  requirements: requirementsFrom(values),
})

/** The requirements of a form that is not saved yet, for its preview. */
export const askedByForm = async (db: Db, values: Record<string, string>, post: string) => {
  const lines = requirementsFrom(values)
  const known = await db.rows<FormCompetency>(
    sql`select id, code, name, kind from competency.v_competencies where id::text = any (${lines.map(l => l.competencyId)})`,
  )
  return lines.flatMap(l => {
    const c = known.find(k => k.id === l.competencyId)
    return c
      ? [
          {
            code: c.code,
            name: c.name,
            level: Number(l.level),
            importance: l.importance as Importance,
            origin: { source: { kind: 'competency.position-standard', id: '', label: `Standar ${post}` } },
          },
        ]
      : []
  })
}
