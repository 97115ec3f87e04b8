import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button } from '#ui/kit/button.tsx'
import { RadioList } from '#ui/kit/choices.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { Textarea } from '#ui/kit/inputs.tsx'
import { Note, StatusLine } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { errors } from '../errors.ts'
import { declineFeedback, saveFeedback, submitFeedback } from './answer-feedback.ts'
import { findOwnComment, findOwnReply, findRound, listOwnAnswers, rulesOn } from './feedback.store.ts'
import { anonymityWords, asGroupWords, replyStateWords } from './feedback-words.ts'

export const meta = () => [{ title: 'Beri umpan balik 360° · Anyam' }]

/** The value of a choice that counts as no answer. */
const unable = 'tidak'

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, query, on }) => {
    const reply = await findOwnReply(db, params.replyId)
    const round = reply && (await findRound(db, reply.round_id))
    if (!reply || !round) throw errors.feedback.notFound()
    const { body } = rulesOn(round.opened_on)
    const message = query.get('pesan')
    return {
      reply,
      roundName: round.name,
      year: round.year,
      isOpen:
        (reply.state === 'asked' || reply.state === 'answered') &&
        on <= reply.due_on &&
        (round.state === 'proposing' || round.state === 'answering'),
      questions: body.questions,
      steps: body.steps,
      declines: body.declines,
      anonymity: anonymityWords(body.leastShown),
      answers: await listOwnAnswers(db, reply.id),
      comment: await findOwnComment(db, reply.id),
      message: message === 'kirim' || message === 'simpan' ? message : null,
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, form, run, params }) => {
    const replyId = params.replyId
    const here = href('/umpan-balik/:replyId', { replyId })
    if (values.act === 'decline') {
      await run(declineFeedback, { replyId, code: values.code ?? '', note: values.note })
      return redirect(here)
    }
    await run(saveFeedback, {
      replyId,
      answers: form.getAll('question').map(question => {
        const value = values[`step:${question}`]
        return { code: String(question), step: value && value !== unable ? value : null, isUnable: value === unable }
      }),
      strength: values.strength,
      practice: values.practice,
    })
    if (values.act === 'submit') await run(submitFeedback, { replyId })
    return redirect(`${here}?pesan=${values.act === 'submit' ? 'kirim' : 'simpan'}`)
  })

export default function AnswerFeedbackPage() {
  const { reply, roundName, year, isOpen, questions, steps, declines, anonymity, answers, comment, message } =
    useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const isSelf = reply.rater_group === 'diri'
  const title = isSelf ? `Umpan balik ${year} tentang diri Anda` : `Umpan balik ${year} untuk ${reply.about_name}`
  const crumbs = [
    { label: 'Beranda', href: '/' },
    { label: 'Umpan balik', href: href('/umpan-balik') },
    { label: isSelf ? 'Diri sendiri' : reply.about_name },
  ]
  if (!isOpen)
    return (
      <>
        <PageHead title={title} scope={roundName} crumbs={crumbs} />
        <Note title={reply.state === 'asked' ? 'Batas menjawab sudah lewat' : replyStateWords[reply.state]}>
          {reply.state === 'answered'
            ? 'Terima kasih. Jawaban Anda tersimpan dan tidak dibuka kepada siapa pun.'
            : reply.state === 'asked'
              ? `Batasnya ${formatDay(reply.due_on)}. Jawaban tidak dapat diterima lagi.`
              : (reply.decline_note ?? 'Permintaan ini sudah dikembalikan atau ditarik.')}
        </Note>
      </>
    )
  const choices = (anchors: readonly string[]) => [
    ...anchors.map((anchor, i) => ({ value: String(i + 1), label: steps[i], hint: anchor })),
    { value: unable, label: 'Tidak dapat menilai', hint: 'Tidak dihitung, dan bukan nilai rendah.' },
  ]
  const kept = (code: string) => {
    const mine = answers.find(a => a.code === code)
    return mine ? (mine.isUnable ? unable : mine.step === null ? null : String(mine.step)) : null
  }
  return (
    <>
      <PageHead
        title={title}
        scope={`Anda menilai ${asGroupWords[reply.rater_group]}, sekitar tiga menit. Dapat diubah sampai ${formatDay(reply.due_on)}.`}
        crumbs={crumbs}
      />
      {message && (
        <StatusLine>
          {message === 'kirim'
            ? `Terkirim. Anda masih dapat mengubahnya sampai ${formatDay(reply.due_on)}.`
            : 'Tersimpan. Anda dapat melanjutkan kapan saja, dari perangkat mana pun.'}
        </StatusLine>
      )}
      {reply.state === 'answered' && !message && (
        <Note title="Sudah terkirim. Perubahan yang dikirim menggantikannya." />
      )}
      {isSelf ? (
        <Note title="Hanya Anda yang membacanya">
          <p>Penilaian diri tidak masuk hasil. Sesudah ditutup, Anda melihatnya di samping pandangan orang lain.</p>
        </Note>
      ) : (
        <Note title="Siapa yang membaca jawaban ini">
          <ul>
            {anonymity.map(sentence => (
              <li key={sentence}>{sentence}</li>
            ))}
            <li>Permintaan ini untuk Anda sendiri dan tidak dapat diserahkan kepada orang lain.</li>
          </ul>
        </Note>
      )}
      <ErrorSummary problems={problemsOf(answer)} />
      <form method="post" className="form" noValidate>
        <FormKey />
        {questions.map((q, i) => (
          <Section key={q.code} title={`${i + 1}. ${q.label}`}>
            <input type="hidden" name="question" value={q.code} />
            <RadioList
              name={`step:${q.code}`}
              label={q.text}
              boxed
              choices={choices(q.anchors)}
              value={answer?.values[`step:${q.code}`] ?? kept(q.code)}
              error={answer?.fields[`step:${q.code}`]}
            />
          </Section>
        ))}
        {!isSelf && (
          <Section title="Komentar">
            <Textarea
              name="strength"
              label="Yang sebaiknya diteruskan"
              hint="Boleh kosong. Jangan menulis nama atau kejadian yang hanya Anda ketahui."
              optional
              rows={2}
              maxLength={600}
              value={answer?.values.strength ?? comment?.strength}
              error={answer?.fields.strength}
            />
            <Textarea
              name="practice"
              label="Yang sebaiknya dicoba"
              hint="Boleh kosong. Satu hal yang dapat dilakukan."
              optional
              rows={2}
              maxLength={600}
              value={answer?.values.practice ?? comment?.practice}
              error={answer?.fields.practice}
            />
          </Section>
        )}
        <FormActions note={`Dapat diubah sampai ${formatDay(reply.due_on)}.`}>
          <Button variant="primary" name="act" value="submit">
            Kirim umpan balik
          </Button>
          <Button name="act" value="save">
            Simpan dan lanjutkan nanti
          </Button>
        </FormActions>
      </form>
      {!isSelf && (
        <Section title="Tidak dapat menilai orang ini?">
          <form method="post" className="form" noValidate>
            <FormKey />
            <RadioList
              name="code"
              label="Alasan"
              hint="Dibaca pengelola, agar orang lain dapat diminta."
              choices={declines.map(d => ({ value: d.code, label: d.label }))}
              value={answer?.values.code}
              error={answer?.fields.code}
            />
            <Textarea
              name="note"
              label="Penjelasan"
              optional
              rows={2}
              value={answer?.values.note}
              error={answer?.fields.note}
            />
            <FormActions>
              <Button name="act" value="decline">
                Kembalikan permintaan
              </Button>
            </FormActions>
          </form>
        </Section>
      )}
    </>
  )
}
