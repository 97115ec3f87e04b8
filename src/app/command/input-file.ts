import { readFileSync, statSync } from 'node:fs'
import { BadInput } from './arguments.ts'

/** A file's bytes; a sentence when it cannot be read. */
export const readInput = (path: string): Buffer => {
  try {
    if (statSync(path).isDirectory()) throw new BadInput(`${path} adalah folder, bukan berkas.`)
    return readFileSync(path)
  } catch (error) {
    if (error instanceof BadInput) throw error
    const code = (error as NodeJS.ErrnoException).code
    throw new BadInput(code === 'ENOENT' ? `Berkas ${path} tidak ada.` : `Berkas ${path} tidak dapat dibaca (${code}).`)
  }
}

export const parseJson = (text: string, where: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    throw new BadInput(`${where} bukan JSON yang sah.`)
  }
}

/** JSON written on the line itself (`{…}` or `[…]`), or a file of it. */
export const readJson = (given: string): unknown =>
  /^\s*[{[]/.test(given) ? parseJson(given, 'Masukan') : parseJson(readInput(given).toString('utf8'), given)
