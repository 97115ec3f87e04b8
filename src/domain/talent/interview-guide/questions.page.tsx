import { href, useLoaderData } from 'react-router'
import { load } from '#platform/web/page.ts'
import { LinkButton } from '#ui/kit/button.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { EmptyFiltered, EmptyState } from '#ui/kit/empty-state.tsx'
import { FilterBar } from '#ui/kit/filter-bar.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Pager } from '#ui/kit/pager.tsx'
import { listQuestions, listSubjects } from './guide.store.ts'
import { questionStateWords } from './guide-words.ts'

export const meta = () => [{ title: 'Bank pertanyaan · Anyam' }]

const pageSize = 50

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query, actor }) => {
    const state = query.get('keadaan') === 'retired' ? ('retired' as const) : ('current' as const)
    const competencyId = query.get('kompetensi') || null
    const search = query.get('cari') ?? ''
    const page = Math.max(1, Number(query.get('halaman')) || 1)
    const rows = await listQuestions(db, { state, competencyId, search })
    const subjects = await listSubjects(db)
    const all = await listQuestions(db)
    return {
      state,
      competencyId,
      search,
      page,
      total: rows.length,
      rows: rows.slice((page - 1) * pageSize, page * pageSize),
      all: all.length,
      subjects: subjects.filter(s => all.some(q => q.competency_id === s.id) || s.kind !== 'technical'),
      without: subjects
        .filter(s => s.kind !== 'technical' && !all.some(q => q.competency_id === s.id))
        .map(s => s.name),
      mayWrite: actor.role === 'hr_officer',
    }
  })

export default function QuestionsPage() {
  const { state, competencyId, search, page, total, rows, all, subjects, without, mayWrite } =
    useLoaderData<typeof loader>()
  const filters = [state === 'retired', competencyId, search].filter(Boolean).length
  const address = (more: Record<string, string>) =>
    `${href('/talenta/wawancara/bank')}?${new URLSearchParams({ ...(state === 'retired' ? { keadaan: state } : {}), ...(competencyId ? { kompetensi: competencyId } : {}), ...(search ? { cari: search } : {}), ...more })}`
  return (
    <>
      <PageHead
        title={all === 0 ? 'Bank pertanyaan masih kosong' : `${all} pertanyaan siap dipakai`}
        scope={
          without.length > 0
            ? `Belum punya pertanyaan: ${without.join(', ')}.`
            : 'Tiap pertanyaan terikat pada satu kompetensi dan punya isi jawaban untuk lima level.'
        }
        crumbs={[
          { label: 'Talenta', href: href('/talenta') },
          { label: 'Wawancara', href: href('/talenta/wawancara') },
          { label: 'Bank pertanyaan' },
        ]}
        actions={
          mayWrite && (
            <LinkButton href={href('/talenta/wawancara/bank/baru')} icon="add" variant="primary">
              Tulis pertanyaan
            </LinkButton>
          )
        }
      />
      <FilterBar
        search={{ name: 'cari', label: 'Cari dalam pertanyaan', value: search }}
        clearHref={filters > 0 ? href('/talenta/wawancara/bank') : undefined}
        filters={[
          {
            name: 'kompetensi',
            label: 'Kompetensi',
            chosen: competencyId ? [competencyId] : [],
            options: subjects.map(s => ({ value: s.id, label: s.name })),
          },
          {
            name: 'keadaan',
            label: 'Keadaan',
            valueLabel: questionStateWords[state],
            chosen: state === 'retired' ? ['retired'] : [],
            options: [{ value: 'retired', label: questionStateWords.retired }],
          },
        ]}
      />
      {rows.length === 0 && filters > 0 ? (
        <EmptyFiltered what="pertanyaan" count={filters} clearHref={href('/talenta/wawancara/bank')} />
      ) : rows.length === 0 ? (
        <EmptyState title="Belum ada pertanyaan">
          Tulis satu pertanyaan untuk tiap kompetensi. Isi jawaban per level diawali dari kamus kompetensi.
        </EmptyState>
      ) : (
        <>
          <DataTable
            caption="Bank pertanyaan"
            captionHidden
            rows={rows}
            rowKey={q => q.id}
            columns={[
              {
                key: 'text',
                header: 'Pertanyaan',
                cell: q => (
                  <a href={href('/talenta/wawancara/bank/:questionId', { questionId: q.question_id })}>{q.text}</a>
                ),
              },
              {
                key: 'competency',
                header: 'Kompetensi',
                cell: q => (
                  <>
                    {q.competency}
                    <SubLine>{q.code}</SubLine>
                  </>
                ),
              },
              { key: 'version', header: 'Versi', cell: q => `versi ${q.version}` },
              { key: 'author', header: 'Penulis', cell: q => q.author_name },
            ]}
          />
          <Pager
            shown={rows.length}
            total={total}
            from={(page - 1) * pageSize + 1}
            unit="pertanyaan"
            previousHref={page > 1 ? address({ halaman: String(page - 1) }) : null}
            nextHref={page * pageSize < total ? address({ halaman: String(page + 1) }) : null}
          />
        </>
      )}
    </>
  )
}
