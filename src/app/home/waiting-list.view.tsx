import { formatDay } from '#core/text/format.ts'
import { Said, useLocale } from '#ui/locale.ts'
import { waitingText, waitingWords } from './waiting.text.ts'
import { keyOf, type WaitingItem } from './waiting-item.ts'

/** Things that wait for the reader: the first has the primary button. */
export const WaitingList = ({ items }: { items: readonly WaitingItem[] }) => {
  const locale = useLocale()
  return (
    <ul className="waiting">
      {items.map((item, i) => {
        const words = waitingWords(item, locale)
        // To the person herself a plan is agreed, not signed for somebody.
        const text = waitingText(locale)
        const title =
          item.kind === 'plan'
            ? text.ownPlan(item.version)
            : item.kind === 'plan-change'
              ? text.ownPlanChange
              : words.title
        return (
          <li key={keyOf(item)}>
            <b>{title}</b>
            <span className="small-text quiet">
              {words.said && (
                <>
                  <Said>{words.said}</Said>
                  {words.why && (/[.!?]$/.test(words.said) ? ' ' : '. ')}
                </>
              )}
              {words.why}
              {item.due && ` ${waitingText(locale).dueSentence(formatDay(item.due, 'long', locale))}`}
            </span>
            <a className={i === 0 ? 'button primary' : 'button'} href={words.href}>
              {words.verb}
              <span className="sr">: {title}</span>
            </a>
          </li>
        )
      })}
    </ul>
  )
}
