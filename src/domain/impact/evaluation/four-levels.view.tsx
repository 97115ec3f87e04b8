import { formatNumber } from '#core/text/format.ts'
import { Bars } from '#ui/chart/bars.tsx'
import { paper, signed } from '#ui/chart/chart-words.ts'
import { Figure } from '#ui/figure/figure.tsx'
import type { IndicatorEffect } from '../effect/indicator-effect.model.ts'
import type { Evaluation } from './evaluation.model.ts'
import { small } from './evaluation-words.ts'

/** Level 1: how many answered, then how they liked it. */
export const ReactionLevel = ({ reaction }: { reaction: Evaluation['reaction'] }) => (
  <li>
    <span className="level">Tingkat 1</span>
    <h3>Reaksi</h3>
    <p className="respondents">
      {reaction.answered.value === null ? (
        'Belum ada jawaban peserta'
      ) : (
        <>
          <Figure figure={reaction.answered} origin={false} asLink unit={false} /> jawaban; tingkat jawaban{' '}
          <Figure figure={reaction.responseShare} origin={false} asLink />
        </>
      )}
    </p>
    <Figure
      figure={reaction.mean}
      size="middle"
      unitWord={reaction.scaleMax && reaction.mean.state === 'known' ? `dari ${reaction.scaleMax}` : undefined}
    />
    <p className="small-text quiet">
      {reaction.items.length > 0
        ? 'Kepuasan, bukan bukti belajar atau penerapan.'
        : 'Minta penyelenggara membagikan kuesioner setelah kelas.'}
    </p>
  </li>
)

/** Slopes from before to after, the mean in ink; one that fell is dashed. */
const Slopes = ({ pairs }: { pairs: [number, number][] }) => {
  const all = pairs.flat()
  const [least, most] = [Math.min(...all), Math.max(...all)]
  const y = (score: number) => paper(100 - ((score - least) / Math.max(1, most - least)) * 88)
  const means = [0, 1].map(i => pairs.reduce((s, p) => s + p[i], 0) / pairs.length)
  const words = `Rata-rata dari ${formatNumber(means[0])} ke ${formatNumber(means[1])}`
  return (
    <svg viewBox="0 0 240 124" role="img" aria-label={words}>
      {pairs.map(([a, b], i) => (
        <path
          key={i}
          d={`M40 ${y(a)}L200 ${y(b)}`}
          stroke={b < a ? 'var(--rotan)' : 'var(--acc)'}
          strokeDasharray={b < a ? '4 3' : undefined}
          opacity=".4"
          fill="none"
        />
      ))}
      <path d={`M40 ${y(means[0])}L200 ${y(means[1])}`} stroke="var(--ink)" strokeWidth="3" fill="none" />
      <text x="34" y={y(means[0]) + 4} textAnchor="end" className="title">
        {formatNumber(means[0])}
      </text>
      <text x="206" y={y(means[1]) + 4} className="title">
        {formatNumber(means[1])}
      </text>
      <text x="40" y="120" textAnchor="middle">
        sebelum
      </text>
      <text x="200" y="120" textAnchor="middle">
        sesudah
      </text>
    </svg>
  )
}

/** One row per agreed indicator on a zero line: solid when it may be concluded, dashed grey when not. */
const Intervals = ({ indicators }: { indicators: readonly IndicatorEffect[] }) => {
  const shown = indicators.filter(i => i.difference.interval && i.difference.value !== null)
  if (shown.length === 0) return null
  const height = shown.length * 44 + 8
  const words = shown
    .map(
      i =>
        `${i.name} ${signed(Number(i.difference.value))} (${signed(i.difference.interval?.low ?? 0)} sampai ${signed(i.difference.interval?.high ?? 0)})`,
    )
    .join('; ')
  return (
    <svg viewBox={`0 0 240 ${height}`} role="img" aria-label={words}>
      <path d={`M120 4V${height - 4}`} stroke="var(--line-2)" />
      {shown.map((i, n) => {
        const [low, high, point] = [
          i.difference.interval?.low ?? 0,
          i.difference.interval?.high ?? 0,
          Number(i.difference.value),
        ]
        const reach = Math.max(Math.abs(low), Math.abs(high)) * 1.05 || 1
        const x = (v: number) => paper(120 + (v / reach) * 108)
        const y = n * 44 + 30
        const paint = i.isConclusive ? 'var(--acc)' : 'var(--line-2)'
        return (
          <g key={i.id}>
            <text x="2" y={y - 14} className="halo">
              {i.name}
            </text>
            <path
              d={`M${x(low)} ${y}H${x(high)}`}
              stroke={paint}
              strokeWidth="6"
              strokeDasharray={i.isConclusive ? undefined : '5 2'}
            />
            <circle
              cx={x(point)}
              cy={y}
              r="5"
              fill={i.isConclusive ? paint : 'var(--bg)'}
              stroke={i.isConclusive ? 'var(--bg)' : paint}
              strokeWidth="2"
            />
          </g>
        )
      })}
    </svg>
  )
}

/** Level 2: who took both tests, then the gain. */
export const LearningLevel = ({ learning }: { learning: Evaluation['learning'] }) => (
  <li>
    <span className="level">Tingkat 2</span>
    <h3>Pembelajaran</h3>
    <p className="respondents">
      <Figure figure={learning.both} origin={false} asLink unit={false} /> dari{' '}
      <Figure figure={learning.asked} origin={false} asLink unit={false} /> hasil kelas punya tes sebelum dan sesudah
    </p>
    <Figure figure={learning.gain} size="middle" />
    {learning.pairs.length > 0 && <Slopes pairs={learning.pairs} />}
    <p className="small-text quiet">
      <Figure figure={learning.up} origin={false} asLink unit={false} /> naik,{' '}
      <Figure figure={learning.down} origin={false} asLink unit={false} /> turun. Bukan bukti penerapan.
    </p>
  </li>
)

/** Level 3: how many are rated by both sides, then how many apply it. */
export const ApplicationLevel = ({ application }: { application: Evaluation['application'] }) => (
  <li>
    <span className="level">Tingkat 3{application.day === null ? '' : `, ${application.day} hari`}</span>
    <h3>Perilaku</h3>
    <p className="respondents">
      <Figure figure={application.answered} origin={false} asLink unit={false} /> dari{' '}
      <Figure figure={application.agreed} origin={false} asLink unit={false} /> perilaku dinilai dua pihak
    </p>
    <Figure
      figure={application.rate}
      size="middle"
      unitWord={application.rate.state === 'known' ? 'menerapkan, menurut keduanya' : undefined}
    />
    {application.ratings.some(r => r.rater === 'supervisor') && (
      <Bars
        label="Nilai perilaku menurut atasan, skala 1 sampai 4"
        max={4}
        digits={2}
        rows={application.ratings
          .filter(r => r.rater === 'supervisor')
          .map(r => ({ label: r.day === 0 ? 'Sebelum' : `${r.day} hari`, value: r.mean.value }))}
      />
    )}
    <p className="small-text quiet">
      {application.rate.interval &&
        `Rentang 95%: ${formatNumber(application.rate.interval.low * 100)} sampai ${formatNumber(application.rate.interval.high * 100)}%. `}
      <Figure figure={application.disagreed} origin={false} asLink unit={false} /> belum sepakat,{' '}
      <Figure figure={application.noOpportunity} origin={false} asLink unit={false} /> belum ada kesempatan.
    </p>
  </li>
)

/** Level 4: how many units, then what may be said. */
export const UnitLevel = ({ indicators }: { indicators: readonly IndicatorEffect[] }) => {
  const agreed = indicators.filter(i => i.target !== null)
  const lead = agreed.find(i => i.isConclusive) ?? agreed[0] ?? indicators[0]
  return (
    <li>
      <span className="level">Tingkat 4</span>
      <h3>Hasil unit</h3>
      {lead === undefined ? (
        <>
          <p className="respondents">Belum ada indikator unit</p>
          <p className="small-text quiet">Impor indikator bulanan, lalu sepakati target di halaman program.</p>
        </>
      ) : (
        <>
          <p className="respondents">
            <b>{lead.programmeUnits} unit program</b>, {lead.comparisonUnits} unit pembanding
          </p>
          <Figure figure={lead.effect} size="middle" compare={`selisih perubahan ${small(lead.name)}`} />
          <Intervals indicators={agreed.length > 0 ? agreed : indicators} />
          <p className="small-text quiet">
            {lead.name}: {lead.verdict}.{' '}
            {agreed
              .filter(i => i !== lead)
              .map(i => `${i.name}: ${i.verdict}.`)
              .join(' ')}
          </p>
        </>
      )}
    </li>
  )
}
