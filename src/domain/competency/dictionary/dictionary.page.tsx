import { href, useLoaderData } from 'react-router'
import { formatNumber } from '#core/text/format.ts'
import { load } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { LinkButton } from '#ui/kit/button.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { EmptyState } from '#ui/kit/empty-state.tsx'
import { FilterBar } from '#ui/kit/filter-bar.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { countOnList } from '../position-standard/standard-figures.ts'
import { listCompetencies } from './dictionary.store.ts'
import { kindWords } from './dictionary-words.ts'

export const meta = () => [{ title: 'Kamus kompetensi · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query, actor, on }) => {
    const all = await listCompetencies(db)
    const search = query.get('cari')?.toLowerCase() ?? ''
    const kind = query.get('jenis')
    return {
      on,
      mayImport: actor.role === 'hr_officer',
      search,
      kind,
      all: all.length,
      rows: all.filter(
        c => (!kind || c.kind === kind) && (!search || `${c.code} ${c.name}`.toLowerCase().includes(search)),
      ),
    }
  })

export default function DictionaryPage() {
  const { on, rows, all, search, kind, mayImport } = useLoaderData<typeof loader>()
  const here = href('/kompetensi/kamus')
  return (
    <>
      <PageHead
        title={all === 0 ? 'Kamus kompetensi masih kosong' : `${formatNumber(all)} kompetensi dalam kamus`}
        scope="Sembilan kompetensi berlaku untuk setiap jabatan; kompetensi teknis milik instansi."
        crumbs={[{ label: 'Kompetensi' }, { label: 'Kamus' }]}
      />
      <FilterBar
        search={{ name: 'cari', label: 'Kode atau nama', value: search }}
        filters={[
          {
            name: 'jenis',
            label: 'Jenis',
            chosen: kind ? [kind] : [],
            options: Object.entries(kindWords).map(([value, label]) => ({ value, label })),
          },
        ]}
        clearHref={search || kind ? here : undefined}
      />
      <Section>
        {rows.length === 0 ? (
          <EmptyState
            title="Tidak ada kompetensi yang cocok"
            action={mayImport && <LinkButton href="/data/impor">Impor standar jabatan</LinkButton>}
          >
            Kamus terisi sendiri saat standar jabatan atau hasil penilaian diimpor.
          </EmptyState>
        ) : (
          <DataTable
            caption="Kamus kompetensi"
            captionHidden
            rows={rows}
            rowKey={c => c.id}
            groups={(c, i) => (i === 0 || rows[i - 1].kind !== c.kind ? kindWords[c.kind] : null)}
            columns={[
              {
                key: 'name',
                header: 'Kompetensi',
                cell: c => (
                  <>
                    <a href={href('/kompetensi/kamus/:competencyId', { competencyId: c.id })}>{c.name}</a>
                    <SubLine>{c.kind === 'technical' ? 'kode setempat' : c.code}</SubLine>
                  </>
                ),
              },
              {
                key: 'definition',
                header: 'Definisi',
                wide: true,
                cell: c => <span className="quiet">{c.definition ?? 'belum ditulis'}</span>,
              },
              {
                key: 'posts',
                header: 'Standar yang memintanya',
                number: true,
                cell: c => <Figure figure={countOnList('asked-by', c.id, c.posts, on)} unit={false} asLink />,
              },
            ]}
          />
        )}
      </Section>
    </>
  )
}
