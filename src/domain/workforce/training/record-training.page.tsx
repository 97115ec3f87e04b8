import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { notFound } from '#platform/refusal.ts'
import { dayFromForm, type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { FormActions } from '#ui/kit/form-parts.tsx'
import { DateField, NumberField, Select, TextInput } from '#ui/kit/inputs.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { findPerson } from '../employee/employee.store.ts'
import { recordTraining } from './record-training.ts'
import { jpConversionRules } from './training.rules.ts'

export const meta = () => [{ title: 'Catat pelatihan · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, on }) => {
    const person = await findPerson(db, params.employeeId)
    if (!person) throw notFound('Pegawai')
    return {
      person,
      on,
      forms: jpConversionRules.on(on).body.forms.map(f => ({ value: f.form, label: f.form, group: f.track })),
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run, params }) => {
    await run(recordTraining, {
      employeeId: params.employeeId,
      name: values.name,
      form: values.form ?? null,
      provider: values.provider ?? null,
      certificate: values.certificate ?? null,
      startsOn: dayFromForm(values.startsOn, 'startsOn') ?? null,
      endsOn: dayFromForm(values.endsOn, 'endsOn'),
      jp: values.jp ? values.jp.replace(',', '.') : null,
      isVerified: true,
    })
    return redirect(href('/data/pegawai/:employeeId', { employeeId: params.employeeId }))
  })

export default function RecordTrainingPage() {
  const { person, on, forms } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const v = answer?.values ?? {}
  const e = answer?.fields ?? {}
  const back = href('/data/pegawai/:employeeId', { employeeId: person.id })
  return (
    <>
      <PageHead
        title={`Catat pelatihan ${person.name}`}
        scope="JP dihitung pada tahun tanggal selesai, dan hanya bila ada nomor sertifikat."
        crumbs={[
          { label: 'Pegawai', href: href('/data/pegawai') },
          { label: person.name, href: back },
          { label: 'Pelatihan baru' },
        ]}
      />
      {answer && <Note tone="risk" title={answer.message} live />}
      <form method="post" className="form">
        <FormKey />
        <TextInput name="name" label="Nama pelatihan" value={v.name} error={e.name} maxLength={300} />
        <Select name="form" label="Bentuk" value={v.form} error={e.form} options={forms} />
        <TextInput name="provider" label="Penyelenggara" optional value={v.provider} />
        <DateField name="startsOn" label="Tanggal mulai" optional value={v.startsOn} error={e.startsOn} max={on} />
        <DateField name="endsOn" label="Tanggal selesai" value={v.endsOn} error={e.endsOn} max={on} />
        <NumberField
          name="jp"
          label="Jam pelajaran"
          unit="JP"
          optional
          hint="Kosongkan bila tidak tertulis; jangan diisi 0."
          value={v.jp}
          error={e.jp}
        />
        <TextInput name="certificate" label="Nomor sertifikat" optional value={v.certificate} />
        <FormActions>
          <Button variant="primary">Simpan pelatihan</Button>
          <LinkButton href={back} variant="quiet">
            Tidak jadi
          </LinkButton>
        </FormActions>
      </form>
    </>
  )
}
