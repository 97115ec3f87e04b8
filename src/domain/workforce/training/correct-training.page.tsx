import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { notFound } from '#platform/refusal.ts'
import { dayFromForm, type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { Checkbox } from '#ui/kit/choices.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { FormActions } from '#ui/kit/form-parts.tsx'
import { DateField, NumberField, Textarea, TextInput } from '#ui/kit/inputs.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { findPerson } from '../employee/employee.store.ts'
import { findTraining } from '../employee/record.store.ts'
import { correctTraining } from './correct-training.ts'

export const meta = () => [{ title: 'Betulkan catatan pelatihan · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params }) => {
    const [person, training] = [await findPerson(db, params.employeeId), await findTraining(db, params.trainingId)]
    if (!person || training?.employeeId !== person.id) throw notFound('Catatan pelatihan')
    return { person, training }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run, params }) => {
    await run(correctTraining, {
      trainingId: params.trainingId,
      name: values.name,
      certificate: values.certificate ?? null,
      startsOn: dayFromForm(values.startsOn, 'startsOn') ?? null,
      endsOn: dayFromForm(values.endsOn, 'endsOn') ?? null,
      jp: values.jp ? values.jp.replace(',', '.') : null,
      isRejected: values.isRejected === 'ya',
      reason: values.reason,
    })
    return redirect(href('/data/pegawai/:employeeId', { employeeId: params.employeeId }))
  })

export default function CorrectTrainingPage() {
  const { person, training: t } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const v: Record<string, string | null | undefined> = answer?.values ?? {
    name: t.name,
    certificate: t.certificate,
    startsOn: t.startsOn,
    endsOn: t.endsOn,
    jp: t.jp === null ? null : String(t.jp).replace('.', ','),
  }
  const e = answer?.fields ?? {}
  const back = href('/data/pegawai/:employeeId', { employeeId: person.id })
  return (
    <>
      <PageHead
        title={`Betulkan: ${t.name}`}
        scope={`Catatan ${person.name}. Isi lama tetap terbaca di jejak audit.`}
        crumbs={[
          { label: 'Pegawai', href: href('/data/pegawai') },
          { label: person.name, href: back },
          { label: 'Betulkan' },
        ]}
      />
      {answer && <Note tone="risk" title={answer.message} live />}
      {t.correctionReason && <Note title="Koreksi terakhir">{t.correctionReason}</Note>}
      <form method="post" className="form">
        <FormKey />
        <TextInput name="name" label="Nama pelatihan" value={v.name} error={e.name} maxLength={300} />
        <DateField name="startsOn" label="Tanggal mulai" optional value={v.startsOn} error={e.startsOn} />
        <DateField name="endsOn" label="Tanggal selesai" optional value={v.endsOn} error={e.endsOn} />
        <NumberField name="jp" label="Jam pelajaran" unit="JP" optional value={v.jp} error={e.jp} />
        <TextInput name="certificate" label="Nomor sertifikat" optional value={v.certificate} />
        <Checkbox
          name="isRejected"
          value="ya"
          label="Catatan ini keliru seluruhnya dan tidak dihitung"
          checked={v.isRejected === 'ya'}
        />
        <Textarea name="reason" label="Alasan koreksi" value={v.reason} error={e.reason} />
        <FormActions>
          <Button variant="primary">Simpan koreksi</Button>
          <LinkButton href={back} variant="quiet">
            Tidak jadi
          </LinkButton>
        </FormActions>
      </form>
    </>
  )
}
