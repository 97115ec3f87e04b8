import { href, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { load } from '#platform/web/page.ts'
import { Chip } from '#ui/kit/chip.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { EmptyFiltered } from '#ui/kit/empty-state.tsx'
import { FilterBar } from '#ui/kit/filter-bar.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Pager } from '#ui/kit/pager.tsx'
import type { Standing } from './policy.model.ts'
import { listPolicies } from './policy.store.ts'
import { standingTone, standingWords } from './policy-words.ts'

export const meta = () => [{ title: 'Aturan talenta · Anyam' }]

const pageSize = 50
const order: Standing[] = ['submitted', 'draft', 'coming', 'holding', 'replaced', 'refused', 'withdrawn']

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query, on, actor, visit }) => {
    const all = await listPolicies(db, on)
    const state = query.get('keadaan') || null
    const code = query.get('perangkat') || null
    const page = Math.max(1, Number(query.get('halaman')) || 1)
    const chosen = all
      .filter(p => (!state || p.standing === state) && (!code || p.code === code))
      .sort(
        (a, b) =>
          order.indexOf(a.standing) - order.indexOf(b.standing) ||
          (a.code === b.code ? (a.validFrom < b.validFrom ? 1 : -1) : a.code < b.code ? -1 : 1),
      )
    return {
      state,
      code,
      page,
      total: chosen.length,
      waiting: all.filter(p => p.standing === 'submitted').length,
      holding: all.filter(p => p.standing === 'holding').length,
      codes: [...new Map(all.map(p => [p.code, p.title]))],
      rows: chosen.slice((page - 1) * pageSize, page * pageSize).map(({ rules: _rules, ...p }) => p),
      mayDraft: actor.role === 'hr_officer',
      mayOpenCycle: visit.mayOpen('/talenta'),
    }
  })

export default function PoliciesPage() {
  const { state, code, page, total, waiting, holding, codes, rows, mayDraft, mayOpenCycle } =
    useLoaderData<typeof loader>()
  const filters = [state, code].filter(Boolean).length
  const address = (more: Record<string, string>) =>
    `${href('/talenta/aturan')}?${new URLSearchParams({ ...(state ? { keadaan: state } : {}), ...(code ? { perangkat: code } : {}), ...more })}`
  return (
    <>
      <PageHead
        title={
          waiting > 0
            ? `${waiting} versi aturan menunggu persetujuan orang kedua`
            : `${holding} perangkat aturan talenta berlaku sekarang`
        }
        scope={`Siklus memakai versi yang berlaku pada tanggal potretnya. Siklus yang sudah beku tetap memakai versinya.${mayDraft ? ' Buka sebuah versi untuk membuat draf darinya.' : ''}`}
        crumbs={[{ label: 'Talenta', href: mayOpenCycle ? href('/talenta') : undefined }, { label: 'Aturan' }]}
      />
      <FilterBar
        clearHref={filters > 0 ? href('/talenta/aturan') : undefined}
        filters={[
          {
            name: 'keadaan',
            label: 'Keadaan',
            chosen: state ? [state] : [],
            options: order.map(value => ({ value, label: standingWords[value] })),
          },
          {
            name: 'perangkat',
            label: 'Perangkat',
            chosen: code ? [code] : [],
            options: codes.map(([value, title]) => ({ value, label: `${value}: ${title}` })),
          },
        ]}
      />
      {rows.length === 0 ? (
        <EmptyFiltered what="versi aturan" count={filters} clearHref={href('/talenta/aturan')} />
      ) : (
        <>
          <DataTable
            caption="Versi aturan talenta"
            captionHidden
            rows={rows}
            rowKey={p => p.id}
            columns={[
              {
                key: 'version',
                header: 'Aturan dan versi',
                cell: p => (
                  <>
                    <a href={href('/talenta/aturan/:versionId', { versionId: p.id })}>
                      {p.code} versi {p.version}
                    </a>
                    <SubLine>{p.isOwn ? `${p.title}, versi instansi` : p.title}</SubLine>
                  </>
                ),
              },
              {
                key: 'state',
                header: 'Keadaan',
                cell: p => <Chip tone={standingTone[p.standing]}>{standingWords[p.standing]}</Chip>,
              },
              {
                key: 'from',
                header: 'Berlaku',
                cell: p =>
                  `${formatDay(p.validFrom, 'short')}${p.validUntil ? ` sampai ${formatDay(p.validUntil, 'short')}` : p.standing === 'submitted' || p.standing === 'draft' ? ' (diusulkan)' : ''}`,
              },
              { key: 'basis', header: 'Dasar hukum', wide: true, cell: p => p.legalBasis },
              {
                key: 'author',
                header: 'Penyusun',
                cell: p => (p.isOwn ? (p.authorName ?? 'tidak tercatat') : 'Bawaan Anyam'),
              },
              {
                key: 'approver',
                header: 'Penyetuju',
                cell: p =>
                  !p.isOwn
                    ? 'menurut peraturan'
                    : p.standing === 'draft' || p.standing === 'submitted'
                      ? 'belum ada'
                      : p.standing === 'withdrawn'
                        ? 'ditarik penyusun'
                        : (p.approverName ?? 'tidak tercatat'),
              },
            ]}
          />
          <Pager
            shown={rows.length}
            total={total}
            from={(page - 1) * pageSize + 1}
            unit="versi"
            previousHref={page > 1 ? address({ halaman: String(page - 1) }) : null}
            nextHref={page * pageSize < total ? address({ halaman: String(page + 1) }) : null}
          />
        </>
      )}
    </>
  )
}
