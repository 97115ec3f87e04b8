import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { load } from '#platform/web/page.ts'
import { EmptyState } from '#ui/kit/empty-state.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { Said, useLocale } from '#ui/locale.ts'
import { pageTitle } from '../shell/page-title.ts'
import { type Found, findEverything } from './find-everything.ts'

export const meta = pageTitle({ id: 'Cari', en: 'Search' })
export const handle = { english: true }

const id = {
  none: (text: string) => `Tidak ada yang cocok dengan "${text}"`,
  some: (n: number, text: string) => `${n} yang cocok dengan "${text}"`,
  title: 'Cari orang, jabatan, program, atau layar',
  scope: 'Hasil mengikuti hak Anda: yang tidak boleh Anda lihat tidak muncul di sini.',
  field: 'Yang dicari',
  hint: 'Nama, NIP, jabatan, program, layar',
  submit: 'Cari',
  tryOther: 'Coba kata lain',
  tryHow: 'Tuliskan sebagian nama saja, atau NIP lengkap tanpa spasi.',
  groups: { screen: 'Layar', person: 'Pegawai', position: 'Jabatan', programme: 'Program' } satisfies Record<
    Found['kind'],
    string
  >,
}
const en: typeof id = {
  none: text => `Nothing matches "${text}"`,
  some: (n, text) => `${n} that match "${text}"`,
  title: 'Find people, posts, programmes or screens',
  scope: 'Results follow your rights: what you may not see does not appear here.',
  field: 'What to find',
  hint: 'Name, NIP, post, programme, screen',
  submit: 'Search',
  tryOther: 'Try another word',
  tryHow: 'Write part of the name only, or the whole NIP without spaces.',
  groups: { screen: 'Screens', person: 'People', position: 'Posts', programme: 'Programmes' },
}

export const loader = (args: LoaderFunctionArgs) =>
  load(args, async ({ db, actor, visit, query }) => {
    const text = (query.get('q') ?? '').trim().slice(0, 80)
    return { text, found: await findEverything(db, actor, visit.modules, text) }
  })

const kinds = ['screen', 'person', 'position', 'programme'] as const

export default function SearchPage() {
  const { text, found } = useLoaderData<typeof loader>()
  const words = { id, en }[useLocale()]
  return (
    <>
      <PageHead
        title={text ? (found.length === 0 ? words.none(text) : words.some(found.length, text)) : words.title}
        scope={words.scope}
      />
      <form method="get" className="row">
        <input
          className="field"
          type="search"
          name="q"
          aria-label={words.field}
          placeholder={words.hint}
          defaultValue={text}
          minLength={2}
          required
        />
        <button className="button primary" type="submit">
          {words.submit}
        </button>
      </form>
      {text && found.length === 0 && <EmptyState title={words.tryOther}>{words.tryHow}</EmptyState>}
      {kinds.map(kind => {
        const hits = found.filter(hit => hit.kind === kind)
        return hits.length === 0 ? null : (
          <Section key={kind} title={words.groups[kind]}>
            <ul className="lines">
              {hits.map(hit => (
                <li key={hit.href + hit.title}>
                  <a href={hit.href}>{kind === 'screen' ? hit.title : <Said>{hit.title}</Said>}</a>
                  {hit.note && <span className="quiet"> {kind === 'screen' ? hit.note : <Said>{hit.note}</Said>}</span>}
                </li>
              ))}
            </ul>
          </Section>
        )
      })}
    </>
  )
}
