import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { employeeLinks } from './employee-links.ts'
import { keyedRows } from './keyed-rows.ts'

describe('What a long file remembers of its rows', () => {
  it('The first row of a key and the last that contradicts it are found, whatever came between', () => {
    const row = fc.record({ key: fc.constantFrom('a', 'b', 'c', 'd'), content: fc.constantFrom('x', 'y', 'z') })
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), rows => {
        const shared = keyedRows()
        rows.forEach((r, i) => void shared.add(r.key, r.content, i + 2))
        for (const key of ['a', 'b', 'c', 'd', 'never']) {
          const mine = rows.flatMap((r, i) => (r.key === key ? [{ ...r, row: i + 2 }] : []))
          const other = mine.filter(r => r.content !== mine[0].content).at(-1)?.row ?? 0
          const found = shared.find(key)
          if (mine.length === 0) expect(found).toBeNull()
          else expect(found).toMatchObject({ firstRow: mine[0].row, otherRow: other })
        }
      }),
    )
  })

  it('Exactly those whose chain of supervisors returns to themselves are on a loop', () => {
    const nip = (i: number) => `1980010120050110${String(i).padStart(2, '0')}`
    const people = fc.array(fc.option(fc.nat({ max: 11 })), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(people, above => {
        const links = employeeLinks()
        above.forEach((s, i) => {
          links.add({
            nip: nip(i),
            supervisorNip: s === null ? null : nip(s),
            plainName: `Orang ${i}`,
            birthDate: null,
          })
        })
        const found = links.judge(new Map())
        above.forEach((supervisor, i) => {
          let at: number | null = supervisor
          for (let step = 0; step < above.length && at !== null && at !== i; step++) at = above[at] ?? null
          const codes = (found.get(nip(i)) ?? []).map(f => f.code)
          expect(codes.includes('ATASAN_BERPUTAR')).toBe(at === i)
          expect(codes.includes('ATASAN_TIDAK_DITEMUKAN')).toBe(supervisor !== null && supervisor >= above.length)
        })
      }),
    )
  })

  it('One name and birth date under two numbers is said at both, each naming the other', () => {
    const links = employeeLinks()
    const who = { plainName: 'Siti Rahma', birthDate: '1980-01-01', supervisorNip: null }
    links.add({ ...who, nip: '198001012005011001' })
    links.add({ ...who, nip: '198001012005012002', plainName: 'siti  rahma' })
    links.add({ ...who, nip: '198001012005012003', birthDate: null })
    expect([...links.judge(new Map())]).toEqual([
      ['198001012005011001', [{ code: 'MUNGKIN_ORANG_SAMA', detail: '198001012005012002' }]],
      ['198001012005012002', [{ code: 'MUNGKIN_ORANG_SAMA', detail: '198001012005011001' }]],
    ])
  })
})
