import { addMonths, type Day, dayFrom, monthOf, yearOf } from '#core/values/day.ts'
import { birthDateOfNip, employmentOfNip, sexOfNip } from '#core/values/nip.ts'
import { tierOf } from '#domain/workforce/position/position-tier.ts'
import { type Cell, cellText } from '../grid/grid.ts'
import type { EmployeeRecord } from '../records.ts'
import type { RowReader } from '../table/data-rows.ts'
import { orNull, readDay, readYear } from '../value/day.ts'
import { readNip } from '../value/nip-cell.ts'
import { fold, isBroken, isMissing, plainName, textOf } from '../value/text.ts'
import { educationOf, rankOf, sexOf, statusOf, yesOrNo } from '../value/words.ts'
import { type Fault, fault, optionalNip, rejected, type TableJudge, unitOf } from './judge.ts'

/** BUP of a civil servant: 60 for JPT, JF Ahli Madya and teachers, 65 for JF Ahli Utama, else 58. */
const retirementAge = (position: string, tier: string): number =>
  tier === 'JF Ahli Utama'
    ? 65
    : tier.startsWith('JPT') || tier === 'JF Ahli Madya' || /^guru\b/i.test(position)
      ? 60
      : 58

/** TMT pensiun: the first of the month after the month of the birthday. */
const retirementDay = (birth: Day, age: number): Day => addMonths(dayFrom(yearOf(birth) + age, monthOf(birth), 1), 1)

/** The name with degrees, also where those stand in columns of their own. */
const fullName = (row: RowReader): string | null => {
  const name = textOf(row.cell('name'))
  if (name === null) return null
  const [before, after] = [textOf(row.cell('frontTitle')), textOf(row.cell('backTitle'))]
  return `${before === null ? '' : `${before} `}${name}${after === null ? '' : `, ${after}`}`
}

/** Place and day of birth, also out of one cell: `Tirtasari, 13-02-1983`. */
const birthOf = (row: RowReader): { isTold: boolean; place: Cell; date: Cell } => {
  if (row.has('birthDate') || !row.has('birthPlaceAndDate'))
    return { isTold: row.has('birthDate'), place: row.cell('birthPlace'), date: row.cell('birthDate') }
  const m = /^(.*?)[\s,/]+(\d.*)$/s.exec(textOf(row.cell('birthPlaceAndDate')) ?? '')
  return { isTold: true, place: m ? m[1] : row.cell('birthPlaceAndDate'), date: m ? m[2] : null }
}

export const employeeJudge: TableJudge<EmployeeRecord> = {
  keyField: 'nip',
  conflict: 'NIP_GANDA_BERTENTANGAN',
  key: record => record.nip,
  learn: (record, context) => {
    context.employees.set(record.nip, {
      nip: record.nip,
      name: record.name,
      birthDate: record.birthDate,
      supervisorNip: record.supervisorNip,
    })
  },
  judge: (row, context) => {
    const nip = readNip(row.cell('nip'))
    if (nip.is === 'fault') return rejected(nip.code, 'nip', row.cell('nip'))
    const name = fullName(row)
    if (name === null) return rejected('NAMA_KOSONG', 'name', row.cell('name'))
    const writtenStatus = row.has('status') ? row.cell('status') : employmentOfNip(nip.value)
    if (isMissing(writtenStatus)) return rejected('STATUS_KOSONG', 'status', writtenStatus)
    const status = statusOf(writtenStatus)
    if (status === null) return rejected('STATUS_TIDAK_DIKENAL', 'status', writtenStatus)
    const unit = unitOf(row, context)
    if ('is' in unit) return unit
    const warnings: Fault[] = [...unit.warnings]
    const warn = (code: string, field: string, detail?: string): void => {
      warnings.push(fault(code, field, row.cell(field), detail))
    }
    if (isBroken(name)) warn('TEKS_RUSAK', 'name')

    const sex = row.has('sex') ? sexOf(row.cell('sex')) : sexOfNip(nip.value)
    if (sex === null) warn('JK_TIDAK_DIKENAL', 'sex')
    else if (sexOfNip(nip.value) !== null && sex !== sexOfNip(nip.value))
      warn('JK_BEDA_NIP', 'sex', sexOfNip(nip.value) ?? '')

    const born = birthOf(row)
    const birth = readDay(born.date)
    if (born.isTold) {
      if (birth.is === 'missing') warn('TGL_LAHIR_KOSONG', 'birthDate')
      if (birth.is === 'invalid') warn('TGL_LAHIR_TIDAK_SAH', 'birthDate')
      if (birth.is === 'known' && birth.value !== birthDateOfNip(nip.value))
        warn('TGL_LAHIR_BEDA_NIP', 'birthDate', birthDateOfNip(nip.value) ?? '')
    }
    const birthDate = born.isTold ? orNull(birth) : birthDateOfNip(nip.value)
    if (status === 'PNS' && employmentOfNip(nip.value) === 'PPPK') warn('STATUS_BEDA_NIP', 'status')

    const position = textOf(row.cell('position'))
    if (position !== null && context.positions.size > 0 && !context.positions.has(fold(position)))
      warn('JABATAN_TIDAK_DIKENAL', 'position')
    const since = readDay(row.cell('positionSince'))
    if (row.has('positionSince')) {
      if (since.is === 'missing') warn('TMT_KOSONG', 'positionSince')
      if (since.is === 'invalid') warn('TMT_TIDAK_SAH', 'positionSince')
    }
    const rankSince = readDay(row.cell('rankSince'))
    if (rankSince.is === 'invalid') warn('TMT_GOLONGAN_TIDAK_SAH', 'rankSince')

    const rankText = textOf(row.cell('rank'))
    const rank = rankText === null ? null : rankOf(rankText)
    if (rankText !== null && rank === null) warn('GOLONGAN_TIDAK_DIKENAL', 'rank')
    const schooling = textOf(row.cell('education'))
    const education = schooling === null ? null : educationOf(schooling)
    if (row.has('education') && schooling === null) warn('PENDIDIKAN_KOSONG', 'education')
    if (schooling !== null && education === null) warn('PENDIDIKAN_TIDAK_DIKENAL', 'education')

    const echelonOrTier = textOf(row.cell('echelonOrTier'))
    const bornOn = birthDate ?? birthDateOfNip(nip.value)
    // The age of retirement hangs on the tier: a list that does not tell it (SIASN's short export) cannot be judged.
    if (
      row.has('echelonOrTier') &&
      status === 'PNS' &&
      employmentOfNip(nip.value) === 'PNS' &&
      position !== null &&
      bornOn !== null
    ) {
      const leaves = retirementDay(bornOn, retirementAge(position, tierOf(position, echelonOrTier)))
      if (leaves <= context.asOf) warnings.push(fault('MELEWATI_BUP', 'birthDate', row.cell('birthDate'), leaves))
    }
    const supervisorCell = row.cell('supervisorNip')
    if (row.has('supervisorNip') && isMissing(supervisorCell)) warn('ATASAN_KOSONG', 'supervisorNip')
    const supervisorNip = optionalNip(supervisorCell)
    if (!isMissing(supervisorCell) && supervisorNip === null) warn('ATASAN_TIDAK_DITEMUKAN', 'supervisorNip')

    return {
      is: 'accepted',
      warnings,
      record: {
        type: 'employee',
        nip: nip.value,
        name,
        plainName: plainName(name),
        sex,
        birthDate,
        birthPlace: textOf(born.place),
        status,
        rank,
        rankTitle: textOf(row.cell('rankTitle')),
        rankSince: orNull(rankSince),
        unit: unit.unit.name,
        unitCode: unit.unit.code ?? null,
        position,
        echelonOrTier,
        positionSince: orNull(since),
        education,
        major: textOf(row.cell('major')),
        graduationYear: orNull(readYear(cellText(row.cell('graduationYear')))),
        supervisorNip,
        supervisorName: textOf(row.cell('supervisorName')),
        email: textOf(row.cell('email')),
        phone: textOf(row.cell('phone')),
        locationClass: textOf(row.cell('locationClass'))?.toLowerCase() ?? null,
        isDisabled: yesOrNo(row.cell('disability')),
      },
    }
  },
}
