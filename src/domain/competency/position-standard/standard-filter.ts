import type { Filter } from '#ui/kit/filter-bar.tsx'
import type { StandardFilter } from './position-standard.store.ts'

/** Filters of the standards' lists, as the address has them. */
export const filterOf = (query: URLSearchParams): StandardFilter => ({
  search: query.get('cari')?.trim() || null,
  tier: query.get('jenjang') || null,
  family: query.get('urusan') || null,
})

/** The address of the same filter, with more; empty when nothing is chosen. */
export const queryOf = (f: StandardFilter, more: Record<string, string | undefined> = {}): string => {
  const query = new URLSearchParams()
  const all = { cari: f.search, jenjang: f.tier, urusan: f.family, ...more }
  for (const [name, value] of Object.entries(all)) if (value) query.set(name, value)
  const text = query.toString()
  return text === '' ? '' : `?${text}`
}

export const kindFilters = (f: StandardFilter, kinds: { tiers: string[]; families: string[] }): Filter[] => [
  {
    name: 'jenjang',
    label: 'Jenjang',
    chosen: f.tier ? [f.tier] : [],
    options: kinds.tiers.map(value => ({ value, label: value })),
  },
  {
    name: 'urusan',
    label: 'Urusan',
    chosen: f.family ? [f.family] : [],
    options: kinds.families.map(value => ({ value, label: value })),
  },
]
