import { suppress, suppressChildren, suppressRate } from '../disclosure/suppress.ts'
import { auditSuppression } from '../disclosure/suppression-audit.ts'
import type { ComputeEntry } from './compute-entry.ts'
import { Ask, cell, refuse } from './compute-input.ts'
import {
  costEffectiveness,
  fiellerInterval,
  incrementalRatio,
  returnOnInvestment,
  simulateRoi,
  type UncertainInput,
} from './cost-effectiveness.ts'
import { manpowerForecast, transitionMatrix } from './manpower-forecast.ts'
import { poissonBinomial } from './vacancy-forecast.ts'
import { yearEndForecast } from './year-end-forecast.ts'

type Parameters = Record<string, unknown>
const chance = { min: 0, max: 1 }

function hide(cells: number[][], p: Parameters) {
  const ask = new Ask(p)
  const rows = cells.length
  if (rows === 0 || cells[0]!.length === 0) refuse('Tabel tidak berisi sel.')
  const totals = (name: string, want: number, sums: number[]) => {
    if (ask.source[name] === undefined) return undefined
    if (ask.source[name] === null) return null
    const t = ask.list(name).map((v, i) => (v === null ? null : new Ask({ v }, `${name}[${i}]`).count('v')))
    if (t.length !== want) refuse(`Parameter "${name}" harus sebanyak ${want}.`)
    t.forEach((v, i) => {
      if (v !== null && v !== sums[i])
        refuse(`Parameter "${name}[${i}]" (${v}) tidak sama dengan jumlah selnya (${sums[i]}).`)
    })
    return t
  }
  const sum = (x: number[]) => x.reduce((a, b) => a + b, 0)
  return suppress(
    {
      cells,
      rowTotals: totals('rowTotals', rows, cells.map(sum)),
      columnTotals: totals(
        'columnTotals',
        cells[0]!.length,
        cells[0]!.map((_, j) => sum(cells.map(r => r[j]!))),
      ),
    },
    { minCount: ask.optional('minCount', { min: 1, integer: true }), suppressZero: ask.optionalFlag('suppressZero') },
  )
}

const uncertain = (a: Ask): UncertainInput => {
  const name = a.text('name')
  if (a.has('mean')) return { name, mean: a.number('mean'), sd: a.number('sd', { min: 0 }) }
  const [min, mode, max] = [a.number('min'), a.number('mode'), a.number('max')]
  return min <= mode && mode <= max
    ? { name, min, mode, max }
    : refuse(`Parameter "${a.path}": harus min ≤ mode ≤ max.`)
}

/** Disclosure, cost, stocks. */
export const costEntries: Record<string, ComputeEntry> = {
  suppress: {
    describe: 'Menutup jumlah kecil dan sel pelengkapnya; CSV: satu kolom nama, lalu kolom jumlah.',
    example: `anyam compute suppress '{"cells":[[12,3,20],[8,9,10]]}'`,
    listAs: 'cells',
    fromJson: p => hide(new Ask(p).matrix('cells', { min: 0 }), p),
    fromCsv: (rows, p) => {
      const names = Object.keys(rows[0]!).slice(1)
      if (!names.length) refuse('CSV memerlukan kolom nama dan paling sedikit satu kolom jumlah.')
      return hide(
        rows.map((r, i) => names.map(c => cell(r, c, i, { min: 0, integer: true }))),
        p,
      )
    },
  },
  suppressRate: {
    describe: 'Bolehkah proporsi ini dicetak?',
    example: `anyam compute suppressRate '{"x":9,"n":9}'`,
    fromJson: p => {
      const ask = new Ask(p)
      const [x, n] = [ask.count('x'), ask.count('n')]
      if (x > n) refuse('Parameter "x" tidak boleh lebih dari "n".')
      return suppressRate(x, n, {
        sensitive: ask.optionalFlag('sensitive'),
        minDenominator: ask.optional('minDenominator', { min: 0 }),
      })
    },
  },
  suppressChildren: {
    describe: 'Menutup anak tabel agar sisa dari induknya tidak terbaca.',
    example: `anyam compute suppressChildren '{"children":[{"id":"A","count":30},{"id":"B","count":3}]}'`,
    listAs: 'children',
    fromJson: p => {
      const ask = new Ask(p)
      return {
        children: suppressChildren(
          ask.objects('children', a => ({ id: a.text('id'), count: a.count('count') })),
          ask.optional('minCount', { min: 1 }),
        ),
      }
    },
  },
  auditSuppression: {
    describe: 'Serangan orang luar atas tabel yang ditutup: selang setiap sel tertutup.',
    example: `anyam compute auditSuppression '{"cells":[[12,3],[8,9]],"hidden":[[1,1],[1,1]]}'`,
    fromJson: p => {
      const ask = new Ask(p)
      const cells = ask.matrix('cells', { min: 0 })
      const hidden = ask
        .list('hidden')
        .map(r => (Array.isArray(r) ? r.map(Boolean) : refuse('Parameter "hidden" harus berupa tabel.')))
      if (hidden.length !== cells.length || hidden.some((r, i) => r.length !== cells[i]!.length))
        refuse('Parameter "hidden" harus sebesar "cells".')
      const sum = (x: number[]) => x.reduce((a, b) => a + b, 0)
      return auditSuppression({
        cells,
        hidden,
        rowTotals: cells.map(sum),
        columnTotals: (cells[0] ?? []).map((_, j) => sum(cells.map(r => r[j]!))),
        minCount: ask.optional('minCount', { min: 1 }) ?? 5,
      })
    },
  },
  fiellerInterval: {
    describe: 'Selang Fieller untuk perbandingan dua perkiraan.',
    example: `anyam compute fiellerInterval '{"a":100,"b":20,"va":25,"vb":4,"cab":2}'`,
    fromJson: p => {
      const ask = new Ask(p)
      return fiellerInterval({
        a: ask.number('a'),
        b: ask.number('b'),
        va: ask.number('va', { min: 0 }),
        vb: ask.number('vb', { min: 0 }),
        cab: ask.optional('cab'),
        t: ask.optional('t', { above: 0 }),
      })
    },
  },
  costEffectiveness: {
    describe: 'Biaya per peserta, JP, tingkat yang tertutup, dan orang siap; ROI hanya bila ada sumber nilai uangnya.',
    example: `anyam compute costEffectiveness '{"costs":[{"name":"semua","amount":480000000}],"participants":24,"jp":40,"effects":{"gapLevelsClosed":30,"newlyReady":6}}'`,
    fromJson: p => {
      const ask = new Ask(p)
      const e = ask.optionalObject('effects')
      const low = { min: 0 }
      return costEffectiveness({
        costs: ask.objects('costs', (a, i) => ({
          name: a.optionalText('name') ?? `baris ${i + 1}`,
          amount: a.nullable('amount', low),
          participantTime: a.optionalFlag('participantTime'),
        })),
        participants: ask.has('participants') ? ask.count('participants') : null,
        jp: ask.nullable('jp', low),
        totalJp: ask.nullable('totalJp', low),
        includeParticipantTime: ask.optionalFlag('includeParticipantTime'),
        effects: e && {
          gapLevelsClosed: e.nullable('gapLevelsClosed', low),
          reassessed: e.nullable('reassessed', low),
          newlyReady: e.nullable('newlyReady', low),
          benefit: e.nullable('benefit'),
          benefitSource: e.optionalText('benefitSource') ?? null,
          mean: e.nullable('mean'),
          se: e.nullable('se', low),
          costSe: e.nullable('costSe', low),
        },
      })
    },
  },
  returnOnInvestment: {
    describe: 'ROI (persen) dan BCR dari manfaat dan biaya.',
    example: `anyam compute returnOnInvestment '{"benefit":581000,"cost":229000}'`,
    fromJson: p => returnOnInvestment(new Ask(p).number('benefit'), new Ask(p).number('cost', { min: 0 })),
  },
  incrementalRatio: {
    describe: 'Tambahan biaya untuk setiap tambahan hasil antara dua program (ICER).',
    example: `anyam compute incrementalRatio '{"cost1":200,"effect1":10,"cost2":100,"effect2":6}'`,
    fromJson: p => {
      const ask = new Ask(p)
      return incrementalRatio(ask.number('cost1'), ask.number('effect1'), ask.number('cost2'), ask.number('effect2'))
    },
  },
  simulateRoi: {
    describe: 'ROI bila manfaat dan biaya tidak pasti.',
    example: `anyam compute simulateRoi '{"benefits":[{"name":"b","min":10,"mode":20,"max":40}],"costs":[{"name":"c","mean":12,"sd":2}]}'`,
    fromJson: p => {
      const ask = new Ask(p)
      return simulateRoi({
        benefits: ask.objects('benefits', uncertain),
        costs: ask.objects('costs', uncertain),
        draws: ask.optional('draws', { min: 100, max: 1e6, integer: true }),
        seed: ask.optional('seed', { integer: true }),
      })
    },
  },
  yearEndForecast: {
    describe:
      'Perkiraan belanja sebuah baris anggaran pada akhir tahun dari realisasi, komitmen, dan penyelesaian tahun sebelumnya.',
    example: `anyam compute yearEndForecast '{"realised":60,"committed":100,"shares":[0.8,0.9,0.85]}'`,
    fromJson: p => {
      const ask = new Ask(p)
      return yearEndForecast({
        realised: ask.nullable('realised', { min: 0 }),
        committed: ask.nullable('committed', { min: 0 }),
        shares: ask.numbers('shares', chance),
      })
    },
  },
  poissonBinomial: {
    describe: 'Sebaran jumlah kejadian dari peluang yang berbeda.',
    example: `anyam compute poissonBinomial '{"p":[0.3,0.5,0.9]}'`,
    listAs: 'p',
    fromJson: p => ({ distribution: poissonBinomial(new Ask(p).numbers('p', chance)) }),
  },
  manpowerForecast: {
    describe: 'Jumlah pegawai tiap jenjang dari tahun ke tahun.',
    example: `anyam compute manpowerForecast '{"stock0":[200,60,20],"P":[[0.8,0.1,0],[0,0.85,0.07],[0,0,0.88]],"recruits":[[20,0,0]],"horizon":3}'`,
    fromJson: p => {
      const ask = new Ask(p)
      const stock0 = ask.numbers('stock0', { min: 0 })
      if (!stock0.length) refuse('Parameter "stock0" harus memuat paling sedikit satu jenjang.')
      const P = ask.matrix('P', chance)
      const recruits = ask.matrix('recruits', { min: 0 })
      if (P.length !== stock0.length || P.some(r => r.length !== stock0.length))
        refuse(`Parameter "P" harus ${stock0.length}×${stock0.length}.`)
      P.forEach((r, i) => {
        if (r.reduce((a, b) => a + b, 0) > 1 + 1e-9) refuse(`Parameter "P[${i}]" berjumlah lebih dari 1.`)
      })
      if (recruits.some(r => r.length !== stock0.length)) refuse('Parameter "recruits" harus sebanyak jenjangnya.')
      return manpowerForecast(stock0, P, recruits, ask.number('horizon', { min: 0, max: 60, integer: true }), {
        draws: ask.optional('draws', { min: 100, max: 100000, integer: true }),
        seed: ask.optional('seed', { integer: true }),
      })
    },
  },
  transitionMatrix: {
    describe: 'Peluang perpindahan jenjang dari jumlah tahunan.',
    example: `anyam compute transitionMatrix '{"counts":[[[80,10],[0,40]]],"stock":[[100,50]]}'`,
    fromJson: p => {
      const ask = new Ask(p)
      const counts = ask
        .list('counts')
        .map((_, i) => new Ask({ m: ask.list('counts')[i] }, `counts[${i}]`).matrix('m', { min: 0 }))
      const stock = ask.matrix('stock', { min: 0 })
      const k = stock[0]?.length ?? 0
      if (counts.length !== stock.length || counts.some(c => c.length !== k || c.some(r => r.length !== k)))
        refuse('Parameter "counts" harus satu tabel persegi tiap tahun "stock".')
      return transitionMatrix(counts, stock, ask.optional('leastDenominator', { min: 0 }))
    },
  },
}
