import { href } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { LinkButton } from '#ui/kit/button.tsx'
import { Note } from '#ui/kit/note.tsx'
import { Section } from '#ui/kit/section.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import type { PlanChange } from './plan-change.store.ts'
import { causeWords, changeStateShape, changeStateWords } from './plan-change-words.ts'

/** What happened that this plan rests on, and waits to be decided. */
export const WaitingChanges = ({ changes }: { changes: readonly PlanChange[] }) =>
  changes
    .filter(c => c.state === 'open')
    .slice(0, 3)
    .map(c => (
      <Note
        key={c.id}
        tone="due"
        title={`Usul perubahan: ${causeWords[c.cause].toLowerCase()}`}
        actions={
          <LinkButton href={href('/diklat/usul-perubahan/:changeId', { changeId: c.id })}>
            Lihat dan putuskan
          </LinkButton>
        }
      >
        {c.happened} Batas {formatDay(c.due_on)}.
      </Note>
    ))

/** Every proposal for a person's plans with what became of it. */
export const PlanChangeList = ({ changes }: { changes: readonly PlanChange[] }) =>
  changes.length === 0 ? null : (
    <Section title="Usul perubahan">
      <ul className="lines side-links">
        {changes.map(c => (
          <li key={c.id}>
            <a href={href('/diklat/usul-perubahan/:changeId', { changeId: c.id })}>
              {causeWords[c.cause]}, {formatDay(c.proposed_on, 'short')}
            </a>
            <div>
              <StateMark state={changeStateShape[c.state]}>{changeStateWords[c.state]}</StateMark>
            </div>
            {c.decided_reason && <div className="small-text quiet">{c.decided_reason}</div>}
          </li>
        ))}
      </ul>
    </Section>
  )
