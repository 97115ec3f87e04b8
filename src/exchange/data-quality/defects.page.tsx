import { href, useLoaderData } from 'react-router'
import { formatNumber } from '#core/text/format.ts'
import { sql } from '#platform/database/database.ts'
import { notFound } from '#platform/refusal.ts'
import { load } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { DataTable } from '#ui/kit/data-table.tsx'
import { EmptyState } from '#ui/kit/empty-state.tsx'
import { FilterBar } from '#ui/kit/filter-bar.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Pager } from '#ui/kit/pager.tsx'
import { Section } from '#ui/kit/section.tsx'
import { qualityReport } from './data-quality.store.ts'
import { recordLink } from './record-link.ts'

export const meta = () => [{ title: 'Daftar cacat data · Anyam' }]

const pageSize = 50

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, query }) => {
    const report = await qualityReport(db)
    const rule = report.rules.find(r => r.code === params.rule)
    if (!rule) throw notFound('Aturan mutu')
    const unitId = query.get('unit')
    const units = await db.rows<{ id: string; name: string }>(
      sql`select id, coalesce(short_name, name) as name from workforce.v_units order by name`,
    )
    const names = new Map(units.map(u => [u.id, u.name]))
    const all = rule.defects
      .filter(d => !unitId || d.unit_id === unitId)
      .map(d => ({ ...d, unit: names.get(d.unit_id) ?? '', link: recordLink(d), key: `${d.label} ${d.record_id}` }))
      .sort((a, b) => (a.key < b.key ? -1 : 1))
    const after = query.get('sesudah')
    const from = after ? all.findIndex(d => d.key > after) : 0
    const rows = from < 0 ? [] : all.slice(from, from + pageSize)
    return {
      rule: {
        code: rule.code,
        title: rule.title,
        owner: rule.owner,
        score: { ...rule.score, parts: [], mechanism: { kind: 'record' as const } },
      },
      rows,
      total: all.length,
      from: from + 1,
      next: from >= 0 && from + pageSize < all.length ? rows[rows.length - 1].key : null,
      unitId,
      units: units.filter(u => rule.defects.some(d => d.unit_id === u.id)),
    }
  })

export default function DefectsPage() {
  const { rule, rows, total, from, next, unitId, units } = useLoaderData<typeof loader>()
  const here = href('/data/mutu/:rule', { rule: rule.code })
  return (
    <>
      <PageHead
        title={total === 0 ? `${rule.title}: tidak ada lagi` : `${rule.title}: ${formatNumber(total)} catatan`}
        scope={`Pemilik: ${rule.owner}. Angka turun begitu catatannya dibetulkan.`}
        crumbs={[{ label: 'Data' }, { label: 'Mutu', href: href('/data/mutu') }, { label: rule.title }]}
      />
      <p className="small-text">
        Tanpa cacat ini: <Figure figure={rule.score} />
      </p>
      <FilterBar
        filters={[
          {
            name: 'unit',
            label: 'Unit',
            chosen: unitId ? [unitId] : [],
            options: units.map(u => ({ value: u.id, label: u.name })),
          },
        ]}
        clearHref={unitId ? here : undefined}
      />
      <Section>
        {rows.length === 0 ? (
          <EmptyState title="Tidak ada catatan dengan cacat ini">Terima kasih, semuanya sudah dibetulkan.</EmptyState>
        ) : (
          <>
            <DataTable
              caption={rule.title}
              captionHidden
              rows={rows}
              rowKey={d => d.key}
              columns={[
                { key: 'label', header: 'Catatan', cell: d => <a href={d.link}>{d.label}</a> },
                { key: 'unit', header: 'Unit', cell: d => d.unit },
                { key: 'owner', header: 'Pemilik', cell: () => rule.owner },
              ]}
            />
            <Pager
              shown={rows.length}
              total={total}
              from={from}
              unit="catatan"
              nextHref={next ? `${here}?${unitId ? `unit=${unitId}&` : ''}sesudah=${encodeURIComponent(next)}` : null}
            />
          </>
        )}
      </Section>
    </>
  )
}
