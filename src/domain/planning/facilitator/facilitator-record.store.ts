import type { Figure } from '#core/figure/figure.ts'
import { parameter, product, ratio, record, sum } from '#core/figure/mechanisms.ts'
import { at } from '#core/rule-set/rule-set.ts'
import { type Day, yearOf } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'
import { sessionCostRules } from '../cost/session-cost.rules.ts'
import { leastAnswers } from './least-answers.ts'

export type Booking = {
  facilitator_id: string
  id: string
  session_id: string
  code: string
  name: string
  starts_on: Day
  ends_on: Day
  jp: number
  reason: string | null
  is_cancelled: boolean
  is_over: boolean
  /** Null: she has not said anything yet. */
  answer: 'accepted' | 'declined' | null
  answered_on: Day | null
  answer_reason: string | null
  paid_on: Day | null
  answers: number | null
  mean: number | null
  remark: string | null
}
/** Classes a facilitator was booked for, soonest first, with what participants thought of those that are over. */
export const listBookings = (db: Db, facilitatorId: string): Promise<Booking[]> =>
  db.rows<Booking>(sql`select b.id, b.facilitator_id, b.session_id, s.code, m.name, s.starts_on, s.ends_on, b.jp::float as jp, b.reason, s.state = 'cancelled' as is_cancelled, s.ends_on <= ${db.on} as is_over, b.answer, b.answered_on, b.answer_reason, b.paid_on, k.answers, k.mean::float as mean, k.remark
    from planning.facilitator_bookings b join planning.sessions s on s.agency_id = b.agency_id and s.id = b.session_id join planning.modules m on m.agency_id = s.agency_id and m.id = s.module_id
    left join planning.facilitator_feedback k on k.agency_id = b.agency_id and k.facilitator_id = b.facilitator_id and k.session_id = b.session_id
    where b.facilitator_id = ${facilitatorId} and b.withdrawn_on is null order by s.starts_on, s.code limit 200`)

export type FacilitatorLevel = {
  competency: string
  level: number
  evidence: string
  observed_on: Day
  valid_until: Day | null
}
/** The newest level of each competency, with its evidence. */
export const listFacilitatorLevels = (db: Db, facilitatorId: string): Promise<FacilitatorLevel[]> =>
  db.rows<FacilitatorLevel>(sql`select * from (select distinct on (l.competency_id) c.name as competency, l.level, l.evidence, l.observed_on, l.valid_until
    from planning.facilitator_levels l join competency.v_competencies c on c.agency_id = l.agency_id and c.id = l.competency_id
    where l.facilitator_id = ${facilitatorId} order by l.competency_id, l.observed_on desc, l.id) x order by competency`)

/** Classes that could still be given to her. */
export const listBookable = (
  db: Db,
  facilitatorId: string,
): Promise<{ id: string; code: string; name: string; starts_on: Day }[]> =>
  db.rows(sql`select s.id, s.code, m.name, s.starts_on from planning.sessions s join planning.modules m on m.agency_id = s.agency_id and m.id = s.module_id
    join planning.facilitator_modules x on x.agency_id = s.agency_id and x.module_id = s.module_id and x.facilitator_id = ${facilitatorId}
    where s.state in ('planned', 'open') and s.starts_on > ${db.on} and not exists (select 1 from planning.facilitator_bookings b where b.agency_id = s.agency_id and b.session_id = s.id and b.facilitator_id = ${facilitatorId} and b.withdrawn_on is null)
    order by s.starts_on, s.code limit 200`)

/** How far the money for a class has come: planned until she accepts, committed until it is paid. */
export const honorariumStages = ['planned', 'committed', 'paid'] as const
export type HonorariumStage = (typeof honorariumStages)[number]

const stageOf = (b: Booking): HonorariumStage | null =>
  b.is_cancelled || b.answer === 'declined'
    ? null
    : b.paid_on !== null
      ? 'paid'
      : b.answer === 'accepted' || b.is_over
        ? 'committed'
        : 'planned'

const stageLabels = {
  planned: 'Honorarium yang direncanakan',
  committed: 'Honorarium yang menjadi kewajiban',
  paid: 'Honorarium yang sudah dibayar',
} as const

/**
 * What her teaching of a year is paid: hours times the rate of the class's first day, own people and guests each at their rate.
 * One stage of it, or the whole.
 */
export const honorariumFigure = (
  facilitator: { id: string; employee_id: string | null },
  year: number,
  bookings: readonly Booking[],
  asOf: Day,
  stage: HonorariumStage | null = null,
): Figure<number> => {
  const code = facilitator.employee_id === null ? 'honor-luar' : 'honor-dalam'
  return sum({
    ref: `planning.facilitator-honorarium:${facilitator.id}:${year}${stage ? `:${stage}` : ''}`,
    label: `${stage ? stageLabels[stage] : 'Honorarium mengajar'} ${year}`,
    unit: 'rupiah',
    digits: 0,
    asOf,
    parts: bookings
      .filter(b => yearOf(b.starts_on) === year && (stage ? stageOf(b) === stage : stageOf(b) !== null))
      .map(b => {
        const holding = sessionCostRules.on(b.starts_on)
        const n = holding.body.items.findIndex(i => i.code === code)
        const rate = holding.body.items[n]?.rate ?? null
        return product({
          label: b.name,
          unit: 'rupiah',
          digits: 0,
          asOf,
          parts: [
            record<number>({
              label: 'JP mengajar',
              unit: 'jp',
              asOf,
              value: b.jp,
              sources: [{ kind: 'planning.facilitator-booking', id: b.id, label: `Kelas ${b.code}`, on: b.starts_on }],
            }),
            rate === null
              ? record<number>({
                  label: 'Tarif honorarium',
                  unit: 'rupiah',
                  asOf,
                  value: null,
                  needs: [{ what: 'tarif honorarium', who: 'pengelola bangkom' }],
                })
              : parameter<number>({
                  label: 'Tarif honorarium per JP',
                  unit: 'rupiah',
                  asOf,
                  value: rate,
                  ruleSet: at(holding.reference, `items.${n}.rate`),
                }),
          ],
        })
      }),
  })
}

/** What participants of all her classes thought, each class weighed by who answered; closed while too few did. */
export const feedbackFigure = (facilitatorId: string, bookings: readonly Booking[], asOf: Day): Figure<number> => {
  const told = bookings.filter(
    (b): b is Booking & { answers: number; mean: number } =>
      !b.is_cancelled && b.mean !== null && b.answers !== null && b.answers >= leastAnswers,
  )
  const answersOf = (b: (typeof told)[number]) =>
    record<number>({
      label: `Jawaban ${b.name}`,
      unit: 'count',
      asOf,
      value: b.answers,
      sources: [{ kind: 'planning.facilitator-feedback', id: `${b.facilitator_id}~${b.session_id}`, label: b.code }],
    })
  const base = { ref: `planning.facilitator-feedback:${facilitatorId}`, label: 'Penilaian peserta, skala lima', asOf }
  return told.length === 0
    ? record<number>({
        ...base,
        unit: 'score',
        digits: 2,
        value: null,
        needs: [{ what: `sedikitnya ${leastAnswers} jawaban dari satu kelas`, who: 'peserta' }],
      })
    : ratio({
        ...base,
        unit: 'score',
        digits: 2,
        of: sum({
          label: 'Nilai kali jawaban',
          unit: 'points',
          asOf,
          parts: told.map(b =>
            product({
              label: b.name,
              unit: 'points',
              asOf,
              parts: [
                record<number>({
                  label: `Rata-rata ${b.name}`,
                  unit: 'score',
                  digits: 2,
                  asOf,
                  value: b.mean,
                  sources: [
                    { kind: 'planning.facilitator-feedback', id: `${b.facilitator_id}~${b.session_id}`, label: b.code },
                  ],
                }),
                answersOf(b),
              ],
            }),
          ),
        }),
        to: sum({ label: 'Jawaban', unit: 'count', asOf, parts: told.map(answersOf) }),
      })
}
