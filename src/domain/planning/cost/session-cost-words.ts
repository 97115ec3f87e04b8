export const perWords = {
  jp: 'JP',
  day: 'hari',
  night: 'malam',
  person: 'orang',
  'person-day': 'orang hari',
  'person-night': 'orang malam',
  class: 'kelas',
} as const
