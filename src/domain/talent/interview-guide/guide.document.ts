import type { ReportBlock, ReportDocument } from '#platform/document/report-document.ts'
import type { Question } from './guide.store.ts'

const line = '........................................................................'

/** The guide on paper: each question with its anchors, a place for the level and for the example from the answer. */
export const guideDocument = (
  guide: { name: string; purpose: string; forWhom: string },
  questions: readonly Question[],
  meta: { agency: string; on: string; printedBy: string },
): ReportDocument => ({
  title: guide.name,
  scope: `${guide.purpose}, untuk ${guide.forWhom}. Pewawancara menilai sendiri-sendiri, lalu membuka nilai bersama.`,
  issuer: meta.agency,
  letterhead: 'Panduan wawancara terstruktur',
  mark: 'Terbatas',
  printed: `dicetak ${meta.on}, ${meta.printedBy}`,
  foot: `Terbatas · ${guide.name}`,
  blocks: [
    {
      kind: 'facts',
      facts: [
        { term: 'Calon', value: line.slice(0, 40) },
        { term: 'Pewawancara', value: line.slice(0, 40) },
        { term: 'Tanggal', value: line.slice(0, 24) },
      ],
    },
    {
      kind: 'note',
      title: 'Sebelum mulai',
      text: 'Ajukan semua pertanyaan dengan kata-kata yang sama. Catat contoh dari jawaban, lalu pilih level yang paling dekat.',
      tone: 'plain',
    },
    ...questions.flatMap((q, i): ReportBlock[] => [
      { kind: 'heading', text: `${i + 1}. ${q.competency}`, note: q.code },
      { kind: 'paragraph', text: q.text },
      ...(q.probe ? [{ kind: 'paragraph' as const, text: `Pendalaman: ${q.probe}`, isQuiet: true }] : []),
      {
        kind: 'table',
        caption: `Isi jawaban untuk pertanyaan ${i + 1}`,
        header: ['Level', 'Isi jawaban', 'Pilih'],
        rows: [
          ['0', 'Belum terlihat dalam jawaban.', '[  ]'],
          ...q.anchors.map(a => [String(a.level), a.text, '[  ]']),
        ],
        widths: [0.6, 6, 0.7],
      },
      { kind: 'facts', facts: [{ term: 'Contoh dari jawaban', value: `${line}\n${line}` }] },
    ]),
    { kind: 'paragraph', text: `Pertanyaan menurut bank pada ${meta.on}.`, isQuiet: true },
  ],
})
