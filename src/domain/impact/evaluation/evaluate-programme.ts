import { z } from 'zod'
import { isKnown } from '#core/figure/figure.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { evaluate } from './evaluation.model.ts'
import { gatherEvaluation, rulesOn } from './gather-evaluation.ts'

/** Computes the four levels of a programme as of today and keeps them, every figure with its explanation. */
export const evaluateProgramme = useCase({
  name: 'evaluate-programme',
  room: 'impact',
  permission: { hr_officer: 'agency', system: 'agency' },
  writes: ['impact.evaluations'],
  input: z.object({ programmeId: field.id('Program') }),
  async run({ input, db, actor, on, newId, note, announce }) {
    const gathered = await gatherEvaluation(db, input.programmeId)
    if (!gathered) throw errors.programme.notFound()
    const evaluation = evaluate(gathered, { rules: rulesOn(on), asOf: on })
    const verdicts = Object.fromEntries(evaluation.indicators.map(i => [i.name, i.verdict]))
    await db.insert(
      'impact.evaluations',
      [
        {
          agency_id: actor.agencyId,
          id: newId(),
          programme_id: input.programmeId,
          as_of: on,
          figures: evaluation,
          verdicts,
          limits: evaluation.indicators.flatMap(i => i.reasons.map(r => `${i.name}: ${r}`)),
        },
      ],
      'on conflict (agency_id, programme_id, as_of) do update set figures = excluded.figures, verdicts = excluded.verdicts, limits = excluded.limits, made_at = now()',
    )
    note({ subjectKind: 'planning.programme', subjectId: input.programmeId, detail: { asOf: on, verdicts } })
    announce({
      type: 'ProgrammeEvaluated',
      payload: {
        programmeId: input.programmeId,
        verdicts,
        worse: evaluation.indicators.filter(i => i.verdict === 'indikasi memburuk').map(i => i.name),
        applied: isKnown(evaluation.application.rate) ? 100 * evaluation.application.rate.value : null,
        day: evaluation.application.day,
      },
    })
    return { asOf: on, verdicts }
  },
})
