import { formatDay } from '#core/text/format.ts'
import { sql } from '#platform/database/database.ts'
import { renderPdf } from '#platform/document/pdf.ts'
import { notFound } from '#platform/refusal.ts'
import { load } from '#platform/web/page.ts'
import { purposeWords } from '../nomination/nomination-words.ts'
import { guideDocument } from './guide.document.ts'
import { findGuide, listGuideQuestions } from './guide.store.ts'

/** The guide to take into the room, on paper. */
export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, on, actor }) => {
    const guide = /^[0-9a-f-]{36}$/i.test(params.guideId) ? await findGuide(db, params.guideId) : null
    if (!guide) throw notFound('Panduan')
    const agency = await db.find<{ name: string }>(
      sql`select name from platform.v_agencies where agency_id = ${actor.agencyId}`,
    )
    const bytes = await renderPdf(
      'report',
      guideDocument(
        {
          name: guide.name,
          purpose: purposeWords[guide.purpose],
          forWhom: guide.position_name ?? guide.family ?? 'semua jabatan',
        },
        await listGuideQuestions(db, guide),
        { agency: agency?.name ?? '', on: formatDay(on), printedBy: actor.name },
      ),
    )
    return new Response(new Uint8Array(bytes), {
      headers: {
        'Content-Type': 'application/pdf',
        'Content-Disposition': 'inline; filename="panduan-wawancara.pdf"',
      },
    })
  })
