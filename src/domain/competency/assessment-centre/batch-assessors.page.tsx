import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { Checkbox, CheckboxList } from '#ui/kit/choices.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { EmptyState } from '#ui/kit/empty-state.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { FormActions } from '#ui/kit/form-parts.tsx'
import { Select, Textarea } from '#ui/kit/inputs.tsx'
import { Note, StatusLine } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { errors } from '../errors.ts'
import { takesPart } from './assessment-centre.model.ts'
import {
  findBatch,
  listAssessors,
  listAssignments,
  listBatchAssessors,
  listParticipants,
  rulesOfBatch,
} from './centre.store.ts'
import { gradeWords } from './centre-words.ts'
import { assignAssessors, conflictsOfBatch, nameBatchAssessor, removeBatchAssessor } from './name-assessors.ts'

export const meta = () => [{ title: 'Asesor gelombang · Anyam' }]

const told: Record<string, string> = {
  ditugaskan: 'Asesor ditugaskan. Ia perlu menyatakan kepentingannya.',
  dilepas: 'Asesor dilepas dari gelombang ini.',
  dibagi: 'Peserta sudah dibagi.',
}

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, query, on }) => {
    const batch = await findBatch(db, params.batchId)
    if (!batch) throw errors.batch.notFound()
    const assessors = await listBatchAssessors(db, batch.id)
    const named = new Set(assessors.map(a => a.assessor_id))
    const assignments = await listAssignments(db, batch.id)
    const conflicts = await conflictsOfBatch(db, batch.id)
    const people = (await listParticipants(db, batch.id)).filter(takesPart)
    return {
      on,
      batch,
      least: rulesOfBatch(batch).body.leastAssessors,
      told: told[query.get('pesan') ?? ''] ?? null,
      assessors: assessors.map(a => ({
        ...a,
        isCurrent: a.declared_on !== null && people.every(p => p.invited_on <= (a.declared_on ?? '')),
      })),
      free: (await listAssessors(db, {}))
        .filter(a => a.ended_on === null && !named.has(a.id))
        .map(a => ({
          value: a.id,
          label: `${a.name}, ${gradeWords[a.grade]}, sertifikat sampai ${formatDay(a.accredited_until, 'short')}`,
        })),
      people: people.map(p => ({
        id: p.id,
        name: p.name,
        position: p.position_name,
        isFixed: p.opened_at !== null || p.state === 'reported',
        chosen: assignments.filter(a => a.participant_id === p.id).map(a => a.assessor_id),
        conflicts: Object.fromEntries(
          assessors.flatMap(a => {
            const why = conflicts.get(`${a.assessor_id}|${p.id}`)
            return why ? [[a.assessor_id, why]] : []
          }),
        ) as Record<string, string>,
      })),
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ form, values, run, params }) => {
    const here = href('/kompetensi/asesmen/gelombang/:batchId/asesor', { batchId: params.batchId })
    if (values._intent === 'remove') {
      await run(removeBatchAssessor, { batchId: params.batchId, assessorId: values.assessorId, reason: values.reason })
      return redirect(`${here}?pesan=dilepas`)
    }
    if (values._intent === 'deal') {
      await run(assignAssessors, { batchId: params.batchId })
      return redirect(`${here}?pesan=dibagi`)
    }
    if (values._intent === 'assign') {
      const chosen = new Map<string, string[]>()
      for (const [name, value] of form) {
        if (name === 'participant' && typeof value === 'string' && !chosen.has(value)) chosen.set(value, [])
        if (name.startsWith('a:') && typeof value === 'string')
          chosen.set(name.slice(2), [...(chosen.get(name.slice(2)) ?? []), value])
      }
      await run(assignAssessors, {
        batchId: params.batchId,
        assignments: [...chosen].map(([participantId, assessorIds]) => ({ participantId, assessorIds })),
      })
      return redirect(`${here}?pesan=dibagi`)
    }
    await run(nameBatchAssessor, {
      batchId: params.batchId,
      assessorId: values.assessorId,
      isLead: values.isLead === 'ya',
    })
    return redirect(`${here}?pesan=ditugaskan`)
  })

export default function BatchAssessorsPage() {
  const { batch, assessors, free, people, least, told } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const path = href('/kompetensi/asesmen/gelombang/:batchId', { batchId: batch.id })
  const isOver = batch.state === 'closed' || batch.state === 'cancelled'
  return (
    <>
      <PageHead
        title="Asesor gelombang dan siapa yang mereka nilai"
        scope="Asesor tidak menilai dirinya, atasan, bawahan, keluarga, atau orang yang berkepentingan dengannya."
        crumbs={[
          { label: 'Asesmen', href: href('/kompetensi/asesmen') },
          { label: batch.name, href: path },
          { label: 'Asesor' },
        ]}
      />
      <StatusLine>{told}</StatusLine>
      {answer && (
        <Note tone="risk" title={answer.message} live>
          {Object.values(answer.fields).join(' ')}
        </Note>
      )}
      <Section title="Yang bertugas">
        {assessors.length === 0 ? (
          <p className="quiet">Belum ada asesor pada gelombang ini.</p>
        ) : (
          <DataTable
            caption="Asesor yang bertugas"
            captionHidden
            rows={assessors}
            rowKey={a => a.assessor_id}
            columns={[
              {
                key: 'name',
                header: 'Nama',
                cell: a => (
                  <>
                    <a href={href('/kompetensi/asesmen/asesor/:assessorId', { assessorId: a.assessor_id })}>{a.name}</a>
                    <SubLine>{a.is_lead ? 'ketua, memimpin sidang integrasi' : 'asesor'}</SubLine>
                  </>
                ),
              },
              {
                key: 'declared',
                header: 'Pernyataan kepentingan',
                cell: a =>
                  a.declared_on === null ? (
                    <StateMark state="unknown">Belum menyatakan</StateMark>
                  ) : a.isCurrent ? (
                    <StateMark state="known">{formatDay(a.declared_on, 'short')}</StateMark>
                  ) : (
                    <StateMark state="expired">Perlu diperbarui, ada peserta baru</StateMark>
                  ),
              },
              {
                key: 'act',
                header: 'Ubah',
                wide: true,
                cell: a =>
                  isOver ? null : (
                    <details className="disclosure">
                      <summary>
                        Ubah tugas<span className="sr"> {a.name}</span>
                      </summary>
                      {!a.is_lead && (
                        <form method="post" className="gap-3">
                          <FormKey />
                          <input type="hidden" name="assessorId" value={a.assessor_id} />
                          <input type="hidden" name="isLead" value="ya" />
                          <Button small name="_intent" value="name">
                            Jadikan ketua
                          </Button>
                        </form>
                      )}
                      <form method="post" className="form gap-3">
                        <FormKey />
                        <input type="hidden" name="_intent" value="remove" />
                        <input type="hidden" name="assessorId" value={a.assessor_id} />
                        <Textarea name="reason" id={`remove-${a.assessor_id}`} label="Alasan melepas" rows={2} />
                        <Button small variant="danger">
                          Lepas dari gelombang
                        </Button>
                      </form>
                    </details>
                  ),
              },
            ]}
          />
        )}
        {!isOver && (
          <form method="post" className="form gap-4">
            <FormKey />
            <input type="hidden" name="_intent" value="name" />
            <Select
              name="assessorId"
              label="Tugaskan asesor"
              hint="Sertifikatnya harus berlaku sampai gelombang selesai."
              options={free}
              value={answer?.values._intent === 'name' ? answer.values.assessorId : undefined}
            />
            <Checkbox name="isLead" label="Sebagai ketua, yang memimpin sidang integrasi" />
            <FormActions>
              <Button>Tugaskan</Button>
              <LinkButton href={href('/kompetensi/asesmen/asesor')}>Daftar asesor</LinkButton>
            </FormActions>
          </form>
        )}
      </Section>
      <Section title="Pembagian peserta" id="pembagian">
        {people.length === 0 || assessors.length === 0 ? (
          <EmptyState title="Belum dapat dibagi">
            Pembagian memerlukan peserta yang diundang dan asesor yang bertugas.
          </EmptyState>
        ) : (
          <>
            {!isOver && (
              <form method="post" className="gap-3">
                <FormKey />
                <Button name="_intent" value="deal">
                  Bagi merata tanpa benturan kepentingan
                </Button>
              </form>
            )}
            <form method="post" className="form">
              <FormKey />
              <input type="hidden" name="_intent" value="assign" />
              {people.map(p => (
                <div key={p.id}>
                  {!p.isFixed && <input type="hidden" name="participant" value={p.id} />}
                  <CheckboxList
                    name={`a:${p.id}`}
                    label={p.name}
                    hint={p.position ?? undefined}
                    optional
                    values={p.chosen}
                    choices={assessors.map(a => ({
                      value: a.assessor_id,
                      label: a.name,
                      hint: p.conflicts[a.assessor_id]
                        ? `Tidak dapat: ${p.conflicts[a.assessor_id]}.`
                        : p.isFixed
                          ? 'Sudah dinilai.'
                          : undefined,
                      disabled: p.isFixed || p.conflicts[a.assessor_id] !== undefined,
                    }))}
                  />
                </div>
              ))}
              {!isOver && (
                <FormActions note={`Setiap peserta dinilai paling sedikit ${least === 2 ? 'dua' : least} asesor.`}>
                  <Button variant="primary">Simpan pembagian</Button>
                  <LinkButton href={path}>Kembali</LinkButton>
                </FormActions>
              )}
            </form>
          </>
        )}
      </Section>
    </>
  )
}
