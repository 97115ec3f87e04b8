import { href, useLoaderData } from 'react-router'
import { listed } from '#core/figure/mechanisms.ts'
import { formatNumber } from '#core/text/format.ts'
import { sql } from '#platform/database/database.ts'
import { load } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { LinkButton } from '#ui/kit/button.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { DefinitionList } from '#ui/kit/definition-list.tsx'
import { EmptyState } from '#ui/kit/empty-state.tsx'
import { Bar } from '#ui/kit/meter.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section, TwoColumn } from '#ui/kit/section.tsx'
import '#ui/style/screens/data-quality.css'
import { defectCount, defectsOfGroup, defectUnits } from '../exchange.figures.ts'
import { dimensions } from './data-quality.rules.ts'
import { qualityReport } from './data-quality.store.ts'

export const meta = () => [{ title: 'Mutu data · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query, on, actor }) => {
    const report = await qualityReport(db)
    const units = await db.rows<{ id: string; name: string; people: number }>(
      sql`select u.id, coalesce(u.short_name, u.name) as name, count(e.id)::int as people from workforce.v_units u
        left join workforce.v_people e on e.agency_id = u.agency_id and e.unit_id = u.id and e.state = 'active' group by u.id, u.name, u.short_name`,
    )
    const names = new Map(units.map(u => [u.id, u]))
    const order = dimensions.find(d => d === query.get('urut')) ?? 'completeness'
    const titles = new Map(report.rules.map(r => [r.code, r.title]))
    return {
      mayImport: actor.role === 'hr_officer',
      order,
      dimensions: report.dimensions.map(d => ({
        ...d,
        score: listed(d.score),
        defects: listed(defectsOfGroup(on, report, `dimension-${d.dimension}`)),
      })),
      warnBelow: report.warnBelow,
      total: listed(defectCount(on, report.defects)),
      rules: report.rules
        .filter(r => r.defects.length > 0)
        .sort((a, b) => b.defects.length - a.defects.length)
        .map(r => ({
          code: r.code,
          title: r.title,
          owner: r.owner,
          dimension: r.dimension,
          units: listed(defectUnits(on, r)),
          count: listed(defectCount(on, r.defects, { rule: r.code, title: r.title })),
        })),
      ruleCount: report.rules.length,
      blocks: [
        ...Map.groupBy(
          report.rules.flatMap(r => r.blocks.map(block => ({ block, defects: r.defects.length }))),
          b => b.block,
        ),
      ]
        .map(([block]) => ({ block, defects: listed(defectsOfGroup(on, report, `block-${block}`)) }))
        .filter(b => Number(b.defects.value) > 0)
        .sort((a, b) => Number(b.defects.value) - Number(a.defects.value)),
      units: report.units
        .map(u => {
          const most = [...Map.groupBy(u.defects, d => d.rule)].sort((a, b) => b[1].length - a[1].length).slice(0, 2)
          return {
            id: u.id,
            name: names.get(u.id)?.name ?? 'Unit',
            people: names.get(u.id)?.people ?? 0,
            scores: Object.fromEntries(dimensions.map(d => [d, listed(u.scores[d])])),
            most: most.map(([rule, list]) => ({ rule, title: titles.get(rule) ?? rule, count: list.length })),
          }
        })
        .sort(
          (a, b) =>
            Number(a.scores[order].value ?? 101) - Number(b.scores[order].value ?? 101) ||
            a.name.localeCompare(b.name, 'id'),
        ),
    }
  })

/** A title inside a sentence: an abbreviation keeps its capitals. */
const lowerFirst = (text: string): string =>
  /^\p{Lu}{2}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1)

const blockWords: Record<string, string> = {
  peta: 'Peta 9 kotak',
  JP: 'Perhitungan JP',
  SIASN: 'Pengiriman ke SIASN',
  suksesi: 'Bangku suksesi',
  kesenjangan: 'Kesenjangan kompetensi',
  pensiun: 'Perkiraan pensiun',
  evaluasi: 'Evaluasi program',
  'tindak lanjut': 'Tindak lanjut diklat',
}

export default function DataQualityPage() {
  const data = useLoaderData<typeof loader>()
  const weakest = data.dimensions
    .filter(d => d.score.value !== null)
    .sort((a, b) => Number(a.score.value) - Number(b.score.value))[0]
  const open = Number(data.total.value ?? 0)
  if (data.units.length === 0)
    return (
      <>
        <PageHead title="Belum ada data yang dapat diperiksa" crumbs={[{ label: 'Data' }, { label: 'Mutu' }]} />
        <EmptyState
          title="Mulai dari daftar unit dan pegawai"
          action={data.mayImport && <LinkButton href={href('/data/impor')}>Impor berkas</LinkButton>}
        >
          Mutu data dihitung begitu ada catatan.
        </EmptyState>
      </>
    )
  return (
    <>
      <PageHead
        title={
          open === 0
            ? 'Tidak ada cacat terbuka'
            : `${formatNumber(open)} cacat terbuka; yang terlemah ${weakest?.name.toLowerCase() ?? ''}`
        }
        scope={`${data.units.length} unit, ${data.ruleCount} aturan mutu. Setiap cacat menunjuk catatan, pemilik, dan jalan membetulkannya.`}
        crumbs={[{ label: 'Data' }, { label: 'Mutu' }]}
        actions={data.mayImport && <LinkButton href={href('/data/impor')}>Impor perbaikan</LinkButton>}
      />
      <ul className="dimensions">
        {data.dimensions.map(d => (
          <li key={d.dimension}>
            <h2>{d.name}</h2>
            <Figure
              figure={d.score}
              size="lead"
              compare={
                <>
                  <Figure figure={d.defects} unit={false} asLink /> catatan perlu dibetulkan
                </>
              }
            />
          </li>
        ))}
      </ul>
      <TwoColumn
        side={
          <>
            <Section title="Cacat terbuka">
              <Figure figure={data.total} size="lead" />
            </Section>
            {data.blocks.length > 0 && (
              <Section title="Menghalangi keputusan">
                <DefinitionList
                  facts={data.blocks.map(b => ({
                    term: blockWords[b.block] ?? b.block,
                    value: (
                      <>
                        <Figure figure={b.defects} unit={false} asLink /> catatan
                      </>
                    ),
                  }))}
                />
              </Section>
            )}
          </>
        }
      >
        <Section title="Cacat, pemilik, dan jalan membetulkannya">
          <ul className="defects">
            {data.rules.map(r => (
              <li key={r.code}>
                <span className="count">
                  <Figure figure={r.count} unit={false} asLink />
                </span>
                <span>
                  <b>{r.title}</b>
                  <SubLine>
                    Pemilik: {r.owner}. Di <Figure figure={r.units} unit={false} asLink /> unit.
                  </SubLine>
                </span>
                <LinkButton small href={href('/data/mutu/:rule', { rule: r.code })} label={`Buka daftar: ${r.title}`}>
                  Buka daftar
                </LinkButton>
              </li>
            ))}
          </ul>
        </Section>
      </TwoColumn>
      <Section title="Menurut unit" note={`bar kuning: kurang dari ${data.warnBelow}%`}>
        <DataTable
          caption="Mutu data menurut unit, yang terlemah dahulu"
          captionHidden
          phone="dense"
          rows={data.units}
          rowKey={u => u.id}
          columns={[
            {
              key: 'unit',
              header: 'Unit',
              cell: u => (
                <>
                  <a href={href('/data/unit/:unitId', { unitId: u.id })}>{u.name}</a>{' '}
                  <span className="faint">{formatNumber(u.people)}</span>
                </>
              ),
            },
            ...data.dimensions.map(d => ({
              key: d.dimension,
              header: d.name,
              sortHref: `?urut=${d.dimension}`,
              sorted: d.dimension === data.order ? ('ascending' as const) : undefined,
              cell: (u: (typeof data.units)[number]) => {
                const figure = u.scores[d.dimension]
                const share = figure.value === null ? null : Number(figure.value) / 100
                return (
                  <span className="bar-cell">
                    <Bar
                      share={share}
                      tone={share !== null && share * 100 < data.warnBelow ? 'due' : 'plain'}
                      label={`${d.name} ${u.name}`}
                    />
                    <Figure figure={figure} asLink />
                  </span>
                )
              },
            })),
            {
              key: 'most',
              header: 'Cacat terbanyak',
              wide: true,
              cell: u =>
                u.most.length === 0
                  ? 'tidak ada'
                  : u.most.map((m, i) => (
                      <span key={m.rule}>
                        {i > 0 && ', '}
                        <a href={`${href('/data/mutu/:rule', { rule: m.rule })}?unit=${u.id}`}>
                          {formatNumber(m.count)} {lowerFirst(m.title)}
                        </a>
                      </span>
                    )),
            },
          ]}
        />
      </Section>
    </>
  )
}
