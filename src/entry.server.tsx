import { PassThrough } from 'node:stream'
import { createReadableStreamFromReadable } from '@react-router/node'
import { renderToPipeableStream } from 'react-dom/server'
import { type EntryContext, type RouterContextProvider, ServerRouter } from 'react-router'
import { houseContext } from '#app/shell/house.ts'
import { visitContext } from '#platform/web/visit.ts'

// The server sets the visit and the house by these very keys.
export { houseContext, visitContext }

/** Renders a page whole before the first byte: pages work without scripts, so nothing may arrive late. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
  context: RouterContextProvider,
): Promise<Response> {
  const { nonce } = context.get(visitContext)
  return new Promise((resolve, reject) => {
    const { pipe } = renderToPipeableStream(<ServerRouter context={entry} url={request.url} nonce={nonce} />, {
      nonce,
      onAllReady() {
        const body = new PassThrough()
        headers.set('Content-Type', 'text/html; charset=utf-8')
        resolve(new Response(createReadableStreamFromReadable(body), { status, headers }))
        pipe(body)
      },
      onShellError: reject,
      onError: error => {
        status = 500
        reject(error)
      },
    })
  })
}

/** A fault of ours: where and how, never whose data. Refusals are answers, not faults. */
export const handleError = (error: unknown, { request }: { request: Request }): void => {
  if (request.signal.aborted) return
  const { name, message, stack } =
    error instanceof Error ? error : { name: 'unknown', message: String(error), stack: '' }
  const at = (stack ?? '')
    .split('\n')
    .slice(1, 6)
    .map(line => line.trim())
  process.stderr.write(
    `${JSON.stringify({ at: new Date().toISOString(), what: 'page', fault: `${name}: ${message}`, stack: at })}\n`,
  )
}
