import type { EligibilityFacts } from './eligibility-facts.model.ts'

/** A PNS of 50 with S-1, 30 months as Administrator and a clean record: eligible for JPT Pratama. */
export const someFacts = (changes: Partial<EligibilityFacts> = {}): EligibilityFacts => ({
  employment: 'PNS',
  education: 'S1/D-IV',
  rank: 'IV/a',
  birthOn: '1976-03-10',
  tier: 'Administrator',
  careers: null,
  monthsByTier: { Administrator: 30, 'JF Ahli Madya': 0, Pengawas: 40, 'JF Ahli Muda': 0 },
  familyMonths: 72,
  trainings: [],
  ratings: { 2024: 'Baik', 2025: 'Sangat Baik' },
  sanctions: [],
  box: 8,
  ...changes,
})
