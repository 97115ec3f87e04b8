import type { LoaderFunctionArgs } from 'react-router'
import { notFound } from '#platform/refusal.ts'
import { parseRef } from '#platform/web/figure-source.ts'
import { load } from '#platform/web/page.ts'
import { figureSources } from '../figures.ts'

/** The same figure for programs: `/angka/REF.json`, under the same rights. */
export const loader = (args: LoaderFunctionArgs) =>
  load(args, async ({ db, params }) => {
    const { kind, keys } = parseRef(params.ref)
    const figure = await figureSources[kind]?.(db, keys)
    if (!figure) throw notFound('Angka ini')
    return Response.json(figure)
  })
