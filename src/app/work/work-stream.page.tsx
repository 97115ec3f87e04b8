import type { LoaderFunctionArgs } from 'react-router'
import { findWork } from '#platform/jobs/work.ts'
import { notFound } from '#platform/refusal.ts'
import { load } from '#platform/web/page.ts'

const everyMs = 1000
const longestMs = 10 * 60_000

/** Progress of long work as a stream of events, for pages with script. */
export const loader = async (args: LoaderFunctionArgs) => {
  const read = () => load(args, ({ db, params }) => findWork(db, params.id))
  if (!(await read())) throw notFound('Pekerjaan ini')
  const began = Date.now()
  const encoder = new TextEncoder()
  let last = ''
  const stream = new ReadableStream({
    async pull(controller) {
      for (;;) {
        const work = await read()
        const text = JSON.stringify(
          work && { state: work.state, done: work.done, total: work.total, message: work.message },
        )
        const isOver = !work || !['waiting', 'running'].includes(work.state) || Date.now() - began > longestMs
        if (text !== last || isOver) {
          last = text
          controller.enqueue(encoder.encode(`data: ${text}\n\n`))
          if (isOver) controller.close()
          return
        }
        if (args.request.signal.aborted) {
          controller.close()
          return
        }
        await new Promise(resolve => setTimeout(resolve, everyMs))
      }
    },
  })
  return new Response(stream, { headers: { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-cache' } })
}
