import { href, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { load } from '#platform/web/page.ts'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { EmptyState } from '#ui/kit/empty-state.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { listTeamSubjects } from './feedback.store.ts'

export const meta = () => [{ title: 'Penilai umpan balik tim · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query }) => ({
    rows: await listTeamSubjects(db),
    isSaved: query.get('pesan') === 'dikonfirmasi',
  }))

export default function TeamRatersPage() {
  const { rows, isSaved } = useLoaderData<typeof loader>()
  const isWaiting = rows.some(r => r.state === 'proposed')
  return (
    <>
      <PageHead
        title={isWaiting ? 'Penilai umpan balik menunggu konfirmasi Anda' : 'Penilai umpan balik tim Anda'}
        scope={
          isSaved
            ? 'Tersimpan, dan penilainya sudah diundang. Siapa yang menjawab dan apa jawabannya tidak diperlihatkan.'
            : 'Anda menyetujui siapa yang menilai. Siapa yang menjawab dan apa jawabannya tidak diperlihatkan.'
        }
        crumbs={[{ label: 'Beranda', href: '/' }, { label: 'Penilai umpan balik' }]}
      />
      {rows.length === 0 ? (
        <EmptyState title="Tidak ada putaran yang berjalan untuk tim Anda">
          Bila pengelola membuka putaran, anggota tim Anda ada di sini.
        </EmptyState>
      ) : (
        <DataTable
          caption="Anggota tim dalam putaran"
          captionHidden
          rows={rows}
          rowKey={r => `${r.round_id} ${r.employee_id}`}
          columns={[
            {
              key: 'name',
              header: 'Anggota',
              cell: r => (
                <>
                  <a
                    href={href('/umpan-balik/tim/:roundId/:employeeId', {
                      roundId: r.round_id,
                      employeeId: r.employee_id,
                    })}
                  >
                    {r.name}
                  </a>
                  <SubLine>{r.round_name}</SubLine>
                </>
              ),
            },
            {
              key: 'state',
              header: 'Keadaan',
              cell: r =>
                r.state === 'proposed' ? (
                  <>
                    <StateMark state="unknown">Menunggu Anda</StateMark>
                    <SubLine>
                      Batas {formatDay(r.propose_until, 'short')}
                      {r.wishes > 0 && ', ada permintaan perubahan'}
                    </SubLine>
                  </>
                ) : (
                  <StateMark state="known">Penilai diundang</StateMark>
                ),
            },
          ]}
        />
      )}
    </>
  )
}
