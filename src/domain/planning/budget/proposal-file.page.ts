import { yearOf } from '#core/values/day.ts'
import { sql } from '#platform/database/database.ts'
import { docxType, renderDocx } from '#platform/document/docx.ts'
import { renderPdf } from '#platform/document/pdf.ts'
import { load } from '#platform/web/page.ts'
import { proposalDocument } from './budget-proposal.document.ts'
import { gatherProposal } from './budget-proposal.ts'

/** The proposal as tagged PDF or as a Word document to be finished by hand. */
export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query, actor, on }) => {
    const year = Number(query.get('tahun')) || yearOf(on) + 1
    const agency = await db.find<{ name: string }>(
      sql`select name from platform.v_agencies where agency_id = ${actor.agencyId}`,
    )
    const report = proposalDocument(await gatherProposal(db, year), {
      agency: agency?.name ?? 'Instansi',
      on,
      by: actor.name,
    })
    const isWord = query.get('bentuk') === 'docx'
    const bytes = isWord ? renderDocx(report) : await renderPdf('report', report)
    return new Response(new Uint8Array(bytes), {
      headers: {
        'Content-Type': isWord ? docxType : 'application/pdf',
        'Content-Disposition': `${isWord ? 'attachment' : 'inline'}; filename="usulan-anggaran-diklat-${year}.${isWord ? 'docx' : 'pdf'}"`,
        'Cache-Control': 'private, no-store',
      },
    })
  })
