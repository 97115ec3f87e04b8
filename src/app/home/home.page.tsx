import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { type FormAnswer, load, type Page, submit } from '#platform/web/page.ts'
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
  if (role === 'hr_officer') return readHrHome(page)
  if (role === 'leader') return readLeaderHome(page)
  return readPlainHome(page)
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
  if (data.kind === 'hr') return <HrHome data={data} />
  if (data.kind === 'leader') return <LeaderHome data={data} />
  return <PlainHome data={data} />
}
