import { type ActionFunctionArgs, href, type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router'
import { countUnread, findNotice, listNotices, type NoticeRow } from '#platform/message/notice.store.ts'
import { readNotices } from '#platform/message/read-notices.ts'
import { load, submit } from '#platform/web/page.ts'
import { EmptyState } from '#ui/kit/empty-state.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { Said, useLocale } from '#ui/locale.ts'
import { momentWords } from '../home/moment.ts'
import { pageTitle } from '../shell/page-title.ts'
import { safeReturn } from '../shell/return-path.ts'
import { noticeText } from './notice.text.ts'
import './notices.css'

export const meta = pageTitle({ id: 'Kabar', en: 'Notices' })
export const handle = { english: true }

const pageSize = 30

export const loader = (args: LoaderFunctionArgs) =>
  load(args, async ({ db, actor, visit, query }) => {
    const page = Math.max(0, Math.trunc(Number(query.get('hal')) || 0))
    const me = actor.employeeId
    const rows = me ? await listNotices(db, me, { limit: pageSize + 1, skip: page * pageSize }) : []
    return {
      rows: rows.slice(0, pageSize),
      unread: me ? await countUnread(db, me) : 0,
      page,
      more: rows.length > pageSize,
      zone: visit.agency?.timeZone ?? 'Asia/Jakarta',
    }
  })

/** Opening a notice marks it as read and leads to its matter; works without a script. */
export const action = (args: ActionFunctionArgs) =>
  submit(args, async ({ values, run, actor, visit }) => {
    if (values.semua) {
      await run(readNotices, { noticeIds: 'all' })
      return redirect(href('/kabar'))
    }
    await run(readNotices, { noticeIds: [values.kabar] })
    const notice = actor.employeeId
      ? await visit.database.as(actor, db => findNotice(db, actor.employeeId!, values.kabar), { readOnly: true })
      : null
    return redirect(values.buka && notice?.href ? safeReturn(notice.href) : href('/kabar'))
  })

const Line = ({ notice, zone }: { notice: NoticeRow; zone: string }) => {
  const locale = useLocale()
  const text = noticeText(locale)
  const words = locale === 'en' && notice.textEn ? notice.textEn : <Said>{notice.text}</Said>
  const isUnread = notice.readAt === null
  return (
    <li className={isUnread ? 'unread' : undefined}>
      <p>
        <span className="notice-words">{words}</span>
        <span className="tiny faint">{momentWords(notice.createdAt, zone, locale)}</span>
      </p>
      {(notice.href || isUnread) && (
        <form method="post">
          <FormKey />
          <input type="hidden" name="kabar" value={notice.id} />
          {notice.href && (
            <button className={isUnread ? 'button' : 'button quiet'} type="submit" name="buka" value="ya">
              {text.open}
              <span className="sr">: {words}</span>
            </button>
          )}
          {isUnread && !notice.href && (
            <button className="button quiet" type="submit">
              {text.markRead}
              <span className="sr">: {words}</span>
            </button>
          )}
        </form>
      )}
    </li>
  )
}

export default function NoticesPage() {
  const { rows, unread, page, more, zone } = useLoaderData<typeof loader>()
  const text = noticeText(useLocale())
  if (rows.length === 0 && page === 0)
    return (
      <EmptyState
        alone
        title={text.emptyTitle}
        action={
          <a className="button" href={href('/')}>
            {text.home}
          </a>
        }
      >
        {text.empty}
      </EmptyState>
    )
  const parts = [
    { title: text.unread, rows: rows.filter(row => row.readAt === null) },
    { title: text.earlier, rows: rows.filter(row => row.readAt !== null) },
  ].filter(part => part.rows.length > 0)
  return (
    <>
      <PageHead
        title={text.title(unread)}
        scope={text.scope}
        actions={
          unread > 0 && (
            <form method="post">
              <FormKey />
              <button className="button" type="submit" name="semua" value="ya">
                {text.readAll}
              </button>
            </form>
          )
        }
      />
      {parts.map(part => (
        <Section key={part.title} title={part.title}>
          <ul className="notice-list">
            {part.rows.map(row => (
              <Line key={row.id} notice={row} zone={zone} />
            ))}
          </ul>
        </Section>
      ))}
      {(more || page > 0) && (
        <p className="row gap-4">
          {page > 0 && <a href={`${href('/kabar')}?hal=${page - 1}`}>{text.newer}</a>}
          {more && <a href={`${href('/kabar')}?hal=${page + 1}`}>{text.older}</a>}
        </p>
      )}
    </>
  )
}
