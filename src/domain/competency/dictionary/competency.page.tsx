import { href, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { notFound } from '#platform/refusal.ts'
import { load } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { LinkButton } from '#ui/kit/button.tsx'
import { Chip } from '#ui/kit/chip.tsx'
import { DataTable } from '#ui/kit/data-table.tsx'
import { DefinitionList } from '#ui/kit/definition-list.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section, TwoColumn } from '#ui/kit/section.tsx'
import { countOnList } from '../position-standard/standard-figures.ts'
import { importanceWords } from '../position-standard/standard-words.ts'
import { holdingVersion, type Wording, wordingDifferences } from './competency-version.model.ts'
import { levelsOf, listCompetencyVersions } from './competency-version.store.ts'
import { dictionaryRules } from './dictionary.rules.ts'
import { findCompetency, listPostsAsking } from './dictionary.store.ts'
import { changeWords, kindWords, proposalWords } from './dictionary-words.ts'
import { WordingChanges } from './wording-changes.view.tsx'

export const meta = () => [{ title: 'Kompetensi · Anyam' }]

/** Standards printed of those that ask for it; the count says how many there are. */
const mostPosts = 50

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, visit, on }) => {
    const competency = await findCompetency(db, params.competencyId)
    if (!competency) throw notFound('Kompetensi')
    const { body, reference } = dictionaryRules.on(on)
    const versions = await listCompetencyVersions(db, competency.id)
    const words = versions.filter(v => v.state === 'approved' && v.change !== 'retire')
    const successor = competency.successor_id ? await findCompetency(db, competency.successor_id) : null
    const risk = href('/diklat/kompetensi-prioritas/:competencyId', { competencyId: competency.id })
    const mayPropose = visit.mayOpen(href('/kompetensi/kamus/baru'))
    return {
      competency,
      isTechnical: competency.kind === 'technical',
      levels: (await levelsOf(db, competency)).levels,
      levelNames: body.levelNames,
      basis: reference.legalBasis ?? reference.code,
      successor: successor && { id: successor.id, name: successor.name },
      asked: countOnList('asked-by', competency.id, competency.posts, on),
      posts: (await listPostsAsking(db, competency.id)).slice(0, mostPosts),
      risk: competency.posts > 0 && visit.mayOpen(risk) ? risk : null,
      mayChange: mayPropose && competency.kind === 'technical' && !competency.retired_on,
      open: versions.find(v => v.state === 'submitted')?.id ?? null,
      maySeeProposals: visit.mayOpen(href('/kompetensi/kamus/usulan/:versionId', { versionId: 'x' })),
      holding: holdingVersion(versions, on)?.id ?? null,
      versions: versions
        .filter(v => v.state === 'approved' || v.state === 'submitted')
        .map(v => {
          const before = words.find(o => o.id !== v.id && o.valid_from < v.valid_from) ?? null
          return {
            id: v.id,
            change: v.change,
            state: v.state,
            from: v.valid_from,
            by: v.author_name,
            decidedBy: v.decided_by_name,
            reason: v.reason,
            basis: v.basis,
            successor: v.successor,
            differences: before && v.change === 'change' ? wordingDifferences(before as Wording, v) : null,
          }
        }),
    }
  })

export default function CompetencyPage() {
  const data = useLoaderData<typeof loader>()
  const { competency, levels, levelNames, basis, posts, isTechnical } = data
  const path = { competencyId: competency.id }
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
        actions={
          data.mayChange &&
          (data.open ? (
            <LinkButton href={href('/kompetensi/kamus/usulan/:versionId', { versionId: data.open })}>
              Buka usulan yang menunggu
            </LinkButton>
          ) : (
            <>
              <LinkButton href={href('/kompetensi/kamus/:competencyId/hentikan', path)}>Hentikan pemakaian</LinkButton>
              <LinkButton href={href('/kompetensi/kamus/:competencyId/ubah', path)}>Ubah isi</LinkButton>
            </>
          ))
        }
      />
      {competency.retired_on && (
        <Note tone="limits" title={`Tidak dipakai lagi sejak ${formatDay(competency.retired_on)}`}>
          {competency.retired_reason}{' '}
          {data.successor && (
            <>
              Penggantinya{' '}
              <a href={href('/kompetensi/kamus/:competencyId', { competencyId: data.successor.id })}>
                {data.successor.name}
              </a>
              .
            </>
          )}
        </Note>
      )}
      <TwoColumn
        side={
          <>
            <Section title="Keterangan">
              <DefinitionList
                facts={[
                  { term: 'Jenis', value: kindWords[competency.kind] },
                  ...(isTechnical
                    ? [
                        { term: 'Urusan', value: competency.domain ?? 'belum dicatat' },
                        { term: 'Instansi pembina', value: competency.builder ?? 'belum dicatat' },
                      ]
                    : [
                        { term: 'Kode', value: competency.code },
                        { term: 'Ditetapkan dengan', value: basis },
                      ]),
                ]}
              />
              {data.risk && (
                <p className="side-links">
                  <a href={data.risk}>Pemegang, yang segera pensiun, dan yang sedang belajar</a>
                </p>
              )}
            </Section>
            <Section title="Riwayat versi">
              {data.versions.length === 0 && (
                <p className="small-text quiet">
                  {isTechnical
                    ? 'Masih seperti saat diimpor.'
                    : 'Mengikuti kamus nasional; versinya berubah bersama peraturannya.'}
                </p>
              )}
              {data.versions.map(v => (
                <article key={v.id} className="gap-3">
                  <p>
                    {data.maySeeProposals ? (
                      <a href={href('/kompetensi/kamus/usulan/:versionId', { versionId: v.id })}>
                        {changeWords[v.change]}, {formatDay(v.from)}
                      </a>
                    ) : (
                      <b>
                        {changeWords[v.change]}, {formatDay(v.from)}
                      </b>
                    )}{' '}
                    <Chip tone={v.id === data.holding ? 'known' : v.state === 'submitted' ? 'unknown' : 'plain'}>
                      {v.id === data.holding ? 'berlaku' : proposalWords[v.state]}
                    </Chip>
                  </p>
                  <p className="small-text quiet">
                    {v.by}. {v.reason} Dasar: {v.basis}.{v.decidedBy && ` Disetujui ${v.decidedBy}.`}
                    {v.successor && ` Pengganti: ${v.successor}.`}
                  </p>
                  {v.differences && (
                    <details className="disclosure">
                      <summary>Yang berubah</summary>
                      <WordingChanges differences={v.differences} />
                    </details>
                  )}
                </article>
              ))}
            </Section>
          </>
        }
      >
        <Section title="Lima level">
          {levels.length === 0 ? (
            <p className="quiet">
              Deskripsi tiap level belum ditulis.{' '}
              {data.mayChange && (
                <a href={href('/kompetensi/kamus/:competencyId/ubah', path)}>Tulis deskripsi dan perilakunya</a>
              )}
            </p>
          ) : (
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
          )}
        </Section>
        <Section title="Standar jabatan yang memintanya" end={<Figure figure={data.asked} origin={false} asLink />}>
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
                    <a href={href('/kompetensi/standar/:standardId', { standardId: p.standard_id })}>
                      {p.position_name}
                    </a>
                  ),
                },
                { key: 'tier', header: 'Jenjang', cell: p => p.tier ?? 'belum dicatat' },
                { key: 'level', header: 'Level', number: true, cell: p => p.level },
                { key: 'importance', header: 'Tingkat penting', cell: p => importanceWords[p.importance] },
              ]}
            />
          )}
          {posts.length === 0 && <p className="quiet">Belum ada standar yang memintanya.</p>}
          {Number(data.asked.value) > posts.length && (
            <p className="small-text quiet">Tidak semua standar dicetak di sini.</p>
          )}
        </Section>
      </TwoColumn>
    </>
  )
}
