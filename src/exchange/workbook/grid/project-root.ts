import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * A file of the source tree, found from here upwards: this code runs both as it lies in `src` and bundled
 * into `build/server`, and a thread needs a file of its own in either case.
 */
export const sourceFile = (path: string): string => {
  for (const start of [dirname(fileURLToPath(import.meta.url)), process.cwd()]) {
    for (let folder = start; ; folder = dirname(folder)) {
      const found = join(folder, 'src', path)
      if (existsSync(found)) return found
      if (dirname(folder) === folder) break
    }
  }
  throw new Error(`src/${path} is not there: the product runs from its source tree`)
}
