import type { LoaderFunctionArgs } from 'react-router'
import { load } from '#platform/web/page.ts'
import { errors } from '../errors.ts'
import { revisionOf } from './session-room.store.ts'

const everyMs = 1000
const longestMs = 10 * 60_000
const beatMs = 15_000

/** Tells a browser that the session moved on: a number that grows, never what somebody did. */
export const loader = async (args: LoaderFunctionArgs) => {
  const read = () => load(args, ({ db, params }) => revisionOf(db, params.sessionId))
  if (!(await read())) throw errors.session.notFound()
  const began = Date.now()
  const encoder = new TextEncoder()
  let last = -1
  let spoke = Date.now()
  const stream = new ReadableStream({
    async pull(controller) {
      for (;;) {
        if (args.request.signal.aborted) return controller.close()
        const now = await read()
        if (!now || Date.now() - began > longestMs) return controller.close()
        if (now.revision !== last) {
          last = now.revision
          spoke = Date.now()
          controller.enqueue(encoder.encode(`data: ${JSON.stringify(now)}\n\n`))
          return
        }
        if (Date.now() - spoke > beatMs) {
          spoke = Date.now()
          controller.enqueue(encoder.encode(': masih tersambung\n\n'))
          return
        }
        await new Promise(resolve => setTimeout(resolve, everyMs))
      }
    },
  })
  return new Response(stream, { headers: { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-cache' } })
}
