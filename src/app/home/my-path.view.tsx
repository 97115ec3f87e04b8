import { href } from 'react-router'
import { formatDay, formatNumber } from '#core/text/format.ts'
import { addMonths, type Day } from '#core/values/day.ts'
import type { Role } from '#platform/access/actor.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { Chip } from '#ui/kit/chip.tsx'
import { EmptyState } from '#ui/kit/empty-state.tsx'
import { LevelCells, levelWord } from '#ui/kit/levels.tsx'
import { StackBar } from '#ui/kit/meter.tsx'
import { Section, TwoColumn } from '#ui/kit/section.tsx'
import { Steps } from '#ui/kit/steps.tsx'
import { type Lane, Timeline } from '#ui/kit/timeline.tsx'
import { Tree, type TreeNode } from '#ui/kit/tree.tsx'
import { actionWord } from '../settings/action-words.ts'
import { roleWords } from '../shell/role-words.ts'
import { developmentWords } from './development-words.ts'
import { momentWords } from './moment.ts'
import type { MyPathData } from './my-path.read.ts'
import { WaitingList } from './waiting-list.view.tsx'

const laneWords = {
  70: ['Di tempat kerja', '70% waktu belajar'],
  20: ['Bersama orang lain', '20%'],
  10: ['Pelatihan formal', '10%'],
} as const

const lanesOf = (items: NonNullable<MyPathData['plan']>['items']): Lane[] =>
  ([70, 20, 10] as const).map(share => ({
    title: laneWords[share][0],
    note: laneWords[share][1],
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
          label: `${check.day_number} hari`,
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
  return [`${from.slice(0, 7)}-01` as Day, until && until > addMonths(on, 1) ? until : addMonths(on, 2)]
}

type Line = NonNullable<MyPathData['requirements']>['lines'][number]
const nodeOf = (line: Line): TreeNode => ({
  label: line.label,
  answer: line.answer,
  fact: line.fact,
  fix: line.answer === true ? undefined : (line.fix ?? undefined),
  children: line.children.map(nodeOf),
})

/** Jalur Saya: where I stand, what next, who saw my data. */
export const MyPath = ({ data }: { data: MyPathData }) => {
  const { person, target, jp, gaps, plan, message, looks, on } = data
  const lanes = plan ? lanesOf(plan.items) : []
  const [from, until] = plan ? spanOf(lanes, on) : [on, on]
  const short = gaps.filter(gap => gap.state === 'gap').length
  const unknown = gaps.filter(gap => gap.state === 'unknown').length
  const shown = jp.parts.slice(0, 3)
  const rest = jp.parts.slice(3).reduce((sum, part) => sum + part.value, 0)
  return (
    <>
      <header className="heading">
        <div>
          <h1>
            <span className="over-heading">Jalur Saya, {person.name}</span>
            {target ? `Menuju ${target.name}` : 'Jabatan sasaran Anda belum dipilih'}
          </h1>
        </div>
        {data.mayAim && (
          <div className="row">
            <a className={target ? 'button' : 'button primary'} href="/jalur/sasaran">
              {target ? 'Ganti jabatan sasaran' : 'Pilih jabatan sasaran'}
            </a>
          </div>
        )}
      </header>
      <Steps
        label="Jalur karier"
        steps={[
          {
            title: person.position ?? 'Jabatan belum tercatat',
            note: `${person.since ? `Sejak ${formatDay(person.since, 'month')}` : 'Sejak kapan belum tercatat'} · ${person.tier ?? 'jenjang belum tercatat'}, ${person.unit}`,
            state: 'done',
          },
          {
            title: target?.name ?? 'Belum dipilih',
            note: target
              ? `${target.tier}${target.unit ? `, ${target.unit}` : ''} · ${short === 0 && unknown === 0 ? 'semua level kompetensi terpenuhi' : `${short} kompetensi kurang${unknown > 0 ? `, ${unknown} belum dinilai` : ''}`}`
              : 'Sasaran membuat kesenjangan dan rencana menjadi jelas',
            state: 'later',
          },
        ]}
      />
      <div className="gap-5" />
      <TwoColumn
        side={
          <>
            <Section title={`JP tahun ${data.year}`}>
              <Figure
                figure={jp.counted}
                size="lead"
                unitWord={
                  jp.target === null
                    ? 'JP'
                    : jp.isCeiling
                      ? `JP, paling banyak ${jp.target} JP`
                      : `JP dari kewajiban ${jp.target} JP`
                }
              />
              <StackBar
                label={`${formatNumber(Number(jp.counted.value ?? 0), { digits: 1 })} JP tercatat, ${formatNumber(jp.planned, { digits: 1 })} JP direncanakan`}
                mark={
                  jp.target === null
                    ? undefined
                    : { value: jp.target, label: jp.isCeiling ? `batas ${jp.target}` : `wajib ${jp.target}` }
                }
                max={(jp.target ?? 0) * 1.5}
                parts={[
                  ...shown.map((part, i) => ({
                    label: part.label,
                    value: part.value,
                    tone: (['plain', 'two', 'three'] as const)[i],
                  })),
                  ...(rest > 0 ? [{ label: 'lainnya', value: rest, tone: 'rest' as const }] : []),
                  ...(jp.planned > 0 ? [{ label: 'Rencana', value: jp.planned, tone: 'open' as const }] : []),
                ]}
              />
            </Section>
            <Section
              title="Kesenjangan kompetensi"
              end={
                <a href={href('/kompetensi/kesenjangan/:employeeId', { employeeId: data.employeeId })}>Lihat semua</a>
              }
            >
              {gaps.length === 0 ? (
                <p className="small-text quiet">
                  Standar kompetensi jabatan ini belum ada. Pengelola kepegawaian yang melengkapinya.
                </p>
              ) : (
                <ul className="gap-list">
                  {gaps.slice(0, 5).map(gap => {
                    const held = gap.level.value === null ? null : Number(gap.level.value)
                    const isExpired = gap.level.state === 'expired'
                    return (
                      <li key={gap.code}>
                        <b>{gap.name}</b>
                        <LevelCells required={gap.required} held={held} expired={isExpired} />
                        <span className="gap-word">{levelWord(gap.required, held, isExpired)}</span>
                        <span className="gap-sources">
                          {gap.sources.length === 0
                            ? 'Menunggu penilaian kompetensi'
                            : gap.sources.slice(0, 2).map(source => (
                                <Chip key={source.name + source.on} tone={source.isExpired ? 'expired' : 'plain'}>
                                  {source.name}: {source.level}, {formatDay(source.on, 'month')}
                                </Chip>
                              ))}
                        </span>
                      </li>
                    )
                  })}
                </ul>
              )}
            </Section>
            {message && (
              <section className="soft gap-5">
                <h3>Pesan pengembangan</h3>
                <p className="small-text gap-1">{developmentWords(message)}</p>
                <p className="small-text gap-2">
                  <a href={`/talenta/peta/${data.employeeId}/mengapa`}>Baca hasil lengkap</a>
                </p>
              </section>
            )}
            <Section title="Siapa melihat data saya" end={<a href={href('/hak-saya')}>Semua</a>}>
              {looks.length === 0 ? (
                <p className="small-text quiet">Belum ada orang lain yang membuka data Anda.</p>
              ) : (
                <ul className="lines">
                  {looks.map((look, i) => (
                    <li key={i}>
                      <b>{look.actorName}</b> <span className="tiny faint">{momentWords(look.at, data.zone)}</span>
                      <br />
                      <span className="quiet tiny">
                        {roleWords[look.role as Role]?.id ?? look.role} · {actionWord(look.action).toLowerCase()}
                      </span>
                    </li>
                  ))}
                </ul>
              )}
            </Section>
            <section className="section">
              <div className="note">
                <h3>Ada data yang keliru?</h3>
                <p className="small-text quiet">
                  Ajukan perbaikan data, atau sanggah hasil siklus. Jawabannya beralasan dan bertanggal.
                </p>
                <div className="row gap-3">
                  <a className="button" href={href('/hak-saya')}>
                    Minta perbaikan
                  </a>
                  {data.mayObject && (
                    <a className="button" href="/talenta/sanggah/baru">
                      Ajukan sanggahan
                    </a>
                  )}
                </div>
              </div>
            </section>
          </>
        }
      >
        <Section title="Yang menunggu Anda">
          {data.waiting.length === 0 ? (
            <p className="quiet">Tidak ada yang menunggu Anda pekan ini.</p>
          ) : (
            <WaitingList items={data.waiting} />
          )}
        </Section>
        {target && data.requirements && (
          <Section title="Syarat jabatan sasaran" end={<Figure figure={data.requirements.figure} />}>
            <Tree nodes={data.requirements.lines.map(nodeOf)} label={`Syarat ${target.name}`} />
          </Section>
        )}
        <Section
          title="Rencana saya"
          note={
            plan ? `versi ${plan.version}${plan.agreedOn ? `, disetujui ${formatDay(plan.agreedOn)}` : ''}` : undefined
          }
          end={plan && <a href={`/diklat/rencana/${plan.id}`}>Buka rencana</a>}
        >
          {plan && lanes.some(lane => lane.items.length > 0) ? (
            <Timeline lanes={lanes} from={from} until={until} today={on} label="Rencana pengembangan saya" />
          ) : (
            <EmptyState
              title="Belum ada rencana yang disetujui"
              action={
                <a
                  className="button"
                  href={href('/kompetensi/kesenjangan/:employeeId', { employeeId: data.employeeId })}
                >
                  Mulai dari kesenjangan Anda
                </a>
              }
            >
              Rencana disusun bersama atasan Anda dari kesenjangan kompetensi.
            </EmptyState>
          )}
        </Section>
      </TwoColumn>
    </>
  )
}
