import type { Db } from '#platform/database/database.ts'

/** This room keeps evaluations of programmes, in which persons are numbers: it holds nothing of a person. */
export const impactMyData = async (_db: Db, _employeeId: string): Promise<{ title: string; rows: unknown[] }[]> => []
