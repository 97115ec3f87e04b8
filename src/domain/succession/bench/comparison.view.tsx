import { href } from 'react-router'
import { Figure } from '#ui/figure/figure.tsx'
import { Button } from '#ui/kit/button.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { Section } from '#ui/kit/section.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { requirementWords } from '../eligibility/tree-words.ts'
import type { BenchLine, BenchRow } from './bench.store.ts'
import { horizonMark, horizonWords } from './bench-words.ts'
import { type CandidateNumber, candidateNumber } from './candidate-figures.ts'

type Line = { key: string; label: string; cell: (p: BenchLine) => React.ReactNode }

const numberOf = (what: CandidateNumber, p: BenchLine, positionId: string, value: number | null) => (
  <Figure
    figure={candidateNumber(what, { positionId, employeeId: p.employee_id, asOf: p.as_of }, value)}
    asLink
    unit={false}
  />
)

const lines = (compared: BenchLine[], positionId: string): Line[] => [
  {
    key: 'horizon',
    label: 'Kesiapan',
    cell: p => <StateMark state={horizonMark[p.horizon]}>{horizonWords[p.horizon]}</StateMark>,
  },
  {
    key: 'box',
    label: 'Kotak talenta',
    cell: p => numberOf('box', p, positionId, p.judgement.box),
  },
  {
    key: 'met',
    label: 'Syarat jabatan terpenuhi',
    cell: p =>
      p.asked === 0 ? (
        'belum dapat dinilai'
      ) : (
        <>
          {numberOf('met', p, positionId, p.met)} dari {numberOf('asked', p, positionId, p.asked)}
        </>
      ),
  },
  {
    key: 'missing',
    label: 'Yang belum',
    cell: p =>
      [...p.judgement.eligibility.failing, ...p.judgement.eligibility.unknown.map(u => `${u} (belum diketahui)`)]
        .map(requirementWords)
        .join('; ') || 'tidak ada',
  },
  {
    key: 'score',
    label: 'Skor kesiapan',
    cell: p => <Figure figure={p.judgement.readiness.score} asLink unit={false} />,
  },
  ...(compared[0]?.judgement.levels ?? []).map(level => ({
    key: level.code,
    label: `${level.name}, perlu ${level.standard}`,
    cell: (p: BenchLine) => {
      const own = p.judgement.levels.find(l => l.code === level.code)
      return own ? <Figure figure={own.level} asLink unit={false} /> : '–'
    },
  })),
  {
    key: 'elsewhere',
    label: 'Calon di jabatan lain',
    cell: p => (p.elsewhere === 0 ? 'tidak' : <>{numberOf('elsewhere', p, positionId, p.elsewhere)} jabatan</>),
  },
]

/** Up to five candidates side by side; the choice stands in the address. */
export const Comparison = ({
  bench,
  people,
  compared,
  most,
}: {
  bench: BenchRow
  people: BenchLine[]
  compared: BenchLine[]
  most: number
}) => {
  if (compared.length < 2) return null
  return (
    <Section
      title={`Bandingkan calon ${bench.name}`}
      note={`${compared.length} dari paling banyak ${most}`}
      id="banding"
    >
      <DataTable
        caption={`Perbandingan calon ${bench.name}`}
        captionHidden
        phone="scroll"
        rows={lines(compared, bench.position_id)}
        rowKey={l => l.key}
        columns={[
          { key: 'label', header: 'Ukuran', cell: l => l.label },
          ...compared.map(p => ({
            key: p.employee_id,
            header: (
              <>
                {p.name}
                <SubLine>{[p.holds_name, p.unit_short_name].filter(Boolean).join(', ')}</SubLine>
              </>
            ),
            cell: (l: Line) => l.cell(p),
          })),
        ]}
      />
      {people.length > compared.length && (
        <form method="get" action={`${href('/suksesi/:positionId', { positionId: bench.position_id })}#banding`}>
          <fieldset className="row gap-3">
            <legend className="small-text quiet">Pilih sampai {most} calon</legend>
            {people.slice(0, 20).map(p => (
              <label key={p.employee_id} className="small-text">
                <input
                  type="checkbox"
                  name="banding"
                  value={p.employee_id}
                  defaultChecked={compared.some(c => c.employee_id === p.employee_id)}
                />{' '}
                {p.name}
              </label>
            ))}
            <Button small>Bandingkan</Button>
          </fieldset>
        </form>
      )}
      <p className="tiny faint gap-3">Sistem menunjukkan; komite memutuskan.</p>
    </Section>
  )
}
