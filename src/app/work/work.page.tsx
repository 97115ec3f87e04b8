import { data, href, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { formatNumber } from '#core/text/format.ts'
import { findWork } from '#platform/jobs/work.ts'
import { notFound } from '#platform/refusal.ts'
import { load } from '#platform/web/page.ts'
import { PageHead } from '#ui/kit/page-head.tsx'
import { safeReturn } from '../shell/return-path.ts'
import { workWord } from './work-words.ts'

export const meta = () => [{ title: 'Pekerjaan panjang · Anyam' }]

/** How far long work is. Without script the page asks again by itself every three seconds. */
export const loader = async (args: LoaderFunctionArgs) => {
  const { work, next } = await load(args, async ({ db, params, query }) => {
    const found = await findWork(db, params.id)
    if (!found) throw notFound('Pekerjaan ini')
    return { work: found, next: query.get('lanjut') ? safeReturn(query.get('lanjut')) : null }
  })
  const isOpen = work.state === 'waiting' || work.state === 'running'
  return data({ work, next }, isOpen ? { headers: { Refresh: '3' } } : {})
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders

const stateWords = {
  waiting: 'menunggu giliran',
  running: 'sedang berjalan',
  done: 'selesai',
  failed: 'berhenti karena kesalahan',
  stopped: 'dihentikan',
}

export default function WorkPage() {
  const { work, next } = useLoaderData<typeof loader>()
  const share = work.total ? Math.min(1, work.done / work.total) : null
  return (
    <>
      <PageHead
        title={`${workWord(work.name)}: ${stateWords[work.state]}`}
        scope="Anda boleh menutup halaman ini; pekerjaan tetap berjalan."
      />
      {share !== null && (
        <>
          <progress className="wide-progress" value={work.done} max={work.total ?? 1} aria-label="Kemajuan" />
          <p role="status">
            {formatNumber(work.done)} dari {formatNumber(work.total ?? 0)}
          </p>
        </>
      )}
      {work.message && <p className="prose">{work.message}</p>}
      <p className="gap-4">
        {work.state === 'done' && next ? (
          <a className="button primary" href={next}>
            Lihat hasilnya
          </a>
        ) : (
          <a href={href('/')}>Ke beranda</a>
        )}
      </p>
    </>
  )
}
