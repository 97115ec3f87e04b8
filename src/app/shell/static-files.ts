import { readFile } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.ico': 'image/x-icon',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
}

type Kept = { plain: Buffer; small: Buffer | null; type: string }

/** Files of the build: named by their content under /assets, so they are kept for ever; squeezed once, at first use. */
export const staticFiles = (folder: string) => {
  const kept = new Map<string, Kept | null>()
  const read = async (path: string): Promise<Kept | null> => {
    const type = types[extname(path)]
    if (!type) return null
    try {
      const plain = await readFile(join(folder, path))
      const small = /text|svg|manifest/.test(type)
        ? brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })
        : null
      return { plain, small, type }
    } catch {
      return null
    }
  }
  return async (request: Request): Promise<Response | null> => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return null
    const path = normalize(decodeURIComponent(new URL(request.url).pathname))
    if (path.includes('..') || path.includes('\0') || extname(path) === '') return null
    if (!kept.has(path)) {
      const file = await read(path)
      // Only what exists is kept: names that do not must not fill the memory.
      if (!file) return null
      kept.set(path, file)
    }
    const file = kept.get(path)
    if (!file) return null
    const takesBrotli = /\bbr\b/.test(request.headers.get('Accept-Encoding') ?? '')
    const body = file.small && takesBrotli ? file.small : file.plain
    const headers = new Headers({
      'Content-Type': file.type,
      'Content-Length': String(body.length),
      'Cache-Control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
      'X-Content-Type-Options': 'nosniff',
    })
    if (file.small) headers.set('Vary', 'Accept-Encoding')
    if (body === file.small) headers.set('Content-Encoding', 'br')
    return new Response(request.method === 'HEAD' ? null : new Uint8Array(body), { headers })
  }
}
