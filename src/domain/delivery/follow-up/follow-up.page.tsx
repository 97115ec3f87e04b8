import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { RadioList } from '#ui/kit/choices.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { FormActions } from '#ui/kit/form-parts.tsx'
import { Select, Textarea } from '#ui/kit/inputs.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section, TwoColumn } from '#ui/kit/section.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { dayWords, raterWords, valueWords, verdictWords } from '../delivery-words.ts'
import { errors } from '../errors.ts'
import { answerFollowUp, correctFollowUp } from './answer-follow-up.ts'
import { findFollowUp, listAnswersOf } from './follow-up.store.ts'

export const meta = () => [{ title: 'Pemeriksaan penerapan · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, actor, on, look }) => {
    const followUp = await findFollowUp(db, params.followUpId)
    if (!followUp) throw errors.followUp.notFound()
    look({
      action: 'membuka pemeriksaan penerapan',
      employeeId: followUp.employee_id,
      subjectKind: 'delivery.follow-up',
      subjectId: followUp.id,
    })
    const isOwn = actor.employeeId === followUp.employee_id
    const isMine =
      followUp.rater === 'self'
        ? isOwn
        : followUp.rater === 'supervisor'
          ? !isOwn && actor.role === 'supervisor'
          : followUp.rater_id === actor.employeeId
    const all = await listAnswersOf(db, followUp.behaviour_id, followUp.employee_id)
    const answered = followUp.answered_on !== null
    // Blind: of the other raters only what was asked on days before, and of this day only once this answer stands.
    const shown = all.filter(
      a =>
        a.answered_on !== null &&
        (a.rater === followUp.rater
          ? a.day_number <= followUp.day_number
          : answered && a.day_number <= followUp.day_number),
    )
    return {
      followUp:
        answered && !(isMine || actor.role === 'hr_officer' || actor.role === 'auditor')
          ? { ...followUp, verdict: null, value: null, note: null }
          : followUp,
      answers: isMine || actor.role === 'hr_officer' || actor.role === 'auditor' ? shown : [],
      mayAnswer: !answered && (isMine || actor.role === 'hr_officer'),
      mayCorrect: answered && (actor.role === 'hr_officer' || (actor.role === 'supervisor' && isMine)),
      onBehalf: !isMine && actor.role === 'hr_officer',
      isLate: !answered && followUp.due_on !== null && followUp.due_on < on,
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run, params }) => {
    const answer = {
      followUpId: params.followUpId,
      verdict: values.verdict,
      value: values.value ?? null,
      note: values.note ?? null,
    }
    if (values._intent === 'correct') await run(correctFollowUp, { ...answer, reason: values.reason })
    else await run(answerFollowUp, answer)
    return redirect(href('/pendampingan/tindak-lanjut/:followUpId', { followUpId: String(params.followUpId) }))
  })

export default function FollowUpPage() {
  const { followUp: f, answers, mayAnswer, mayCorrect, onBehalf, isLate } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const title = f.rater === 'self' ? 'Bukti penerapan' : 'Cek penerapan'
  return (
    <>
      <PageHead
        title={`${title} ${dayWords(f.day_number).toLowerCase()}, ${f.name}`}
        scope={
          <>
            {f.programme_name ? `${f.programme_name}. ` : ''}
            {raterWords[f.rater]}
            {f.due_on ? `, batas ${formatDay(f.due_on)}` : ''}. Kira-kira {f.rater === 'self' ? '3' : '2'} menit.
          </>
        }
        crumbs={[{ label: 'Tindak lanjut', href: href('/pendampingan/tindak-lanjut') }, { label: f.name }]}
      />
      {answer && <Note tone="risk" title={answer.message} live />}
      {isLate && <Note tone="due" title="Batasnya sudah lewat. Jawaban Anda tetap berguna." />}
      {onBehalf && (mayAnswer || mayCorrect) && (
        <Note title={`Anda mengisi atas nama ${raterWords[f.rater].toLowerCase()}`}>
          Isilah hanya dari jawaban tertulis mereka. Nama Anda tercatat.
        </Note>
      )}
      <TwoColumn
        even
        side={
          <>
            {mayAnswer && (
              <form method="post" className="form">
                <FormKey />
                <RadioList
                  name="verdict"
                  label={f.rater === 'self' ? 'Bagaimana sekarang?' : 'Menurut Anda, bagaimana sekarang?'}
                  boxed
                  value={answer?.values.verdict}
                  error={answer?.fields.verdict}
                  choices={Object.entries(verdictWords).map(([value, label]) => ({ value, label }))}
                />
                <Select
                  name="value"
                  label="Seberapa baik"
                  hint="Bila terlihat dalam pekerjaan."
                  optional
                  placeholder="Tidak diberi nilai"
                  value={answer?.values.value}
                  error={answer?.fields.value}
                  options={Object.entries(valueWords).map(([value, label]) => ({ value, label }))}
                />
                <Textarea
                  name="note"
                  label={f.rater === 'self' ? 'Bukti singkat' : `Catatan untuk ${f.name.split(',')[0]}`}
                  hint="Satu kalimat sudah cukup."
                  optional
                  rows={3}
                  value={answer?.values.note}
                />
                <FormActions note="Jawaban penilai lain baru terlihat setelah Anda menjawab.">
                  <Button variant="primary" name="_intent" value="answer">
                    Simpan jawaban
                  </Button>
                  <LinkButton variant="quiet" href={href('/pendampingan/tindak-lanjut')}>
                    Nanti
                  </LinkButton>
                </FormActions>
              </form>
            )}
            {!mayAnswer && (
              <Section title="Keadaan">
                {f.answered_on ? (
                  <>
                    <StateMark state="known">
                      {f.verdict ? verdictWords[f.verdict] : f.value ? `Nilai ${f.value}` : 'Sudah dijawab'},{' '}
                      {formatDay(f.answered_on)}
                    </StateMark>
                    {f.value && <p className="small-text quiet">Nilai {valueWords[f.value]}</p>}
                    {f.note && <p>{f.note}</p>}
                    {f.correction_reason && <p className="small-text quiet">Diperbaiki: {f.correction_reason}</p>}
                  </>
                ) : (
                  <StateMark state="unknown">Menunggu {raterWords[f.rater].toLowerCase()}</StateMark>
                )}
              </Section>
            )}
            {mayCorrect && (
              <details className="disclosure">
                <summary>Perbaiki jawaban</summary>
                <form method="post" className="form">
                  <FormKey />
                  <RadioList
                    name="verdict"
                    label="Jawaban yang benar"
                    value={answer?.values.verdict ?? f.verdict}
                    error={answer?.fields.verdict}
                    choices={Object.entries(verdictWords).map(([value, label]) => ({ value, label }))}
                  />
                  <Select
                    name="value"
                    label="Seberapa baik"
                    optional
                    placeholder="Tidak diberi nilai"
                    value={answer?.values.value ?? (f.value ? String(f.value) : undefined)}
                    options={Object.entries(valueWords).map(([value, label]) => ({ value, label }))}
                  />
                  <Textarea name="note" label="Catatan" optional rows={3} value={answer?.values.note ?? f.note} />
                  <Textarea
                    name="reason"
                    label="Alasan perbaikan"
                    rows={3}
                    value={answer?.values.reason}
                    error={answer?.fields.reason}
                  />
                  <FormActions note="Jawaban lama tetap tersimpan.">
                    <Button name="_intent" value="correct">
                      Simpan perbaikan
                    </Button>
                  </FormActions>
                </form>
              </details>
            )}
          </>
        }
      >
        <Section title="Perilaku yang disepakati" note={f.agreed_on ? formatDay(f.agreed_on) : 'tanggal belum ada'}>
          <p>
            <b>{f.statement}</b>
          </p>
          {f.competency_name && (
            <p className="small-text quiet">
              {f.competency_name}
              {f.to_level ? `, menuju level ${f.to_level}` : ''}. Sejak hari 60, jawaban "sudah" dari atasan menjadi
              bukti kompetensi.
            </p>
          )}
        </Section>
        {answers.length > 0 && (
          <Section title="Jawaban sebelumnya">
            <DataTable
              caption="Jawaban sebelumnya"
              captionHidden
              phone="dense"
              rows={answers}
              rowKey={a => a.id}
              columns={[
                {
                  key: 'day',
                  header: 'Hari',
                  cell: a => (
                    <>
                      {dayWords(a.day_number)}
                      {a.is_replaced && <SubLine>diganti</SubLine>}
                    </>
                  ),
                },
                { key: 'rater', header: 'Penilai', cell: a => raterWords[a.rater] },
                { key: 'verdict', header: 'Jawaban', cell: a => (a.verdict ? verdictWords[a.verdict] : '–') },
                { key: 'value', header: 'Nilai', number: true, cell: a => a.value ?? '–' },
              ]}
            />
          </Section>
        )}
      </TwoColumn>
    </>
  )
}
