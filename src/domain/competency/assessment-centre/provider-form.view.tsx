import type { FormAnswer } from '#platform/web/page.ts'
import { RadioList } from '#ui/kit/choices.tsx'
import { DateField, TextInput } from '#ui/kit/inputs.tsx'
import { providerKindWords } from './centre-words.ts'

/** The fields of a provider, for recording and for changing it. */
export const ProviderFields = ({
  values,
  answer,
}: {
  values: Record<string, string | null | undefined>
  answer: FormAnswer | undefined
}) => {
  const field = (name: string) => ({
    name,
    value: answer ? answer.values[name] : (values[name] ?? undefined),
    error: answer?.fields[name] ?? null,
  })
  return (
    <>
      <TextInput {...field('name')} label="Nama penyelenggara" />
      <RadioList
        {...field('kind')}
        label="Jenis"
        boxed
        choices={Object.entries(providerKindWords).map(([value, label]) => ({ value, label }))}
      />
      <TextInput {...field('accreditationNumber')} label="Nomor akreditasi" optional />
      <TextInput {...field('accreditationGrade')} label="Peringkat akreditasi" optional hint="Misalnya: A." />
      <DateField
        {...field('accreditedUntil')}
        label="Akreditasi berlaku sampai"
        optional
        hint="Kosongkan bila belum terakreditasi. Gelombang baru tidak dapat memakainya."
      />
      <TextInput {...field('contact')} label="Narahubung" optional />
    </>
  )
}

/** What the form sent, as the use cases ask for it. */
export const providerInputOf = (
  values: Record<string, string>,
  day: (text: string | undefined, what: string) => string | undefined,
) => ({
  name: values.name,
  kind: values.kind,
  accreditationNumber: values.accreditationNumber ?? null,
  accreditationGrade: values.accreditationGrade ?? null,
  accreditedUntil: day(values.accreditedUntil, 'accreditedUntil') ?? null,
  contact: values.contact ?? null,
})
