import { href } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { Button } from '#ui/kit/button.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import type { Move } from '../score/person-score.store.ts'
import { moveReasons } from './move-reasons.ts'

/** Before and after of each proposed move, with its reason and, for who may, the decision. */
export const MovesTable = ({
  moves,
  cycleId,
  mayDecide,
}: {
  moves: readonly Move[]
  cycleId: string
  mayDecide: (move: Move) => boolean
}) => (
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
          m.state === 'proposed' && mayDecide(m) ? (
            <form method="post" className="row">
              <FormKey />
              <input type="hidden" name="moveId" value={m.id} />
              <input type="hidden" name="cycleId" value={cycleId} />
              <Button small name="decision" value="decided">
                Setujui
              </Button>
              <Button small variant="quiet" name="decision" value="withdrawn">
                Tolak
              </Button>
            </form>
          ) : m.state === 'proposed' ? (
            <StateMark state="border">Menunggu sidang</StateMark>
          ) : m.state === 'decided' ? (
            'Disetujui'
          ) : (
            'Tidak disetujui'
          ),
      },
    ]}
  />
)
