import { href } from 'react-router'
import type { Figure } from '#core/figure/figure.ts'
import { FigureValue } from '#ui/figure/figure.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { waitingWords } from './waiting-words.ts'

/** The waiting area as blocks sized by reason, each with who must supply what. */
export const WaitingRoom = ({ counts, cycleId }: { counts: Record<string, Figure<number>>; cycleId: string }) => (
  <ul className="waiting-room">
    {Object.entries(waitingWords)
      .filter(([reason]) => Number(counts[`waiting-${reason}`].value) > 0)
      .map(([reason, w]) => (
        <li
          key={reason}
          className={reason === 'expired-assessment' ? 'expired' : undefined}
          style={{ flexGrow: Number(counts[`waiting-${reason}`].value) }}
        >
          <a href={`${href('/talenta/peta/tunggu')}?siklus=${cycleId}&sebab=${reason}`}>
            <StateMark state={reason === 'expired-assessment' ? 'expired' : 'unknown'}>{w.title}</StateMark>
            <b>
              <FigureValue figure={counts[`waiting-${reason}`]} unit={false} />
            </b>
            <span className="tiny quiet">{w.who}</span>
          </a>
        </li>
      ))}
  </ul>
)
