import { mulberry32, normalDraw } from '#core/math/random.ts'

/** Seeded draws: the same seed makes the same agency on every machine. */
export type Chance = {
  share(): number
  /** True with this probability. */
  is(probability: number): boolean
  /** Whole number, both ends included. */
  whole(least: number, most: number): number
  normal(mean: number, sd: number): number
  pick<T>(list: readonly T[]): T
  /** One of the values, each with its weight. */
  weighted<T>(list: readonly (readonly [T, number])[]): T
  shuffled<T>(list: readonly T[]): T[]
}

export const chanceOf = (seed: number): Chance => {
  const uniform = mulberry32(seed)
  const chance: Chance = {
    share: uniform,
    is: probability => uniform() < probability,
    whole: (least, most) => least + Math.floor(uniform() * (most - least + 1)),
    normal: (mean, sd) => mean + sd * normalDraw(uniform),
    pick: list => list[Math.floor(uniform() * list.length)]!,
    weighted: list => {
      let left = uniform() * list.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [value, weight] of list) {
        left -= weight
        if (left < 0) return value
      }
      return list.at(-1)![0]
    },
    shuffled: list => {
      const out = [...list]
      for (let i = out.length - 1; i > 0; i--) {
        const j = Math.floor(uniform() * (i + 1))
        ;[out[i], out[j]] = [out[j]!, out[i]!]
      }
      return out
    },
  }
  return chance
}

export const clip = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value))
