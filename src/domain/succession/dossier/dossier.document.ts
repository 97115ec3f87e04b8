import { formatDay } from '#core/text/format.ts'
import type { Day } from '#core/values/day.ts'
import type { ReportBlock, ReportDocument, ReportNode } from '#platform/document/report-document.ts'
import { figureWords } from '#ui/figure/figure-words.ts'
import { horizonWords } from '../bench/bench-words.ts'
import { requirementWords } from '../eligibility/tree-words.ts'
import type { DossierContent, DossierRequirement } from './dossier-content.model.ts'
import { actionWords, decisionWords, evidenceStateWords } from './dossier-words.ts'

const nodeOf = (line: DossierRequirement): ReportNode => ({
  label: line.label,
  fact: [line.fact, ...line.sources.slice(0, 1).map(s => (line.fact.includes(s.label) ? '' : s.label))]
    .filter(Boolean)
    .join('; '),
  answer: line.answer === null ? 'belum' : line.answer ? 'ya' : 'tidak',
  children: line.children.map(nodeOf),
})

/** A dossier on paper: the same content as the screen, words and all. */
export const dossierDocument = (
  content: DossierContent,
  seal: { code: string; fingerprint: string },
  printed: { on: Day; by: string },
): ReportDocument => {
  const { decision, figures, post, person } = content
  const words = (key: string) => (figures[key] ? figureWords(figures[key], 'id', false) : 'belum diketahui')
  const verb = decision ? (decision.decision === 'approved' ? 'ditempatkan' : 'belum ditempatkan') : 'diusulkan'
  let n = 0
  const part = (text: string, note = ''): ReportBlock => ({ kind: 'heading', text: `${++n}  ${text}`, note })
  const blocks: ReportBlock[] = [
    {
      kind: 'finding',
      title: decision ? `${decisionWords[decision.decision]}: ${content.recommendation}` : content.recommendation,
      text: `${person.positionName ?? 'Tanpa jabatan'} menjadi ${post.name}${post.echelon ? ` (${post.echelon})` : ''}, ${post.unitName ?? person.unitName}. ${post.state}.`,
      state: decision
        ? `${decisionWords[decision.decision]} ${formatDay(decision.on)} oleh ${decision.by}. Alasan: ${decision.reason}`
        : 'Menunggu putusan',
      facts: [
        { term: 'Kesiapan', value: horizonWords[content.horizon] },
        { term: 'Skor kesiapan', value: words('readiness') },
        { term: 'Kotak talenta', value: content.box === null ? 'Belum diketahui' : String(content.box) },
        { term: 'Siap pada', value: content.readyOn ? formatDay(content.readyOn) : 'belum ada tanggal' },
      ],
    },
    part('Syarat: terpenuhi, tidak, belum diketahui'),
    { kind: 'tree', nodes: [nodeOf(content.requirement)] },
    part('Kesiapan dan yang masih kurang', `skor ${words('readiness')}`),
    {
      kind: 'table',
      caption: 'Kompetensi terhadap standar jabatan',
      header: ['Kompetensi', 'Tingkat', 'Standar', 'Level resmi'],
      rows: content.levels.map(l => [l.name, l.importance, String(l.standard), words(l.figure)]),
      widths: [4, 1.4, 1.2, 3],
    },
    ...(content.blockers.length > 0
      ? ([
          { kind: 'subheading', text: 'Yang masih menghalangi' },
          {
            kind: 'table',
            caption: 'Penghalang',
            header: ['Penghalang', 'Yang perlu dilakukan', 'Paling cepat'],
            rows: content.blockers.map(b => [
              requirementWords(b.label),
              b.action,
              b.on ? formatDay(b.on, 'short') : 'belum ada tanggal',
            ]),
            widths: [3, 3, 1.5],
          },
        ] satisfies ReportBlock[])
      : []),
    part('Talenta', content.cycle?.name ?? ''),
    figures.talent
      ? {
          kind: 'facts',
          facts: [
            { term: 'Nilai Talenta', value: words('talent') },
            { term: 'Potensial', value: words('x') },
            { term: 'Kinerja', value: words('y') },
            { term: 'Kotak', value: content.box === null ? 'Belum diketahui' : String(content.box) },
          ],
        }
      : {
          kind: 'note',
          title: 'Belum ada pemetaan talenta untuk orang ini',
          text: 'Kotak dan Nilai Talenta tidak dipakai dalam berkas ini.',
          tone: 'limits',
        },
    part(`Bukti yang dipakai, beku ${formatDay(content.frozenOn)}`),
    {
      kind: 'table',
      caption: 'Bukti',
      header: ['Bukti', 'Isi', 'Sumber', 'Tanggal', 'Keadaan'],
      rows: content.evidence.map(e => [
        e.title,
        e.content,
        e.source,
        e.on ? formatDay(e.on, 'short') : '–',
        e.state === 'valid' && e.validUntil ? `s.d. ${formatDay(e.validUntil, 'short')}` : evidenceStateWords[e.state],
      ]),
      widths: [2.6, 2.2, 2.4, 1.3, 1.6],
    },
    ...(content.chains.length > 0
      ? ([
          { kind: 'subheading', text: 'Dari pelatihan ke kompetensi' },
          {
            kind: 'table',
            caption: 'Rantai bukti',
            header: ['Kompetensi', 'Langkah', 'Tanggal'],
            rows: content.chains.flatMap(c =>
              c.knots.map((k, i) => [i === 0 ? c.competency : '', k.label, k.on ? formatDay(k.on, 'short') : '–']),
            ),
            widths: [2, 5, 1.3],
          },
        ] satisfies ReportBlock[])
      : []),
    ...content.programmes.map(
      (p): ReportBlock => ({
        kind: 'note',
        title: p.evaluationId
          ? `${p.name}${p.on ? `, dievaluasi ${formatDay(p.on)}` : ''}`
          : `${p.name}: belum dievaluasi`,
        text: [...p.verdicts, ...p.limits].join(' '),
        tone: p.evaluationId ? 'plain' : 'limits',
      }),
    ),
    ...(content.comparison.columns.length > 1
      ? ([
          part('Dibandingkan dengan calon lain', 'nama calon lain ditutup'),
          {
            kind: 'table',
            caption: 'Perbandingan calon',
            header: ['Ukuran', ...content.comparison.columns],
            rows: content.comparison.lines.map(l => [
              l.label,
              ...l.cells.map(c => ('figure' in c ? words(c.figure) : c.text)),
            ]),
            widths: [1.5, ...content.comparison.columns.map(() => 1)],
          },
        ] satisfies ReportBlock[])
      : []),
    part('Pertimbangan dan pendapat berbeda'),
    { kind: 'paragraph', text: content.considerations },
    content.dissent
      ? { kind: 'note', title: 'Pendapat berbeda', text: content.dissent, tone: 'due' }
      : { kind: 'paragraph', text: 'Tidak ada pendapat berbeda yang dicatat.', isQuiet: true },
    part(`Penjelasan untuk ${person.name}`),
    { kind: 'paragraph', text: content.explanation },
    ...content.limits.map((text): ReportBlock => ({ kind: 'paragraph', text, isQuiet: true })),
    part('Aturan, jejak, dan keaslian'),
    {
      kind: 'table',
      caption: 'Aturan yang dipakai',
      header: ['Aturan', 'Versi', 'Dasar'],
      rows: content.rules.map(r => [r.title, `${r.code} versi ${r.version}`, r.legalBasis ?? '–']),
      widths: [1.4, 2, 4],
    },
    {
      kind: 'table',
      caption: 'Jejak audit',
      header: ['Nomor audit', 'Perbuatan', 'Tanggal'],
      rows: content.audit.map(a => [String(a.number), actionWords[a.action] ?? a.action, formatDay(a.on, 'short')]),
      widths: [1, 3, 2],
    },
    {
      kind: 'code',
      label: 'Kode berkas',
      code: seal.code,
      text: `Sidik isi (SHA-256, 16 angka pertama): ${seal.fingerprint}. Buka Keputusan, masukkan kode, lalu cocokkan sidik isi.`,
    },
  ]
  return {
    title: `Mengapa ${person.name} ${verb} sebagai ${post.name}`,
    scope: `Berkas ${content.number}, beku sejak ${formatDay(content.frozenOn)}. Bukti yang datang sesudah itu tidak mengubah berkas ini.`,
    issuer: content.agency,
    letterhead: `Berkas keputusan ${content.number} · data beku ${formatDay(content.frozenOn)}`,
    mark: 'Terbatas',
    printed: `dicetak ${formatDay(printed.on)}, ${printed.by}`,
    foot: `Terbatas · ${content.number} · beku ${formatDay(content.frozenOn, 'short')} · ${seal.code}`,
    blocks,
  }
}
