import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { addDays } from '#core/values/day.ts'
import { dayFromForm, type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { FormActions } from '#ui/kit/form-parts.tsx'
import { DateField, MoneyField, Select, TextInput } from '#ui/kit/inputs.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { listPeopleToChoose, listProgrammesToChoose } from '../person/person-choice.store.ts'
import { PersonSearch } from '../person/person-search.view.tsx'
import { listPlanItemsFor } from './assignment.store.ts'
import { giveAssignment } from './give-assignment.ts'

export const meta = () => [{ title: 'Beri penugasan · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query, on }) => {
    const search = query.get('cari')?.trim() || undefined
    const employeeId = query.get('pegawai') || undefined
    return {
      search,
      employeeId,
      people: await listPeopleToChoose(db, { search }),
      items: employeeId ? await listPlanItemsFor(db, employeeId) : [],
      programmes: await listProgrammesToChoose(db),
      on,
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run }) => {
    const { id } = await run(giveAssignment, {
      employeeId: values.employeeId,
      programmeId: values.programmeId ?? null,
      planItemId: values.planItemId ?? null,
      title: values.title,
      value: values.value ? Number(values.value.replace(/\D/g, '')) : null,
      startsOn: dayFromForm(values.startsOn, 'startsOn'),
      dueOn: dayFromForm(values.dueOn, 'dueOn'),
    })
    return redirect(href('/pendampingan/penugasan/:assignmentId', { assignmentId: id }))
  })

export default function GiveAssignmentPage() {
  const { search, employeeId, people, items, programmes, on } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  return (
    <>
      <PageHead
        title="Beri penugasan"
        scope="Tugas nyata untuk belajar, dengan batas selesai. Orangnya melapor, atasan mengonfirmasi."
        crumbs={[{ label: 'Penugasan', href: href('/pendampingan/penugasan') }, { label: 'Baru' }]}
      />
      {answer && <Note tone="risk" title={answer.message} live />}
      <PersonSearch search={search} />
      <form method="post" className="form">
        <FormKey />
        <Select
          name="employeeId"
          label="Untuk siapa"
          value={answer?.values.employeeId ?? employeeId}
          error={answer?.fields.employeeId}
          options={people.map(p => ({ value: p.id, label: `${p.name}, ${p.unit}` }))}
        />
        <TextInput name="title" label="Nama penugasan" value={answer?.values.title} error={answer?.fields.title} />
        <MoneyField
          name="value"
          label="Nilai paket pekerjaan"
          optional
          value={answer?.values.value}
          error={answer?.fields.value}
        />
        <DateField
          name="startsOn"
          label="Tanggal mulai"
          value={answer?.values.startsOn ?? on}
          error={answer?.fields.startsOn}
        />
        <DateField
          name="dueOn"
          label="Batas selesai"
          value={answer?.values.dueOn ?? addDays(on, 30)}
          error={answer?.fields.dueOn ?? answer?.fields.endsOn}
        />
        {items.length > 0 && (
          <Select
            name="planItemId"
            label="Memenuhi kegiatan rencana"
            optional
            value={answer?.values.planItemId}
            placeholder="Tidak ada"
            options={items.map(i => ({ value: i.id, label: i.title }))}
          />
        )}
        {programmes.length > 0 && (
          <Select
            name="programmeId"
            label="Bagian dari program"
            optional
            value={answer?.values.programmeId}
            placeholder="Bukan bagian program"
            options={programmes.map(p => ({ value: p.id, label: p.name }))}
          />
        )}
        <FormActions>
          <Button variant="primary">Beri penugasan</Button>
          <LinkButton variant="quiet" href={href('/pendampingan/penugasan')}>
            Batal
          </LinkButton>
        </FormActions>
      </form>
    </>
  )
}
