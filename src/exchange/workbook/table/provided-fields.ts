import type { FoundTable } from './find-table.ts'

const renamed: Record<string, string[]> = {
  name: ['name', 'plainName'],
  nameAndNip: ['nip', 'name', 'plainName'],
  birthPlaceAndDate: ['birthPlace', 'birthDate'],
  course: ['name'],
  unit: ['unit', 'unitCode'],
}

/** Mapped fields of a table by the names they have in records: of these alone a record's null means something. */
export const providedFields = (found: FoundTable): string[] => [
  ...new Set([
    ...found.mapping.flatMap(m => (m.field === null ? [] : (renamed[m.field] ?? [m.field]))),
    ...(found.unitInBands ? ['unit', 'unitCode'] : []),
  ]),
]
