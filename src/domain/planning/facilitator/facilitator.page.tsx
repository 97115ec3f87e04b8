import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { yearOf } from '#core/values/day.ts'
import { sql } from '#platform/database/database.ts'
import { dayFromForm, type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { Recorded } from '#ui/figure/recorded.tsx'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { CheckboxList } from '#ui/kit/choices.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { DateField, NumberField, TextInput } from '#ui/kit/inputs.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section, TwoColumn } from '#ui/kit/section.tsx'
import { errors } from '../errors.ts'
import { typedNumber } from '../form-input.ts'
import { recordHonorarium } from './answer-booking.ts'
import { bookFacilitator, withdrawBooking } from './book-facilitator.ts'
import { listFacilitators, listTeaching, loadFigure } from './facilitator.store.ts'
import {
  honorariumFigure,
  honorariumStages,
  listBookable,
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
import { recordFacilitatorFeedback, recordFacilitatorLevel } from './record-facilitator-quality.ts'
import { registerFacilitator } from './register-facilitator.ts'
import { listLeaving } from './trainer-succession.store.ts'

export const meta = () => [{ title: 'Fasilitator · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, actor, on }) => {
    const isNew = params.facilitatorId === 'baru'
    const [facilitator] = isNew ? [] : await listFacilitators(db, params.facilitatorId)
    if (!isNew && !facilitator) throw errors.facilitator.notFound()
    const year = yearOf(on)
    const bookings = facilitator ? await listBookings(db, facilitator.id) : []
    const taught = facilitator ? [...(await listTeaching(db, year)), ...(await listTeaching(db, year + 1))] : []
    // A booked class is told with each year that is asked about.
    const teaching = [
      ...new Map(taught.filter(t => t.facilitator === facilitator?.id).map(t => [t.session_id, t])).values(),
    ]
    const leaving = facilitator ? (await listLeaving(db)).find(l => l.id === facilitator.id) : undefined
    return {
      on,
      bookings,
      busy: [
        ...teaching.map(t => ({
          from: t.starts_on,
          until: t.ends_on,
          what: t.name,
          kind: 'class' as const,
        })),
        ...(facilitator?.absences ?? []).map(a => ({
          from: a.starts_on,
          until: a.ends_on,
          what: 'tidak hadir',
          kind: 'away' as const,
        })),
      ],
      years: facilitator
        ? [year, year + 1].map(y => ({
            year: y,
            load: loadFigure(facilitator.id, y, teaching, on),
            stages: honorariumStages.map(stage => ({
              stage,
              figure: honorariumFigure(facilitator, y, bookings, on, stage),
            })),
          }))
        : [],
      leavesOn: leaving?.leavesOn ?? null,
      levels: facilitator ? await listFacilitatorLevels(db, facilitator.id) : [],
      bookable:
        facilitator && actor.role === 'hr_officer'
          ? (await listBookable(db, facilitator.id)).map(s => ({
              value: s.id,
              label: `${s.name}, ${formatDay(s.starts_on, 'short')} (${s.code})`,
            }))
          : [],
      competencies: await db.rows<{ value: string; label: string }>(
        sql`select id as value, name as label from competency.v_competencies where (retired_on is null or retired_on > ${db.on}::date) order by name`,
      ),
      facilitator: facilitator ?? null,
      isHr: actor.role === 'hr_officer',
      modules: await db.rows<{ id: string; name: string }>(
        sql`select id, name from planning.modules where valid_until is null order by name`,
      ),
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ form, values, run, params }) => {
    const own = params.facilitatorId === 'baru' ? null : params.facilitatorId
    if (values._intent === 'absence')
      await run(recordAbsence, {
        facilitatorId: own,
        startsOn: dayFromForm(values.startsOn, 'startsOn'),
        endsOn: dayFromForm(values.endsOn, 'endsOn'),
      })
    else if (values._intent === 'book')
      await run(bookFacilitator, {
        facilitatorId: own,
        sessionId: values.sessionId,
        jp: typedNumber(values.jp),
        reason: values.reason ?? null,
      })
    else if (values._intent === 'unbook')
      await run(withdrawBooking, { bookingId: values.bookingId, reason: values.reason })
    else if (values._intent === 'paid')
      await run(recordHonorarium, {
        bookingId: values.bookingId,
        paidOn: values.paidOn ? dayFromForm(values.paidOn, 'paidOn') : null,
        reason: values.reason ?? null,
      })
    else if (values._intent === 'level')
      await run(recordFacilitatorLevel, {
        facilitatorId: own,
        competencyId: values.competencyId,
        level: typedNumber(values.level),
        evidence: values.evidence,
        observedOn: dayFromForm(values.observedOn, 'observedOn'),
        validUntil: values.validUntil ? dayFromForm(values.validUntil, 'validUntil') : null,
      })
    else if (values._intent === 'feedback')
      await run(recordFacilitatorFeedback, {
        facilitatorId: own,
        sessionId: values.sessionId,
        answers: typedNumber(values.answers),
        mean: typedNumber(values.mean),
        remark: values.remark ?? null,
      })
    else if (values._intent === 'present') await run(removeAbsence, { facilitatorId: own, absenceId: values.absenceId })
    else {
      const { id } = await run(registerFacilitator, {
        facilitatorId: own,
        name: values.name,
        nip: values.nip?.replace(/\s/g, '') ?? null,
        maxDays: typedNumber(values.maxDays) ?? undefined,
        moduleIds: form.getAll('moduleIds').map(String),
      })
      return redirect(href('/diklat/fasilitator/:facilitatorId', { facilitatorId: id }))
    }
    return redirect(href('/diklat/fasilitator/:facilitatorId', { facilitatorId: params.facilitatorId }))
  })

export default function FacilitatorPage() {
  const {
    facilitator: f,
    modules,
    isHr,
    on,
    bookings,
    busy,
    years,
    leavesOn,
    levels,
    bookable,
    competencies,
  } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const value = (name: string, own?: string | number | null) =>
    answer && !answer.values._intent ? (answer.values[name] ?? null) : own == null ? null : String(own)
  return (
    <>
      <PageHead
        title={f?.name ?? 'Daftarkan fasilitator'}
        scope="Penyusun rencana hanya menugaskan modul, hari, dan batas yang tercatat di sini."
        crumbs={[{ label: 'Fasilitator', href: href('/diklat/fasilitator') }, { label: f?.name ?? 'Fasilitator baru' }]}
      />
      <TwoColumn
        side={
          f && (
            <>
              <Section title="Beban dan honorarium">
                <ul className="lines">
                  {years.map(y => (
                    <li key={y.year}>
                      {y.year}: <Figure figure={y.load} origin={false} asLink /> dari{' '}
                      <Recorded kind="planning.facilitator" id={f.id}>
                        {f.max_days}
                      </Recorded>
                      {y.stages.map(s => (
                        <div key={s.stage} className="small-text quiet">
                          honorarium {stageWords[s.stage]}: <Figure figure={s.figure} origin={false} asLink />
                        </div>
                      ))}
                    </li>
                  ))}
                  {leavesOn && <li>Berhenti mengajar {formatDay(leavesOn)} menurut usia pensiun jabatannya.</li>}
                </ul>
              </Section>
              <TrainerCalendar busy={busy} on={on} />
              <TrainerLevels levels={levels} competencies={competencies} answer={answer} isHr={isHr} on={on} />
              <Section title="Tidak dapat mengajar">
                <TrainerAbsences facilitatorId={f.id} absences={f.absences} mayRemove={() => isHr} />
                {isHr && (
                  <form method="post" className="form">
                    <FormKey />
                    <DateField
                      name="startsOn"
                      label="Mulai"
                      value={answer?.values.startsOn}
                      error={answer?.fields.startsOn}
                    />
                    <DateField
                      name="endsOn"
                      label="Selesai"
                      value={answer?.values.endsOn}
                      error={answer?.fields.endsOn}
                    />
                    <FormActions>
                      <Button name="_intent" value="absence">
                        Tandai tidak hadir
                      </Button>
                    </FormActions>
                  </form>
                )}
              </Section>
            </>
          )
        }
      >
        {f && <TrainerBookings bookings={bookings} bookable={bookable} answer={answer} isHr={isHr} />}
        {isHr ? (
          <Section title="Pendaftaran">
            <form method="post" className="form">
              <FormKey />
              {!answer?.values._intent && <ErrorSummary problems={problemsOf(answer)} />}
              <TextInput name="name" label="Nama" value={value('name', f?.name)} error={answer?.fields.name} />
              <TextInput
                name="nip"
                label="NIP"
                hint="Kosongkan untuk pengajar dari luar instansi."
                optional
                value={value('nip', f?.nip)}
                error={answer?.fields.nip}
              />
              <NumberField
                name="maxDays"
                label="Hari mengajar setahun paling banyak"
                unit="hari"
                value={value('maxDays', f?.max_days ?? 20)}
                error={answer?.fields.maxDays}
              />
              <CheckboxList
                name="moduleIds"
                label="Modul yang dapat diajarkan"
                values={f?.modules.map(m => m.id) ?? []}
                choices={modules.map(m => ({ value: m.id, label: m.name }))}
                error={answer?.fields.moduleIds}
                optional
              />
              <FormActions>
                <Button variant="primary">Simpan fasilitator</Button>
                <LinkButton href={href('/diklat/fasilitator')}>Batal</LinkButton>
              </FormActions>
            </form>
          </Section>
        ) : (
          <Section title="Dapat mengajar">
            <ul className="lines">
              {(f?.modules ?? []).map(m => (
                <li key={m.id}>{m.name}</li>
              ))}
            </ul>
          </Section>
        )}
      </TwoColumn>
    </>
  )
}
