import { Refusal } from '#platform/refusal.ts'
import type { NewAgency } from './found-agency.ts'

/** The agency form as typed. */
export const agencyFromForm = (form: FormData): NewAgency => {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  if (text('sandi') !== text('ulang'))
    throw new Refusal('input.invalid', 'Ada isian yang perlu diperbaiki.', {
      fields: { ulang: 'Kedua kata sandi tidak sama. Tuliskan sekali lagi.' },
    })
  return {
    name: text('name'),
    shortName: text('shortName'),
    kind: text('kind'),
    timeZone: text('timeZone'),
    ruleCode: text('ruleCode') || null,
    tiers: form.getAll('tiers').map(String),
    modules: form.getAll('modules').map(String),
    administrator: { name: text('adminName'), nip: text('nip').replace(/\s/g, ''), password: text('sandi') },
  }
}

/** What was typed, without passwords, to show again. */
export const typedValues = (form: FormData): Record<string, string> =>
  Object.fromEntries(
    [...form].filter(([name, value]) => typeof value === 'string' && name !== 'sandi' && name !== 'ulang'),
  ) as Record<string, string>
