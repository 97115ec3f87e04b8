import type { StateShape } from '#ui/kit/state-mark.tsx'

export const enrolmentWords: Record<string, string> = {
  enrolled: 'Terdaftar',
  attending: 'Sedang ikut',
  passed: 'Lulus',
  failed: 'Belum lulus',
  withdrawn: 'Mundur',
}
export const meetingWords: Record<string, string> = { coaching: 'Coaching', mentoring: 'Mentoring' }
export const raterWords: Record<string, string> = { supervisor: 'Atasan', peer: 'Rekan', self: 'Diri sendiri' }
export const verdictWords: Record<string, string> = {
  ya: 'Sudah diterapkan',
  belum: 'Belum diterapkan',
  tidakAdaKesempatan: 'Belum ada kesempatan',
}
export const valueWords: Record<number, string> = {
  1: '1, belum dilakukan',
  2: '2, dengan bantuan',
  3: '3, mandiri',
  4: '4, mandiri dan membantu orang lain',
}
/** "Sebelum" for day 0, else "90 hari". */
export const dayWords = (day: number): string => (day === 0 ? 'Sebelum' : `${day} hari`)

/** How something with a due day stands today. */
export const dueShape = (due: string | null, doneOn: string | null, on: string): { state: StateShape; word: string } =>
  doneOn !== null
    ? { state: 'known', word: 'selesai' }
    : due !== null && due < on
      ? { state: 'risk', word: 'lewat batas' }
      : { state: 'unknown', word: 'menunggu' }
