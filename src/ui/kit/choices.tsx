import type { ReactNode } from 'react'
import { FieldGroup, type FieldProps } from './field.tsx'

export type Choice = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean }

/** One of a few; nothing is preselected without `value`. `boxed`: each choice a frame of 44 px; `across`: side by side. */
export const RadioList = ({
  choices,
  value,
  boxed = false,
  across = false,
  ...field
}: FieldProps & { choices: Choice[]; value?: string | null; boxed?: boolean; across?: boolean }) => (
  <FieldGroup {...field}>
    <div className={['options', boxed ? 'boxed' : '', across ? 'across' : ''].filter(Boolean).join(' ')}>
      {choices.map(choice => (
        <label className="option" key={choice.value}>
          <input
            type="radio"
            name={field.name}
            value={choice.value}
            defaultChecked={value === choice.value}
            disabled={choice.disabled}
            required={!field.optional}
          />
          <span>
            {choice.label}
            {choice.hint && <span className="hint">{choice.hint}</span>}
          </span>
        </label>
      ))}
    </div>
  </FieldGroup>
)

/** Any number of a few. */
export const CheckboxList = ({
  choices,
  values = [],
  ...field
}: FieldProps & { choices: Choice[]; values?: string[] }) => (
  <FieldGroup {...field}>
    <div className="options">
      {choices.map(choice => (
        <label className="option" key={choice.value}>
          <input
            type="checkbox"
            name={field.name}
            value={choice.value}
            defaultChecked={values.includes(choice.value)}
            disabled={choice.disabled}
          />
          <span>
            {choice.label}
            {choice.hint && <span className="hint">{choice.hint}</span>}
          </span>
        </label>
      ))}
    </div>
  </FieldGroup>
)

/** A single yes. */
export const Checkbox = ({
  name,
  label,
  hint,
  checked = false,
  value = 'ya',
  required = false,
}: {
  name: string
  label: ReactNode
  hint?: ReactNode
  checked?: boolean
  value?: string
  required?: boolean
}) => (
  <label className="option">
    <input type="checkbox" name={name} value={value} defaultChecked={checked} required={required} />
    <span>
      {label}
      {hint && <span className="hint">{hint}</span>}
    </span>
  </label>
)
