import { href, useLoaderData } from 'react-router'
import { load } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { LinkButton } from '#ui/kit/button.tsx'
import { DataTable } from '#ui/kit/data-table.tsx'
import { EmptyState } from '#ui/kit/empty-state.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { catalogueRules } from '../catalogue/catalogue.rules.ts'
import { gapCount, listCatalogueGaps } from './catalogue-gap.store.ts'

export const meta = () => [{ title: 'Celah katalog · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, actor, on }) => {
    const { manyLack } = catalogueRules.on(on).body
    return {
      isHr: actor.role === 'hr_officer',
      mayOpenPeople: ['hr_officer', 'committee', 'auditor'].includes(actor.role),
      rows: (await listCatalogueGaps(db)).map(g => ({
        id: g.id,
        code: g.code,
        name: g.name,
        modules: g.modules.map(m => m.name),
        isGap: g.unserved.length >= manyLack,
        short: gapCount(g, 'short', on),
        unserved: gapCount(g, 'unserved', on),
      })),
    }
  })

export default function CatalogueGapsPage() {
  const { rows, isHr, mayOpenPeople } = useLoaderData<typeof loader>()
  const worst = rows.find(r => r.isGap)
  return (
    <>
      <PageHead
        title={worst ? `Celah terbesar katalog: ${worst.name}` : 'Setiap kekurangan yang banyak ada modulnya'}
        scope="Kompetensi yang kurang pada banyak orang, dan modul yang mulai dari level mereka."
        crumbs={[{ label: 'Katalog', href: href('/diklat/katalog') }, { label: 'Celah katalog' }]}
      />
      {rows.length === 0 ? (
        <EmptyState title="Belum ada kekurangan yang diketahui">
          Celah katalog dihitung dari level yang sudah dinilai. Lengkapi penilaian lebih dahulu.
        </EmptyState>
      ) : (
        <DataTable
          caption="Celah katalog"
          captionHidden
          rows={rows}
          rowKey={r => r.code}
          columns={[
            {
              key: 'name',
              header: 'Kompetensi',
              cell: r =>
                mayOpenPeople ? (
                  <a href={href('/diklat/katalog/celah/:competencyId', { competencyId: r.id })}>{r.name}</a>
                ) : (
                  r.name
                ),
            },
            {
              key: 'short',
              header: 'Kurang',
              number: true,
              cell: r => <Figure figure={r.short} origin={false} asLink unit={false} />,
            },
            {
              key: 'unserved',
              header: 'Tanpa modul yang sesuai',
              number: true,
              cell: r => <Figure figure={r.unserved} origin={false} asLink unit={false} />,
            },
            {
              key: 'modules',
              header: 'Modul yang ada',
              wide: true,
              cell: r => (r.modules.length === 0 ? 'belum ada' : r.modules.join(', ')),
            },
            {
              key: 'state',
              header: 'Keadaan',
              cell: r =>
                r.isGap ? <StateMark state="risk">Celah</StateMark> : <StateMark state="known">Terlayani</StateMark>,
            },
            ...(isHr
              ? [
                  {
                    key: 'act',
                    header: 'Tindakan',
                    phoneLabel: '',
                    cell: (r: (typeof rows)[number]) =>
                      r.isGap && (
                        <LinkButton small href={`${href('/diklat/katalog/ubah')}?kompetensi=${r.id}`}>
                          Usulkan modul
                        </LinkButton>
                      ),
                  },
                ]
              : []),
          ]}
        />
      )}
    </>
  )
}
