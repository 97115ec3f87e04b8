import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { yearOf } from '#core/values/day.ts'
import { sql } from '#platform/database/database.ts'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button } from '#ui/kit/button.tsx'
import { Checkbox, CheckboxList } from '#ui/kit/choices.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { NumberField, Select, TextInput } from '#ui/kit/inputs.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { composeScenario } from './compose-scenario.ts'
import { findScenario } from './scenario.store.ts'

export const meta = () => [{ title: 'Skenario baru · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query, on }) => {
    const from = query.get('salin') ? await findScenario(db, query.get('salin')!) : null
    return {
      from: from
        ? { id: from.id, name: from.name, year: from.year, ...from.settings.scope, rules: from.settings.rules }
        : null,
      years: (
        await db.rows<{ year: number }>(sql`select distinct year from planning.budget_lines order by year desc`)
      ).map(r => r.year),
      year: yearOf(on) + 1,
      tiers: await db.rows<{ tier: string; people: number }>(
        sql`select p.tier, count(*)::int as people from workforce.v_people p where p.state = 'active' and p.position_name in (select position_name from competency.v_standards) group by p.tier order by p.tier`,
      ),
      units: await db.rows<{ id: string; name: string }>(sql`select id, name from workforce.v_units order by name`),
      programmes: await db.rows<{ id: string; name: string }>(
        sql`select id, name from planning.programmes order by starts_on desc`,
      ),
      lines: await db.rows<{ id: string; name: string }>(
        sql`select l.id, l.activity || coalesce(', ' || u.name, '') || ' (' || l.year || ')' as name from planning.budget_lines l left join workforce.v_units u on u.agency_id = l.agency_id and u.id = l.unit_id order by l.year desc, l.activity`,
      ),
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ form, values, run }) => {
    const { id } = await run(composeScenario, {
      name: values.name,
      year: values.year,
      tiers: form.getAll('tiers').map(String),
      unitIds: form.getAll('unitIds').map(String),
      poolOnly: values.poolOnly === 'ya',
      programmeId: values.programmeId ?? null,
      lineId: values.lineId ?? null,
      budgetChangePercent: (values.budgetChangePercent ?? '0').replace(',', '.').replace('−', '-'),
      maxDaysAway: values.maxDaysAway,
      maxModules: values.maxModules,
      minimumPerUnit: values.minimumPerUnit ?? 0,
      minimumShareWomen: (values.minimumShareWomen ?? '0').replace(',', '.'),
      copiedFrom: values.copiedFrom ?? null,
    })
    return redirect(href('/diklat/penyusun/:scenarioId', { scenarioId: id }))
  })

export default function ComposeScenarioPage() {
  const { from, years, year, tiers, units, programmes, lines } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const error = (name: string) => answer?.fields[name] ?? null
  const value = (name: string, own: string | number | null | undefined) =>
    answer?.values[name] ?? (own == null ? null : String(own))
  return (
    <>
      <PageHead
        title={from ? `Salin ${from.name}` : 'Susun skenario baru'}
        scope="Paling banyak 10.000 orang sekaligus; di atas 2.000 orang perlu sampai lima menit. Level yang belum dinilai tidak dianggap kesenjangan dan masuk daftar asesmen."
        crumbs={[{ label: 'Penyusun rencana', href: href('/diklat/penyusun') }, { label: 'Skenario baru' }]}
      />
      <form method="post" className="form">
        <FormKey />
        {from && <input type="hidden" name="copiedFrom" value={from.id} />}
        <ErrorSummary problems={problemsOf(answer)} />
        <TextInput
          name="name"
          label="Nama skenario"
          value={value('name', from ? `${from.name} (salinan)` : null)}
          error={error('name')}
        />
        <Select
          name="year"
          label="Tahun anggaran"
          options={[...new Set([...years, year])].sort().map(y => ({ value: String(y), label: String(y) }))}
          value={value('year', from?.year ?? (years.includes(year) ? year : years[0]))}
          error={error('year')}
        />
        <CheckboxList
          name="tiers"
          label="Jenjang"
          hint="Kosongkan untuk semua yang memiliki standar kompetensi."
          optional
          values={from?.tiers ?? []}
          choices={tiers.map(t => ({ value: t.tier, label: `${t.tier} (${t.people.toLocaleString('id-ID')})` }))}
        />
        <details className="disclosure" open={(from?.unitIds.length ?? 0) > 0}>
          <summary>Batasi unit</summary>
          <CheckboxList
            name="unitIds"
            label="Unit"
            optional
            values={from?.unitIds ?? []}
            choices={units.map(u => ({ value: u.id, label: u.name }))}
          />
        </details>
        <Checkbox
          name="poolOnly"
          label="Hanya kelompok rencana suksesi (kotak 7, 8, 9)"
          checked={from?.poolOnly ?? false}
        />
        <Select
          name="programmeId"
          label="Peserta program"
          optional
          placeholder="Semua"
          options={programmes.map(p => ({ value: p.id, label: p.name }))}
          value={value('programmeId', from?.programmeId)}
        />
        <Select
          name="lineId"
          label="Baris yang menanggung biaya"
          optional
          placeholder="Baris dengan sisa terbesar"
          options={lines.map(l => ({ value: l.id, label: l.name }))}
          value={value('lineId', from?.rules.lineId)}
        />
        <NumberField
          name="budgetChangePercent"
          label="Andaikan pagu berubah"
          unit="persen"
          hint="Misalnya −10 atau 25. Nol berarti pagu sekarang."
          value={value('budgetChangePercent', from?.rules.budgetChangePercent ?? 0)}
          error={error('budgetChangePercent')}
        />
        <NumberField
          name="maxModules"
          label="Modul per orang paling banyak"
          value={value('maxModules', from?.rules.maxModules ?? 3)}
          error={error('maxModules')}
        />
        <NumberField
          name="maxDaysAway"
          label="Hari pergi per orang paling banyak"
          value={value('maxDaysAway', from?.rules.maxDaysAway ?? 15)}
          error={error('maxDaysAway')}
        />
        <NumberField
          name="minimumPerUnit"
          label="Lantai keadilan: orang per unit paling sedikit"
          value={value('minimumPerUnit', from?.rules.minimumPerUnit ?? 0)}
          error={error('minimumPerUnit')}
        />
        <NumberField
          name="minimumShareWomen"
          label="Lantai keadilan: bagian kursi perempuan paling sedikit"
          unit="persen"
          value={value('minimumShareWomen', from ? from.rules.minimumShareWomen * 100 : 0)}
          error={error('minimumShareWomen')}
        />
        <FormActions note="Perhitungan berjalan di belakang layar; halaman ini memperlihatkan kemajuannya.">
          <Button variant="primary">Hitung skenario</Button>
        </FormActions>
      </form>
    </>
  )
}
