import type { ReactNode } from 'react'

/** 2 to 4 views of the same data; the URL keeps the choice. */
export const Segment = ({
  label,
  options,
}: {
  label: string
  options: { label: ReactNode; href: string; current: boolean }[]
}) => (
  <nav className="segment" aria-label={label}>
    {options.map(option => (
      <a key={option.href} href={option.href} aria-current={option.current ? 'true' : undefined}>
        {option.label}
      </a>
    ))}
  </nav>
)
