import type { ReactNode } from 'react'
import { href } from 'react-router'
import { formatDay, formatNumber } from '#core/text/format.ts'
import { daysBetween } from '#core/values/day.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { DataTable } from '#ui/kit/data-table.tsx'
import { EmptyState } from '#ui/kit/empty-state.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { Said, useLocale } from '#ui/locale.ts'
import { workWord } from '../work/work-words.ts'
import { momentWords } from './moment.ts'
import type { PlainHomeData, PlainItem } from './plain-home.read.ts'
import { plainHomeText } from './plain-home.text.ts'

type Words = ReturnType<typeof plainHomeText>

const wordsOf = (item: PlainItem, text: Words): { title: string; note: ReactNode; verb: string } => {
  switch (item.kind) {
    case 'move':
      return { title: text.move(item.from, item.to, item.name), note: <Said>{item.note}</Said>, verb: text.discuss }
    case 'nominations':
      return { title: text.nominations, note: text.nominationsNote(item.n), verb: text.openNominations }
    case 'meeting':
      return { title: text.meeting(item.meeting, item.name), note: <Said>{item.note}</Said>, verb: text.complete }
  }
}

const Items = ({ items, none }: { items: PlainItem[]; none: string }) => {
  const text = plainHomeText(useLocale())
  return items.length === 0 ? (
    <p className="quiet">{none}</p>
  ) : (
    <ul className="waiting">
      {items.map((item, i) => {
        const words = wordsOf(item, text)
        return (
          <li key={item.key}>
            <b>{words.title}</b>
            <span className="small-text quiet">{words.note}</span>
            <a className={i === 0 ? 'button primary' : 'button'} href={item.href}>
              {words.verb}
              <span className="sr">: {words.title}</span>
            </a>
          </li>
        )
      })}
    </ul>
  )
}

const Committee = ({ data }: { data: NonNullable<PlainHomeData['committee']> }) => {
  const locale = useLocale()
  const text = plainHomeText(locale)
  return data.cycle === null ? (
    <EmptyState title={text.noCycle}>{text.noCycleWhy}</EmptyState>
  ) : (
    <>
      <PageHead
        title={data.items.length === 0 ? text.committeeNothing : text.committeeTitle(data.items.length)}
        scope={
          <>
            <Said>{data.cycle.name}</Said>, {text.asOf(formatDay(data.cycle.as_of, 'long', locale))}
          </>
        }
        actions={
          <a className="button" href={`/talenta/peta?siklus=${data.cycle.id}`}>
            {text.openMap}
          </a>
        }
      />
      <div className="totals">
        {data.figures.map(({ name, figure }) => (
          <div key={name}>
            <span className="small-text quiet">{text.totals[name]}</span>
            <Figure figure={figure} size="middle" />
          </div>
        ))}
      </div>
      <Section title={text.committeeWaits}>
        <Items items={data.items} none={text.committeeNone} />
      </Section>
    </>
  )
}

const Facilitator = ({ data, on }: { data: NonNullable<PlainHomeData['facilitator']>; on: string }) => {
  const locale = useLocale()
  const text = plainHomeText(locale)
  return (
    <>
      <PageHead
        title={data.items.length === 0 ? text.notesDone : text.notesTitle(data.items.length)}
        scope={text.facilitatorScope(formatDay(on, 'long', locale))}
      />
      {data.teaching.length > 0 && (
        <Section title={text.toTeach}>
          <ul className="lines pairs">
            {data.teaching.map(t => (
              <li key={t.id}>
                <a href={`/diklat/mengajar#${t.id}`}>
                  <Said>{t.name}</Said>
                </a>
                <span className="quiet">{formatDay(t.starts_on, 'short', locale)}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={text.notes}>
        <Items items={data.items} none={text.noNotes} />
      </Section>
      <Section title={text.classes}>
        {data.classes.length === 0 ? (
          <EmptyState title={text.noClasses}>{text.noClassesWhy}</EmptyState>
        ) : (
          <DataTable
            caption={text.classes}
            captionHidden
            phone="dense"
            rows={data.classes}
            rowKey={row => row.id}
            columns={[
              { key: 'name', header: text.class, cell: row => <Said>{row.name}</Said> },
              { key: 'from', header: text.begins, cell: row => formatDay(row.starts_on, 'short', locale) },
              { key: 'until', header: text.ends, cell: row => formatDay(row.ends_on, 'short', locale) },
            ]}
          />
        )}
      </Section>
    </>
  )
}

const Auditor = ({ data, zone }: { data: NonNullable<PlainHomeData['auditor']>; zone: string }) => {
  const locale = useLocale()
  const text = plainHomeText(locale)
  return (
    <>
      <PageHead
        title={text.auditTitle(formatNumber(data.entries.n, { locale }))}
        scope={data.entries.newest ? text.auditNewest(momentWords(data.entries.newest, zone, locale)) : text.auditNone}
        actions={
          <a className="button primary" href={`${href('/pengaturan/jejak-audit')}?periksa=ya`}>
            {text.verify}
          </a>
        }
      />
      <Section title={text.decisions}>
        {data.dossiers.length === 0 ? (
          <p className="quiet">{text.noDossiers}</p>
        ) : (
          <ul className="lines pairs">
            {data.dossiers.map(dossier => (
              <li key={dossier.id}>
                <a href={`/keputusan/${dossier.id}`}>
                  {dossier.number}, <Said>{dossier.position}</Said>
                </a>
                <span className="quiet">{dossier.state === 'decided' ? text.decided : text.notDecided}</span>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={text.cycles}>
        {data.cycles.length === 0 ? (
          <p className="quiet">{text.noCycles}</p>
        ) : (
          <ul className="lines pairs">
            {data.cycles.map(cycle => (
              <li key={cycle.id}>
                <a href={`/talenta/peta?siklus=${cycle.id}`}>
                  <Said>{cycle.name}</Said>
                </a>
                <span className="quiet">{text.asOfShort(formatDay(cycle.as_of, 'long', locale))}</span>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </>
  )
}

const Protection = ({ requests, on }: { requests: PlainHomeData['requests']; on: string }) => {
  const locale = useLocale()
  const text = plainHomeText(locale)
  return (
    <>
      <PageHead
        title={requests.length === 0 ? text.requestsNone : text.requestsTitle(requests.length)}
        scope={text.requestsScope}
        actions={
          <a className="button primary" href={href('/permintaan-data')}>
            {text.openRequests}
          </a>
        }
      />
      <ul className="lines pairs">
        {requests.map(request => {
          const left = daysBetween(on, request.due_on)
          return (
            <li key={request.id}>
              <b>{text.kinds[request.kind]}</b>
              <StateMark state={left < 0 ? 'risk' : 'border'}>
                {left < 0 ? text.late(-left) : text.dueOn(formatDay(request.due_on, 'short', locale))}
              </StateMark>
            </li>
          )
        })}
      </ul>
      <Section title={text.looks}>
        <p className="quiet prose">
          {text.looksWhy} <a href={`${href('/pengaturan/jejak-audit')}?jenis=look`}>{text.newestLooks}</a>
        </p>
      </Section>
    </>
  )
}

const Admin = ({ data, zone }: { data: NonNullable<PlainHomeData['admin']>; zone: string }) => {
  const locale = useLocale()
  const text = plainHomeText(locale)
  return (
    <>
      <PageHead
        title={text.adminTitle(
          formatNumber(data.accounts.signed, { locale }),
          formatNumber(data.accounts.all, { locale }),
        )}
        scope={text.adminScope}
        actions={
          <a className="button primary" href={href('/pengaturan/peran')}>
            {text.openRoles}
          </a>
        }
      />
      <Section title={text.works}>
        {data.works.length === 0 ? (
          <p className="quiet">{text.noWorks}</p>
        ) : (
          <ul className="lines pairs">
            {data.works.map(work => (
              <li key={work.id}>
                <a href={href('/kerja/:id', { id: work.id })}>
                  <Said>{workWord(work.name)}</Said>
                </a>
                <span className="quiet">
                  {text.workStates[work.state]}, {momentWords(work.updatedAt, zone, locale)}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={text.backup}>
        <p className="quiet prose">
          {text.backupHow} <code>npx anyam backup BERKAS</code>. {text.backupWhat}
        </p>
      </Section>
    </>
  )
}

export const PlainHome = ({ data }: { data: PlainHomeData }) => (
  <>
    {data.committee && <Committee data={data.committee} />}
    {data.facilitator && <Facilitator data={data.facilitator} on={data.on} />}
    {data.auditor && <Auditor data={data.auditor} zone={data.zone} />}
    {data.role === 'dpo' && <Protection requests={data.requests} on={data.on} />}
    {data.admin && <Admin data={data.admin} zone={data.zone} />}
  </>
)
