import { formatDay, formatList, formatNumber, formatRupiah, formatShare, type Locale } from '#core/text/format.ts'
import type { ConflictItem, Detail, PlannerSolution, WhyOut } from './solution.model.ts'

/** The optimiser's codes as sentences. Ids are turned into names by the caller; an unknown id is shown as it is. */
export type Names = (
  kind: 'employee' | 'session' | 'module' | 'competency' | 'line' | 'unit' | 'floor',
  id: string,
) => string

const text = (detail: Detail, key: string): string => {
  const value = detail[key]
  return value === null || value === undefined ? '' : Array.isArray(value) ? value.join(', ') : String(value)
}
const amount = (detail: Detail, key: string): number => (typeof detail[key] === 'number' ? detail[key] : 0)
const list = (detail: Detail, key: string): string[] => {
  const value = detail[key]
  return Array.isArray(value) ? value : []
}

/** One binding rule of a person who is out, in one or two short sentences. */
export const bindingSentence = (binding: WhyOut['binding'][number], names: Names, locale: Locale = 'id'): string => {
  const { constraint: code, id, detail: d } = binding
  const id_ = locale === 'id'
  const session = names('session', text(d, 'session'))
  const n = (value: number) => formatNumber(value, { locale, digits: 2 })
  switch (code) {
    case 'NO_MODULE':
      return id_
        ? `Katalog belum memiliki modul untuk ${names('competency', id)} tingkat ${text(d, 'levels')}.`
        : `The catalogue has no module for ${names('competency', id)} level ${text(d, 'levels')}.`
    case 'NO_SESSION':
      return (
        {
          'unit-not-eligible': id_
            ? `Kelas ${session} tidak dibuka untuk unit ini.`
            : `${session} is not open to this unit.`,
          'no-payer': id_
            ? `Unit ini tidak memiliki baris anggaran yang menanggung ${session}.`
            : `This unit has no budget line that pays for ${session}.`,
        }[text(d, 'because')] ?? (id_ ? 'Belum ada kelas untuk modul ini.' : 'No class of this module is planned.')
      )
    case 'LOCK_NEVER':
      return id_ ? `Anda mengunci orang ini di luar ${session}.` : `You locked this person out of ${session}.`
    case 'COMPLETED':
      return id_ ? 'Modul ini sudah pernah diselesaikan.' : 'This module was completed before.'
    case 'PREREQUISITE': {
      const modules = list(d, 'modules').map(m => names('module', m))
      return id_
        ? `Harus lebih dahulu menyelesaikan ${modules.join(' atau ')}.`
        : `Must first complete ${modules.join(' or ')}.`
    }
    case 'ENTRY_LEVEL':
      return id_
        ? `Tingkat ${names('competency', text(d, 'competency'))} masih ${n(amount(d, 'current'))}; ${session} mulai dari ${n(amount(d, 'from'))}.`
        : `Level of ${names('competency', text(d, 'competency'))} is ${n(amount(d, 'current'))}; ${session} starts from ${n(amount(d, 'from'))}.`
    case 'DAYS':
      return id_
        ? `Hari pergi menjadi ${n(amount(d, 'planned') + amount(d, 'days'))}, paling banyak ${n(amount(d, 'most'))}.`
        : `Days away would be ${n(amount(d, 'planned') + amount(d, 'days'))}, at most ${n(amount(d, 'most'))}.`
    case 'MAX_MODULES':
      return id_
        ? `Sudah mendapat ${n(amount(d, 'most'))} modul, batas setahun.`
        : `Already has ${n(amount(d, 'most'))} modules, the year's limit.`
    case 'TIME': {
      const own = list(d, 'with').map(s => names('session', s))
      return id_
        ? `${session} bertepatan dengan ${formatList(own, locale)}.`
        : `${session} clashes with ${formatList(own, locale)}.`
    }
    case 'DUPLICATE': {
      const by = list(d, 'by').map(m => names('module', m))
      return id_
        ? `Kesenjangan ini sudah ditutup ${formatList(by, locale)} dalam rencana.`
        : `${formatList(by, locale)} in the plan already closes this gap.`
    }
    case 'CLASS_MIN':
      return id_
        ? `Kelas ${session} tidak dibuka: ${n(Math.min(amount(d, 'eligible'), amount(d, 'free')))} orang dapat ikut, paling sedikit ${n(amount(d, 'min'))}.`
        : `${session} does not open: ${n(Math.min(amount(d, 'eligible'), amount(d, 'free')))} people can attend, ${n(amount(d, 'min'))} are needed.`
    case 'TRAINER':
      return id_
        ? `Kelas ${session} tidak dibuka: tidak ada pengajar bebas pada ${formatDay(text(d, 'start'), 'long', locale)} sampai ${formatDay(text(d, 'end'), 'long', locale)}.`
        : `${session} does not open: no trainer is free from ${formatDay(text(d, 'start'), 'long', locale)} to ${formatDay(text(d, 'end'), 'long', locale)}.`
    case 'SEATS':
      return id_
        ? `Kursi ${session} sudah penuh (${n(amount(d, 'most'))}).`
        : `${session} is full (${n(amount(d, 'most'))}).`
    case 'COVERAGE':
      return id_
        ? `Pada ${formatDay(text(d, 'date'), 'long', locale)} ${names('unit', id)} sudah melepas ${n(amount(d, 'most'))} orang, batasnya.`
        : `On ${formatDay(text(d, 'date'), 'long', locale)} ${names('unit', id)} already has ${n(amount(d, 'most'))} people away, its limit.`
    case 'BUDGET':
      return id_
        ? `${names('line', id)} memerlukan ${formatRupiah(amount(d, 'need'))}, sisanya ${formatRupiah(amount(d, 'left'))}.`
        : `${names('line', id)} would need ${formatRupiah(amount(d, 'need'), 'en')}; ${formatRupiah(amount(d, 'left'), 'en')} is left.`
    case 'FAIRNESS':
      return id_
        ? `Syarat ${names('floor', id)} meminta sekurangnya ${formatShare(amount(d, 'share'))} kursi.`
        : `The floor ${names('floor', id)} asks for at least ${formatShare(amount(d, 'share'), 1, 'en')} of the seats.`
    case 'OUTRANKED': {
      const rival = text(d, 'rivalEmployee')
      const by = rival ? `${names('employee', rival)} (${names('session', text(d, 'rivalSession'))})` : null
      return id_
        ? `Nilainya ${n(amount(d, 'points'))} poin, lebih kecil daripada yang memakai sumber daya itu${by ? `, antara lain ${by}` : ''}.`
        : `Worth ${n(amount(d, 'points'))} points, less than what uses the same means${by ? `, such as ${by}` : ''}.`
    }
  }
}

/** One member of a conflict. */
export const conflictSentence = (item: ConflictItem, names: Names, locale: Locale = 'id'): string => {
  const id_ = locale === 'id'
  const who = names('employee', text(item, 'employee'))
  const where = item.session ? names('session', text(item, 'session')) : names('module', text(item, 'module'))
  switch (item.code) {
    case 'LOCK_MUST':
      return id_ ? `${who} dikunci di ${where}.` : `${who} is locked into ${where}.`
    case 'LOCK_NEVER':
      return id_ ? `${who} dikunci di luar ${where}.` : `${who} is locked out of ${where}.`
    case 'FAIRNESS':
      return id_ ? `Syarat ${names('floor', text(item, 'id'))}.` : `Floor ${names('floor', text(item, 'id'))}.`
    case 'BUDGET':
      return id_ ? `Pagu ${names('line', text(item, 'line'))}.` : `Amount of ${names('line', text(item, 'line'))}.`
    case 'COVERAGE':
      return id_
        ? `Batas orang pergi ${names('unit', text(item, 'unit'))} pada ${formatDay(text(item, 'date'), 'long', locale)}.`
        : `People away from ${names('unit', text(item, 'unit'))} on ${formatDay(text(item, 'date'), 'long', locale)}.`
    case 'CLASS_MIN':
      return id_ ? `Peserta paling sedikit ${where}.` : `Least number of people in ${where}.`
    case 'SEATS':
      return id_ ? `Kursi ${where}.` : `Seats of ${where}.`
    case 'TRAINER':
      return item.session
        ? id_
          ? `Kebutuhan pengajar ${where}.`
          : `Trainers needed by ${where}.`
        : id_
          ? `Hari dan jadwal pengajar ${text(item, 'trainer')}.`
          : `Days and calendar of trainer ${text(item, 'trainer')}.`
    case 'TIME':
      return id_ ? `Jadwal ${who} bertindih.` : `The classes of ${who} clash.`
    case 'DAYS':
      return id_ ? `Hari pergi paling banyak ${who}.` : `Most days away of ${who}.`
    case 'MAX_MODULES':
      return id_ ? `Modul paling banyak ${who}.` : `Most modules of ${who}.`
    case 'ENTRY_LEVEL':
      return id_ ? `Tingkat awal yang diminta dari ${who}.` : `Entry level asked of ${who}.`
    case 'PREREQUISITE':
      return id_ ? `Prasyarat modul ${who}.` : `Prerequisite of ${who}.`
    case 'NO_SESSION':
      return id_ ? `Belum ada kelas ${where}.` : `${where} has no class.`
    case 'NO_PAYER':
      return id_
        ? `Tidak ada baris anggaran yang menanggung ${who} di ${where}.`
        : `No line pays for ${who} in ${where}.`
    case 'NOT_ELIGIBLE':
      return id_ ? `${where} tidak dibuka untuk unit ${who}.` : `${where} is not open to the unit of ${who}.`
    case 'COMPLETED':
      return id_ ? `${who} sudah menyelesaikan ${where}.` : `${who} completed ${where} before.`
    default:
      return id_ ? `Aturan ${item.code}.` : `Rule ${item.code}.`
  }
}

/** How good the plan is; never "terbaik" unless proven. */
export const qualitySentence = (solution: PlannerSolution, locale: Locale = 'id'): string => {
  const id_ = locale === 'id'
  if (solution.status === 'infeasible')
    return id_ ? 'Tidak ada rencana yang memenuhi semua syarat.' : 'No plan satisfies every rule.'
  if (solution.status === 'no_solution_in_time')
    return id_ ? 'Belum ditemukan rencana dalam waktu yang diberikan.' : 'No plan was found in the time given.'
  if (solution.status === 'optimal')
    return id_ ? 'Ini rencana terbaik yang mungkin, terbukti.' : 'This is the best plan possible, proven.'
  if (solution.gap === null)
    return id_ ? 'Mutu rencana ini belum terbukti.' : 'How good this plan is has not been proven.'
  // Rounded up: the sentence must stay true.
  const share = formatShare(Math.ceil(solution.gap * 1000) / 1000, 1, locale)
  return id_
    ? `Paling banyak ${share} di bawah rencana terbaik yang mungkin.`
    : `At most ${share} below the best plan possible.`
}
