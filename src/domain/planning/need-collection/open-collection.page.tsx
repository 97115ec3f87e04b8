import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { addDays, yearOf } from '#core/values/day.ts'
import { sql } from '#platform/database/database.ts'
import { dayFromForm, type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { CheckboxList } from '#ui/kit/choices.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { DateField, NumberField, TextInput } from '#ui/kit/inputs.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { collectionRules } from './need-collection.rules.ts'
import { openCollection } from './open-collection.ts'

export const meta = () => [{ title: 'Buka pengumpulan kebutuhan · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, on }) => ({
    year: yearOf(on) + 1,
    opensOn: on,
    closesOn: addDays(on, collectionRules.on(on).body.windowDays),
    tiers: (
      await db.rows<{ tier: string }>(
        sql`select distinct tier from workforce.v_people where state = 'active' and tier is not null order by tier`,
      )
    ).map(t => t.tier),
    units: await db.rows<{ id: string; name: string }>(
      sql`select u.id, u.name from workforce.v_units u where exists (select 1 from workforce.v_people p where p.agency_id = u.agency_id and p.unit_id = u.id and p.state = 'active') order by u.name`,
    ),
  }))

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ form, values, run }) => {
    const { id } = await run(openCollection, {
      name: values.name,
      year: values.year,
      opensOn: dayFromForm(values.opensOn, 'opensOn'),
      closesOn: dayFromForm(values.closesOn, 'closesOn') ?? null,
      unitIds: form.getAll('unitIds').map(String),
      tiers: form.getAll('tiers').map(String),
    })
    return redirect(href('/diklat/kebutuhan/:collectionId', { collectionId: id }))
  })

export default function OpenCollectionPage() {
  const { year, opensOn, closesOn, tiers, units } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const error = (name: string) => answer?.fields[name] ?? null
  const value = (name: string, own: string | number) => answer?.values[name] ?? String(own)
  return (
    <>
      <PageHead
        title="Buka pengumpulan kebutuhan"
        scope="Baris tiap orang disiapkan dari kesenjangannya. Atasan dan pegawai diberi tahu begitu siap."
        crumbs={[{ label: 'Kebutuhan', href: href('/diklat/kebutuhan') }, { label: 'Pengumpulan baru' }]}
      />
      <form method="post" className="form">
        <FormKey />
        <ErrorSummary problems={problemsOf(answer)} />
        <TextInput name="name" label="Nama" value={value('name', `AKPK ${year}`)} error={error('name')} />
        <NumberField name="year" label="Rencana untuk tahun" value={value('year', year)} error={error('year')} />
        <DateField name="opensOn" label="Dibuka" value={value('opensOn', opensOn)} error={error('opensOn')} />
        <DateField
          name="closesOn"
          label="Berakhir"
          hint="Sesudah hari ini isian terlambat diterima dengan alasan."
          value={value('closesOn', closesOn)}
          error={error('closesOn')}
        />
        <CheckboxList
          name="tiers"
          label="Jenjang"
          hint="Kosongkan untuk semua jenjang."
          optional
          choices={tiers.map(t => ({ value: t, label: t }))}
        />
        <details className="disclosure" open={error('unitIds') !== null}>
          <summary>Batasi unit</summary>
          <CheckboxList
            name="unitIds"
            label="Unit"
            hint="Kosongkan untuk semua unit."
            optional
            error={error('unitIds')}
            choices={units.map(u => ({ value: u.id, label: u.name }))}
          />
        </details>
        <FormActions note="Pengumpulan untuk ribuan orang disiapkan dalam beberapa menit.">
          <Button variant="primary">Buka pengumpulan</Button>
          <LinkButton href={href('/diklat/kebutuhan')}>Batal</LinkButton>
        </FormActions>
      </form>
    </>
  )
}
