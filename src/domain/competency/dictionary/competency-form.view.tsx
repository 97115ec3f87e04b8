import type { FormAnswer } from '#platform/web/page.ts'
import { DateField, Textarea, TextInput } from '#ui/kit/inputs.tsx'
import type { Wording } from './competency-version.model.ts'

/** The fields of a technical competency: what it is, its five levels as seen at work, and why it changes. */
export const CompetencyFields = ({
  wording,
  levelNames,
  answer,
  on,
}: {
  wording: Wording | null
  levelNames: string[]
  answer: FormAnswer | undefined
  on: string
}) => {
  const field = (name: string, value?: string | null) => ({
    name,
    value: answer ? answer.values[name] : (value ?? undefined),
    error: answer?.fields[name] ?? null,
  })
  return (
    <>
      <TextInput {...field('name', wording?.name)} label="Nama kompetensi" maxLength={200} />
      <TextInput
        {...field('domain', wording?.domain)}
        label="Urusan pemerintahan"
        hint="Misalnya: Pekerjaan Umum."
        maxLength={120}
      />
      <TextInput
        {...field('builder', wording?.builder)}
        label="Instansi pembina"
        hint="Instansi teknis yang membina kompetensi ini."
        maxLength={200}
      />
      <Textarea {...field('definition', wording?.definition)} label="Definisi" rows={3} maxLength={2000} />
      {[1, 2, 3, 4, 5].map(n => {
        const level = wording?.levels.find(l => l.level === n)
        return (
          <fieldset className="form-item" key={n}>
            <legend>{`Level ${n}: ${levelNames[n - 1]}`}</legend>
            <Textarea
              {...field(`description${n}`, level?.description)}
              label={`Deskripsi level ${n}`}
              rows={2}
              maxLength={1000}
            />
            <Textarea
              {...field(`indicators${n}`, level?.indicators.join('\n'))}
              label={`Perilaku yang terlihat pada level ${n}`}
              hint="Satu baris satu perilaku."
              rows={3}
            />
          </fieldset>
        )
      })}
      <ProposalFields answer={answer} on={on} />
    </>
  )
}

/** Day, legal basis and reason of any proposal. */
export const ProposalFields = ({ answer, on }: { answer: FormAnswer | undefined; on: string }) => {
  const field = (name: string, value?: string) => ({
    name,
    value: answer ? answer.values[name] : value,
    error: answer?.fields[name] ?? null,
  })
  return (
    <>
      <TextInput {...field('basis')} label="Dasar penetapan" hint="Nomor dan tanggal keputusannya." maxLength={300} />
      <DateField {...field('validFrom', on)} label="Mulai berlaku" hint="Paling awal hari ini." min={on} />
      <Textarea
        {...field('reason')}
        label="Alasan"
        rows={2}
        hint="Dibaca orang kedua dan siapa saja yang membuka riwayat."
        maxLength={2000}
      />
    </>
  )
}
