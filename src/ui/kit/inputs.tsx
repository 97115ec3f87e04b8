import { Field, type FieldProps, fieldAttributes } from './field.tsx'

/** One line of text. `unit` stands after the field ("JP"). */
export const TextInput = ({
  value,
  type = 'text',
  inputMode,
  autoComplete,
  maxLength,
  unit,
  ...field
}: FieldProps & {
  value?: string | null
  type?: 'text' | 'email' | 'password' | 'search' | 'url' | 'tel'
  inputMode?: 'text' | 'numeric' | 'decimal'
  autoComplete?: string
  maxLength?: number
  unit?: string
}) => {
  const input = (
    <input
      className="field"
      {...fieldAttributes(field)}
      type={type}
      inputMode={inputMode}
      autoComplete={autoComplete}
      maxLength={maxLength}
      defaultValue={value ?? undefined}
    />
  )
  return (
    <Field {...field}>
      {unit ? (
        <span className="with-unit">
          {input}
          <span className="small-text">{unit}</span>
        </span>
      ) : (
        input
      )}
    </Field>
  )
}

/** A number as people write it: `1.234,5`. The action reads it with the same marks. */
export const NumberField = (props: FieldProps & { value?: string | null; unit?: string }) => (
  <TextInput {...props} inputMode="decimal" />
)

/** Whole rupiah, written `1.234.500`. */
export const MoneyField = ({ value, ...field }: FieldProps & { value?: string | null }) => (
  <Field {...field}>
    <span className="with-unit">
      <span className="small-text">Rp</span>
      <input className="field" {...fieldAttributes(field)} inputMode="numeric" defaultValue={value ?? undefined} />
    </span>
  </Field>
)

/** A calendar day; the browser's own control, value `YYYY-MM-DD`. */
export const DateField = ({
  value,
  min,
  max,
  ...field
}: FieldProps & { value?: string | null; min?: string; max?: string }) => (
  <Field {...field}>
    <input
      className="field"
      {...fieldAttributes(field)}
      type="date"
      min={min}
      max={max}
      defaultValue={value ?? undefined}
    />
  </Field>
)

export const Textarea = ({
  value,
  rows = 4,
  maxLength,
  ...field
}: FieldProps & { value?: string | null; rows?: number; maxLength?: number }) => (
  <Field {...field}>
    <textarea
      className="field"
      {...fieldAttributes(field)}
      rows={rows}
      maxLength={maxLength}
      defaultValue={value ?? undefined}
    />
  </Field>
)

/** A choice out of a list; opens on "Pilih satu" unless there is a value: a judgement is never preselected. */
export const Select = ({
  value,
  options,
  placeholder = 'Pilih satu',
  ...field
}: FieldProps & {
  value?: string | null
  options: { value: string; label: string; group?: string }[]
  placeholder?: string
}) => {
  const groups = [...new Set(options.map(option => option.group ?? ''))]
  const list = (group: string) =>
    options
      .filter(option => (option.group ?? '') === group)
      .map(option => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))
  return (
    <Field {...field}>
      <select className="field" {...fieldAttributes(field)} defaultValue={value ?? ''}>
        <option value="">{placeholder}</option>
        {groups.map(group =>
          group ? (
            <optgroup key={group} label={group}>
              {list(group)}
            </optgroup>
          ) : (
            list('')
          ),
        )}
      </select>
    </Field>
  )
}

/** A file; `accept` as in HTML, limits said in the hint. The form needs `encType="multipart/form-data"`. */
export const FileField = ({ accept, multiple, ...field }: FieldProps & { accept?: string; multiple?: boolean }) => (
  <Field {...field}>
    <input className="field" {...fieldAttributes(field)} type="file" accept={accept} multiple={multiple} />
  </Field>
)
