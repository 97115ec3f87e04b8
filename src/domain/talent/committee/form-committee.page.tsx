import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { sql } from '#platform/database/database.ts'
import { dayFromForm, type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { DateField, Select, Textarea, TextInput } from '#ui/kit/inputs.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { formCommittee } from './form-committee.ts'

export const meta = () => [{ title: 'Catat komite talenta · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db }) => ({
    units: await db.rows<{ value: string; label: string }>(
      sql`select id as value, name as label from workforce.v_units where valid_until is null and parent_id is null order by name`,
    ),
  }))

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run }) => {
    await run(formCommittee, {
      name: values.name,
      unitId: values.unitId ?? null,
      decree: values.decree,
      decreedOn: dayFromForm(values.decreedOn, 'decreedOn'),
      validUntil: dayFromForm(values.validUntil, 'validUntil') ?? null,
      chair: values.chair,
      secretary: values.secretary,
      members: values.members ?? '',
    })
    return redirect(href('/talenta/sidang'))
  })

export default function FormCommitteePage() {
  const { units } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const field = (name: string) => ({ name, value: answer?.values[name], error: answer?.fields[name] ?? null })
  return (
    <>
      <PageHead
        title="Catat komite talenta"
        scope="Susunan menurut SK. Komite dibentuk di tingkat instansi dan di tiap perangkat daerah."
        crumbs={[{ label: 'Sidang komite talenta', href: href('/talenta/sidang') }, { label: 'Catat komite' }]}
      />
      <form method="post" className="form">
        <FormKey />
        <ErrorSummary problems={problemsOf(answer)} />
        <TextInput {...field('name')} label="Nama komite" hint="Misalnya: Komite Talenta Instansi" />
        <Select {...field('unitId')} label="Perangkat daerah" optional options={units} placeholder="Seluruh instansi" />
        <TextInput {...field('decree')} label="Nomor SK" />
        <DateField {...field('decreedOn')} label="Tanggal SK" />
        <DateField {...field('validUntil')} label="Berlaku sampai" optional />
        <TextInput {...field('chair')} label="NIP ketua" hint="18 angka" inputMode="numeric" />
        <TextInput {...field('secretary')} label="NIP sekretaris" hint="18 angka" inputMode="numeric" />
        <Textarea {...field('members')} label="NIP anggota" hint="Satu NIP per baris." rows={7} />
        <FormActions note="Anggota memerlukan akun dengan peran komite agar dapat bersidang.">
          <Button variant="primary">Simpan komite</Button>
          <LinkButton href={href('/talenta/sidang')}>Batal</LinkButton>
        </FormActions>
      </form>
    </>
  )
}
