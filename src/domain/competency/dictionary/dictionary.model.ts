export type CompetencyKind = 'managerial' | 'sociocultural' | 'technical'

/** One competency with what each level (1-5) looks like at work. */
export type Competency = {
  code: string
  name: string
  kind: CompetencyKind
  definition: string
  levels: { level: number; description: string; indicators: string[] }[]
}

export type Dictionary = { levelNames: string[]; competencies: Competency[] }

export const competencyOf = (dictionary: Dictionary, code: string): Competency | null =>
  dictionary.competencies.find(c => c.code === code) ?? null

/** "Menengah" for 3; 0 is below the first level. */
export const nameOfLevel = (dictionary: Dictionary, level: number): string =>
  level === 0 ? 'Di bawah level 1' : (dictionary.levelNames[level - 1] ?? `Level ${level}`)

/** What a person at this level shows; empty when the dictionary does not say. */
export const indicatorsOf = (dictionary: Dictionary, code: string, level: number): string[] =>
  competencyOf(dictionary, code)?.levels.find(l => l.level === level)?.indicators ?? []

/** Reasons why a dictionary cannot be used: a doubled code, levels that are not 1 to 5. */
export const dictionaryProblems = (dictionary: Dictionary): string[] => {
  const codes = dictionary.competencies.map(c => c.code)
  return [
    ...[...new Set(codes.filter((c, i) => codes.indexOf(c) !== i))].map(c => `Kode ${c} ditulis dua kali.`),
    ...dictionary.competencies
      .filter(c => c.levels.map(l => l.level).join() !== '1,2,3,4,5')
      .map(c => `${c.code}: level harus 1 sampai 5, berurutan.`),
  ]
}
