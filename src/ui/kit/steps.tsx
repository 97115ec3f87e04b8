import type { CSSProperties, ReactNode } from 'react'
import { useLocale } from '../locale.ts'

export type Step = {
  /** A small line above the title: since when, until when. */
  when?: ReactNode
  title: ReactNode
  note?: ReactNode
  state: 'done' | 'current' | 'later'
  /** Part of the current step that is done, 0-1. */
  share?: number
}

const stateWords = {
  id: { done: 'selesai', current: 'sedang berjalan', later: 'nanti' },
  en: { done: 'done', current: 'under way', later: 'later' },
}

/** Strand with knots: a career path, the steps of a cycle. Solid is done, broken is still to come. */
export const Steps = ({ steps, label }: { steps: Step[]; label: string }) => {
  const words = stateWords[useLocale()]
  return (
    <ol className="steps" aria-label={label}>
      {steps.map((step, i) => (
        <li
          key={i}
          className={step.state}
          aria-current={step.state === 'current' ? 'step' : undefined}
          style={step.share === undefined ? undefined : ({ '--done': `${step.share * 100}%` } as CSSProperties)}
        >
          {step.when && <span>{step.when}</span>}
          <b>{step.title}</b>
          <span className="sr">, {words[step.state]}</span>
          {step.note && <span>{step.note}</span>}
        </li>
      ))}
    </ol>
  )
}
