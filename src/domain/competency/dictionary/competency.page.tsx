import { href, useLoaderData } from 'react-router'
import { formatNumber } from '#core/text/format.ts'
import { notFound } from '#platform/refusal.ts'
import { load } from '#platform/web/page.ts'
import { DataTable } from '#ui/kit/data-table.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { competencyOf } from './dictionary.model.ts'
import { dictionaryRules } from './dictionary.rules.ts'
import { findCompetency, listPostsAsking } from './dictionary.store.ts'
import { kindWords } from './dictionary-words.ts'

export const meta = () => [{ title: 'Kompetensi · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, on }) => {
    const competency = await findCompetency(db, params.competencyId)
    if (!competency) throw notFound('Kompetensi')
    const { body, reference } = dictionaryRules.on(on)
    return {
      competency,
      levels: competencyOf(body, competency.code)?.levels ?? [],
      levelNames: body.levelNames,
      basis: reference.legalBasis ?? reference.code,
      posts: (await listPostsAsking(db, competency.id)).slice(0, 50),
    }
  })

export default function CompetencyPage() {
  const { competency, levels, levelNames, basis, posts } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead
        title={competency.name}
        scope={competency.definition ?? 'Kompetensi teknis instansi; definisinya belum ditulis.'}
        crumbs={[
          { label: 'Kompetensi' },
          { label: 'Kamus', href: href('/kompetensi/kamus') },
          { label: competency.name },
        ]}
      />
      <p className="small-text quiet">
        {kindWords[competency.kind]}
        {competency.kind !== 'technical' && `, ${competency.code}, menurut ${basis}`}.
      </p>
      {levels.length > 0 && (
        <Section title="Lima level">
          <DataTable
            caption={`Level ${competency.name}`}
            captionHidden
            rows={levels}
            rowKey={l => String(l.level)}
            columns={[
              { key: 'level', header: 'Level', cell: l => `${l.level} ${levelNames[l.level - 1]}` },
              { key: 'description', header: 'Deskripsi', wide: true, cell: l => l.description },
              { key: 'shown', header: 'Yang terlihat di pekerjaan', wide: true, cell: l => l.indicators.join('; ') },
            ]}
          />
        </Section>
      )}
      <Section title={`Diminta ${formatNumber(competency.posts)} standar jabatan`}>
        {posts.length > 0 && (
          <DataTable
            caption={`Standar yang meminta ${competency.name}`}
            captionHidden
            phone="dense"
            rows={posts}
            rowKey={p => p.standard_id}
            columns={[
              {
                key: 'post',
                header: 'Jabatan',
                cell: p => (
                  <a href={href('/kompetensi/standar/:standardId', { standardId: p.standard_id })}>{p.position_name}</a>
                ),
              },
              { key: 'tier', header: 'Jenjang', cell: p => p.tier ?? 'belum dicatat' },
              { key: 'level', header: 'Level', number: true, cell: p => p.level },
              { key: 'importance', header: 'Tingkat penting', cell: p => p.importance },
            ]}
          />
        )}
      </Section>
    </>
  )
}
