import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { addDays } from '#core/values/day.ts'
import { dayFromForm, type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { RadioList } from '#ui/kit/choices.tsx'
import { DefinitionList } from '#ui/kit/definition-list.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { DateField, Textarea } from '#ui/kit/inputs.tsx'
import { Note, StatusLine } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { errors } from '../errors.ts'
import { answerInvitation, decideOtherDay } from './answer-invitation.ts'
import { measuredOf, takesPart } from './assessment-centre.model.ts'
import { findBatch, findParticipant, listAssignments, listMeasures, rulesOfBatch } from './centre.store.ts'
import { measureKindWords, participantStateWords, purposeWords, whenWords, whyWords } from './centre-words.ts'
import { withdrawParticipant } from './invite-participants.ts'

export const meta = () => [{ title: 'Undangan asesmen · Anyam' }]

const told: Record<string, string> = {
  hadir: 'Terima kasih. Kehadiran Anda tercatat.',
  diminta: 'Permintaan Anda terkirim. Jawabannya muncul di Kabar.',
  dijawab: 'Jawaban tersimpan dan peserta diberi tahu.',
  dicatat: 'Catatan tersimpan.',
}

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, actor, query, look }) => {
    const participant = await findParticipant(db, params.participantId)
    const batch = participant && (await findBatch(db, participant.batch_id))
    if (!participant || !batch) throw errors.participant.notFound()
    look({
      action: 'undangan asesmen',
      employeeId: participant.employee_id,
      subjectKind: 'competency.participant',
      subjectId: participant.id,
    })
    const { body } = rulesOfBatch(batch)
    const measures = measuredOf(batch.matrix, await listMeasures(db, batch))
    const isOwn = participant.employee_id === actor.employeeId
    const isOpen = batch.state === 'planned' && ['invited', 'confirmed', 'asks-other-day'].includes(participant.state)
    return {
      participant,
      batch,
      use: body.uses.find(u => u.code === batch.use_code)?.name ?? batch.use_code,
      isOwn,
      mayKeep: actor.role === 'hr_officer',
      mayAudit: actor.role === 'auditor' && participant.opened_at !== null,
      mayAnswer: isOwn && isOpen,
      lastDay: addDays(participant.assessed_on, -body.askOtherDayBeforeDays),
      isInside:
        takesPart(participant) &&
        !['agreed', 'reported'].includes(participant.state) &&
        batch.state !== 'closed' &&
        batch.state !== 'cancelled',
      instruments: batch.matrix
        .map(l => body.instruments.find(i => i.code === l.instrument))
        .filter(i => i !== undefined),
      kinds: (['competency', 'potential', 'leadership'] as const)
        .map(kind => ({ kind, names: measures.filter(m => m.kind === kind).map(m => m.name) }))
        .filter(k => k.names.length > 0),
      assessors: (await listAssignments(db, batch.id))
        .filter(a => a.participant_id === participant.id)
        .map(a => a.assessor_name),
      told: told[query.get('pesan') ?? ''] ?? null,
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run, params }) => {
    const here = href('/kompetensi/asesmen/peserta/:participantId', { participantId: params.participantId })
    if (values._intent === 'decide') {
      await run(decideOtherDay, {
        participantId: params.participantId,
        decision: values.decision,
        assessedOn: dayFromForm(values.assessedOn, 'assessedOn') ?? null,
        note: values.note ?? null,
      })
      return redirect(`${here}?pesan=dijawab`)
    }
    if (values._intent === 'out') {
      await run(withdrawParticipant, { participantId: params.participantId, how: values.how, reason: values.reason })
      return redirect(`${here}?pesan=dicatat`)
    }
    const { answer } = await run(answerInvitation, {
      participantId: params.participantId,
      answer: values.answer,
      askedOn: dayFromForm(values.askedOn, 'askedOn') ?? null,
      reason: values.reason ?? '',
    })
    return redirect(`${here}?pesan=${answer === 'comes' ? 'hadir' : 'diminta'}`)
  })

export default function ParticipantPage() {
  const data = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { participant, batch, isOwn } = data
  const on = (intent: string) => (answer?.values._intent === intent ? answer : undefined)
  return (
    <>
      <PageHead
        title={
          isOwn
            ? `Asesmen Anda: ${whenWords(participant.assessed_on, batch.place)}`
            : `${participant.name}: ${participantStateWords[participant.state].toLowerCase()}`
        }
        scope={
          isOwn
            ? `${data.use}. Diselenggarakan ${batch.provider}.`
            : `${participant.position_name ?? 'jabatan belum dicatat'}, ${participant.unit_name}. ${whenWords(participant.assessed_on, batch.place)}.`
        }
        crumbs={[
          { label: 'Asesmen', href: href('/kompetensi/asesmen') },
          isOwn
            ? { label: batch.name }
            : {
                label: batch.name,
                href: href('/kompetensi/asesmen/gelombang/:batchId', { batchId: batch.id }),
              },
          { label: isOwn ? 'Undangan' : participant.name },
        ]}
        actions={
          <>
            {participant.state === 'reported' && (
              <LinkButton
                variant="primary"
                href={href('/kompetensi/asesmen/laporan/:participantId', { participantId: participant.id })}
              >
                Buka laporan
              </LinkButton>
            )}
            {data.mayAudit && (
              <LinkButton
                href={href('/kompetensi/asesmen/integrasi/:participantId', { participantId: participant.id })}
              >
                Periksa sidang integrasi
              </LinkButton>
            )}
          </>
        }
      />
      <StatusLine>{data.told}</StatusLine>
      {batch.state === 'cancelled' && (
        <Note tone="due" title="Gelombang ini dibatalkan">
          {batch.state_reason}
        </Note>
      )}
      {!takesPart(participant) && (
        <Note tone="due" title={participantStateWords[participant.state]}>
          {participant.answer_note}
        </Note>
      )}
      {participant.state === 'asks-other-day' && (
        <Note title={isOwn ? 'Anda meminta hari lain, dan menunggu jawaban' : 'Meminta hari lain'}>
          {participant.asked_on && `Usul: ${formatDay(participant.asked_on)}. `}
          {participant.asked_reason}
        </Note>
      )}
      {participant.state === 'confirmed' && participant.answer_note && (
        <Note title="Jawaban petugas">{participant.answer_note}</Note>
      )}
      <Section title={isOwn ? 'Yang perlu Anda tahu' : 'Yang dibaca peserta'}>
        <DefinitionList
          facts={[
            { term: 'Hari dan tempat', value: whenWords(participant.assessed_on, batch.place) },
            { term: 'Untuk apa', value: data.use },
            { term: 'Kategori JPM', value: purposeWords[batch.purpose] },
            { term: 'Sebab diundang', value: whyWords[participant.why] },
            {
              term: 'Yang menilai',
              value: data.assessors.length > 0 ? data.assessors.join('; ') : 'Paling sedikit dua asesor',
            },
            { term: 'Bertanya kepada', value: batch.contact },
          ]}
        />
      </Section>
      {data.mayAnswer && (
        <Section title="Jawaban Anda">
          <form method="post" className="form">
            <FormKey />
            <input type="hidden" name="_intent" value="answer" />
            <ErrorSummary problems={problemsOf(on('answer'))} />
            <RadioList
              name="answer"
              label="Dapatkah Anda hadir?"
              boxed
              choices={[
                { value: 'comes', label: 'Saya akan hadir' },
                {
                  value: 'other-day',
                  label: 'Saya meminta hari lain',
                  hint: `Dapat diminta sampai ${formatDay(data.lastDay)}.`,
                },
              ]}
              value={on('answer')?.values.answer ?? (participant.state === 'confirmed' ? 'comes' : undefined)}
              error={on('answer')?.fields.answer ?? null}
            />
            <DateField
              name="askedOn"
              label="Hari yang Anda usulkan"
              optional
              value={on('answer')?.values.askedOn}
              error={on('answer')?.fields.askedOn ?? null}
            />
            <Textarea
              name="reason"
              label="Alasan"
              hint="Diisi bila Anda meminta hari lain."
              optional
              rows={3}
              value={on('answer')?.values.reason}
              error={on('answer')?.fields.reason ?? null}
            />
            <FormActions>
              <Button variant="primary">Kirim jawaban</Button>
            </FormActions>
          </form>
        </Section>
      )}
      <Section title="Yang dinilai, dan caranya">
        {data.kinds.map(k => (
          <p key={k.kind} className="prose gap-1">
            <b>{measureKindWords[k.kind]}.</b> {k.names.join('; ')}.
          </p>
        ))}
        {data.instruments.length === 0 ? (
          <p className="quiet">Instrumennya diberitahukan kemudian.</p>
        ) : (
          <ul className="lines gap-3">
            {data.instruments.map(n => (
              <li key={n.code}>
                <span>
                  <b>{n.name}.</b> {n.about}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title="Hak Anda sebagai peserta">
        <ul className="lines">
          <li>Anda dapat meminta hari lain dengan alasan, sebelum asesmen.</li>
          <li>Anda dapat menolak asesor yang mempunyai hubungan atau kepentingan dengan Anda, lewat narahubung.</li>
          <li>Anda menerima laporan sendiri, dengan masa berlaku dan saran pengembangan.</li>
          <li>Catatan asesor tidak ditunjukkan kepada atasan Anda maupun admin sistem.</li>
          <li>Bila hasilnya keliru, Anda dapat meminta koreksi. Laporan lama tetap tersimpan.</li>
        </ul>
      </Section>
      {data.mayKeep && participant.state === 'asks-other-day' && (
        <Section title="Jawab permintaan hari lain" id="jawab">
          <form method="post" className="form">
            <FormKey />
            <input type="hidden" name="_intent" value="decide" />
            <ErrorSummary problems={problemsOf(on('decide'))} />
            <RadioList
              name="decision"
              label="Keputusan"
              boxed
              choices={[
                { value: 'other-day', label: 'Pindah ke hari lain dalam gelombang ini' },
                { value: 'later-batch', label: 'Ikut gelombang berikutnya' },
                { value: 'stays', label: 'Hari tetap' },
              ]}
              value={on('decide')?.values.decision}
              error={on('decide')?.fields.decision ?? null}
            />
            <DateField
              name="assessedOn"
              label="Hari baru"
              optional
              min={batch.starts_on}
              max={batch.ends_on}
              value={on('decide')?.values.assessedOn ?? participant.asked_on}
              error={on('decide')?.fields.assessedOn ?? null}
            />
            <Textarea
              name="note"
              label="Penjelasan untuk peserta"
              hint="Wajib bila hari tetap atau ikut gelombang berikutnya."
              optional
              rows={2}
              value={on('decide')?.values.note}
              error={on('decide')?.fields.note ?? null}
            />
            <FormActions>
              <Button variant="primary">Simpan jawaban</Button>
            </FormActions>
          </form>
        </Section>
      )}
      {data.mayKeep && data.isInside && (
        <Section title="Tidak ikut atau tidak hadir">
          <form method="post" className="form">
            <FormKey />
            <input type="hidden" name="_intent" value="out" />
            <ErrorSummary problems={problemsOf(on('out'))} />
            <RadioList
              name="how"
              label="Yang terjadi"
              across
              choices={[
                { value: 'withdrawn', label: 'Tidak ikut' },
                { value: 'absent', label: 'Tidak hadir' },
              ]}
              value={on('out')?.values.how}
              error={on('out')?.fields.how ?? null}
            />
            <Textarea
              name="reason"
              id="out-reason"
              label="Alasan"
              rows={2}
              value={on('out')?.values.reason}
              error={on('out')?.fields.reason ?? null}
            />
            <FormActions>
              <Button>Catat</Button>
            </FormActions>
          </form>
        </Section>
      )}
    </>
  )
}
