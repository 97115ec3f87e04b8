import { href, useLoaderData } from 'react-router'
import { formatNumber } from '#core/text/format.ts'
import { load } from '#platform/web/page.ts'
import { Chip } from '#ui/kit/chip.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { EmptyFiltered, EmptyState } from '#ui/kit/empty-state.tsx'
import { FilterBar } from '#ui/kit/filter-bar.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Pager } from '#ui/kit/pager.tsx'
import { Section } from '#ui/kit/section.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { listTiers } from '../employee/employee.store.ts'
import { listUnits } from '../unit/unit.store.ts'
import { countPositions, listPositions, type PositionFilter } from './position.store.ts'

export const meta = () => [{ title: 'Jabatan · Anyam' }]

const pageSize = 50

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query }) => {
    const filter: PositionFilter = {
      search: query.get('cari'),
      unitId: query.get('unit'),
      tier: query.get('jenjang'),
      keyOnly: query.get('kritikal') === 'ya',
    }
    const after = query.get('sesudah')
    const at = after?.lastIndexOf('~') ?? -1
    const rows = await listPositions(db, filter, {
      after: after && at >= 0 ? [after.slice(0, at), after.slice(at + 1)] : null,
      size: pageSize + 1,
    })
    const shown = rows.slice(0, pageSize)
    const last = shown.at(-1)
    const keep = new URLSearchParams([...query].filter(([k, v]) => v && k !== 'sesudah'))
    return {
      query: Object.fromEntries(keep),
      positions: shown,
      counts: await countPositions(db, filter),
      next:
        rows.length > pageSize && last
          ? `?${new URLSearchParams([...keep, ['sesudah', `${last.name.toLowerCase()}~${last.id}`]])}`
          : null,
      units: (await listUnits(db)).map(u => ({ value: u.id, label: u.short_name ?? u.name })),
      tiers: await listTiers(db),
    }
  })

export default function PositionsPage() {
  const data = useLoaderData<typeof loader>()
  const here = href('/data/jabatan')
  const filtered = Object.keys(data.query).length
  const one = (name: string) => (data.query[name] ? [data.query[name]] : [])
  return (
    <>
      <PageHead
        title={
          data.counts.key > 0
            ? `${formatNumber(data.counts.key)} jabatan kritikal di antara ${formatNumber(data.counts.all)} jabatan`
            : `${formatNumber(data.counts.all)} jabatan; belum ada yang ditandai kritikal`
        }
        scope="Jabatan kritikal menentukan sasaran strategis atau sulit diisi. Tandanya memuat dua jawaban dan alasan."
        crumbs={[{ label: 'Data' }, { label: 'Jabatan' }]}
      />
      <FilterBar
        search={{ name: 'cari', label: 'Nama jabatan', value: data.query.cari ?? '' }}
        filters={[
          { name: 'unit', label: 'Unit', chosen: one('unit'), options: data.units },
          {
            name: 'jenjang',
            label: 'Jenjang',
            chosen: one('jenjang'),
            options: data.tiers.map(t => ({ value: t, label: t })),
          },
          {
            name: 'kritikal',
            label: 'Tanda',
            chosen: one('kritikal'),
            options: [{ value: 'ya', label: 'Hanya kritikal' }],
          },
        ]}
        clearHref={filtered > 0 ? here : undefined}
      />
      <Section>
        {data.positions.length === 0 ? (
          filtered > 0 ? (
            <EmptyFiltered what="jabatan" count={filtered} clearHref={here} />
          ) : (
            <EmptyState title="Belum ada jabatan">Jabatan tercatat sendiri saat daftar pegawai diimpor.</EmptyState>
          )
        ) : (
          <>
            <DataTable
              caption="Jabatan menurut nama"
              captionHidden
              rows={data.positions}
              rowKey={p => p.id}
              columns={[
                {
                  key: 'name',
                  header: 'Jabatan dan unit',
                  cell: p => (
                    <>
                      <a href={href('/data/jabatan/:positionId', { positionId: p.id })}>{p.name}</a>{' '}
                      {p.is_key && <Chip tone="risk">kritikal</Chip>}
                      <SubLine>{p.unit_short_name ?? 'tanpa unit'}</SubLine>
                    </>
                  ),
                },
                { key: 'tier', header: 'Jenjang', cell: p => p.tier },
                { key: 'family', header: 'Rumpun', cell: p => p.family ?? 'belum dicatat' },
                { key: 'seats', header: 'Kursi', number: true, cell: p => formatNumber(p.seats) },
                {
                  key: 'holders',
                  header: 'Pemangku',
                  wide: true,
                  cell: p =>
                    p.holders.length === 0 ? (
                      <StateMark state="border">kosong</StateMark>
                    ) : p.holders.length === 1 ? (
                      p.holders[0].name
                    ) : (
                      `${p.holders[0].name} dan ${p.holders.length - 1} orang lain`
                    ),
                },
              ]}
            />
            <Pager shown={data.positions.length} total={data.counts.all} unit="jabatan" nextHref={data.next} />
          </>
        )}
      </Section>
    </>
  )
}
