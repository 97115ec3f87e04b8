import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { RadioList } from '#ui/kit/choices.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { Textarea } from '#ui/kit/inputs.tsx'
import { Note, StatusLine } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { errors } from '../errors.ts'
import { instrumentsOf, measuredOf, unfinished } from './assessment-centre.model.ts'
import {
  findBatch,
  findParticipant,
  listAssignments,
  listBehaviour,
  listMeasures,
  listRatings,
  myAssessorId,
  rulesOfBatch,
} from './centre.store.ts'
import { measureKindWords } from './centre-words.ts'
import { noteBehaviour, rateLevels, submitRatings, takeBackRatings } from './rate-participant.ts'

export const meta = () => [{ title: 'Catatan dan level peserta · Anyam' }]

const told: Record<string, string> = {
  catatan: 'Catatan tersimpan. Hanya Anda yang melihatnya sampai semua asesor mengirim.',
  level: 'Level tersimpan. Hanya Anda yang melihatnya sampai semua asesor mengirim.',
  ditarik: 'Penilaian Anda ditarik kembali dan dapat diubah.',
}

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, query, look }) => {
    const participant = await findParticipant(db, params.participantId)
    const batch = participant && (await findBatch(db, participant.batch_id))
    if (!participant || !batch) throw errors.participant.notFound()
    const me = await myAssessorId(db, batch.id)
    const mine = me
      ? (await listAssignments(db, batch.id)).find(a => a.participant_id === participant.id && a.assessor_id === me.id)
      : null
    if (!me || !mine) throw errors.rating.notYours()
    look({
      action: 'penilaian asesor',
      employeeId: participant.employee_id,
      subjectKind: 'competency.participant',
      subjectId: participant.id,
    })
    const { body } = rulesOfBatch(batch)
    const measures = measuredOf(batch.matrix, await listMeasures(db, batch))
    const ratings = (await listRatings(db, participant.id)).filter(r => r.assessor_id === me.id)
    const notes = (await listBehaviour(db, participant.id)).filter(n => n.assessor_id === me.id)
    const left = unfinished(measures, ratings, notes)
    const step = query.get('bagian') ?? batch.matrix[0]?.instrument ?? 'level'
    return {
      participant: {
        id: participant.id,
        name: participant.name,
        post: participant.position_name,
        unit: participant.unit_name,
        isOpened: participant.opened_at !== null,
      },
      batch: { id: batch.id, name: batch.name, isRunning: batch.state === 'running' },
      hasSent: mine.submitted_at !== null,
      step,
      parts: [
        ...batch.matrix.map(l => ({
          key: l.instrument,
          name: body.instruments.find(i => i.code === l.instrument)?.name ?? l.instrument,
        })),
        { key: 'level', name: 'Level' },
      ],
      instrument: batch.matrix.find(l => l.instrument === step) ?? null,
      about: body.instruments.find(i => i.code === step)?.about ?? null,
      measures: measures.map(m => ({
        ...m,
        level: ratings.find(r => r.code === m.code)?.level ?? null,
        isAnswered: ratings.some(r => r.code === m.code),
        note: notes.find(n => n.code === m.code && n.instrument === step)?.note ?? null,
        notes: notes
          .filter(n => n.code === m.code)
          .map(n => ({
            instrument: body.instruments.find(i => i.code === n.instrument)?.name ?? n.instrument,
            note: n.note,
          })),
        instruments: instrumentsOf(batch.matrix, m.code),
      })),
      left: {
        answers: left.withoutAnswer.map(m => m.name),
        notes: left.withoutNote.map(m => m.name),
      },
      scale: body.scale,
      leastNoteLength: body.leastNoteLength,
      told: told[query.get('pesan') ?? ''] ?? null,
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ form, values, run, params }) => {
    const participantId = params.participantId
    const here = href('/kompetensi/asesmen/menilai/:participantId', { participantId })
    if (values._intent === 'notes') {
      await run(noteBehaviour, {
        participantId,
        instrument: values.instrument,
        notes: [...form].flatMap(([name, note]) =>
          name.startsWith('note:') && typeof note === 'string' ? [{ code: name.slice('note:'.length), note }] : [],
        ),
      })
      return redirect(`${here}?bagian=${encodeURIComponent(values.next ?? values.instrument)}&pesan=catatan`)
    }
    if (values._intent === 'levels') {
      await run(rateLevels, {
        participantId,
        levels: Object.entries(values).flatMap(([name, level]) =>
          name.startsWith('level:')
            ? [{ code: name.slice('level:'.length), level: level === 'none' ? null : Number(level) }]
            : [],
        ),
      })
      return redirect(`${here}?bagian=level&pesan=level#kirim`)
    }
    if (values._intent === 'back') {
      await run(takeBackRatings, { participantId })
      return redirect(`${here}?bagian=level&pesan=ditarik`)
    }
    const { isOpened } = await run(submitRatings, { participantId })
    return redirect(
      `${href('/kompetensi/asesmen/gelombang/:batchId', { batchId: values.batchId })}?pesan=${isOpened ? 'terbuka' : 'dikirim'}#peserta`,
    )
  })

export default function RatePage() {
  const data = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { participant, batch, measures, step, instrument } = data
  const here = href('/kompetensi/asesmen/menilai/:participantId', { participantId: participant.id })
  const at = data.parts.findIndex(p => p.key === step)
  const shown = instrument ? measures.filter(m => instrument.codes.includes(m.code)) : measures
  return (
    <>
      <PageHead
        title={`Catatan dan level: ${participant.name}`}
        scope={`${participant.post ?? 'jabatan belum dicatat'}, ${participant.unit}. Penilaian asesor lain tertutup sampai semua mengirim.`}
        crumbs={[
          { label: 'Asesmen', href: href('/kompetensi/asesmen') },
          { label: batch.name, href: href('/kompetensi/asesmen/gelombang/:batchId', { batchId: batch.id }) },
          { label: participant.name },
        ]}
      />
      <StatusLine>{data.told}</StatusLine>
      {data.hasSent ? (
        <Note
          title="Penilaian Anda sudah terkirim"
          actions={
            participant.isOpened ? (
              <LinkButton
                variant="primary"
                href={href('/kompetensi/asesmen/integrasi/:participantId', { participantId: participant.id })}
              >
                Buka sidang integrasi
              </LinkButton>
            ) : (
              <form method="post">
                <FormKey />
                <Button name="_intent" value="back">
                  Tarik kembali
                </Button>
              </form>
            )
          }
        >
          {participant.isOpened
            ? 'Semua asesor sudah mengirim.'
            : 'Selama asesor lain belum selesai, Anda dapat menariknya kembali.'}
        </Note>
      ) : (
        <nav className="segment" aria-label="Bagian penilaian">
          {data.parts.map(p => (
            <a
              key={p.key}
              href={`${here}?bagian=${encodeURIComponent(p.key)}`}
              aria-current={p.key === step ? 'true' : undefined}
            >
              {p.name}
            </a>
          ))}
        </nav>
      )}
      {instrument && (
        <Section title={data.parts[at]?.name} note={data.about}>
          <form method="post" className="form">
            <FormKey />
            <input type="hidden" name="_intent" value="notes" />
            <input type="hidden" name="instrument" value={instrument.instrument} />
            <input type="hidden" name="next" value={data.parts[at + 1]?.key ?? 'level'} />
            <ErrorSummary problems={problemsOf(answer)} />
            {shown.map(m => (
              <Textarea
                key={m.code}
                name={`note:${m.code}`}
                label={`${m.name}: perilaku yang terlihat`}
                hint={m === shown[0] ? 'Tulis yang dikatakan atau dilakukan, bukan kesan.' : undefined}
                optional
                rows={3}
                value={answer?.values[`note:${m.code}`] ?? m.note}
                error={answer?.fields[`note:${m.code}`] ?? null}
              />
            ))}
            {!data.hasSent && (
              <FormActions note="Kosongkan yang tidak teramati pada instrumen ini.">
                <Button variant="primary">Simpan catatan</Button>
              </FormActions>
            )}
          </form>
        </Section>
      )}
      {!instrument && (
        <>
          <Section title="Level menurut Anda" note="buta terhadap asesor lain">
            <form method="post" className="form">
              <FormKey />
              <input type="hidden" name="_intent" value="levels" />
              <ErrorSummary problems={problemsOf(answer?.values._intent === 'levels' ? answer : undefined)} />
              {measures.map((m, i) => (
                <div key={m.code}>
                  {(i === 0 || measures[i - 1].kind !== m.kind) && <h3>{measureKindWords[m.kind]}</h3>}
                  <RadioList
                    name={`level:${m.code}`}
                    label={m.name}
                    hint={
                      m.notes.length > 0
                        ? m.notes.map(n => `${n.instrument}: ${n.note}`).join(' · ')
                        : 'Belum ada catatan perilaku.'
                    }
                    across
                    optional
                    choices={[
                      ...Array.from({ length: data.scale.most - data.scale.least + 1 }, (_, l) => ({
                        value: String(data.scale.least + l),
                        label: String(data.scale.least + l),
                      })),
                      { value: 'none', label: 'Tidak teramati' },
                    ]}
                    value={
                      answer?.values[`level:${m.code}`] ??
                      (m.isAnswered ? (m.level === null ? 'none' : String(m.level)) : undefined)
                    }
                  />
                </div>
              ))}
              {!data.hasSent && (
                <FormActions>
                  <Button variant="primary">Simpan level</Button>
                </FormActions>
              )}
            </form>
          </Section>
          {!data.hasSent && (
            <Section title="Kirim" id="kirim">
              {answer && answer.values._intent !== 'levels' && <Note tone="risk" title={answer.message} live />}
              {data.left.answers.length + data.left.notes.length > 0 ? (
                <>
                  {data.left.answers.length > 0 && (
                    <p>
                      <StateMark state="unknown">Belum dijawab: {data.left.answers.join('; ')}.</StateMark>
                    </p>
                  )}
                  {data.left.notes.length > 0 && (
                    <p>
                      <StateMark state="unknown">Belum ada catatan perilaku: {data.left.notes.join('; ')}.</StateMark>
                    </p>
                  )}
                </>
              ) : (
                <form method="post">
                  <FormKey />
                  <input type="hidden" name="batchId" value={batch.id} />
                  <p className="small-text quiet">
                    Sesudah semua asesor mengirim, penilaian dibuka bersama dan tidak dapat ditarik lagi.
                  </p>
                  <p className="gap-3">
                    <Button variant="primary" name="_intent" value="send">
                      Kirim penilaian saya
                    </Button>
                  </p>
                </form>
              )}
            </Section>
          )}
        </>
      )}
    </>
  )
}
