import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { z } from 'zod'
import type { ComputeEntry } from '#core/math/compute-entry.ts'
import { ComputeInputError } from '#core/math/compute-input.ts'
import { datesProblems, type HoldingRule, type RuleExample, type RuleSet, versionOn } from '#core/rule-set/rule-set.ts'
import { type Day, isDay } from '#core/values/day.ts'

const day = z.string().refine(isDay, { error: 'Bukan tanggal (YYYY-MM-DD).' })

const exampleSchema = z.object({
  name: z.string().min(3),
  function: z.string().min(1),
  input: z.record(z.string(), z.unknown()),
  expect: z
    .array(z.object({ path: z.string(), value: z.unknown(), tolerance: z.number().positive().optional() }))
    .min(1),
})

/** A value without date, legal basis, day of last confirmation and certainty does not load. */
const versionSchema = z.strictObject({
  version: z.string().min(1),
  validFrom: day,
  validUntil: day.nullable().default(null),
  legalBasis: z.string().min(5),
  lastConfirmed: day,
  certainty: z.enum(['source', 'app', 'ours']),
  note: z.string().nullable().default(null),
  body: z.unknown().refine(body => body !== undefined && body !== null, { error: 'Isi aturan kosong.' }),
  examples: z.array(exampleSchema).default([]),
})

const fileSchema = z.strictObject({
  subject: z.string().regex(/^[a-z-]+\/[a-z-]+$/),
  sets: z
    .array(
      z.strictObject({ code: z.string().min(1), title: z.string().min(3), versions: z.array(versionSchema).min(1) }),
    )
    .min(1),
})

/** The repository's `rules/`: found upward, so that sources and the built server read the same files. */
export const rulesDirectory = (from = dirname(fileURLToPath(import.meta.url))): string => {
  for (let folder = from; ; folder = dirname(folder)) {
    try {
      readdirSync(join(folder, 'rules', 'talent'))
      return join(folder, 'rules')
    } catch {
      if (dirname(folder) === folder) return resolve('rules')
    }
  }
}

/** One YAML file's sets. Throws with the file's name and every fault: a rule that cannot be read must stop the start. */
export const parseRuleFile = (text: string, file: string): RuleSet[] => {
  const parsed = fileSchema.safeParse(parse(text))
  if (!parsed.success)
    throw new Error(
      `Aturan ${file} tidak dapat dipakai: ${parsed.error.issues.map(i => `${i.path.join('.')}: ${i.message}`).join('; ')}`,
    )
  const sets = parsed.data.sets.map(set => ({ ...set, subject: parsed.data.subject }) as RuleSet)
  const problems = sets.flatMap(datesProblems)
  if (problems.length > 0) throw new Error(`Aturan ${file} tidak dapat dipakai: ${problems.join(' ')}`)
  return sets
}

/** Every rule set under a directory, by subject. A subject stands in exactly one file: `rules/<subject>.yaml`. */
export const loadRules = (directory = rulesDirectory()): Map<string, RuleSet[]> => {
  const book = new Map<string, RuleSet[]>()
  for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.yaml')) continue
    const file = join(entry.parentPath, entry.name)
    const name = relative(directory, file).replaceAll('\\', '/')
    const sets = parseRuleFile(readFileSync(file, 'utf8'), name)
    if (`${sets[0].subject}.yaml` !== name)
      throw new Error(`Aturan ${name} menyebut subjek ${sets[0].subject}; nama berkas harus sama.`)
    book.set(sets[0].subject, sets)
  }
  return book
}

let shipped: Map<string, RuleSet[]> | undefined
const book = () => {
  shipped ??= loadRules()
  return shipped
}

/** Worked examples of a room's rules, with their file and version, for the room's test. */
export const examplesOf = (room: string): (RuleExample & { where: string })[] =>
  [...book().entries()]
    .filter(([subject]) => subject.startsWith(`${room}/`))
    .flatMap(([subject, sets]) =>
      sets.flatMap(set =>
        set.versions.flatMap(v => v.examples.map(e => ({ ...e, where: `${subject} ${set.code} ${v.version}` }))),
      ),
    )

export type Rules<Body> = {
  subject: string
  /** The sets shipped with the product, bodies checked. */
  sets: () => RuleSet<Body>[]
  codes: () => string[]
  /** What holds on a day; the first set when no code is given. Throws when none does: a start-up fault. */
  on: (day: Day, code?: string) => HoldingRule<Body>
  /** A body from elsewhere (an agency's own row): the body, or the reasons against it. */
  check: (body: unknown) => { body: Body; problems: [] } | { body: null; problems: string[] }
}

/**
 * The rules of one subject, their bodies checked by the room's schema and by `problems` (weights, gaps, overlaps).
 * Read once and kept: shipped files do not change while the product runs.
 */
export const rulesOf = <Body>(
  subject: string,
  schema: z.ZodType<Body>,
  problems: (body: Body) => string[] = () => [],
): Rules<Body> => {
  const check: Rules<Body>['check'] = raw => {
    const parsed = schema.safeParse(raw)
    if (!parsed.success)
      return { body: null, problems: parsed.error.issues.map(i => `${i.path.join('.')}: ${i.message}`) }
    const found = problems(parsed.data)
    return found.length > 0 ? { body: null, problems: found } : { body: parsed.data, problems: [] }
  }
  let checked: RuleSet<Body>[] | undefined
  const sets = () => {
    checked ??= (book().get(subject) ?? []).map(set => ({
      ...set,
      versions: set.versions.map(version => {
        const result = check(version.body)
        if (result.body === null)
          throw new Error(`Aturan ${subject} ${set.code} ${version.version}: ${result.problems.join(' ')}`)
        return { ...version, body: result.body }
      }),
    }))
    return checked
  }
  return {
    subject,
    sets,
    codes: () => sets().map(s => s.code),
    on: (on, code) => {
      const set = code === undefined ? sets()[0] : sets().find(s => s.code === code)
      const holding = set ? versionOn(set, on) : null
      if (!holding) throw new Error(`Aturan ${subject}${code ? ` ${code}` : ''} tidak ada yang berlaku pada ${on}.`)
      return holding
    },
    check,
  }
}

/** A domain function of a room, callable with plain JSON; `example` is a full set of parameters. */
export type Compute = {
  describe: string
  example: Record<string, unknown>
  fromJson: (parameters: Record<string, unknown>) => unknown
}

/**
 * A room's functions as entries of `anyam compute`: the example becomes a command to copy,
 * and input that cannot be read is refused with a sentence instead of a fault of the program.
 */
export const asComputeEntries = (functions: Record<string, Compute>): Record<string, ComputeEntry> =>
  Object.fromEntries(
    Object.entries(functions).map(([name, { describe, example, fromJson }]) => {
      const command = `anyam compute ${name} '${JSON.stringify(example)}'`
      return [
        name,
        {
          describe,
          example: command,
          fromJson: parameters => {
            try {
              return fromJson(parameters)
            } catch (cause) {
              if (cause instanceof TypeError || cause instanceof z.ZodError)
                throw new ComputeInputError(
                  `Parameter "${name}" tidak lengkap atau bentuknya tidak sesuai. Contoh: ${command}`,
                )
              throw cause
            }
          },
        } satisfies ComputeEntry,
      ]
    }),
  )

const valueAt = (result: unknown, path: string): unknown =>
  path
    .split('.')
    .filter(Boolean)
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | null | undefined)?.[key], result)

/** Runs worked examples through a room's compute record; returns one sentence per example that does not hold. */
export const failedExamples = (
  examples: readonly (RuleExample & { where: string })[],
  compute: Record<string, Pick<ComputeEntry, 'fromJson'>>,
): string[] =>
  examples.flatMap(example => {
    const call = compute[example.function]
    if (!call) return [`${example.where} "${example.name}": fungsi ${example.function} tidak dikenal.`]
    const result = call.fromJson(example.input)
    return example.expect.flatMap(({ path, value, tolerance = 1e-6 }) => {
      const got = valueAt(result, path)
      const same =
        typeof value === 'number' && typeof got === 'number'
          ? Math.abs(value - got) <= tolerance
          : JSON.stringify(got) === JSON.stringify(value)
      return same
        ? []
        : [`${example.where} "${example.name}": ${path} = ${JSON.stringify(got)}, bukan ${JSON.stringify(value)}.`]
    })
  })
