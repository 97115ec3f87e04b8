import { href, redirect, useActionData, useLoaderData } from 'react-router'
import type { Day } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'
import { holdingFor } from '#platform/rules/agency-rules.ts'
import { dayFromForm, type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button } from '#ui/kit/button.tsx'
import { CheckboxList, RadioList } from '#ui/kit/choices.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { DateField, Select, TextInput } from '#ui/kit/inputs.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { scoreRules } from '../score/score.rules.ts'
import { openCycle } from './open-cycle.ts'

export const meta = () => [{ title: 'Buka siklus talenta · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, on }) => ({
    on,
    tiers: await db.rows<{ tier: string; people: number }>(
      sql`select tier, count(*)::int as people from workforce.v_people where state = 'active' and tier is not null group by tier order by tier`,
    ),
    hasSheet: (await db.find(sql`select 1 from talent.sheet_scores limit 1`)) !== null,
    rules: await rulesNow(db, on),
  }))

/** Every framework with the version that holds today. */
const rulesNow = async (db: Db, on: Day) => {
  const found: { value: string; label: string }[] = []
  for (const set of scoreRules.sets()) {
    const { version } = await holdingFor(db, scoreRules, on, set.code)
    found.push({ value: set.code, label: `${set.code} versi ${version.version}: ${set.title}` })
  }
  return found
}

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ form, values, run }) => {
    const { id } = await run(openCycle, {
      name: values.name,
      asOf: dayFromForm(values.asOf, 'asOf'),
      ruleCode: values.ruleCode,
      source: values.source ?? 'records',
      tiers: form.getAll('tiers').map(String),
      objectionUntil: dayFromForm(values.objectionUntil, 'objectionUntil') ?? null,
    })
    return redirect(`${href('/talenta')}?siklus=${id}`)
  })

export default function OpenCyclePage() {
  const { on, tiers, hasSheet, rules } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const error = (name: string) => answer?.fields[name] ?? null
  return (
    <>
      <PageHead
        title="Buka siklus talenta"
        scope="Lingkup dan aturan diumumkan sebelum data dinilai. Hasil memakai potret pada satu tanggal."
        crumbs={[{ label: 'Talenta', href: href('/talenta') }, { label: 'Buka siklus' }]}
      />
      <form method="post" className="form">
        <FormKey />
        <ErrorSummary problems={problemsOf(answer)} />
        <TextInput
          name="name"
          label="Nama siklus"
          hint="Misalnya: Siklus Talenta 2026"
          value={answer?.values.name ?? `Siklus Talenta ${on.slice(0, 4)}`}
          error={error('name')}
        />
        <DateField
          name="asOf"
          label="Tanggal potret"
          hint="Data yang berlaku pada tanggal ini yang dihitung."
          value={answer?.values.asOf ?? on}
          error={error('asOf')}
        />
        <Select
          name="ruleCode"
          label="Aturan"
          hint="Dipakai versi yang berlaku pada tanggal potret; yang tertulis berlaku hari ini."
          options={rules}
          value={answer?.values.ruleCode ?? 'BKN-SIMATA'}
          error={error('ruleCode')}
        />
        <RadioList
          name="source"
          label="Asal nilai"
          value={answer?.values.source ?? 'records'}
          choices={[
            {
              value: 'records',
              label: 'Dari catatan pegawai',
              hint: 'SKP, penghargaan, penilaian kompetensi, diklat, dan seterusnya dinilai dengan rubrik.',
            },
            {
              value: 'sheet',
              label: 'Dari lembar talenta',
              hint: hasSheet
                ? 'Bagian yang sudah bernilai 0–100 pada lembar yang diimpor.'
                : 'Belum ada lembar talenta yang diimpor.',
              disabled: !hasSheet,
            },
          ]}
        />
        <CheckboxList
          name="tiers"
          label="Jenjang dalam lingkup"
          hint="Kosongkan untuk semua jenjang."
          optional
          choices={tiers.map(t => ({ value: t.tier, label: `${t.tier} (${t.people.toLocaleString('id-ID')} orang)` }))}
        />
        <DateField
          name="objectionUntil"
          label="Batas sanggah"
          optional
          value={answer?.values.objectionUntil}
          error={error('objectionUntil')}
        />
        <FormActions note="Belum ada yang dihitung sampai Anda menekan Hitung peta.">
          <Button variant="primary">Buka siklus</Button>
        </FormActions>
      </form>
    </>
  )
}
