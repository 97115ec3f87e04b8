import { href, useLoaderData } from 'react-router'
import { formatDay, formatRupiah, formatRupiahShort } from '#core/text/format.ts'
import { load } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { Recorded } from '#ui/figure/recorded.tsx'
import { LinkButton } from '#ui/kit/button.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { DefinitionList } from '#ui/kit/definition-list.tsx'
import { EmptyState } from '#ui/kit/empty-state.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { errors } from '../errors.ts'
import { findBudgetLine } from './budget.store.ts'
import { ceilingOf, forecastFigure, listCharged, listCompletion, listTraced, tracedFigure } from './budget-outlook.ts'
import { isWithin, listKeptForecasts } from './kept-forecast.ts'

export const meta = () => [{ title: 'Baris anggaran · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, on, actor }) => {
    const line = await findBudgetLine(db, params.lineId)
    if (!line) throw errors.budget.notFound()
    const items = await listTraced(db, line.year, line.id)
    const charged = await listCharged(db, line.id)
    const forecast = forecastFigure(line, await listCompletion(db, line.year), on)
    return {
      line,
      items,
      charged,
      chargedSum: tracedFigure(charged, {
        ref: `planning.budget-charged:${line.id}`,
        label: `RPK yang dibebankan pada ${line.activity}`,
        asOf: on,
      }),
      forecast,
      ceiling: ceilingOf(forecast, line.amount),
      traced: tracedFigure(items, {
        ref: `planning.budget-traced:${line.id}`,
        label: `Rencana yang dibebankan pada ${line.activity}`,
        asOf: on,
      }),
      kept: (await listKeptForecasts(db, line.id)).map(f => ({ ...f, within: isWithin(f) })),
      isHr: actor.role === 'hr_officer',
    }
  })

export default function BudgetLinePage() {
  const { line, items, charged, chargedSum, forecast, ceiling, traced, kept, isHr } = useLoaderData<typeof loader>()
  const money = (value: number | null) =>
    value === null ? (
      'belum dilaporkan'
    ) : (
      <Recorded kind="planning.budget-line" id={line.id}>
        {formatRupiah(value)}
      </Recorded>
    )
  return (
    <>
      <PageHead
        title={line.activity}
        scope={`${line.unit_name ?? 'Seluruh instansi'}, ${line.source}, tahun ${line.year}.`}
        crumbs={[
          { label: 'Anggaran', href: `${href('/diklat/anggaran')}?tahun=${line.year}` },
          { label: line.activity },
        ]}
        actions={isHr && <LinkButton href={`${href('/diklat/anggaran/ubah')}?baris=${line.id}`}>Ubah baris</LinkButton>}
      />
      <DefinitionList
        facts={[
          { term: 'Pagu', value: money(line.amount) },
          { term: 'Komitmen', value: money(line.committed) },
          { term: 'Realisasi', value: money(line.realised) },
          {
            term: 'Perkiraan akhir tahun',
            value: (
              <>
                <Figure figure={forecast} />
                {forecast.interval && (
                  <div className="small-text quiet">
                    {formatRupiahShort(forecast.interval.low)} sampai {formatRupiahShort(forecast.interval.high)}
                  </div>
                )}
                <div className="small-text quiet">{forecast.limits[0]}</div>
              </>
            ),
          },
          { term: 'Rencana individu yang dibebankan', value: <Figure figure={traced} /> },
          { term: 'RPK yang dibebankan', value: <Figure figure={chargedSum} /> },
        ]}
      />
      {(ceiling === 'above' || ceiling === 'maybe') && (
        <div className="gap-4">
          <Note
            tone="due"
            title={ceiling === 'above' ? 'Perkiraannya melampaui pagu' : 'Ujung atas perkiraannya melampaui pagu'}
          >
            Tambah pagunya, geser dana, atau kurangi komitmen sebelum akhir tahun.
          </Note>
        </div>
      )}
      {kept.length > 0 && (
        <Section title="Perkiraan yang pernah disimpan" note="sebulan sekali, tidak diubah lagi">
          <DataTable
            caption="Perkiraan yang pernah disimpan"
            captionHidden
            phone="dense"
            rows={kept}
            rowKey={f => f.made_on}
            columns={[
              { key: 'on', header: 'Dibuat', cell: f => formatDay(f.made_on, 'short') },
              {
                key: 'value',
                header: 'Perkiraan',
                number: true,
                cell: f => (
                  <Recorded kind="planning.budget-forecast" id={`${f.line_id}~${f.made_on}`}>
                    {f.value === null ? 'hanya batas' : formatRupiah(f.value)}
                  </Recorded>
                ),
              },
              {
                key: 'range',
                header: 'Selang',
                cell: f => (
                  <Recorded kind="planning.budget-forecast" id={`${f.line_id}~${f.made_on}`}>
                    {formatRupiahShort(f.low)} sampai {formatRupiahShort(f.high)}
                  </Recorded>
                ),
              },
              {
                key: 'ended',
                header: 'Realisasi akhir tahun',
                cell: f =>
                  f.ended === null ? (
                    <StateMark state="unknown">tahun belum selesai</StateMark>
                  ) : (
                    <>
                      {money(f.ended)}{' '}
                      <StateMark state={f.within ? 'known' : 'risk'}>
                        {f.within ? 'di dalam selang' : 'di luar selang'}
                      </StateMark>
                    </>
                  ),
              },
            ]}
          />
        </Section>
      )}
      <Section title="Yang dibebankan pada baris ini">
        {items.length + charged.length === 0 ? (
          <EmptyState title="Belum ada kegiatan yang dibebankan">
            Kegiatan rencana yang disepakati dan baris RPK tampil di sini begitu menyebut baris ini.
          </EmptyState>
        ) : (
          <DataTable
            caption="Kegiatan yang dibebankan"
            captionHidden
            rows={[...items, ...charged]}
            rowKey={i => i.id}
            columns={[
              {
                key: 'what',
                header: 'Kegiatan',
                cell: i => (
                  <>
                    {i.title}
                    <SubLine>
                      {i.person}, {i.unit}
                    </SubLine>
                  </>
                ),
              },
              {
                key: 'from',
                header: 'Asal',
                cell: i => (i.kind === 'planning.plan-item' ? 'Rencana individu' : 'RPK'),
              },
              {
                key: 'cost',
                header: 'Biaya',
                number: true,
                cell: i => (
                  <Recorded kind={i.kind} id={i.id}>
                    {formatRupiah(i.cost)}
                  </Recorded>
                ),
              },
            ]}
          />
        )}
      </Section>
    </>
  )
}
