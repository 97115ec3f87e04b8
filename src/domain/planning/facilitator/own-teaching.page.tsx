import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { yearOf } from '#core/values/day.ts'
import { dayFromForm, type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { Recorded } from '#ui/figure/recorded.tsx'
import { Button } from '#ui/kit/button.tsx'
import { EmptyState } from '#ui/kit/empty-state.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { DateField, TextInput } from '#ui/kit/inputs.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section, TwoColumn } from '#ui/kit/section.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { answerBooking } from './answer-booking.ts'
import { findOwnFacilitator, listTeaching, loadFigure } from './facilitator.store.ts'
import {
  feedbackFigure,
  honorariumFigure,
  honorariumStages,
  listBookings,
  listFacilitatorLevels,
} from './facilitator-record.store.ts'
import {
  stageWords,
  TrainerAbsences,
  TrainerBookings,
  TrainerCalendar,
  TrainerLevels,
} from './facilitator-record.view.tsx'
import { recordAbsence, removeAbsence } from './record-absence.ts'

export const meta = () => [{ title: 'Mengajar · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, on }) => {
    const facilitator = await findOwnFacilitator(db)
    if (!facilitator) return { facilitator: null, on }
    const year = yearOf(on)
    const bookings = await listBookings(db, facilitator.id)
    const taught = [...(await listTeaching(db, year)), ...(await listTeaching(db, year + 1))]
    const teaching = [
      ...new Map(taught.filter(t => t.facilitator === facilitator.id).map(t => [t.session_id, t])).values(),
    ]
    return {
      facilitator,
      on,
      bookings,
      waiting: bookings.filter(b => b.answer === null && !b.is_cancelled && b.starts_on > on),
      ahead: bookings.filter(b => b.answer !== null && !b.is_cancelled && b.starts_on > on),
      busy: [
        ...teaching.map(t => ({ from: t.starts_on, until: t.ends_on, what: t.name, kind: 'class' as const })),
        ...facilitator.absences.map(a => ({
          from: a.starts_on,
          until: a.ends_on,
          what: 'tidak hadir',
          kind: 'away' as const,
        })),
      ],
      years: [year, year + 1].map(y => ({
        year: y,
        load: loadFigure(facilitator.id, y, teaching, on),
        stages: honorariumStages.map(stage => ({
          stage,
          figure: honorariumFigure(facilitator, y, bookings, on, stage),
        })),
      })),
      feedback: feedbackFigure(facilitator.id, bookings, on),
      levels: await listFacilitatorLevels(db, facilitator.id),
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run }) => {
    const here = href('/diklat/mengajar')
    if (values._intent === 'accepted' || values._intent === 'declined')
      await run(answerBooking, {
        bookingId: values.bookingId,
        answer: values._intent,
        reason: values.reason ?? null,
      })
    else if (values._intent === 'present')
      await run(removeAbsence, { facilitatorId: values.facilitatorId, absenceId: values.absenceId })
    else
      await run(recordAbsence, {
        facilitatorId: values.facilitatorId,
        startsOn: dayFromForm(values.startsOn, 'startsOn'),
        endsOn: dayFromForm(values.endsOn, 'endsOn'),
        reason: values.why ?? null,
      })
    return redirect(here)
  })

export default function OwnTeachingPage() {
  const data = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  if (data.facilitator === null)
    return (
      <>
        <PageHead title="Anda belum terdaftar sebagai pengajar" scope="Pendaftaran dilakukan pengelola bangkom." />
        <EmptyState title="Belum ada kelas yang Anda ajarkan">
          Hubungi pengelola bangkom bila Anda dapat mengajar sebuah modul.
        </EmptyState>
      </>
    )
  const { facilitator: f, bookings, waiting, ahead, busy, years, feedback, levels, on } = data
  const of = (intents: string[], id?: string) =>
    answer && intents.includes(answer.values._intent ?? '') && (!id || answer.values.bookingId === id)
      ? answer
      : undefined
  const absence = of(['absence'])
  return (
    <>
      <PageHead
        title={waiting.length > 0 ? `${waiting[0].name} menunggu jawaban Anda` : 'Kelas yang Anda ajarkan'}
        scope="Kelas, hari, honorarium, dan penilaian peserta yang tercatat atas nama Anda."
      />
      {answer && !of(['accepted', 'declined']) && !absence && <Note tone="risk" title={answer.message} live />}
      <TwoColumn
        side={
          <>
            <Section title="Beban dan honorarium">
              <ul className="lines">
                {years.map(y => (
                  <li key={y.year}>
                    {y.year}: mengajar <Figure figure={y.load} origin={false} asLink /> dari{' '}
                    <Recorded kind="planning.facilitator" id={f.id}>
                      {f.max_days}
                    </Recorded>
                    {Number(y.load.value) > f.max_days && <StateMark state="risk">melebihi batas</StateMark>}
                    {y.stages.map(s => (
                      <div key={s.stage} className="small-text quiet">
                        honorarium {stageWords[s.stage]}: <Figure figure={s.figure} origin={false} asLink />
                      </div>
                    ))}
                  </li>
                ))}
              </ul>
            </Section>
            <Section title="Penilaian peserta">
              {feedback.value === null ? (
                <p className="quiet">Belum ada kelas dengan jawaban yang cukup untuk ditampilkan.</p>
              ) : (
                <p>
                  <Figure figure={feedback} size="lead" compare="rata-rata semua kelas, skala lima" />
                </p>
              )}
              <p className="small-text quiet">Peserta menjawab tanpa nama. Jawaban yang sedikit tidak ditampilkan.</p>
            </Section>
            <TrainerLevels levels={levels} competencies={[]} isHr={false} on={on} />
            <Section title="Dapat mengajar">
              {f.modules.length === 0 ? (
                <p className="quiet">Belum ada modul yang ditetapkan.</p>
              ) : (
                <ul className="lines side-links">
                  {f.modules.map(m => (
                    <li key={m.id}>
                      <a href={href('/diklat/katalog/:moduleId', { moduleId: m.id })}>{m.name}</a>
                    </li>
                  ))}
                </ul>
              )}
            </Section>
          </>
        }
      >
        {[...waiting, ...ahead].length > 0 && (
          <Section title="Kelas mendatang" note="dapat dijawab sampai kelas dimulai">
            <ul className="lines">
              {[...waiting, ...ahead].map(b => {
                const own = of(['accepted', 'declined'], b.id)
                return (
                  <li key={b.id} id={b.id}>
                    <b>{b.name}</b>
                    <div className="small-text quiet">
                      {formatDay(b.starts_on)} sampai {formatDay(b.ends_on)}, {b.code},{' '}
                      <Recorded kind="planning.facilitator-booking" id={b.id}>
                        {b.jp} JP
                      </Recorded>
                    </div>
                    {b.answer === 'accepted' && (
                      <StateMark state="known">
                        Anda terima{b.answered_on ? ` ${formatDay(b.answered_on, 'short')}` : ''}
                      </StateMark>
                    )}
                    {b.answer === 'declined' && <StateMark state="no">Anda tolak: {b.answer_reason}</StateMark>}
                    <form method="post" className="form gap-2">
                      <FormKey />
                      <input type="hidden" name="bookingId" value={b.id} />
                      <ErrorSummary problems={problemsOf(own)} />
                      {b.answer !== 'declined' && (
                        <TextInput
                          name="reason"
                          id={`alasan-${b.id}`}
                          label="Alasan bila menolak"
                          optional
                          value={own?.values.reason}
                          error={own?.fields.reason}
                        />
                      )}
                      <FormActions>
                        {b.answer !== 'accepted' && (
                          <Button
                            variant={b.answer === null ? 'primary' : undefined}
                            name="_intent"
                            value="accepted"
                            label={`Terima ${b.name}, ${formatDay(b.starts_on)}`}
                          >
                            Terima
                          </Button>
                        )}
                        {b.answer !== 'declined' && (
                          <Button name="_intent" value="declined" label={`Tolak ${b.name}, ${formatDay(b.starts_on)}`}>
                            Tolak
                          </Button>
                        )}
                      </FormActions>
                    </form>
                  </li>
                )
              })}
            </ul>
          </Section>
        )}
        <TrainerCalendar busy={busy} on={on} />
        <Section title="Tidak dapat mengajar" note="penyusun rencana mengosongkan hari ini">
          <TrainerAbsences facilitatorId={f.id} absences={f.absences} mayRemove={a => a.ends_on >= on} />
          <form method="post" className="form gap-3">
            <FormKey />
            <input type="hidden" name="facilitatorId" value={f.id} />
            <ErrorSummary problems={problemsOf(absence)} />
            <DateField
              name="startsOn"
              label="Mulai"
              value={absence?.values.startsOn}
              error={absence?.fields.startsOn}
            />
            <DateField name="endsOn" label="Selesai" value={absence?.values.endsOn} error={absence?.fields.endsOn} />
            <TextInput name="why" label="Keperluan" optional value={absence?.values.why} />
            <FormActions>
              <Button name="_intent" value="absence">
                Tandai tidak dapat mengajar
              </Button>
            </FormActions>
          </form>
        </Section>
        <TrainerBookings bookings={bookings.filter(b => b.is_over)} bookable={[]} isHr={false} isOwn />
      </TwoColumn>
    </>
  )
}
