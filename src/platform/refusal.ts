/**
 * A refusal in the reader's words: what is wrong and the cure, in Bahasa Indonesia.
 * Rooms keep theirs in `errors.ts`; anything else that is thrown is a fault of ours.
 */
export class Refusal extends Error {
  readonly code: string
  /** Message per input field, for the form. */
  readonly fields: Record<string, string>
  readonly status: number
  constructor(
    code: string,
    message: string,
    { fields = {}, status = 422 }: { fields?: Record<string, string>; status?: number } = {},
  ) {
    super(message)
    this.name = 'Refusal'
    this.code = code
    this.fields = fields
    this.status = status
  }
}

/** Across bundles `instanceof` is not enough. */
export const isRefusal = (error: unknown): error is Refusal =>
  error instanceof Error && error.name === 'Refusal' && 'code' in error

export const notAllowed = (): Refusal =>
  new Refusal(
    'access.not-allowed',
    'Anda tidak berwenang melakukan ini. Hubungi pengelola bila seharusnya berwenang.',
    { status: 403 },
  )
export const notFound = (what: string): Refusal =>
  new Refusal('access.not-found', `${what} tidak ditemukan, atau Anda tidak berwenang melihatnya.`, { status: 404 })
