import { isKnown } from '#core/figure/figure.ts'
import { formatDay, formatNumber } from '#core/text/format.ts'
import type { Day } from '#core/values/day.ts'
import type { ReportBlock, ReportDocument } from '#platform/document/report-document.ts'
import { strengthsAndGaps } from './assessment-centre.model.ts'
import { figuresOf, type Report } from './centre-report.store.ts'
import { aspectWord, categoryWords, levelText, standingWord } from './centre-words.ts'

/** The report of a person on paper: what stands out, how to go on, how long it holds, whom to ask. */
export const centreReportDocument = (report: Report, printed: { on: Day; by: string }): ReportDocument => {
  const { content } = report
  const { jpm, category } = figuresOf(report)
  const sorted = strengthsAndGaps(
    content.levels.flatMap(l => (l.standard === null ? [] : [{ ...l, standard: l.standard }])),
  )
  const aspects = [...content.aspects, ...content.leadership]
  const seal = report.content_hash.slice(0, 16)
  const blocks: ReportBlock[] = [
    {
      kind: 'finding',
      title: isKnown(jpm)
        ? `Kecocokan dengan standar (JPM) ${formatNumber(jpm.value, { digits: 2 })}%`
        : 'Kecocokan dengan standar (JPM) belum dapat dihitung',
      text: isKnown(category)
        ? `Kategori: ${categoryWords[category.value] ?? category.value}.`
        : 'Ada level yang tidak teramati.',
      state: `Berlaku sampai ${formatDay(content.validUntil)}`,
      facts: [
        { term: 'Nama', value: content.person.name },
        { term: 'NIP', value: content.person.nip },
        { term: 'Jabatan', value: content.person.position ?? 'belum dicatat' },
        { term: 'Unit', value: content.person.unit },
        { term: 'Tujuan', value: content.batch.use },
        { term: 'Tanggal asesmen', value: formatDay(content.assessedOn) },
        { term: 'Standar', value: content.standard ?? 'standar jabatan' },
        { term: 'Kategori metode', value: content.batch.complexity },
      ],
    },
    ...(report.reason
      ? ([
          { kind: 'note', title: `Versi ${report.version} adalah koreksi`, text: report.reason, tone: 'due' },
        ] satisfies ReportBlock[])
      : []),
    { kind: 'heading', text: 'Kekuatan' },
    { kind: 'paragraph', text: content.summary },
    ...(sorted.strengths.length > 0
      ? ([
          {
            kind: 'paragraph',
            text: `Sudah memenuhi standar: ${sorted.strengths.map(s => s.name).join('; ')}.`,
            isQuiet: true,
          },
        ] satisfies ReportBlock[])
      : []),
    { kind: 'heading', text: 'Yang dapat dikembangkan' },
    { kind: 'paragraph', text: content.advice },
    ...(sorted.toDevelop.length > 0
      ? ([
          {
            kind: 'paragraph',
            text: `Masih di bawah standar: ${sorted.toDevelop.map(s => s.name).join('; ')}.`,
            isQuiet: true,
          },
        ] satisfies ReportBlock[])
      : []),
    { kind: 'heading', text: 'Level setiap kompetensi' },
    {
      kind: 'table',
      caption: 'Level yang dicapai terhadap standar',
      header: ['Kompetensi', 'Dicapai', 'Standar', 'Artinya'],
      rows: content.levels.map(l => [
        l.name,
        levelText(l.level),
        l.standard === null ? '–' : `level ${l.standard}`,
        standingWord(l.level, l.standard),
      ]),
      widths: [3, 1.4, 1.2, 1.4],
    },
    ...(aspects.length > 0
      ? ([
          { kind: 'heading', text: 'Aspek potensi', note: 'bahan pengembangan, bukan putusan' },
          {
            kind: 'table',
            caption: 'Aspek potensi dan potensi kepemimpinan',
            header: ['Aspek', 'Yang terlihat'],
            rows: aspects.map(a => [a.name, aspectWord(a.level)]),
            widths: [3, 2],
          },
        ] satisfies ReportBlock[])
      : []),
    { kind: 'heading', text: 'Tentang laporan ini' },
    {
      kind: 'facts',
      facts: [
        { term: 'Penyelenggara', value: content.batch.provider },
        { term: 'Asesor', value: content.assessors.join('; ') },
        { term: 'Disepakati', value: content.agreedBy },
        { term: 'Bertanya kepada', value: content.batch.contact },
        { term: 'Diterbitkan', value: `${report.made_by_name}, ${formatDay(report.made_on)}` },
      ],
    },
    {
      kind: 'note',
      title: 'Siapa yang membaca',
      text: 'Laporan ini untuk orangnya dan yang berwenang. Catatan asesor tidak ditunjukkan kepada atasan maupun admin sistem.',
      tone: 'plain',
    },
    {
      kind: 'code',
      label: 'Sidik isi',
      code: seal,
      text: 'Enam belas tanda pertama SHA-256 isi laporan.',
    },
  ]
  return {
    title: `Laporan asesmen ${content.person.name}`,
    scope: `${content.batch.name}, ${formatDay(content.assessedOn)}, versi ${report.version}.`,
    issuer: content.agency,
    letterhead: `Laporan asesmen · ${formatDay(report.made_on)}`,
    mark: 'Terbatas',
    printed: `dicetak ${formatDay(printed.on)}, ${printed.by}`,
    foot: `Terbatas · laporan asesmen · ${seal}`,
    blocks,
  }
}
