import { renderPdf } from '#platform/document/pdf.ts'
import { load } from '#platform/web/page.ts'
import { errors } from '../errors.ts'
import { dossierDocument } from './dossier.document.ts'
import { findDossier } from './dossier.store.ts'
import { codeOf, shortFingerprint } from './seal.ts'

/** The dossier on paper: tagged PDF with number, freeze date and verification code on every page. */
export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, actor, on, look }) => {
    const dossier = await findDossier(db, params.dossierId)
    if (!dossier?.content || !dossier.content_hash || actor.employeeId === dossier.employee_id)
      throw errors.dossier.notFound()
    look({
      action: 'mengunduh berkas keputusan',
      employeeId: dossier.employee_id,
      subjectKind: 'succession.dossier',
      subjectId: dossier.id,
    })
    const bytes = await renderPdf(
      'report',
      dossierDocument(
        dossier.content,
        { code: codeOf(dossier.content_hash), fingerprint: shortFingerprint(dossier.content_hash) },
        { on, by: actor.name },
      ),
    )
    return new Response(new Uint8Array(bytes), {
      headers: {
        'Content-Type': 'application/pdf',
        'Content-Disposition': `inline; filename="${dossier.number}.pdf"`,
        'Cache-Control': 'private, no-store',
      },
    })
  })
