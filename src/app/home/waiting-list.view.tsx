import { formatDay } from '#core/text/format.ts'
import type { WaitingItem } from './waiting-item.ts'

/** Things that wait for the reader: the first has the primary button. */
export const WaitingList = ({ items }: { items: readonly WaitingItem[] }) => (
  <ul className="waiting">
    {items.map((item, i) => (
      <li key={item.key}>
        <b>{item.title}</b>
        <span className="small-text quiet">
          {item.why}
          {item.due && ` Batas ${formatDay(item.due)}.`}
        </span>
        <a className={i === 0 ? 'button primary' : 'button'} href={item.href}>
          {item.verb}
          <span className="sr">: {item.title}</span>
        </a>
      </li>
    ))}
  </ul>
)
