import { href } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import type { Participant } from './programme.store.ts'

/** Who takes part and who was not chosen, with the score that decided. `drafts` is whoever may draft plans here: never the own. */
export const ParticipantsTable = ({
  programmeId,
  chosen,
  others,
  drafts,
}: {
  programmeId: string
  chosen: Participant[]
  others: Participant[]
  drafts: string | null
}) => (
  <DataTable
    caption="Peserta program"
    captionHidden
    rows={[...chosen, ...others]}
    rowKey={q => q.employee_id}
    groups={(q, i) =>
      i === 0 && q.is_chosen ? 'Terpilih' : i === chosen.length && !q.is_chosen ? 'Belum terpilih' : null
    }
    columns={[
      {
        key: 'name',
        header: 'Nama',
        cell: q => (
          <>
            {q.name}
            <SubLine>
              {q.position_name ?? ''}, {q.unit_short_name}
            </SubLine>
          </>
        ),
      },
      {
        key: 'score',
        header: 'Nilai seleksi',
        number: true,
        cell: q =>
          q.figure ? (
            <Figure figure={q.figure} origin={false} asLink />
          ) : (
            <StateMark state="unknown">Belum dinilai</StateMark>
          ),
      },
      {
        key: 'guides',
        header: 'Mentor dan coach',
        wide: true,
        cell: q =>
          q.is_chosen
            ? [
                q.mentor_name ? `mentor ${q.mentor_name}` : 'mentor belum ada',
                q.coach_name ? `coach ${q.coach_name}` : 'coach belum ada',
              ].join('; ')
            : '–',
      },
      ...(drafts
        ? [
            {
              key: 'plan',
              header: 'Rencana',
              cell: (q: Participant) =>
                q.plan_id ? (
                  <a
                    href={href('/diklat/rencana/:planId', { planId: q.plan_id })}
                    aria-label={`Buka rencana ${q.name}`}
                  >
                    Buka rencana
                  </a>
                ) : q.is_chosen && !q.left_on && q.employee_id !== drafts ? (
                  <a
                    href={`${href('/diklat/rencana/baru/:employeeId', { employeeId: q.employee_id })}?program=${programmeId}`}
                    aria-label={`Susun rencana ${q.name}`}
                  >
                    Susun rencana
                  </a>
                ) : (
                  '–'
                ),
            },
          ]
        : []),
      {
        key: 'state',
        header: 'Keadaan',
        cell: q =>
          q.left_on ? (
            <StateMark state="no">keluar {formatDay(q.left_on, 'short')}</StateMark>
          ) : q.is_chosen ? (
            'peserta'
          ) : q.is_chosen === null ? (
            'belum dipilih'
          ) : (
            'belum terpilih'
          ),
      },
    ]}
  />
)
