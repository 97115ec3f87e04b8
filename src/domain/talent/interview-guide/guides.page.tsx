import { href, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { load } from '#platform/web/page.ts'
import { LinkButton } from '#ui/kit/button.tsx'
import { Chip } from '#ui/kit/chip.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { EmptyState } from '#ui/kit/empty-state.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { purposeWords } from '../nomination/nomination-words.ts'
import { listGuides, listSubjects } from './guide.store.ts'
import { guideStateWords } from './guide-words.ts'

export const meta = () => [{ title: 'Panduan wawancara · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, actor }) => {
    const names = new Map((await listSubjects(db)).map(s => [s.id, s.name]))
    return {
      guides: (await listGuides(db)).map(g => ({
        ...g,
        subjects: g.competency_ids.flatMap(id => names.get(id) ?? []),
      })),
      mayWrite: actor.role === 'hr_officer',
    }
  })

export default function GuidesPage() {
  const { guides, mayWrite } = useLoaderData<typeof loader>()
  const ready = guides.filter(g => g.state === 'ready').length
  return (
    <>
      <PageHead
        title={ready === 0 ? 'Belum ada panduan yang siap dipakai' : `${ready} panduan wawancara siap dipakai`}
        scope="Panduan memuat pertanyaan untuk satu tujuan. Setiap kompetensinya punya sedikitnya satu pertanyaan."
        crumbs={[
          { label: 'Talenta', href: href('/talenta') },
          { label: 'Wawancara', href: href('/talenta/wawancara') },
          { label: 'Panduan' },
        ]}
        actions={
          mayWrite && (
            <LinkButton href={href('/talenta/wawancara/panduan/baru')} icon="add" variant="primary">
              Buat panduan
            </LinkButton>
          )
        }
      />
      {guides.length === 0 ? (
        <EmptyState title="Belum ada panduan">
          Buat panduan untuk satu jabatan, satu rumpun, atau satu tujuan. Pertanyaannya diambil dari bank.
        </EmptyState>
      ) : (
        <DataTable
          caption="Panduan wawancara"
          captionHidden
          rows={guides}
          rowKey={g => g.id}
          columns={[
            {
              key: 'name',
              header: 'Panduan',
              cell: g => (
                <>
                  <a href={href('/talenta/wawancara/panduan/:guideId', { guideId: g.id })}>{g.name}</a>
                  <SubLine>{g.position_name ?? g.family ?? 'Semua jabatan'}</SubLine>
                </>
              ),
            },
            { key: 'purpose', header: 'Tujuan', cell: g => purposeWords[g.purpose] },
            { key: 'competencies', header: 'Yang ditanyakan', wide: true, cell: g => g.subjects.join(', ') },
            {
              key: 'state',
              header: 'Keadaan',
              cell: g => (
                <Chip tone={g.state === 'ready' ? 'known' : g.state === 'draft' ? 'expired' : 'plain'}>
                  {guideStateWords[g.state]}
                </Chip>
              ),
            },
            { key: 'changed', header: 'Diubah', cell: g => formatDay(g.changed_on, 'short') },
          ]}
        />
      )}
    </>
  )
}
