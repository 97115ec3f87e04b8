import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { rooms } from '#rooms'
import { allSqlBreaches, mentionsIn, sqlBreaches } from './sql-arrows.ts'

const root = path.resolve(import.meta.dirname, '../..')
const judge = (room: string, sql: string): string[] =>
  sqlBreaches(mentionsIn('x.store.ts', sql), rooms.find(r => r.name === room)!, rooms)

describe('The arrows hold in SQL too', () => {
  it('in every store and every migration', () => {
    const { breaches, mentions } = allSqlBreaches(root, rooms)
    expect(mentions).toBeGreaterThan(100)
    expect(breaches).toEqual([])
  })

  it('a room reads its own tables and an earlier room’s views', () => {
    expect(judge('talent', 'select * from talent.scores s join workforce.v_employees e using (id)')).toEqual([])
  })

  it('another room’s table is refused, and the view named as the cure', () => {
    expect(judge('talent', 'select 1 from workforce.employees')).toEqual([expect.stringMatching(/Use workforce\.v_/)])
  })

  it('a later room is refused, view or not', () => {
    expect(judge('workforce', 'select 1 from talent.v_placements')).toEqual([
      expect.stringMatching(/may not reach talent/),
    ])
  })

  it.each([
    'insert into workforce.units values (1)',
    'update workforce.units set a = 1',
    'delete from workforce.units',
    `db.insert('workforce.units', rows)`,
  ])('writing another room’s table is refused: %s', sql => {
    expect(judge('talent', sql)).toEqual([expect.stringMatching(/writes only its own/)])
  })

  it('a foreign key names the table itself, along the arrows only', () => {
    expect(judge('talent', 'foreign key (agency_id, id) references workforce.employees')).toEqual([])
    expect(judge('workforce', 'foreign key (agency_id, id) references talent.cycles')).toEqual([
      expect.stringMatching(/may not reach/),
    ])
  })

  it('a function call and a comment are no reading', () => {
    expect(judge('talent', 'select 1 from platform.team() -- from workforce.employees')).toEqual([])
  })
})
