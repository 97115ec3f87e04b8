import { type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router'
import { load } from '#platform/web/page.ts'
import { pageTitle } from '../shell/page-title.ts'
import { readMyPath } from './my-path.read.ts'
import { MyPath } from './my-path.view.tsx'
import './home.css'

export const meta = pageTitle({ id: 'Jalur Saya', en: 'My path' })
export const handle = { english: true }

/** The own page of everybody with an employee record, whatever the role of the visit. */
export const loader = (args: LoaderFunctionArgs) =>
  load(args, page => {
    if (!page.actor.employeeId) throw redirect('/akun')
    return readMyPath(page, page.actor.employeeId)
  })

export default function MyPathPage() {
  return <MyPath data={useLoaderData<typeof loader>()} />
}
