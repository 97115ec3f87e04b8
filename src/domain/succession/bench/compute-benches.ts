import { z } from 'zod'
import { useCase } from '#platform/use-case.ts'
import { fillBenches } from './fill-benches.ts'

/** Tables that judging candidates reads. */
export const judgingReads = [
  'workforce.units',
  'workforce.positions',
  'workforce.employees',
  'workforce.careers',
  'workforce.appraisals',
  'workforce.trainings',
  'workforce.sanctions',
  'workforce.record_checks',
  'competency.competencies',
  'competency.position_standards',
  'competency.requirements',
  'competency.assessments',
  'competency.assessment_levels',
  'competency.evidence',
  'talent.cycles',
  'talent.scores',
  'talent.moves',
  'planning.plans',
  'planning.plan_items',
] as const

/** Judges every candidate of every key post and writes the benches anew: one act, one snapshot. */
export const computeBenches = useCase({
  name: 'compute-benches',
  room: 'succession',
  permission: { hr_officer: 'agency', system: 'agency' },
  reads: [...judgingReads, 'succession.candidates'],
  writes: ['succession.readiness', 'succession.benches'],
  input: z.object({}),
  example: {},
  async run({ db, note, announce }) {
    const done = await fillBenches(db, null)
    note({ subjectKind: 'succession.bench', detail: done })
    announce({ type: 'BenchesComputed', payload: done })
    return done
  },
})
