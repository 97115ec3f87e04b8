import type { ReactNode } from 'react'
import { Checkbox, RadioList } from '#ui/kit/choices.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { NumberField, Select, Textarea, TextInput } from '#ui/kit/inputs.tsx'
import { Section } from '#ui/kit/section.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import type { PartRule, SimpleRubric } from '../score/score-rules.model.ts'
import type { PolicyRules } from './policy.model.ts'
import type { Filled } from './policy-form.model.ts'
import { chooseWords, unitWords } from './policy-words.ts'

/** What the form shows now: as saved, or as typed after a refusal; and what is wrong by field. */
export type FormState = { filled: Filled; wrong: Record<string, string> }

/** One field of a table: its name is said aloud, its column's header is seen. */
const Cell = ({
  form,
  name,
  label,
  short = true,
  isText = false,
}: {
  form: FormState
  name: string
  label: string
  short?: boolean
  isText?: boolean
}): ReactNode => {
  const error = form.wrong[name]
  return (
    <div className={[short ? 'short' : '', error ? 'wrong-cell' : ''].filter(Boolean).join(' ') || undefined}>
      <input
        className="field"
        id={name}
        name={name}
        aria-label={label}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${name}-error` : undefined}
        inputMode={isText ? undefined : 'decimal'}
        defaultValue={form.filled[name] ?? ''}
      />
      {error && (
        <p id={`${name}-error`}>
          <StateMark state="risk">{error}</StateMark>
        </p>
      )}
    </div>
  )
}

const fieldOf = (form: FormState, name: string) => ({
  name,
  value: form.filled[name] ?? '',
  error: form.wrong[name] ?? null,
})

export const WeightFields = ({
  form,
  catalogue,
  rules,
}: {
  form: FormState
  catalogue: readonly PartRule[]
  rules: PolicyRules
}) => {
  const rows = [...catalogue].sort((a, b) => (a.axis === b.axis ? 0 : a.axis === 'y' ? -1 : 1))
  return (
    <>
      <DataTable
        caption="Bagian dan bobot"
        captionHidden
        rows={rows}
        rowKey={p => p.code}
        groups={(p, i) =>
          i === 0 || rows[i - 1].axis !== p.axis ? (
            <span id={`axis:${p.axis}`}>
              Sumbu {rules.axes[p.axis].label}: jumlah bobot harus 100
              {form.wrong[`axis:${p.axis}`] && (
                <span className="sub-line">
                  <StateMark state="risk">{form.wrong[`axis:${p.axis}`]}</StateMark>
                </span>
              )}
            </span>
          ) : null
        }
        columns={[
          {
            key: 'label',
            header: 'Bagian',
            cell: p => (
              <>
                {p.label}
                <SubLine>dipasok oleh {p.supplier}</SubLine>
              </>
            ),
          },
          {
            key: 'weight',
            header: 'Bobot',
            cell: p => <Cell form={form} name={`weight:${p.code}`} label={`Bobot ${p.label}`} />,
          },
          {
            key: 'mandatory',
            header: 'Wajib ada',
            cell: p => (
              <Checkbox
                name={`mandatory:${p.code}`}
                label={<span className="sr">{p.label} wajib ada</span>}
                checked={Boolean(form.filled[`mandatory:${p.code}`])}
              />
            ),
          },
          {
            key: 'window',
            header: 'Catatan … bulan terakhir',
            cell: p => <Cell form={form} name={`window:${p.code}`} label={`${p.label}: rentang catatan dalam bulan`} />,
          },
          {
            key: 'valid',
            header: 'Berlaku … bulan',
            cell: p => <Cell form={form} name={`valid:${p.code}`} label={`${p.label}: masa berlaku dalam bulan`} />,
          },
        ]}
      />
      <p className="small-text quiet">
        Bagian tanpa bobot tidak dinilai. Rentang dan masa berlaku yang kosong berarti tidak dibatasi.
      </p>
      <fieldset className="axis">
        <legend>Nilai Talenta, jumlah 100</legend>
        <div className="side-by-side">
          <NumberField {...fieldOf(form, 'talent:y')} label={`Bobot ${rules.axes.y.label.toLowerCase()}`} unit="%" />
          <NumberField {...fieldOf(form, 'talent:x')} label={`Bobot ${rules.axes.x.label.toLowerCase()}`} unit="%" />
        </div>
      </fieldset>
      <fieldset className="narrow">
        <legend>Bila data kurang</legend>
        <Checkbox
          name="useExpired"
          label="Hasil yang kedaluwarsa masih dihitung"
          hint="Bila tidak dicentang, hasil kedaluwarsa diperlakukan seperti belum ada."
          checked={Boolean(form.filled.useExpired)}
        />
        <Checkbox
          name="decideWhenCertain"
          label="Petakan orang yang kotaknya sudah pasti"
          hint="Walaupun bagian wajibnya belum ada, asal isi apa pun memberi kotak yang sama."
          checked={Boolean(form.filled.decideWhenCertain)}
        />
      </fieldset>
    </>
  )
}

export const CutFields = ({ form, rules }: { form: FormState; rules: PolicyRules }) => (
  <>
    {(['y', 'x'] as const).map(key => (
      <fieldset className="axis" key={key}>
        <legend>Sumbu {rules.axes[key].label}</legend>
        <TextInput {...fieldOf(form, `axis:${key}`)} label="Nama sumbu" />
        <div className="side-by-side">
          {['rendah', 'tengah', 'tinggi'].map((word, i) => (
            <TextInput key={word} {...fieldOf(form, `level:${key}:${i}`)} label={`Nama tingkat ${word}`} />
          ))}
        </div>
        <RadioList
          name={`method:${key}`}
          label="Cara menentukan tingkat"
          value={form.filled[`method:${key}`] ?? 'cut'}
          choices={[
            {
              value: 'cut',
              label: 'Ambang tetap',
              hint: 'Nilai dibandingkan dengan angka yang sama bagi semua orang.',
            },
            {
              value: 'rank',
              label: 'Peringkat',
              hint: 'Nilai dibandingkan dengan orang lain (PermenPANRB 20/2025 Pasal 17).',
            },
          ]}
        />
        <div className="side-by-side">
          <NumberField
            {...fieldOf(form, `cut:${key}:0`)}
            label="Ambang tingkat tengah"
            hint="Nilai ini sudah masuk tingkat tengah."
          />
          <NumberField
            {...fieldOf(form, `cut:${key}:1`)}
            label="Ambang tingkat tinggi"
            hint="Nilai ini sudah masuk tingkat tinggi."
          />
        </div>
        <details className="disclosure" open={form.filled[`method:${key}`] === 'rank'}>
          <summary>Isian bila diperingkat</summary>
          <div className="axis stack">
            <RadioList
              name={`within:${key}`}
              label="Diperingkat di antara siapa"
              value={form.filled[`within:${key}`] ?? 'unit'}
              choices={[
                { value: 'unit', label: 'Orang dalam unit yang sama' },
                { value: 'agency', label: 'Semua orang dalam instansi' },
              ]}
            />
            <div className="side-by-side">
              <NumberField
                {...fieldOf(form, `percent:${key}:0`)}
                label="Tingkat rendah: terbawah"
                unit="%"
                hint="Misalnya 20: seperlima terbawah."
                optional
              />
              <NumberField
                {...fieldOf(form, `percent:${key}:1`)}
                label="Tingkat tinggi: mulai dari"
                unit="%"
                hint="Misalnya 80: seperlima teratas."
                optional
              />
              <NumberField
                {...fieldOf(form, `least:${key}`)}
                label="Paling sedikit"
                unit="orang"
                hint="Unit yang lebih kecil diperingkat dalam instansi."
                optional
              />
            </div>
          </div>
        </details>
      </fieldset>
    ))}
  </>
)

/** Rows of a rubric: those that are filled in and two empty ones below. */
const rowsOf = (filled: Filled, names: readonly string[], key: string): number[] => {
  const used = Object.keys(filled).flatMap(name => {
    const m = /^(\w+):(.+):(\d+)$/.exec(name)
    return m && names.includes(m[1]) && m[2] === key ? [Number(m[3])] : []
  })
  const rows = [...new Set(used)].sort((a, b) => a - b)
  const last = rows.at(-1) ?? -1
  return [...rows, last + 1, last + 2]
}

const SimpleFields = ({
  form,
  rubric,
  code,
  title,
}: {
  form: FormState
  rubric: SimpleRubric
  code: string
  title: string
}) => {
  if (rubric.kind === 'score')
    return (
      <div className="side-by-side narrow">
        <NumberField {...fieldOf(form, `min:${code}`)} label="Nilai terendah" />
        <NumberField {...fieldOf(form, `max:${code}`)} label="Nilai tertinggi" />
      </div>
    )
  const isBand = rubric.kind === 'band'
  const unit = isBand ? (unitWords[rubric.unit] ?? rubric.unit) : ''
  const choices = (
    isBand ? ['latest', 'best', 'worst', 'sum'] : ['latest', 'best', 'worst']
  ) as (keyof typeof chooseWords)[]
  return (
    <>
      <div className="narrow">
        <DataTable
          caption={`Rubrik ${title}`}
          captionHidden
          phone="dense"
          rows={rowsOf(form.filled, isBand ? ['from', 'to', 'value'] : ['word', 'value'], code)}
          rowKey={String}
          columns={
            isBand
              ? [
                  {
                    key: 'from',
                    header: `Mulai (${unit})`,
                    cell: i => <Cell form={form} name={`from:${code}:${i}`} label={`Baris ${i + 1}, mulai`} />,
                  },
                  {
                    key: 'to',
                    header: 'Sampai kurang dari',
                    cell: i => (
                      <Cell form={form} name={`to:${code}:${i}`} label={`Baris ${i + 1}, sampai kurang dari`} />
                    ),
                  },
                  {
                    key: 'value',
                    header: 'Nilai',
                    cell: i => <Cell form={form} name={`value:${code}:${i}`} label={`Baris ${i + 1}, nilai`} />,
                  },
                ]
              : [
                  {
                    key: 'word',
                    header: 'Sebutan dalam catatan',
                    cell: i => (
                      <Cell
                        form={form}
                        name={`word:${code}:${i}`}
                        label={`Baris ${i + 1}, sebutan`}
                        short={false}
                        isText
                      />
                    ),
                  },
                  {
                    key: 'value',
                    header: 'Nilai',
                    cell: i => <Cell form={form} name={`value:${code}:${i}`} label={`Baris ${i + 1}, nilai`} />,
                  },
                ]
          }
        />
      </div>
      <p className="small-text quiet">
        {isBand
          ? 'Baris disusun dari yang terendah; baris terakhir tanpa batas atas. Kosongkan sebuah baris untuk menghapusnya.'
          : 'Kosongkan sebuah baris untuk menghapusnya.'}
      </p>
      <div className="narrow stack">
        <Select
          {...fieldOf(form, `choose:${code}`)}
          label="Bila catatannya lebih dari satu, yang dihitung"
          options={choices.map(value => ({ value, label: chooseWords[value] }))}
        />
        {!isBand && (
          <TextInput
            {...fieldOf(form, `none:${code}`)}
            label="Sebutan bila sudah diperiksa dan tidak ada catatan"
            hint="Tanpa pemeriksaan bertanggal, tidak ada catatan tetap berarti belum diketahui."
            optional
          />
        )}
      </div>
    </>
  )
}

export const RubricFields = ({ form, part }: { form: FormState; part: PartRule }) =>
  part.rubric.kind === 'mean' ? (
    part.rubric.of.map(p => (
      <Section key={p.code} title={p.label}>
        <SimpleFields
          form={form}
          rubric={p.rubric}
          code={`${part.code}.${p.code}`}
          title={`${part.label}, ${p.label}`}
        />
      </Section>
    ))
  ) : (
    <SimpleFields form={form} rubric={part.rubric} code={part.code} title={part.label} />
  )

const nine = [9, 8, 7, 6, 5, 4, 3, 2, 1]

export const BoxFields = ({ form, rules }: { form: FormState; rules: PolicyRules }) => (
  <>
    <p className="small-text quiet">
      Nomor kotak dan kotak yang masuk kelompok rencana suksesi ({rules.boxes.pool.join(', ')}) menurut PermenPANRB
      3/2020, dan tidak diubah di sini.
    </p>
    {nine.map(number => (
      <fieldset className="axis" key={number}>
        <legend>Kotak {number}</legend>
        <TextInput {...fieldOf(form, `name:${number}`)} label="Nama" />
        <Textarea
          {...fieldOf(form, `treatments:${number}`)}
          label="Perlakuan"
          hint="Satu perlakuan per baris."
          rows={4}
        />
      </fieldset>
    ))}
  </>
)
