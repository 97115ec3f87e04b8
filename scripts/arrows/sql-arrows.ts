import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type Room, roomOf } from './arrows.ts'

/** Rooms without a schema of their own. */
const withoutSchema = ['core', 'ui', 'demo', 'app']

/** One place where a file's SQL names another schema's object. */
export type Mention = { file: string; line: number; verb: string; schema: string; name: string }

const words =
  /\b(insert\s+into|delete\s+from|update|truncate(?:\s+table)?|alter\s+table(?:\s+only)?|create\s+(?:or\s+replace\s+)?(?:table|view|function|policy\s+\w+\s+on|trigger)|drop\s+(?:table|view|function)|references|from|join|using|index\s+\w+\s+on)\s+(?:if\s+(?:not\s+)?exists\s+)?("?)([a-z_]+)\2\.("?)([a-z_0-9]+)\4(\s*\()?/gi
/** The query layer's set insert names its table in a string. */
const inserts = /\.insert\(\s*(['"`])([a-z_]+)\.([a-z_0-9]+)\1()/g

const reading = ['from', 'join', 'using']

const lineAt = (text: string, index: number): number => text.slice(0, index).split('\n').length
const withoutComments = (sql: string): string => sql.replace(/--[^\n]*/g, comment => ' '.repeat(comment.length))

/** Every schema-qualified name in a text with the word before it. Function calls (`from platform.team()`) are left out. */
export const mentionsIn = (file: string, text: string): Mention[] => {
  const clean = withoutComments(text)
  const found: Mention[] = []
  for (const m of clean.matchAll(words)) {
    const verb = m[1].toLowerCase().replace(/\s+/g, ' ')
    if (m[6] && reading.includes(verb)) continue
    found.push({ file, line: lineAt(clean, m.index), verb, schema: m[3].toLowerCase(), name: m[5].toLowerCase() })
  }
  for (const m of clean.matchAll(inserts))
    found.push({ file, line: lineAt(clean, m.index), verb: 'insert into', schema: m[2], name: m[3] })
  return found
}

/** What is wrong with what a room's file mentions, with the cure; empty when all is in order. */
export const sqlBreaches = (mentions: readonly Mention[], room: Room, rooms: readonly Room[]): string[] =>
  mentions.flatMap(({ file, line, verb, schema, name }) => {
    const owner = rooms.find(r => r.name === schema && !withoutSchema.includes(r.name))
    if (!owner || owner.name === room.name) return []
    const at = `${file}:${line}: ${verb} ${schema}.${name}`
    if (!room.imports.includes(owner.name))
      return [
        `${at}: ${room.name} may not reach ${owner.name}. Ask an earlier room, or listen to an event of the later one.`,
      ]
    if (verb === 'references') return [] // a foreign key names the table itself
    // What puts the whole together reads the ground floor's own tables: accounts, modules, works.
    if (room.name === 'app' && owner.name === 'platform' && reading.includes(verb)) return []
    if (reading.includes(verb))
      return name.startsWith('v_')
        ? []
        : [`${at}: another room is read by its views. Use ${schema}.v_… (add one in a migration of ${schema}).`]
    return [`${at}: a room writes only its own tables. Call a use case of ${schema}.`]
  })

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const at = path.join(folder, entry.name)
    return entry.isDirectory() ? filesUnder(at) : [at]
  })

/** Rows sown for tests are no store of a room. */
const isSource = (file: string): boolean =>
  /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && !/[\\/]testing[\\/]/.test(file)

/** All SQL of the product: in the sources by room, in the migrations by the room in their name. */
export const allSqlBreaches = (baseDir: string, rooms: readonly Room[]): { breaches: string[]; mentions: number } => {
  const breaches: string[] = []
  let mentions = 0
  const judge = (file: string, room: Room | undefined) => {
    const found = mentionsIn(file, readFileSync(path.join(baseDir, file), 'utf8'))
    mentions += found.length
    if (room) breaches.push(...sqlBreaches(found, room, rooms))
    else if (found.length > 0) breaches.push(`${file}: its name holds no room. Name it NNNN_room_what.sql.`)
  }
  for (const at of filesUnder(path.join(baseDir, 'src')).filter(isSource)) {
    const file = path.relative(baseDir, at)
    // The floor serves every room: backup and reset name no table of theirs in text.
    judge(file, roomOf(file, rooms))
  }
  for (const name of readdirSync(path.join(baseDir, 'migrations')).filter(f => f.endsWith('.sql')))
    judge(
      path.join('migrations', name),
      rooms.find(r => r.name === name.split(/[_.]/)[1]),
    )
  return { breaches, mentions }
}
