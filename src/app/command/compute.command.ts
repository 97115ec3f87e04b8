import type { ComputeEntry } from '#core/math/compute-entry.ts'
import { ComputeInputError, computeRegistry } from '#core/math/registry.ts'
import { runCompute } from '#core/math/run-compute.ts'
import { roomComputes } from '../computes.ts'
import { BadInput, needWord, optionText } from './arguments.ts'
import type { Command } from './command.ts'
import { readInput, readJson } from './input-file.ts'

const example = 'anyam compute newcombeDifference \'{"x1": 56, "n1": 70, "x2": 48, "n2": 80}\''

type Input = { csv?: string; json?: unknown; parameters: Record<string, unknown> }

const runRoom = (name: string, entry: Pick<ComputeEntry, 'fromJson'>, { csv, json, parameters }: Input): unknown => {
  if (csv !== undefined || json === null || typeof json !== 'object' || Array.isArray(json))
    throw new BadInput(`Fungsi "${name}" memerlukan objek JSON berisi parameter. Lihat: anyam compute ${name} --help`)
  return entry.fromJson({ ...(json as Record<string, unknown>), ...parameters })
}

/** A model by its name, or several joined by commas: core's statistics or a room's own rules. */
export const computeByName = (name: string, input: Input): unknown => {
  const parts = name.split(',').map(part => part.trim())
  if (parts.length > 1) return Object.assign({}, ...parts.map(part => computeByName(part, input)).reverse())
  const room = Object.hasOwn(roomComputes, name) ? roomComputes[name] : undefined
  if (room) return runRoom(name, room, input)
  if (!Object.hasOwn(computeRegistry, name))
    throw new BadInput(`Fungsi "${name}" tidak dikenal. Daftarnya: anyam compute --help`)
  return runCompute(name, input)
}

const listText = () =>
  Object.entries({ ...computeRegistry, ...roomComputes })
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([name, entry]) => `${name}\n    ${entry.describe}\n    Contoh: ${entry.example}`)
    .join('\n')

export const computeCommand: Command = {
  name: 'compute',
  describe: 'Menghitung satu model atau aturan dari berkas CSV atau JSON, tanpa basis data.',
  usage: 'anyam compute FUNGSI MASUKAN [--with PARAMETER.json]',
  example,
  options: ['with'],
  async run(given, { out }) {
    const name = given.words[0]
    if (given.options.get('help') || !name) {
      const one = name ? { ...computeRegistry, ...roomComputes }[name] : undefined
      out(one ? `${name}: ${one.describe}\nContoh: ${one.example}\n` : `${listText()}\n`)
      return name || given.options.get('help') ? 0 : 2
    }
    const source = needWord(given, 1, 'Masukan', example)
    const withOption = optionText(given, 'with')
    const parameters = withOption === null ? {} : readJson(withOption)
    if (parameters === null || typeof parameters !== 'object' || Array.isArray(parameters))
      throw new BadInput('Isi --with harus berupa objek JSON.')
    const isInline = /^\s*[{[]/.test(source)
    const text = isInline ? source : readInput(source).toString('utf8')
    const isCsv = !isInline && !/^\s*[{[]/.test(text.replace(/^\uFEFF/, ''))
    try {
      const result = computeByName(name, {
        ...(isCsv ? { csv: text } : { json: readJson(isInline ? source : text.replace(/^\uFEFF/, '')) }),
        parameters: parameters as Record<string, unknown>,
      })
      out(`${JSON.stringify(result, null, 2)}\n`)
    } catch (error) {
      if (error instanceof ComputeInputError) throw new BadInput(error.message)
      throw error
    }
    return 0
  },
}
