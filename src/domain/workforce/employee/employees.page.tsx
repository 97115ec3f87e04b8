import { href, useLoaderData } from 'react-router'
import { formatNumber } from '#core/text/format.ts'
import { load } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { LinkButton } from '#ui/kit/button.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { EmptyFiltered, EmptyState } from '#ui/kit/empty-state.tsx'
import { FilterBar } from '#ui/kit/filter-bar.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Pager } from '#ui/kit/pager.tsx'
import { Section } from '#ui/kit/section.tsx'
import { listUnits } from '../unit/unit.store.ts'
import { jpLedgers, retirements } from '../workforce.figures.ts'
import { countPeople, listPeople, listTiers, type PersonFilter } from './employee.store.ts'

export const meta = () => [{ title: 'Pegawai · Anyam' }]

const pageSize = 50
const keyOf = (p: { name: string; id: string }): [string, string] => [p.name.toLowerCase(), p.id]
const parseKey = (text: string | null): [string, string] | null => {
  const at = text?.lastIndexOf('~') ?? -1
  return text && at >= 0 ? [text.slice(0, at), text.slice(at + 1)] : null
}
const face = <F extends { parts: unknown[]; sources: unknown[] }>(figure: F): F => ({
  ...figure,
  parts: [],
  sources: [],
})

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query, on, actor }) => {
    const filter: PersonFilter = {
      search: query.get('cari'),
      unitId: query.get('unit'),
      tier: query.get('jenjang'),
      employment: query.get('status'),
      state: query.get('keadaan'),
    }
    const [after, before] = [parseKey(query.get('sesudah')), parseKey(query.get('sebelum'))]
    const found = await listPeople(db, filter, { after, before, size: pageSize + 1 })
    const more = found.length > pageSize
    const people = before ? found.slice(more ? 1 : 0) : found.slice(0, pageSize)
    const year = Number(on.slice(0, 4))
    const ledgers = await jpLedgers(db, people, year)
    const retiring = retirements(people, on)
    const keep = new URLSearchParams([...query].filter(([k, v]) => v && k !== 'sesudah' && k !== 'sebelum'))
    const page = (name: string, p: { name: string; id: string } | undefined) =>
      p ? `?${new URLSearchParams([...keep, [name, keyOf(p).join('~')]])}` : null
    return {
      year,
      mayImport: actor.role === 'hr_officer',
      query: Object.fromEntries(keep),
      people: people.map(p => ({
        ...p,
        jp: face(ledgers.get(p.id)!.counted),
        target: ledgers.get(p.id)!.target,
        retires: face(retiring.get(p.id)!.startsOn),
      })),
      total: await countPeople(db, filter),
      units: (await listUnits(db)).map(u => ({ value: u.id, label: u.short_name ?? u.name })),
      tiers: await listTiers(db),
      next: (before ? people.length > 0 : more) ? page('sesudah', people.at(-1)) : null,
      previous: (before ? more : after !== null) ? page('sebelum', people[0]) : null,
      mayExport: actor.role === 'hr_officer' || actor.role === 'auditor',
    }
  })

export default function EmployeesPage() {
  const data = useLoaderData<typeof loader>()
  const here = href('/data/pegawai')
  const filtered = Object.keys(data.query).length
  const one = (name: string) => (data.query[name] ? [data.query[name]] : [])
  return (
    <>
      <PageHead
        title={`${formatNumber(data.total)} pegawai${filtered > 0 ? ' cocok dengan saringan' : ' yang dapat Anda lihat'}`}
        scope="Buka seorang pegawai untuk riwayat jabatan, diklat, kinerja, dan perkiraan pensiunnya."
        crumbs={[{ label: 'Data' }, { label: 'Pegawai' }]}
        actions={
          data.mayExport ? (
            <LinkButton href="/data/ekspor/pegawai" icon="download" download>
              Unduh CSV
            </LinkButton>
          ) : undefined
        }
      />
      <FilterBar
        search={{ name: 'cari', label: 'Nama, NIP, atau jabatan', value: data.query.cari ?? '' }}
        filters={[
          { name: 'unit', label: 'Unit', chosen: one('unit'), options: data.units },
          {
            name: 'jenjang',
            label: 'Jenjang',
            chosen: one('jenjang'),
            options: data.tiers.map(t => ({ value: t, label: t })),
          },
          {
            name: 'status',
            label: 'Status',
            chosen: one('status'),
            options: ['PNS', 'CPNS', 'PPPK', 'PPPK_PARUH_WAKTU'].map(s => ({
              value: s,
              label: s.replaceAll('_', ' '),
            })),
          },
          {
            name: 'keadaan',
            label: 'Keadaan',
            chosen: one('keadaan'),
            options: [{ value: 'left', label: 'Sudah keluar' }],
          },
        ]}
        clearHref={filtered > 0 ? here : undefined}
      />
      <Section>
        {data.people.length === 0 ? (
          filtered > 0 ? (
            <EmptyFiltered what="pegawai" count={filtered} clearHref={here} />
          ) : (
            <EmptyState
              title="Belum ada pegawai"
              action={data.mayImport && <LinkButton href="/data/impor">Impor daftar pegawai</LinkButton>}
            >
              Daftar pegawai masuk lewat impor berkas.
            </EmptyState>
          )
        ) : (
          <>
            <DataTable
              caption="Pegawai menurut nama"
              captionHidden
              rows={data.people}
              rowKey={p => p.id}
              columns={[
                {
                  key: 'name',
                  header: 'Nama dan NIP',
                  cell: p => (
                    <>
                      <a href={href('/data/pegawai/:employeeId', { employeeId: p.id })}>{p.name}</a>
                      <SubLine>{p.nip}</SubLine>
                    </>
                  ),
                },
                {
                  key: 'position',
                  header: 'Jabatan dan unit',
                  wide: true,
                  cell: p => (
                    <>
                      {p.position_name ?? 'jabatan belum dicatat'}
                      <SubLine>{p.unit_short_name}</SubLine>
                    </>
                  ),
                },
                { key: 'tier', header: 'Jenjang', cell: p => p.tier ?? 'belum dicatat' },
                { key: 'employment', header: 'Status', cell: p => p.employment.replaceAll('_', ' ') },
                {
                  key: 'jp',
                  header: `JP ${data.year}`,
                  number: true,
                  cell: p => (
                    <>
                      <Figure figure={p.jp} asLink unit={false} />
                      {p.target !== null && <span className="faint"> / {formatNumber(p.target)}</span>}
                    </>
                  ),
                },
                { key: 'retires', header: 'TMT pensiun', cell: p => <Figure figure={p.retires} asLink /> },
              ]}
            />
            <Pager
              shown={data.people.length}
              total={data.total}
              unit="pegawai"
              previousHref={data.previous}
              nextHref={data.next}
            />
          </>
        )}
      </Section>
    </>
  )
}
