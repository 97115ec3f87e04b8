import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { sql } from '#platform/database/database.ts'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button } from '#ui/kit/button.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { FormActions } from '#ui/kit/form-parts.tsx'
import { DateField, FileField, Select, TextInput } from '#ui/kit/inputs.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { errors } from '../errors.ts'
import { mostPaperBytes } from './paper.model.ts'
import { submitPaper } from './submit-paper.ts'

export const meta = () => [{ title: 'Unggah bukti kompetensi · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query, on }) => ({
    on,
    chosen: query.get('kompetensi'),
    competencies: await db.rows<{ id: string; code: string; name: string; kind: string }>(
      sql`select id, code, name, kind from competency.v_competencies where retired_on is null order by kind = 'technical' desc, name`,
    ),
  }))

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ form, values, run, actor }) => {
    const file = form.get('file')
    const given = file !== null && typeof file !== 'string' && file.size > 0 ? file : null
    // Refused before its bytes are read into memory.
    if (given && given.size > mostPaperBytes) throw errors.paper.size()
    await run(submitPaper, {
      employeeId: actor.employeeId,
      competencyId: values.competencyId,
      level: values.level,
      observedOn: values.observedOn,
      validUntil: values.validUntil ?? null,
      note: values.note,
      file: given
        ? { name: given.name.slice(-200), base64: Buffer.from(await given.arrayBuffer()).toString('base64') }
        : null,
    })
    return redirect(`${href('/kompetensi/permintaan')}?pesan=diunggah`)
  })

export default function SubmitPaperPage() {
  const { competencies, chosen, on } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const error = (name: string) => answer?.fields[name] ?? null
  return (
    <>
      <PageHead
        title="Unggah bukti kompetensi Anda"
        scope="Bukti dipakai setelah diperiksa pengelola kepegawaian. Yang dapat membacanya: Anda dan pengelola kepegawaian."
        crumbs={[{ label: 'Permintaan', href: href('/kompetensi/permintaan') }, { label: 'Unggah bukti' }]}
      />
      {answer && <Note tone="risk" title={answer.message} live />}
      <form method="post" className="form" encType="multipart/form-data">
        <FormKey />
        <Select
          name="competencyId"
          label="Kompetensi"
          placeholder="Pilih kompetensi"
          value={answer?.values.competencyId ?? competencies.find(c => c.code === chosen)?.id}
          error={error('competencyId')}
          options={competencies.map(c => ({ value: c.id, label: c.name }))}
        />
        <Select
          name="level"
          label="Level yang dinyatakan bukti"
          placeholder="Pilih level"
          value={answer?.values.level}
          error={error('level')}
          options={[1, 2, 3, 4, 5].map(l => ({ value: String(l), label: `Level ${l}` }))}
        />
        <TextInput
          name="note"
          label="Nama dan penerbit bukti"
          hint="Misalnya: Sertifikat Ahli Muda K3 Konstruksi, BNSP."
          value={answer?.values.note}
          error={error('note')}
          maxLength={500}
        />
        <DateField
          name="observedOn"
          label="Tanggal terbit"
          max={on}
          value={answer?.values.observedOn}
          error={error('observedOn')}
        />
        <DateField
          name="validUntil"
          label="Berlaku sampai"
          optional
          value={answer?.values.validUntil}
          error={error('validUntil')}
        />
        <FileField
          name="file"
          label="Berkas"
          hint="PDF, JPG, atau PNG, paling besar 5 MB."
          accept=".pdf,.jpg,.jpeg,.png"
          error={error('file')}
        />
        <FormActions>
          <Button variant="primary">Kirim untuk diperiksa</Button>
        </FormActions>
      </form>
    </>
  )
}
