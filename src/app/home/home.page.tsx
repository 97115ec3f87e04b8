import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { load } from '#platform/web/page.ts'
import { roleWords } from '../shell/role-words.ts'

export const meta = () => [{ title: 'Beranda · Anyam' }]

export const loader = (args: LoaderFunctionArgs) =>
  load(args, async ({ actor }) => ({ role: actor.role, name: actor.name }))

export default function Home() {
  const { role } = useLoaderData<typeof loader>()
  return <h1>{roleWords[role].id}</h1>
}
