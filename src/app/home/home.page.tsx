import { type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router'
import { load, type Page } from '#platform/web/page.ts'
import { readHrHome } from './hr-home.read.ts'
import { HrHome } from './hr-home.view.tsx'
import { readLeaderHome } from './leader-home.read.ts'
import { LeaderHome } from './leader-home.view.tsx'
import { readMyPath } from './my-path.read.ts'
import { MyPath } from './my-path.view.tsx'
import { readPlainHome } from './plain-home.read.ts'
import { PlainHome } from './plain-home.view.tsx'
import { readQueue } from './queue.read.ts'
import { Queue } from './queue.view.tsx'
import './home.css'

const words = { 'my-path': 'Jalur Saya', queue: 'Antrean', hr: 'Beranda', leader: 'Beranda', plain: 'Beranda' } as const

export const meta = ({ loaderData }: { loaderData?: { kind: keyof typeof words } }) => [
  { title: `${words[loaderData?.kind ?? 'plain']} · Anyam` },
]

const read = (page: Page) => {
  const { role, employeeId } = page.actor
  if (role === 'asn') {
    if (employeeId) return readMyPath(page, employeeId)
    throw redirect('/akun')
  }
  if (role === 'supervisor') return readQueue(page)
  if (role === 'hr_officer') return readHrHome(page)
  if (role === 'leader') return readLeaderHome(page)
  return readPlainHome(page)
}

/** Each role's own home. */
export const loader = (args: LoaderFunctionArgs) =>
  load(args, page => read(page) as Promise<Awaited<ReturnType<typeof read>>>)

export default function Home() {
  const data = useLoaderData<typeof loader>()
  if (data.kind === 'my-path') return <MyPath data={data} />
  if (data.kind === 'queue') return <Queue data={data} />
  if (data.kind === 'hr') return <HrHome data={data} />
  if (data.kind === 'leader') return <LeaderHome data={data} />
  return <PlainHome data={data} />
}
