import type { FormAnswer } from '#platform/web/page.ts'
import { DateField, Select, TextInput } from '#ui/kit/inputs.tsx'
import { gradeWords } from './centre-words.ts'

/** The certificate of an assessor, for recording and for renewing it. */
export const CertificateFields = ({
  providers,
  values,
  answer,
}: {
  providers: { value: string; label: string }[]
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
      <Select {...field('providerId')} label="Penyelenggara" options={providers} />
      <TextInput {...field('accreditationNumber')} label="Nomor sertifikat asesor" />
      <Select
        {...field('grade')}
        label="Jenjang"
        options={Object.entries(gradeWords).map(([value, label]) => ({ value, label }))}
      />
      <DateField {...field('accreditedUntil')} label="Sertifikat berlaku sampai" />
    </>
  )
}

/** What the form sent, as the use cases ask for it. */
export const certificateInputOf = (
  values: Record<string, string>,
  day: (text: string | undefined, what: string) => string | undefined,
) => ({
  providerId: values.providerId,
  accreditationNumber: values.accreditationNumber,
  grade: values.grade,
  accreditedUntil: day(values.accreditedUntil, 'accreditedUntil'),
})
