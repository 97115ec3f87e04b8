import { href } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import type { Move } from '../score/person-score.store.ts'
import { moveReasons } from './move-reasons.ts'

/** Before and after of each proposed move, with its reason; the decision belongs to a session. */
export const MovesTable = ({ moves, cycleId }: { moves: readonly Move[]; cycleId: string }) => (
  <DataTable
    caption="Pemindahan kotak"
    captionHidden
    rows={moves}
    rowKey={m => m.id}
    columns={[
      {
        key: 'name',
        header: 'Nama',
        cell: m => (
          <a href={`${href('/talenta/peta/:employeeId/mengapa', { employeeId: m.employee_id })}?siklus=${cycleId}`}>
            {m.name}
          </a>
        ),
      },
      { key: 'move', header: 'Sebelum, sesudah', cell: m => `kotak ${m.from_box} → kotak ${m.to_box}` },
      {
        key: 'why',
        header: 'Alasan',
        wide: true,
        cell: m => (
          <>
            {moveReasons[m.reason_code as keyof typeof moveReasons] ?? m.reason_code}
            <SubLine>{m.note}</SubLine>
          </>
        ),
      },
      {
        key: 'by',
        header: 'Pengusul',
        cell: m => (
          <>
            {m.moved_by_name}
            <SubLine>{formatDay(m.moved_on, 'short')}</SubLine>
          </>
        ),
      },
      {
        key: 'state',
        header: 'Keadaan',
        phoneLabel: '',
        cell: m =>
          m.state === 'proposed' ? (
            <a href={href('/talenta/sidang')}>Menunggu sidang</a>
          ) : m.state === 'decided' ? (
            'Disetujui'
          ) : m.state === 'declined' ? (
            'Tidak disetujui'
          ) : (
            'Ditarik'
          ),
      },
    ]}
  />
)
