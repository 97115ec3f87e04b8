import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayFrom, daysInMonth } from '#core/values/day.ts'
import { known, readDay, readMonth } from './day.ts'
import { readNip } from './nip-cell.ts'
import { readMoney, readNumber } from './number.ts'
import { editsBetween, isBroken, isMissing, plainName, tidy } from './text.ts'
import { unitIndex } from './unit-index.ts'
import { educationOf, rankOf, sexOf, statusOf } from './words.ts'

const day = fc
  .record({
    year: fc.integer({ min: 1931, max: 2030 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
  })
  .filter(d => d.day <= daysInMonth(d.year, d.month))
const months = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
]
const short = ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des']
const two = (n: number) => String(n).padStart(2, '0')

describe('a day', () => {
  it('Every way of writing one day is that day, the day always before the month', () => {
    fc.assert(
      fc.property(day, d => {
        const meant = known(dayFrom(d.year, d.month, d.day))
        const serial = Date.UTC(d.year, d.month - 1, d.day) / 86_400_000 + 25_569
        const [dd, mm] = [two(d.day), two(d.month)]
        const written = [
          `${dd}/${mm}/${d.year}`,
          `${d.day}-${d.month}-${d.year}`,
          `${dd}.${mm}.${d.year}`,
          `${d.year}-${mm}-${dd}`,
          `${d.day} ${months[d.month - 1]} ${d.year}`,
          `${d.day} ${short[d.month - 1]} ${d.year}`,
          `${dd}-${short[d.month - 1]}-${two(d.year % 100)}`,
          `${dd}/${mm}/${two(d.year % 100)}`,
          `\u00a0${dd}/${mm}/${d.year} `,
          `${d.year}-${mm}-${dd}T00:00:00`,
          serial,
          String(serial),
        ]
        for (const cell of written) expect(readDay(cell)).toEqual(meant)
      }),
    )
  })
  it('A day that is in no calendar is refused, silence is told apart', () => {
    for (const bad of ['31/04/2026', '30 Februari 2021', '2020-13-01', '32/05/2026', 'besok', 2005, '13/13/13'])
      expect(readDay(bad).is).toBe('invalid')
    for (const none of ['', ' ', '-', 'n/a', '#N/A', '00/00/0000', null]) expect(readDay(none).is).toBe('missing')
  })
  it('Two-digit years up to 30 are of this century', () => {
    expect([readDay('01/01/30'), readDay('01/01/31')]).toEqual([known('2030-01-01'), known('1931-01-01')])
  })
  it('A month is read in its five spellings', () => {
    for (const cell of ['2026-03', '03/2026', 'Maret 2026', 'Mar-26', '2026-03-01', 46082, '202603', 202603])
      expect(readMonth(cell)).toEqual(known('2026-03'))
    expect(readMonth('2026-13').is).toBe('invalid')
  })
})

describe('money and measures', () => {
  it('Whole rupiah come back from every way of writing them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_000_000_000_000 }), amount => {
        const dotted = String(amount).replace(/\B(?=(\d{3})+$)/g, '.')
        for (const cell of [
          amount,
          String(amount),
          dotted,
          `Rp${dotted}`,
          `Rp ${dotted},-`,
          `Rp. ${dotted},00`,
          `${dotted},00`,
          dotted.replaceAll('.', ','),
        ])
          expect(readMoney(cell)).toEqual(known(amount))
      }),
    )
  })
  it('Unknown is not zero and zero is not unknown', () => {
    expect([readMoney('gratis'), readMoney(0), readMoney('0')]).toEqual([known(0), known(0), known(0)])
    for (const cell of ['n/a', '-', null, '#VALUE!']) expect(readMoney(cell).is).toBe('missing')
    expect(readMoney('dua juta').is).toBe('invalid')
    expect(readMoney('1,5 juta')).toEqual(known(1_500_000))
  })
  it('A measure keeps its decimals, comma or point, with unit or percent', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999, max: 99_999 }), hundredths => {
        const value = hundredths / 100
        const text = value.toFixed(2)
        for (const cell of [text, text.replace('.', ','), `${text.replace('.', ',')}%`, `${text} %`])
          expect(readNumber(cell)).toEqual(known(Number(text)))
      }),
    )
    expect([readNumber('24 JP'), readNumber('24,0'), readNumber('85.125'), readNumber('(3)')]).toEqual([
      known(24),
      known(24),
      known(85.125),
      known(-3),
    ])
    expect(readNumber('dua puluh').is).toBe('invalid')
  })
})

describe('an NIP', () => {
  const nip = fc
    .tuple(
      day,
      fc.integer({ min: 2000, max: 2024 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 2 }),
      fc.integer({ min: 0, max: 999 }),
    )
    .map(
      ([d, year, month, sex, n]) =>
        `${d.year}${two(d.month)}${two(d.day)}${year}${two(month)}${sex}${String(n).padStart(3, '0')}`,
    )
  it('Blanks, no-break spaces and apostrophes do not matter', () => {
    fc.assert(
      fc.property(nip, n => {
        const spaced = `${n.slice(0, 8)} ${n.slice(8, 14)} ${n.slice(14, 15)} ${n.slice(15)}`
        for (const cell of [n, `'${n}`, ` ${n}  `, spaced, spaced.replaceAll(' ', '\u00a0')])
          expect(readNip(cell)).toEqual({ is: 'known', value: n })
      }),
    )
  })
  it('What Excel has spoilt is never guessed', () => {
    fc.assert(
      fc.property(nip, n => {
        expect(readNip(Number(n))).toEqual({ is: 'fault', code: 'NIP_RUSAK_EXCEL' })
      }),
    )
    for (const cell of ['1,98904E+17', '1.98904e+17', '1,98E17'])
      expect(readNip(cell)).toEqual({ is: 'fault', code: 'NIP_RUSAK_EXCEL' })
    expect(readNip('19770516200103294O')).toEqual({ is: 'fault', code: 'NIP_BUKAN_18_DIGIT' })
    expect(readNip('197713162001032946')).toEqual({ is: 'fault', code: 'NIP_TANGGAL_TIDAK_SAH' })
  })
})

describe('a unit', () => {
  const names = [
    'Dinas Pekerjaan Umum dan Penataan Ruang',
    'Inspektorat Daerah',
    'Badan Kepegawaian dan Pengembangan SDM',
    'Dinas Kesehatan',
    'Dinas Perhubungan',
  ]
  const index = unitIndex([...names.map(name => ({ name })), { name: 'Sekretariat Daerah', shortName: 'Setda' }])
  it('Case and blanks do not matter, one typing slip is matched and said', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.nat(), (name, at) => {
        expect(index.match(`  ${name.toUpperCase().replaceAll(' ', '  ')}\u00a0`)).toMatchObject({
          is: 'known',
          unit: { name },
        })
        const i = at % name.length
        const slip = name.slice(0, i) + name.slice(i + 1)
        expect(index.match(slip)).toMatchObject({ is: name[i] === ' ' ? 'known' : 'near', unit: { name } })
      }),
    )
    expect(index.match('SETDA')).toMatchObject({ is: 'known', unit: { name: 'Sekretariat Daerah' } })
    expect(index.match('Dinas Antariksa').is).toBe('unknown')
  })
  it('Two names equally near are not guessed between', () => {
    expect(unitIndex([{ name: 'Kecamatan Sari I' }, { name: 'Kecamatan Sari II' }]).match('Kecamatan Sari').is).toBe(
      'unknown',
    )
  })
  it('Edits are counted the same from both sides and never below the difference in length', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
        expect(editsBetween(a, b, 20)).toBe(editsBetween(b, a, 20))
        expect(editsBetween(a, b, 20)).toBeGreaterThanOrEqual(Math.abs(a.length - b.length))
        expect(editsBetween(a, a, 2)).toBe(0)
      }),
    )
  })
})

describe('words', () => {
  it('Degrees and titles are no part of a name', () => {
    for (const name of [
      'Dr.Fajar Subagyo,S.T.,M.T.',
      'Fajar  Subagyo, SH',
      'Ir. Fajar Subagyo',
      'H. Fajar Subagyo, S.Kep., Ns.',
    ])
      expect(plainName(name)).toBe('Fajar Subagyo')
    expect(plainName('I Made Susilo, A.Md.')).toBe('I Made Susilo')
  })
  it('Sex, status, rank and schooling are read in their usual spellings', () => {
    expect(['L', 'l', 'Pria', 'LAKI-LAKI', 1, 'M'].map(sexOf)).toEqual(Array(6).fill('L'))
    expect(['P', 'Wanita', 'perempuan', 2, 'F'].map(sexOf)).toEqual(Array(5).fill('P'))
    expect([sexOf('X'), sexOf('-')]).toEqual([null, null])
    expect(['P3K', 'pppk', 'PNS', 'CPNS', 'Kontrak'].map(statusOf)).toEqual(['PPPK', 'PPPK', 'PNS', 'PNS', null])
    expect(['IIIc', 'III / C', 'III/c', 'Penata (III/c)', '3c', 'Penata, III/c'].map(rankOf)).toEqual(
      Array(6).fill('III/c'),
    )
    expect([rankOf('IX'), rankOf('-'), rankOf('Kepala')]).toEqual(['IX', null, null])
    expect(['S1', 'S-1', 'Sarjana (S1)', 'S1/D-IV'].map(educationOf)).toEqual(Array(4).fill('S-1'))
    expect(['D3', 'Diploma III', 'SMA/Sederajat', 'SLTA/SMK', 'D-IV', 'S2'].map(educationOf)).toEqual([
      'D-III',
      'D-III',
      'SLTA',
      'SLTA',
      'D-IV',
      'S-2',
    ])
  })
  it('Silence has many spellings, spoilt letters are seen', () => {
    for (const cell of [null, '', '  ', '-', 'n/a', 'N/A', '#N/A', '#VALUE!', '00/00/0000'])
      expect(isMissing(cell)).toBe(true)
    for (const cell of [0, '0', 'nol', false]) expect(isMissing(cell)).toBe(false)
    expect(['RenÃ© Setiawan', 'Reformasi â€“ Angkatan'].map(isBroken)).toEqual([true, true])
    expect(['René Setiawan', 'Diklat – Angkatan I', 'Citra Âyu'].map(isBroken)).toEqual([false, false, false])
    expect(tidy(" 'Budi\u00a0 Santoso ")).toBe('Budi Santoso')
  })
})
