import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { CheckboxList, RadioList } from '#ui/kit/choices.tsx'
import { FilterBar } from '#ui/kit/filter-bar.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { Select, TextInput } from '#ui/kit/inputs.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { purposeWords } from '../nomination/nomination-words.ts'
import { listStandards, listSubjects } from './guide.store.ts'
import { draftGuide } from './keep-guide.ts'

export const meta = () => [{ title: 'Buat panduan wawancara · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query }) => {
    const search = query.get('cari') ?? ''
    return { search, standards: await listStandards(db, search), subjects: await listSubjects(db) }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, form, run }) => {
    const { id } = await run(draftGuide, {
      name: values.name,
      purpose: values.purpose,
      standardId: values.standardId,
      family: values.family,
      competencyIds: form.getAll('competencyIds').map(String),
    })
    return redirect(href('/talenta/wawancara/panduan/:guideId', { guideId: id }))
  })

export default function DraftGuidePage() {
  const { search, standards, subjects } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  return (
    <>
      <PageHead
        title="Untuk siapa panduan ini?"
        scope="Pilih jabatan agar kompetensinya diambil dari standar jabatan. Untuk rumpun atau tujuan umum, pilih kompetensinya."
        crumbs={[{ label: 'Panduan', href: href('/talenta/wawancara/panduan') }, { label: 'Buat panduan' }]}
      />
      <FilterBar
        filters={[]}
        search={{ name: 'cari', label: 'Cari standar jabatan', value: search }}
        clearHref={search ? href('/talenta/wawancara/panduan/baru') : undefined}
      />
      <form method="post" className="form">
        <FormKey />
        <ErrorSummary problems={problemsOf(answer)} />
        <TextInput name="name" label="Nama panduan" value={answer?.values.name} error={answer?.fields.name} />
        <RadioList
          name="purpose"
          label="Tujuan"
          across
          choices={Object.entries(purposeWords).map(([value, label]) => ({ value, label }))}
          value={answer?.values.purpose}
          error={answer?.fields.purpose}
        />
        <Select
          name="standardId"
          label="Jabatan sasaran"
          optional
          placeholder="Tidak untuk satu jabatan"
          options={standards.map(s => ({ value: s.id, label: `${s.position_name} (${s.competencies} kompetensi)` }))}
          value={answer?.values.standardId}
          error={answer?.fields.standardId}
        />
        <TextInput
          name="family"
          label="Rumpun jabatan"
          hint="Bila panduan dipakai untuk satu rumpun."
          optional
          value={answer?.values.family}
          error={answer?.fields.family}
        />
        <details open={answer?.fields.competencyIds !== undefined}>
          <summary>Pilih kompetensi sendiri</summary>
          <CheckboxList
            name="competencyIds"
            label="Kompetensi"
            hint="Kosongkan untuk memakai seluruh standar jabatan di atas."
            optional
            choices={subjects.map(s => ({ value: s.id, label: `${s.code} ${s.name}` }))}
            error={answer?.fields.competencyIds}
          />
        </details>
        <FormActions>
          <Button variant="primary">Lanjut memilih pertanyaan</Button>
          <LinkButton href={href('/talenta/wawancara/panduan')}>Batal</LinkButton>
        </FormActions>
      </form>
    </>
  )
}
