import { explanationHref, Figure } from '#ui/figure/figure.tsx'
import { Note } from '#ui/kit/note.tsx'
import type { ExcludedUnit, IndicatorEffect } from '../effect/indicator-effect.model.ts'

/** The box that no reader may miss: what may be said, what may not, and why. */
export const IndicatorLimits = ({
  indicators,
  excluded,
  months,
}: {
  indicators: readonly IndicatorEffect[]
  excluded: readonly ExcludedUnit[]
  months: { before: number; after: number }
}) => (
  <Note tone="limits" title="Batas simpulan">
    {indicators.map(i => (
      <p className="gap-2" key={i.id}>
        <b>
          {i.name}: {i.verdict}.
        </b>{' '}
        {i.isConclusive ? (
          <>
            Berubah <Figure figure={i.effect} origin={false} asLink /> dibandingkan unit tanpa program, {i.chance}.
          </>
        ) : i.reasons.length > 0 ? (
          <>
            {i.reasons.join(' ')} Menurut data, selisihnya <Figure figure={i.difference} origin={false} asLink />.
            Dengan unit sesedikit ini, perubahan di bawah <Figure figure={i.detectable} origin={false} asLink /> belum
            dapat terlihat.{' '}
            <a className="origin" href={explanationHref(i.gate) ?? undefined}>
              Dari mana simpulan ini?
            </a>
          </>
        ) : (
          <>
            Rentangnya memuat nol. Selisihnya <Figure figure={i.difference} origin={false} asLink />.
          </>
        )}
      </p>
    ))}
    <p className="gap-2">
      Unit tidak dipilih acak. Dibandingkan {months.before} bulan sebelum dengan {months.after} bulan pengaruh penuh;
      tiap unit dihitung sekali. Hal lain yang terjadi bersamaan dapat ikut berpengaruh.
    </p>
    {excluded.map(e => (
      <p className="gap-2" key={e.unit}>
        {e.unit} tidak dibandingkan: {e.reason}.
      </p>
    ))}
  </Note>
)
