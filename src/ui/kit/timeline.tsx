import { formatDay } from '#core/text/format.ts'
import { addMonths, type Day, daysBetween } from '#core/values/day.ts'
import { Said, useLocale } from '../locale.ts'

export type TimelineItem = {
  title: string
  note?: string
  from: Day
  until: Day
  /** solid: running or done; planned: tint with outline; waiting: dashed (money, capacity). */
  state: 'solid' | 'planned' | 'waiting'
  /** Follow-up checks: filled when done. */
  checks?: { on: Day; label: string; done: boolean }[]
}

export type Lane = { title: string; note?: string; items: TimelineItem[] }

const id = {
  same: 'Isinya sama dengan daftar.',
  today: 'hari ini',
  solid: 'berjalan atau selesai',
  planned: 'direncanakan',
  waiting: 'menunggu anggaran atau kapasitas',
  check: 'cek penerapan; penuh bila selesai',
  checkOn: (day: string, label: string, done: boolean) => `${day} · cek ${label}${done ? ', selesai' : ''}`,
  until: 'sampai',
}
const en: typeof id = {
  same: 'The list says the same.',
  today: 'today',
  solid: 'under way or done',
  planned: 'planned',
  waiting: 'waiting for money or capacity',
  check: 'check on the job; filled when done',
  checkOn: (day, label, done) => `${day} · check ${label}${done ? ', done' : ''}`,
  until: 'to',
}

const left = 170
const width = 880
const row = 32

/**
 * Lanes of a plan: bar = period, diamonds = checks, one ink line = today. On a phone and on paper the same facts stand as a
 * dated list.
 */
export const Timeline = ({
  lanes,
  from,
  until,
  today,
  label,
}: {
  lanes: Lane[]
  from: Day
  until: Day
  today: Day
  label: string
}) => {
  const locale = useLocale()
  const text = { id, en }[locale]
  const span = Math.max(1, daysBetween(from, until))
  const x = (day: Day) =>
    Number((left + (Math.max(0, Math.min(span, daysBetween(from, day))) / span) * (width - left)).toFixed(1))
  const months: Day[] = []
  for (let m = `${from.slice(0, 7)}-01` as Day; m <= until; m = addMonths(m, 1)) if (m >= from) months.push(m)
  const heights = lanes.map(
    lane =>
      Math.max(
        2,
        lane.items.reduce((n, item) => n + (item.checks?.length ? 2 : 1), 0),
      ) *
        row +
      12,
  )
  const height = 30 + heights.reduce((a, b) => a + b, 0)
  const dated = lanes
    .flatMap(lane =>
      lane.items.flatMap(item => [
        { on: item.from, item, lane: lane.title, check: null as null | { label: string; done: boolean } },
        ...(item.checks ?? []).map(check => ({ on: check.on, item, lane: lane.title, check })),
      ]),
    )
    .sort((a, b) => (a.on < b.on ? -1 : 1))
  let top = 30
  return (
    <>
      <div className="timeline-drawing">
        <svg className="timeline" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${label}. ${text.same}`}>
          {months.map((month, i) => (
            <g key={month}>
              <path d={`M${x(month)} 22V${height}`} stroke="var(--line)" />
              {(months.length <= 14 || i % 3 === 0) && (
                <text x={x(month) + 4} y="14">
                  {new Intl.DateTimeFormat(locale === 'id' ? 'id-ID' : 'en-GB', {
                    month: 'short',
                    timeZone: 'UTC',
                  }).format(new Date(`${month}T00:00:00Z`))}
                  {i === 0 || month.slice(5, 7) === '01' ? ` ${month.slice(2, 4)}` : ''}
                </text>
              )}
            </g>
          ))}
          <path d={`M${x(today)} 20V${height}`} stroke="var(--ink)" strokeWidth="1.5" />
          {lanes.map((lane, l) => {
            const start = top
            top += heights[l]
            let line = 0
            return (
              <g key={lane.title}>
                <path d={`M0 ${start - 6}H${width}`} stroke="var(--line-2)" />
                <text x="0" y={start + 16} className="title">
                  {lane.title}
                </text>
                {lane.note && (
                  <text x="0" y={start + 32}>
                    {lane.note}
                  </text>
                )}
                {lane.items.map(item => {
                  const y = start + line * row + 2
                  line += item.checks?.length ? 2 : 1
                  const [a, b] = [x(item.from), Math.max(x(item.until), x(item.from) + 4)]
                  const words = item.note ? `${item.title} · ${item.note}` : item.title
                  const fits = b - a > words.length * 6.2 + 12
                  // Beside the bar, on the side with more room; cut to it, the list below says it whole.
                  const isLate = !fits && b + words.length * 6.2 > width && a - left > width - b
                  const room = (fits ? b - a - 12 : isLate ? a - left - 12 : width - b - 8) / 6.2
                  const label = words.length <= room ? words : `${words.slice(0, Math.max(1, Math.floor(room) - 1))}…`
                  return (
                    <g key={item.title + item.from}>
                      <rect
                        x={a}
                        y={y}
                        width={b - a}
                        height="24"
                        rx="3"
                        fill={
                          item.state === 'solid'
                            ? 'var(--acc)'
                            : item.state === 'planned'
                              ? 'var(--acc-tint2)'
                              : 'var(--bg)'
                        }
                        stroke={item.state === 'waiting' ? 'var(--line-2)' : 'var(--acc)'}
                        strokeDasharray={item.state === 'waiting' ? '5 3' : undefined}
                      />
                      <text
                        x={fits ? a + 8 : isLate ? a - 6 : b + 6}
                        y={y + 16}
                        textAnchor={isLate ? 'end' : undefined}
                        className={fits ? (item.state === 'solid' ? 'on' : 'in') : undefined}
                      >
                        {label}
                      </text>
                      {item.checks?.map(check => (
                        <g key={check.on + check.label} transform={`translate(${x(check.on)} ${y + row + 8})`}>
                          <path
                            d="M0-7 7 0 0 7-7 0z"
                            fill={check.done ? 'var(--acc)' : 'var(--bg)'}
                            stroke={check.done ? 'var(--acc)' : 'var(--rotan)'}
                            strokeWidth="2"
                          />
                          <text y="19" textAnchor="middle">
                            {check.label}
                          </text>
                        </g>
                      ))}
                    </g>
                  )
                })}
              </g>
            )
          })}
          <text x={x(today) + 5} y={height - 3} className="title">
            {text.today}
          </text>
        </svg>
        <p className="legend">
          <span>
            <i className="swatch plain" />
            {text.solid}
          </span>
          <span>
            <i className="swatch planned" />
            {text.planned}
          </span>
          <span>
            <i className="swatch waiting" />
            {text.waiting}
          </span>
          <span>
            <i className="swatch diamond" />
            {text.check}
          </span>
        </p>
      </div>
      <ol className="dated with-drawing">
        {dated.map(({ on, item, lane, check }, i) => (
          <li
            key={i}
            className={check ? (check.done ? undefined : 'check') : item.state === 'solid' ? undefined : item.state}
          >
            <span className="when">
              {check
                ? text.checkOn(formatDay(on, 'long', locale), check.label, check.done)
                : `${formatDay(item.from, 'short', locale)} ${text.until} ${formatDay(item.until, 'short', locale)} · ${lane}`}
            </span>
            <b>
              <Said>{item.title}</Said>
            </b>
            {!check && item.note && <span className="quiet">{item.note}</span>}
          </li>
        ))}
      </ol>
    </>
  )
}
