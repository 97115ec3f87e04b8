import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { load } from '#platform/web/page.ts'
import { EmptyState } from '#ui/kit/empty-state.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { type Found, findEverything } from './find-everything.ts'

export const meta = () => [{ title: 'Cari · Anyam' }]

export const loader = (args: LoaderFunctionArgs) =>
  load(args, async ({ db, actor, visit, query }) => {
    const text = (query.get('q') ?? '').trim().slice(0, 80)
    return { text, found: await findEverything(db, actor, visit.modules, text) }
  })

const groups: [Found['kind'], string][] = [
  ['screen', 'Layar'],
  ['person', 'Pegawai'],
  ['position', 'Jabatan'],
  ['programme', 'Program'],
]

export default function SearchPage() {
  const { text, found } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead
        title={
          text
            ? found.length === 0
              ? `Tidak ada yang cocok dengan "${text}"`
              : `${found.length} yang cocok dengan "${text}"`
            : 'Cari orang, jabatan, program, atau layar'
        }
        scope="Hasil mengikuti hak Anda: yang tidak boleh Anda lihat tidak muncul di sini."
      />
      <form method="get" className="row">
        <input
          className="field"
          type="search"
          name="q"
          aria-label="Yang dicari"
          placeholder="Nama, NIP, jabatan, program, layar"
          defaultValue={text}
          minLength={2}
          required
        />
        <button className="button primary" type="submit">
          Cari
        </button>
      </form>
      {text && found.length === 0 && (
        <EmptyState title="Coba kata lain">Tuliskan sebagian nama saja, atau NIP lengkap tanpa spasi.</EmptyState>
      )}
      {groups.map(([kind, word]) => {
        const hits = found.filter(hit => hit.kind === kind)
        return hits.length === 0 ? null : (
          <Section key={kind} title={word}>
            <ul className="lines">
              {hits.map(hit => (
                <li key={hit.href + hit.title}>
                  <a href={hit.href}>{hit.title}</a>
                  {hit.note && <span className="quiet"> {hit.note}</span>}
                </li>
              ))}
            </ul>
          </Section>
        )
      })}
    </>
  )
}
