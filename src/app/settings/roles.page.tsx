import { href, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { formatNumber } from '#core/text/format.ts'
import type { Role } from '#platform/access/actor.ts'
import { load } from '#platform/web/page.ts'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { EmptyFiltered, EmptyState } from '#ui/kit/empty-state.tsx'
import { FilterBar } from '#ui/kit/filter-bar.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Pager } from '#ui/kit/pager.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { demoRoles, roleWords } from '../shell/role-words.ts'
import { countAccounts, listAccounts } from './roles.store.ts'

export const meta = () => [{ title: 'Peran · Anyam' }]

const page = 50

export const loader = (args: LoaderFunctionArgs) =>
  load(args, async ({ db, query, actor }) => {
    const filter = {
      role: query.get('peran') || undefined,
      search: query.get('cari') || undefined,
      after: query.get('setelah') || undefined,
    }
    const rows = await listAccounts(db, { ...filter, limit: page + 1 })
    return {
      rows: rows.slice(0, page),
      hasMore: rows.length > page,
      total: await countAccounts(db),
      role: filter.role ?? '',
      search: filter.search ?? '',
      mayOpen: actor.role === 'admin',
    }
  })

export default function RolesPage() {
  const { rows, hasMore, total, role, search, mayOpen } = useLoaderData<typeof loader>()
  const last = rows[rows.length - 1]
  const chosen = [role, search].filter(Boolean).length
  const keep = new URLSearchParams(Object.entries({ peran: role, cari: search }).filter(([, v]) => v))
  return (
    <>
      <PageHead
        title={`${formatNumber(total)} akun di instansi ini`}
        scope="Setiap orang melihat datanya sendiri. Peran menambah hak; setiap perubahan peran memerlukan alasan dan tercatat."
        actions={
          mayOpen && (
            <a className="button primary" href={href('/pengaturan/peran/baru')}>
              Buka akun
            </a>
          )
        }
      />
      <FilterBar
        search={{ name: 'cari', label: 'Nama atau NIP', value: search }}
        filters={[
          {
            name: 'peran',
            label: 'Peran',
            chosen: role ? [role] : [],
            options: demoRoles.filter(r => r !== 'asn').map(r => ({ value: r, label: roleWords[r].id })),
          },
        ]}
        clearHref={chosen > 0 ? href('/pengaturan/peran') : undefined}
      />
      {rows.length === 0 ? (
        chosen > 0 ? (
          <EmptyFiltered what="akun" count={chosen} clearHref={href('/pengaturan/peran')} />
        ) : (
          <EmptyState title="Belum ada akun">Buka akun untuk pegawai yang sudah dimasukkan lewat impor.</EmptyState>
        )
      ) : (
        <>
          <DataTable
            caption="Akun menurut nama"
            captionHidden
            rows={rows}
            rowKey={row => row.id}
            columns={[
              {
                key: 'name',
                header: 'Nama',
                cell: row => (
                  <>
                    <a href={href('/pengaturan/peran/:id', { id: row.id })}>{row.name}</a>
                    {row.nip && <SubLine>{row.nip}</SubLine>}
                  </>
                ),
              },
              {
                key: 'roles',
                header: 'Peran',
                cell: row =>
                  [row.employeeId ? 'asn' : null, ...row.roles.map(r => r.role)]
                    .filter(r => r !== null)
                    .map(r => roleWords[r as Role].id)
                    .join('; '),
                wide: true,
              },
              {
                key: 'sign-in',
                header: 'Masuk',
                cell: row => (
                  <StateMark state={row.hasSignIn ? 'known' : 'unknown'}>
                    {row.hasSignIn ? 'Sudah pernah' : 'Belum pernah'}
                  </StateMark>
                ),
              },
            ]}
          />
          <Pager
            shown={rows.length}
            total={total}
            unit="akun"
            nextHref={
              hasMore && last
                ? `?${keep}${keep.size > 0 ? '&' : ''}setelah=${encodeURIComponent(last.name + last.id)}`
                : null
            }
          />
        </>
      )}
    </>
  )
}
