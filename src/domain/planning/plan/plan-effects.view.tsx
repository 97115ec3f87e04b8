import { StateMark } from '#ui/kit/state-mark.tsx'
import type { PlanEffect } from './plan-effects.ts'

/** Each competency in words: where the person stands, where the plan leads, and what still lacks. */
export const EffectList = ({ effects }: { effects: PlanEffect[] }) => {
  const unknown = effects.filter(e => e.now === null)
  const known = effects.filter(e => e.now !== null && (e.now < e.required || e.items.length > 0))
  if (known.length + unknown.length === 0)
    return <p className="quiet">Tidak ada kesenjangan yang diketahui pada jabatan sekarang.</p>
  return (
    <ul className="lines">
      {known.map(e => (
        <li key={e.code}>
          {e.name}:{' '}
          {Number(e.after) > Number(e.now) ? (
            <b>
              level {e.now} menjadi {e.after}
            </b>
          ) : (
            `tetap level ${e.now}`
          )}
          <div className="small-text quiet">
            {Number(e.after) >= e.required
              ? `syarat level ${e.required} terpenuhi`
              : `masih kurang ${e.required - Number(e.after)} dari syarat level ${e.required}`}
            {e.items.length > 0 && `; lewat ${e.items.join(', ')}`}
          </div>
        </li>
      ))}
      {unknown.length > 0 && (
        <li>
          <StateMark state="unknown">Perlu asesmen lebih dahulu</StateMark>
          <div className="small-text quiet">{unknown.map(e => e.name).join(', ')}</div>
        </li>
      )}
    </ul>
  )
}
