import { href } from 'react-router'
import { formatDay, formatNumber } from '#core/text/format.ts'
import { addMonths, type Day } from '#core/values/day.ts'
import { EmptyState } from '#ui/kit/empty-state.tsx'
import { Section, TwoColumn } from '#ui/kit/section.tsx'
import { Steps } from '#ui/kit/steps.tsx'
import { type Lane, Timeline } from '#ui/kit/timeline.tsx'
import { Said, useLocale } from '#ui/locale.ts'
import type { MyPathData } from './my-path.read.ts'
import { myPathText } from './my-path.text.ts'
import { Side } from './my-path-side.view.tsx'
import { type Requirement, RequirementList } from './requirement-list.view.tsx'
import { WaitingList } from './waiting-list.view.tsx'

const lanesOf = (items: NonNullable<MyPathData['plan']>['items'], text: ReturnType<typeof myPathText>): Lane[] =>
  ([70, 20, 10] as const).map(share => ({
    title: text.lanes[share],
    note: share === 70 ? text.share70 : `${share}%`,
    items: items
      .filter(item => item.share_class === share && item.starts_on !== null && item.state !== 'cancelled')
      .map(item => ({
        title: item.title,
        note: item.jp === null ? undefined : `${formatNumber(item.jp, { digits: 1 })} JP`,
        from: item.starts_on as Day,
        until: (item.ends_on ?? item.starts_on) as Day,
        state:
          item.state === 'waiting'
            ? ('waiting' as const)
            : ['running', 'done'].includes(item.state)
              ? ('solid' as const)
              : ('planned' as const),
        checks: item.checks.map(check => ({
          on: check.due_on,
          label: text.checkDays(check.day_number),
          done: check.done_on !== null,
        })),
      })),
  }))

const spanOf = (lanes: Lane[], on: Day): [Day, Day] => {
  const days = lanes
    .flatMap(lane => lane.items.flatMap(item => [item.from, item.until, ...(item.checks ?? []).map(c => c.on)]))
    .sort()
  const from = days[0] && days[0] < on ? days[0] : on
  const until = days[days.length - 1]
  // A month of room at the right, so that the last check keeps its words.
  return [`${from.slice(0, 7)}-01` as Day, addMonths(until && until > addMonths(on, 1) ? until : addMonths(on, 2), 1)]
}

type Line = NonNullable<MyPathData['requirements']>['lines'][number]
const requirementOf = (line: Line): Requirement => ({
  label: line.label,
  answer: line.answer,
  fact: line.fact,
  fix: line.fix,
  isAny: / atau /i.test(line.label),
  children: line.children.map(requirementOf),
})

/** Jalur Saya: where I stand, what next, who saw my data. */
export const MyPath = ({ data }: { data: MyPathData }) => {
  const locale = useLocale()
  const text = myPathText(locale)
  const { person, target, plan, on } = data
  const lanes = plan ? lanesOf(plan.items, text) : []
  const [from, until] = plan ? spanOf(lanes, on) : [on, on]
  const lines = data.requirements?.lines ?? []
  const place = (tier: string | null, unit: string | null) => [tier ?? text.noTier, unit].filter(Boolean).join(', ')
  return (
    <>
      <header className="heading">
        <div>
          <h1>
            <span className="over-heading">{text.over(person.name)}</span>
            {target ? (
              <>
                {text.towards} <Said>{target.name}</Said>
              </>
            ) : (
              text.noTarget
            )}
          </h1>
        </div>
        {data.mayAim && (
          <div className="row">
            <a className={target ? 'button' : 'button primary'} href="/jalur/sasaran">
              {target ? text.change : text.choose}
            </a>
          </div>
        )}
      </header>
      <Steps
        label={text.path}
        steps={[
          {
            when: person.since ? text.nowSince(formatDay(person.since, 'month', locale)) : text.now,
            title: person.position ? <Said>{person.position}</Said> : text.noPosition,
            note: <Said>{place(person.tier, person.unit)}</Said>,
            state: 'done',
          },
          target
            ? {
                when: text.target,
                title: <Said>{target.name}</Said>,
                note: (
                  <>
                    <Said>{place(target.tier, target.unit)}</Said>
                    {lines.length > 0 &&
                      ` · ${text.met(lines.filter(line => line.answer === true).length, lines.length)}`}
                  </>
                ),
                state: 'later',
              }
            : { when: text.target, title: text.notChosen, note: text.whyTarget, state: 'later' },
          ...(data.afterwards
            ? [
                {
                  when: text.afterwards,
                  title: <Said>{data.afterwards.name}</Said>,
                  note: <Said>{place(data.afterwards.tier, data.afterwards.unit)}</Said>,
                  state: 'later' as const,
                },
              ]
            : []),
        ]}
      />
      <div className="gap-5" />
      <TwoColumn side={<Side data={data} />}>
        <Section title={text.waits}>
          {data.waiting.length === 0 ? (
            <p className="quiet">{text.nothingWaits}</p>
          ) : (
            <WaitingList items={data.waiting} />
          )}
        </Section>
        {target && data.requirements && (
          <Section
            title={text.requirements}
            end={
              data.requirements.figure.ref && (
                <a className="origin" href={`/angka/${encodeURIComponent(data.requirements.figure.ref)}`}>
                  {text.whereFrom}
                </a>
              )
            }
          >
            <RequirementList lines={lines.map(requirementOf)} label={`${text.requirementsOf} ${target.name}`} />
          </Section>
        )}
        <Section
          title={text.plan}
          note={
            plan &&
            `${text.version(plan.version)}${plan.agreedOn ? `, ${text.agreed(formatDay(plan.agreedOn, 'long', locale))}` : ''}`
          }
          end={plan && <a href={`/diklat/rencana/${plan.id}`}>{text.openPlan}</a>}
        >
          {plan && lanes.some(lane => lane.items.length > 0) ? (
            <Timeline lanes={lanes} from={from} until={until} today={on} label={text.planLabel} />
          ) : (
            <EmptyState
              title={text.noPlan}
              action={
                <a
                  className="button"
                  href={href('/kompetensi/kesenjangan/:employeeId', { employeeId: data.employeeId })}
                >
                  {text.fromGap}
                </a>
              }
            >
              {text.noPlanWhy}
            </EmptyState>
          )}
        </Section>
      </TwoColumn>
    </>
  )
}
