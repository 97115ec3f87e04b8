import { addMonths, type Day } from '#core/values/day.ts'
import type { Cell } from '../grid/grid.ts'
import { cellText } from '../grid/grid.ts'
import type {
  AssessmentRecord,
  AwardRecord,
  CareerRecord,
  DisciplineRecord,
  PerformanceRecord,
  TalentRecord,
  TrainingRecord,
} from '../records.ts'
import type { RowReader } from '../table/data-rows.ts'
import { competencies, potentialAspects, talentParts } from '../table/table-spec.ts'
import { orNull, readDay, readDays, readYear } from '../value/day.ts'
import { readNumber } from '../value/number.ts'
import { fold, isBroken, isMissing, squash, textOf } from '../value/text.ts'
import { assignmentOf, expectationOf, ratingMatrix, ratingOf, severityOf, trainingFormOf } from '../value/words.ts'
import { type Fault, fault, personOf, rejected, type TableJudge } from './judge.ts'

const expectationSaid = { above: 'Di Atas Ekspektasi', as: 'Sesuai Ekspektasi', below: 'Di Bawah Ekspektasi' } as const

export const performanceJudge: TableJudge<PerformanceRecord> = {
  keyField: 'nip',
  conflict: 'DATA_GANDA_BERTENTANGAN',
  key: record => `${record.nip}|${record.year}`,
  content: ({ result, behaviour, rating }) => `${result}|${behaviour}|${rating}`,
  judge: (row, context) => {
    const nip = personOf(row, context)
    if (typeof nip !== 'string') return nip
    const year = row.has('year') ? readYear(row.cell('year')) : readYear(row.title)
    if (year.is !== 'known')
      return rejected(
        year.is === 'missing' || !row.has('year') ? 'TAHUN_KOSONG' : 'TAHUN_TIDAK_SAH',
        'year',
        row.cell('year'),
      )
    const result = expectationOf(row.cell('result'))
    const behaviour = expectationOf(row.cell('behaviour'))
    const warnings: Fault[] = []
    for (const [field, read] of [
      ['result', result],
      ['behaviour', behaviour],
    ] as const)
      if (read === null && !isMissing(row.cell(field)))
        warnings.push(fault('KOMPONEN_TIDAK_DIKENAL', field, row.cell(field)))
    const computed = result && behaviour ? ratingMatrix[result][behaviour] : null
    const written = row.cell('rating')
    const record = {
      type: 'performance',
      nip,
      year: year.value,
      result,
      behaviour,
      rater: textOf(row.cell('rater')),
    } as const
    if (isMissing(written)) {
      if (computed === null) return rejected('PREDIKAT_KOSONG', 'rating', written)
      warnings.push(fault('PREDIKAT_DIHITUNG', 'rating', written, computed))
      return { is: 'accepted', record: { ...record, rating: computed, ratingComputed: true }, warnings }
    }
    const rating = ratingOf(written)
    if (rating === null) return rejected('PREDIKAT_TIDAK_DIKENAL', 'rating', written)
    if (computed !== null && computed !== rating && result && behaviour)
      return rejected(
        'PREDIKAT_TIDAK_SESUAI_MATRIKS',
        'rating',
        written,
        `hasil ${expectationSaid[result]} dan perilaku ${expectationSaid[behaviour]} memberi ${computed}`,
      )
    if (computed === null)
      warnings.push(
        fault(
          'KOMPONEN_KOSONG',
          result === null ? 'result' : 'behaviour',
          row.cell(result === null ? 'result' : 'behaviour'),
        ),
      )
    return { is: 'accepted', record: { ...record, rating, ratingComputed: false }, warnings }
  },
}

/** A mandatory day that has come already. */
const pastDay = (row: RowReader, field: string, asOf: Day): Day | ReturnType<typeof rejected> => {
  const cell = row.cell(field)
  const day = readDay(cell)
  if (day.is === 'missing') return rejected('TANGGAL_KOSONG', field, cell)
  if (day.is === 'invalid') return rejected('TANGGAL_TIDAK_SAH', field, cell)
  return day.value > asOf ? rejected('TANGGAL_MASA_DEPAN', field, cell) : day.value
}

const levelOf = (cell: Cell, least: number): number | null | 'outside' => {
  const level = readNumber(cell)
  if (level.is === 'missing') return null
  return level.is === 'known' && Number.isInteger(level.value) && level.value >= least && level.value <= 5
    ? level.value
    : 'outside'
}

const validityMonths = 36

export const assessmentJudge: TableJudge<AssessmentRecord> = {
  keyField: 'nip',
  conflict: 'DATA_GANDA_BERTENTANGAN',
  key: record => `${record.nip}|${record.assessedOn}`,
  content: ({ levels, potential, jpmWritten }) => JSON.stringify([levels, potential, jpmWritten]),
  judge: (row, context) => {
    const nip = personOf(row, context)
    if (typeof nip !== 'string') return nip
    const assessedOn = pastDay(row, 'assessedOn', context.asOf)
    if (typeof assessedOn !== 'string') return assessedOn
    const warnings: Fault[] = []
    const levels: AssessmentRecord['levels'] = {}
    let standards = 0
    let reachedSum = 0
    let missingField: string | null = null
    for (const { code } of competencies) {
      const [standardField, reachedField] = [`standard.${code}`, `reached.${code}`]
      if (!row.has(standardField) && !row.has(reachedField)) continue
      const standard = levelOf(row.cell(standardField), 1)
      const reached = levelOf(row.cell(reachedField), 0)
      if (standard === 'outside')
        return rejected('LEVEL_DI_LUAR_SKALA', standardField, row.cell(standardField), `standar ${code}, skala 1-5`)
      if (reached === 'outside')
        return rejected('LEVEL_DI_LUAR_SKALA', reachedField, row.cell(reachedField), `capaian ${code}, skala 0-5`)
      if (reached === null) missingField ??= reachedField
      else if (standard === null && row.has(standardField)) missingField ??= standardField
      standards += standard ?? 0
      reachedSum += reached ?? 0
      levels[code] = { standard, reached }
    }
    if (missingField !== null) warnings.push(fault('LEVEL_KOSONG', missingField, row.cell(missingField)))
    const jpm = missingField === null && standards > 0 ? (reachedSum / standards) * 100 : null
    const written = readNumber(row.cell('jpm'))
    if (written.is === 'known' && jpm !== null && Math.abs(written.value - jpm) > 0.05)
      warnings.push(fault('JPM_BERBEDA', 'jpm', row.cell('jpm'), jpm.toFixed(2).replace('.', ',')))
    const potential: Record<string, number | null> = {}
    for (const { key } of potentialAspects) {
      const field = `potential.${key}`
      if (!row.has(field)) continue
      const value = readNumber(row.cell(field))
      const isGood = value.is === 'known' && value.value >= 0 && value.value <= 100
      if (value.is !== 'missing' && !isGood) warnings.push(fault('POTENSI_TIDAK_TERBACA', field, row.cell(field)))
      potential[key] = isGood ? value.value : null
    }
    const isExpired = addMonths(assessedOn, validityMonths) < context.asOf
    if (isExpired) warnings.push(fault('PENILAIAN_KEDALUWARSA', 'assessedOn', row.cell('assessedOn'), assessedOn))
    return {
      is: 'accepted',
      warnings,
      record: {
        type: 'assessment',
        nip,
        assessedOn,
        position: textOf(row.cell('position')),
        purpose: textOf(row.cell('purpose')),
        organiser: textOf(row.cell('organiser')),
        levels,
        jpm,
        jpmWritten: orNull(written),
        category: textOf(row.cell('category')),
        potential,
        isExpired,
      },
    }
  },
}

/** A certificate's number by its digits and letters; a leading `No.` is no part of it. */
export const certificateKey = (certificate: string): string =>
  squash(certificate.replace(/^\s*(nomor|no|num)\b[.:\s]*/i, ''))

/** Training rows; from SIASN an end date may be missing, the row then counts in no year. */
export const trainingJudge = (isEndOptional = false): TableJudge<TrainingRecord> => ({
  keyField: 'certificate',
  conflict: null,
  duplicate: 'DUPLIKAT_SERTIFIKAT',
  key: r => `${r.nip}|${r.certificate ? certificateKey(r.certificate) : `${fold(r.name)}|${r.endsOn}`}`,
  content: r => JSON.stringify([r.nip, fold(r.name), r.startsOn, r.endsOn, r.jp, r.certificate?.toLowerCase(), r.form]),
  judge: (row, context) => {
    const nip = personOf(row, context)
    if (typeof nip !== 'string') return nip
    const name = textOf(row.cell('course'))
    if (name === null) return rejected('NAMA_DIKLAT_KOSONG', 'course', row.cell('course'))
    const warnings: Fault[] = []
    const warn = (code: string, field: string): void => {
      warnings.push(fault(code, field, row.cell(field)))
    }
    let endsOn: Day | null = null
    // One column for both days: `3 s.d. 5 Februari 2026`.
    const isHeld = row.has('heldOn') && !row.has('endsOn')
    const held = readDays(row.cell('heldOn'))
    if (isHeld) {
      if (held.is === 'missing') return rejected('TANGGAL_KOSONG', 'heldOn', row.cell('heldOn'))
      if (held.is === 'invalid') return rejected('TANGGAL_TIDAK_SAH', 'heldOn', row.cell('heldOn'))
      if (held.value.to > context.asOf) return rejected('TANGGAL_MASA_DEPAN', 'heldOn', row.cell('heldOn'))
      endsOn = held.value.to
    } else if (!(isEndOptional && isMissing(row.cell('endsOn')))) {
      const end = pastDay(row, 'endsOn', context.asOf)
      if (typeof end !== 'string') return end
      endsOn = end
    }
    const start = readDay(row.cell('startsOn'))
    if (start.is === 'invalid') warn('TGL_MULAI_TIDAK_SAH', 'startsOn')
    const startsOn = orNull(start) ?? (isHeld && held.is === 'known' ? held.value.from : null)
    if (startsOn && endsOn && endsOn < startsOn) return rejected('TANGGAL_TERBALIK', 'endsOn', row.cell('endsOn'))
    const jp = readNumber(row.cell('jp'))
    if (jp.is === 'invalid') return rejected('JP_TIDAK_TERBACA', 'jp', row.cell('jp'))
    if (jp.is === 'known' && jp.value <= 0) return rejected('JP_TIDAK_POSITIF', 'jp', row.cell('jp'))
    if (jp.is === 'missing') warn('JP_KOSONG', 'jp')
    const formWritten = textOf(row.cell('form'))
    const form = formWritten === null ? null : trainingFormOf(formWritten)
    if (formWritten !== null && form === null) warn('JENIS_TIDAK_DIKENAL', 'form')
    const certificate = textOf(row.cell('certificate'))
    if (certificate === null) warn('SERTIFIKAT_KOSONG', 'certificate')
    if (isBroken(name)) warn('TEKS_RUSAK', 'course')
    return {
      is: 'accepted',
      warnings,
      record: {
        type: 'training',
        nip,
        form,
        formWritten,
        name,
        organiser: textOf(row.cell('organiser')),
        startsOn,
        endsOn,
        jp: orNull(jp),
        certificate,
        externalId: textOf(row.cell('externalId')),
      },
    }
  },
})

const stillThere = /^(sekarang|saat ini|kini|s\.?\/?d\.? ?sekarang|hingga kini|sampai sekarang|masih)$/i

export const careerJudge: TableJudge<CareerRecord> = {
  keyField: 'nip',
  conflict: 'DATA_GANDA_BERTENTANGAN',
  key: r => `${r.nip}|${r.startsOn}|${fold(r.position)}|${r.assignment}`,
  content: r => `${r.endsOn}|${r.unit ? fold(r.unit) : ''}`,
  judge: (row, context) => {
    const nip = personOf(row, context)
    if (typeof nip !== 'string') return nip
    const position = textOf(row.cell('position'))
    if (position === null) return rejected('NAMA_JABATAN_KOSONG', 'position', row.cell('position'))
    const start = readDay(row.cell('startsOn'))
    if (start.is === 'missing') return rejected('TANGGAL_KOSONG', 'startsOn', row.cell('startsOn'))
    if (start.is === 'invalid') return rejected('TANGGAL_TIDAK_SAH', 'startsOn', row.cell('startsOn'))
    const endCell = row.cell('endsOn')
    const isOpen = isMissing(endCell) || stillThere.test(textOf(endCell) ?? '')
    const end = isOpen ? null : readDay(endCell)
    if (end?.is === 'invalid') return rejected('TANGGAL_TIDAK_SAH', 'endsOn', endCell)
    const endsOn = end?.is === 'known' ? end.value : null
    if (endsOn && endsOn < start.value) return rejected('TANGGAL_TERBALIK', 'endsOn', endCell)
    const warnings: Fault[] = []
    const assignment = assignmentOf(row.cell('assignment'))
    if (assignment === null && !isMissing(row.cell('assignment')))
      warnings.push(fault('PENUGASAN_TIDAK_DIKENAL', 'assignment', row.cell('assignment')))
    const unitWritten = textOf(row.cell('unit'))
    const match = unitWritten === null ? null : context.units.match(unitWritten)
    return {
      is: 'accepted',
      warnings,
      record: {
        type: 'career',
        nip,
        position,
        tier: textOf(row.cell('tier')),
        unit: match && match.is !== 'unknown' ? match.unit.name : unitWritten,
        startsOn: start.value,
        endsOn,
        assignment,
        family: textOf(row.cell('family')),
        decree: textOf(row.cell('decree')),
        externalId: textOf(row.cell('externalId')),
      },
    }
  },
}

export const disciplineJudge: TableJudge<DisciplineRecord> = {
  keyField: 'nip',
  conflict: 'DATA_GANDA_BERTENTANGAN',
  key: r => `${r.nip}|${r.startsOn}|${r.decree ? squash(r.decree) : fold(r.sanction)}`,
  judge: (row, context) => {
    const nip = personOf(row, context)
    if (typeof nip !== 'string') return nip
    const sanction = textOf(row.cell('sanction'))
    if (sanction === null) return rejected('JENIS_HUKUMAN_KOSONG', 'sanction', row.cell('sanction'))
    const start = readDay(row.cell('startsOn'))
    if (start.is === 'missing') return rejected('TANGGAL_KOSONG', 'startsOn', row.cell('startsOn'))
    if (start.is === 'invalid') return rejected('TANGGAL_TIDAK_SAH', 'startsOn', row.cell('startsOn'))
    const end = readDay(row.cell('endsOn'))
    if (end.is === 'invalid') return rejected('TANGGAL_TIDAK_SAH', 'endsOn', row.cell('endsOn'))
    if (end.is === 'known' && end.value < start.value) return rejected('TANGGAL_TERBALIK', 'endsOn', row.cell('endsOn'))
    const severity = severityOf(row.cell('severity'))
    const warnings = severity === null ? [fault('TINGKAT_TIDAK_DIKENAL', 'severity', row.cell('severity'))] : []
    return {
      is: 'accepted',
      warnings,
      record: {
        type: 'discipline',
        nip,
        sanction,
        severity,
        startsOn: start.value,
        endsOn: orNull(end),
        decree: textOf(row.cell('decree')),
        externalId: textOf(row.cell('externalId')),
      },
    }
  },
}

export const awardJudge: TableJudge<AwardRecord> = {
  keyField: 'nip',
  conflict: 'DATA_GANDA_BERTENTANGAN',
  key: r => `${r.nip}|${fold(r.name)}|${r.year}`,
  judge: (row, context) => {
    const nip = personOf(row, context)
    if (typeof nip !== 'string') return nip
    const name = textOf(row.cell('name'))
    if (name === null) return rejected('NAMA_PENGHARGAAN_KOSONG', 'name', row.cell('name'))
    const decreeOn = orNull(readDay(row.cell('decreeOn')))
    const year = readYear(cellText(row.cell('year')))
    return {
      is: 'accepted',
      warnings: [],
      record: {
        type: 'award',
        nip,
        name,
        year: orNull(year),
        decree: textOf(row.cell('decree')),
        decreeOn,
        externalId: textOf(row.cell('externalId')),
      },
    }
  },
}

const boxes = [
  [1, 3, 6],
  [2, 5, 8],
  [4, 7, 9],
]
const third = (value: number): number => (value >= 80 - 1e-9 ? 2 : value >= 60 - 1e-9 ? 1 : 0)

/** The talent sheet: weights and cuts of BKN-SIMATA (60 and 80, lower bound included); the computed figures stand. */
export const talentJudge: TableJudge<TalentRecord> = {
  keyField: 'nip',
  conflict: 'DATA_GANDA_BERTENTANGAN',
  key: record => record.nip,
  content: ({ parts }) => JSON.stringify(parts),
  judge: (row, context) => {
    const nip = personOf(row, context)
    if (typeof nip !== 'string') return nip
    const parts: Record<string, number | null> = {}
    const warnings: Fault[] = []
    const axes = { x: { sum: 0, missing: [] as string[] }, y: { sum: 0, missing: [] as string[] } }
    for (const { key, axis, name, weight } of talentParts) {
      const cell = row.cell(`part.${key}`)
      const value = readNumber(cell)
      if (value.is === 'invalid') return rejected('NILAI_TIDAK_TERBACA', `part.${key}`, cell)
      if (value.is === 'known' && (value.value < 0 || value.value > 100))
        return rejected('NILAI_DI_LUAR_RENTANG', `part.${key}`, cell, 'skala 0-100')
      parts[key] = orNull(value)
      if (value.is === 'known') axes[axis].sum += value.value * weight
      else axes[axis].missing.push(`${axis.toUpperCase()} - ${name}`)
    }
    const [x, y] = [axes.x, axes.y].map(({ sum, missing }) => (missing.length === 0 ? sum / 100 : null))
    const box = x !== null && y !== null ? boxes[third(y)][third(x)] : null
    const missing = [...axes.x.missing, ...axes.y.missing]
    if (box === null) warnings.push(fault('BELUM_DAPAT_DIPETAKAN', null, '', missing.join(', ')))
    const written = {
      x: readNumber(row.cell('xWritten')),
      y: readNumber(row.cell('yWritten')),
      box: readNumber(row.cell('boxWritten')),
    }
    for (const [axis, computed] of [
      ['x', x],
      ['y', y],
    ] as const) {
      const told = written[axis]
      if (told.is === 'known' && computed !== null && Math.abs(told.value - computed) > 0.05)
        warnings.push(
          fault('NILAI_BERBEDA', `${axis}Written`, row.cell(`${axis}Written`), computed.toFixed(2).replace('.', ',')),
        )
    }
    if (written.box.is === 'known' && written.box.value !== box)
      warnings.push(
        fault(
          'BOX_BERBEDA',
          'boxWritten',
          row.cell('boxWritten'),
          box === null ? 'belum dapat dipetakan' : String(box),
        ),
      )
    return {
      is: 'accepted',
      warnings,
      record: {
        type: 'talent',
        nip,
        unit: textOf(row.cell('unit')),
        position: textOf(row.cell('position')),
        parts,
        x,
        y,
        box,
        xWritten: orNull(written.x),
        yWritten: orNull(written.y),
        boxWritten: orNull(written.box),
      },
    }
  },
}
