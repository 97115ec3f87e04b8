import type { ReactNode } from 'react'

/** Shapes of the kit, each drawn inline: no font, no request, survives forced colours and grey print. */
export type IconName =
  | 'known'
  | 'unknown'
  | 'expired'
  | 'border'
  | 'dot'
  | 'density'
  | 'left-place'
  | 'risk'
  | 'check'
  | 'cross'
  | 'search'
  | 'right'
  | 'left'
  | 'down'
  | 'menu'
  | 'lock'
  | 'download'
  | 'print'
  | 'add'

const stroke = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.8 } as const

const small: Partial<Record<IconName, ReactNode>> = {
  known: <circle cx="7" cy="7" r="6" fill="currentColor" />,
  unknown: <circle cx="7" cy="7" r="5.6" {...stroke} strokeDasharray="2.6 2" />,
  expired: (
    <>
      <circle cx="7" cy="7" r="5.6" {...stroke} />
      <path d="M7 1.4a5.6 5.6 0 0 1 0 11.2z" fill="currentColor" />
    </>
  ),
  border: <circle cx="7" cy="7" r="4.6" {...stroke} strokeWidth={2.6} />,
  dot: <circle cx="7" cy="7" r="3" fill="var(--acc)" />,
  'left-place': <circle cx="7" cy="7" r="3.4" {...stroke} stroke="var(--acc)" strokeWidth={1.4} />,
  density: (
    <>
      <rect x="0" y="3" width="4.4" height="8" fill="var(--acc)" opacity="0.2" />
      <rect x="4.8" y="3" width="4.4" height="8" fill="var(--acc)" opacity="0.5" />
      <rect x="9.6" y="3" width="4.4" height="8" fill="var(--acc)" opacity="0.9" />
    </>
  ),
  risk: <path d="M7 .8 13.6 13H.4z" fill="currentColor" />,
}

const large: Partial<Record<IconName, ReactNode>> = {
  check: <path d="m3 8.5 3.3 3.2L13 4.6" {...stroke} strokeWidth={2} />,
  cross: <path d="m4 4 8 8M12 4l-8 8" {...stroke} strokeWidth={2} />,
  search: (
    <>
      <circle cx="7" cy="7" r="4.6" {...stroke} />
      <path d="m10.5 10.5 4 4" {...stroke} />
    </>
  ),
  right: <path d="M6 3l5 5-5 5" {...stroke} />,
  left: <path d="M10 3 5 8l5 5" {...stroke} />,
  down: <path d="M3.5 6 8 10.5 12.5 6" {...stroke} />,
  menu: <path d="M2 4h12M2 8h12M2 12h12" {...stroke} />,
  lock: (
    <>
      <rect x="3" y="7" width="10" height="7" rx="1.5" fill="currentColor" />
      <path d="M5 7V5a3 3 0 0 1 6 0v2" {...stroke} />
    </>
  ),
  download: <path d="M8 2v8M4.5 7 8 10.5 11.5 7M3 14h10" {...stroke} />,
  print: <path d="M4 6V2h8v4M4 12H2V6h12v6h-2M4 9h8v5H4z" {...stroke} />,
  add: <path d="M8 3v10M3 8h10" {...stroke} />,
}

/** A shape beside a word; never alone: give `label` only where the word stands nowhere else. */
export const Icon = ({ name, label }: { name: IconName; label?: string }) => (
  <svg
    className="icon"
    viewBox={name in small ? '0 0 14 14' : '0 0 16 16'}
    {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
  >
    {small[name] ?? large[name]}
  </svg>
)
