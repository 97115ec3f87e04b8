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

const uuid = /^[0-9a-f]{8}-[0-9a-f-]{27}$/

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query, actor, on }) => {
    const search = query.get('cari')?.trim() || undefined
    const asked = query.get('pegawai') || undefined
    const [person] = asked && uuid.test(asked) ? await listPeopleToChoose(db, { ids: [asked] }) : []
    return {
      search,
      person: person ?? null,
      people: person ? [] : (await listPeopleToChoose(db, { search })).filter(p => p.id !== actor.employeeId),
      items: person ? await listPlanItemsFor(db, person.id) : [],
      programmes: person ? await listProgrammesToChoose(db) : [],
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
  const { search, person, people, items, programmes, on } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const crumbs = [{ label: 'Penugasan', href: href('/pendampingan/penugasan') }, { label: 'Baru' }]
  if (!person)
    return (
      <>
        <PageHead
          title="Penugasan untuk siapa?"
          scope="Pilih orangnya dahulu; kegiatan dalam rencananya lalu dapat dipilih."
          crumbs={crumbs}
        />
        <PersonSearch search={search} />
        {people.length === 0 ? (
          <p className="quiet">Tidak ada orang yang cocok. Cari dengan nama lain.</p>
        ) : (
          <form method="get" className="form">
            <Select
              name="pegawai"
              label="Untuk siapa"
              value={people.length === 1 ? people[0].id : undefined}
              options={people.map(p => ({ value: p.id, label: `${p.name}, ${p.unit}` }))}
            />
            <FormActions>
              <Button variant="primary">Lanjut</Button>
              <LinkButton variant="quiet" href={href('/pendampingan/penugasan')}>
                Batal
              </LinkButton>
            </FormActions>
          </form>
        )}
      </>
    )
  return (
    <>
      <PageHead
        title={`Beri penugasan kepada ${person.name}`}
        scope="Tugas nyata untuk belajar, dengan batas selesai. Orangnya melapor, atasan mengonfirmasi."
        crumbs={crumbs}
      />
      {answer && <Note tone="risk" title={answer.message} live />}
      <form method="post" className="form">
        <FormKey />
        <input type="hidden" name="employeeId" value={person.id} />
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
