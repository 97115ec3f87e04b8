import { href, useLoaderData } from 'react-router'
import { listed } from '#core/figure/mechanisms.ts'
import { formatDay } from '#core/text/format.ts'
import { load } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { LinkButton } from '#ui/kit/button.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { EmptyFiltered, EmptyState } from '#ui/kit/empty-state.tsx'
import { FilterBar } from '#ui/kit/filter-bar.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Pager } from '#ui/kit/pager.tsx'
import { Section } from '#ui/kit/section.tsx'
import { arrowOf, type Direction, directionOf, directions } from './compare.model.ts'
import { readComparison } from './compare.read.ts'
import { type Flow, listMoved } from './compare.store.ts'
import { directionWords, spotWords } from './compare-words.ts'
import { listScopeValues } from './map.store.ts'

export const meta = () => [{ title: 'Dua siklus dibandingkan · Anyam' }]

const pageSize = 50

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query }) => {
    const found = await readComparison(db, query)
    if (!found.pair) return null
    const { pair, flows, byDirection, filter, from, to, direction } = found
    const page = Math.max(1, Number(query.get('halaman')) || 1)
    const light = flows.map(f => ({ ...f, people: listed(f.people) }))
    return {
      cycles: found.cycles,
      earlier: pair.from,
      later: pair.to,
      numbers: pair.numbers,
      flows: light,
      byDirection: Object.fromEntries(directions.map(d => [d, listed(byDirection[d])])) as typeof byDirection,
      from,
      to,
      direction,
      unitId: filter.unitId,
      search: filter.search,
      page,
      // What the filters leave, when no name is searched for.
      total: flows
        .filter(f => filter.pairs === null || filter.pairs.some(p => p.from === f.from && p.to === f.to))
        .reduce((sum, f) => sum + Number(f.people.value), 0),
      rows: (await listMoved(db, pair, { ...filter, page, size: pageSize })).map(r => ({
        ...r,
        direction: directionOf(r.from, r.to, pair),
      })),
      units: (await listScopeValues(db, pair.to.id)).units,
      query: query.toString(),
    }
  })

type Loaded = Exclude<Awaited<ReturnType<typeof loader>>, null>

/** One box: who stayed, where the others went and how many came. */
const Box = ({ box, data, address }: { box: number; data: Loaded; address(more: Record<string, string>): string }) => {
  const out = data.flows.filter(f => f.from === box && f.to > 0 && f.to !== box)
  const stayed = data.flows.find(f => f.from === box && f.to === box)
  const gone = data.flows.filter(f => f.from === box && f.to <= 0)
  const line = (f: Flow, words: string) => (
    <li key={`${f.from}${f.to}`}>
      <a href={`${address({ dari: String(f.from), ke: String(f.to) })}#daftar`}>{words}</a>:{' '}
      <Figure figure={f.people} unit={false} asLink />
    </li>
  )
  return (
    <>
      <b>Kotak {box}</b>
      <ul className="small-text">
        {stayed && line(stayed, 'tetap')}
        {out.map(f => line(f, `${arrowOf(f.from, f.to, data)} kotak ${f.to}`))}
        {gone.map(f => line(f, f.to === 0 ? '→ ruang tunggu' : '→ di luar lingkup'))}
        {!stayed && out.length + gone.length === 0 && <li className="quiet">tidak ada seorang pun sebelumnya</li>}
      </ul>
    </>
  )
}

export default function ComparePage() {
  const data = useLoaderData<typeof loader>()
  if (!data)
    return (
      <EmptyState
        alone
        title="Belum ada dua peta untuk dibandingkan"
        action={
          <LinkButton variant="primary" href={href('/talenta/peta')}>
            Buka peta
          </LinkButton>
        }
      >
        Perbandingan muncul setelah dua siklus dihitung.
      </EmptyState>
    )
  const { earlier, later, numbers, byDirection, from, to, direction, unitId, search, page, rows, total, units } = data
  const own: Record<string, string> = {
    'dari-siklus': earlier.id,
    'ke-siklus': later.id,
    ...(unitId ? { unit: unitId } : {}),
  }
  const address = (more: Record<string, string>) =>
    `${href('/talenta/peta/banding')}?${new URLSearchParams({ ...own, ...more })}`
  const filters = [unitId, search, direction, from !== null, to !== null].filter(Boolean).length
  const kept: Record<string, string> = {
    ...(direction ? { arah: direction } : {}),
    ...(from !== null ? { dari: String(from) } : {}),
    ...(to !== null ? { ke: String(to) } : {}),
    ...(search ? { cari: search } : {}),
  }
  const isOther = earlier.rule_code !== later.rule_code || earlier.rule_version !== later.rule_version
  const spots = [9, 8, 7, 6, 5, 4, 3, 2, 1, 0, -1].map(n => ({ value: String(n), label: spotWords(n) }))
  return (
    <>
      <PageHead
        title={
          <>
            <Figure figure={byDirection.up} asLink /> naik, <Figure figure={byDirection.down} asLink /> turun
          </>
        }
        scope={`${earlier.name} (potret ${formatDay(earlier.as_of)}) dibandingkan dengan ${later.name} (potret ${formatDay(later.as_of)}). Naik berarti tidak ada sumbu yang turun.`}
        crumbs={[{ label: 'Peta 9 kotak', href: href('/talenta/peta') }, { label: 'Dua siklus' }]}
        actions={
          <LinkButton href={`/talenta/peta/banding.xlsx?${data.query}`} icon="download">
            Unduh Excel
          </LinkButton>
        }
      />
      {isOther && (
        <Note tone="limits" title="Kedua siklus memakai aturan yang berbeda">
          {earlier.rule_code} versi {earlier.rule_version}, lalu {later.rule_code} versi {later.rule_version}.
          Perpindahan dapat berasal dari aturannya.
        </Note>
      )}
      <FilterBar
        keep={{}}
        search={{ name: 'cari', label: 'Cari nama atau NIP', value: search }}
        clearHref={filters > 0 ? address({ unit: '' }) : undefined}
        filters={[
          {
            name: 'dari-siklus',
            label: 'Dari siklus',
            chosen: [earlier.id],
            options: data.cycles.map(c => ({ value: c.id, label: c.name })),
          },
          {
            name: 'ke-siklus',
            label: 'Ke siklus',
            chosen: [later.id],
            options: data.cycles.map(c => ({ value: c.id, label: c.name })),
          },
          {
            name: 'arah',
            label: 'Arah',
            chosen: direction ? [direction] : [],
            options: directions.map(d => ({ value: d, label: directionWords[d] })),
          },
          { name: 'dari', label: 'Dari', chosen: from !== null ? [String(from)] : [], options: spots },
          { name: 'ke', label: 'Ke', chosen: to !== null ? [String(to)] : [], options: spots },
          {
            name: 'unit',
            label: 'Unit',
            chosen: unitId ? [unitId] : [],
            options: units.map(u => ({ value: u.id, label: u.name })),
          },
        ]}
      />
      <Section title="Dari setiap kotak, ke mana">
        <DataTable
          caption="Perpindahan dari setiap kotak; baris kinerja, kolom potensial"
          captionHidden
          rows={[2, 1, 0]}
          rowKey={y => String(y)}
          columns={[
            { key: 'y', header: 'Kinerja', cell: y => ['Rendah', 'Menengah', 'Tinggi'][y] },
            ...[0, 1, 2].map(x => ({
              key: `x${x}`,
              header: `Potensial ${['rendah', 'menengah', 'tinggi'][x]}`,
              wide: true,
              cell: (y: number) => <Box box={numbers[y][x]} data={data} address={address} />,
            })),
          ]}
        />
        <ul className="side-links gap-3">
          {(['up', 'down', 'across', 'same', 'in', 'out'] as Direction[]).map(d => (
            <li key={d}>
              <a href={`${address({ arah: d })}#daftar`}>{directionWords[d]}</a>:{' '}
              <Figure figure={byDirection[d]} unit={false} asLink />
            </li>
          ))}
        </ul>
      </Section>
      <Section
        id="daftar"
        title={
          direction
            ? directionWords[direction]
            : from !== null || to !== null
              ? [
                  from !== null ? `dari ${spotWords(from).toLowerCase()}` : '',
                  to !== null ? `ke ${spotWords(to).toLowerCase()}` : '',
                ]
                  .filter(Boolean)
                  .join(' ')
                  .replace(/^./, c => c.toUpperCase())
              : 'Semua di peta salah satu siklus'
        }
      >
        {rows.length === 0 ? (
          <EmptyFiltered what="orang" count={Math.max(1, filters)} clearHref={address({})} />
        ) : (
          <>
            <DataTable
              caption="Siapa berpindah"
              captionHidden
              phone="dense"
              rows={rows}
              rowKey={r => r.employee_id}
              columns={[
                {
                  key: 'name',
                  header: 'Nama dan jabatan',
                  cell: r => (
                    <>
                      {r.name}
                      <SubLine>
                        {r.position_name ?? 'Jabatan belum ada'}, {r.unit_name}
                      </SubLine>
                    </>
                  ),
                },
                {
                  key: 'from',
                  header: earlier.name,
                  cell: r =>
                    r.from >= 0 ? (
                      <a
                        href={`${href('/talenta/peta/:employeeId/mengapa', { employeeId: r.employee_id })}?siklus=${earlier.id}`}
                      >
                        {spotWords(r.from)}
                      </a>
                    ) : (
                      spotWords(r.from)
                    ),
                },
                {
                  key: 'to',
                  header: later.name,
                  cell: r =>
                    r.to >= 0 ? (
                      <a
                        href={`${href('/talenta/peta/:employeeId/mengapa', { employeeId: r.employee_id })}?siklus=${later.id}`}
                      >
                        {spotWords(r.to)}
                      </a>
                    ) : (
                      spotWords(r.to)
                    ),
                },
                {
                  key: 'direction',
                  header: 'Arah',
                  cell: r => (
                    <>
                      {r.from > 0 && r.to > 0 && r.from !== r.to && (
                        <span aria-hidden="true">{arrowOf(r.from, r.to, data)} </span>
                      )}
                      {directionWords[r.direction]}
                    </>
                  ),
                },
              ]}
            />
            <Pager
              shown={rows.length}
              total={search ? rows.length : total}
              from={(page - 1) * pageSize + 1}
              unit="orang"
              previousHref={page > 1 ? `${address({ ...kept, halaman: String(page - 1) })}#daftar` : null}
              nextHref={
                !search && page * pageSize < total ? `${address({ ...kept, halaman: String(page + 1) })}#daftar` : null
              }
            />
          </>
        )}
      </Section>
    </>
  )
}
