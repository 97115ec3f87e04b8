import type { Figure } from '#core/figure/figure.ts'
import { count, record } from '#core/figure/mechanisms.ts'
import type { Day } from '#core/values/day.ts'
import type { Judgement } from '../readiness/judge-candidate.model.ts'

/** What is counted or told of one candidate beside the judged figures, by the last word of its address. */
export type CandidateNumber = 'met' | 'asked' | 'elsewhere' | 'box'

const words: Record<CandidateNumber, { label: string; of: string; filter: string }> = {
  met: { label: 'Syarat jabatan terpenuhi', of: 'syarat jabatan', filter: 'terpenuhi' },
  asked: { label: 'Syarat jabatan', of: 'syarat jabatan', filter: 'diminta jabatan ini' },
  elsewhere: { label: 'Calon di jabatan lain', of: 'jabatan kunci', filter: 'orang ini juga berada di bangkunya' },
  box: { label: 'Kotak talenta saat bangku disusun', of: '', filter: '' },
}

const refOf = (what: CandidateNumber, positionId: string, employeeId: string) =>
  `succession.${what}:${positionId}:${employeeId}`

type Candidate = { positionId: string; employeeId: string; asOf: Day }

/** For a page that prints it: the value under its address. */
export const candidateNumber = (what: CandidateNumber, of: Candidate, value: number | null): Figure<number> =>
  record<number>({
    ref: refOf(what, of.positionId, of.employeeId),
    label: words[what].label,
    unit: what === 'box' ? 'box' : 'count',
    asOf: of.asOf,
    value,
    sources: [
      {
        kind: 'succession.readiness',
        id: `${of.positionId}~${of.employeeId}`,
        label: 'Penilaian calon saat bangku disusun',
        on: of.asOf,
      },
    ],
  })

/** The same with what was counted. */
export const candidateFigure = (
  what: CandidateNumber,
  of: Candidate,
  judgement: Judgement,
  elsewhere: readonly string[],
): Figure<number> => {
  if (what === 'box') return candidateNumber('box', of, judgement.box)
  const { parts } = judgement.eligibility.figure
  const members =
    what === 'elsewhere'
      ? elsewhere
      : parts.filter(p => what === 'asked' || (p.state === 'known' && p.value === true)).map(p => p.label)
  return count({ ...candidateNumber(what, of, null), ...words[what], unit: 'count', members })
}
