import type { Figure } from '#core/figure/figure.ts'
import { product, ratio, record, sum } from '#core/figure/mechanisms.ts'
import type { Day } from '#core/values/day.ts'
import { leastAnswers } from '#domain/planning/facilitator/least-answers.ts'
import { type Db, sql } from '#platform/database/database.ts'
import { type ReactionItem, reactionItems, reactionWords } from './reaction-words.ts'

export type Tally = { item: ReactionItem; mark: number; answers: number }

export const listTallies = (db: Db, classId: string): Promise<Tally[]> =>
  db.rows<Tally>(
    sql`select item, mark, answers from delivery.reaction_tallies where class_id = ${classId} order by item, mark`,
  )

/** The mean mark of one question; closed while fewer than five have answered. */
export const reactionFigure = (
  classId: string,
  item: ReactionItem,
  tallies: readonly Tally[],
  asOf: Day,
): Figure<number> => {
  const own = tallies.filter(t => t.item === item)
  const answers = own.reduce((n, t) => n + t.answers, 0)
  const base = { ref: `delivery.reaction:${classId}:${item}`, label: reactionWords[item], asOf, digits: 2 }
  const source = { kind: 'delivery.class', id: classId, label: 'Jawaban peserta kelas ini' }
  if (answers < leastAnswers)
    return record<number>({
      ...base,
      unit: 'score',
      value: null,
      needs: [{ what: `sedikitnya ${leastAnswers} jawaban`, who: 'peserta' }],
    })
  const given = (t: Tally) =>
    record<number>({ label: `Menjawab ${t.mark}`, unit: 'count', asOf, value: t.answers, sources: [source] })
  return ratio({
    ...base,
    unit: 'score',
    of: sum({
      label: 'Nilai kali jawaban',
      unit: 'points',
      asOf,
      parts: own.map(t =>
        product({
          label: `Nilai ${t.mark}`,
          unit: 'points',
          asOf,
          parts: [
            record<number>({ label: 'Nilai', unit: 'score', digits: 0, asOf, value: t.mark, sources: [source] }),
            given(t),
          ],
        }),
      ),
    }),
    to: sum({ label: 'Jawaban', unit: 'count', asOf, parts: own.map(given) }),
  })
}

/** What participants thought of a class, question by question. */
export const reactionFigures = (classId: string, tallies: readonly Tally[], asOf: Day) =>
  reactionItems.map(item => ({ item, figure: reactionFigure(classId, item, tallies, asOf) }))
