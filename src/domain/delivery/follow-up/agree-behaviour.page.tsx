import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { dayFromForm, type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { CheckboxList } from '#ui/kit/choices.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { FormActions } from '#ui/kit/form-parts.tsx'
import { DateField, Select, Textarea, TextInput } from '#ui/kit/inputs.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { listPeopleToChoose, listProgrammesToChoose } from '../person/person-choice.store.ts'
import { PersonSearch } from '../person/person-search.view.tsx'
import { agreeBehaviour, askFollowUps } from './ask-follow-ups.ts'
import { listCompetencies } from './follow-up.store.ts'

export const meta = () => [{ title: 'Sepakati perilaku · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query, actor, on }) => {
    const search = query.get('cari')?.trim() || undefined
    const programmeId = query.get('program') || undefined
    return {
      search,
      programmeId,
      people: (await listPeopleToChoose(db, { search, programmeId })).filter(p => p.id !== actor.employeeId),
      programmes: await listProgrammesToChoose(db),
      competencies: await listCompetencies(db),
      on,
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, form, run }) => {
    const employeeIds = form.getAll('employeeIds').map(String)
    const { id } = await run(agreeBehaviour, {
      programmeId: values.programmeId ?? null,
      competencyId: values.competencyId ?? null,
      toLevel: values.toLevel ?? null,
      statement: values.statement,
      employeeId: employeeIds.length === 1 ? employeeIds[0] : null,
      agreedOn: dayFromForm(values.agreedOn, 'agreedOn') ?? null,
    })
    await run(askFollowUps, {
      behaviourIds: [id],
      employeeIds,
      from: dayFromForm(values.from, 'from'),
      raters: form.getAll('raters').map(String),
      peerId: values.peerId ?? null,
    })
    return redirect(href('/pendampingan/tindak-lanjut'))
  })

export default function AgreeBehaviourPage() {
  const { search, programmeId, people, programmes, competencies, on } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  return (
    <>
      <PageHead
        title="Sepakati perilaku yang akan dilihat"
        scope="Satu perilaku yang dapat diamati di tempat kerja, disepakati sebelum pelatihan berakhir."
        crumbs={[{ label: 'Tindak lanjut', href: href('/pendampingan/tindak-lanjut') }, { label: 'Sepakati perilaku' }]}
      />
      {answer && <Note tone="risk" title={answer.message} live />}
      <PersonSearch search={search} keep={{ program: programmeId }} />
      {people.length === 0 ? (
        <p className="quiet">Tidak ada orang yang cocok. Cari dengan nama lain.</p>
      ) : (
        <form method="post" className="form">
          <FormKey />
          <CheckboxList
            name="employeeIds"
            label="Untuk siapa"
            error={answer?.fields.employeeIds}
            choices={people.map(p => ({ value: p.id, label: p.name, hint: p.unit }))}
          />
          <Textarea
            name="statement"
            label="Perilaku yang dapat diamati"
            hint="Contoh: menyusun jadwal paket dengan jalur kritis dan memutakhirkannya setiap minggu."
            value={answer?.values.statement}
            error={answer?.fields.statement}
          />
          <Select
            name="competencyId"
            label="Kompetensi yang dibuktikan"
            optional
            value={answer?.values.competencyId}
            placeholder="Tidak ditautkan"
            options={competencies.map(c => ({ value: c.id, label: `${c.code} ${c.name}` }))}
          />
          <TextInput
            name="toLevel"
            label="Menuju level"
            hint="1 sampai 5."
            optional
            value={answer?.values.toLevel}
            error={answer?.fields.toLevel}
          />
          <DateField
            name="agreedOn"
            label="Tanggal kesepakatan"
            max={on}
            value={answer?.values.agreedOn ?? on}
            error={answer?.fields.agreedOn}
          />
          <DateField
            name="from"
            label="Pelatihan berakhir"
            hint="Pemeriksaan dihitung dari hari ini: hari 0, 30, 60, 90, dan 180."
            value={answer?.values.from}
            error={answer?.fields.from}
          />
          <CheckboxList
            name="raters"
            label="Penilai"
            hint="Tiap penilai menjawab tanpa melihat jawaban yang lain."
            values={answer ? undefined : ['supervisor', 'self']}
            error={answer?.fields.raters}
            choices={[
              { value: 'supervisor', label: 'Atasan' },
              { value: 'peer', label: 'Rekan' },
              { value: 'self', label: 'Diri sendiri' },
            ]}
          />
          <Select
            name="peerId"
            label="Rekan yang menilai"
            hint="Bila Rekan dicentang: orang yang melihat pekerjaannya sehari-hari. Ia diberi tahu dan menjawab dari Jalur Saya."
            optional
            value={answer?.values.peerId}
            error={answer?.fields.peerId}
            placeholder="Tanpa rekan"
            options={people.map(p => ({ value: p.id, label: p.name }))}
          />
          {programmes.length > 0 && (
            <Select
              name="programmeId"
              label="Bagian dari program"
              optional
              value={answer?.values.programmeId ?? programmeId}
              placeholder="Bukan bagian program"
              options={programmes.map(p => ({ value: p.id, label: p.name }))}
            />
          )}
          <FormActions>
            <Button variant="primary">Sepakati dan jadwalkan</Button>
            <LinkButton variant="quiet" href={href('/pendampingan/tindak-lanjut')}>
              Batal
            </LinkButton>
          </FormActions>
        </form>
      )}
    </>
  )
}
