import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { notFound } from '#platform/refusal.ts'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { FormActions } from '#ui/kit/form-parts.tsx'
import { NumberField, Select, Textarea } from '#ui/kit/inputs.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { findPerson } from '../employee/employee.store.ts'
import { recordAppraisal } from './record-appraisal.ts'

export const meta = () => [{ title: 'Catat predikat kinerja · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, on }) => {
    const person = await findPerson(db, params.employeeId)
    if (!person) throw notFound('Pegawai')
    return { person, lastYear: Number(on.slice(0, 4)) - 1 }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run, params }) => {
    await run(recordAppraisal, {
      employeeId: params.employeeId,
      year: values.year,
      workResult: values.workResult ?? null,
      behaviour: values.behaviour ?? null,
      rating: values.rating,
      reason: values.reason ?? null,
    })
    return redirect(href('/data/pegawai/:employeeId', { employeeId: params.employeeId }))
  })

const expectations = [
  { value: 'above', label: 'Di atas ekspektasi' },
  { value: 'meets', label: 'Sesuai ekspektasi' },
  { value: 'below', label: 'Di bawah ekspektasi' },
]

export default function AppraisalPage() {
  const { person, lastYear } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const v = answer?.values ?? {}
  const e = answer?.fields ?? {}
  const back = href('/data/pegawai/:employeeId', { employeeId: person.id })
  return (
    <>
      <PageHead
        title={`Predikat kinerja ${person.name}`}
        scope="Predikat harus sesuai dengan matriks hasil kerja dan perilaku."
        crumbs={[
          { label: 'Pegawai', href: href('/data/pegawai') },
          { label: person.name, href: back },
          { label: 'SKP' },
        ]}
      />
      {answer && <Note tone="risk" title={answer.message} live />}
      <form method="post" className="form">
        <FormKey />
        <NumberField name="year" label="Tahun" value={v.year ?? String(lastYear)} error={e.year} />
        <Select
          name="workResult"
          label="Hasil kerja"
          optional
          value={v.workResult}
          error={e.workResult}
          options={expectations}
        />
        <Select
          name="behaviour"
          label="Perilaku kerja"
          optional
          value={v.behaviour}
          error={e.behaviour}
          options={expectations}
        />
        <Select
          name="rating"
          label="Predikat"
          value={v.rating}
          error={e.rating}
          options={['Sangat Baik', 'Baik', 'Butuh Perbaikan', 'Kurang', 'Sangat Kurang'].map(r => ({
            value: r,
            label: r,
          }))}
        />
        <Textarea name="reason" label="Catatan, bila membetulkan" optional value={v.reason} error={e.reason} rows={2} />
        <FormActions>
          <Button variant="primary">Simpan predikat</Button>
          <LinkButton href={back} variant="quiet">
            Tidak jadi
          </LinkButton>
        </FormActions>
      </form>
    </>
  )
}
