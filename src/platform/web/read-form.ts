import { createWriteStream, openAsBlob } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Busboy, type BusboyHeaders } from '@fastify/busboy'

/** A body beyond this is not read into memory: its files lie on the disk until the form is done with. */
const smallBytes = 1024 * 1024

export type ReceivedForm = {
  form: FormData
  /** Call when the form is done with: its files are gone afterwards. */
  release(): Promise<void>
}

const inMemory = async (request: Request): Promise<ReceivedForm> => ({
  form: await request.formData(),
  release: async () => undefined,
})

/**
 * A form as it was sent. Files of a long one are `File`s on the disk: `stream()` and `slice()` read them piece by piece.
 * Throws when the body breaks off; nothing is left behind then.
 */
export const readForm = async (request: Request): Promise<ReceivedForm> => {
  const type = request.headers.get('content-type') ?? ''
  const told = Number(request.headers.get('content-length') ?? Number.POSITIVE_INFINITY)
  if (!type.startsWith('multipart/form-data') || !request.body || told <= smallBytes) return inMemory(request)
  const folder = await mkdtemp(path.join(tmpdir(), 'anyam-form-'))
  const release = () => rm(folder, { recursive: true, force: true })
  try {
    return { form: await spooled(request, folder), release }
  } catch (error) {
    await release()
    throw error
  }
}

const spooled = async (request: Request, folder: string): Promise<FormData> => {
  const form = new FormData()
  // In the order they came, as a form in memory would hold them.
  const parts: (() => Promise<void>)[] = []
  const writing: Promise<void>[] = []
  const parser = new Busboy({ headers: { 'content-type': request.headers.get('content-type') } as BusboyHeaders })
  parser.on('field', (name, value) => parts.push(async () => form.append(name, value)))
  parser.on('file', (name, stream, fileName, _encoding, mediaType) => {
    const place = path.join(folder, String(writing.length))
    const written = pipeline(stream, createWriteStream(place))
    written.catch(error => parser.destroy(error))
    writing.push(written)
    parts.push(async () => {
      form.append(name, new File([await openAsBlob(place)], fileName ?? '', { type: mediaType }))
    })
  })
  await pipeline(Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0]), parser)
  await Promise.all(writing)
  for (const add of parts) await add()
  return form
}
