import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { yearOf } from '#core/values/day.ts'
import { sql } from '#platform/database/database.ts'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { RadioList } from '#ui/kit/choices.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { MoneyField, NumberField, Select, TextInput } from '#ui/kit/inputs.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { errors } from '../errors.ts'
import { typedNumber } from '../form-input.ts'
import { findBudgetLine } from './budget.store.ts'
import { changeBudgetLine } from './change-budget-line.ts'

export const meta = () => [{ title: 'Baris anggaran · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query, on }) => {
    const id = query.get('baris')
    const line = id ? await findBudgetLine(db, id) : null
    if (id && !line) throw errors.budget.notFound()
    return {
      line,
      year: yearOf(on) + 1,
      units: await db.rows<{ id: string; name: string }>(sql`select id, name from workforce.v_units order by name`),
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run }) => {
    const { year } = await run(changeBudgetLine, {
      lineId: values.lineId ?? null,
      code: values.code ?? null,
      unitId: values.unitId ?? null,
      activity: values.activity,
      source: values.source,
      year: values.year,
      amount: typedNumber(values.amount) ?? undefined,
      committed: typedNumber(values.committed),
      realised: typedNumber(values.realised),
      mode: values.mode,
      reason: values.reason ?? null,
    })
    return redirect(`${href('/diklat/anggaran')}?tahun=${year}`)
  })

export default function EditBudgetLinePage() {
  const { line, year, units } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const error = (name: string) => answer?.fields[name] ?? null
  const value = (name: string, own?: string | number | null) =>
    answer ? (answer.values[name] ?? null) : own == null ? null : String(own)
  return (
    <>
      <PageHead
        title={line ? `Ubah ${line.activity}` : 'Tambah baris anggaran'}
        scope="Nilai sebelum dan sesudah perubahan tercatat beserta alasannya."
        crumbs={[{ label: 'Anggaran', href: href('/diklat/anggaran') }, { label: line?.activity ?? 'Baris baru' }]}
      />
      <form method="post" className="form">
        <FormKey />
        {line && <input type="hidden" name="lineId" value={line.id} />}
        <ErrorSummary problems={problemsOf(answer)} />
        <TextInput
          name="activity"
          label="Kegiatan"
          value={value('activity', line?.activity)}
          error={error('activity')}
        />
        <Select
          name="unitId"
          label="Unit"
          optional
          placeholder="Seluruh instansi"
          options={units.map(u => ({ value: u.id, label: u.name }))}
          value={value('unitId', line?.unit_id)}
          error={error('unitId')}
        />
        <TextInput
          name="source"
          label="Sumber dana"
          hint="Misalnya: APBD, BLUD, hibah."
          value={value('source', line?.source)}
          error={error('source')}
        />
        <NumberField name="year" label="Tahun" value={value('year', line?.year ?? year)} error={error('year')} />
        <TextInput name="code" label="Kode rekening" optional value={value('code', line?.code)} error={error('code')} />
        <MoneyField name="amount" label="Pagu" value={value('amount', line?.amount)} error={error('amount')} />
        <MoneyField
          name="committed"
          label="Komitmen"
          hint="Yang sudah diikat kontrak atau surat tugas. Kosongkan bila belum dilaporkan."
          optional
          value={value('committed', line?.committed)}
          error={error('committed')}
        />
        <MoneyField
          name="realised"
          label="Realisasi"
          hint="Kosongkan bila belum dilaporkan; kosong bukan nol."
          optional
          value={value('realised', line?.realised)}
          error={error('realised')}
        />
        <RadioList
          name="mode"
          label="Sifat"
          across
          choices={[
            { value: 'restrictive', label: 'Mengikat' },
            { value: 'indicative', label: 'Indikatif' },
          ]}
          value={value('mode', line?.mode ?? 'restrictive')}
          error={error('mode')}
        />
        {line && <TextInput name="reason" label="Alasan perubahan" value={value('reason')} error={error('reason')} />}
        <FormActions>
          <Button variant="primary">Simpan baris</Button>
          <LinkButton href={href('/diklat/anggaran')}>Batal</LinkButton>
        </FormActions>
      </form>
    </>
  )
}
