import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseSync } from '@swc/core'
import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser'

/** A room as `src/rooms.ts` names it. */
export type Room = { name: string; path: string; imports: readonly string[] }

/** One import, as the graph has it. `to` is null when it could not be found. */
export type Arrow = { from: string; said: string; to: string | null; isPackage: boolean }

/** The import graph of a source tree. */
export type Graph = { files: string[]; arrows: Arrow[] }

/** Reads the whole import graph, type imports included. Throws when it read nothing: a silent pass is worse than a failure. */
export const readGraph = async (baseDir: string, folder = 'src'): Promise<Graph> => {
  const options: ICruiseOptions = {
    baseDir,
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
  }
  const resolving = {
    extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    conditionNames: ['node', 'import', 'default'],
    exportsFields: ['exports'],
  }
  const { output } = await cruise([folder], options, resolving as Parameters<typeof cruise>[2])
  const modules = (output as ICruiseResult).modules.filter(m => m.source.startsWith(`${folder}/`))
  if (modules.length === 0 || modules.every(m => m.dependencies.length === 0))
    throw new Error(`0 modules cruised in ${baseDir}/${folder}: is @swc/core installed?`)
  return {
    files: modules.map(m => m.source),
    arrows: modules.flatMap(m =>
      m.dependencies.map(d => ({
        from: m.source,
        said: d.module,
        to: d.couldNotResolve ? null : d.resolved,
        isPackage:
          d.dependencyTypes.some(t => t.startsWith('npm') || t === 'core') || d.resolved.includes('node_modules/'),
      })),
    ),
  }
}

/** The room a file stands in; files at the root of `src` put the whole together and belong to `app`. */
export const roomOf = (file: string, rooms: readonly Room[]): Room | undefined =>
  file === 'src/rooms.ts'
    ? rooms.find(r => r.name === 'core')
    : (rooms.find(r => file.startsWith(`${r.path}/`)) ??
      (/^src\/[^/]+$/.test(file) ? rooms.find(r => r.name === 'app') : undefined))

const kindOf = (file: string): string => /\.([a-z-]+)\.tsx?$/.exec(file)?.[1] ?? ''
const isTest = (file: string): boolean => /\.test\.tsx?$/.test(file)
/** Suffixes that another room may not open, and the rooms that may all the same. */
const closed: Record<string, readonly string[]> = { store: ['app', 'exchange', 'demo'], page: ['app'] }

/** Every breach of the import rule, each with its cure; empty when the house stands. */
export const breaches = (graph: Graph, rooms: readonly Room[]): string[] => {
  const found: string[] = []
  for (const room of rooms)
    for (const name of room.imports)
      if (rooms.findIndex(r => r.name === name) >= rooms.indexOf(room) || !rooms.some(r => r.name === name))
        found.push(
          `src/rooms.ts: ${room.name} may import ${name}, which does not stand before it. Order the rooms or drop the arrow.`,
        )
  for (const arrow of graph.arrows) {
    const { from, to, said } = arrow
    if (said.includes('+types/')) continue // made by the router for this very page
    const here = roomOf(from, rooms)
    if (!here) {
      found.push(`${from}: stands in no room. Move it into a room of src/rooms.ts.`)
      continue
    }
    if (to === null && (said.startsWith('.') || said.startsWith('#'))) {
      found.push(`${from}: ${said} is not found. Correct the path (with its extension .ts or .tsx).`)
      continue
    }
    if (kindOf(from) === 'model') {
      const there = to && !arrow.isPackage ? roomOf(to, rooms) : undefined
      if (there?.name !== 'core' && !(to && kindOf(to) === 'model'))
        found.push(
          `${from}: a model imports only core and other models, not ${said}. Give it what it needs as an argument, or move the rule part into a .model file.`,
        )
    }
    if (arrow.isPackage || to === null) continue
    const there = roomOf(to, rooms)
    if (!there) {
      found.push(`${from}: ${said} stands in no room. Move it into a room of src/rooms.ts.`)
      continue
    }
    if (there === here) continue
    if (!here.imports.includes(there.name)) {
      const isLater = rooms.indexOf(there) > rooms.indexOf(here)
      found.push(
        `${from}: ${here.name} may not import ${there.name} (${said}). ` +
          (isLater
            ? 'Announce an event that the later room listens to (app/wiring.ts), or move the file to the room that needs both.'
            : `Move what both need to a room that ${here.name} may import, or add the arrow to src/rooms.ts with a decision page.`),
      )
      continue
    }
    const suffix = kindOf(to)
    if (closed[suffix] && there.path.startsWith('src/domain/') && !closed[suffix].includes(here.name) && !isTest(from))
      found.push(
        `${from}: ${said} is closed to ${here.name}. Call a use case or a model of ${there.name}, or read its SQL view from your own store.`,
      )
  }
  return [...found, ...misnamed(graph.files)]
}

const emptyNames = /(^|\/)(utils?|common|shared|misc|helpers?|manager|service|data|types)(\.[a-z-]+)*\.tsx?$/
const misnamed = (files: readonly string[]): string[] =>
  files.flatMap(file => [
    ...(/(^|\/)index\.tsx?$/.test(file)
      ? [`${file}: no barrels. Import the file itself; its suffix is the door.`]
      : []),
    ...(emptyNames.test(file) ? [`${file}: the name says nothing. Name it after its subject.`] : []),
  ])

type Node = { type?: string; [key: string]: unknown }
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null
const nameOf = (node: unknown): string => (isNode(node) && node.type === 'Identifier' ? String(node.value) : '')

const impure = (node: Node): string | null => {
  if (node.type === 'ThrowStatement') return 'throws. Return a reason instead'
  if (
    node.type === 'NewExpression' &&
    nameOf(node.callee) === 'Date' &&
    (node.arguments as unknown[] | null)?.length === 0
  )
    return 'reads the clock. Take the day as an argument'
  if (node.type === 'MemberExpression') {
    const said = `${nameOf(node.object)}.${nameOf(node.property)}`
    if (['Date.now', 'performance.now', 'process.hrtime'].includes(said))
      return 'reads the clock. Take the day as an argument'
    if (['Math.random', 'crypto.randomUUID'].includes(said)) return 'is not the same twice. Take a seed as an argument'
  }
  return null
}

/** What makes a model impure: a clock, chance, an exception. Empty for a pure one. */
export const impurities = (file: string, source: string): string[] => {
  const found = new Set<string>()
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) walk(one)
    if (Array.isArray(value) || !isNode(value)) return
    const why = impure(value)
    if (why) found.add(`${file}: a model ${why}.`)
    for (const key in value) if (key !== 'span') walk(value[key])
  }
  walk(parseSync(source, { syntax: 'typescript', tsx: file.endsWith('x'), target: 'es2022' }).body)
  return [...found]
}

/** Every impure model of a tree. */
export const impureModels = (baseDir: string, graph: Graph): string[] =>
  graph.files
    .filter(file => kindOf(file) === 'model')
    .flatMap(file => impurities(file, readFileSync(path.join(baseDir, file), 'utf8')))
