export type Conversion =
  | { how: 'asJp'; factor: number }
  | { how: 'perDay' | 'perSemester'; jp: number }
  | { how: 'perTime'; jp: number; maxPerMonth?: number }
  | { how: 'maxPerDay'; jp: number }

export type LearningForm = {
  form: string
  track: string
  siasnId: number | null
  certificate: string | null
  shareClass: 70 | 20 | 10
  national: Conversion | null
  international: Conversion | null
}

export type ConversionRules = { forms: LearningForm[] }

const plain = (text: string) => text.toLowerCase().replace(/[^a-z]+/g, '')

/** A form by its name, whatever its capitals and signs; null when the table lacks it. */
export const learningForm = (form: string, rules: ConversionRules): LearningForm | null =>
  rules.forms.find(f => plain(f.form) === plain(form)) ?? null

/**
 * JP of one activity by its form: as written, per day, per time (with a monthly most) or at most so many a day.
 * Null when the table or a needed number is missing: unknown, not zero.
 */
export const jpOf = (
  activity: {
    form: string
    jp?: number | null
    days?: number | null
    times?: number | null
    semesters?: number | null
    months?: number | null
    isInternational?: boolean
  },
  rules: ConversionRules,
): number | null => {
  const form = learningForm(activity.form, rules)
  const conversion = activity.isInternational ? form?.international : form?.national
  if (!conversion) return null
  const times = (n: number | null | undefined, jp: number) => (n == null ? null : n * jp)
  switch (conversion.how) {
    case 'asJp':
      return times(activity.jp, conversion.factor)
    case 'perDay':
      return times(activity.days, conversion.jp)
    case 'perSemester':
      return times(activity.semesters, conversion.jp)
    case 'perTime': {
      const most = conversion.maxPerMonth && activity.months ? conversion.maxPerMonth * activity.months : null
      const counted = activity.times == null ? null : most === null ? activity.times : Math.min(activity.times, most)
      return times(counted, conversion.jp)
    }
    case 'maxPerDay':
      return activity.days == null
        ? null
        : activity.jp == null
          ? activity.days * conversion.jp
          : Math.min(activity.jp, activity.days * conversion.jp)
  }
}

/** The learning methods an activity may have, for a choice on screen: form, track and its 70/20/10 class. */
export const learningMethods = (rules: ConversionRules): { form: string; track: string; shareClass: 70 | 20 | 10 }[] =>
  rules.forms.map(({ form, track, shareClass }) => ({ form, track, shareClass }))
