/** One line of a rubric: from (counted) up to (not counted) gives a value; `to: null` is without end. */
export type Band = { from: number; to: number | null; value: number }

/** The cuts and values of bands in order, for the `band` mechanism. */
export const cutsOf = (bands: readonly Band[]): { cuts: number[]; values: number[] } => ({
  cuts: bands.slice(1).map(b => b.from),
  values: bands.map(b => b.value),
})

/** What is wrong with a rubric, line by line; lines count from 1. Bands are half-open; the first must start at `start`. */
export const bandIssues = (bands: readonly Band[], name: string, start = 0): { line: number; message: string }[] => {
  if (bands.length === 0) return [{ line: 1, message: `${name}: rubrik tanpa baris.` }]
  const issues: { line: number; message: string }[] = []
  const say = (b: Band, i: number) => `baris ${i + 1} (${b.from}–${b.to ?? '∞'})`
  const add = (i: number, message: string) => issues.push({ line: i + 1, message: `${name}: ${message}` })
  if (bands[0].from > start) add(0, `${say(bands[0], 0)} meninggalkan celah di bawah ${bands[0].from}.`)
  bands.forEach((b, i) => {
    if (b.to !== null && b.to <= b.from) add(i, `${say(b, i)} berakhir sebelum mulai.`)
    const next = bands[i + 1]
    if (!next) {
      if (b.to !== null) add(i, `tidak ada baris untuk nilai ${b.to} ke atas.`)
    } else if (b.to === null || next.from < b.to) add(i + 1, `${say(b, i)} bertumpang dengan ${say(next, i + 1)}.`)
    else if (next.from > b.to) add(i + 1, `celah antara ${say(b, i)} dan ${say(next, i + 1)}.`)
  })
  return issues
}

/** The same as sentences alone. */
export const bandProblems = (bands: readonly Band[], name: string, start = 0): string[] =>
  bandIssues(bands, name, start).map(issue => issue.message)

/** Weights in points must add up to 100; the message names the sum and every line. */
export const weightProblems = (lines: readonly { label: string; weight: number }[], name: string): string[] => {
  const total = lines.reduce((sum, line) => sum + line.weight, 0)
  const negative = lines.filter(line => !(line.weight >= 0)).map(line => `${name}: bobot ${line.label} tidak sah.`)
  return Math.abs(total - 100) <= 1e-9
    ? negative
    : [
        ...negative,
        `${name}: jumlah bobot ${total}, seharusnya 100 (${lines.map(l => `${l.label} ${l.weight}`).join('; ')}).`,
      ]
}

/** Cut points must rise. */
export const cutProblems = (cuts: readonly number[], name: string): string[] =>
  cuts.flatMap((cut, i) =>
    i > 0 && cut <= cuts[i - 1] ? [`${name}: ambang ${cut} tidak lebih tinggi dari ${cuts[i - 1]}.`] : [],
  )
