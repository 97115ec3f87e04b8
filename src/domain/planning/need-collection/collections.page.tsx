import { href, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { load } from '#platform/web/page.ts'
import { LinkButton } from '#ui/kit/button.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { EmptyState } from '#ui/kit/empty-state.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { listCollections, listDelegatedCollections } from './need-collection.store.ts'
import { collectionStateWords } from './need-collection-words.ts'

export const meta = () => [{ title: 'Kebutuhan diklat · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, actor, on }) => {
    const rows = await listCollections(db)
    const delegated = await listDelegatedCollections(db, actor.employeeId)
    const mine = rows.map(r => ({
      ...r,
      isTeam: r.state !== 'filling' && (actor.role === 'supervisor' || delegated.has(r.id)),
    }))
    return { rows: mine, mayOpen: actor.role === 'hr_officer', on }
  })

export default function CollectionsPage() {
  const { rows, mayOpen, on } = useLoaderData<typeof loader>()
  const open = mayOpen && (
    <LinkButton variant="primary" icon="add" href={href('/diklat/kebutuhan/baru')}>
      Buka pengumpulan
    </LinkButton>
  )
  if (rows.length === 0)
    return (
      <EmptyState alone title="Belum ada pengumpulan kebutuhan" action={open}>
        Setiap tahun kebutuhan disiapkan dari kesenjangan, lalu dikonfirmasi atasan dan diverifikasi pengelola.
      </EmptyState>
    )
  const current = rows.find(r => r.state === 'open')
  return (
    <>
      <PageHead
        title={
          current
            ? on > current.closes_on
              ? `${current.name} berakhir ${formatDay(current.closes_on)}`
              : `${current.name} diisi sampai ${formatDay(current.closes_on)}`
            : 'Tidak ada pengumpulan yang terbuka'
        }
        scope="Kebutuhan disiapkan dari kesenjangan kompetensi. Level yang belum diketahui diminta pengukurannya, bukan diklatnya."
        actions={open}
      />
      <DataTable
        caption="Pengumpulan kebutuhan"
        captionHidden
        rows={rows}
        rowKey={r => r.id}
        columns={[
          {
            key: 'name',
            header: 'Pengumpulan',
            cell: r => (
              <>
                {r.state === 'filling' && !mayOpen ? (
                  r.name
                ) : (
                  <a href={href('/diklat/kebutuhan/:collectionId', { collectionId: r.id })}>{r.name}</a>
                )}
                <SubLine>dibuka {r.opened_by_name}</SubLine>
              </>
            ),
          },
          { key: 'year', header: 'Rencana tahun', cell: r => r.year },
          {
            key: 'window',
            header: 'Jendela pengisian',
            cell: r => `${formatDay(r.opens_on, 'short')} sampai ${formatDay(r.closes_on, 'short')}`,
          },
          {
            key: 'state',
            header: 'Keadaan',
            cell: r => (
              <StateMark state={r.state === 'open' ? 'border' : r.state === 'closed' ? 'known' : 'unknown'}>
                {collectionStateWords[r.state]}
              </StateMark>
            ),
          },
          {
            key: 'team',
            header: 'Tim Anda',
            cell: r =>
              r.isTeam ? (
                <a href={href('/diklat/kebutuhan/:collectionId/tim', { collectionId: r.id })}>Isi kebutuhan tim</a>
              ) : (
                '–'
              ),
          },
        ]}
      />
    </>
  )
}
