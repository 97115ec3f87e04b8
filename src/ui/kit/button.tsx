import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

/** `primary`: one per view. `danger`: destructive, followed by a step with a reason. */
export type ButtonVariant = 'primary' | 'plain' | 'quiet' | 'danger'

const classes = (variant: ButtonVariant, isSmall: boolean, isWide: boolean) =>
  [
    'button',
    variant === 'quiet' ? 'quiet-button' : variant === 'plain' ? '' : variant,
    isSmall ? 'small' : '',
    isWide ? 'wide' : '',
  ]
    .filter(Boolean)
    .join(' ')

type Look = { variant?: ButtonVariant; small?: boolean; wide?: boolean; icon?: IconName; children: ReactNode }

/** A button: verb and object. Submits its form unless `type` says otherwise; `name` and `value` tell the action which act. */
export const Button = ({
  variant = 'plain',
  small = false,
  wide = false,
  icon,
  type = 'submit',
  name,
  value,
  formAction,
  label,
  form,
  formNoValidate,
  children,
}: Look & {
  /** A look ahead at a half-filled form: nothing is saved. */
  formNoValidate?: boolean
  type?: 'submit' | 'button'
  name?: string
  value?: string
  formAction?: string
  form?: string
  label?: string
}) => (
  <button
    type={type}
    className={classes(variant, small, wide)}
    name={name}
    value={value}
    formAction={formAction}
    form={form}
    formNoValidate={formNoValidate}
    aria-label={label}
  >
    {icon && <Icon name={icon} />}
    {children}
  </button>
)

/** A link that looks like a button: leads to a page or a file. */
export const LinkButton = ({
  href,
  variant = 'plain',
  small = false,
  wide = false,
  icon,
  download,
  label,
  children,
}: Look & { href: string; download?: boolean; label?: string }) => (
  <a className={classes(variant, small, wide)} href={href} download={download} aria-label={label}>
    {icon && <Icon name={icon} />}
    {children}
  </a>
)
