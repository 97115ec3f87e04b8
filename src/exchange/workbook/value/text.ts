import { type Cell, cellText } from '../grid/grid.ts'

/** Text with its blanks tidied (no-break and zero-width ones too) and a leading apostrophe taken off. */
export const tidy = (text: string): string =>
  text
    .replace(/[\u200b-\u200d\ufeff\u00ad]/g, '')
    .replace(/[\s\u00a0\u2000-\u200a\u202f\u3000]+/g, ' ')
    .trim()
    .replace(/^['’‘`](?=\S)/, '')
    .trim()

const missing =
  /^([-–—_.]+|n\/?a|n\.a\.?|#n\/?a|#(value|ref|div\/0|name|num|null)[!?]?|null|nan|0?0[/.-]0?0[/.-]0000|0000-00-00)$/i

/** Empty, -, n/a, #N/A, 00/00/0000: the file is silent, which is not zero. */
export const isMissing = (cell: Cell): boolean => {
  if (cell === null) return true
  if (typeof cell !== 'string') return false
  const text = tidy(cell)
  return text === '' || missing.test(text)
}

/** Tidy text, or null where the file is silent. */
export const textOf = (cell: Cell): string | null => (isMissing(cell) ? null : tidy(cellText(cell)))

/** Letters and digits only, small, without accents: how two spellings of the same are compared. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/&/g, ' dan ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** As fold, and without blanks. */
export const squash = (text: string): string => fold(text).replace(/ /g, '')

const broken = /Ã[\u0080-\u00bf©¨«¶¼±¡³º§¢\u00a0]|Â[\u0080-\u00bf]|â€[™œž“”˜\u009d–—¢¦“]?|ï»¿|\ufffd/

/** Letters spoilt by a wrong encoding (`RenÃ©`), which cannot be mended safely. */
export const isBroken = (text: string): boolean => broken.test(text)

const front = /^(prof|drs?|dra|ir|h|hj|kh|apt|ns|drg|drh|r|rr|raden|st)\.+\s*/i

/** A name without degrees: what stands after the first comma and the titles in front are dropped. */
export const plainName = (name: string): string => {
  let text = tidy(name.split(',')[0])
  for (let before = ''; before !== text; ) {
    before = text
    text = text.replace(front, '').replace(/^(dr|drs|dra|drg|ir|prof|hj)\s+(?=\S+\s)/i, '')
  }
  return tidy(text.replace(/\s+(S|M)\.\s?[A-Z][\w.]*$/, ''))
}

/** Edits (insert, delete, replace, swap of neighbours) from a to b, never counted beyond `most`. */
export const editsBetween = (a: string, b: string, most: number): number => {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const line = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let edits = Math.min(above[j] + 1, line[j - 1] + 1, above[j - 1] + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) edits = Math.min(edits, before[j - 2] + 1)
      line.push(edits)
      least = Math.min(least, edits)
    }
    if (least > most) return most + 1
    before = above
    above = line
  }
  return above[b.length]
}
