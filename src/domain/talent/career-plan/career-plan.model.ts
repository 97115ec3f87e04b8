export type CareerStep = { title: string; year: number; need: string | null }

/** What keeps a career plan from being kept: at least one step, years that do not run back, none in the past. */
export const stepProblems = (steps: readonly CareerStep[], thisYear: number): Record<string, string> => {
  const wrong: Record<string, string> = {}
  if (steps.length === 0) wrong['title:0'] = 'Tuliskan sedikitnya satu langkah.'
  steps.forEach((step, i) => {
    if (step.title.trim().length < 5) wrong[`title:${i}`] = `Langkah ${i + 1}: tuliskan jabatan atau penugasannya.`
    if (!Number.isInteger(step.year) || step.year < thisYear || step.year > thisYear + 40)
      wrong[`year:${i}`] = `Langkah ${i + 1}: tahun antara ${thisYear} dan ${thisYear + 40}.`
    else if (i > 0 && step.year < steps[i - 1].year)
      wrong[`year:${i}`] = `Langkah ${i + 1}: tahunnya mendahului langkah sebelumnya.`
  })
  return wrong
}
