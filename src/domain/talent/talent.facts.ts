import { type Figure, isKnown } from '#core/figure/figure.ts'
import type { Day } from '#core/values/day.ts'
import { nineBoxRules } from './nine-box/nine-box.rules.ts'
import { evidenceFromSheet, talentScore } from './score/score.model.ts'
import { scoreRules } from './score/score.rules.ts'

/** A row of a SIMATA-like sheet: the eleven parts 0-100 by the rule set's codes; null is not there. */
export type FactTalent = { nip: string; name: string; parts: Record<string, number | null> }

export type NineBoxFact = {
  nip: string
  nama: string
  nilai_x: number | null
  nilai_y: number | null
  kotak: number | null
  nilai_talenta: number | null
  keterangan: string | null
}

const rounded = (figure: Figure<number>) => (isKnown(figure) ? Math.round(figure.value * 100 + 1e-7) / 100 : null)

/** Boxes from the written parts by BKN-SIMATA. A part missing: no box, and which part. */
export const nineBoxes = (rows: readonly FactTalent[], asOf: Day, code = 'BKN-SIMATA'): NineBoxFact[] => {
  const { body: rules, reference: ruleSet } = scoreRules.on(asOf, code)
  const boxes = nineBoxRules.on(asOf).body
  return rows.map(row => {
    const score = talentScore(evidenceFromSheet(row.parts, rules, asOf), { rules, ruleSet, boxes, asOf })
    return {
      nip: row.nip,
      nama: row.name,
      nilai_x: rounded(score.axes.x.value),
      nilai_y: rounded(score.axes.y.value),
      kotak: isKnown(score.box) ? score.box.value : null,
      nilai_talenta: rounded(score.talent),
      keterangan:
        score.placement === 'mapped' ? null : `belum dapat dipetakan: ${score.waitingFor.map(w => w.code).join(', ')}`,
    }
  })
}
