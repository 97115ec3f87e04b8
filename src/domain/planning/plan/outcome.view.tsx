import { formatDay } from '#core/text/format.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { Chip } from '#ui/kit/chip.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { leastMeasured } from '../need/rank-closing.ts'
import { verbWords } from '../plan-change/plan-change-words.ts'
import type { PlanStep } from '../plan-change/plan-step.model.ts'
import { beginsAbove, levelsMoved, type Outcome } from './outcome.model.ts'
import type { OutcomeRow, Outcomes } from './outcome.store.ts'

const importanceWords = { mutlak: 'Mutlak', penting: 'Penting', perlu: 'Perlu' } as const

/** What earlier participants reached, as far as so few may be told of. */
const evidenceWords = (lifts: NonNullable<OutcomeRow['item']>['lifts']): string | null => {
  if (lifts.length === 0) return null
  const measured = lifts.reduce((sum, l) => sum + l.measured, 0)
  return measured >= leastMeasured
    ? 'Hasil peserta terdahulu tercatat pada modulnya.'
    : 'Hasilnya belum terbukti: peserta terdahulu yang diukur belum cukup.'
}

const same = (a: Outcome['gap'], b: Outcome['gap']) =>
  a.state === b.state && a.value === b.value && a.bounds?.[0] === b.bounds?.[0] && a.bounds?.[1] === b.bounds?.[1]

/** One amount before and after; where it stays, once. */
const Move = ({ before, after, unit }: { before: Outcome['gap'] | null; after: Outcome['gap']; unit?: boolean }) =>
  before === null || same(before, after) ? (
    <>
      {before !== null && <span className="quiet">tetap </span>}
      <Figure figure={after} origin={false} asLink unit={unit} />
    </>
  ) : (
    <>
      <Figure figure={before} origin={false} asLink unit={false} /> <span className="quiet">menjadi</span>{' '}
      <b>
        <Figure figure={after} origin={false} asLink unit={unit} />
      </b>
    </>
  )

/** What each item changes, before and after, in the order in which it takes effect. */
export const OutcomeTable = ({ outcomes, caption }: { outcomes: Outcomes; caption: string }) => {
  const { rows, hasStandard, post, limits } = outcomes
  const hasReadiness = rows.some(r => r.readiness !== null)
  const unknown = rows[0]?.outcome.unknown ?? []
  const before = (n: number) => (n === 0 ? null : rows[n - 1])
  return (
    <>
      {!hasStandard && (
        <p className="quiet">
          {post ? `${post} belum mempunyai standar kompetensi` : 'Jabatannya belum tercatat'}, jadi akibatnya pada
          kesenjangan dan kesiapan belum dapat disebut.
        </p>
      )}
      <DataTable
        caption={caption}
        captionHidden
        rows={rows.map((r, n) => ({ ...r, before: before(n), n }))}
        rowKey={r => r.key}
        columns={[
          {
            key: 'title',
            header: 'Kegiatan',
            cell: r => {
              const moved = r.before ? levelsMoved(r.before.outcome, r.outcome) : []
              const above = r.before && r.item ? beginsAbove(r.before.outcome, r.item.lifts) : null
              return (
                <>
                  {r.why && <Chip>{verbWords[r.why as PlanStep['verb']]}</Chip>} {r.title}
                  {moved.map(m => (
                    <SubLine key={m.name}>
                      {m.name}: level {m.from} menjadi {m.to}
                      {m.to >= m.required ? ', syarat terpenuhi' : `, syaratnya level ${m.required}`}
                    </SubLine>
                  ))}
                  {r.item && moved.length === 0 && hasStandard && (
                    <SubLine>
                      {above
                        ? `Mulai dari level ${above.from} ${above.name}; sekarang level ${above.level}, jadi belum mengubahnya.`
                        : 'Tidak mengubah level yang diminta jabatan.'}
                    </SubLine>
                  )}
                  {r.item && moved.length > 0 && <SubLine>{evidenceWords(r.item.lifts)}</SubLine>}
                  {r.item && (
                    <SubLine>
                      {r.item.endsOn ? `selesai ${formatDay(r.item.endsOn, 'short')}` : 'belum bertanggal'}
                    </SubLine>
                  )}
                </>
              )
            },
          },
          ...(hasStandard
            ? [
                {
                  key: 'gap',
                  header: 'Sisa kesenjangan, level',
                  cell: (r: OutcomeRow & { before: OutcomeRow | null }) => (
                    <Move before={r.before?.outcome.gap ?? null} after={r.outcome.gap} unit={false} />
                  ),
                },
              ]
            : []),
          {
            key: 'jp',
            header: 'JP setahun',
            cell: r => <Move before={r.before?.outcome.jp ?? null} after={r.outcome.jp} unit={false} />,
          },
          ...(hasStandard
            ? [
                {
                  key: 'met',
                  header: 'Syarat terpenuhi',
                  cell: (r: OutcomeRow & { before: OutcomeRow | null }) => (
                    <>
                      {r.outcome.met.map(m => (
                        <div key={m.importance}>
                          {importanceWords[m.importance]}:{' '}
                          <Move
                            before={r.before?.outcome.met.find(b => b.importance === m.importance)?.met ?? null}
                            after={m.met}
                            unit={false}
                          />{' '}
                          dari <Figure figure={m.asked} origin={false} asLink unit={false} />
                        </div>
                      ))}
                    </>
                  ),
                },
              ]
            : []),
          ...(hasReadiness
            ? [
                {
                  key: 'horizon',
                  header: 'Jangka waktu siap',
                  cell: (r: OutcomeRow & { before: OutcomeRow | null }) =>
                    r.readiness === null ? (
                      <StateMark state="unknown">Belum diketahui</StateMark>
                    ) : (
                      <>
                        {r.before?.readiness && r.before.readiness.words !== r.readiness.words && (
                          <span className="quiet">{r.before.readiness.words} menjadi </span>
                        )}
                        <StateMark state={r.readiness.mark}>{r.readiness.words}</StateMark>
                        {r.readiness.readyOn && <SubLine>paling cepat {formatDay(r.readiness.readyOn)}</SubLine>}
                      </>
                    ),
                },
              ]
            : []),
        ]}
      />
      {unknown.length > 0 && (
        <p className="small-text quiet gap-2">
          Belum diketahui levelnya, jadi tidak dihitung dan tidak dijanjikan: {unknown.join(', ')}.
        </p>
      )}
      {limits.map(l => (
        <p key={l} className="small-text quiet gap-2">
          {l}
        </p>
      ))}
    </>
  )
}
