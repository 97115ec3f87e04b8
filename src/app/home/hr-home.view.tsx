import type { ReactNode } from 'react'
import { formatDay, formatNumber } from '#core/text/format.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { DataTable } from '#ui/kit/data-table.tsx'
import { EmptyState } from '#ui/kit/empty-state.tsx'
import { Bar } from '#ui/kit/meter.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section, TwoColumn } from '#ui/kit/section.tsx'
import { Steps } from '#ui/kit/steps.tsx'
import { Said, useLocale } from '#ui/locale.ts'
import type { HrHomeData } from './hr-home.read.ts'
import { hrHomeText } from './hr-home.text.ts'

const stageCodes = [
  'DRAF',
  'PENGUMPULAN_DATA',
  'PENILAIAN',
  'PEMETAAN',
  'SIDANG_KOMITE',
  'SANGGAH',
  'DITETAPKAN_PPK',
  'BERJALAN',
] as const

/** The largest kinds of defects, each with who mends it. */
const Quality = ({ data }: { data: HrHomeData }) => {
  const text = hrHomeText(useLocale())
  const { defects, moreDefects } = data
  return (
    <Section title={text.quality} end={<a href="/data/mutu">{text.allRules}</a>}>
      {defects.length === 0 ? (
        <p className="small-text quiet">{text.noDefects}</p>
      ) : (
        <>
          <ul className="quality">
            {defects.map(defect => (
              <li key={defect.code}>
                <span>
                  <Said>{defect.title}</Said>
                </span>
                <b>
                  <Figure figure={defect.count} asLink unit={false} />
                </b>
                <span className="tiny quiet">
                  {text.dimensions[defect.dimension]}, {text.owner('')}
                  <Said>{defect.owner}</Said>
                </span>
              </li>
            ))}
          </ul>
          {moreDefects > 0 && <p className="small-text quiet gap-2">{text.moreRules(moreDefects)}</p>}
        </>
      )}
    </Section>
  )
}

/** How many tasks the home names; the rest is one press away. */
const shownTasks = 5

/** What waits for the officer's decision, nearest day first. */
const Tasks = ({ data }: { data: HrHomeData }) => {
  const locale = useLocale()
  const text = hrHomeText(locale)
  return data.tasks.length === 0 ? null : (
    <Section
      title={text.tasks}
      end={data.tasks.length > shownTasks && <a href="/diklat/usul-perubahan?keadaan=open">{text.allTasks}</a>}
    >
      <ul className="holds">
        {data.tasks.slice(0, shownTasks).map(task => (
          <li key={task.id}>
            <p>
              <b>{task.kind === 'plan-change' ? text.change(task.name) : text.declined(task.name)}</b>
              <span className="quiet">
                <Said>{task.kind === 'plan-change' ? task.happened : `${task.session}: ${task.why}`}</Said>,{' '}
                {(task.kind === 'plan-change' ? text.taskDue : text.classOn)(formatDay(task.due, 'short', locale))}
              </span>
            </p>
            <a className="button" href={task.href}>
              {task.kind === 'plan-change' ? text.openTask : text.newTrainer}
              <span className="sr">: {task.name}</span>
            </a>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Beranda pengelola: what holds the cycle up. */
export const HrHome = ({ data }: { data: HrHomeData }) => {
  const locale = useLocale()
  const text = hrHomeText(locale)
  const number = (n: number) => formatNumber(n, { locale })
  const { cycle, waiting, inCycle } = data
  const people = Number(data.people.value ?? 0)
  const held = data.holds.filter(hold => Number(hold.figure.value) > 0)
  const objections = Number(data.objections?.value ?? 0)
  const stage = stageCodes.findIndex(code => code === cycle?.state)
  if (people === 0)
    return (
      <>
        <PageHead title={text.startTitle} scope={text.startScope} />
        <EmptyState
          title={text.noPeople}
          action={
            <a className="button primary" href="/data/impor">
              {text.importData}
            </a>
          }
        >
          {text.noPeopleWhy}
        </EmptyState>
      </>
    )
  const stageNote: Partial<Record<(typeof stageCodes)[number], ReactNode>> = cycle
    ? {
        PEMETAAN: data.placed && inCycle && (
          <>
            <Figure figure={data.placed} unit={false} asLink /> {text.of}{' '}
            <Figure figure={inCycle} unit={false} asLink />
          </>
        ),
        ...(cycle.objection_until ? { SANGGAH: text.until(formatDay(cycle.objection_until, 'short', locale)) } : {}),
      }
    : {}
  const bandMost = Math.max(1, ...data.jpBands.map(b => Number(b.figure.value)))
  return (
    <>
      <PageHead
        title={
          cycle ? (
            waiting && Number(waiting.value) > 0 ? (
              <>
                <Figure figure={waiting} unit={false} asLink /> {text.waitTitle}
              </>
            ) : (
              text.allPlaced
            )
          ) : data.mayOpenCycle ? (
            text.noCycle
          ) : (
            text.noTalent
          )
        }
        scope={
          cycle && inCycle ? (
            <>
              <Said>{cycle.name}</Said>, {text.asOf(formatDay(cycle.as_of, 'long', locale))}{' '}
              <Figure figure={inCycle} asLink /> {text.of} <Figure figure={data.people} asLink /> {text.active}
            </>
          ) : (
            <>
              <Figure figure={data.people} asLink /> {text.activeHere}
            </>
          )
        }
        actions={
          <>
            <a className="button" href="/data/impor">
              {text.importData}
            </a>
            {cycle ? (
              <a className="button primary" href={`/talenta/peta?siklus=${cycle.id}`}>
                {text.openMap}
              </a>
            ) : (
              data.mayOpenCycle && (
                <a className="button primary" href="/talenta/siklus/baru">
                  {text.openCycle}
                </a>
              )
            )}
          </>
        }
      />
      {cycle && (
        <Steps
          label={text.stages}
          steps={stageCodes.map((code, i) => ({
            title: text.stage[code],
            note: stageNote[code],
            state: stage < 0 || i < stage ? 'done' : i === stage ? 'current' : 'later',
            share: i === stage ? 0.5 : undefined,
          }))}
        />
      )}
      <div className="gap-5" />
      <TwoColumn
        side={
          <>
            <Section title={text.jpYear(data.year)} end={<a href="/data/pegawai">{text.staff(number(people))}</a>}>
              <Figure figure={data.jpShare} size="lead" unitWord={text.reached} />
              <ul className="bars gap-3">
                {data.jpBands.map(({ band, figure }) => (
                  <li key={band}>
                    <span>{text.bands[band]}</span>
                    <Bar
                      share={Number(figure.value) / bandMost}
                      label={text.bandLabel(text.bands[band], figure.value)}
                      tone={band === 'tercapai' ? 'plain' : 'rest'}
                      tall
                    />
                    <b>
                      <Figure figure={figure} asLink unit={false} />
                    </b>
                  </li>
                ))}
              </ul>
            </Section>
            <Quality data={data} />
            {Number(data.papers.value) > 0 && (
              <Section title={text.papers} end={<a href="/kompetensi/permintaan#periksa">{text.openPapers}</a>}>
                <p>
                  <Figure figure={data.papers} asLink unit={false} /> {text.papersWait}
                </p>
              </Section>
            )}
            {data.dates.length > 0 && (
              <Section title={text.dates}>
                <dl className="facts">
                  {data.dates.map(date => (
                    <div key={date.day + date.what} style={{ display: 'contents' }}>
                      <dt>{formatDay(date.day, 'short', locale)}</dt>
                      <dd>{date.isObjection ? text.objectionEnd(date.what) : <Said>{date.what}</Said>}</dd>
                    </div>
                  ))}
                </dl>
              </Section>
            )}
          </>
        }
      >
        {cycle && (
          <Section title={text.holds}>
            {held.length === 0 && objections === 0 ? (
              <p className="quiet">{text.nothingHolds}</p>
            ) : (
              <ul className="holds">
                {held.map(({ reason, figure }) => (
                  <li key={reason}>
                    <span className="amount">
                      <Figure figure={figure} asLink unit={false} />
                    </span>
                    <p>
                      <b>{text.reasons[reason][0]}</b>
                      <span className="quiet">{text.reasons[reason][1]}</span>
                    </p>
                    <a className="button" href={`/talenta/peta/tunggu?sebab=${reason}&siklus=${cycle.id}`}>
                      {text.seePeople}
                      <span className="sr">: {text.reasons[reason][0]}</span>
                    </a>
                  </li>
                ))}
                {objections > 0 && data.objections && (
                  <li>
                    <span className="amount">
                      <Figure figure={data.objections} asLink unit={false} />
                    </span>
                    <p>
                      <b>{text.objections}</b>
                      <span className="quiet">{text.objectionsWho}</span>
                    </p>
                    <a className="button" href="/talenta/sanggah">
                      {text.openObjections}
                    </a>
                  </li>
                )}
              </ul>
            )}
            {data.expiring && Number(data.expiring.value) > 0 && (
              <p className="small-text quiet gap-3">
                <Figure figure={data.expiring} asLink /> {text.expiring}
              </p>
            )}
          </Section>
        )}
        <Tasks data={data} />
        {data.units.length > 0 && (
          <Section title={text.units} end={<a href="/data/unit">{text.allUnits}</a>}>
            <DataTable
              caption={text.unitsCaption}
              captionHidden
              phone="dense"
              rows={data.units}
              rowKey={unit => unit.id}
              columns={[
                { key: 'name', header: text.unit, cell: unit => <Said>{unit.name}</Said> },
                {
                  key: 'people',
                  header: text.people,
                  number: true,
                  cell: unit => <Figure figure={unit.peopleFigure} asLink unit={false} />,
                },
                {
                  key: 'placed',
                  header: text.placedHead,
                  number: true,
                  cell: unit => <Figure figure={unit.placedFigure} asLink unit={false} />,
                },
                {
                  key: 'share',
                  header: text.share,
                  wide: true,
                  cell: unit => (
                    <Bar share={unit.placed / unit.people} label={text.shareLabel(unit.placed, unit.people)} />
                  ),
                },
              ]}
            />
          </Section>
        )}
      </TwoColumn>
    </>
  )
}
