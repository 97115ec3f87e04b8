import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const toBrotli = promisify(brotliCompress)
const toGzip = promisify(gzip)

const isText = (type: string | null) =>
  type !== null && /^(text\/(?!event-stream)|application\/(json|javascript|xml|manifest\+json)|image\/svg)/.test(type)

/** Pages leave the house small: brotli where the reader takes it, else gzip. Streams of events pass as they are. */
export const compressed = async (request: Request, response: Response): Promise<Response> => {
  if (!response.body || response.headers.has('Content-Encoding') || !isText(response.headers.get('Content-Type')))
    return response
  if (request.method === 'HEAD' || response.status === 204 || response.status === 304) return response
  const accepted = request.headers.get('Accept-Encoding') ?? ''
  const way = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : null
  if (!way) return response
  const bytes = Buffer.from(await response.arrayBuffer())
  const headers = new Headers(response.headers)
  headers.append('Vary', 'Accept-Encoding')
  if (bytes.length < 600) return new Response(bytes, { status: response.status, headers })
  const small =
    way === 'br'
      ? await toBrotli(bytes, {
          params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
        })
      : await toGzip(bytes)
  headers.set('Content-Encoding', way)
  headers.set('Content-Length', String(small.length))
  return new Response(new Uint8Array(small), { status: response.status, headers })
}
