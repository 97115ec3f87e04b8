import { href, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { load } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { EmptyState } from '#ui/kit/empty-state.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { dayWords, raterWords } from '../delivery-words.ts'
import { errors } from '../errors.ts'
import type { LateThing } from './progress.model.ts'
import { readProgress } from './progress-figures.ts'

export const meta = () => [{ title: 'Kemajuan program · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, visit }) => {
    const progress = await readProgress(db, params.programmeId)
    if (!progress) throw errors.programme.notFound()
    const { programme, figures } = progress
    return {
      programme,
      figures,
      people: [...progress.people].sort((a, b) => b.late.length - a.late.length),
      hasImpact: visit.modules.has('impact'),
    }
  })

const words = (thing: LateThing): string => {
  if (thing.kind !== 'follow-up') return thing.title
  const [rater, day] = thing.title.split(' ')
  return `Pemeriksaan ${dayWords(Number(day)).toLowerCase()} oleh ${(raterWords[rater] ?? rater).toLowerCase()}`
}

const Late = ({ thing }: { thing: LateThing }) => (
  <li>
    <StateMark state="risk">
      {thing.kind === 'follow-up' ? (
        <a href={href('/pendampingan/tindak-lanjut/:followUpId', { followUpId: thing.id })}>{words(thing)}</a>
      ) : thing.kind === 'assignment' ? (
        <a href={href('/pendampingan/penugasan/:assignmentId', { assignmentId: thing.id })}>{words(thing)}</a>
      ) : (
        words(thing)
      )}
      , sejak {formatDay(thing.since, 'short')}
    </StateMark>
  </li>
)

export default function ProgressPage() {
  const { programme, people, figures, hasImpact } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead
        title={
          Number(figures.late.value) > 0 ? (
            <>
              <Figure figure={figures.late} origin={false} asLink unit={false} /> dari{' '}
              <Figure figure={figures.people} origin={false} asLink unit={false} /> peserta terlambat hari ini
            </>
          ) : (
            'Tidak ada peserta yang terlambat hari ini'
          )
        }
        scope={
          <>
            {programme.name}, {formatDay(programme.starts_on, 'month')}
            {programme.ends_on ? ` sampai ${formatDay(programme.ends_on, 'month')}` : ''}.{' '}
            <Figure figure={figures.left} origin={false} asLink /> keluar dari program.
          </>
        }
        crumbs={[
          { label: 'Program', href: '/diklat/program' },
          { label: programme.name, href: `/diklat/program/${programme.id}` },
          { label: 'Kemajuan' },
        ]}
      />
      <Section title="Yang terlambat">
        <ul className="lines">
          <li>
            Kegiatan lewat tanggal: <Figure figure={figures.items} origin={false} asLink unit={false} />
          </li>
          <li>
            Pemeriksaan penerapan lewat batas: <Figure figure={figures.followUps} origin={false} asLink unit={false} />
          </li>
          <li>
            Penugasan lewat batas: <Figure figure={figures.assignments} origin={false} asLink unit={false} />
          </li>
          <li>
            Coaching atau mentoring terlewat: <Figure figure={figures.meetings} origin={false} asLink unit={false} />
          </li>
        </ul>
      </Section>
      <Section
        title="Peserta"
        note="yang paling banyak tertunda di atas"
        end={hasImpact && <a href={`/evaluasi/${programme.id}`}>Buka evaluasi program</a>}
      >
        {people.length === 0 ? (
          <EmptyState title="Belum ada peserta terpilih">Peserta dipilih di halaman program.</EmptyState>
        ) : (
          <DataTable
            caption="Kemajuan tiap peserta"
            captionHidden
            rows={people}
            rowKey={p => p.employee_id}
            columns={[
              {
                key: 'name',
                header: 'Peserta',
                cell: p => (
                  <>
                    {p.name}
                    <SubLine>
                      {p.unit}
                      {p.mentor_name ? ` · mentor ${p.mentor_name}` : ''}
                      {p.coach_name ? ` · coach ${p.coach_name}` : ''}
                    </SubLine>
                  </>
                ),
              },
              {
                key: 'late',
                header: 'Terlambat dengan apa',
                wide: true,
                cell: p =>
                  p.left_on ? (
                    <StateMark state="no">
                      keluar {formatDay(p.left_on, 'short')}
                      {p.left_reason ? `: ${p.left_reason}` : ''}
                    </StateMark>
                  ) : p.late.length === 0 ? (
                    <StateMark state="known">sesuai jadwal</StateMark>
                  ) : (
                    <ul className="lines">
                      {p.late.map(l => (
                        <Late key={`${l.kind} ${l.id}`} thing={l} />
                      ))}
                    </ul>
                  ),
              },
              {
                key: 'jp',
                header: 'JP',
                number: true,
                cell: p => <Figure figure={p.jp} origin={false} asLink unit={false} />,
              },
              {
                key: 'meeting',
                header: 'Pertemuan terakhir',
                cell: p => (p.last_meeting_on ? formatDay(p.last_meeting_on, 'short') : 'belum ada'),
              },
            ]}
          />
        )}
      </Section>
    </>
  )
}
