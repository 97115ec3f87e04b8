import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { dayFromForm, type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { RadioList } from '#ui/kit/choices.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { DateField, NumberField, TextInput } from '#ui/kit/inputs.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { errors } from '../errors.ts'
import { typedNumber } from '../form-input.ts'
import { findModule, listSessions } from './catalogue.store.ts'
import { modeWords } from './catalogue-words.ts'
import { changeSession } from './change-session.ts'

export const meta = () => [{ title: 'Jadwal kelas · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query }) => {
    const module = await findModule(db, query.get('modul') ?? '00000000-0000-0000-0000-000000000000')
    if (!module) throw errors.catalogue.notInForce()
    const id = query.get('kelas')
    const session = id ? (await listSessions(db, { moduleId: module.id, limit: 1000 })).find(s => s.id === id) : null
    if (id && !session) throw errors.session.notFound()
    return { module, session: session ?? null }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run }) => {
    await run(changeSession, {
      sessionId: values.sessionId ?? null,
      moduleId: values.moduleId,
      session: {
        code: values.code,
        mode: values.mode,
        startsOn: dayFromForm(values.startsOn, 'startsOn'),
        endsOn: dayFromForm(values.endsOn, 'endsOn'),
        place: values.place ?? null,
        seats: typedNumber(values.seats),
        seatsMinimum: typedNumber(values.seatsMinimum) ?? undefined,
        trainersNeeded: typedNumber(values.trainersNeeded) ?? undefined,
      },
      reason: values.reason ?? null,
    })
    return redirect(href('/diklat/katalog/:moduleId', { moduleId: values.moduleId }))
  })

export default function EditSessionPage() {
  const { module: m, session: s } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const error = (name: string) => answer?.fields[`session.${name}`] ?? answer?.fields[name] ?? null
  const value = (name: string, own?: string | number | null) =>
    answer ? (answer.values[name] ?? null) : own == null ? null : String(own)
  const back = href('/diklat/katalog/:moduleId', { moduleId: m.id })
  return (
    <>
      <PageHead
        title={s ? `Ubah kelas ${s.code}` : `Jadwalkan ${m.name}`}
        scope="Orang yang merencanakan kelas ini diberi tahu bila tanggalnya bergeser."
        crumbs={[
          { label: 'Katalog', href: href('/diklat/katalog') },
          { label: m.code, href: back },
          { label: s?.code ?? 'Jadwal baru' },
        ]}
      />
      <form method="post" className="form">
        <FormKey />
        <input type="hidden" name="moduleId" value={m.id} />
        {s && <input type="hidden" name="sessionId" value={s.id} />}
        <ErrorSummary problems={problemsOf(answer, 'session.')} />
        <TextInput name="code" label="Kode kelas" value={value('code', s?.code)} error={error('code')} />
        <RadioList
          name="mode"
          label="Cara penyelenggaraan"
          across
          choices={Object.entries(modeWords).map(([v, label]) => ({ value: v, label }))}
          value={value('mode', s?.mode)}
          error={error('mode')}
        />
        <DateField name="startsOn" label="Mulai" value={value('startsOn', s?.starts_on)} error={error('startsOn')} />
        <DateField name="endsOn" label="Selesai" value={value('endsOn', s?.ends_on)} error={error('endsOn')} />
        <TextInput name="place" label="Tempat" optional value={value('place', s?.place)} error={error('place')} />
        <NumberField
          name="seats"
          label="Kursi"
          optional
          value={value('seats', s ? s.seats : m.seats)}
          error={error('seats')}
        />
        <NumberField
          name="seatsMinimum"
          label="Peserta paling sedikit"
          optional
          value={value('seatsMinimum', s ? s.seats_minimum : m.seats_minimum)}
          error={error('seatsMinimum')}
        />
        <NumberField
          name="trainersNeeded"
          label="Pengajar internal yang diperlukan"
          optional
          value={value('trainersNeeded', s?.trainers_needed ?? 0)}
          error={error('trainersNeeded')}
        />
        {s && (
          <TextInput
            name="reason"
            label="Alasan perubahan"
            hint="Wajib bila tanggal bergeser dan ada yang merencanakannya."
            optional
            value={value('reason')}
            error={error('reason')}
          />
        )}
        <FormActions>
          <Button variant="primary">Simpan kelas</Button>
          <LinkButton href={back}>Batal</LinkButton>
        </FormActions>
      </form>
      {s && ['planned', 'open'].includes(s.state) && (
        <Section title="Batalkan kelas" note="kelas tetap tercatat beserta alasannya">
          <LinkButton href={href('/diklat/katalog/jadwal/:sessionId', { sessionId: s.id })}>
            Lihat siapa yang tersentuh
          </LinkButton>
        </Section>
      )}
    </>
  )
}
