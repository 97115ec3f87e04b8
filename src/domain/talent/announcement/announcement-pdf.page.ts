import { formatDay } from '#core/text/format.ts'
import { renderPdf } from '#platform/document/pdf.ts'
import type { ReportBlock } from '#platform/document/report-document.ts'
import { notFound } from '#platform/refusal.ts'
import { loadForAnybody } from '#platform/web/page.ts'
import { readAnnouncement } from './announcement.store.ts'
import { partTerms } from './announcement-words.ts'

/** The poster: criteria and calendar on paper, for the notice board of every unit. */
export const loader = (args: Parameters<typeof loadForAnybody>[0]) =>
  loadForAnybody(args, async ({ db, on, actor }) => {
    const data = await readAnnouncement(db)
    const { agency, cycle } = data
    if (!cycle || !data.axes) throw notFound('Pengumuman siklus')
    const blocks: ReportBlock[] = [
      {
        kind: 'finding',
        title: cycle.tiers.length === 0 ? 'Semua ASN aktif dipetakan' : `Dipetakan: ${cycle.tiers.join(', ')}`,
        text: 'Yang datanya belum lengkap menunggu. Periksa catatan Anda di Jalur Saya dan lengkapi yang belum ada.',
        state: cycle.objectionUntil
          ? `Sanggahan diterima sampai ${formatDay(cycle.objectionUntil)}`
          : 'Masa sanggah diumumkan kemudian',
        facts: [{ term: 'Data dipotret', value: formatDay(cycle.asOf) }],
      },
      { kind: 'heading', text: 'Jadwal' },
      {
        kind: 'table',
        caption: 'Jadwal siklus',
        header: ['Tahap', 'Kegiatan', 'Sampai'],
        rows: data.steps.map(s => [s.stage, s.task, formatDay(s.dueOn)]),
        widths: [2, 4, 2],
      },
      ...data.axes.flatMap((axis): ReportBlock[] => [
        { kind: 'heading', text: axis.label, note: axis.range },
        {
          kind: 'table',
          caption: `Bagian nilai ${axis.label}`,
          header: ['Bagian', 'Bobot', 'Syarat', 'Dipasok oleh'],
          rows: axis.parts.map(p => [p.label, `${p.weight}%`, partTerms(p), p.supplier]),
          widths: [3, 1, 3, 3],
        },
      ]),
      { kind: 'heading', text: 'Sembilan kotak' },
      {
        kind: 'table',
        caption: 'Kotak dan perlakuan',
        header: ['Kotak', 'Arti', 'Perlakuan'],
        rows: data.boxes.map(b => [String(b.number), b.name, b.treatments]),
        widths: [0.7, 3, 4],
      },
      {
        kind: 'note',
        title: 'Yang tidak dinilai',
        text: 'Jenis kelamin, usia, agama, suku, status perkawinan, dan kondisi disabilitas tidak masuk nilai.',
        tone: 'plain',
      },
    ]
    const bytes = await renderPdf('report', {
      title: `Kriteria dan jadwal ${cycle.name}`,
      scope: `Aturan ${data.rule.code} versi ${data.rule.version}. ${data.rule.legalBasis}`,
      issuer: agency,
      letterhead: `Pengumuman · ${cycle.name}`,
      mark: 'Terbuka',
      printed: `dicetak ${formatDay(on)}${actor.role === 'visitor' ? '' : `, ${actor.name}`}`,
      foot: `Terbuka · ${cycle.name}`,
      blocks,
    })
    return new Response(new Uint8Array(bytes), {
      headers: {
        'Content-Type': 'application/pdf',
        'Content-Disposition': 'inline; filename="kriteria-dan-jadwal-talenta.pdf"',
      },
    })
  })
