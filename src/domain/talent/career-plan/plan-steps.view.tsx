import { formatDay } from '#core/text/format.ts'
import { DataTable } from '#ui/kit/data-table.tsx'
import { Note } from '#ui/kit/note.tsx'

type Plan = {
  version: number
  goal: string
  steps: { title: string; year: number; need: string | null }[]
  change_reason: string | null
  written_on: string
  seen_by_name: string | null
  seen_on: string | null
  seen_note: string | null
}

/** One version of a career plan: the goal, its steps, and what the supervisor said. */
export const PlanView = ({ plan }: { plan: Plan }) => (
  <>
    <p>{plan.goal}</p>
    <DataTable
      caption={`Langkah rencana karier versi ${plan.version}`}
      captionHidden
      rows={plan.steps}
      rowKey={s => `${s.year} ${s.title}`}
      columns={[
        { key: 'title', header: 'Jabatan atau penugasan', cell: s => s.title },
        { key: 'year', header: 'Tahun', cell: s => `tahun ${s.year}` },
        { key: 'need', header: 'Yang diperlukan', wide: true, cell: s => s.need ?? 'belum ditulis' },
      ]}
    />
    <p className="small-text quiet">
      Versi {plan.version}, ditulis {formatDay(plan.written_on)}.
      {plan.change_reason && ` Berubah karena: ${plan.change_reason}`}
    </p>
    {plan.seen_note && (
      <Note
        title={`Tanggapan ${plan.seen_by_name ?? 'atasan'}, ${formatDay(plan.seen_on ?? plan.written_on, 'short')}`}
      >
        {plan.seen_note}
      </Note>
    )}
  </>
)
