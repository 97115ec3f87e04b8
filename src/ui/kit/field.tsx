import type { ReactNode } from 'react'
import { StateMark } from './state-mark.tsx'

/** What every field shares: its label above, hint between label and field, what is wrong with it. */
export type FieldProps = {
  /** Name in the form; also the id, so that the error summary can link to it. */
  name: string
  label: ReactNode
  hint?: ReactNode
  /** What is wrong, in words: "Tanggal selesai mendahului tanggal mulai". */
  error?: string | null
  /** Marked "(tidak wajib)"; otherwise required. */
  optional?: boolean
  id?: string
}

/** Ids and ARIA of one field. */
export const fieldAttributes = ({ name, id = name, hint, error, optional }: FieldProps) => ({
  id,
  name,
  'aria-invalid': error ? (true as const) : undefined,
  'aria-describedby': [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined,
  required: !optional,
})

const Optional = () => <span className="optional"> (tidak wajib)</span>

/** Label, hint, error and whatever control stands inside. */
export const Field = ({ children, ...props }: FieldProps & { children: ReactNode }) => {
  const { name, id = name, label, hint, error, optional } = props
  return (
    <div className={error ? 'form-item wrong' : 'form-item'}>
      <label htmlFor={id}>
        {label}
        {optional && <Optional />}
      </label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`}>
          <StateMark state="risk">{error}</StateMark>
        </p>
      )}
      {children}
    </div>
  )
}

/** A group of choices under one question. */
export const FieldGroup = ({ children, ...props }: FieldProps & { children: ReactNode }) => {
  const { name, id = name, label, hint, error, optional } = props
  return (
    <fieldset
      className={error ? 'form-item wrong' : 'form-item'}
      id={id}
      aria-describedby={fieldAttributes(props)['aria-describedby']}
    >
      <legend>
        {label}
        {optional && <Optional />}
      </legend>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`}>
          <StateMark state="risk">{error}</StateMark>
        </p>
      )}
      {children}
    </fieldset>
  )
}
