import { data, type RouterContextProvider, redirect } from 'react-router'
import type { Day } from '#core/values/day.ts'
import type { Actor } from '#platform/access/actor.ts'
import { look } from '#platform/audit/audit.ts'
import { type Db, sql } from '#platform/database/database.ts'
import { isRefusal, Refusal } from '#platform/refusal.ts'
import { execute, type UseCase } from '#platform/use-case.ts'
import { readForm } from './read-form.ts'
import { type Visit, visitContext } from './visit.ts'

type Args = { request: Request; params: Record<string, string | undefined>; context: Readonly<RouterContextProvider> }

/** Somebody's data that this page opens; recorded after the page was read. */
type LookNote = { action: string; employeeId: string; subjectKind?: string; subjectId?: string }

export type Page = {
  db: Db
  actor: Actor
  on: Day
  visit: Visit
  params: Record<string, string>
  /** Of the address: filters live there. */
  query: URLSearchParams
  /** Records that this person's data was opened (own data is no look). */
  look(note: LookNote): void
}

const visitorActor = (visit: Visit): Actor => {
  if (visit.actor) return visit.actor
  throw redirect(`/masuk?kembali=${encodeURIComponent(visit.path)}`)
}

const asResponse = (error: unknown): never => {
  if (isRefusal(error)) throw data({ message: error.message, code: error.code }, { status: error.status })
  throw error
}

/** A loader: reads in one read-only transaction as the actor. Row-level security does the rest. */
export const load = async <T>(args: Args, read: (page: Page) => Promise<T>): Promise<T> => {
  const visit = args.context.get(visitContext)
  const actor = visitorActor(visit)
  const looks: LookNote[] = []
  try {
    const result = await visit.database.as(
      actor,
      db =>
        read({
          db,
          actor,
          on: actor.on,
          visit,
          params: args.params as Record<string, string>,
          query: new URL(args.request.url).searchParams,
          look: note => void looks.push(note),
        }),
      { readOnly: true },
    )
    for (const note of looks) await look(visit.database, actor, note)
    return result
  } catch (error) {
    return asResponse(error)
  }
}

/** A public page: whoever has not signed in reads as a visitor of the house's agency; a new house has none yet. */
export const loadForAnybody = async <T>(args: Args, read: (page: Page) => Promise<T>): Promise<T> => {
  const visit = args.context.get(visitContext)
  if (visit.actor || !visit.agency) return load(args, read)
  const { id, timeZone } = visit.agency
  const visitor = (on: Day): Actor => ({
    agencyId: id,
    accountId: null,
    employeeId: null,
    name: 'Pengunjung',
    role: 'visitor',
    on,
  })
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date()) as Day
  try {
    const on = await visit.database.as(
      visitor(clock),
      async db =>
        (await db.find<{ today_on: Day | null }>(sql`select today_on from platform.v_agencies where agency_id = ${id}`))
          ?.today_on ?? clock,
      { readOnly: true },
    )
    const actor = visitor(on)
    return await visit.database.as(
      actor,
      db =>
        read({
          db,
          actor,
          on,
          visit,
          params: args.params as Record<string, string>,
          query: new URL(args.request.url).searchParams,
          look: () => undefined,
        }),
      { readOnly: true },
    )
  } catch (error) {
    return asResponse(error)
  }
}

/** What a form shows after a refusal: the sentence, a message per field, and what was typed. */
export type FormAnswer = { ok: false; message: string; fields: Record<string, string>; values: Record<string, string> }

export type Submission = {
  form: FormData
  /** The form as plain text fields; empty text is left out. */
  values: Record<string, string>
  actor: Actor
  on: Day
  visit: Visit
  params: Record<string, string>
  /** Runs a use case once per form, however often the button is pressed. */
  run<I, R>(useCase: UseCase<I, R>, input: unknown): Promise<R>
}

/** An action: calls use cases, then redirects; a refusal comes back to the form with what was typed. */
export const submit = async (args: Args, handle: (submission: Submission) => Promise<Response | FormAnswer>) => {
  const visit = args.context.get(visitContext)
  const actor = visitorActor(visit)
  const { form, release } = await readForm(args.request)
  const values: Record<string, string> = {}
  for (const [key, value] of form) if (typeof value === 'string' && value !== '') values[key] = value
  try {
    let call = 0
    return await handle({
      form,
      values,
      actor,
      on: actor.on,
      visit,
      params: args.params as Record<string, string>,
      run: (uc, input) =>
        execute(visit.database, actor, uc, input, { requestKey: values._key ? `${values._key}:${call++}` : undefined }),
    })
  } catch (error) {
    if (!isRefusal(error)) throw error
    const answer: FormAnswer = { ok: false, message: error.message, fields: error.fields, values }
    return data(answer, { status: error.status })
  } finally {
    await release()
  }
}

/** A day typed as `24-11-2026`, `24/11/2026` or sent by a date field; anything else is refused by name. */
export const dayFromForm = (text: string | undefined, what: string): string | undefined => {
  if (!text) return undefined
  const m = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text.trim())
  if (m) return `${m[3]}-${m[2].padStart(2, '0')}-${m[1].padStart(2, '0')}`
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return text
  throw new Refusal('input.invalid', 'Ada isian yang perlu diperbaiki.', {
    fields: { [what]: 'Tuliskan tanggal seperti 24-11-2026.' },
  })
}
