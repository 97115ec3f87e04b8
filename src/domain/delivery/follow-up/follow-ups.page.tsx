import { href, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { load } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { LinkButton } from '#ui/kit/button.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { EmptyFiltered, EmptyState } from '#ui/kit/empty-state.tsx'
import { FilterBar } from '#ui/kit/filter-bar.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { dayWords, raterWords, verdictWords } from '../delivery-words.ts'
import { listProgrammesToChoose } from '../person/person-choice.store.ts'
import { type FollowUpFilter, listBehaviours, listFollowUps } from './follow-up.store.ts'
import { followUpFigures } from './follow-up-figures.ts'

export const meta = () => [{ title: 'Tindak lanjut · Anyam' }]
const pageSize = 50
const states = {
  overdue: 'Lewat batas',
  due: 'Jatuh tempo dua pekan ini',
  coming: 'Akan datang',
  answered: 'Sudah dijawab',
} as const

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query, actor, on }) => {
    const filter = {
      state: (query.get('keadaan') || undefined) as FollowUpFilter | undefined,
      // Everybody sees what is asked of her first: others' answers are theirs.
      rater: query.get('penilai') || undefined,
      programmeId: query.get('program') || undefined,
    }
    const rows = await listFollowUps(db, {
      ...filter,
      askedOf: actor.role === 'asn' ? (actor.employeeId ?? undefined) : undefined,
      after: query.get('sesudah') || undefined,
      limit: pageSize + 1,
    })
    return {
      filter,
      isAsn: actor.role === 'asn',
      mine: actor.role === 'supervisor' ? 'supervisor' : null,
      rows: rows.slice(0, pageSize).map(r => ({ ...r, note: null })),
      more: rows.length > pageSize,
      figures: await followUpFigures(db),
      behaviours: actor.role === 'asn' ? [] : await listBehaviours(db, filter.programmeId),
      programmes: await listProgrammesToChoose(db),
      mayAgree: ['supervisor', 'hr_officer'].includes(actor.role),
      on,
    }
  })

export default function FollowUpsPage() {
  const { filter, isAsn, mine, rows, more, figures, behaviours, programmes, mayAgree, on } =
    useLoaderData<typeof loader>()
  const chosen = [filter.state, filter.rater, filter.programmeId].filter(Boolean).length
  const next = () => {
    const q = new URLSearchParams()
    if (filter.state) q.set('keadaan', filter.state)
    if (filter.rater) q.set('penilai', filter.rater)
    if (filter.programmeId) q.set('program', filter.programmeId)
    q.set('sesudah', `${rows[rows.length - 1].due_on ?? '9999'}|${rows[rows.length - 1].id}`)
    return `${href('/pendampingan/tindak-lanjut')}?${q}`
  }
  return (
    <>
      <PageHead
        title={
          <>
            <Figure figure={figures.overdue} origin={false} asLink unit={false} /> pemeriksaan lewat batas,{' '}
            <Figure figure={figures.due} origin={false} asLink unit={false} /> jatuh tempo dua pekan ini
          </>
        }
        scope="Perilaku disepakati sebelum pelatihan, lalu dilihat pada hari 30, 60, 90, dan 180. Tiap penilai menjawab tanpa melihat jawaban lain."
        actions={
          mayAgree && (
            <LinkButton icon="add" variant="primary" href={href('/pendampingan/tindak-lanjut/baru')}>
              Sepakati perilaku
            </LinkButton>
          )
        }
      />
      <FilterBar
        clearHref={chosen > 0 ? href('/pendampingan/tindak-lanjut') : undefined}
        filters={[
          {
            name: 'keadaan',
            label: 'Keadaan',
            chosen: filter.state ? [filter.state] : [],
            options: Object.entries(states).map(([value, label]) => ({ value, label })),
          },
          {
            name: 'penilai',
            label: 'Penilai',
            chosen: filter.rater ? [filter.rater] : [],
            options: Object.entries(raterWords)
              .filter(([value]) => !isAsn || value !== 'supervisor')
              .map(([value, label]) => ({ value, label })),
          },
          {
            name: 'program',
            label: 'Program',
            chosen: filter.programmeId ? [filter.programmeId] : [],
            options: programmes.map(p => ({ value: p.id, label: p.name })),
          },
        ]}
      />
      {rows.length === 0 ? (
        chosen > 0 ? (
          <EmptyFiltered what="pemeriksaan" count={chosen} clearHref={href('/pendampingan/tindak-lanjut')} />
        ) : (
          <EmptyState title="Belum ada pemeriksaan">
            Sepakati perilaku yang akan dilihat, lalu pemeriksaan dijadwalkan sendiri.
          </EmptyState>
        )
      ) : (
        <DataTable
          caption="Pemeriksaan penerapan"
          captionHidden
          rows={rows}
          rowKey={f => f.id}
          columns={[
            {
              key: 'who',
              header: 'Orang dan perilaku',
              cell: f => (
                <>
                  <a href={href('/pendampingan/tindak-lanjut/:followUpId', { followUpId: f.id })}>
                    {f.name}, {dayWords(f.day_number).toLowerCase()}
                  </a>
                  <SubLine>{f.statement}</SubLine>
                </>
              ),
            },
            { key: 'rater', header: 'Penilai', cell: f => raterWords[f.rater] },
            { key: 'due', header: 'Batas', cell: f => (f.due_on ? formatDay(f.due_on, 'short') : 'belum ada') },
            {
              key: 'state',
              header: 'Keadaan',
              cell: f =>
                f.answered_on ? (
                  <StateMark state="known">
                    {mine !== null && f.rater !== mine
                      ? 'sudah dijawab'
                      : f.verdict
                        ? verdictWords[f.verdict].toLowerCase()
                        : `nilai ${f.value}`}
                  </StateMark>
                ) : f.due_on && f.due_on < on ? (
                  <StateMark state="risk">lewat batas</StateMark>
                ) : (
                  <StateMark state="unknown">menunggu</StateMark>
                ),
            },
          ]}
        />
      )}
      {more && (
        <p className="gap-3">
          <a href={next()}>Pemeriksaan berikutnya</a>
        </p>
      )}
      {behaviours.length > 0 && (
        <Section title="Perilaku yang disepakati">
          <DataTable
            caption="Perilaku yang disepakati"
            captionHidden
            rows={behaviours}
            rowKey={b => b.id}
            columns={[
              {
                key: 'statement',
                header: 'Perilaku',
                cell: b => (
                  <>
                    {b.statement}
                    <SubLine>
                      {[
                        b.programme_name,
                        b.competency_name && `${b.competency_name}${b.to_level ? ` level ${b.to_level}` : ''}`,
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </SubLine>
                  </>
                ),
              },
              {
                key: 'agreed',
                header: 'Disepakati',
                cell: b =>
                  b.agreed_on ? (
                    formatDay(b.agreed_on, 'short')
                  ) : (
                    <StateMark state="unknown">tanggal belum ada</StateMark>
                  ),
              },
            ]}
          />
        </Section>
      )}
    </>
  )
}
