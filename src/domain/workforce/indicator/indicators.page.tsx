import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay, formatNumber } from '#core/text/format.ts'
import { addMonths, type Day } from '#core/values/day.ts'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { LineChart } from '#ui/chart/line-chart.tsx'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { DataTable } from '#ui/kit/data-table.tsx'
import { EmptyState } from '#ui/kit/empty-state.tsx'
import { FilterBar } from '#ui/kit/filter-bar.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { FormActions } from '#ui/kit/form-parts.tsx'
import { NumberField, Select, TextInput } from '#ui/kit/inputs.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section, TwoColumn } from '#ui/kit/section.tsx'
import { listUnits } from '../unit/unit.store.ts'
import { listIndicators, listIndicatorValues } from './indicator.store.ts'
import { recordIndicatorValue } from './record-indicator-value.ts'

export const meta = () => [{ title: 'Indikator unit · Anyam' }]

const shownMonths = 12

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query, on, actor }) => {
    const indicators = await listIndicators(db)
    const indicator = indicators.find(i => i.id === query.get('indikator')) ?? indicators[0] ?? null
    const current = `${on.slice(0, 7)}-01` as Day
    const until = addMonths(current, -1)
    const months = Array.from({ length: shownMonths }, (_, i) => addMonths(until, i - shownMonths + 1))
    const values = indicator ? await listIndicatorValues(db, indicator.id, months[0], until) : []
    const units = await listUnits(db)
    const reporting = units.filter(u => values.some(v => v.unit_id === u.id))
    const unit = units.find(u => u.id === query.get('unit')) ?? reporting[0] ?? null
    return {
      mayImport: actor.role === 'hr_officer',
      indicators,
      indicator,
      months,
      current,
      unit: unit && { id: unit.id, name: unit.short_name ?? unit.name },
      units: units.map(u => ({ value: u.id, label: u.short_name ?? u.name })),
      rows: reporting.map(u => ({
        id: u.id,
        name: u.short_name ?? u.name,
        values: months.map(m => values.find(v => v.unit_id === u.id && v.month_on === m)?.value ?? null),
      })),
      isSaved: query.get('pesan') === 'tersimpan',
      mayEdit: actor.role === 'hr_officer',
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run }) => {
    await run(recordIndicatorValue, {
      unitId: values.unitId,
      indicatorId: values.indicatorId,
      monthOn: values.month ? `${values.month}-01` : undefined,
      value: values.value?.replace(/\./g, '').replace(',', '.'),
      reason: values.reason ?? null,
    })
    return redirect(
      `${href('/evaluasi/indikator')}?indikator=${values.indicatorId}&unit=${values.unitId}&pesan=tersimpan`,
    )
  })

/** `Des 25`. */
const shortMonth = (m: string): string => `${formatDay(m, 'month').slice(0, 3)} ${m.slice(2, 4)}`

export default function IndicatorsPage() {
  const data = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { indicator, unit } = data
  if (!indicator)
    return (
      <>
        <PageHead title="Belum ada indikator unit" crumbs={[{ label: 'Evaluasi' }, { label: 'Indikator unit' }]} />
        <EmptyState
          title="Mulai dari berkas indikator bulanan"
          action={data.mayImport && <LinkButton href="/data/impor">Impor indikator</LinkButton>}
        >
          Indikator dipakai untuk menilai dampak program pada unit.
        </EmptyState>
      </>
    )
  const row = data.rows.find(r => r.id === unit?.id)
  const missing = data.rows.reduce((n, r) => n + r.values.filter(v => v === null).length, 0)
  const e = answer?.fields ?? {}
  const v = answer?.values ?? {}
  return (
    <>
      <PageHead
        title={
          missing > 0
            ? `${indicator.name}: ${formatNumber(missing)} nilai bulanan belum masuk`
            : `${indicator.name}: nilai semua unit lengkap`
        }
        scope={`${formatNumber(data.rows.length)} unit, ${shownMonths} bulan terakhir. ${indicator.direction === 'lower-better' ? 'Lebih kecil lebih baik' : 'Lebih besar lebih baik'}; satuan ${indicator.unit_of_measure}.`}
        crumbs={[{ label: 'Evaluasi' }, { label: 'Indikator unit' }]}
        actions={data.mayImport && <LinkButton href="/data/impor">Impor indikator</LinkButton>}
      />
      {data.isSaved && <Note live title="Nilai tersimpan." />}
      <FilterBar
        filters={[
          {
            name: 'indikator',
            label: 'Indikator',
            chosen: [indicator.id],
            options: data.indicators.map(i => ({ value: i.id, label: i.name })),
          },
          { name: 'unit', label: 'Unit', chosen: unit ? [unit.id] : [], options: data.units },
        ]}
      />
      <TwoColumn
        side={
          data.mayEdit && (
            <Section title="Isi atau betulkan satu nilai">
              <form method="post" className="form">
                <FormKey />
                {answer && <Note tone="risk" title={answer.message} live />}
                <input type="hidden" name="indicatorId" value={indicator.id} />
                <Select name="unitId" label="Unit" value={v.unitId ?? unit?.id} error={e.unitId} options={data.units} />
                <Select
                  name="month"
                  label="Bulan"
                  value={v.month}
                  error={e.monthOn ?? e.month}
                  options={[...data.months]
                    .reverse()
                    .map(m => ({ value: m.slice(0, 7), label: formatDay(m, 'month') }))}
                />
                <NumberField
                  name="value"
                  label="Nilai"
                  unit={indicator.unit_of_measure}
                  value={v.value}
                  error={e.value}
                />
                <TextInput name="reason" label="Alasan, bila membetulkan" optional value={v.reason} error={e.reason} />
                <FormActions>
                  <Button variant="primary">Simpan nilai</Button>
                </FormActions>
              </form>
            </Section>
          )
        }
      >
        {row && (
          <Section title={`${indicator.name}, ${row.name}`}>
            <LineChart
              periods={data.months.map(shortMonth)}
              series={[{ label: row.name, values: row.values }]}
              unit={indicator.unit_of_measure}
              reading={`${indicator.name} ${row.name}, ${shownMonths} bulan terakhir`}
            />
          </Section>
        )}
      </TwoColumn>
      <Section title="Semua unit" note="kosong berarti belum masuk, bukan nol">
        <DataTable
          caption={`${indicator.name} setiap bulan menurut unit`}
          captionHidden
          phone="scroll"
          rows={data.rows}
          rowKey={r => r.id}
          columns={[
            {
              key: 'unit',
              header: 'Unit',
              cell: r => <a href={`?indikator=${indicator.id}&unit=${r.id}`}>{r.name}</a>,
            },
            ...data.months.map((m, i) => ({
              key: m,
              header: m.slice(2, 7).split('-').reverse().join('/'),
              number: true,
              cell: (r: (typeof data.rows)[number]) =>
                r.values[i] === null ? (
                  <span className="faint">kosong</span>
                ) : (
                  formatNumber(r.values[i] as number, { digits: 1 })
                ),
            })),
          ]}
        />
      </Section>
    </>
  )
}
