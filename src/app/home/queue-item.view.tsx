import type { ReactNode } from 'react'
import { formatDay, formatNumber, formatRupiahShort } from '#core/text/format.ts'
import type { FormAnswer } from '#platform/web/page.ts'
import { Said, useLocale } from '#ui/locale.ts'
import { queueText } from './queue.text.ts'
import { Answers, Door, Facts, NoteField, Submit, Wrong } from './queue-parts.view.tsx'
import type { WaitingItem } from './waiting-item.ts'

const first = (name: string) => name.split(',')[0]

/** How an earlier answer reads in the words of the queue. */
const earlierKey = (verdict: string | null, value: number | null) =>
  verdict === 'tidakAdaKesempatan'
    ? ('no-chance' as const)
    : verdict === 'ya'
      ? value !== null && value <= 2
        ? ('helped' as const)
        : ('alone' as const)
      : value === 2
        ? ('helped' as const)
        : ('not-yet' as const)

/** What there is to see at the left, and what to answer at the right, of the item that is open. */
export const OpenItem = ({
  item,
  team,
  criteria,
  answer,
}: {
  item: WaitingItem
  team: { id: string; name: string }[]
  criteria: { least: number; programme: { code: string; label: string; question: string }[] }
  answer?: FormAnswer
}) => {
  const locale = useLocale()
  const text = queueText(locale)
  const day = (d: string) => formatDay(d, 'long', locale)
  switch (item.kind) {
    case 'follow-up':
      return (
        <>
          <div>
            <blockquote className="agreed">
              <p className="small-text quiet">
                {item.agreedOn ? text.indicatorOn(day(item.agreedOn)) : text.indicator}
              </p>
              <p>
                <b>
                  <Said>{item.statement}</Said>
                </b>
              </p>
            </blockquote>
            {item.earlier.length > 0 && (
              <ol className="checks">
                {item.earlier.slice(-3).map(check => (
                  <li key={check.day}>
                    <b>{check.day === 0 ? text.before : text.afterDays(check.day)}</b>
                    {text.answers[earlierKey(check.verdict, check.value)]}
                  </li>
                ))}
              </ol>
            )}
            <NoteField label={text.noteFor(first(item.name))} answer={answer} />
          </div>
          <div>
            <Answers
              legend={text.now}
              answer={answer}
              choices={(['alone', 'helped', 'not-yet', 'no-chance'] as const).map(value => ({
                value,
                label: text.answers[value],
              }))}
              note={text.blind(first(item.name))}
            />
            <Submit>{text.saveNext}</Submit>
          </div>
        </>
      )
    case 'meeting':
      return (
        <>
          <Facts
            rows={[
              [text.heldOn, day(item.heldOn)],
              [text.guide, item.guide],
              [text.topic, <Said key="t">{item.topic}</Said>],
              ...(item.agreement
                ? ([[text.agreement, <Said key="a">{item.agreement}</Said>]] as [string, ReactNode][])
                : []),
              ...(item.seen
                ? ([
                    [text.seen, text.seenLevel(item.seen.competency, item.seen.level)],
                    [text.seenExample, <Said key="s">{item.seen.example}</Said>],
                  ] as [string, ReactNode][])
                : []),
            ]}
          />
          <div>
            <Answers
              legend={text.didMeet}
              answer={answer}
              choices={[{ value: 'ya', label: text.yesMet }]}
              note={text.otherwise}
            />
            <Submit>{text.saveNext}</Submit>
          </div>
        </>
      )
    case 'assignment':
      return (
        <>
          <Facts
            rows={[
              [text.task, <Said key="t">{item.task}</Said>],
              [text.finishedOn, day(item.finishedOn)],
              [text.result, item.result ? <Said key="r">{item.result}</Said> : text.noResult],
            ]}
          />
          <div>
            <Answers
              legend={text.isResult}
              answer={answer}
              choices={[{ value: 'ya', label: text.yesResult }]}
              note={text.otherwise}
            />
            <Submit>{text.saveNext}</Submit>
          </div>
        </>
      )
    case 'behaviour':
      return (
        <>
          <Facts
            rows={[
              [text.activity, <Said key="a">{item.activity}</Said>],
              [text.heldOn, day(item.startsOn)],
              ...(item.competency
                ? ([
                    [
                      text.competency,
                      <span key="c">
                        <Said>{item.competency}</Said>
                        {item.toLevel ? `, ${text.toLevel(item.toLevel)}` : ''}
                      </span>,
                    ],
                  ] as [string, ReactNode][])
                : []),
            ]}
          />
          <div>
            <Answers
              legend={text.whichBehaviour}
              answer={answer}
              choices={[
                ...item.examples.map((example, i) => ({ value: String(i), label: <Said>{example}</Said> })),
                { value: 'sendiri', label: text.ownWords },
              ]}
              note={text.checksFollow}
            />
            <div className="gap-3">
              <label className="label" htmlFor="perilaku">
                {text.ownBehaviour} <span className="quiet">{text.optional}</span>
              </label>
              {answer?.fields.perilaku && <Wrong>{answer.fields.perilaku}</Wrong>}
              <textarea
                className="field"
                id="perilaku"
                name="perilaku"
                rows={2}
                maxLength={500}
                defaultValue={answer?.values.perilaku}
              />
            </div>
            <Submit>{text.agree}</Submit>
          </div>
        </>
      )
    case 'plan':
      return (
        <>
          <div>
            <h3 className="small-text">{text.planHolds}</h3>
            <ul className="plan-lines">
              {item.items.map(line => (
                <li key={line.title + line.startsOn}>
                  <b>
                    <Said>{line.title}</Said>
                  </b>
                  <span className="small-text quiet">
                    {[
                      line.startsOn && formatDay(line.startsOn, 'short', locale),
                      line.jp !== null && `${formatNumber(line.jp, { digits: 1, locale })} JP`,
                      line.cost !== null && formatRupiahShort(line.cost, locale),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                  {line.indicator && (
                    <span className="small-text quiet">
                      {text.indicatorShort}: <Said>{line.indicator}</Said>
                    </span>
                  )}
                </li>
              ))}
            </ul>
          </div>
          <div>
            <Answers
              legend={text.signQuestion}
              answer={answer}
              choices={[{ value: 'ya', label: text.yesPlan }]}
              note={item.otherAgreed ? text.inForce : text.waitsForPerson}
            />
            <Submit>{text.signNext}</Submit>
          </div>
        </>
      )
    case 'plan-change':
      return (
        <>
          <ul className="plan-lines">
            {item.steps.map(step => (
              <li key={step.verb + step.title}>
                <b>
                  {text.verbs[step.verb]}: <Said>{step.title}</Said>
                  {step.becomes && step.becomes !== step.title && (
                    <>
                      {' → '}
                      <Said>{step.becomes}</Said>
                    </>
                  )}
                </b>
                <span className="small-text quiet">
                  <Said>{step.why}</Said>
                </span>
              </li>
            ))}
          </ul>
          <div>
            <Answers
              legend={text.changeQuestion}
              answer={answer}
              choices={[
                { value: 'ya', label: text.changeYes },
                { value: 'tidak', label: text.changeNo },
              ]}
              note={text.changeEffect}
            />
            <div className="gap-3">
              <label className="label" htmlFor="alasan">
                {text.changeReason}
              </label>
              {answer?.fields.alasan && <Wrong>{answer.fields.alasan}</Wrong>}
              <input className="field" id="alasan" name="alasan" maxLength={500} defaultValue={answer?.values.alasan} />
            </div>
            <Submit>{text.saveNext}</Submit>
          </div>
        </>
      )
    case 'need':
      return (
        <div className="whole">
          <fieldset>
            <legend>{text.needQuestion}</legend>
            {answer?.fields.jawaban && <Wrong>{answer.fields.jawaban}</Wrong>}
            <ul className="need-lines">
              {item.people.map(person => (
                <li key={person.employeeId}>
                  <p>
                    <b>{first(person.name)}</b>
                    <span className="small-text quiet">
                      <Said>{person.competency}</Said>: {text.needLine(person.required, person.held)}
                    </span>
                  </p>
                  <span className="row">
                    {(['needed', 'not-needed'] as const).map(value => (
                      <label className="option" key={value}>
                        <input type="radio" name={`perlu-${person.employeeId}`} value={value} />
                        <span>
                          {value === 'needed' ? text.needed : text.notNeeded}
                          <span className="sr">
                            , {first(person.name)}, {person.competency}
                          </span>
                        </span>
                      </label>
                    ))}
                  </span>
                </li>
              ))}
            </ul>
            <p className="small-text quiet gap-2">{text.needEffect}</p>
          </fieldset>
          <p className="row gap-3">
            <Submit>{text.saveNext}</Submit>
            <button className="button" type="submit" name="semua" value="ya">
              {text.allNeeded}
            </button>
          </p>
        </div>
      )
    case 'collection':
      return (
        <div className="whole">
          <fieldset>
            <legend>{text.collectionQuestion}</legend>
            {answer?.fields.jawaban && <Wrong>{answer.fields.jawaban}</Wrong>}
            <ul className="need-lines">
              {item.rows.map(row => (
                <li key={row.needId}>
                  <p>
                    <b>
                      <a href={`/diklat/kebutuhan/butir/${row.needId}`}>
                        <Said>{row.title}</Said>
                      </a>
                    </b>
                    <span className="small-text quiet">
                      {first(row.name)}: <Said>{row.subject}</Said>
                      {row.held !== null && row.required !== null && `, ${text.levels(row.held, row.required)}`}
                    </span>
                  </p>
                  <span className="row">
                    {(['confirm', 'refuse'] as const).map(value => (
                      <label className="option" key={value}>
                        <input
                          type="radio"
                          name={`jawab-${row.needId}`}
                          value={value}
                          defaultChecked={answer?.values[`jawab-${row.needId}`] === value}
                        />
                        <span>
                          {value === 'confirm' ? text.agreeNeed : text.notNeeded}
                          <span className="sr">
                            , {first(row.name)}, {row.title}
                          </span>
                        </span>
                      </label>
                    ))}
                  </span>
                </li>
              ))}
            </ul>
          </fieldset>
          <div className="gap-3">
            <label className="label" htmlFor="alasan">
              {text.refuseReason} <span className="quiet">{text.optional}</span>
            </label>
            {answer?.fields.alasan && <Wrong>{answer.fields.alasan}</Wrong>}
            <input className="field" id="alasan" name="alasan" maxLength={2000} defaultValue={answer?.values.alasan} />
          </div>
          <p className="row gap-3">
            <Submit>{text.saveNext}</Submit>
            <button className="button" type="submit" name="semua" value="ya">
              {text.agreeAll}
            </button>
            <a className="button" href={`/diklat/kebutuhan/${item.id}/tim`}>
              {text.openWhole}
            </a>
          </p>
          {item.others > 0 && <p className="small-text quiet">{text.othersWait(item.others)}</p>}
        </div>
      )
    case 'nominate':
      return (
        <div className="whole">
          <p className="small-text quiet">
            <Said>{item.programme}</Said>: {text.seats(item.seats)}, {text.begins(day(item.startsOn))}
          </p>
          <div className="nominate">
            <div>
              <label className="label" htmlFor="orang">
                {text.whom}
              </label>
              {answer?.fields.orang && <Wrong>{answer.fields.orang}</Wrong>}
              <select className="field" id="orang" name="orang" defaultValue={answer?.values.orang ?? ''}>
                <option value="">{text.choose}</option>
                {team.map(person => (
                  <option key={person.id} value={person.id}>
                    {person.name}
                  </option>
                ))}
              </select>
            </div>
            <div>
              <p className="hint">{text.criteriaHint(criteria.least)}</p>
              {criteria.programme.map(c => (
                <div key={c.code} className="gap-3">
                  <label className="label" htmlFor={`alasan-${c.code}`}>
                    <Said>{c.label}</Said>
                  </label>
                  <p className="hint">
                    <Said>{c.question}</Said>
                  </p>
                  {answer?.fields[`alasan-${c.code}`] && <Wrong>{answer.fields[`alasan-${c.code}`]}</Wrong>}
                  <textarea
                    className="field"
                    id={`alasan-${c.code}`}
                    name={`alasan-${c.code}`}
                    rows={2}
                    maxLength={2000}
                    defaultValue={answer?.values[`alasan-${c.code}`]}
                  />
                </div>
              ))}
            </div>
          </div>
          <Submit>{text.nominate}</Submit>
        </div>
      )
    case 'assessment':
    case 'interviewed':
    case 'invitation':
      return null
    case 'values':
      return <Door href={`/nilai/${item.id}`}>{text.valuesOpen}</Door>
    case 'feedback':
      return (
        <Door
          href={
            item.step === 'confirm'
              ? '/umpan-balik/tim'
              : item.step === 'review'
                ? '/jalur/umpan-balik'
                : item.people > 1
                  ? '/umpan-balik'
                  : `/umpan-balik/${item.id}`
          }
        >
          {item.step === 'confirm' ? text.feedbackConfirm : text.feedbackOpen}
        </Door>
      )
    case 'effect':
      return <Door href={`/sanggah/tinjau/${item.id}`}>{text.effectOpen}</Door>
    case 'reference':
      return <Door href={`/rekomendasi/${item.id}`}>{text.referenceOpen}</Door>
    case 'interview':
      return (
        <Door href={`/wawancara/${item.id}`} why={text.interviewWhy}>
          {text.interviewOpen}
        </Door>
      )
    case 'level':
      return (
        <Door
          href={item.people === 1 ? `/kompetensi/permintaan/${item.requestId}` : '/kompetensi/permintaan'}
          why={text.levelWhy}
        >
          {text.rate(item.people)}
        </Door>
      )
  }
}
