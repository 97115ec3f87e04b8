import '../style/drawings.css'

const words = { now: 'siap sekarang', soon: '1–2 tahun', later: 'lebih dari 2 tahun' }

/** Successors of a post by horizon, one block a person: full now, half in 1 to 2 years, empty later. */
export const BenchBlocks = ({ now, soon, later }: { now: number; soon: number; later: number }) => (
  <span className="bench" role="img" aria-label={`${now} ${words.now}, ${soon} ${words.soon}, ${later} ${words.later}`}>
    {(
      [
        ['now', now],
        ['soon', soon],
        ['later', later],
      ] as const
    ).map(([kind, n]) => (
      <BenchGroup key={kind} kind={kind} n={n} />
    ))}
  </span>
)

/** At most four blocks are drawn; the number says all. */
const BenchGroup = ({ kind, n }: { kind: keyof typeof words; n: number }) => (
  <>
    <b>{n}</b>
    <span className="blocks">
      {Array.from({ length: Math.min(n, 4) }, (_, i) => (
        <u key={i} className={kind} />
      ))}
    </span>
  </>
)

export const BenchLegend = () => (
  <p className="legend">
    {(Object.keys(words) as (keyof typeof words)[]).map(kind => (
      <span key={kind}>
        <span className="bench">
          <u className={kind} />
        </span>
        {words[kind]}
      </span>
    ))}
  </p>
)
