import { moduleNames } from '#platform/web/screen.ts'
import { Icon } from '#ui/kit/icon.tsx'
import { moduleWords } from './module-words.ts'

export type AgencyFormAnswer = { message: string; fields: Record<string, string>; values: Record<string, string> }

const Field = ({
  name,
  label,
  hint,
  answer,
  type = 'text',
  autoComplete,
}: {
  name: string
  label: string
  hint?: string
  answer?: AgencyFormAnswer
  type?: string
  autoComplete?: string
}) => {
  const problem = answer?.fields[name]
  return (
    <div className={problem ? 'form-item wrong' : 'form-item'}>
      <label htmlFor={name}>{label}</label>
      {hint && (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      <input
        className="field"
        id={name}
        name={name}
        type={type}
        autoComplete={autoComplete}
        defaultValue={type === 'password' ? undefined : answer?.values[name]}
        aria-describedby={[hint && `${name}-hint`, problem && `${name}-problem`].filter(Boolean).join(' ') || undefined}
        aria-invalid={problem ? true : undefined}
        required
      />
      {problem && (
        <p className="state risk" id={`${name}-problem`}>
          <Icon name="risk" />
          {problem}
        </p>
      )}
    </div>
  )
}

const kinds = [
  ['kabupaten', 'Kabupaten'],
  ['kota', 'Kota'],
  ['provinsi', 'Provinsi'],
  ['kementerian', 'Kementerian'],
  ['lembaga', 'Lembaga'],
] as const
const zones = [
  ['Asia/Jakarta', 'WIB'],
  ['Asia/Makassar', 'WITA'],
  ['Asia/Jayapura', 'WIT'],
] as const
const tiers = [
  ['JPT Pratama', 'JPT Pratama'],
  ['Administrator', 'Administrator'],
  ['Pengawas', 'Pengawas'],
  ['Fungsional', 'Fungsional'],
  ['Pelaksana', 'Pelaksana'],
] as const

/** Agency, rule set, scope, modules, first administrator: one form for set-up and for a second agency. */
export const AgencyForm = ({
  rules,
  answer,
  button,
}: {
  rules: { code: string; title: string }[]
  answer?: AgencyFormAnswer
  button: string
}) => (
  <>
    {answer && (
      <div className="note risk" role="alert">
        <p>{answer.message}</p>
        <ul>
          {Object.entries(answer.fields).map(([name, text]) => (
            <li key={name}>
              <a href={`#${name}`}>{text}</a>
            </li>
          ))}
        </ul>
      </div>
    )}
    <fieldset>
      <legend>
        <h2>Instansi</h2>
      </legend>
      <Field name="name" label="Nama instansi" hint="Misalnya: Pemerintah Kabupaten Contoh" answer={answer} />
      <Field
        name="shortName"
        label="Nama pendek"
        hint="Tampil di bilah atas, misalnya: Kabupaten Contoh"
        answer={answer}
      />
      <div>
        <label htmlFor="kind">Jenis instansi</label>
        <select className="field" id="kind" name="kind" defaultValue={answer?.values.kind ?? 'kabupaten'}>
          {kinds.map(([value, word]) => (
            <option key={value} value={value}>
              {word}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label htmlFor="timeZone">Zona waktu</label>
        <select
          className="field"
          id="timeZone"
          name="timeZone"
          defaultValue={answer?.values.timeZone ?? 'Asia/Jakarta'}
        >
          {zones.map(([value, word]) => (
            <option key={value} value={value}>
              {word}
            </option>
          ))}
        </select>
      </div>
    </fieldset>
    {rules.length > 0 && (
      <fieldset>
        <legend>
          <h2>Aturan dan cakupan</h2>
        </legend>
        <p className="hint">Aturan menentukan cara nilai dihitung. Setiap siklus dapat memakai aturan lain.</p>
        {rules.map((rule, i) => (
          <label className="option" key={rule.code}>
            <input
              type="radio"
              name="ruleCode"
              value={rule.code}
              defaultChecked={answer ? answer.values.ruleCode === rule.code : i === 0}
            />
            <span>
              {rule.title} <span className="quiet">({rule.code})</span>
            </span>
          </label>
        ))}
        <p className="hint">Jenjang yang talentanya dikelola lebih dahulu. Dapat diubah pada setiap siklus.</p>
        {tiers.map(([value, word]) => (
          <label className="option" key={value}>
            <input type="checkbox" name="tiers" value={value} defaultChecked />
            <span>{word}</span>
          </label>
        ))}
      </fieldset>
    )}
    <fieldset>
      <legend>
        <h2>Modul</h2>
      </legend>
      <p className="hint">Data pegawai dan kompetensi selalu ada. Modul lain dapat dinyalakan satu per satu.</p>
      {moduleNames.map(name => (
        <label className="option" key={name}>
          <input type="checkbox" name="modules" value={name} defaultChecked />
          <span>
            {moduleWords[name].word}: <span className="quiet">{moduleWords[name].line}</span>
          </span>
        </label>
      ))}
    </fieldset>
    <fieldset>
      <legend>
        <h2>Administrator pertama</h2>
      </legend>
      <Field name="adminName" label="Nama" answer={answer} autoComplete="name" />
      <Field
        name="nip"
        label="NIP atau nama masuk"
        hint="Dipakai untuk masuk"
        answer={answer}
        autoComplete="username"
      />
      <Field
        name="sandi"
        label="Kata sandi"
        hint="Paling sedikit 12 huruf"
        answer={answer}
        type="password"
        autoComplete="new-password"
      />
      <Field name="ulang" label="Kata sandi, sekali lagi" answer={answer} type="password" autoComplete="new-password" />
    </fieldset>
    <button className="button primary" type="submit">
      {button}
    </button>
  </>
)
