export type OpenNeed = { id: string; employeeId: string; cost: number }
export type Bought = { amount: number; needIds: string[]; employeeIds: string[] }

/**
 * What more money would pay, most urgent need first: an amount pays each need in turn that still fits. A larger amount never
 * pays for less money's worth. Needs come in the order of the collection.
 */
export const buyMore = (needs: readonly OpenNeed[], amounts: readonly number[]): Bought[] =>
  amounts.map(amount => {
    let left = amount
    const paid = needs.filter(need => {
      if (need.cost > left) return false
      left -= need.cost
      return true
    })
    return { amount, needIds: paid.map(n => n.id), employeeIds: [...new Set(paid.map(n => n.employeeId))] }
  })

/** Amounts worth asking about: a quarter, a half and all of what is open, in whole tens of millions; none when nothing is open. */
export const amountsToAsk = (open: number): number[] => {
  const ten = 10_000_000
  return [...new Set([0.25, 0.5, 1].map(share => Math.ceil((open * share) / ten) * ten))].filter(amount => amount > 0)
}
