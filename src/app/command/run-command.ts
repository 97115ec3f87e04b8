import { isRefusal } from '#platform/refusal.ts'
import { BadInput, parseArguments } from './arguments.ts'
import type { Command, Terminal } from './command.ts'
import { computeCommand } from './compute.command.ts'
import { importCommand } from './import.command.ts'
import { agencyCommand, backupCommand, demoCommand, restoreCommand } from './keep.commands.ts'
import { planCommand } from './plan.command.ts'
import { explainCommand, factsCommand, gapCommand, talentCommand, verifyAuditCommand } from './read.commands.ts'

/** Every command of `anyam`, in the order of help. */
export const commands: readonly Command[] = [
  importCommand,
  factsCommand,
  talentCommand,
  gapCommand,
  planCommand,
  computeCommand,
  explainCommand,
  backupCommand,
  restoreCommand,
  verifyAuditCommand,
  agencyCommand,
  demoCommand,
]

const helpOf = (command: Command) => `${command.usage}\n  ${command.describe}\n  Contoh: ${command.example}\n`

const helpText = () =>
  `anyam: pekerjaan yang sama dengan layar, dari terminal.\n\n${commands.map(helpOf).join('\n')}\nanyam help [PERINTAH]\n  Menampilkan bantuan ini.\n  Contoh: anyam help import\n\nBasis data: DATABASE_URL, atau basis data tertanam di DATA_DIR (bawaan .data).\nSelesai 0; masukan keliru 2 dengan satu kalimat; kegagalan 1.\n`

/** Runs one line of the terminal and says how it ended: 0 done, 2 bad input, 1 failure. */
export const runCommand = async (argv: readonly string[], terminal: Terminal): Promise<number> => {
  const [name, ...rest] = argv
  if (!name || name === 'help' || name === '--help' || name === '-h') {
    const one = rest[0] ? commands.find(c => c.name === rest[0]) : null
    if (rest[0] && !one) {
      terminal.err(`Perintah "${rest[0]}" tidak dikenal. Yang ada: ${commands.map(c => c.name).join(', ')}.\n`)
      return 2
    }
    terminal.out(one ? helpOf(one) : helpText())
    return name ? 0 : 2
  }
  const command = commands.find(c => c.name === name)
  if (!command) {
    terminal.err(
      `Perintah "${name}" tidak dikenal. Yang ada: ${commands.map(c => c.name).join(', ')}. Bantuan: anyam help\n`,
    )
    return 2
  }
  try {
    const given = parseArguments(rest, command.options)
    if (given.options.get('help') && command.name !== 'compute') {
      terminal.out(helpOf(command))
      return 0
    }
    return (await command.run(given, terminal)) ?? 0
  } catch (error) {
    if (error instanceof BadInput) {
      terminal.err(`${error.message}\n`)
      return 2
    }
    if (isRefusal(error)) {
      terminal.err(`${[error.message, ...Object.values(error.fields)].join(' ')}\n`)
      return 2
    }
    terminal.err(`Perintah ${command.name} gagal: ${error instanceof Error ? error.message : String(error)}\n`)
    return 1
  }
}
