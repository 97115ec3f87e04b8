import type { ReactNode } from 'react'
import type { FormAnswer } from '#platform/web/page.ts'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { useLocale } from '#ui/locale.ts'
import { queueText } from './queue.text.ts'

type Choice = { value: string; label: ReactNode }

/** What is wrong with a field, beside it. */
export const Wrong = ({ children }: { children: ReactNode }) => (
  <p role="alert">
    <StateMark state="risk">{children}</StateMark>
  </p>
)

/** Up to four answers of 44 px, each with its key; nothing is preselected. */
export const Answers = ({
  legend,
  choices,
  answer,
  name = 'jawaban',
  note,
}: {
  legend: string
  choices: Choice[]
  answer?: FormAnswer
  name?: string
  note?: ReactNode
}) => (
  <fieldset>
    <legend>{legend}</legend>
    {answer?.fields[name] && <Wrong>{answer.fields[name]}</Wrong>}
    <div className="answers">
      {choices.map((choice, i) => (
        <label key={choice.value}>
          <input
            type="radio"
            name={name}
            value={choice.value}
            data-key={i + 1}
            defaultChecked={answer?.values[name] === choice.value}
          />
          <span>{choice.label}</span>
          {choices.length > 1 && <kbd className="desktop-only">{i + 1}</kbd>}
        </label>
      ))}
    </div>
    {note && <p className="small-text quiet gap-1">{note}</p>}
  </fieldset>
)

export const NoteField = ({ label, answer }: { label: string; answer?: FormAnswer }) => {
  const text = queueText(useLocale())
  return (
    <div className="gap-3">
      <label className="label" htmlFor="catatan">
        {label} <span className="quiet">{text.optional}</span>
      </label>
      <textarea
        className="field"
        id="catatan"
        name="catatan"
        rows={2}
        maxLength={2000}
        placeholder={text.oneSentence}
        defaultValue={answer?.values.catatan}
      />
    </div>
  )
}

/** What there is to see of an item: a term and its value. */
export const Facts = ({ rows }: { rows: [string, ReactNode][] }) => (
  <dl className="facts">
    {rows.map(([term, value]) => (
      <div key={term} style={{ display: 'contents' }}>
        <dt>{term}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
)

export const Submit = ({ children, name, value }: { children: ReactNode; name?: string; value?: string }) => (
  <button className="button primary" type="submit" name={name} value={value}>
    {children}
  </button>
)

/** An item that is answered on a page of its own: why, and the door to it. */
export const Door = ({ href, why, children }: { href: string; why?: string; children: ReactNode }) => (
  <div className="whole">
    {why && <p className="small-text quiet">{why}</p>}
    <p className="row gap-3">
      <a className="button primary" href={href}>
        {children}
      </a>
    </p>
  </div>
)
