import { href, useRouteLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { addDays, type Day, daysBetween } from '#core/values/day.ts'
import type { FormAnswer } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section, TwoColumn } from '#ui/kit/section.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { Said, useLocale } from '#ui/locale.ts'
import type { QueueData } from './queue.read.ts'
import { queueText } from './queue.text.ts'
import { OpenItem } from './queue-item.view.tsx'
import { waitingText, waitingWords } from './waiting.text.ts'
import { keyOf, minutesOf, type WaitingItem } from './waiting-item.ts'

/** Forms of the index route post here, so that its own action hears them. */
const here = '/?index'
/** Members shown before the whole team is asked for. */
const nearest = 8

const Due = ({ due, on }: { due: Day | null; on: Day }) => {
  const locale = useLocale()
  const text = waitingText(locale)
  if (due === null) return null
  const left = daysBetween(on, due)
  if (left < 0) return <StateMark state="risk">{text.overdue(formatDay(due, 'short', locale))}</StateMark>
  if (left <= 7) return <StateMark state="border">{text.dueOn(formatDay(due, 'short', locale))}</StateMark>
  return formatDay(due, 'long', locale)
}

const Line = ({ item, on }: { item: WaitingItem; on: Day }) => {
  const words = waitingWords(item, useLocale())
  return (
    <li>
      <div className="queue-line">
        <div>
          <h2>{words.title}</h2>
          <p className="about">
            {words.said && (
              <>
                <Said>{words.said}</Said>
                {words.why && (/[.!?]$/.test(words.said) ? ' ' : '. ')}
              </>
            )}
            {words.why}
          </p>
        </div>
        <span className="small-text quiet nowrap minute">{words.minutes}</span>
        <span className="small-text nowrap">
          <Due due={item.due} on={on} />
        </span>
        <span className="act">
          <a className="button" href={`/?butir=${encodeURIComponent(keyOf(item))}`}>
            {words.verb}
            <span className="sr">: {words.title}</span>
          </a>
        </span>
      </div>
    </li>
  )
}

/** Answered in place: what there is to see, the answers, and a way to put it off. */
const Open = ({ item, data, answer }: { item: WaitingItem; data: QueueData; answer?: FormAnswer }) => {
  const locale = useLocale()
  const text = queueText(locale)
  const words = waitingWords(item, locale)
  const key = keyOf(item)
  return (
    <li className="open-item" id="butir">
      <div className="queue-line">
        <div>
          <h2>{words.title}</h2>
          <p className="about">
            {item.kind === 'follow-up' ? (
              <Said>{item.programme}</Said>
            ) : (
              <>
                {item.kind === 'plan' && <Said>{item.reason}</Said>}{' '}
                {item.kind === 'plan-change' && <Said>{item.happened}</Said>} {words.why}
              </>
            )}
          </p>
        </div>
        <span className="small-text quiet nowrap minute">{words.minutes}</span>
        <span className="small-text nowrap">
          <Due due={item.due} on={data.on} />
        </span>
        <span className="act">
          <a className="small-text" href={words.href}>
            {text.details}
          </a>
        </span>
      </div>
      <form method="post" action={here} className="item-body" data-queue>
        <FormKey />
        <input type="hidden" name="butir" value={key} />
        <OpenItem item={item} team={data.team} criteria={data.criteria} answer={answer} />
      </form>
      <details className="put-off">
        <summary>{text.postpone}</summary>
        <form method="post" action={here}>
          <FormKey />
          <input type="hidden" name="butir" value={key} />
          <span className="small-text quiet">{text.until}</span>
          {([3, 7, 14] as const).map(days => (
            <button key={days} className="button small" type="submit" name="tunda" value={days}>
              {text.days[days]}
            </button>
          ))}
        </form>
      </details>
    </li>
  )
}

/** What was just saved, and the way back. */
const Answered = ({ data }: { data: QueueData }) => {
  const text = queueText(useLocale())
  const { answered, told } = data
  if (!answered && !told) return null
  return (
    <div className="note answered" role="status">
      {answered ? (
        <>
          <p>
            {text.saved(text.kinds[answered.kind], answered.who)} {!answered.mayUndo && text.cannotUndo}
          </p>
          {answered.mayUndo && (
            <form method="post" action={here} data-undo>
              <FormKey />
              <button className="button small" type="submit" name="urungkan" value={`${answered.kind}:${answered.id}`}>
                {text.undo}
              </button>
            </form>
          )}
        </>
      ) : (
        <p>{told && text[told]}</p>
      )}
    </div>
  )
}

const Team = ({ data }: { data: QueueData }) => {
  const locale = useLocale()
  const text = queueText(locale)
  const { team, on } = data
  const behind = team.filter(
    p => p.jp && p.target !== null && p.jp.state === 'known' && Number(p.jp.value) < p.target,
  ).length
  const rows = data.isWholeTeam ? team : team.slice(0, nearest)
  const rest = team.length - rows.length
  return (
    <Section
      title={text.team(team.length)}
      end={
        team.length > nearest && (
          <a href={data.isWholeTeam ? '/' : '/?tim=semua'}>{data.isWholeTeam ? text.fewerTeam : text.wholeTeam}</a>
        )
      }
    >
      {team.length === 0 ? (
        <p className="small-text quiet">{text.noTeam}</p>
      ) : (
        <>
          <DataTable
            caption={text.teamCaption}
            captionHidden
            phone="dense"
            rows={rows}
            rowKey={person => person.id}
            columns={[
              {
                key: 'name',
                header: text.name,
                cell: person => (
                  <>
                    <a href={href('/pegawai/:id', { id: person.id })}>{person.name.split(',')[0]}</a>
                    <SubLine>
                      <Said>{person.position}</Said>
                    </SubLine>
                  </>
                ),
              },
              {
                key: 'due',
                header: text.nearest,
                cell: person =>
                  person.due ? (
                    <span className="nowrap">
                      {daysBetween(on, person.due) <= 7 ? (
                        <StateMark state="border">{formatDay(person.due, 'short', locale)}</StateMark>
                      ) : (
                        formatDay(person.due, 'short', locale)
                      )}
                      <SubLine>{text.items(person.items)}</SubLine>
                    </span>
                  ) : (
                    <span className="quiet">{text.none}</span>
                  ),
              },
              {
                key: 'jp',
                header: text.jp(data.year),
                number: true,
                cell: person => person.jp && <Figure figure={person.jp} asLink unit={false} />,
              },
            ]}
          />
          <p className="small-text quiet gap-2">
            {rest > 0 && `${text.rest(rest)} `}
            {behind === 0 ? text.allReached : text.behind(behind)}
          </p>
        </>
      )}
    </Section>
  )
}

const weekOf = (on: Day): [Day, Day] => {
  const weekday = (new Date(`${on}T00:00:00Z`).getUTCDay() + 6) % 7
  return [addDays(on, -weekday), addDays(on, 6 - weekday)]
}

/** Antrean: what needs a supervisor this week, how many minutes; the open item is answered in place. */
export const Queue = ({ data, answer }: { data: QueueData; answer?: FormAnswer }) => {
  const locale = useLocale()
  const text = queueText(locale)
  const root = useRouteLoaderData<{ nonce: string }>('root')
  const { items, on } = data
  const openKey = answer?.values.butir ?? data.open
  const open = items.find(item => keyOf(item) === openKey) ?? items[0]
  const rest = items.filter(item => item !== open)
  const [from, until] = weekOf(on)
  return (
    <TwoColumn side={<Team data={data} />}>
      <PageHead
        title={items.length === 0 ? text.done : text.title(items.length, data.minutes)}
        scope={
          <>
            {text.scope(formatDay(from, 'long', locale), formatDay(until, 'long', locale))}
            {data.later > 0 && text.later(data.later)}
            {data.postponed > 0 && text.postponed(data.postponed)}
          </>
        }
      />
      <Answered data={data} />
      {answer && (
        <div className="note risk" role="alert">
          <p>{answer.message}</p>
        </div>
      )}
      {items.length === 0 ? (
        <>
          <div className="hem queue-done" />
          <p className="quiet gap-4">{text.nothing}</p>
        </>
      ) : (
        <>
          <div className="minutes">
            <div className="minute-parts" role="img" aria-label={text.bar(items.length, data.minutes)}>
              {[open, ...rest].map(item => (
                <i
                  key={keyOf(item)}
                  style={{ flexGrow: minutesOf(item) }}
                  className={item === open ? 'current' : undefined}
                />
              ))}
            </div>
            <span className="small-text quiet">{text.itemOf(items.length)}</span>
          </div>
          <ol className="queue" id="antrean">
            <Open item={open} data={data} answer={answer} />
            {rest.map(item => (
              <Line key={keyOf(item)} item={item} on={on} />
            ))}
          </ol>
          <p className="small-text faint gap-3 desktop-only">{text.keys}</p>
        </>
      )}
      <p className="offline" role="alert" data-offline={text.offline(0)} hidden />
      <script src="/queue.js" defer nonce={root?.nonce} />
    </TwoColumn>
  )
}
