import { StateMark } from './state-mark.tsx'
import '../style/drawings.css'

export type Vote = {
  name: string
  initials: string
  /** Whether someone voted, never what, until votes are opened. */
  state: 'voted' | 'waiting' | 'offline' | 'recused'
  /** The vote in words, once opened. */
  opened?: string
}

/** Who has voted. Recused members are shown and do not count. */
export const VoteList = ({ votes, label }: { votes: Vote[]; label: string }) => (
  <ul className="votes" aria-label={label}>
    {votes.map(vote => (
      <li key={vote.name} className={vote.state === 'recused' ? 'recused' : undefined}>
        <span className="avatar" aria-hidden="true">
          {vote.initials}
        </span>
        <span>{vote.name}</span>
        {vote.state === 'recused' ? (
          <span className="quiet">Menarik diri</span>
        ) : vote.opened ? (
          <b>{vote.opened}</b>
        ) : vote.state === 'voted' ? (
          <StateMark state="known">Sudah</StateMark>
        ) : vote.state === 'offline' ? (
          <StateMark state="expired">Luring</StateMark>
        ) : (
          <StateMark state="unknown">Belum</StateMark>
        )}
      </li>
    ))}
  </ul>
)
