import type { PlannerEmployee } from '../selection/instance.model.ts'
import type { OutCode, WhyOut } from '../selection/solution.model.ts'

/** What kept a person out, short enough for the next year's list. */
export const leftOutWords: Record<OutCode, string> = {
  NO_MODULE: 'Katalog belum memiliki modul yang menutupnya',
  NO_SESSION: 'Belum ada kelas pada tahun itu',
  LOCK_NEVER: 'Dikecualikan dengan alasan dalam skenario',
  COMPLETED: 'Modulnya sudah pernah diikuti',
  PREREQUISITE: 'Modul prasyaratnya belum diikuti',
  ENTRY_LEVEL: 'Level awal modulnya belum tercapai',
  DAYS: 'Hari pergi sudah penuh',
  MAX_MODULES: 'Jumlah modul setahun sudah penuh',
  TIME: 'Jadwalnya bertabrakan',
  DUPLICATE: 'Modul yang sama sudah diikuti dalam kelas lain',
  CLASS_MIN: 'Peserta kelas kurang dari jumlah paling sedikit',
  TRAINER: 'Pengajar tidak mencukupi',
  SEATS: 'Kursi kelas penuh',
  COVERAGE: 'Terlalu banyak orang unit pergi pada waktu yang sama',
  BUDGET: 'Pagu tidak mencukupi',
  FAIRNESS: 'Kursi diberikan kepada kelompok yang belum terwakili',
  OUTRANKED: 'Kursi diberikan kepada kebutuhan yang lebih mendesak',
}

/**
 * Who has needs and got no seat at all: the competency worth most and what kept the person out.
 * Whoever got one seat is not left out, even if another need stays open.
 */
export const leftOutOf = (
  employees: readonly Pick<PlannerEmployee, 'id' | 'needs'>[],
  assigned: ReadonlySet<string>,
  out: readonly Pick<WhyOut, 'employee' | 'points' | 'code'>[],
): { employeeId: string; competencyId: string; reason: string }[] => {
  const first = new Map<string, Pick<WhyOut, 'points' | 'code'>>()
  for (const o of out) {
    const known = first.get(o.employee)
    if (!known || o.points > known.points) first.set(o.employee, o)
  }
  return employees
    .filter(e => !assigned.has(e.id))
    .flatMap(e => {
      const worth = new Map<string, number>()
      for (const need of e.needs) {
        const points = need.values.reduce((sum, p) => sum + p, 0)
        if (points > 0) worth.set(need.competency, (worth.get(need.competency) ?? 0) + points)
      }
      const [best] = [...worth].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      const code = first.get(e.id)?.code
      return best
        ? [{ employeeId: e.id, competencyId: best[0], reason: code ? leftOutWords[code] : 'Tidak mendapat kursi' }]
        : []
    })
}
