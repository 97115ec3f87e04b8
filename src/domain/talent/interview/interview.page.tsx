import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay, formatList } from '#core/text/format.ts'
import { sql } from '#platform/database/database.ts'
import { holdingFor } from '#platform/rules/agency-rules.ts'
import { dayFromForm, type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { RadioList } from '#ui/kit/choices.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { DateField, Select, Textarea, TextInput } from '#ui/kit/inputs.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { errors } from '../errors.ts'
import { purposeWords } from '../nomination/nomination-words.ts'
import { answerChallenge } from './challenge-interviewer.ts'
import { ConsensusTable } from './consensus.view.tsx'
import { agreementOf } from './interview.model.ts'
import { interviewRules } from './interview.rules.ts'
import { findInterview, findReveal, findSheet, listChallenges, listConsensus, listSeats } from './interview.store.ts'
import { challengeStateWords, interviewStateWords, seatStateWords } from './interview-words.ts'
import { Agreement, RatingsTable } from './ratings.view.tsx'
import { cancelInterview, moveInterview, replaceInterviewer } from './schedule-interview.ts'

export const meta = () => [{ title: 'Wawancara · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, actor, on, look }) => {
    const interview = await findInterview(db, params.interviewId)
    if (!interview || interview.employee_id === actor.employeeId) throw errors.interview.notFound()
    const seats = await listSeats(db, interview.id)
    const ratings = await findReveal(db, interview.id)
    if (ratings) look({ action: 'nilai wawancara', employeeId: interview.employee_id })
    const { body } = await holdingFor(db, interviewRules, interview.scheduled_on)
    const sitting = seats.filter(s => s.state !== 'left')
    const isHr = actor.role === 'hr_officer'
    return {
      interview,
      target: interview.target_position_id
        ? await db.find<{ name: string }>(
            sql`select name from workforce.v_positions where id = ${interview.target_position_id}`,
          )
        : null,
      seats,
      sitting: sitting.length,
      isShort: interview.state === 'planned' && sitting.length < body.leastInterviewers,
      least: body.leastInterviewers,
      isLate: interview.state === 'planned' && interview.due_on < on,
      questions: await findSheet(db, interview.id),
      ratings,
      agreement: ratings
        ? agreementOf(
            ratings.map(r => ({ ...r, interviewId: interview.id })),
            { asOf: interview.opened_on ?? on, ref: what => `talent.interview-agreement:${interview.id}:${what}` },
          )
        : null,
      consensus: await listConsensus(db, interview.id),
      challenges: await listChallenges(db, interview.id),
      on,
      mayChange: isHr && interview.state === 'planned',
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run, params }) => {
    const interviewId = params.interviewId
    if (values.act === 'cancel') await run(cancelInterview, { interviewId, reason: values.cancelReason })
    else if (values.act === 'move')
      await run(moveInterview, {
        interviewId,
        heldOn: dayFromForm(values.heldOn, 'heldOn'),
        startsAt: values.startsAt,
        place: values.place,
        reason: values.moveReason,
      })
    else if (values.act === 'answer')
      await run(answerChallenge, {
        challengeId: values.challengeId,
        decision: values.decision,
        answer: values.answer,
        interviewerNip: values.interviewerNip ?? null,
      })
    else
      await run(replaceInterviewer, {
        interviewId,
        leavesId: values.leavesId ?? null,
        interviewerNip: values.interviewerNip ?? null,
        reason: values.replaceReason,
      })
    return redirect(href('/talenta/wawancara/:interviewId', { interviewId }))
  })

export default function InterviewPage() {
  const data = useLoaderData<typeof loader>()
  const { interview, seats, questions, ratings, agreement, consensus, challenges, mayChange } = data
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const act = answer?.values.act
  const of = (name: string, field: string) => (act === name ? (answer?.fields[field] ?? null) : null)
  const open = challenges.find(c => c.state === 'open')
  return (
    <>
      <PageHead
        title={`Wawancara ${interview.candidate_name}`}
        scope={`${purposeWords[interview.purpose]}${data.target ? `, sasaran ${data.target.name}` : ''}. ${formatDay(interview.held_on)} pukul ${interview.starts_at}, ${interview.place}.`}
        crumbs={[{ label: 'Wawancara', href: href('/talenta/wawancara') }, { label: interview.candidate_name }]}
        actions={
          <LinkButton
            href={href('/talenta/wawancara/panduan/:guideId/cetak.pdf', { guideId: interview.guide_id })}
            icon="print"
          >
            Cetak panduan
          </LinkButton>
        }
      />
      <ErrorSummary problems={problemsOf(answer)} />
      {interview.state === 'cancelled' && (
        <Note tone="due" title="Wawancara ini dibatalkan">
          {interview.cancel_reason}
        </Note>
      )}
      {data.isShort && (
        <Note tone="risk" title={`Pewawancara kurang: ${data.sitting} dari sedikitnya ${data.least}`}>
          Tambahkan pewawancara di bawah. Nilai baru terbuka bila jumlahnya cukup dan semua sudah mengirim.
        </Note>
      )}
      {data.isLate && (
        <Note tone="due" title={`Nilai lewat batas ${formatDay(interview.due_on)}`}>
          {formatList(seats.filter(s => s.state === 'invited' || s.state === 'declared').map(s => s.name))} diingatkan
          lewat antreannya.
        </Note>
      )}
      {open && mayChange && (
        <Section title={`Calon keberatan terhadap ${open.interviewer_name}`} note={formatDay(open.raised_on, 'short')}>
          <blockquote className="note">{open.reason}</blockquote>
          <form method="post" className="form">
            <FormKey />
            <input type="hidden" name="challengeId" value={open.id} />
            <RadioList
              name="decision"
              label="Keputusan"
              across
              choices={[
                { value: 'accepted', label: 'Diterima, ganti pewawancara' },
                { value: 'declined', label: 'Tidak diterima' },
              ]}
              value={answer?.values.decision}
              error={of('answer', 'decision')}
            />
            <TextInput
              name="interviewerNip"
              label="NIP pengganti"
              hint="Boleh menyusul. Tanpa pengganti, wawancara dapat kekurangan pewawancara."
              optional
              value={act === 'answer' ? answer?.values.interviewerNip : undefined}
              error={of('answer', 'interviewerNip') ?? of('answer', 'interviewers')}
            />
            <Textarea
              name="answer"
              label="Alasan"
              hint="Dibaca calon."
              rows={2}
              value={answer?.values.answer}
              error={of('answer', 'answer')}
            />
            <FormActions>
              <Button variant="primary" name="act" value="answer">
                Simpan jawaban
              </Button>
            </FormActions>
          </form>
        </Section>
      )}
      <Section title="Pewawancara" note={interviewStateWords[interview.state]}>
        <DataTable
          caption="Pewawancara"
          captionHidden
          rows={seats}
          rowKey={s => s.employee_id}
          columns={[
            {
              key: 'name',
              header: 'Nama',
              cell: s => (
                <>
                  {s.name}
                  {s.is_lead && <SubLine>Ketua</SubLine>}
                </>
              ),
            },
            {
              key: 'state',
              header: 'Keadaan',
              cell: s => (
                <>
                  <StateMark state={s.state === 'submitted' ? 'known' : s.state === 'left' ? 'no' : 'unknown'}>
                    {seatStateWords[s.state]}
                  </StateMark>
                  {s.left_reason && <SubLine>{s.left_reason}</SubLine>}
                </>
              ),
            },
            {
              key: 'sent',
              header: 'Dikirim',
              cell: s => (s.submitted_on ? formatDay(s.submitted_on, 'short') : 'belum'),
            },
          ]}
        />
      </Section>
      {ratings === null ? (
        interview.state !== 'cancelled' && (
          <Note title="Nilai masih tertutup">
            Nilai tiap pewawancara hanya terbaca oleh dirinya. Semuanya terbuka serentak sesudah yang terakhir mengirim.
          </Note>
        )
      ) : (
        <>
          {agreement && (
            <Section title="Kesepakatan sebelum dibicarakan">
              <Agreement {...agreement} />
            </Section>
          )}
          {consensus.length > 0 ? (
            <ConsensusTable interviewId={interview.id} consensus={consensus} ratings={ratings} questions={questions} />
          ) : (
            <Note tone="due" title="Kesepakatan belum dicatat">
              Dicatat oleh {seats.find(s => s.is_lead)?.name ?? 'ketua pewawancara'}.
            </Note>
          )}
          {interview.strength && (
            <Section title="Pesan pengembangan untuk calon">
              <p>{interview.strength}</p>
              <p>Latih berikutnya: {interview.practice}</p>
            </Section>
          )}
          <Section title="Nilai tiap pewawancara">
            <RatingsTable questions={questions} ratings={ratings} />
          </Section>
        </>
      )}
      {challenges.some(c => c.state !== 'open') && (
        <Section title="Keberatan yang sudah dijawab">
          <DataTable
            caption="Keberatan"
            captionHidden
            rows={challenges.filter(c => c.state !== 'open')}
            rowKey={c => c.id}
            columns={[
              { key: 'who', header: 'Terhadap', cell: c => c.interviewer_name },
              { key: 'why', header: 'Alasan calon', wide: true, cell: c => c.reason },
              {
                key: 'answer',
                header: 'Jawaban',
                wide: true,
                cell: c => `${challengeStateWords[c.state]}. ${c.answer ?? ''} (${c.answered_by_name ?? ''})`,
              },
            ]}
          />
        </Section>
      )}
      {mayChange && (
        <Section title="Ubah jadwal atau pewawancara">
          <details className="disclosure" open={act === 'replace'}>
            <summary>Ganti atau tambah pewawancara</summary>
            <form method="post" className="form">
              <FormKey />
              <Select
                name="leavesId"
                label="Yang diganti"
                optional
                placeholder="Tidak ada, hanya menambah"
                options={seats.filter(s => s.state !== 'left').map(s => ({ value: s.employee_id, label: s.name }))}
                value={answer?.values.leavesId}
              />
              <TextInput
                name="interviewerNip"
                id="newInterviewerNip"
                label="NIP pewawancara baru"
                inputMode="numeric"
                optional
                value={act === 'replace' ? answer?.values.interviewerNip : undefined}
                error={of('replace', 'interviewerNip') ?? of('replace', 'interviewers')}
              />
              <Textarea
                name="replaceReason"
                label="Alasan"
                rows={2}
                value={answer?.values.replaceReason}
                error={of('replace', 'reason')}
              />
              <FormActions>
                <Button name="act" value="replace">
                  Simpan pewawancara
                </Button>
              </FormActions>
            </form>
          </details>
          <details className="disclosure" open={act === 'move'}>
            <summary>Pindahkan hari, jam, atau tempat</summary>
            <form method="post" className="form">
              <FormKey />
              <DateField
                name="heldOn"
                label="Tanggal"
                min={data.on}
                value={answer?.values.heldOn ?? interview.held_on}
                error={of('move', 'heldOn')}
              />
              <TextInput
                name="startsAt"
                label="Jam"
                value={answer?.values.startsAt ?? interview.starts_at}
                error={of('move', 'startsAt')}
              />
              <TextInput
                name="place"
                label="Tempat"
                value={answer?.values.place ?? interview.place}
                error={of('move', 'place')}
              />
              <Textarea
                name="moveReason"
                label="Alasan"
                hint="Dibaca calon dan pewawancara."
                rows={2}
                value={answer?.values.moveReason}
                error={of('move', 'reason')}
              />
              <FormActions>
                <Button name="act" value="move">
                  Pindahkan
                </Button>
              </FormActions>
            </form>
          </details>
          <details className="disclosure" open={act === 'cancel'}>
            <summary>Batalkan wawancara</summary>
            <form method="post" className="form">
              <FormKey />
              <Textarea
                name="cancelReason"
                label="Alasan"
                hint="Dibaca calon dan pewawancara."
                rows={2}
                value={answer?.values.cancelReason}
                error={of('cancel', 'reason')}
              />
              <FormActions>
                <Button name="act" value="cancel" variant="danger">
                  Batalkan wawancara
                </Button>
              </FormActions>
            </form>
          </details>
        </Section>
      )}
    </>
  )
}
