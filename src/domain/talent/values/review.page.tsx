import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { sql } from '#platform/database/database.ts'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { Button } from '#ui/kit/button.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { Textarea, TextInput } from '#ui/kit/inputs.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { errors } from '../errors.ts'
import { agreementOf } from '../interview/interview.model.ts'
import { Agreement } from '../interview/ratings.view.tsx'
import { changeRaters, changeReview } from './ask-values.ts'
import { valueFigures } from './values.model.ts'
import { findReview, listRaters, listResults, refOf, rulesOn, sourceOf } from './values.store.ts'
import { MarksTable, ValuesTable } from './values-table.view.tsx'
import { raterStateWords, relationWords, reviewStateWords } from './values-words.ts'

export const meta = () => [{ title: 'Penilaian nilai · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, actor, look }) => {
    const review = await findReview(db, params.reviewId)
    if (!review || review.employee_id === actor.employeeId) throw errors.values.notFound()
    look({ action: 'penilaian nilai', employeeId: review.employee_id })
    const person = await db.find<{ name: string }>(
      sql`select name from workforce.v_people where id = ${review.employee_id}`,
    )
    const { body } = rulesOn(review.asked_on)
    const results = await listResults(db, review.id)
    const [now] = results
    return {
      review,
      name: person?.name ?? 'Pegawai',
      raters: await listRaters(db, review.id),
      steps: body.steps,
      labels: Object.fromEntries(body.values.map(v => [v.code, v.label])),
      now: now ?? null,
      earlier: results
        .slice(1)
        .map(r => ({ version: r.version, on: r.opened_on, mean: r.mean_step, reason: r.reason })),
      figures: now
        ? valueFigures(body, now.ratings, { asOf: now.opened_on, source: sourceOf(now), ref: refOf(review.id) })
        : null,
      agreement: now
        ? agreementOf(
            now.ratings.map(m => ({
              interviewId: review.id,
              questionId: m.code,
              interviewerId: m.rater,
              level: m.step,
            })),
            { asOf: now.opened_on, ref: refOf(review.id) },
          )
        : null,
      isHr: actor.role === 'hr_officer',
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run, params }) => {
    const reviewId = params.reviewId
    if (values.act === 'cancel' || values.act === 'reopen')
      await run(changeReview, { reviewId, act: values.act, reason: values.reason })
    else
      await run(changeRaters, {
        act: values.act,
        reviewId,
        raterId: values.raterId,
        colleagueNip: values.colleagueNip,
        reason: values.reason,
      })
    return redirect(href('/talenta/nilai/:reviewId', { reviewId }))
  })

export default function ReviewPage() {
  const { review, name, raters, steps, labels, now, earlier, figures, agreement, isHr } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const isGathering = review.state === 'gathering'
  return (
    <>
      <PageHead
        title={`Nilai BerAKHLAK ${name}, tahun ${review.year}`}
        scope={`${reviewStateWords[review.state]}. Diminta ${review.asked_by_name} pada ${formatDay(review.asked_on)}${isGathering ? `, batas ${formatDay(review.due_on)}` : ''}.`}
        crumbs={[{ label: 'Nilai BerAKHLAK', href: href('/talenta/nilai') }, { label: name }]}
      />
      <ErrorSummary problems={problemsOf(answer)} />
      {review.cancel_reason && (
        <Note tone="due" title={review.state === 'cancelled' ? 'Dibatalkan' : 'Dibuka lagi untuk koreksi'}>
          {review.cancel_reason}
        </Note>
      )}
      {figures && now && agreement ? (
        <>
          <Section title="Kesesuaian nilai" note="di luar nilai talenta">
            <Figure figure={figures.overall} size="middle" unitWord="dari skala empat tingkat" />
            {now.reason && <p className="small-text quiet">Koreksi: {now.reason}</p>}
            <ValuesTable byValue={figures.byValue} />
          </Section>
          <Section title="Kesepakatan penilai">
            <Agreement {...agreement} />
          </Section>
          <Section title="Contoh yang ditulis penilai" note="tanpa nama">
            <MarksTable labels={labels} steps={steps} marks={now.ratings} />
          </Section>
          {earlier.map(e => (
            <p key={e.version} className="small-text quiet">
              Sebelumnya versi {e.version}, {formatDay(e.on, 'short')}. {e.reason}
            </p>
          ))}
        </>
      ) : (
        review.state !== 'cancelled' && (
          <Note title="Penilaian masih tertutup">
            Semua jawaban terbuka serentak sesudah yang terakhir menjawab. Pengelola pun tidak membacanya sebelum itu.
          </Note>
        )
      )}
      {raters.length > 0 && (
        <Section title="Penilai" note="tidak diperlihatkan kepada yang dinilai">
          <DataTable
            caption="Penilai"
            captionHidden
            rows={raters}
            rowKey={r => r.rater_id}
            columns={[
              {
                key: 'name',
                header: 'Nama',
                cell: r => (
                  <>
                    {r.rater_name}
                    <SubLine>{relationWords[r.relation]}</SubLine>
                  </>
                ),
              },
              {
                key: 'state',
                header: 'Keadaan',
                cell: r => (
                  <>
                    <StateMark state={r.state === 'answered' ? 'known' : r.state === 'asked' ? 'unknown' : 'border'}>
                      {raterStateWords[r.state]}
                    </StateMark>
                    {r.decline_reason && <SubLine>{r.decline_reason}</SubLine>}
                  </>
                ),
              },
              {
                key: 'act',
                header: 'Tindakan',
                phoneLabel: '',
                wide: true,
                cell: r =>
                  isHr && isGathering && r.state !== 'answered' && r.state !== 'withdrawn' ? (
                    <form method="post" className="row">
                      <FormKey />
                      <input type="hidden" name="raterId" value={r.rater_id} />
                      {r.state === 'proposed' && (
                        <Button small name="act" value="accept">
                          Setujui
                        </Button>
                      )}
                      <input
                        className="field"
                        name="reason"
                        aria-label={`Alasan menarik ${r.rater_name}`}
                        placeholder="Alasan menarik"
                      />
                      <Button small name="act" value="withdraw">
                        Tarik
                      </Button>
                    </form>
                  ) : null,
              },
            ]}
          />
          {isHr && isGathering && (
            <form method="post" className="form">
              <FormKey />
              <TextInput
                name="colleagueNip"
                label="Tambah rekan, NIP"
                inputMode="numeric"
                value={answer?.values.act === 'add' ? answer.values.colleagueNip : undefined}
                error={answer?.fields.colleagueNip}
              />
              <FormActions>
                <Button name="act" value="add">
                  Minta rekan ini
                </Button>
              </FormActions>
            </form>
          )}
        </Section>
      )}
      {isHr && review.state !== 'cancelled' && (
        <Section title={isGathering ? 'Batalkan' : 'Koreksi'}>
          <form method="post" className="form">
            <FormKey />
            <Textarea
              name="reason"
              label="Alasan"
              rows={2}
              value={
                answer?.values.act === 'cancel' || answer?.values.act === 'reopen' ? answer.values.reason : undefined
              }
              error={answer?.values.raterId ? null : answer?.fields.reason}
            />
            <FormActions
              note={
                isGathering
                  ? 'Yang sudah dijawab tidak terbuka.'
                  : 'Penilai dapat memperbaiki; hasilnya menjadi versi baru dengan alasan ini.'
              }
            >
              <Button name="act" value={isGathering ? 'cancel' : 'reopen'}>
                {isGathering ? 'Batalkan penilaian' : 'Buka lagi untuk koreksi'}
              </Button>
            </FormActions>
          </form>
        </Section>
      )}
    </>
  )
}
