import { href, useLoaderData } from 'react-router'
import { formatDay, formatNumber } from '#core/text/format.ts'
import { load } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { LinkButton } from '#ui/kit/button.tsx'
import { Chip } from '#ui/kit/chip.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { EmptyState } from '#ui/kit/empty-state.tsx'
import { FilterBar } from '#ui/kit/filter-bar.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { countOnList } from '../position-standard/standard-figures.ts'
import { listOpenVersions } from './competency-version.store.ts'
import { listCompetencies } from './dictionary.store.ts'
import { changeWords, kindWords } from './dictionary-words.ts'

export const meta = () => [{ title: 'Kamus kompetensi · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query, visit, on }) => {
    const all = await listCompetencies(db)
    const search = query.get('cari')?.toLowerCase() ?? ''
    const kind = query.get('jenis')
    const domain = query.get('urusan')
    const state = query.get('keadaan')
    const unwritten = (c: (typeof all)[number]) => c.kind === 'technical' && !c.definition
    return {
      on,
      mayImport: visit.mayOpen('/data/impor'),
      mayPropose: visit.mayOpen(href('/kompetensi/kamus/baru')),
      waiting: visit.mayOpen(href('/kompetensi/kamus/usulan/:versionId', { versionId: 'x' }))
        ? await listOpenVersions(db)
        : [],
      search,
      kind,
      domain,
      state,
      domains: [...new Set(all.flatMap(c => c.domain ?? []))].sort((a, b) => a.localeCompare(b, 'id')),
      all: all.filter(c => !c.retired_on).length,
      rows: all.filter(
        c =>
          (!kind || c.kind === kind) &&
          (!domain || c.domain === domain) &&
          (state === 'berakhir' ? c.retired_on : state === 'belum-ditulis' ? unwritten(c) : true) &&
          (!search || `${c.code} ${c.name} ${c.definition ?? ''}`.toLowerCase().includes(search)),
      ),
    }
  })

export default function DictionaryPage() {
  const { on, rows, all, search, kind, domain, domains, state, mayImport, mayPropose, waiting } =
    useLoaderData<typeof loader>()
  const here = href('/kompetensi/kamus')
  return (
    <>
      <PageHead
        title={all === 0 ? 'Kamus kompetensi masih kosong' : `${formatNumber(all)} kompetensi dalam kamus`}
        scope="Sembilan kompetensi berlaku untuk setiap jabatan; kompetensi teknis disusun per urusan."
        crumbs={[{ label: 'Kompetensi' }, { label: 'Kamus' }]}
        actions={
          <>
            {mayImport && <LinkButton href="/data/impor">Impor dari berkas</LinkButton>}
            {mayPropose && <LinkButton href={href('/kompetensi/kamus/baru')}>Usulkan kompetensi teknis</LinkButton>}
          </>
        }
      />
      {waiting.length > 0 && (
        <Section title="Menunggu orang kedua">
          <ul className="plain-list">
            {waiting.map(v => (
              <li key={v.id}>
                <a href={href('/kompetensi/kamus/usulan/:versionId', { versionId: v.id })}>
                  {changeWords[v.change]}: {v.name}
                </a>
                <span className="small-text quiet">
                  {' '}
                  {v.author_name}, {formatDay(v.submitted_on, 'short')}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <FilterBar
        search={{ name: 'cari', label: 'Kode, nama, atau definisi', value: search }}
        filters={[
          {
            name: 'jenis',
            label: 'Jenis',
            chosen: kind ? [kind] : [],
            options: Object.entries(kindWords).map(([value, label]) => ({ value, label })),
          },
          ...(domains.length > 0
            ? [
                {
                  name: 'urusan',
                  label: 'Urusan',
                  chosen: domain ? [domain] : [],
                  options: domains.map(value => ({ value, label: value })),
                },
              ]
            : []),
          {
            name: 'keadaan',
            label: 'Keadaan',
            chosen: state ? [state] : [],
            options: [
              { value: 'belum-ditulis', label: 'Definisinya belum ditulis' },
              { value: 'berakhir', label: 'Tidak dipakai lagi' },
            ],
          },
        ]}
        clearHref={search || kind || domain || state ? here : undefined}
      />
      <Section>
        {rows.length === 0 ? (
          <EmptyState
            title="Tidak ada kompetensi yang cocok"
            action={mayImport && <LinkButton href="/data/impor">Impor standar jabatan</LinkButton>}
          >
            Kamus terisi saat standar jabatan atau hasil penilaian diimpor, atau lewat usulan.
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
                    <SubLine>
                      {c.kind === 'technical' ? (c.domain ?? 'urusan belum dicatat') : c.code}{' '}
                      {c.retired_on && (
                        <Chip tone="expired">tidak dipakai sejak {formatDay(c.retired_on, 'short')}</Chip>
                      )}
                    </SubLine>
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
