import type { Subject } from '../interview/interview.model.ts'

export type Anchor = { level: number; text: string }

/** What is wrong with the words of five levels: each needs one, and no two may be the same. */
export const anchorProblems = (anchors: readonly Anchor[]): { level: number; message: string }[] => {
  const text = (level: number) => anchors.find(a => a.level === level)?.text.trim() ?? ''
  return [1, 2, 3, 4, 5].flatMap(level => {
    const mine = text(level)
    if (mine.length < 10) return [{ level, message: `Level ${level}: tuliskan isi jawabannya, sedikitnya 10 huruf.` }]
    const same = [1, 2, 3, 4, 5].find(other => other < level && text(other).toLowerCase() === mine.toLowerCase())
    return same ? [{ level, message: `Level ${level} sama dengan level ${same}. Bedakan isi jawabannya.` }] : []
  })
}

/** What keeps a guide from being used, in words with the cure. */
export const guideProblems = (
  subjects: readonly Subject[],
  questions: readonly { id: string; competencyId: string; state: 'current' | 'replaced' | 'retired'; text: string }[],
): string[] => [
  ...(subjects.length === 0 ? ['Belum ada kompetensi yang ditanyakan. Pilih sedikitnya satu.'] : []),
  ...subjects
    .filter(s => !questions.some(q => q.competencyId === s.id && q.state !== 'retired'))
    .map(s => `${s.name} belum punya pertanyaan. Pilih satu dari bank atau tulis yang baru.`),
  ...questions
    .filter(q => q.state === 'retired')
    .map(q => `Pertanyaan "${q.text.slice(0, 60)}" sudah dipensiunkan. Keluarkan dari panduan.`),
]
