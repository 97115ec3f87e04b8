import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Plugin } from 'vite'

/** Writes which modules ended up in the browser's bundle, for the proof that nothing of the server is among them. */
export const listModules = (): Plugin => ({
  name: 'anyam-list-modules',
  apply: 'build',
  applyToEnvironment: environment => environment.name === 'client',
  generateBundle(_options, bundle) {
    const root = process.cwd()
    const modules = new Set<string>()
    for (const chunk of Object.values(bundle))
      if (chunk.type === 'chunk')
        for (const [id, module] of Object.entries(chunk.modules))
          if (module.renderedLength > 0 && !id.startsWith('\0')) modules.add(path.relative(root, id.split('?')[0]))
    mkdirSync(path.join(root, 'build'), { recursive: true })
    writeFileSync(path.join(root, 'build', 'client-modules.json'), `${JSON.stringify([...modules].sort(), null, 1)}\n`)
  },
})
