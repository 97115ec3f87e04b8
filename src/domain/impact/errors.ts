import { Refusal } from '#platform/refusal.ts'

/** What the room refuses, in the reader's words with the cure. */
export const errors = {
  programme: {
    notFound: () =>
      new Refusal('impact.programme.not-found', 'Program tidak ditemukan. Pilih dari daftar program.', {
        status: 404,
      }),
  },
}
