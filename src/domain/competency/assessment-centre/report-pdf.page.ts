import { renderPdf } from '#platform/document/pdf.ts'
import { load } from '#platform/web/page.ts'
import { errors } from '../errors.ts'
import { centreReportDocument } from './centre-report.document.ts'
import { listReports } from './centre-report.store.ts'

/** The report on paper: tagged PDF of one version. */
export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, query, actor, on, look }) => {
    const reports = await listReports(db, params.participantId)
    const wanted = query.get('versi')
    const report = wanted ? reports.find(r => String(r.version) === wanted) : reports[0]
    if (!report) throw errors.report.notFound()
    look({
      action: 'laporan asesmen (PDF)',
      employeeId: report.employee_id,
      subjectKind: 'competency.report',
      subjectId: report.id,
    })
    const bytes = await renderPdf('report', centreReportDocument(report, { on, by: actor.name }))
    return new Response(new Uint8Array(bytes), {
      headers: {
        'Content-Type': 'application/pdf',
        'Content-Disposition': `inline; filename="laporan-asesmen-${report.content.assessedOn}.pdf"`,
        'Cache-Control': 'private, no-store',
      },
    })
  })
