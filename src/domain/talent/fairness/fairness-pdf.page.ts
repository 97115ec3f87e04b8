import { formatDay } from '#core/text/format.ts'
import { sql } from '#platform/database/database.ts'
import { renderPdf } from '#platform/document/pdf.ts'
import type { ReportBlock } from '#platform/document/report-document.ts'
import { notFound } from '#platform/refusal.ts'
import { loadForAnybody } from '#platform/web/page.ts'
import { listPublished } from './fairness.store.ts'

/** The published report as tagged PDF, for anybody: printed words alone, no person, small numbers closed. */
export const loader = (args: Parameters<typeof loadForAnybody>[0]) =>
  loadForAnybody(args, async ({ db, on, query }) => {
    const cycle = query.get('siklus')
    const [report] = await listPublished(db, cycle && /^[0-9a-f-]{36}$/i.test(cycle) ? cycle : null)
    if (!report) throw notFound('Laporan keadilan')
    const { name: agency } = await db.one<{ name: string }>(
      sql`select name from platform.v_agencies where agency_id = ${db.actor.agencyId}`,
    )
    const isLook = report.content.some(c => c.rows.some(r => r.screen.startsWith('perlu ditelaah')))
    const blocks: ReportBlock[] = [
      {
        kind: 'finding',
        title: isLook ? 'Ada kelompok yang perlu ditelaah' : 'Tidak terlihat kelompok yang perlu ditelaah',
        text: report.statement,
        state: `Diterbitkan ${formatDay(report.published_on)}, versi ${report.version}`,
        facts: [
          { term: 'Siklus', value: report.cycle_name },
          { term: 'Diterbitkan oleh', value: report.published_by_name },
        ],
      },
      ...report.content.flatMap((c): ReportBlock[] => [
        {
          kind: 'heading',
          text: `${c.outcome}: ${c.attribute.toLowerCase()}`,
          note: c.reference ? `acuan: ${c.reference}` : 'tanpa acuan yang cukup besar',
        },
        {
          kind: 'table',
          caption: `${c.outcome} menurut ${c.attribute.toLowerCase()}`,
          header: ['Kelompok', 'Bagian', 'Selang 95%', 'Rasio', 'Selisih pada jenjang yang sama', 'Saringan'],
          rows: c.rows.map(r => [r.group, r.rate, r.interval, r.ratio, r.within, r.screen]),
          widths: [2.4, 1, 1.8, 1, 2.6, 2.4],
        },
      ]),
      {
        kind: 'note',
        title: 'Cara membaca',
        text: 'Selisih antarkelompok adalah tanda untuk ditelaah, bukan bukti diskriminasi. Jumlah kecil ditutup bersama yang dapat membukanya. Disabilitas dihitung tanpa nama, dari pernyataan orang itu sendiri atau daftar pegawai; yang tidak tercatat belum dapat diperiksa.',
        tone: 'limits',
      },
    ]
    const bytes = await renderPdf('report', {
      title: `Laporan keadilan ${report.cycle_name}`,
      scope: 'Tingkat seleksi menurut kelompok, dengan selang, saringan empat per lima, dan perbandingan sejenjang.',
      issuer: agency,
      letterhead: `Laporan keadilan · ${report.cycle_name}`,
      mark: 'Terbuka',
      printed: `dicetak ${formatDay(on)}`,
      foot: `Terbuka · ${report.cycle_name}`,
      blocks,
    })
    return new Response(new Uint8Array(bytes), {
      headers: {
        'Content-Type': 'application/pdf',
        'Content-Disposition': 'inline; filename="laporan-keadilan.pdf"',
      },
    })
  })
