import { DateField, Textarea, TextInput } from '#ui/kit/inputs.tsx'

type Answer = { fields: Record<string, string>; values: Record<string, string> } | undefined

/** Name, legal basis, proposed day of effect and purpose of a version. */
export const PolicyFacts = ({
  answer,
  saved,
  on,
}: {
  answer: Answer
  saved: { version: string; legalBasis: string; validFrom: string; purpose: string }
  on: string
}) => {
  const field = (name: keyof typeof saved) => ({
    name,
    value: answer?.values[name] ?? saved[name],
    error: answer?.fields[name] ?? null,
  })
  return (
    <>
      <TextInput {...field('version')} label="Nama versi" hint="Tahun dan nomor, misalnya 2027-1." maxLength={30} />
      <TextInput
        {...field('legalBasis')}
        label="Dasar hukum"
        hint="Nomor dan judul peraturan atau keputusan yang menjadi dasar perubahan."
      />
      <DateField
        {...field('validFrom')}
        label="Usul tanggal berlaku"
        hint="Penyetuju menetapkannya. Aturan tidak berlaku surut."
        min={on}
      />
      <Textarea {...field('purpose')} label="Apa yang diubah dan mengapa" rows={3} maxLength={2000} />
    </>
  )
}
