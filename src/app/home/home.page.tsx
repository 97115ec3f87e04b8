import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { type FormAnswer, load, type Page, submit } from '#platform/web/page.ts'
import { Section } from '#ui/kit/section.tsx'
import { useLocale } from '#ui/locale.ts'
import { localeOf } from '../shell/page-title.ts'
import { readHrHome } from './hr-home.read.ts'
import { HrHome } from './hr-home.view.tsx'
import { readLeaderHome } from './leader-home.read.ts'
import { LeaderHome } from './leader-home.view.tsx'
import { readMyPath } from './my-path.read.ts'
import { MyPath } from './my-path.view.tsx'
import { readPlainHome } from './plain-home.read.ts'
import { PlainHome } from './plain-home.view.tsx'
import { actOnQueue } from './queue.action.ts'
import { readQueue } from './queue.read.ts'
import { Queue } from './queue.view.tsx'
import { listAskedItems } from './waiting.read.ts'
import { waitingText } from './waiting.text.ts'
import type { WaitingItem } from './waiting-item.ts'
import { WaitingList } from './waiting-list.view.tsx'
import './home.css'

const words = {
  id: { 'my-path': 'Jalur Saya', queue: 'Antrean', hr: 'Beranda', leader: 'Beranda', plain: 'Beranda' },
  en: { 'my-path': 'My path', queue: 'Queue', hr: 'Home', leader: 'Home', plain: 'Home' },
} as const

type MetaArgs = { loaderData?: { kind: keyof (typeof words)['id'] }; matches: Parameters<typeof localeOf>[0] }
export const meta = ({ loaderData, matches }: MetaArgs) => [
  { title: `${words[localeOf(matches)][loaderData?.kind ?? 'plain']} · Anyam` },
]
export const handle = { english: true }

const read = (page: Page) => {
  const { role, employeeId } = page.actor
  if (role === 'asn') {
    if (employeeId) return readMyPath(page, employeeId)
    throw redirect('/akun')
  }
  // An assessor comes for the batches entrusted to her, and for nothing else.
  if (role === 'assessor') throw redirect('/kompetensi/asesmen')
  if (role === 'supervisor') return readQueue(page)
  return readOther(page)
}

/** Homes that show what the role works on; what is asked of the person besides stands below. */
const readOther = async (page: Page) => {
  const asked = await listAskedItems(page.db, page.visit.modules)
  if (page.actor.role === 'hr_officer') return { ...(await readHrHome(page)), asked }
  if (page.actor.role === 'leader') return { ...(await readLeaderHome(page)), asked }
  return { ...(await readPlainHome(page)), asked }
}

const Asked = ({ items }: { items: WaitingItem[] }) => {
  const text = waitingText(useLocale())
  return items.length === 0 ? null : (
    <Section title={text.asked}>
      <WaitingList items={items} />
    </Section>
  )
}

/** Each role's own home. */
export const loader = (args: LoaderFunctionArgs) =>
  load(args, page => read(page) as Promise<Awaited<ReturnType<typeof read>>>)

/** Only a queue is answered at home. */
export const action = (args: ActionFunctionArgs) => submit(args, actOnQueue)

export default function Home() {
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const data = useLoaderData<typeof loader>()
  if (data.kind === 'my-path') return <MyPath data={data} />
  if (data.kind === 'queue') return <Queue data={data} answer={answer} />
  return (
    <>
      {data.kind === 'hr' ? (
        <HrHome data={data} />
      ) : data.kind === 'leader' ? (
        <LeaderHome data={data} />
      ) : (
        <PlainHome data={data} />
      )}
      <Asked items={data.asked} />
    </>
  )
}
