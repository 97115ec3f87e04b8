import type {
  BudgetRecord,
  ClassDateRecord,
  IndicatorRecord,
  ModuleRecord,
  PositionStandardRecord,
  UnitRecord,
} from '../records.ts'
import { competencies } from '../table/table-spec.ts'
import { orNull, readDay, readMonth } from '../value/day.ts'
import { readMoney, readNumber } from '../value/number.ts'
import { fold, squash, textOf, tidy } from '../value/text.ts'
import { fundingSourceOf, methodOf } from '../value/words.ts'
import { type Fault, fault, rejected, type TableJudge, unitOf } from './judge.ts'

export const unitJudge: TableJudge<UnitRecord> = {
  keyField: 'name',
  conflict: 'DATA_GANDA_BERTENTANGAN',
  key: record => squash(record.name),
  learn: (record, context) => context.units.add(record),
  judge: row => {
    const name = textOf(row.cell('name'))
    if (name === null) return rejected('NAMA_UNIT_KOSONG', 'name', row.cell('name'))
    return {
      is: 'accepted',
      warnings: [],
      record: {
        type: 'unit',
        code: textOf(row.cell('code')),
        name,
        shortName: textOf(row.cell('shortName')),
        kind: textOf(row.cell('kind')),
        parent: textOf(row.cell('parent')),
        district: textOf(row.cell('district')),
        locationClass: textOf(row.cell('locationClass'))?.toLowerCase() ?? null,
      },
    }
  },
}

/** `Manajemen Proyek = 3; M.4=3` as pairs; also `:` and `(3)`, and line breaks. */
export const pairsOf = (text: string): { name: string; level: number | null }[] =>
  text
    .split(/[;\n]+/)
    .map(part => part.trim())
    .filter(part => part !== '' && part !== '-')
    .map(part => {
      const m =
        /^(.*?)\s*(?:[=:]\s*(?:level\s*)?(-?\d+(?:[.,]\d+)?)|\((?:level\s*)?(-?\d+)\)|\blevel\s+(-?\d+))\s*$/i.exec(
          part,
        )
      return m
        ? { name: tidy(m[1]), level: Number((m[2] ?? m[3] ?? m[4]).replace(',', '.')) }
        : { name: tidy(part), level: null }
    })

const isLevel = (level: number): boolean => Number.isInteger(level) && level >= 1 && level <= 5

export const positionStandardJudge: TableJudge<PositionStandardRecord> = {
  keyField: 'name',
  conflict: 'DATA_GANDA_BERTENTANGAN',
  key: record => fold(record.name),
  content: record =>
    JSON.stringify([
      record.levels,
      record.technical.map(t => [fold(t.name), t.level]),
      record.minimumEducation,
      record.minimumRank,
    ]),
  learn: (record, context) => {
    context.positions.add(fold(record.name))
    for (const { name } of record.technical) context.competencies.add(`T.${name}`.toUpperCase())
  },
  judge: row => {
    const name = textOf(row.cell('name'))
    if (name === null) return rejected('NAMA_JABATAN_KOSONG', 'name', row.cell('name'))
    const levels: Record<string, number | null> = {}
    const warnings: Fault[] = []
    for (const { code } of competencies) {
      const field = `level.${code}`
      const level = readNumber(row.cell(field))
      if (level.is === 'invalid' || (level.is === 'known' && !isLevel(level.value)))
        return rejected('LEVEL_DI_LUAR_SKALA', field, row.cell(field), `${code}, skala 1-5`)
      levels[code] = orNull(level)
      if (level.is === 'missing' && row.has(field)) warnings.push(fault('LEVEL_KOSONG', field, row.cell(field)))
    }
    const technical: { name: string; level: number }[] = []
    for (const pair of pairsOf(textOf(row.cell('technical')) ?? '')) {
      if (pair.level === null) warnings.push(fault('LEVEL_KOSONG', 'technical', row.cell('technical'), pair.name))
      else if (!isLevel(pair.level))
        return rejected('LEVEL_DI_LUAR_SKALA', 'technical', row.cell('technical'), `${pair.name}, skala 1-5`)
      else technical.push({ name: pair.name.replace(/^T\.\s*/, ''), level: pair.level })
    }
    const trainings = (textOf(row.cell('trainings')) ?? '')
      .split(/[;\n]+/)
      .map(tidy)
      .filter(text => text !== '' && text !== '-')
      .map(text => {
        const m = /^(.*?)\s*\(([^)]+)\)$/.exec(text)
        return m ? { name: m[1], importance: m[2] } : { name: text, importance: null }
      })
    return {
      is: 'accepted',
      warnings,
      record: {
        type: 'position-standard',
        code: textOf(row.cell('code')),
        name,
        tier: textOf(row.cell('tier')),
        affair: textOf(row.cell('affair')),
        levels,
        technical,
        minimumEducation: textOf(row.cell('minimumEducation')),
        minimumRank: textOf(row.cell('minimumRank')),
        trainings,
        experience: textOf(row.cell('experience')),
      },
    }
  },
}

const codeByName = new Map(competencies.map(c => [squash(c.name), c.code]))

/** `M.3`, `m3`, `Komunikasi`, `T.Analisis Data`; null: no such competency. */
const competencyCode = (written: string, known: ReadonlySet<string>): string | null => {
  const m = /^(M|SK)[\s.-]*(\d+)$/i.exec(written)
  if (m) {
    const code = `${m[1].toUpperCase()}.${m[2]}`
    return competencies.some(c => c.code === code) || known.has(code) ? code : null
  }
  const technical = /^T\.\s*(\S.*)$/i.exec(written)
  if (technical) return `T.${technical[1]}`
  return codeByName.get(squash(written)) ?? (known.has(`T.${written}`.toUpperCase()) ? `T.${written}` : null)
}

export const moduleJudge: TableJudge<ModuleRecord> = {
  keyField: 'code',
  conflict: 'DATA_GANDA_BERTENTANGAN',
  key: record => fold(record.code ?? record.name),
  learn: (record, context) => {
    if (record.code) context.modules.add(fold(record.code))
  },
  judge: (row, context) => {
    const name = textOf(row.cell('name'))
    if (name === null) return rejected('NAMA_MODUL_KOSONG', 'name', row.cell('name'))
    const builds: { code: string; level: number }[] = []
    for (const pair of pairsOf(textOf(row.cell('builds')) ?? '')) {
      const code = competencyCode(pair.name, context.competencies)
      if (code === null) return rejected('KOMPETENSI_TIDAK_DIKENAL', 'builds', row.cell('builds'), pair.name)
      if (pair.level === null || !isLevel(pair.level))
        return rejected('LEVEL_DI_LUAR_SKALA', 'builds', row.cell('builds'), `${pair.name}, skala 1-5`)
      builds.push({ code, level: pair.level })
    }
    const methodText = textOf(row.cell('method'))
    const method = methodText === null ? null : methodOf(methodText)
    if (method === null)
      return rejected(methodText === null ? 'METODE_KOSONG' : 'METODE_TIDAK_DIKENAL', 'method', row.cell('method'))
    const jp = readNumber(row.cell('jp'))
    if (jp.is === 'missing') return rejected('JP_WAJIB', 'jp', row.cell('jp'))
    if (jp.is === 'invalid') return rejected('JP_TIDAK_TERBACA', 'jp', row.cell('jp'))
    if (jp.value <= 0) return rejected('JP_TIDAK_POSITIF', 'jp', row.cell('jp'))
    const seats = readNumber(row.cell('seats'))
    if (seats.is === 'invalid') return rejected('KURSI_TIDAK_TERBACA', 'seats', row.cell('seats'))
    if (seats.is === 'known' && (seats.value <= 0 || !Number.isInteger(seats.value)))
      return rejected('KURSI_TIDAK_POSITIF', 'seats', row.cell('seats'))
    const cost = readMoney(row.cell('costPerPerson'))
    if (cost.is === 'known' && cost.value < 0)
      return rejected('BIAYA_NEGATIF', 'costPerPerson', row.cell('costPerPerson'))
    const warnings: Fault[] = []
    if (seats.is === 'missing') warnings.push(fault('KURSI_KOSONG', 'seats', row.cell('seats')))
    if (cost.is === 'missing') warnings.push(fault('BIAYA_KOSONG', 'costPerPerson', row.cell('costPerPerson')))
    if (cost.is === 'invalid') warnings.push(fault('BIAYA_TIDAK_TERBACA', 'costPerPerson', row.cell('costPerPerson')))
    return {
      is: 'accepted',
      warnings,
      record: {
        type: 'module',
        code: textOf(row.cell('code')),
        name,
        builds,
        method,
        organiser: textOf(row.cell('organiser')),
        jp: jp.value,
        costPattern: textOf(row.cell('costPattern')),
        costPerPerson: orNull(cost),
        seats: orNull(seats),
        target: textOf(row.cell('target')),
      },
    }
  },
}

export const classDateJudge: TableJudge<ClassDateRecord> = {
  keyField: 'moduleCode',
  conflict: 'DATA_GANDA_BERTENTANGAN',
  key: r => `${fold(r.moduleCode)}|${r.batch ?? r.startsOn}`,
  judge: (row, context) => {
    const code = textOf(row.cell('moduleCode'))
    if (code === null || !context.modules.has(fold(code)))
      return rejected('MODUL_TIDAK_DIKENAL', 'moduleCode', row.cell('moduleCode'))
    const dates = [readDay(row.cell('startsOn')), readDay(row.cell('endsOn'))]
    for (const [i, day] of dates.entries()) {
      const field = i === 0 ? 'startsOn' : 'endsOn'
      if (day.is !== 'known')
        return rejected(day.is === 'missing' ? 'TANGGAL_KOSONG' : 'TANGGAL_TIDAK_SAH', field, row.cell(field))
    }
    const [startsOn, endsOn] = dates.map(orNull)
    if (startsOn === null || endsOn === null || endsOn < startsOn)
      return rejected('TANGGAL_TERBALIK', 'endsOn', row.cell('endsOn'))
    const seats = readNumber(row.cell('seats'))
    if (seats.is === 'known' && seats.value <= 0) return rejected('KURSI_TIDAK_POSITIF', 'seats', row.cell('seats'))
    const warnings = seats.is !== 'known' && row.has('seats') ? [fault('KURSI_KOSONG', 'seats', row.cell('seats'))] : []
    return {
      is: 'accepted',
      warnings,
      record: {
        type: 'class-date',
        moduleCode: code,
        batch: textOf(row.cell('batch')),
        startsOn,
        endsOn,
        place: textOf(row.cell('place')),
        seats: orNull(seats),
      },
    }
  },
}

export const budgetJudge: TableJudge<BudgetRecord> = {
  keyField: 'account',
  conflict: 'DATA_GANDA_BERTENTANGAN',
  key: r => `${squash(r.unit)}|${fold(r.activity ?? '')}|${fold(r.account ?? '')}|${r.source}`,
  judge: (row, context) => {
    const unit = unitOf(row, context)
    if ('is' in unit) return unit
    const sourceText = textOf(row.cell('source'))
    if (sourceText === null) return rejected('SUMBER_DANA_KOSONG', 'source', row.cell('source'))
    const source = fundingSourceOf(sourceText)
    if (source === null) return rejected('SUMBER_DANA_TIDAK_DIKENAL', 'source', row.cell('source'))
    const ceiling = readMoney(row.cell('ceiling'))
    if (ceiling.is === 'missing') return rejected('PAGU_KOSONG', 'ceiling', row.cell('ceiling'))
    if (ceiling.is === 'invalid') return rejected('PAGU_TIDAK_TERBACA', 'ceiling', row.cell('ceiling'))
    if (ceiling.value < 0) return rejected('PAGU_NEGATIF', 'ceiling', row.cell('ceiling'))
    const warnings = [...unit.warnings]
    const committed = readMoney(row.cell('committed'))
    if (committed.is === 'invalid') warnings.push(fault('KOMITMEN_TIDAK_TERBACA', 'committed', row.cell('committed')))
    const realised = readMoney(row.cell('realised'))
    if (realised.is === 'missing') warnings.push(fault('REALISASI_KOSONG', 'realised', row.cell('realised')))
    if (realised.is === 'invalid') warnings.push(fault('REALISASI_TIDAK_TERBACA', 'realised', row.cell('realised')))
    if (realised.is === 'known' && realised.value > ceiling.value)
      warnings.push(fault('REALISASI_MELEBIHI_PAGU', 'realised', row.cell('realised'), String(ceiling.value)))
    return {
      is: 'accepted',
      warnings,
      record: {
        type: 'budget',
        unit: unit.unit.name,
        unitCode: unit.unit.code ?? null,
        activity: textOf(row.cell('activity')),
        account: textOf(row.cell('account')),
        source,
        ceiling: ceiling.value,
        committed: orNull(committed),
        realised: orNull(realised),
      },
    }
  },
}

const indicators: [RegExp, string, number | null][] = [
  // The share of late projects; how long a delay lasts is another indicator.
  [/^(?!.*(lama|hari|median|durasi)).*(keterlambatan|terlambat)/, 'keterlambatan_proyek', 100],
  [/serapan|penyerapan/, 'serapan_anggaran', 100],
  [/pengaduan|aduan|keluhan/, 'pengaduan', null],
  [/waktulayanan|lamalayanan|waktupelayanan/, 'waktu_layanan', null],
]

export const indicatorJudge: TableJudge<IndicatorRecord> = {
  keyField: 'indicator',
  conflict: 'DATA_GANDA_BERTENTANGAN',
  key: r => `${squash(r.unit)}|${r.month}|${r.indicator}`,
  content: r => `${r.value}|${r.numerator}|${r.denominator}`,
  judge: (row, context) => {
    const unit = unitOf(row, context)
    if ('is' in unit) return unit
    const month = readMonth(row.cell('month'))
    if (month.is !== 'known')
      return rejected(month.is === 'missing' ? 'BULAN_KOSONG' : 'BULAN_TIDAK_SAH', 'month', row.cell('month'))
    const written = textOf(row.cell('indicator'))
    if (written === null) return rejected('INDIKATOR_KOSONG', 'indicator', row.cell('indicator'))
    const known = indicators.find(([pattern]) => pattern.test(squash(written)))
    const measure = textOf(row.cell('measure'))
    const isShare = known ? known[2] !== null : measure === '%' || /persen/i.test(measure ?? '')
    const value = readNumber(row.cell('value'))
    if (value.is === 'invalid') return rejected('NILAI_TIDAK_TERBACA', 'value', row.cell('value'))
    if (value.is === 'known' && (value.value < 0 || (isShare && value.value > 100)))
      return rejected(
        'NILAI_DI_LUAR_RENTANG',
        'value',
        row.cell('value'),
        isShare ? 'persentase 0-100' : 'tidak boleh negatif',
      )
    const warnings = [...unit.warnings]
    if (value.is === 'missing') warnings.push(fault('NILAI_KOSONG', 'value', row.cell('value')))
    return {
      is: 'accepted',
      warnings,
      record: {
        type: 'indicator',
        unit: unit.unit.name,
        unitCode: unit.unit.code ?? null,
        month: month.value,
        indicator: known?.[1] ?? fold(written).replace(/ /g, '_'),
        numerator: orNull(readNumber(row.cell('numerator'))),
        denominator: orNull(readNumber(row.cell('denominator'))),
        value: orNull(value),
        measure,
      },
    }
  },
}
