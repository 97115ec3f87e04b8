import { href } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { addDays, daysBetween } from '#core/values/day.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section, TwoColumn } from '#ui/kit/section.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import type { QueueData } from './queue.read.ts'

const weekOf = (on: string) => {
  const weekday = (new Date(`${on}T00:00:00Z`).getUTCDay() + 6) % 7
  return `${formatDay(addDays(on, -weekday))} sampai ${formatDay(addDays(on, 6 - weekday))}`
}

/** Antrean: what needs a supervisor this week, how many minutes, one button each. */
export const Queue = ({ data }: { data: QueueData }) => {
  const { items, team, on } = data
  const behind = team.filter(
    p => p.jp && p.target !== null && p.jp.state === 'known' && Number(p.jp.value) < p.target,
  ).length
  return (
    <TwoColumn
      side={
        <Section title={`Tim Anda, ${team.length} orang`}>
          {team.length === 0 ? (
            <p className="small-text quiet">
              Belum ada pegawai yang tercatat di bawah Anda. Pengelola kepegawaian melengkapinya.
            </p>
          ) : (
            <>
              <DataTable
                caption="Tim Anda dengan batas terdekat"
                captionHidden
                phone="dense"
                rows={team}
                rowKey={person => person.id}
                columns={[
                  {
                    key: 'name',
                    header: 'Nama',
                    cell: person => (
                      <>
                        <a href={href('/pegawai/:id', { id: person.id })}>{person.name}</a>
                        <SubLine>{person.position}</SubLine>
                      </>
                    ),
                  },
                  {
                    key: 'due',
                    header: 'Batas terdekat',
                    cell: person =>
                      person.due ? (
                        <>
                          {daysBetween(on, person.due) <= 7 ? (
                            <StateMark state="border">{formatDay(person.due, 'short')}</StateMark>
                          ) : (
                            formatDay(person.due, 'short')
                          )}
                          <SubLine>{person.items} butir</SubLine>
                        </>
                      ) : (
                        'tidak ada'
                      ),
                  },
                  {
                    key: 'jp',
                    header: `JP ${data.year}`,
                    number: true,
                    cell: person => person.jp && <Figure figure={person.jp} asLink unit={false} />,
                  },
                ]}
              />
              <p className="small-text quiet gap-2">
                {behind === 0
                  ? 'Semua orang di tim ini sudah mencapai kewajiban JP.'
                  : `${behind} orang di tim ini belum mencapai kewajiban JP.`}
              </p>
            </>
          )}
        </Section>
      }
    >
      <PageHead
        title={
          items.length === 0
            ? 'Selesai untuk pekan ini'
            : `${items.length} hal menunggu Anda, kira-kira ${data.minutes} menit`
        }
        scope={`Pekan ${weekOf(on)}. Anda dapat berhenti kapan saja.${data.later > 0 ? ` ${data.later} hal lain menunggu pekan depan.` : ''}`}
      />
      {items.length > 0 && (
        <div className="queue-bar" role="img" aria-label={`${items.length} butir, ${data.minutes} menit`}>
          {items.map((item, i) => (
            <i key={item.key} style={{ flexGrow: item.minutes }} className={i === 0 ? 'current' : undefined} />
          ))}
        </div>
      )}
      {items.length === 0 ? (
        <>
          <div className="hem queue-done" />
          <p className="quiet gap-4">Tidak ada yang menunggu Anda. Antrean diperbarui setiap pagi.</p>
        </>
      ) : (
        <ol className="queue" id="antrean">
          {items.map((item, i) => (
            <li key={item.key} className={i === 0 ? 'open' : undefined}>
              <div>
                <h2>{item.title}</h2>
                <p className="small-text quiet">{item.why}</p>
              </div>
              <span className="small-text quiet nowrap">{item.minutes} menit</span>
              <span className="small-text nowrap">
                {item.due === null ? (
                  ''
                ) : daysBetween(on, item.due) < 0 ? (
                  <StateMark state="risk">Lewat {formatDay(item.due, 'short')}</StateMark>
                ) : daysBetween(on, item.due) <= 7 ? (
                  <StateMark state="border">Batas {formatDay(item.due, 'short')}</StateMark>
                ) : (
                  formatDay(item.due)
                )}
              </span>
              <a className={i === 0 ? 'button primary' : 'button'} href={item.href}>
                {item.verb}
                <span className="sr">: {item.title}</span>
              </a>
            </li>
          ))}
        </ol>
      )}
    </TwoColumn>
  )
}
