import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '../..')
const list = path.join(root, 'build', 'client-modules.json')

/** Why a module has no business in the browser; null when it may be there. `source` is its text. */
export const strayReason = (file: string, source = ''): string | null => {
  if (/\.store\.ts$/.test(file)) return 'a store'
  // `web` is the frame that pages speak with; a refusal is words.
  if (/^src\/platform\/(?!web\/|refusal\.ts)/.test(file)) return 'the platform'
  if (/^src\/(domain|exchange|app)\//.test(file) && /\buseCase(<|\()/.test(source)) return 'a use case'
  if (/^(node_modules\/(pg|kysely|better-auth|pg-boss|exceljs|highs)\/)/.test(file)) return 'a package of the server'
  return null
}

/** The modules of a browser's bundle that must not be there, with the reason. */
export const strays = (modules: readonly string[], read: (file: string) => string = () => ''): string[] =>
  modules.flatMap(file => {
    const why = strayReason(file, read(file))
    return why
      ? [
          `${file}: ${why} in the browser's bundle. Use it in the loader or action only, or move what the page shows into a .view or .text file.`,
        ]
      : []
  })

if (import.meta.main) {
  if (!existsSync(list)) throw new Error('build/client-modules.json is missing: npm run build')
  const modules = JSON.parse(readFileSync(list, 'utf8')) as string[]
  const found = strays(modules, file =>
    existsSync(path.join(root, file)) ? readFileSync(path.join(root, file), 'utf8') : '',
  )
  process.stdout.write(
    found.length > 0
      ? `${found.join('\n')}\n`
      : `${modules.length} modules in the browser's bundle, none of the server\n`,
  )
  // A list without the pages themselves was not read right.
  if (found.length > 0 || !modules.some(m => m === 'src/root.tsx')) process.exitCode = 1
}
