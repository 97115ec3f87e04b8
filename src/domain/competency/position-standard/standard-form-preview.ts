import type { Actor } from '#platform/access/actor.ts'
import type { FormAnswer } from '#platform/web/page.ts'
import type { Visit } from '#platform/web/visit.ts'
import { countOnList, effectFigure } from './standard-figures.ts'
import { askedByForm } from './standard-form.store.ts'
import { previewStandard } from './standard-preview.store.ts'
import { findTitle } from './standard-title.store.ts'

/** What a form would do if it were saved now: the form comes back as it was filled in, with the effect above it. */
export const previewForm = (visit: Visit, actor: Actor, values: Record<string, string>) =>
  visit.database.as(
    actor,
    async db => {
      const post = values.positionName ?? ''
      const title = await findTitle(db, post)
      const found = (await previewStandard(db, [post], await askedByForm(db, values, post))).get(post.toLowerCase())
      const of = (what: 'touched' | 'more' | 'less' | 'unknown') =>
        effectFigure(what, found?.members[what] ?? [], db.on, null)
      const answer: FormAnswer & { preview: Record<string, unknown> } = {
        ok: false,
        message: '',
        fields: {},
        values,
        preview: {
          people: countOnList('title-people', title?.id ?? '', found?.people.length ?? 0, db.on),
          touched: of('touched'),
          more: of('more'),
          less: of('less'),
          unknown: of('unknown'),
        },
      }
      return answer
    },
    { readOnly: true },
  )
