import { href, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { sql } from '#platform/database/database.ts'
import { notFound } from '#platform/refusal.ts'
import { parseRef } from '#platform/web/figure-source.ts'
import { load } from '#platform/web/page.ts'
import { FigureExplanation } from '#ui/figure/figure-explanation.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { figureSources } from '../figures.ts'
import { recordKinds } from '../record/record-kinds.ts'

export const meta = () => [{ title: 'Dari mana angka ini? · Anyam' }]

const uuid = /^[0-9a-f]{8}-[0-9a-f-]{27}$/

/** One figure down to its records; a figure about another person is a look. */
export const loader = (args: LoaderFunctionArgs) =>
  load(args, async ({ db, params, actor, look }) => {
    const { kind, keys } = parseRef(params.ref)
    const figure = await figureSources[kind]?.(db, keys)
    if (!figure) throw notFound('Angka ini')
    const ids = keys.filter(key => uuid.test(key))
    const people = await db.rows<{ id: string }>(sql`select id from workforce.v_people where id::text = any (${ids})`)
    for (const person of people)
      look({ action: 'open-figure', employeeId: person.id, subjectKind: 'figure', subjectId: params.ref })
    return { figure, locale: actor.locale ?? ('id' as const), ref: params.ref }
  })

/** The page of the record at the end of a chain. */
const hrefOf = (source: { kind: string; id: string }): string | null =>
  source.kind in recordKinds && source.id ? href('/catatan/:kind/:id', { kind: source.kind, id: source.id }) : null

export default function FigurePage() {
  const { figure, locale, ref } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead
        title={`Dari mana angka ini? ${figure.label}`}
        scope={`Dihitung per ${formatDay(figure.asOf)}. Setiap unsur dapat dibuka sampai ke catatannya.`}
        actions={
          <a className="button" href={`/angka/${encodeURIComponent(ref)}.json`}>
            Unduh sebagai JSON
          </a>
        }
      />
      <FigureExplanation figure={figure} locale={locale} hrefOf={hrefOf} />
    </>
  )
}
