import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { sql } from '#platform/database/database.ts'
import { dayFromForm, type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { CheckboxList } from '#ui/kit/choices.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { DateField, NumberField, TextInput } from '#ui/kit/inputs.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section, TwoColumn } from '#ui/kit/section.tsx'
import { errors } from '../errors.ts'
import { typedNumber } from '../form-input.ts'
import { listFacilitators } from './facilitator.store.ts'
import { recordAbsence, removeAbsence } from './record-absence.ts'
import { registerFacilitator } from './register-facilitator.ts'

export const meta = () => [{ title: 'Fasilitator · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, actor }) => {
    const isNew = params.facilitatorId === 'baru'
    const [facilitator] = isNew ? [] : await listFacilitators(db, params.facilitatorId)
    if (!isNew && !facilitator) throw errors.facilitator.notFound()
    return {
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
  const { facilitator: f, modules, isHr } = useLoaderData<typeof loader>()
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
            <Section title="Tidak dapat mengajar">
              {f.absences.length === 0 ? (
                <p className="quiet">Tidak ada hari yang ditandai.</p>
              ) : (
                <ul className="lines">
                  {f.absences.map(a => (
                    <li key={a.id}>
                      {formatDay(a.starts_on, 'short')} – {formatDay(a.ends_on, 'short')}
                      {isHr && (
                        <form method="post">
                          <FormKey />
                          <input type="hidden" name="absenceId" value={a.id} />
                          <Button
                            small
                            variant="quiet"
                            name="_intent"
                            value="present"
                            label={`Hapus tidak hadir ${formatDay(a.starts_on)}`}
                          >
                            Hapus
                          </Button>
                        </form>
                      )}
                    </li>
                  ))}
                </ul>
              )}
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
          )
        }
      >
        {isHr ? (
          <form method="post" className="form">
            <FormKey />
            <ErrorSummary problems={problemsOf(answer)} />
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
