import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { Figure as FigureOf } from '#core/figure/figure.ts'
import * as m from '#core/figure/mechanisms.ts'
import type { Day } from '#core/values/day.ts'
import { Figure, FigureValue } from './figure.tsx'
import { FigureExplanation } from './figure-explanation.tsx'

const asOf = '2026-11-24' as Day
const html = (figure: FigureOf) => renderToStaticMarkup(<FigureValue figure={figure} />)
const explain = (figure: FigureOf) =>
  renderToStaticMarkup(<FigureExplanation figure={figure} hrefOf={s => `/catatan/${s.id}`} />)
const textOf = (markup: string) => markup.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const rec = (
  label: string,
  value: number | string | boolean | null,
  unit: FigureOf['unit'] = 'score',
  ref: string | null = null,
) => m.record({ label, value, unit, asOf, ref, sources: [{ kind: 'x.y', id: label, label: `Catatan ${label}` }] })
const unknown = m.record<number>({
  label: 'JPM',
  value: null,
  asOf,
  unit: 'score',
  needs: [{ what: 'Penilaian', who: 'BKPSDM' }],
})

describe('the printer of figures', () => {
  it('An unknown figure never prints a zero, and says so with a shape and a word', () => {
    for (const state of ['unknown', 'partial', 'inconclusive', 'withheld', 'not-applicable'] as const) {
      const printed = textOf(html({ ...unknown, state }))
      expect(printed).not.toMatch(/\d/)
    }
    expect(html(unknown)).toContain('Belum ada')
    expect(html(unknown)).toContain('data-value="null"')
    expect(html({ ...unknown, unit: 'yes-no' })).toContain('Belum diketahui')
  })
  it('A withheld figure leaves no value in the markup', () =>
    expect(html({ ...rec('x', 3, 'people'), state: 'withheld' })).not.toContain('3<'))
  it('A score under a cut-off never seems to reach it', () =>
    expect(textOf(html({ ...rec('x', 71.996), cuts: [72] }))).toContain('71,99'))
  it('A partial figure shows what it can still be', () =>
    expect(textOf(html({ ...unknown, state: 'partial', bounds: [54.5, 72] }))).toContain('54,50–72,00 (sebagian)'))
  it('An expired figure stays visible with its day', () =>
    expect(textOf(html(m.validity({ label: 'JPM', of: rec('JPM', 80), until: '2026-05-03' as Day, asOf })))).toMatch(
      /80,00, habis 3 Mei 2026/,
    ))
  it('Each figure with an address carries it, its state and its raw value', () => {
    const printed = renderToStaticMarkup(<Figure figure={rec('x', 82.756, 'score', 'talent.score:c:e')} />)
    expect(printed).toContain('data-figure="talent.score:c:e"')
    expect(printed).toContain('data-value="82.756"')
    expect(printed).toContain('href="/angka/talent.score%3Ac%3Ae"')
    expect(printed).toContain('Dari mana angka ini?')
  })
  it('In a table the value itself is the link', () =>
    expect(renderToStaticMarkup(<Figure figure={rec('x', 3, 'people', 'a:b')} asLink />)).toMatch(
      /^<a class="figure-link"/,
    ))
})

describe('the explanation prints its arithmetic', () => {
  const cases: [string, FigureOf, RegExp][] = [
    [
      'weighted sum',
      m.weightedSum({
        label: 'Kinerja',
        asOf,
        parts: [
          { figure: rec('Predikat', 80), weight: 60 },
          { figure: rec('360', 70), weight: 40 },
        ],
      }),
      /60% × 80 = 48,00.*40% × 70 = 28,00.*76,00/,
    ],
    ['sum', m.sum({ label: 'a', asOf, parts: [rec('x', 2), rec('y', 3)] }), /2,00 \+ 3,00 = 5,00/],
    [
      'mean',
      m.mean({ label: 'a', asOf, parts: [rec('x', 2), rec('y', 4)] }),
      /\( 2,00 \+ 4,00 \) ÷ 2 = 3,00|\(2,00 \+ 4,00\) ÷ 2 = 3,00/,
    ],
    ['product', m.product({ label: 'a', asOf, parts: [rec('x', 2), rec('y', 4)] }), /2,00 × 4,00 = 8,00/],
    ['minimum', m.minimum({ label: 'a', asOf, parts: [rec('x', 2), rec('y', 4)] }), /2,00; 4,00 → 2,00/],
    ['difference', m.difference({ label: 'a', asOf, of: rec('x', 5), minus: rec('y', 7) }), /5,00 − 7,00 = −2,00/],
    ['positive part', m.positivePart({ label: 'a', asOf, of: rec('x', 5), minus: rec('y', 7) }), /5,00 − 7,00 = 0,00/],
    [
      'ratio',
      m.ratio({ label: 'a', asOf, of: rec('x', 25, 'level'), to: rec('y', 27, 'level'), factor: 100 }),
      /100 × 25 ÷ 27 = 92,59/,
    ],
    [
      'lookup',
      m.lookup({ label: 'a', asOf, of: rec('Predikat', 'Baik', 'text'), table: { Baik: 80, Kurang: 40 } }),
      /Baik dipakai 80,00 Kurang 40,00/,
    ],
    [
      'band',
      m.band({
        label: 'a',
        asOf,
        unit: 'text',
        of: rec('x', 71.99),
        cuts: [60, 72],
        values: ['rendah', 'menengah', 'tinggi'],
      }),
      /60 sampai kurang dari 72 dipakai menengah/,
    ],
    ['cap', m.cap({ label: 'a', asOf, of: rec('x', 120), limit: 100 }), /120,00; Batas paling tinggi 100 = 100,00/],
    [
      'matrix',
      m.matrix({
        label: 'a',
        asOf,
        unit: 'text',
        row: rec('r', 'A', 'text'),
        column: rec('c', 'B', 'text'),
        table: { A: { B: 'Baik', C: 'Kurang' } },
      }),
      /Baik dipakai Kurang/,
    ],
    [
      'condition',
      m.condition({ label: 'a', asOf, of: rec('JPM', 92.6), operator: 'at-least', against: 80 }),
      /JPM: 92,60.*paling sedikit 80,00.*Ya/,
    ],
    [
      'count',
      m.count({ label: 'a', asOf, members: ['e1', 'e2'], of: 'ASN', filter: 'kotak 9' }),
      /kotak 9.*Hasil 2.*e1, e2/,
    ],
    [
      'model',
      m.model({
        label: 'a',
        asOf,
        name: 'differenceInDifferences',
        input: { rows: [1, 2, 3] },
        path: 'core/math/did',
        seed: 7,
        value: -11,
        state: 'known',
        unit: 'days',
        interval: { low: -19, high: -4, level: 0.95, method: 'bootstrap' },
      }),
      /differenceInDifferences.*3 baris.*−19.*sampai −4.*95%/,
    ],
  ]
  it.each(cases)('%s', (_, figure, arithmetic) => expect(textOf(explain(figure))).toMatch(arithmetic))
  it('A tree counts yes, no and unknown, and an unknown leaf says who supplies it', () => {
    const open = m.condition({
      label: 'Sehat',
      asOf,
      of: { ...unknown, label: 'Surat' },
      operator: 'equals',
      against: 1,
    })
    const done = m.condition({
      label: 'Masa kerja',
      asOf,
      of: rec('tahun', 4, 'years'),
      operator: 'at-least',
      against: 3,
    })
    const shown = textOf(explain(m.allOf({ label: 'Syarat', asOf, parts: [open, done] })))
    expect(shown).toContain('1 ya, 0 tidak, 1 belum diketahui')
    expect(shown).toContain('Penilaian: menunggu BKPSDM')
  })
  it('Sources are links, and rule set, legal basis, version, day, needs and limits are said', () => {
    const figure = m.sum({
      label: 'a',
      asOf,
      parts: [rec('x', 1), unknown],
      limits: ['Data satu tahun.'],
      ruleSet: { code: 'KC-2026', version: '3', legalBasis: 'PermenPANRB 3/2020' },
    })
    const shown = explain(figure)
    expect(shown).toContain('href="/catatan/x"')
    for (const word of ['KC-2026', 'PermenPANRB 3/2020', '24 November 2026', 'BKPSDM', 'Data satu tahun.'])
      expect(shown).toContain(word)
  })
})
