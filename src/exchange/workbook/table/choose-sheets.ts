import type { SheetCorrection } from '../contract.ts'
import type { GridSheet } from '../grid/grid.ts'
import { tidy } from '../value/text.ts'
import type { FoundTable } from './find-table.ts'

export type SheetChoice = { sheet: GridSheet; found: FoundTable | null; counted: boolean; why: string }

const staleName =
  /\b(lama(?! (kerja|jabatan|masa))|old|draf|draft|arsip|backup|salinan|contoh (pengisian|isian|format)|petunjuk|panduan|jangan)\b|^(contoh|catatan|referensi|template)$/i
const staleTitle =
  /\b(draf|draft|jangan dipakai|tidak berlaku|tidak dipakai|(data|katalog|daftar|versi|pagu|format) lama|contoh pengisian|petunjuk pengisian|arsip)\b/i

const yearIn = (text: string): number | null => {
  const years = [...text.matchAll(/(?:^|\D)(20\d{2})(?!\d)/g)].map(m => Number(m[1]))
  return years.length > 0 ? Math.max(...years) : null
}

/** Which sheets count. Old, draft and hidden ones do not, nor a poorer or older twin of the same list. A person's word stands above. */
export const chooseSheets = (
  candidates: { sheet: GridSheet; found: FoundTable | null; correction?: SheetCorrection }[],
): SheetChoice[] => {
  const choices = candidates.map(({ sheet, found, correction }): SheetChoice => {
    if (correction?.counted === false)
      return { sheet, found, counted: false, why: 'Anda memilih untuk tidak memakainya.' }
    if (!found) return { sheet, found, counted: false, why: 'Tidak ada baris judul kolom yang dikenal.' }
    if (correction?.counted) return { sheet, found, counted: true, why: 'Anda memilih untuk memakainya.' }
    const words = staleName.exec(sheet.name.replace(/_/g, ' ')) ?? staleTitle.exec(found.title)
    if (words && sheet.knowsMerges)
      return { sheet, found, counted: false, why: `Ditandai "${tidy(words[0])}", bukan data yang berlaku.` }
    if (sheet.isHidden) return { sheet, found, counted: false, why: 'Lembar ini disembunyikan.' }
    if (!found.isComplete)
      return { sheet, found, counted: false, why: `Kolom wajib untuk ${found.table.said} tidak lengkap.` }
    return { sheet, found, counted: true, why: `Dikenali sebagai ${found.table.said}.` }
  })
  const told = new Set(candidates.filter(c => c.correction?.counted).map(c => c.sheet))
  for (const choice of choices) {
    if (!choice.counted || !choice.found?.table.isSnapshot || told.has(choice.sheet)) continue
    const twins = choices.filter(c => c !== choice && c.counted && c.found?.table.type === choice.found?.table.type)
    const year = yearIn(`${choice.sheet.name} ${choice.found.title}`)
    for (const twin of twins) {
      const twinYear = yearIn(`${twin.sheet.name} ${twin.found?.title ?? ''}`)
      if (year !== null && twinYear !== null && twinYear > year) {
        choice.counted = false
        choice.why = `Lebih lama daripada lembar "${twin.sheet.name}".`
      } else if ((twin.found?.score ?? 0) * 0.6 > choice.found.score) {
        choice.counted = false
        choice.why = `Lembar "${twin.sheet.name}" jauh lebih lengkap.`
      }
    }
  }
  return choices
}
