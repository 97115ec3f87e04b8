import { describe, expect, it } from 'vitest'
import { ComputeInputError, computeRegistry } from './registry.ts'
import { runCompute } from './run-compute.ts'

const refusal = (f: () => unknown): string => {
  try {
    f()
  } catch (error) {
    if (error instanceof ComputeInputError) return error.message
    throw error
  }
  return 'diterima'
}

describe('a wrong input is named in a sentence and never becomes a number', () => {
  const cases: [string, () => unknown, RegExp][] = [
    ['unknown function', () => runCompute('tidakAda', { json: {} }), /tidak dikenal/],
    ['inherited name', () => runCompute('toString', { json: {} }), /tidak dikenal/],
    ['missing parameter', () => runCompute('wilsonInterval', { json: { x: 3 } }), /"n" belum ada/],
    ['text for a number', () => runCompute('wilsonInterval', { json: { x: 'tiga', n: 5 } }), /"x" harus berupa angka/],
    ['negative n', () => runCompute('wilsonInterval', { json: { x: 0, n: -5 } }), /"n" tidak boleh kurang dari 0/],
    ['x above n', () => runCompute('wilsonInterval', { json: { x: 9, n: 5 } }), /tidak boleh lebih/],
    ['fraction for a count', () => runCompute('fisherExact', { json: { a: 1.5, b: 1, c: 1, d: 1 } }), /bilangan bulat/],
    ['empty file', () => runCompute('learningGain', { csv: '' }), /tidak berisi baris/],
    ['header only', () => runCompute('learningGain', { csv: 'pre,post\n' }), /tidak berisi baris/],
    ['absent column', () => runCompute('learningGain', { csv: 'pre,akhir\n1,2\n' }), /"post" tidak ada/],
    [
      'cell that is no number',
      () => runCompute('learningGain', { csv: 'pre,post\n1,2\n3,banyak\n' }),
      /Baris 3, kolom "post"/,
    ],
    ['ragged row', () => runCompute('learningGain', { csv: 'pre,post\n1\n' }), /Baris 2 memuat 1 kolom/],
    ['CSV where JSON is needed', () => runCompute('wilsonInterval', { csv: 'x,n\n1,2\n' }), /memerlukan JSON/],
    ['list where an object is needed', () => runCompute('wilsonInterval', { json: [1, 2] }), /objek JSON/],
    ['nothing', () => runCompute('wilsonInterval', { json: null }), /objek JSON/],
    [
      'a unit-period twice',
      () => runCompute('twoWayFixedEffects', { csv: 'unit,period,value,treated\nA,1,2,0\nA,1,3,0\n' }),
      /dua kali/,
    ],
    [
      'unknown choice',
      () =>
        runCompute('cohenKappa', {
          json: {
            table: [
              [1, 2],
              [3, 4],
            ],
            weights: 'kubik',
          },
        }),
      /salah satu dari/,
    ],
    [
      'a day that does not exist',
      () => runCompute('vacancyForecast', { json: { positions: [], horizonMonths: 12, asOf: '2026-02-30' } }),
      /harus tanggal/,
    ],
    [
      'rows of P above one',
      () => runCompute('manpowerForecast', { json: { stock0: [1], P: [[1.2]], recruits: [[0]], horizon: 1 } }),
      /tidak boleh lebih dari 1/,
    ],
    ['uneven table', () => runCompute('suppress', { json: { cells: [[1, 2], [3]] } }), /sama panjang/],
  ]
  for (const [title, f, expected] of cases)
    it(title, () => {
      expect(refusal(f)).toMatch(expected)
    })

  it('every function refuses an empty object with a sentence or answers without NaN', () => {
    for (const name of Object.keys(computeRegistry)) {
      const text = refusal(() => JSON.stringify(runCompute(name, { json: {} })))
      expect(text.length, name).toBeGreaterThan(0)
    }
  })
  it('every function that reads files refuses a strange one with a sentence', () => {
    for (const [name, entry] of Object.entries(computeRegistry))
      if (entry.fromCsv)
        expect(
          refusal(() => runCompute(name, { csv: 'satu,dua\nx,y\n' })),
          name,
        ).not.toBe('diterima')
  })
  it('every example with its parameters written out runs', () => {
    for (const [name, entry] of Object.entries(computeRegistry)) {
      const json = /^anyam compute \w+ '(.*)'$/.exec(entry.example)?.[1]
      if (json) expect(runCompute(name, { json: JSON.parse(json) }), name).toBeTruthy()
    }
  })
  it('a list stands for the main parameter, and further parameters are added', () => {
    expect(runCompute('learningGain', { json: [{ pre: 1, post: 2 }], parameters: { maxScore: 10 } })).toMatchObject({
      n: 1,
      hakeClass: 1 / 9,
    })
  })
})
