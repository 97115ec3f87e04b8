import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

export type Filter = {
  /** Query parameter. */
  name: string
  label: string
  /** Chosen value in words; "Semua" when none. */
  valueLabel?: string
  /** Chosen values; several when `multiple`. */
  chosen: string[]
  options: { value: string; label: string }[]
  multiple?: boolean
}

/** A filter of one kind: its name and value, opening to the choices. Works without script: a `<details>` inside a GET form. */
const Pill = ({ filter }: { filter: Filter }) => {
  const words =
    filter.valueLabel ??
    (filter.chosen.length === 0
      ? 'Semua'
      : filter.options
          .filter(o => filter.chosen.includes(o.value))
          .map(o => o.label)
          .join(', '))
  return (
    <details name="filter">
      <summary className={filter.chosen.length > 0 ? 'pill on' : 'pill'}>
        <span>{filter.label}</span> {words} <Icon name="down" />
      </summary>
      <fieldset className="choices">
        <legend className="sr">{filter.label}</legend>
        {!filter.multiple && (
          <label className="option">
            <input type="radio" name={filter.name} value="" defaultChecked={filter.chosen.length === 0} />
            Semua
          </label>
        )}
        {filter.options.map(option => (
          <label className="option" key={option.value}>
            <input
              type={filter.multiple ? 'checkbox' : 'radio'}
              name={filter.name}
              value={option.value}
              defaultChecked={filter.chosen.includes(option.value)}
            />
            {option.label}
          </label>
        ))}
        <button type="submit" className="button small">
          Terapkan
        </button>
      </fieldset>
    </details>
  )
}

/** Filters of a list, in the URL: `keep` are the other parameters that must survive (tab, sort). */
export const FilterBar = ({
  filters,
  search,
  keep = {},
  clearHref,
  children,
}: {
  filters: Filter[]
  search?: { name: string; label: string; value: string }
  keep?: Record<string, string>
  clearHref?: string
  children?: ReactNode
}) => (
  <form method="get" className="filter" aria-label="Saringan">
    {Object.entries(keep).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
    {search && (
      <span className="row filter-search">
        <input
          className="field"
          type="search"
          name={search.name}
          defaultValue={search.value}
          aria-label={search.label}
          placeholder={search.label}
        />
        <button type="submit" className="button">
          Cari
        </button>
      </span>
    )}
    {filters.map(filter => (
      <Pill key={filter.name} filter={filter} />
    ))}
    {clearHref && (
      <a className="small-text" href={clearHref}>
        Hapus saringan
      </a>
    )}
    {children && <span className="end tiny faint">{children}</span>}
  </form>
)
