import type { LoaderFunctionArgs } from 'react-router'
import { load } from '#platform/web/page.ts'
import { findEverything } from './find-everything.ts'

/** The palette's answers, the same as the search page's. */
export const loader = (args: LoaderFunctionArgs) =>
  load(args, async ({ db, actor, visit, query }) =>
    Response.json(await findEverything(db, actor, visit.modules, (query.get('q') ?? '').trim().slice(0, 80))),
  )
