/** What somebody typed: words in order, and options by name. */
export type Arguments = { words: string[]; options: Map<string, string | true> }

/** A sentence for the person at the terminal; the program ends with 2. */
export class BadInput extends Error {
  override name = 'BadInput'
}

/** Options that take no value. */
const switches = new Set(['dry-run', 'json', 'help', 'replace', 'yes', 'graph'])

/** `import a.xlsx --dry-run --agency=KAB` or `--agency KAB`; after `--` everything is a word. */
export const parseArguments = (argv: readonly string[], known: readonly string[]): Arguments => {
  const words: string[] = []
  const options = new Map<string, string | true>()
  for (let i = 0; i < argv.length; i++) {
    const text = argv[i]
    if (text === '--') {
      words.push(...argv.slice(i + 1))
      break
    }
    if (text === '-h') {
      options.set('help', true)
      continue
    }
    if (!text.startsWith('--') || text.length === 2) {
      words.push(text)
      continue
    }
    const equals = text.indexOf('=')
    const name = equals < 0 ? text.slice(2) : text.slice(2, equals)
    if (!known.includes(name) && name !== 'help')
      throw new BadInput(
        `Pilihan --${name} tidak dikenal.${known.length > 0 ? ` Yang ada: ${known.map(k => `--${k}`).join(', ')}.` : ''}`,
      )
    if (equals >= 0) {
      options.set(name, text.slice(equals + 1))
      continue
    }
    if (switches.has(name)) {
      options.set(name, true)
      continue
    }
    const value = argv[i + 1]
    if (value === undefined || value.startsWith('--')) throw new BadInput(`Pilihan --${name} memerlukan isi.`)
    options.set(name, value)
    i++
  }
  return { words, options }
}

/** The option's text, or null. */
export const optionText = (given: Arguments, name: string): string | null => {
  const value = given.options.get(name)
  return typeof value === 'string' ? value : null
}

/** The option's text; refuses with the example when it is missing. */
export const needOption = (given: Arguments, name: string, example: string): string => {
  const value = optionText(given, name)
  if (!value) throw new BadInput(`Pilihan --${name} belum ada. Contoh: ${example}`)
  return value
}

/** The word at a place; refuses with the example when it is missing. */
export const needWord = (given: Arguments, at: number, what: string, example: string): string => {
  const word = given.words[at]
  if (!word) throw new BadInput(`${what} belum disebut. Contoh: ${example}`)
  return word
}
