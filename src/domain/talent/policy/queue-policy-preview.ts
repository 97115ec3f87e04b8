import { z } from 'zod'
import { queueWork, type WorkHandler } from '#platform/jobs/work.ts'
import { execute, field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { findPolicyRow } from './policy.store.ts'
import { previewPolicy } from './preview-policy.ts'

/** Leaves the count of who would move in a large cycle to a worker. */
export const queuePolicyPreview = useCase({
  name: 'queue-policy-preview',
  room: 'talent',
  permission: { hr_officer: 'agency' },
  writes: ['platform.works'],
  input: z.object({ policyId: field.id('Versi'), cycleId: field.id('Siklus') }),
  async run({ input, db, actor, newId, note }) {
    const row = await findPolicyRow(db, input.policyId)
    if (!row) throw errors.policy.notFound()
    if (row.state !== 'draft' && row.state !== 'submitted') throw errors.policy.notOpen()
    const workId = await queueWork({ db, actor, newId }, 'preview-policy', { ...input, askedBy: actor.name })
    note({ subjectKind: 'talent.policy', subjectId: input.policyId, detail: { cycleId: input.cycleId } })
    return { workId }
  },
})

const asked = z.object({ policyId: z.string(), cycleId: z.string(), askedBy: z.string() })

/** The worker's side. */
export const previewPolicyWork: WorkHandler = async ({ database, actor, input, progress }) =>
  execute(database, actor, previewPolicy, {
    ...asked.parse(input),
    progress: (done: number, total: number) => progress(done, total, 'Orang dihitung dengan kedua aturan'),
  })
