import type { Figure as FigureOf } from '#core/figure/figure.ts'
import { Figure } from '../figure/figure.tsx'
import '../style/drawings.css'

const words = { now: 'siap sekarang', soon: '1–2 tahun', later: 'lebih dari 2 tahun' }
type Kind = keyof typeof words

/** Successors of a post by horizon, one block a person: full now, half in 1 to 2 years, empty later. */
export const BenchBlocks = (counts: Record<Kind, FigureOf<number>>) => (
  <span className="bench">
    {(Object.keys(words) as Kind[]).map(kind => (
      <BenchGroup key={kind} kind={kind} figure={counts[kind]} />
    ))}
  </span>
)

/** At most four blocks are drawn; the number says all, and opens. */
const BenchGroup = ({ kind, figure }: { kind: Kind; figure: FigureOf<number> }) => (
  <>
    <b>
      <Figure figure={figure} unit={false} asLink />
      <span className="sr"> {words[kind]}, </span>
    </b>
    <span className="blocks" aria-hidden="true">
      {Array.from({ length: Math.min(Number(figure.value), 4) }, (_, i) => (
        <u key={i} className={kind} />
      ))}
    </span>
  </>
)

export const BenchLegend = () => (
  <p className="legend">
    {(Object.keys(words) as Kind[]).map(kind => (
      <span key={kind}>
        <span className="bench">
          <u className={kind} />
        </span>
        {words[kind]}
      </span>
    ))}
  </p>
)
