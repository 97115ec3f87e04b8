import { Icon } from '#ui/kit/icon.tsx'
import { Said, useLocale } from '#ui/locale.ts'
import { myPathText } from './my-path.text.ts'

export type Requirement = {
  label: string
  answer: boolean | null
  fact: string
  fix: string | null
  /** Of a group: one is enough. */
  isAny: boolean
  children: Requirement[]
}

const classes = (answer: boolean | null) => (answer === null ? 'not-known' : answer ? 'yes' : 'not-yet')

/** Requirements as lines: the answer's shape at the left, the fact at the right, the cure below; a group holds its own. */
export const RequirementList = ({ lines, label }: { lines: readonly Requirement[]; label?: string }) => {
  const text = myPathText(useLocale())
  return (
    <ul className="requirements" aria-label={label}>
      {lines.map(line => (
        <li key={line.label} className={classes(line.answer)}>
          <Icon name={line.answer === null ? 'unknown' : line.answer ? 'check' : 'cross'} />
          <b>
            <Said>{line.label}</Said>
            <span className="sr">, {line.answer === null ? text.unknown : line.answer ? text.yes : text.no}</span>
          </b>
          <span>
            {line.children.length > 0 ? (
              <span className="quiet">{line.isAny ? text.anyOf : text.allOf}</span>
            ) : line.answer === null ? (
              text.unknown
            ) : (
              <Said>{line.fact}</Said>
            )}
          </span>
          {line.answer !== true && line.fix && (
            <span className="fix">
              <Said>{line.fix}</Said>
            </span>
          )}
          {line.children.length > 0 && <RequirementList lines={line.children} />}
        </li>
      ))}
    </ul>
  )
}
