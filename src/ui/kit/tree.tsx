import type { ReactNode } from 'react'
import { Chip } from './chip.tsx'
import { StateMark } from './state-mark.tsx'

/** `null` is unknown: neither met nor missed. */
export type Answer = boolean | null

export type TreeNode = {
  label: ReactNode
  answer: Answer
  /** What the record says: "2 tahun 7 bulan". */
  fact?: ReactNode
  /** What would make it yes, and who supplies it. */
  fix?: ReactNode
  /** Rule of a group: "semua", "paling sedikit 2 dari 3". */
  rule?: ReactNode
  children?: TreeNode[]
}

export const AnswerMark = ({ answer }: { answer: Answer }) => (
  <StateMark state={answer === null ? 'unknown' : answer ? 'known' : 'no'}>
    {answer === null ? 'Belum diketahui' : answer ? 'Ya' : 'Tidak'}
  </StateMark>
)

const tally = (nodes: TreeNode[]) =>
  `${nodes.filter(n => n.answer === true).length} ya, ${nodes.filter(n => n.answer === false).length} tidak, ${
    nodes.filter(n => n.answer === null).length
  } belum diketahui`

const Branch = ({ node }: { node: TreeNode }) =>
  node.children && node.children.length > 0 ? (
    <li>
      <div className="tree-group">
        <b>{node.label}</b>
        {node.rule && <Chip>{node.rule}</Chip>}
        <span className="tiny faint">{tally(node.children)}</span>
        <span className="end">
          <AnswerMark answer={node.answer} />
        </span>
      </div>
      <ul>
        {node.children.map((child, i) => (
          <Branch key={i} node={child} />
        ))}
      </ul>
    </li>
  ) : (
    <li>
      <div className="tree-leaf">
        <span>{node.label}</span>
        <span className="quiet">{node.fact}</span>
        <AnswerMark answer={node.answer} />
        {node.fix && <span className="fix">{node.fix}</span>}
      </div>
    </li>
  )

/** Requirements as a tree: each leaf yes, no or unknown with its fact and its cure; a group says the count. */
export const Tree = ({ nodes, label }: { nodes: TreeNode[]; label: string }) => (
  <ul className="tree" aria-label={label}>
    {nodes.map((node, i) => (
      <Branch key={i} node={node} />
    ))}
  </ul>
)
