import type { Figure } from '#core/figure/figure.ts'
import { formatDay, formatNumber, formatRupiah } from '#core/text/format.ts'
import type { Day } from '#core/values/day.ts'
import type { ReportBlock, ReportDocument } from '#platform/document/report-document.ts'
import type { BudgetProposal } from './budget-proposal.ts'

/** A figure as a paper says it: unknown in words, a sum of what is known as "sekurang-kurangnya". */
const said = (figure: Figure): string => {
  if (figure.value === null) return 'belum diketahui'
  const value = Number(figure.value)
  const text =
    figure.unit === 'rupiah'
      ? formatRupiah(value)
      : figure.unit === 'percent'
        ? `${formatNumber(value, { digits: figure.digits ?? 1 })}%`
        : formatNumber(value)
  return figure.limits.some(l => l.startsWith('Sekurang-kurangnya')) ? `sekurang-kurangnya ${text}` : text
}

/** The argument in sentences; the paper and the page say the same. */
export const argumentOf = (p: BudgetProposal): string[] => [
  p.documents.length > 0
    ? `Usulan ini berdiri di atas ${p.documents.map(d => `${d.kind.toUpperCase()} versi ${d.version} dari ${d.collection}`).join(' dan ')}, yang dikonfirmasi atasan dan diverifikasi pengelola.`
    : 'Belum ada RPK atau HCDP untuk tahun ini, jadi kebutuhannya belum dapat disebut.',
  ...(Number(p.open.value) > 0
    ? [
        'Sebagian kebutuhan belum memiliki baris yang menanggung. Tanpa tambahan, orangnya masuk daftar tahun berikutnya.',
      ]
    : p.documents.length > 0
      ? ['Seluruh kebutuhan yang biayanya diketahui sudah memiliki baris yang menanggung.']
      : []),
]

export const limitsOf = (p: BudgetProposal): string[] => [
  ...(Number(p.unknownCost.value) > 0 ? ['Ada kebutuhan yang biayanya belum diketahui dan belum dihitung.'] : []),
  'Kenaikan level menunjukkan hasil belajar peserta. Pengaruh pada indikator unit ada dalam evaluasi program.',
  p.bought
    ? 'Hasil tambahan dana dihitung penyusun rencana untuk satu skenario. Skenario lain dapat memberi hasil lain.'
    : 'Kebutuhan yang dibayar tambahan dana mengikuti urutan kebutuhan, bukan susunan optimal kelas.',
]

/** From which question the planner's answer comes, and how sure it is. */
export const boughtWords = ({ answer, steps }: NonNullable<BudgetProposal['bought']>): string => {
  const far = steps.map(s => s.distance)
  const sure = far.some(d => d === null)
    ? 'Sebagian jawabannya belum berbatas terbukti.'
    : Math.max(...far.map(Number)) < 0.01
      ? 'Semuanya terbukti yang terbaik.'
      : `Semuanya terbukti paling jauh ${formatNumber(Math.max(...far.map(Number)), { digits: 1 })}% dari yang terbaik.`
  return `Dihitung penyusun rencana ${formatDay(answer.asked_on)} dari skenario ${answer.scenario}, dengan tambahan pada ${answer.line ?? 'baris skenario'}. ${sure}`
}

/** The proposal on paper: needs, what the year before did, what more money would buy, three years, limits. */
export const proposalDocument = (
  p: BudgetProposal,
  { agency, on, by }: { agency: string; on: Day; by: string },
): ReportDocument => {
  const blocks: ReportBlock[] = [
    {
      kind: 'facts',
      facts: [
        { term: 'Kebutuhan seluruhnya', value: said(p.cost) },
        { term: 'Sudah ada barisnya', value: said(p.funded) },
        { term: 'Belum ada barisnya', value: said(p.open) },
        { term: `Pagu ${p.year}`, value: p.ceiling ? said(p.ceiling) : 'belum ditetapkan' },
      ],
    },
    ...argumentOf(p).map((text): ReportBlock => ({ kind: 'paragraph', text })),
    { kind: 'heading', text: '1  Kebutuhan' },
    {
      kind: 'paragraph',
      text: `${said(p.people)} orang memiliki ${said(p.needs)} kebutuhan. ${said(p.mandatory)} di antaranya pelatihan kepemimpinan wajib, dan ${said(p.waited)} sudah ditunda dari tahun sebelumnya.`,
    },
    ...(p.units.length > 0
      ? ([
          {
            kind: 'table',
            caption: 'Kebutuhan menurut unit',
            header: ['Unit', 'Orang', 'Kebutuhan', 'Biaya', 'Belum ada baris'],
            rows: p.units.map(u => [u.unit, said(u.people), said(u.needs), said(u.cost), said(u.open)]),
            widths: [3, 0.8, 1, 2, 1.8],
          },
        ] satisfies ReportBlock[])
      : []),
    { kind: 'heading', text: `2  Yang dicapai tahun ${p.before.year}` },
    {
      kind: 'paragraph',
      text: `Pagu ${said(p.before.amount)}, terealisasi ${said(p.before.realised)}, yaitu ${said(p.before.absorption)}.`,
    },
    p.effects.length > 0
      ? {
          kind: 'table',
          caption: 'Peserta yang naik level sesudah modul, menurut ukuran orang lain',
          header: ['Modul', 'Naik level', 'Diukur'],
          rows: p.effects.map(e => [e.name, said(e.share), said(e.share.parts[1])]),
          widths: [3, 1, 1],
        }
      : { kind: 'paragraph', text: 'Belum ada modul dengan cukup peserta yang diukur sesudahnya.', isQuiet: true },
    { kind: 'heading', text: '3  Yang dapat dibeli dengan tambahan dana' },
    ...(p.bought ? [{ kind: 'paragraph', text: boughtWords(p.bought) } satisfies ReportBlock] : []),
    p.bought
      ? {
          kind: 'table',
          caption: 'Tambahan dana dan yang dibelinya menurut penyusun rencana',
          header: ['Tambahan', 'Orang bertambah', 'Level bertambah'],
          rows: p.bought.steps.map(s => [formatRupiah(s.amount), said(s.people), said(s.levels)]),
          widths: [2, 1, 1],
        }
      : p.steps.length > 0
        ? {
            kind: 'table',
            caption: 'Tambahan dana dan kebutuhan yang dibayarnya',
            header: ['Tambahan', 'Kebutuhan', 'Orang'],
            rows: p.steps.map(s => [formatRupiah(s.amount), said(s.needs), said(s.people)]),
            widths: [2, 1, 1],
          }
        : { kind: 'paragraph', text: 'Tidak ada kebutuhan yang menunggu dana.', isQuiet: true },
    { kind: 'heading', text: '4  Tiga tahun' },
    {
      kind: 'table',
      caption: 'Pagu dan kebutuhan dalam tiga tahun',
      header: ['Tahun', 'Pagu', 'Kebutuhan', 'Tanpa baris', 'Orang ditunda'],
      rows: p.years.map(y => [String(y.year), said(y.ceiling), said(y.planned), said(y.unfunded), said(y.deferred)]),
      widths: [0.8, 2, 2, 2, 1],
    },
    { kind: 'heading', text: '5  Batas' },
    ...limitsOf(p).map((text): ReportBlock => ({ kind: 'paragraph', text })),
  ]
  return {
    title: `Usulan anggaran diklat ${p.year}`,
    scope: `Disusun dari kebutuhan yang diverifikasi, per ${formatDay(on)}.`,
    issuer: agency,
    letterhead: `Usulan anggaran diklat ${p.year}`,
    mark: 'Terbatas',
    printed: `Dicetak ${formatDay(on)} oleh ${by}`,
    foot: `Terbatas · Usulan anggaran diklat ${p.year}`,
    blocks,
  }
}
