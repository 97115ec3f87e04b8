import type { KnownUnit } from '../contract.ts'
import { editsBetween, fold, squash } from './text.ts'

export type UnitMatch = { is: 'known'; unit: KnownUnit } | { is: 'near'; unit: KnownUnit } | { is: 'unknown' }

/** The units of an agency, found by official or short name; one official name within two edits is near. */
export const unitIndex = (units: readonly KnownUnit[]) => {
  const byName = new Map<string, KnownUnit>()
  const byCode = new Map<string, KnownUnit>()
  const official: { squashed: string; unit: KnownUnit }[] = []
  const add = (unit: KnownUnit): void => {
    const squashed = squash(unit.name)
    if (!byName.has(squashed)) official.push({ squashed, unit })
    byName.set(squashed, unit)
    if (unit.code) byCode.set(fold(unit.code), unit)
    if (unit.shortName && !byName.has(squash(unit.shortName))) byName.set(squash(unit.shortName), unit)
  }
  for (const unit of units) add(unit)
  const found = new Map<string, UnitMatch>()
  return {
    add(unit: KnownUnit): void {
      found.clear()
      add(unit)
    },
    match(written: string): UnitMatch {
      const squashed = squash(written)
      const exact = byName.get(squashed)
      if (exact) return { is: 'known', unit: exact }
      const before = found.get(squashed)
      if (before) return before
      const near = squashed.length < 6 ? [] : official.filter(o => editsBetween(o.squashed, squashed, 2) <= 2)
      const match: UnitMatch = near.length === 1 ? { is: 'near', unit: near[0].unit } : { is: 'unknown' }
      if (found.size < 5000) found.set(squashed, match)
      return match
    },
    byCode: (code: string): KnownUnit | null => byCode.get(fold(code)) ?? null,
  }
}
export type UnitIndex = ReturnType<typeof unitIndex>
