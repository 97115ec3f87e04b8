import fc from 'fast-check'
import { expect, test } from 'vitest'
import { differences } from '#core/rule-set/rule-set.ts'
import { nineBoxRules } from '../nine-box/nine-box.rules.ts'
import { scoreRules } from '../score/score.rules.ts'
import { nextVersionName, type PolicyRules, policyIssues, standingsOn } from './policy.model.ts'
import { numberFrom, readSection, sectionFields, sectionsOf } from './policy-form.model.ts'
import { sayDifference } from './policy-words.ts'

const policy = (code: string): PolicyRules => ({
  ...scoreRules.on('2026-11-24', code).body,
  boxes: nineBoxRules.on('2026-11-24').body,
})
const bkn = policy('BKN-SIMATA')
const shipped = ['BKN-SIMATA', 'PUPR-DJBK', 'MANADO-AMBANG'].map(policy)

test('Every shipped framework could take effect as it stands, and the empty one says what it lacks', () => {
  for (const rules of shipped) expect(policyIssues(rules)).toEqual([])
  expect(policyIssues(policy('KOSONG')).map(i => i.message)).toEqual([
    'Sumbu Kinerja: belum ada bagian yang berbobot.',
    'Sumbu Potensial: belum ada bagian yang berbobot.',
  ])
})

test('A form that nobody changed reads back as the same policy, section by section', () => {
  for (const rules of shipped)
    for (const section of sectionsOf(rules)) {
      const { rules: read, issues } = readSection(section, sectionFields(section, rules), rules)
      expect(issues, section).toEqual([])
      expect(read, section).toEqual(rules)
    }
})

test('Weights that do not add up are refused with the sum and every line', () => {
  const filled = { ...sectionFields('weights', bkn), 'weight:predikat': '55' }
  const { issues } = readSection('weights', filled, bkn)
  expect(issues).toEqual([
    {
      section: 'weights',
      field: 'axis:y',
      message:
        'Sumbu Kinerja: jumlah bobot 95, seharusnya 100 (Predikat kinerja (SKP) 55; Penghargaan 15; Penugasan dalam tim kerja 15; Umpan balik kinerja 360° 10).',
    },
  ])
})

test('A gap and an overlap in a rubric name both lines and the row of the form', () => {
  const fields = sectionFields('rubric:bangkom', bkn)
  const gap = readSection('rubric:bangkom', { ...fields, 'from:bangkom:2': '6' }, bkn).issues
  expect(gap).toEqual([
    {
      section: 'rubric:bangkom',
      field: 'from:bangkom:2',
      message: 'Rubrik Pengembangan kompetensi: celah antara baris 2 (1–5) dan baris 3 (6–10).',
    },
  ])
  const overlap = readSection('rubric:bangkom', { ...fields, 'to:bangkom:1': '7' }, bkn).issues
  expect(overlap[0].message).toContain('baris 2 (1–7) bertumpang dengan baris 3 (5–10)')
})

test('A row that was emptied is left out, and messages still point at the row as it stands on the screen', () => {
  const fields = sectionFields('rubric:bangkom', bkn)
  for (const name of ['from:bangkom:1', 'to:bangkom:1', 'value:bangkom:1']) delete fields[name]
  const { issues } = readSection('rubric:bangkom', fields, bkn)
  expect(issues).toMatchObject([{ field: 'from:bangkom:2' }])
  expect(issues[0].message).toContain('celah antara baris 1 (0–1) dan baris 2 (5–10)')
})

test('A word of the register that a rubric drops is named, because people would lose their value', () => {
  const fields = sectionFields('rubric:predikat', bkn)
  delete fields['word:predikat:1']
  delete fields['value:predikat:1']
  expect(readSection('rubric:predikat', fields, bkn).issues[0].message).toContain('baris Baik tidak ada')
})

test('What is no number is said at its field, and nothing else is said before it is mended', () => {
  const { issues } = readSection('cuts', { ...sectionFields('cuts', bkn), 'cut:x:0': 'enam puluh' }, bkn)
  expect(issues).toEqual([
    { section: 'cuts', field: 'cut:x:0', message: 'Ambang 1 Potensial: "enam puluh" bukan angka. Contoh: 12,5.' },
  ])
  expect([numberFrom('12,5'), numberFrom('12.5'), numberFrom('1.234,5'), numberFrom('dua')]).toEqual([
    12.5,
    12.5,
    1234.5,
    null,
  ])
})

test('Cut points must rise, levels have names of their own, a ranking is two rising shares', () => {
  const fields = sectionFields('cuts', bkn)
  const said = (more: Record<string, string>) =>
    readSection('cuts', { ...fields, ...more }, bkn).issues.map(i => i.message)
  expect(said({ 'cut:y:1': '60' })).toEqual(['Kinerja: ambang 60 tidak lebih tinggi dari 60.'])
  expect(said({ 'level:x:1': 'Tinggi' })).toEqual(['Potensial: tingkat Tinggi disebut dua kali.'])
  const ranked = { 'method:y': 'rank', 'within:y': 'unit', 'percent:y:0': '20', 'percent:y:1': '80', 'least:y': '5' }
  expect(said(ranked)).toEqual([])
  expect(said({ ...ranked, 'percent:y:1': '10' })).toHaveLength(1)
})

test('A box number used twice names both places, a box without treatment is named', () => {
  const twice = [
    [2, 3, 6],
    [2, 5, 8],
    [4, 7, 9],
  ]
  const said = policyIssues({ ...bkn, boxes: { ...bkn.boxes, numbers: twice } }).map(i => i.message)
  expect(said[0]).toMatch(/^Nomor kotak 2 dipakai dua kali/)
  const { issues } = readSection('boxes', { ...sectionFields('boxes', bkn), 'treatments:5': '' }, bkn)
  expect(issues).toEqual([{ section: 'boxes', field: 'treatments:5', message: 'Kotak 5 belum punya perlakuan.' }])
})

test('Whatever weights are typed, they pass exactly when both axes add up to a hundred', () => {
  const codes = bkn.parts.map(p => p.code)
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 60 }), { minLength: codes.length, maxLength: codes.length }),
      weights => {
        const filled = { ...sectionFields('weights', bkn) }
        codes.forEach((code, i) => {
          filled[`weight:${code}`] = String(weights[i])
        })
        const sum = (axis: string) => bkn.parts.reduce((s, p, i) => s + (p.axis === axis ? weights[i] : 0), 0)
        const { issues } = readSection('weights', filled, bkn)
        expect(issues.length === 0).toBe(sum('x') === 100 && sum('y') === 100)
      },
    ),
  )
})

test('Of an agency’s own and a shipped version the own one holds from its day on, and the shipped one is replaced', () => {
  const old = { code: 'A', version: '1', isOwn: false, validFrom: '2025-01-01', validUntil: null }
  const own = { code: 'A', version: '2', isOwn: true, validFrom: '2026-12-01', validUntil: null }
  expect([...standingsOn([old, own], '2026-11-30').values()]).toEqual(['holding', 'coming'])
  expect([...standingsOn([old, own], '2026-12-01').values()]).toEqual(['replaced', 'holding'])
  expect(nextVersionName(['2026-1'], '2026-11-24')).toBe('2026-2')
})

test('Every difference between two policies is said in words a reader knows, never as a path', () => {
  const changed: PolicyRules = {
    ...bkn,
    useExpired: true,
    talentWeights: { x: 40, y: 60 },
    axes: {
      ...bkn.axes,
      y: { ...bkn.axes.y, cuts: [60, 78], ranking: { within: 'unit', percents: [20, 80], leastPeople: 5 } },
    },
    parts: bkn.parts
      .filter(p => p.code !== 'bidang')
      .map(p =>
        p.code === 'bangkom' && p.rubric.kind === 'band'
          ? {
              ...p,
              weight: 20,
              rubric: { ...p.rubric, bands: p.rubric.bands.map(b => ({ ...b, value: b.value / 2 })) },
            }
          : p.code === 'pengalaman' && p.rubric.kind === 'mean'
            ? { ...p, rubric: { ...p.rubric, of: p.rubric.of.slice(0, 2) } }
            : p,
      ),
    boxes: {
      ...bkn.boxes,
      boxes: bkn.boxes.boxes.map(b => (b.number === 5 ? { ...b, name: 'Inti', treatments: ['Rotasi'] } : b)),
    },
  }
  const said = differences(bkn, changed).map(d => sayDifference(d, changed))
  expect(said.length).toBeGreaterThan(10)
  for (const { what, before, after } of said)
    expect(`${what}: ${before} ${after}`).not.toMatch(/undefined|\[object|[{}]|parts|axes|rubric|boxes|NaN/)
  expect(said).toContainEqual({ what: 'Kinerja: ambang 2', before: '80', after: '78' })
  expect(said).toContainEqual({
    what: 'Kinerja: cara menentukan tingkat',
    before: 'ambang tetap',
    after: 'peringkat dalam unit, 20% terbawah dan 20% teratas',
  })
  expect(said).toContainEqual({ what: 'Bagian Kesesuaian bidang ilmu', before: 'bobot 10', after: 'tidak ada' })
})
