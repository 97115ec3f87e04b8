import { isKnown } from '#core/figure/figure.ts'
import { Ask, ComputeInputError, refuse } from '#core/math/compute-input.ts'
import type { Day } from '#core/values/day.ts'
import { asComputeEntries } from '#platform/rules/load-rules.ts'
import { committeeRules } from './committee/committee.rules.ts'
import { outcomeOf, seatsNeeded } from './committee/session.model.ts'
import { inlineBoxes, inlineEvidence, inlineRules } from './compute/inline-score.ts'
import { policyFromJson } from './compute/policy.ts'
import { feedbackFigures, feedbackResult, type GroupCode, groupCodes } from './feedback/feedback.model.ts'
import { feedbackRules } from './feedback/feedback.rules.ts'
import { differenceOf } from './interview/interview.model.ts'
import { interviewRules } from './interview/interview.rules.ts'
import { boxNumberFor, distanceToCuts } from './nine-box/nine-box.model.ts'
import { nineBoxRules } from './nine-box/nine-box.rules.ts'
import { dueAfter } from './objection/objection.model.ts'
import { objectionRules } from './objection/objection.rules.ts'
import { type AxisScore, evidenceFromSheet, talentScore } from './score/score.model.ts'
import { scoreRules } from './score/score.rules.ts'
import type { ScoreRules } from './score/score-rules.model.ts'
import { whatWouldChange } from './score/what-would-change.model.ts'

/** Part values 0–100 by the rule set's codes; a code the rule set does not know is refused, not dropped. */
const sheetValues = (ask: Ask, rules: ScoreRules): Record<string, number | null> => {
  const values = ask.optionalObject('values')
  if (!values) return {}
  const codes = Object.keys(values.source)
  const strange = codes.find(c => !rules.parts.some(p => p.code === c))
  if (strange)
    refuse(`Bagian "${strange}" tidak ada dalam aturan. Yang ada: ${rules.parts.map(p => p.code).join(', ')}.`)
  return Object.fromEntries(codes.map(c => [c, values.nullable(c, { min: 0 })]))
}

/** What one part would need to carry the axis over a cut: exact, and the first step its rubric can give. */
const crossing = (axis: AxisScore, code: string) => {
  const part = axis.parts.find(p => p.code === code)
  if (!part || part.weight === 0) return []
  const others = axis.parts.filter(p => p !== part)
  const end = (i: 0 | 1) => others.reduce((s, p) => s + (p.weight * p.range[i]) / 100, 0)
  return axis.cuts
    .filter(
      cut =>
        end(0) + (part.weight * part.range[0]) / 100 < cut - 1e-9 &&
        end(1) + (part.weight * part.range[1]) / 100 >= cut - 1e-9,
    )
    .map(cut => ({
      cut,
      // With the other missing parts at their most, and at their least.
      needs: ((cut - end(1)) * 100) / part.weight,
      needsAtMost: ((cut - end(0)) * 100) / part.weight,
    }))
}

const axisJson = (axis: AxisScore) => ({
  value: isKnown(axis.value) ? axis.value.value : null,
  min: axis.bounds?.[0] ?? null,
  max: axis.bounds?.[1] ?? null,
  completeness: Number(axis.completeness.value) / 100,
  level: isKnown(axis.level) ? axis.level.value : null,
  contributions: axis.parts.map(p => ({
    code: p.code,
    weight: p.weight,
    value: isKnown(p.figure) ? p.figure.value : null,
    points: isKnown(p.figure) ? (p.weight * p.figure.value) / 100 : null,
    state: p.state,
    // One part alone, up to the next cut: the change it needs.
    toNextUpAlone:
      isKnown(axis.value) && isKnown(p.figure) && axis.toNextUp[0] !== null && p.weight > 0
        ? (axis.toNextUp[0] * 100) / p.weight
        : null,
  })),
  // One number when the axis is complete; else from its least and from its most.
  toNextUp: isKnown(axis.value) ? axis.toNextUp[0] : axis.toNextUp,
  toNextDown: isKnown(axis.value) ? axis.toNextDown[0] : axis.toNextDown,
  decisiveMissing: axis.decisiveMissing,
  decisiveAt: Object.fromEntries(axis.decisiveMissing.map(code => [code, crossing(axis, code)])),
})

const rulesFor = (parameters: Record<string, unknown>) => {
  const asOf = (new Ask(parameters).nullableDay('asOf') ?? '2026-11-24') as Day
  const score = scoreRules.on(asOf, parameters.ruleSet === undefined ? undefined : String(parameters.ruleSet))
  return { asOf, score, boxes: nineBoxRules.on(asOf).body }
}

const wholeNumber = (value: unknown, name: string): number => {
  if (!Number.isInteger(value) || (value as number) < 0) throw new TypeError(`${name} must be a whole number`)
  return value as number
}

/** Domain functions of this room, callable with plain JSON, by the names of the methods document. */
export const talentCompute = asComputeEntries({
  talentScore: {
    describe: 'Nilai kedua sumbu, kelengkapan, rentang, kotak dan penempatan dari nilai bagian 0–100.',
    example: { asOf: '2026-11-24', ruleSet: 'BKN-SIMATA', values: { predikat: 80, penghargaan: 0, tim: 0, u360: 80 } },
    fromJson: parameters => {
      const given = parameters.ruleSet
      const isInline = Array.isArray(parameters.parts)
      const {
        asOf,
        score,
        boxes: held,
      } = rulesFor(isInline || typeof given === 'object' ? { ...parameters, ruleSet: undefined } : parameters)
      const ask = new Ask(parameters)
      const own = isInline && given !== undefined ? ask.object('ruleSet') : ask
      const rules = isInline ? inlineRules(own, ask) : score.body
      const boxes = isInline ? inlineBoxes(own, held) : held
      const reference = isInline ? { subject: 'talent/score', code: 'masukan', version: '1' } : score.reference
      const context = { rules, ruleSet: reference, boxes, asOf }
      const inputs = isInline
        ? inlineEvidence(ask, rules, asOf)
        : evidenceFromSheet(sheetValues(ask, rules), rules, asOf)
      const result = talentScore(inputs, context)
      const axes = { X: axisJson(result.axes.x), Y: axisJson(result.axes.y) }
      return {
        status: result.placement === 'mapped' ? 'ok' : 'sebagian',
        axis: axes,
        levels: { X: axes.X.level, Y: axes.Y.level },
        nilaiTalenta: isKnown(result.talent) ? result.talent.value : null,
        box: isKnown(result.box) ? result.box.value : null,
        reachableBoxes: result.reachableBoxes,
        isCertain: result.isCertain,
        placement: result.placement === 'mapped' ? 'dipetakan' : 'belumDapatDipetakan',
        missing: result.waitingFor,
        whatWouldChange: whatWouldChange(inputs, context),
        ruleVersion: reference,
        limits: [...result.axes.x.value.limits, ...result.axes.y.value.limits, ...result.box.limits].join(' '),
      }
    },
  },
  scoreRulesProblems: {
    describe: 'Memeriksa bobot, rubrik, dan ambang satu aturan nilai; daftar kosong berarti dapat dipakai.',
    example: {
      cuts: [60, 80],
      parts: [
        { code: 'predikat', axis: 'Y', weight: 100, lo: 20, hi: 100 },
        { code: 'jpm', axis: 'X', weight: 100, lo: 0, hi: 100 },
      ],
    },
    fromJson: parameters => {
      try {
        inlineRules(new Ask(parameters))
        return { status: 'ok', problems: [] }
      } catch (cause) {
        if (!(cause instanceof ComputeInputError)) throw cause
        return { status: 'ditolak', problems: [cause.message] }
      }
    },
  },
  policyDiff: {
    describe: 'Siapa yang berpindah kotak bila bobot, rubrik, ambang, masa berlaku, atau penomoran kotak berubah.',
    example: {
      population: [{ id: 'a', x: 81, y: 85, group: 'P' }],
      ruleSetOld: { cutsX: [60, 80], cutsY: [60, 80] },
      ruleSetNew: { cutsX: [68, 77], cutsY: [70, 85] },
    },
    fromJson: parameters => {
      const ask = new Ask(parameters)
      const asOf = (ask.nullableDay('asOf') ?? '2026-11-24') as Day
      return policyFromJson(parameters, nineBoxRules.on(asOf).body, asOf)
    },
  },
  kuorumSidang: {
    describe: 'Kursi yang diperlukan dan terpenuhi tidaknya kuorum sidang komite talenta.',
    example: { asOf: '2026-11-24', kursi: 9, hadir: 8, menarikDiri: 1 },
    fromJson: parameters => {
      const { body } = committeeRules.on(String(parameters.asOf ?? '2026-11-24') as Day)
      const [seats, present, recused] = ['kursi', 'hadir', 'menarikDiri'].map(k => wholeNumber(parameters[k], k))
      const needed = seatsNeeded(seats, body)
      return { perlu: needed, berhak: present - recused, terpenuhi: seats > 0 && present - recused >= needed }
    },
  },
  tenggatSanggah: {
    describe: 'Tanggal terakhir menjawab sanggahan: hari kerja sesudah tanggal masuk, hari libur tidak dihitung.',
    example: { mulai: '2026-11-20', libur: ['2026-11-25'] },
    fromJson: parameters => {
      const ask = new Ask(parameters)
      const from = ask.nullableDay('mulai') as Day | null
      if (from === null) throw new TypeError('mulai')
      const off = (Array.isArray(parameters.libur) ? parameters.libur : []).map(String)
      return { batas: dueAfter(from, new Set(off), objectionRules.on('2026-11-24').body) }
    },
  },
  bedaWawancara: {
    describe: 'Beda level antarpewawancara, dan perlu tidaknya pembicaraan atau alasan kesepakatan.',
    example: { asOf: '2026-11-24', level: [2, 4], kesepakatan: 3 },
    fromJson: parameters => {
      const { body } = interviewRules.on(String(parameters.asOf ?? '2026-11-24') as Day)
      const ask = new Ask(parameters)
      const { spread, mustTalk, needsReason } = differenceOf(
        ask.numbers('level', { min: 0 }),
        ask.nullable('kesepakatan', { min: 0, max: 5 }),
        body,
      )
      return { rentang: spread, dibicarakan: mustTalk, perluAlasan: needsReason }
    },
  },
  umpanBalik360: {
    describe:
      'Rata-rata kelompok, predikat dan nilai umpan balik 360° dari jawaban penilai; null berarti tidak dapat menilai.',
    example: {
      asOf: '2026-11-24',
      penilai: [
        { kelompok: 'atasan', jawaban: [4, 4, 4, 4, 4, 4, 4] },
        { kelompok: 'rekan', jawaban: [4, 4, 4, 4, 4, 4, 4] },
        { kelompok: 'rekan', jawaban: [5, 5, 5, 5, 5, 5, 5] },
        { kelompok: 'rekan', jawaban: [3, 3, 3, 3, 3, 3, null] },
      ],
    },
    fromJson: parameters => {
      const asOf = String(parameters.asOf ?? '2026-11-24') as Day
      const { body, reference } = feedbackRules.on(asOf)
      const raters = Array.isArray(parameters.penilai) ? parameters.penilai : refuse('penilai harus berupa daftar.')
      const replies = raters.map((rater, i) => {
        const { kelompok, jawaban } = (rater ?? {}) as { kelompok?: unknown; jawaban?: unknown }
        if (!groupCodes.includes(kelompok as GroupCode))
          refuse(`penilai ke-${i + 1}: kelompok salah satu dari ${groupCodes.join(', ')}.`)
        if (!Array.isArray(jawaban) || jawaban.length > body.questions.length)
          return refuse(`penilai ke-${i + 1}: jawaban paling banyak ${body.questions.length}.`)
        const answers = jawaban.map((step: unknown, n) => {
          if (step !== null && !(Number.isInteger(step) && Number(step) >= 1 && Number(step) <= body.steps.length))
            refuse(`penilai ke-${i + 1}, jawaban ke-${n + 1}: isi 1 sampai ${body.steps.length}, atau null.`)
          return { code: body.questions[n].code, step: step as number | null }
        })
        return { group: kelompok as GroupCode, answers }
      })
      const result = feedbackResult(body, replies)
      const figures = feedbackFigures(body, result, {
        year: Number(asOf.slice(0, 4)),
        asOf,
        source: { kind: 'masukan', id: 'penilai', label: 'Masukan' },
        ruleSet: reference,
      })
      const at = body.ratings.indexOf(figures.rating.value ?? '')
      return {
        status: result.isKnown ? 'ok' : 'belumDapatDisimpulkan',
        diketahui: result.isKnown,
        rataRata: isKnown(figures.overall) ? figures.overall.value : null,
        predikat: figures.rating.value,
        nilai: at < 0 ? null : (at + 1) * body.pointsPerStep,
        kelompok: result.blocks.map((b, i) => ({
          kelompok: b.groups,
          penilai: b.raters,
          bobot: b.weight,
          rataRata: figures.blocks[i].figure.value,
        })),
        pertanyaanDilewati: result.leftOut,
        kurang: result.missing.map(m => ({ kelompok: m.group, banyak: m.missing })),
      }
    },
  },
  hasilSuara: {
    describe: 'Keputusan dari suara setuju, tetap, dan tunda menurut tata tertib sidang.',
    example: { asOf: '2026-11-24', setuju: 5, tetap: 1, tunda: 1 },
    fromJson: parameters => {
      const { body } = committeeRules.on(String(parameters.asOf ?? '2026-11-24') as Day)
      const [approve, keep, postpone] = ['setuju', 'tetap', 'tunda'].map(k => wholeNumber(parameters[k], k))
      const { decision, hasMajority, votes } = outcomeOf({ approve, keep, postpone }, body)
      return { keputusan: decision, mayoritas: hasMajority, suara: votes }
    },
  },
  kotakTalenta: {
    describe: 'Nomor kotak dari nilai potensial (x) dan kinerja (y), beserta jarak ke ambang.',
    example: { x: 93.59, y: 80 },
    fromJson: parameters => {
      const { score, boxes } = rulesFor({ asOf: '2026-11-24', ...parameters })
      const ask = new Ask(parameters)
      const scores = { x: ask.number('x'), y: ask.number('y') }
      const { axes } = score.body
      return {
        box: boxNumberFor(scores, axes, boxes),
        distance: { X: distanceToCuts(scores.x, axes.x.cuts), Y: distanceToCuts(scores.y, axes.y.cuts) },
      }
    },
  },
})
