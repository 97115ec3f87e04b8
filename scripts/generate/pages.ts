import type { Role, Scope } from '#platform/access/actor.ts'
import type { Screen } from '#platform/web/screen.ts'

const head = (title: string, from: string): string =>
  `# ${title}\n\nMade by \`npm run generate\` from ${from}; do not edit.\n`
const table = (columns: string[], lines: string[][]): string =>
  [
    `| ${columns.join(' | ')} |`,
    `|${columns.map(() => '---').join('|')}|`,
    ...lines.map(l => `| ${l.join(' | ')} |`),
  ].join('\n')

/** docs/routes.md: every URL with its page file, who may open it, its module and its place in the menu. */
export const routesPage = (screens: readonly Screen[]): string =>
  `${head('Routes', '`src/app/routes.ts`')}
${table(
  ['URL', 'title', 'page', 'who may open it', 'module', 'menu'],
  [...screens]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(s => [
      `\`${s.path}\``,
      s.title,
      `\`src/${s.file}\``,
      s.isPublic ? 'everybody, signed in or not' : s.roles.join(', '),
      s.module ?? '',
      s.menu?.join(' › ') ?? '',
    ]),
)}
`

/** What the permissions page needs to know of a use case. */
export type UseCaseRow = {
  name: string
  room: string
  permission: Partial<Record<Role, Scope>>
  reads?: readonly string[]
  writes: readonly string[]
  calledBy?: readonly string[]
}

const byRole = (rights: Partial<Record<Role, Scope>>): string =>
  Object.entries(rights)
    .map(([role, scope]) => (scope === 'agency' ? role : `${role} (${scope})`))
    .join(', ')

/** docs/permissions.md: who may do what, who may read what. */
export const permissionsPage = (
  useCases: readonly UseCaseRow[],
  reading: Readonly<Record<string, Partial<Record<Role, Scope>>>>,
): string =>
  `${head('Permissions', '`src/app/use-cases.ts` and `src/platform/access/rights.ts`')}
A right reaches the whole agency unless (own) or (team) stands behind the role. Row-level security enforces both tables.

## Who may act

${table(
  ['use case', 'room', 'who', 'writes', 'called by'],
  [...useCases]
    .sort((a, b) => (`${a.room} ${a.name}` < `${b.room} ${b.name}` ? -1 : 1))
    .map(u => [
      u.name,
      u.room,
      byRole(u.permission) || 'only other use cases',
      u.writes.join(', '),
      u.calledBy?.join(', ') ?? '',
    ]),
)}

## Who may read

${table(
  ['table', 'who'],
  Object.entries(reading)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, rights]) => [name, byRole(rights)]),
)}
`

type RoomRow = { name: string; path: string; question: string; imports: readonly string[] }

export const mapMarks = ['<!-- rooms: made by npm run generate -->', '<!-- /rooms -->'] as const

/** The map of rooms between its two marks in ARCHITECTURE.md; put at the end where the marks are missing. */
export const withMap = (page: string, rooms: readonly RoomRow[]): string => {
  const map = table(
    ['room', 'its question', 'may import'],
    rooms.map(r => [`[${r.name}](${r.path})`, r.question, r.imports.join(', ') || 'nothing']),
  )
  const block = `${mapMarks[0]}\n${map}\n${mapMarks[1]}`
  const from = page.indexOf(mapMarks[0])
  const to = page.indexOf(mapMarks[1])
  return from >= 0 && to > from
    ? page.slice(0, from) + block + page.slice(to + mapMarks[1].length)
    : `${page.trimEnd() || '# Architecture'}\n\n## The rooms\n\n${block}\n`
}
