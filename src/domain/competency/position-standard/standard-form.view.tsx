import type { FormAnswer } from '#platform/web/page.ts'
import { DataTable } from '#ui/kit/data-table.tsx'
import { DateField, Textarea, TextInput } from '#ui/kit/inputs.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { kindWords } from '../dictionary/dictionary-words.ts'
import { importanceWords } from './standard-words.ts'

type Line = { id: string; code: string; name: string; kind: string; level: number | null; importance: string }

const importances = Object.entries(importanceWords).map(([value, label]) => ({ value, label }))
const levels = [1, 2, 3, 4, 5]

/** A choice inside a row: its label is said aloud, the row shows the name. */
const Cell = ({
  name,
  label,
  value,
  options,
  none,
  error,
}: {
  name: string
  label: string
  value: string
  options: { value: string; label: string }[]
  none?: string
  error?: string
}) => (
  <>
    {error && <StateMark state="risk">{error}</StateMark>}
    <select
      className="field"
      id={name}
      name={name}
      aria-label={label}
      aria-invalid={error ? true : undefined}
      defaultValue={value}
    >
      {none !== undefined && <option value="">{none}</option>}
      {options.map(o => (
        <option key={o.value} value={o.value}>
          {o.label}
        </option>
      ))}
    </select>
  </>
)

/** The fields of a version: competencies with level and weight, other requirements, day and reason. */
export const StandardFields = ({
  lines,
  others,
  values,
  answer,
  extra,
  earliest,
}: {
  lines: Line[]
  others: { id: string; name: string }[]
  values: Record<string, string | null | undefined>
  answer: FormAnswer | undefined
  extra: number
  earliest: string
}) => {
  const field = (name: string) => ({
    name,
    value: answer ? answer.values[name] : (values[name] ?? undefined),
    error: answer?.fields[name] ?? null,
  })
  const levelOptions = levels.map(l => ({ value: String(l), label: `Level ${l}` }))
  return (
    <>
      <fieldset className="form-item" id="requirements">
        <legend>Kompetensi</legend>
        <p className="hint">Kosongkan level kompetensi yang tidak disyaratkan.</p>
        {answer?.fields.requirements && <StateMark state="risk">{answer.fields.requirements}</StateMark>}
        <DataTable
          caption="Level dan tingkat penting setiap kompetensi"
          captionHidden
          rows={lines}
          rowKey={l => l.id}
          groups={(l, i) => (i === 0 || lines[i - 1].kind !== l.kind ? kindWords[l.kind] : null)}
          columns={[
            { key: 'name', header: 'Kompetensi', cell: l => l.name },
            {
              key: 'level',
              header: 'Level',
              cell: l => (
                <Cell
                  name={`level:${l.id}`}
                  label={`Level ${l.name}`}
                  value={answer ? (answer.values[`level:${l.id}`] ?? '') : l.level === null ? '' : String(l.level)}
                  options={levelOptions}
                  none="tidak disyaratkan"
                />
              ),
            },
            {
              key: 'importance',
              header: 'Tingkat penting',
              cell: l => (
                <Cell
                  name={`importance:${l.id}`}
                  label={`Tingkat penting ${l.name}`}
                  value={(answer ? answer.values[`importance:${l.id}`] : l.importance) ?? 'penting'}
                  options={importances}
                />
              ),
            },
          ]}
        />
      </fieldset>
      {others.length > 0 && (
        <details
          className="disclosure"
          open={Array.from({ length: extra }, (_, i) => i + 1).some(i => answer?.values[`more:${i}`])}
        >
          <summary>Tambah kompetensi teknis lain</summary>
          <DataTable
            caption="Kompetensi teknis lain"
            captionHidden
            rows={Array.from({ length: extra }, (_, i) => i + 1)}
            rowKey={i => String(i)}
            columns={[
              {
                key: 'name',
                header: 'Kompetensi',
                cell: i => (
                  <Cell
                    name={`more:${i}`}
                    label={`Kompetensi tambahan ${i}`}
                    value={answer?.values[`more:${i}`] ?? ''}
                    options={others.map(o => ({ value: o.id, label: o.name }))}
                    none="pilih dari kamus"
                    error={answer?.fields[`more:${i}`]}
                  />
                ),
              },
              {
                key: 'level',
                header: 'Level',
                cell: i => (
                  <Cell
                    name={`moreLevel:${i}`}
                    label={`Level kompetensi tambahan ${i}`}
                    value={answer?.values[`moreLevel:${i}`] ?? ''}
                    options={levelOptions}
                    none="pilih level"
                    error={answer?.fields[`moreLevel:${i}`]}
                  />
                ),
              },
              {
                key: 'importance',
                header: 'Tingkat penting',
                cell: i => (
                  <Cell
                    name={`moreImportance:${i}`}
                    label={`Tingkat penting kompetensi tambahan ${i}`}
                    value={answer?.values[`moreImportance:${i}`] ?? 'penting'}
                    options={importances}
                  />
                ),
              },
            ]}
          />
        </details>
      )}
      <TextInput
        {...field('educationMinimum')}
        label="Pendidikan minimal"
        hint="Misalnya: S-1 Teknik Sipil."
        optional
        maxLength={500}
      />
      <TextInput {...field('rankMinimum')} label="Pangkat minimal" optional maxLength={100} />
      <Textarea {...field('trainingRequired')} label="Pelatihan dan sertifikat" rows={2} optional maxLength={1000} />
      <Textarea {...field('experienceRequired')} label="Pengalaman kerja" rows={2} optional maxLength={1000} />
      <TextInput
        {...field('approvalBasis')}
        label="Dasar penetapan"
        hint="Nomor dan tanggal keputusan yang menetapkan standar ini."
        maxLength={300}
      />
      <DateField
        {...field('validFrom')}
        label="Mulai berlaku"
        hint="Paling awal hari ini. Kesenjangan sebelumnya tetap memakai versi lama."
        min={earliest}
      />
      <Textarea
        {...field('reason')}
        label="Alasan"
        rows={2}
        hint="Dibaca siapa saja yang membuka riwayat versi."
        maxLength={2000}
      />
    </>
  )
}

/** Level of each competency as the family names it, for a plain list. */
export const LikePosts = ({
  posts,
  hrefOf,
  words,
}: {
  posts: { standardId: string; name: string; reasons: string[]; requirements: number }[]
  hrefOf: (standardId: string) => string
  words: Record<string, string>
}) => (
  <ul className="plain-list">
    {posts.map(p => (
      <li key={p.standardId}>
        <a href={hrefOf(p.standardId)}>Salin dari {p.name}</a>
        <span className="small-text quiet"> {p.reasons.map(r => words[r]).join(', ')}</span>
      </li>
    ))}
  </ul>
)
