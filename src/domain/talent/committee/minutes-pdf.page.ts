import { renderPdf } from '#platform/document/pdf.ts'
import { load } from '#platform/web/page.ts'
import { errors } from '../errors.ts'
import { minutesDocument } from './minutes.document.ts'
import { findSession, listMembers } from './session.store.ts'

/** The minutes on paper: tagged PDF of the frozen content, with the signatures given so far. */
export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, actor, on, visit }) => {
    const session = await findSession(db, params.sessionId)
    if (!session) throw errors.session.notFound()
    if (!session.minutes || !session.minutes_hash) throw errors.session.notClosed()
    const members = await listMembers(db, session.id)
    const bytes = await renderPdf(
      'report',
      minutesDocument(
        session.minutes,
        members.map(m => ({ name: m.name, seat: m.seat, state: m.state, signedAt: m.signed_at })),
        { hash: session.minutes_hash, timeZone: visit.agency?.timeZone ?? 'Asia/Jakarta' },
        { on, by: actor.name },
      ),
    )
    return new Response(new Uint8Array(bytes), {
      headers: {
        'Content-Type': 'application/pdf',
        'Content-Disposition': `inline; filename="berita-acara-${session.held_on}.pdf"`,
        'Cache-Control': 'private, no-store',
      },
    })
  })
