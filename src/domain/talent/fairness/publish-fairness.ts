import { z } from 'zod'
import { type Figure, isKnown } from '#core/figure/figure.ts'
import { formatNumber, formatShare } from '#core/text/format.ts'
import { sql } from '#platform/database/database.ts'
import { holdingFor } from '#platform/rules/agency-rules.ts'
import { field, useCase } from '#platform/use-case.ts'
import { findCycle } from '../cycle/cycle.ts'
import { errors } from '../errors.ts'
import { outcomes } from './fairness.model.ts'
import { fairnessRules } from './fairness.rules.ts'
import { type PublishedContent, readFairness } from './fairness.store.ts'
import { attributeWords, outcomeWords, screenWords } from './fairness-words.ts'

const words = (figure: Figure<number> | null, write: (v: number) => string): string =>
  figure === null
    ? '–'
    : figure.state === 'withheld'
      ? 'ditutup'
      : isKnown(figure)
        ? write(figure.value)
        : 'belum dapat disimpulkan'
const between = (figure: Figure<number> | null, write: (v: number) => string): string =>
  figure?.interval && isKnown(figure) ? `${write(figure.interval.low)} sampai ${write(figure.interval.high)}` : '–'
const share = (v: number) => formatShare(v)
const ratio = (v: number) => formatNumber(v, { digits: 2 })

/** Publishes the report of a cycle as it stands now, with what the agency says of it; a later one is a new version. */
export const publishFairness = useCase({
  name: 'publish-fairness',
  room: 'talent',
  permission: { hr_officer: 'agency' },
  writes: ['talent.fairness_reports'],
  input: z.object({
    cycleId: field.id('Siklus'),
    statement: z
      .string({ error: 'Tulis apa kata instansi tentang perbedaan itu.' })
      .trim()
      .min(30, { error: 'Tulis apa kata instansi dan apa yang dilakukan, sekurang-kurangnya 30 huruf.' })
      .max(3000),
  }),
  async run({ input, db, actor, on, newId, note }) {
    const cycle = await findCycle(db, input.cycleId)
    if (!cycle) throw errors.cycle.notFound()
    if (!cycle.placed_at) throw errors.cycle.notPlaced()
    const report = await readFairness(db, cycle)
    const content: PublishedContent = outcomes.flatMap(outcome =>
      report[outcome].map(r => ({
        outcome: outcomeWords[outcome],
        attribute: attributeWords[r.attribute],
        reference: r.reference,
        rows: r.lines.map(l => ({
          group: l.group,
          rate: words(l.rate, share),
          interval: between(l.rate, share),
          ratio: words(l.ratio, ratio),
          within: l.stratified
            ? `${words(l.stratified, share)}${l.stratified.interval ? ` (${between(l.stratified, share)})` : ''}`
            : '–',
          screen: screenWords[l.screen],
        })),
      })),
    )
    const last = await db.one<{ version: number }>(
      sql`select coalesce(max(version), 0)::int as version from talent.fairness_reports where cycle_id = ${cycle.id}`,
    )
    const id = newId()
    await db.insert('talent.fairness_reports', [
      {
        agency_id: actor.agencyId,
        id,
        cycle_id: cycle.id,
        version: last.version + 1,
        content,
        statement: input.statement,
        rule_version: (await holdingFor(db, fairnessRules, cycle.as_of)).reference.version,
        published_by_name: actor.name,
        published_on: on,
      },
    ])
    note({ subjectKind: 'talent.cycle', subjectId: cycle.id, detail: { version: last.version + 1 } })
    return { id }
  },
})
