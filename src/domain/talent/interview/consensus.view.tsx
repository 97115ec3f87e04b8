import { formatDay, formatList } from '#core/text/format.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { Section } from '#ui/kit/section.tsx'
import { byCompetency, consensusFigure, type OpenedRating, type SheetQuestion } from './interview.model.ts'

type Consensus = {
  version: number
  levels: { competencyId: string; competency: string; level: number; reason: string | null }[]
  reason: string | null
  recorded_by_name: string
  recorded_on: string
}

/** The agreed levels beside what each interviewer gave, and the versions before. */
export const ConsensusTable = ({
  interviewId,
  consensus,
  ratings,
  questions,
}: {
  interviewId: string
  consensus: readonly Consensus[]
  ratings: readonly OpenedRating[]
  questions: readonly SheetQuestion[]
}) => {
  const given = new Map(byCompetency(questions, ratings).map(c => [c.competencyId, c.levels]))
  const [now, ...before] = consensus
  return (
    <Section
      title="Level yang disepakati"
      note={`versi ${now.version}, ${now.recorded_by_name}, ${formatDay(now.recorded_on, 'short')}`}
    >
      {now.reason && <p className="small-text quiet">Koreksi: {now.reason}</p>}
      <DataTable
        caption="Level yang disepakati per kompetensi"
        captionHidden
        rows={now.levels}
        rowKey={l => l.competencyId}
        columns={[
          { key: 'name', header: 'Kompetensi', cell: l => l.competency },
          {
            key: 'level',
            header: 'Disepakati',
            number: true,
            cell: l => <Figure figure={consensusFigure(interviewId, now, l)} asLink unit={false} />,
          },
          {
            key: 'given',
            header: 'Nilai pewawancara',
            cell: l => formatList((given.get(l.competencyId) ?? []).map(n => `level ${n}`)),
          },
          { key: 'why', header: 'Alasan bila berbeda', wide: true, cell: l => l.reason ?? 'tidak berbeda' },
        ]}
      />
      {before.map(v => (
        <p key={v.version} className="small-text quiet">
          Versi {v.version}, {formatDay(v.recorded_on, 'short')}:{' '}
          {formatList(v.levels.map(l => `${l.competency} level ${l.level}`))}.
          {v.reason && <SubLine>{v.reason}</SubLine>}
        </p>
      ))}
    </Section>
  )
}
