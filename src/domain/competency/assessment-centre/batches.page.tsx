import { href, useLoaderData } from 'react-router'
import { load } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { LinkButton } from '#ui/kit/button.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { EmptyFiltered, EmptyState } from '#ui/kit/empty-state.tsx'
import { FilterBar } from '#ui/kit/filter-bar.tsx'
import { StatusLine } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { printed } from '../gap/organisation.store.ts'
import { batchCount, leftToRate } from './centre.figures.ts'
import {
  listAssignments,
  listBatchAssessors,
  listBatches,
  listInvitationsOf,
  myAssessorId,
  participantsByBatch,
  rulesOfBatch,
} from './centre.store.ts'
import { batchStateWords, participantStateWords, spanWords, whenWords } from './centre-words.ts'

export const meta = () => [{ title: 'Asesmen · Anyam' }]

const told: Record<string, string> = { dibatalkan: 'Gelombang dibatalkan dan pesertanya diberi tahu.' }

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, actor, query, on }) => {
    const isOffice = actor.role === 'hr_officer' || actor.role === 'auditor'
    const state = query.get('keadaan')
    const batches =
      isOffice || actor.role === 'assessor'
        ? await listBatches(db, state && Object.hasOwn(batchStateWords, state) ? state : null)
        : []
    const participants = await participantsByBatch(
      db,
      batches.map(b => b.id),
    )
    const rows = []
    for (const b of batches) {
      const people = participants.get(b.id) ?? []
      // An assessor is on a handful of batches; the office asks nothing per batch.
      const me = actor.role === 'assessor' ? await myAssessorId(db, b.id) : null
      const isOpen = b.state !== 'closed' && b.state !== 'cancelled'
      const mine = me && isOpen ? (await listBatchAssessors(db, b.id)).find(a => a.assessor_id === me.id) : undefined
      rows.push({
        id: b.id,
        name: b.name,
        use: rulesOfBatch(b).body.uses.find(u => u.code === b.use_code)?.name ?? b.use_code,
        provider: b.provider,
        when: spanWords(b.starts_on, b.ends_on),
        place: b.place,
        seats: b.seats,
        state: b.state,
        people: printed(batchCount('take-part', b.id, people, on)),
        left: me ? printed(leftToRate(b.id, me.id, await listAssignments(db, b.id), on)) : null,
        mustDeclare:
          mine !== undefined && people.some(p => mine.declared_on === null || p.invited_on > mine.declared_on),
      })
    }
    return {
      isOffice,
      isAssessor: actor.role === 'assessor',
      mayPlan: actor.role === 'hr_officer',
      state,
      told: told[query.get('pesan') ?? ''] ?? null,
      rows,
      mine:
        isOffice || actor.role === 'assessor' || !actor.employeeId ? [] : await listInvitationsOf(db, actor.employeeId),
    }
  })

const shapes = { planned: 'border', running: 'known', closed: 'closed', cancelled: 'no' } as const

export default function BatchesPage() {
  const data = useLoaderData<typeof loader>()
  const { rows, mine } = data
  const here = href('/kompetensi/asesmen')
  const isOwn = !data.isOffice && !data.isAssessor
  return (
    <>
      <PageHead
        title={
          isOwn ? 'Asesmen Anda' : data.isAssessor ? 'Gelombang yang dipercayakan kepada Anda' : 'Gelombang asesmen'
        }
        scope={
          isOwn
            ? 'Undangan dan laporan asesmen Anda. Catatan asesor tidak pernah ditunjukkan kepada atasan.'
            : data.isAssessor
              ? 'Anda hanya melihat peserta gelombang ini. Penilaian asesor lain tertutup sampai semua mengirim.'
              : 'Siapa dinilai, kapan, oleh siapa, dan sejauh mana. Hasil yang ditutup langsung masuk profil dan peta talenta.'
        }
        crumbs={[{ label: 'Kompetensi' }, { label: 'Asesmen' }]}
        actions={
          data.isOffice && (
            <>
              {data.mayPlan && (
                <LinkButton href={href('/kompetensi/asesmen/gelombang/baru')} variant="primary">
                  Rencanakan gelombang
                </LinkButton>
              )}
              <LinkButton href={href('/kompetensi/asesmen/kalender')}>Kalender undangan</LinkButton>
              <LinkButton href={href('/kompetensi/asesmen/penyelenggara')}>Penyelenggara</LinkButton>
              <LinkButton href={href('/kompetensi/asesmen/asesor')}>Asesor</LinkButton>
            </>
          )
        }
      />
      <StatusLine>{data.told}</StatusLine>
      {data.isOffice && (
        <FilterBar
          filters={[
            {
              name: 'keadaan',
              label: 'Keadaan',
              chosen: data.state ? [data.state] : [],
              options: Object.entries(batchStateWords).map(([value, label]) => ({ value, label })),
            },
          ]}
          clearHref={data.state ? here : undefined}
        />
      )}
      {isOwn ? (
        mine.length === 0 ? (
          <EmptyState title="Belum ada undangan">
            Anda diberi tahu di sini bila diundang ke sebuah gelombang asesmen.
          </EmptyState>
        ) : (
          <Section>
            <DataTable
              caption="Undangan dan laporan asesmen Anda"
              captionHidden
              rows={mine}
              rowKey={p => p.id}
              columns={[
                {
                  key: 'batch',
                  header: 'Gelombang',
                  cell: p => (
                    <a
                      href={
                        p.state === 'reported'
                          ? href('/kompetensi/asesmen/laporan/:participantId', { participantId: p.id })
                          : href('/kompetensi/asesmen/peserta/:participantId', { participantId: p.id })
                      }
                    >
                      {p.batch}
                    </a>
                  ),
                },
                { key: 'when', header: 'Kapan dan di mana', cell: p => whenWords(p.assessed_on, p.place) },
                {
                  key: 'state',
                  header: 'Keadaan',
                  cell: p => (p.batch_state === 'cancelled' ? 'Gelombang dibatalkan' : participantStateWords[p.state]),
                },
              ]}
            />
          </Section>
        )
      ) : (
        <Section>
          {rows.length === 0 ? (
            data.state ? (
              <EmptyFiltered what="gelombang" count={1} clearHref={here} />
            ) : (
              <EmptyState
                title={data.isAssessor ? 'Belum ada gelombang untuk Anda' : 'Belum ada gelombang'}
                action={
                  data.mayPlan && (
                    <LinkButton href={href('/kompetensi/asesmen/penyelenggara')}>Catat penyelenggara</LinkButton>
                  )
                }
              >
                {data.isAssessor
                  ? 'Gelombang muncul di sini setelah petugas menugaskan Anda.'
                  : 'Mulai dari penyelenggara dan asesornya, lalu rencanakan gelombang pertama.'}
              </EmptyState>
            )
          ) : (
            <DataTable
              caption="Gelombang asesmen, yang berjalan lebih dahulu"
              captionHidden
              rows={rows}
              rowKey={b => b.id}
              columns={[
                {
                  key: 'name',
                  header: 'Gelombang',
                  cell: b => (
                    <>
                      <a href={href('/kompetensi/asesmen/gelombang/:batchId', { batchId: b.id })}>{b.name}</a>
                      <SubLine>{b.use}</SubLine>
                    </>
                  ),
                },
                {
                  key: 'when',
                  header: 'Waktu dan tempat',
                  cell: b => (
                    <>
                      {b.when}
                      <SubLine>{b.place}</SubLine>
                    </>
                  ),
                },
                ...(data.isAssessor
                  ? [
                      {
                        key: 'left',
                        header: 'Belum Anda nilai',
                        number: true,
                        cell: (b: (typeof rows)[number]) =>
                          b.left ? <Figure figure={b.left} unit={false} asLink /> : '–',
                      },
                      {
                        key: 'declare',
                        header: 'Kepentingan',
                        cell: (b: (typeof rows)[number]) =>
                          b.mustDeclare ? (
                            <a href={href('/kompetensi/asesmen/gelombang/:batchId/kepentingan', { batchId: b.id })}>
                              Nyatakan dahulu
                            </a>
                          ) : (
                            'sudah dinyatakan'
                          ),
                      },
                    ]
                  : [
                      { key: 'provider', header: 'Penyelenggara', cell: (b: (typeof rows)[number]) => b.provider },
                      {
                        key: 'people',
                        header: 'Peserta',
                        number: true,
                        cell: (b: (typeof rows)[number]) => <Figure figure={b.people} unit={false} asLink />,
                      },
                      { key: 'seats', header: 'Kursi', number: true, cell: (b: (typeof rows)[number]) => b.seats },
                    ]),
                {
                  key: 'state',
                  header: 'Keadaan',
                  cell: b => <StateMark state={shapes[b.state]}>{batchStateWords[b.state]}</StateMark>,
                },
              ]}
            />
          )}
        </Section>
      )}
    </>
  )
}
