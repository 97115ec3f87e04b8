import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { sql } from '#platform/database/database.ts'
import { dayFromForm, type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button } from '#ui/kit/button.tsx'
import { CheckboxList } from '#ui/kit/choices.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { DateField, NumberField, Select, Textarea, TextInput } from '#ui/kit/inputs.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { openProgramme } from './open-programme.ts'

export const meta = () => [{ title: 'Buka program · Anyam' }]
const rows = [1, 2, 3, 4, 5]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, on }) => ({
    on,
    goals: await db.rows<{ id: string; name: string }>(sql`select id, name from planning.goals order by name`),
    units: await db.rows<{ id: string; name: string }>(sql`select id, name from workforce.v_units order by name`),
    lines: await db.rows<{ id: string; name: string }>(
      sql`select id, activity || ' (' || year || ')' as name from planning.budget_lines order by year desc, activity limit 200`,
    ),
  }))

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ form, values, run }) => {
    const criteria = rows.flatMap(n => {
      const label = values[`kriteria${n}`]
      return label
        ? [
            {
              code: label.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
              label,
              weight: Number((values[`bobot${n}`] ?? '0').replace(',', '.')),
            },
          ]
        : []
    })
    const { id } = await run(openProgramme, {
      code: values.code,
      name: values.name,
      purpose: values.purpose,
      goalId: values.goalId ?? null,
      startsOn: dayFromForm(values.startsOn, 'startsOn'),
      endsOn: dayFromForm(values.endsOn, 'endsOn') ?? null,
      effectFrom: dayFromForm(values.effectFrom, 'effectFrom') ?? null,
      fullEffectFrom: dayFromForm(values.fullEffectFrom, 'fullEffectFrom') ?? null,
      seats: values.seats ? Number(values.seats) : null,
      budgetLineId: values.budgetLineId ?? null,
      criteria,
      programmeUnitIds: form.getAll('programmeUnits').map(String),
      comparisonUnitIds: form.getAll('comparisonUnits').map(String),
    })
    return redirect(href('/diklat/program/:programmeId', { programmeId: id }))
  })

export default function OpenProgrammePage() {
  const { goals, units, lines } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const error = (name: string) => answer?.fields[name] ?? null
  const value = (name: string) => answer?.values[name]
  const choices = units.map(u => ({ value: u.id, label: u.name }))
  return (
    <>
      <PageHead
        title="Buka program"
        scope="Bobot pemilihan diumumkan sebelum usulan diterima. Unit pembanding ditetapkan sekarang, bukan sesudah hasilnya terlihat."
        crumbs={[{ label: 'Program', href: href('/diklat/program') }, { label: 'Buka program' }]}
      />
      <form method="post" className="form">
        <FormKey />
        <ErrorSummary problems={problemsOf(answer)} />
        <TextInput
          name="code"
          label="Kode program"
          hint="Misalnya: INFRA-2027"
          value={value('code')}
          error={error('code')}
        />
        <TextInput name="name" label="Nama program" value={value('name')} error={error('name')} />
        <Textarea
          name="purpose"
          label="Masalah yang dijawab"
          rows={3}
          optional
          value={value('purpose')}
          error={error('purpose')}
        />
        <Select
          name="goalId"
          label="Sasaran strategis"
          optional
          options={goals.map(g => ({ value: g.id, label: g.name }))}
          value={value('goalId')}
        />
        <DateField name="startsOn" label="Mulai" value={value('startsOn')} error={error('startsOn')} />
        <DateField name="endsOn" label="Selesai" optional value={value('endsOn')} error={error('endsOn')} />
        <DateField
          name="effectFrom"
          label="Bulan pengaruh pertama"
          hint="Bulan pertama indikator unit mungkin berubah."
          optional
          value={value('effectFrom')}
          error={error('effectFrom')}
        />
        <DateField
          name="fullEffectFrom"
          label="Bulan pengaruh penuh"
          optional
          value={value('fullEffectFrom')}
          error={error('fullEffectFrom')}
        />
        <NumberField name="seats" label="Kursi" value={value('seats')} error={error('seats')} />
        <Select
          name="budgetLineId"
          label="Baris anggaran"
          optional
          options={lines.map(l => ({ value: l.id, label: l.name }))}
          value={value('budgetLineId')}
        />
        <fieldset className="form-item" id="weights">
          <legend>Kriteria dan bobot, jumlahnya 100</legend>
          {error('weights') && <p className="risk-text">{error('weights')}</p>}
          {rows.map(n => (
            <div className="row" key={n}>
              <TextInput name={`kriteria${n}`} label={`Kriteria ${n}`} optional={n > 1} value={value(`kriteria${n}`)} />
              <NumberField name={`bobot${n}`} label={`Bobot ${n}`} optional={n > 1} value={value(`bobot${n}`)} />
            </div>
          ))}
        </fieldset>
        <CheckboxList name="programmeUnits" label="Unit program" choices={choices} optional />
        <CheckboxList
          name="comparisonUnits"
          label="Unit pembanding"
          hint="Unit serupa yang tidak mengikuti program."
          choices={choices}
          optional
        />
        <FormActions>
          <Button variant="primary">Buka program</Button>
        </FormActions>
      </form>
    </>
  )
}
