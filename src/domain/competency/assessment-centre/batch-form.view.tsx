import type { FormAnswer } from '#platform/web/page.ts'
import { RadioList } from '#ui/kit/choices.tsx'
import { DateField, NumberField, Select, TextInput } from '#ui/kit/inputs.tsx'
import { complexityWords, purposeWords } from './centre-words.ts'

export type BatchFormChoices = {
  uses: { code: string; name: string; purpose: 'pemetaan' | 'pengisian' }[]
  providers: { value: string; label: string }[]
  standards: { value: string; label: string }[]
}

/** The fields of a batch, for planning and for changing it. */
export const BatchFields = ({
  choices,
  values,
  answer,
}: {
  choices: BatchFormChoices
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
      <TextInput {...field('name')} label="Nama gelombang" hint="Misalnya: Pemetaan Administrator, Desember 2026." />
      <RadioList
        {...field('useCode')}
        label="Tujuan"
        boxed
        choices={choices.uses.map(u => ({
          value: u.code,
          label: u.name,
          hint: `Kategori JPM: ${purposeWords[u.purpose].toLowerCase()}.`,
        }))}
      />
      <Select
        {...field('providerId')}
        label="Penyelenggara"
        hint="Hanya yang terakreditasi sampai gelombang selesai."
        options={choices.providers}
      />
      <Select
        {...field('complexity')}
        label="Kategori metode"
        options={Object.entries(complexityWords).map(([value, label]) => ({ value, label }))}
      />
      <DateField {...field('startsOn')} label="Mulai" />
      <DateField {...field('endsOn')} label="Selesai" />
      <TextInput {...field('place')} label="Tempat" />
      <NumberField {...field('seats')} label="Kursi" unit="orang" />
      <TextInput {...field('contact')} label="Narahubung" hint="Nama dan nomor telepon kantor yang dibaca peserta." />
      <Select
        {...field('standardId')}
        label="Standar untuk JPM"
        optional
        placeholder="Standar jabatan masing-masing peserta"
        hint="Pilih satu standar bila semua peserta dinilai untuk jabatan yang sama."
        options={choices.standards}
      />
    </>
  )
}
