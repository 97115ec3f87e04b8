import { href, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { parseRef } from '#platform/web/figure-source.ts'
import { load } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { EmptyState } from '#ui/kit/empty-state.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { figureSources } from '../figures.ts'
import { houseContext } from '../shell/house.ts'
import { safeReturn } from '../shell/return-path.ts'

export const meta = () => [{ title: 'Angka di halaman ini · Anyam' }]

const most = 200

/** Reads the page as this very visitor sees it and lists each figure on it with its origin. */
export const loader = (args: LoaderFunctionArgs) =>
  load(args, async ({ db, query }) => {
    const path = safeReturn(query.get('halaman'))
    const answer = await args.context.get(houseContext).fetch(path)
    const html = answer.ok ? await answer.text() : ''
    const found = [...html.matchAll(/data-figure="([^"]+)"/g), ...html.matchAll(/href="\/angka\/([^"?#]+)"/g)]
    const refs = [...new Set(found.map(m => decodeURIComponent(m[1].replaceAll('&amp;', '&'))))]
    const title = /<title>([^<]*?)(?: · Anyam)?<\/title>/.exec(html)?.[1] ?? path
    const figures = []
    for (const ref of refs.slice(0, most)) {
      const { kind, keys } = parseRef(ref)
      const figure = await figureSources[kind]?.(db, keys)
      if (figure) figures.push({ ...figure, parts: [], mechanism: { kind: 'record' as const } })
    }
    return { path, title, figures, all: refs.length }
  })

export default function PageFigures() {
  const { path, title, figures, all } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead
        title={
          all === 0 ? 'Halaman ini tidak memuat angka yang dihitung' : `${all} angka di halaman ini, dengan asalnya`
        }
        scope={`Halaman: ${title}. Setiap angka dapat dibuka sampai ke catatan yang membentuknya.`}
        actions={
          <a className="button" href={path}>
            Kembali ke halaman
          </a>
        }
      />
      {figures.length === 0 ? (
        <EmptyState title="Tidak ada angka hitungan">
          Yang tampil di halaman itu adalah catatan apa adanya, bukan hasil hitungan.
        </EmptyState>
      ) : (
        <ul className="lines pairs">
          {figures.map(figure => (
            <li key={figure.ref}>
              <a href={href('/angka/:ref', { ref: figure.ref ?? '' })}>{figure.label}</a>
              <b>
                <Figure figure={figure} origin={false} />
              </b>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
