import { href, redirect, useLoaderData } from 'react-router'
import { formatDay, formatNumber } from '#core/text/format.ts'
import { sql } from '#platform/database/database.ts'
import { load } from '#platform/web/page.ts'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { EmptyFiltered } from '#ui/kit/empty-state.tsx'
import { FilterBar } from '#ui/kit/filter-bar.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Pager } from '#ui/kit/pager.tsx'
import { Section } from '#ui/kit/section.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'

export const meta = () => [{ title: 'Profil kompetensi · Anyam' }]

const pageSize = 50
type Row = {
  id: string
  name: string
  position_name: string | null
  unit: string
  assessed_on: string | null
  valid_until: string | null
}

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query, actor, on }) => {
    // A person without wider rights has one profile: her own.
    if (!['hr_officer', 'committee', 'auditor'].includes(actor.role) && actor.employeeId)
      throw redirect(href('/kompetensi/profil/:employeeId', { employeeId: actor.employeeId }))
    const search = query.get('cari')?.trim().toLowerCase() ?? ''
    const state = query.get('keadaan')
    const after = query.get('sesudah')
    const at = after?.lastIndexOf('~') ?? -1
    const [name, id] =
      after && at >= 0 ? [after.slice(0, at), after.slice(at + 1)] : ['', '00000000-0000-0000-0000-000000000000']
    const word = search ? `%${search.replace(/[%_\\]/g, '\\$&')}%` : null
    const from = sql`from workforce.v_people p
      left join lateral (select assessed_on, valid_until from competency.v_assessments a where a.agency_id = p.agency_id and a.employee_id = p.id order by assessed_on desc limit 1) a on true
      where p.state = 'active' and (${word}::text is null or lower(p.name) like ${word} or p.nip like ${word} or lower(p.position_name) like ${word})
        and case ${state ?? ''} when 'berlaku' then a.valid_until >= ${on}::date when 'kedaluwarsa' then a.valid_until < ${on}::date when 'belum' then a.assessed_on is null else true end`
    const rows = await db.rows<Row>(
      sql`select p.id, p.name, p.position_name, p.unit_short_name as unit, a.assessed_on, a.valid_until ${from} and (lower(p.name), p.id) > (${name}, ${id}::uuid) order by lower(p.name), p.id limit ${pageSize + 1}`,
    )
    const { n } = await db.one<{ n: number }>(sql`select count(*)::int as n ${from}`)
    const shown = rows.slice(0, pageSize)
    const last = shown.at(-1)
    return {
      on,
      search,
      state,
      rows: shown,
      total: n,
      next:
        rows.length > pageSize && last
          ? `?${new URLSearchParams({ ...(search ? { cari: search } : {}), ...(state ? { keadaan: state } : {}), sesudah: `${last.name.toLowerCase()}~${last.id}` })}`
          : null,
    }
  })

const states = [
  { value: 'berlaku', label: 'Berlaku' },
  { value: 'kedaluwarsa', label: 'Kedaluwarsa' },
  { value: 'belum', label: 'Belum dinilai' },
]

export default function ProfilesPage() {
  const { on, rows, total, search, state, next } = useLoaderData<typeof loader>()
  const here = href('/kompetensi/profil')
  return (
    <>
      <PageHead
        title={
          state
            ? `${formatNumber(total)} orang dengan penilaian ${states.find(s => s.value === state)?.label.toLowerCase()}`
            : 'Pilih seseorang untuk melihat profil kompetensinya'
        }
        scope="Membuka profil seseorang tercatat dan dapat dilihat orang itu."
        crumbs={[{ label: 'Kompetensi' }, { label: 'Profil' }]}
      />
      <FilterBar
        search={{ name: 'cari', label: 'Nama, NIP, atau jabatan', value: search }}
        filters={[{ name: 'keadaan', label: 'Penilaian', chosen: state ? [state] : [], options: states }]}
        clearHref={search || state ? here : undefined}
      />
      <Section>
        {rows.length === 0 ? (
          <EmptyFiltered what="pegawai" count={(search ? 1 : 0) + (state ? 1 : 0)} clearHref={here} />
        ) : (
          <>
            <DataTable
              caption="Pegawai dan keadaan penilaiannya"
              captionHidden
              rows={rows}
              rowKey={r => r.id}
              columns={[
                {
                  key: 'name',
                  header: 'Nama',
                  cell: r => (
                    <>
                      <a href={href('/kompetensi/profil/:employeeId', { employeeId: r.id })}>{r.name}</a>
                      <SubLine>{r.position_name ?? 'jabatan belum dicatat'}</SubLine>
                    </>
                  ),
                },
                { key: 'unit', header: 'Unit', cell: r => r.unit },
                {
                  key: 'state',
                  header: 'Penilaian terakhir',
                  wide: true,
                  cell: r =>
                    r.assessed_on === null || r.valid_until === null ? (
                      <StateMark state="unknown">belum dinilai</StateMark>
                    ) : r.valid_until < on ? (
                      <StateMark state="expired">habis {formatDay(r.valid_until, 'short')}</StateMark>
                    ) : (
                      <StateMark state="known">berlaku sampai {formatDay(r.valid_until, 'short')}</StateMark>
                    ),
                },
              ]}
            />
            <Pager shown={rows.length} total={total} unit="pegawai" nextHref={next} />
          </>
        )}
      </Section>
    </>
  )
}
