import { href, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { load } from '#platform/web/page.ts'
import { DataTable } from '#ui/kit/data-table.tsx'
import { EmptyState } from '#ui/kit/empty-state.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { listOwnReplies } from './feedback.store.ts'
import { groupWords, replyStateWords } from './feedback-words.ts'

export const meta = () => [{ title: 'Umpan balik yang diminta dari Anda · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, on }) => ({
    rows: (await listOwnReplies(db)).map(r => ({ ...r, isLate: r.state === 'asked' && r.due_on < on })),
  }))

export default function OwnRequestsPage() {
  const { rows } = useLoaderData<typeof loader>()
  const open = rows.filter(r => r.state === 'asked' && !r.isLate).length
  return (
    <>
      <PageHead
        title={open > 0 ? 'Umpan balik menunggu jawaban Anda' : 'Tidak ada umpan balik yang menunggu Anda'}
        scope="Jawaban dapat diubah sampai batasnya, dan hanya Anda yang membacanya."
        crumbs={[{ label: 'Beranda', href: '/' }, { label: 'Umpan balik' }]}
      />
      {rows.length === 0 ? (
        <EmptyState title="Belum ada permintaan">Bila Anda diminta menilai, permintaannya ada di sini.</EmptyState>
      ) : (
        <DataTable
          caption="Permintaan umpan balik"
          captionHidden
          rows={rows}
          rowKey={r => r.id}
          columns={[
            {
              key: 'name',
              header: 'Tentang',
              cell: r => (
                <a href={href('/umpan-balik/:replyId', { replyId: r.id })}>
                  {r.rater_group === 'diri' ? 'Diri Anda sendiri' : r.about_name}
                </a>
              ),
            },
            { key: 'group', header: 'Sebagai', cell: r => groupWords[r.rater_group] },
            { key: 'due', header: 'Batas', cell: r => formatDay(r.due_on, 'short') },
            {
              key: 'state',
              header: 'Keadaan',
              cell: r => (
                <StateMark state={r.state === 'answered' ? 'known' : r.isLate ? 'expired' : 'unknown'}>
                  {r.isLate ? 'Lewat batas' : replyStateWords[r.state]}
                </StateMark>
              ),
            },
          ]}
        />
      )}
    </>
  )
}
