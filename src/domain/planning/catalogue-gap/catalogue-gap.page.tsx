import { href, useLoaderData } from 'react-router'
import { load } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { LinkButton } from '#ui/kit/button.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section, TwoColumn } from '#ui/kit/section.tsx'
import { errors } from '../errors.ts'
import { listPeople } from '../priority-competency/priority-competency.store.ts'
import { gapCount, listCatalogueGaps } from './catalogue-gap.store.ts'

export const meta = () => [{ title: 'Celah katalog · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, actor, on }) => {
    const gap = (await listCatalogueGaps(db)).find(g => g.id === params.competencyId)
    if (!gap) throw errors.priorityCompetency.notFound()
    return {
      gap: { id: gap.id, name: gap.name, modules: gap.modules },
      short: gapCount(gap, 'short', on),
      unserved: gapCount(gap, 'unserved', on),
      isAll: gap.unserved.length <= 200,
      people: await listPeople(db, gap, gap.unserved),
      isHr: actor.role === 'hr_officer',
    }
  })

export default function CatalogueGapPage() {
  const { gap, short, unserved, people, isAll, isHr } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead
        title={
          <>
            {gap.name}: <Figure figure={unserved} origin={false} asLink unit={false} /> orang tanpa modul yang sesuai
          </>
        }
        scope={
          <>
            <Figure figure={short} origin={false} asLink unit={false} /> orang kurang kompetensi ini menurut syarat
            jabatannya.
          </>
        }
        crumbs={[
          { label: 'Katalog', href: href('/diklat/katalog') },
          { label: 'Celah', href: href('/diklat/katalog/celah') },
          { label: gap.name },
        ]}
        actions={
          isHr && (
            <LinkButton icon="add" href={`${href('/diklat/katalog/ubah')}?kompetensi=${gap.id}`}>
              Usulkan modul
            </LinkButton>
          )
        }
      />
      <TwoColumn
        side={
          <Section title="Modul yang ada">
            {gap.modules.length === 0 ? (
              <p className="quiet">Belum ada modul yang membangun kompetensi ini.</p>
            ) : (
              <ul className="lines side-links">
                {gap.modules.map(m => (
                  <li key={m.id}>
                    <a href={href('/diklat/katalog/:moduleId', { moduleId: m.id })}>{m.name}</a>
                    <div className="small-text quiet">
                      dari level {m.from_level} ke level {m.to_level}
                    </div>
                  </li>
                ))}
              </ul>
            )}
          </Section>
        }
      >
        <Section title="Siapa yang belum terlayani">
          {people.length === 0 ? (
            <p className="quiet">Semua yang kurang memiliki modul yang mulai dari levelnya.</p>
          ) : (
            <>
              {!isAll && <p className="small-text quiet">Ditampilkan sebagian menurut nama; jumlahnya di judul.</p>}
              <DataTable
                caption="Orang tanpa modul yang sesuai"
                captionHidden
                rows={people}
                rowKey={p => p.id}
                columns={[
                  {
                    key: 'name',
                    header: 'Nama',
                    cell: p => (
                      <>
                        {p.name}
                        <SubLine>
                          {p.post ?? 'tanpa jabatan'}, {p.unit}
                        </SubLine>
                      </>
                    ),
                  },
                  {
                    key: 'level',
                    header: 'Level sekarang',
                    number: true,
                    cell: p => <Figure figure={p.level} origin={false} asLink unit={false} />,
                  },
                ]}
              />
            </>
          )}
        </Section>
      </TwoColumn>
    </>
  )
}
