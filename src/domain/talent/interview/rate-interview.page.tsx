import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { holdingFor } from '#platform/rules/agency-rules.ts'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button } from '#ui/kit/button.tsx'
import { RadioList } from '#ui/kit/choices.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { Select, Textarea } from '#ui/kit/inputs.tsx'
import { Note, StatusLine } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { errors } from '../errors.ts'
import { purposeWords } from '../nomination/nomination-words.ts'
import { ConsensusTable } from './consensus.view.tsx'
import { ConsensusForm } from './consensus-form.view.tsx'
import { agreementOf, byCompetency, differenceOf, owedOf } from './interview.model.ts'
import { interviewRules } from './interview.rules.ts'
import { findInterview, findReveal, findSheet, listConsensus, listRatingsOf, listSeats } from './interview.store.ts'
import { seatStateWords } from './interview-words.ts'
import { declareForInterview, saveRatings, submitRatings } from './rate-interview.ts'
import { Agreement, RatingsTable } from './ratings.view.tsx'
import { recordConsensus } from './record-consensus.ts'

export const meta = () => [{ title: 'Menilai wawancara · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, actor, on, query, look }) => {
    const interview = await findInterview(db, params.interviewId)
    const seats = interview ? await listSeats(db, interview.id) : []
    const seat = seats.find(s => s.employee_id === actor.employeeId)
    if (!interview || !seat || seat.state === 'left') throw errors.interview.notFound()
    look({ action: 'wawancara', employeeId: interview.employee_id })
    const { body } = await holdingFor(db, interviewRules, interview.scheduled_on)
    const questions = await findSheet(db, interview.id)
    const mine = await listRatingsOf(db, interview.id, actor.employeeId)
    const ratings = await findReveal(db, interview.id)
    return {
      interview,
      seat,
      seats: seats.filter(s => s.state !== 'left'),
      questions,
      mine,
      owed: owedOf(questions, mine, body).flatMap(o => {
        const at = questions.findIndex(q => q.id === o.questionId)
        return at < 0 ? [] : [{ id: o.questionId, name: questions[at].competency }]
      }),
      ratings,
      competencies: ratings
        ? byCompetency(questions, ratings).map(c => ({ ...c, ...differenceOf(c.levels, null, body) }))
        : [],
      agreement: ratings
        ? agreementOf(
            ratings.map(r => ({ ...r, interviewId: interview.id })),
            { asOf: interview.opened_on ?? on, ref: what => `talent.interview-agreement:${interview.id}:${what}` },
          )
        : null,
      consensus: await listConsensus(db, interview.id),
      interests: body.interests,
      leastLetters: body.leastExampleLetters,
      isToday: on >= interview.held_on,
      isSaved: query.get('pesan') === 'tersimpan',
      isCorrecting: query.get('koreksi') === 'ya',
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, form, run, params }) => {
    const interviewId = params.interviewId
    const here = href('/wawancara/:interviewId', { interviewId })
    if (values.act === 'declare') {
      const { sits } = await run(declareForInterview, { interviewId, statement: values.statement, kind: values.kind })
      return redirect(sits ? here : '/')
    }
    if (values.act === 'consensus') {
      const ids = [...form.keys()].flatMap(k => (k.startsWith('level:') ? [k.slice('level:'.length)] : []))
      await run(recordConsensus, {
        interviewId,
        levels: [...new Set([...ids, ...form.getAll('competencyId').map(String)])].map(id => ({
          competencyId: id,
          level: values[`level:${id}`],
          reason: values[`reason:${id}`],
        })),
        strength: values.strength,
        practice: values.practice,
        reason: values.reason,
      })
      return redirect(here)
    }
    const questionIds = form.getAll('questionId').map(String)
    await run(saveRatings, {
      interviewId,
      ratings: questionIds.map(id => ({
        questionId: id,
        level: values[`level:${id}`] ?? null,
        example: values[`example:${id}`] ?? null,
      })),
    })
    if (values.act === 'submit') await run(submitRatings, { interviewId })
    return redirect(`${here}?pesan=tersimpan`)
  })

export default function RateInterviewPage() {
  const data = useLoaderData<typeof loader>()
  const { interview, seat, seats, questions, mine, owed, ratings, competencies, agreement, consensus } = data
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const others = seats.filter(s => s.employee_id !== seat.employee_id)
  const crumbs = [{ label: 'Beranda', href: '/' }, { label: 'Wawancara' }]
  const when = `${purposeWords[interview.purpose]}. ${formatDay(interview.held_on)} pukul ${interview.starts_at}, ${interview.place}. Bersama ${others.map(s => s.name).join('; ') || 'pewawancara lain yang belum ditunjuk'}.`

  if (interview.state === 'cancelled')
    return (
      <>
        <PageHead title={`Wawancara ${interview.candidate_name} dibatalkan`} scope={when} crumbs={crumbs} />
        <Note title="Alasan">{interview.cancel_reason}</Note>
      </>
    )

  if (ratings)
    return (
      <>
        <PageHead
          title={
            consensus.length > 0
              ? `Level ${interview.candidate_name} sudah disepakati`
              : `Nilai ${interview.candidate_name} sudah terbuka`
          }
          scope={when}
          crumbs={crumbs}
        />
        {agreement && (
          <Section title="Kesepakatan sebelum dibicarakan">
            <Agreement {...agreement} />
          </Section>
        )}
        {consensus.length > 0 && (
          <ConsensusTable interviewId={interview.id} consensus={consensus} ratings={ratings} questions={questions} />
        )}
        {seat.is_lead && (consensus.length === 0 || data.isCorrecting) && (
          <ConsensusForm
            answer={answer}
            competencies={competencies}
            before={consensus[0] ?? null}
            message={{ strength: interview.strength, practice: interview.practice }}
          />
        )}
        {seat.is_lead && consensus.length > 0 && !data.isCorrecting && (
          <p>
            <a href={`${href('/wawancara/:interviewId', { interviewId: interview.id })}?koreksi=ya`}>
              Koreksi kesepakatan
            </a>
          </p>
        )}
        {!seat.is_lead && consensus.length === 0 && (
          <Note tone="due" title="Kesepakatan belum dicatat">
            Dicatat oleh ketua, {seats.find(s => s.is_lead)?.name}. Bicarakan dahulu level yang berbeda.
          </Note>
        )}
        <Section title="Nilai tiap pewawancara">
          <RatingsTable questions={questions} ratings={ratings} />
        </Section>
      </>
    )

  if (seat.state === 'submitted')
    return (
      <>
        <PageHead title={`Nilai Anda untuk ${interview.candidate_name} sudah terkirim`} scope={when} crumbs={crumbs} />
        <Note title="Menunggu pewawancara lain">
          Nilai terbuka serentak sesudah semua mengirim. {seats.filter(s => s.state === 'submitted').length} dari{' '}
          {seats.length} sudah mengirim.
        </Note>
      </>
    )

  if (seat.state === 'invited')
    return (
      <>
        <PageHead
          title={`Adakah kepentingan Anda terhadap ${interview.candidate_name}?`}
          scope={when}
          crumbs={crumbs}
        />
        <form method="post" className="form">
          <FormKey />
          <ErrorSummary problems={problemsOf(answer)} />
          <RadioList
            name="statement"
            label="Pernyataan"
            boxed
            choices={[
              { value: 'none', label: 'Saya tidak punya hubungan keluarga atau kepentingan dengan calon' },
              {
                value: 'some',
                label: 'Saya punya hubungan atau kepentingan',
                hint: 'Anda tidak mewawancarai calon ini.',
              },
            ]}
            value={answer?.values.statement}
            error={answer?.fields.statement}
          />
          <Select
            name="kind"
            label="Hubungannya"
            optional
            placeholder="Tidak ada hubungan"
            options={data.interests.map(i => ({ value: i.code, label: i.label }))}
            value={answer?.values.kind}
            error={answer?.fields.interests}
          />
          <FormActions note="Pernyataan tercatat dengan tanggalnya.">
            <Button variant="primary" name="act" value="declare">
              Nyatakan
            </Button>
          </FormActions>
        </form>
      </>
    )

  return (
    <>
      <PageHead
        title={owed.length === 0 ? 'Semua jawaban sudah Anda nilai' : `Nilai jawaban ${interview.candidate_name}`}
        scope={`${owed.length === 0 ? `${interview.candidate_name}. ` : ''}${when}`}
        crumbs={crumbs}
      />
      {data.isSaved && <StatusLine>Tersimpan. Anda dapat melanjutkan kapan saja.</StatusLine>}
      <ErrorSummary problems={problemsOf(answer)} />
      {!data.isToday && (
        <Note title={`Penilaian dibuka ${formatDay(interview.held_on)}`}>
          Pertanyaannya dapat Anda pelajari dari sekarang.
        </Note>
      )}
      <p className="small-text quiet">
        Nilai Anda tidak terbaca siapa pun sampai semua pewawancara mengirim. Pewawancara lain:{' '}
        {others.map(s => `${s.name}, ${seatStateWords[s.state].toLowerCase()}`).join('; ')}.
      </p>
      {data.isToday && owed.length > 0 && (
        <p className="small-text">
          Belum lengkap:{' '}
          {owed.map((o, i) => (
            <span key={o.id}>
              {i > 0 && ', '}
              <a href={`#example:${o.id}`}>{o.name}</a>
            </span>
          ))}
        </p>
      )}
      <form method="post" className="form" noValidate>
        <FormKey />
        {questions.map((q, i) => {
          const kept = mine.find(r => r.questionId === q.id)
          const level = answer?.values[`level:${q.id}`] ?? (kept?.level == null ? null : String(kept.level))
          return (
            <Section key={q.id} title={`${i + 1}. ${q.competency}`} note={q.code}>
              <input type="hidden" name="questionId" value={q.id} />
              <p>
                <b>{q.text}</b>
              </p>
              {q.probe && <p className="small-text quiet">Pendalaman: {q.probe}</p>}
              {data.isToday ? (
                <>
                  <Textarea
                    name={`example:${q.id}`}
                    label="Contoh dari jawaban"
                    hint={`Catat dahulu apa yang dikatakan, sedikitnya ${data.leastLetters} huruf.`}
                    rows={3}
                    maxLength={2000}
                    value={answer?.values[`example:${q.id}`] ?? kept?.example}
                    error={answer?.fields[`example:${q.id}`]}
                  />
                  <RadioList
                    name={`level:${q.id}`}
                    label="Level yang paling dekat"
                    boxed
                    choices={[{ level: 0, text: 'Belum terlihat dalam jawaban.' }, ...q.anchors].map(a => ({
                      value: String(a.level),
                      label: `Level ${a.level}`,
                      hint: a.text,
                    }))}
                    value={level}
                    error={answer?.fields[`level:${q.id}`]}
                  />
                </>
              ) : (
                <ul>
                  {q.anchors.map(a => (
                    <li key={a.level} className="small-text quiet">
                      Level {a.level}: {a.text}
                    </li>
                  ))}
                </ul>
              )}
            </Section>
          )
        })}
        {data.isToday && (
          <FormActions note="Sesudah dikirim, nilai tidak dapat diubah.">
            <Button variant="primary" name="act" value="submit">
              Kirim nilai
            </Button>
            <Button name="act" value="save">
              Simpan dan lanjutkan nanti
            </Button>
          </FormActions>
        )}
      </form>
    </>
  )
}
