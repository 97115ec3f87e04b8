import { type Db, sql } from '#platform/database/database.ts'

export type Hit = { kind: 'person' | 'position' | 'programme'; id: string; title: string; note: string | null }

const most = 8
const likeWord = (text: string) => `%${text.toLowerCase().replace(/[%_\\]/g, '\\$&')}%`

/** People, positions and programmes with the words in their names: only those the reader may see. */
export const searchAll = async (db: Db, text: string, withProgrammes: boolean): Promise<Hit[]> => {
  const word = likeWord(text)
  const people = await db.rows<Hit>(sql`
    select 'person' as kind, id, name as title, concat_ws(', ', position_name, unit_short_name) as note from workforce.v_people
    where state = 'active' and (lower(name) like ${word} or nip = ${text}) order by lower(name), id limit ${most}`)
  const positions = await db.rows<Hit>(sql`
    select 'position' as kind, id, name as title, unit_short_name as note from workforce.v_positions
    where lower(name) like ${word} order by is_key desc, name, id limit ${most}`)
  const programmes = withProgrammes
    ? await db.rows<Hit>(
        sql`select 'programme' as kind, id, name as title, code as note from planning.v_programmes where lower(name) like ${word} order by name limit ${most}`,
      )
    : []
  return [...people, ...positions, ...programmes]
}
