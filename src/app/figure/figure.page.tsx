import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { notFound } from '#platform/refusal.ts'
import { parseRef } from '#platform/web/figure-source.ts'
import { load } from '#platform/web/page.ts'
import { figureSources } from '../figures.ts'

export const meta = () => [{ title: 'Dari mana angka ini? · Anyam' }]

export const loader = (args: LoaderFunctionArgs) =>
  load(args, async ({ db, params }) => {
    const { kind, keys } = parseRef(params.ref)
    const figure = await figureSources[kind]?.(db, keys)
    if (!figure) throw notFound('Angka ini')
    return { figure }
  })

export default function FigurePage() {
  const { figure } = useLoaderData<typeof loader>()
  return <h1>{figure.label}</h1>
}
