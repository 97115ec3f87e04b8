import type { StateShape } from '#ui/kit/state-mark.tsx'

export const raterWords: Record<string, string> = { supervisor: 'Atasan', peer: 'Rekan', self: 'Diri sendiri' }

/** The shape beside a verdict: the word follows from the interval, never from the point. */
export const verdictShape = (verdict: string): StateShape =>
  verdict === 'indikasi membaik' ? 'known' : verdict === 'indikasi memburuk' ? 'risk' : 'unknown'

/** "Indikasi membaik". */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
export const small = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

/** What a page says first: conclusions, then what could not be concluded. */
export const findingOf = (indicators: readonly { name: string; verdict: string; hasTarget: boolean }[]): string => {
  const own = indicators.some(i => i.hasTarget) ? indicators.filter(i => i.hasTarget) : indicators
  if (own.length === 0) return 'Indikator unit belum ada, jadi pengaruhnya belum dapat dinilai'
  const said = (i: { name: string; verdict: string }) =>
    i.verdict.startsWith('indikasi') ? `${small(i.name)} menunjukkan ${i.verdict}` : `${small(i.name)} ${i.verdict}`
  const order = [...own].sort(
    (a, b) => Number(b.verdict.startsWith('indikasi')) - Number(a.verdict.startsWith('indikasi')),
  )
  return capital(order.map(said).join('; '))
}
