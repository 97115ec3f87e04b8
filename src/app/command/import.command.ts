import { createReadStream, readdirSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { importFiles, runJson } from '#exchange/import/import-files.ts'
import { isLongFile } from '#exchange/import/long-files.ts'
import { BadInput, needWord } from './arguments.ts'
import type { Command, Terminal } from './command.ts'
import { readInput } from './input-file.ts'
import { terminalActor, withAgency } from './open-agency.ts'

const example = 'anyam import berkas-instansi/ --dry-run'
const kinds = /\.(xlsx|xlsm|xls|ods|csv|tsv|txt|json|html?)$/i

/** Files named on the line, and those inside named folders, in order of name. */
export const filesOf = (paths: readonly string[]): { path: string; name: string }[] =>
  paths.flatMap(path => {
    let isFolder = false
    try {
      isFolder = statSync(path).isDirectory()
    } catch {
      throw new BadInput(`${path} tidak ada.`)
    }
    if (!isFolder) return [{ path, name: path.split(/[/\\]/).at(-1) ?? path }]
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile() && kinds.test(entry.name) && !entry.name.startsWith('.'))
      .map(entry => join(entry.parentPath, entry.name))
      .sort()
      .map(file => ({ path: file, name: relative(path, file) }))
  })

/** A file's bytes, or of a long CSV what opens them. */
const inputFile = (path: string, name: string) => {
  const { size } = statSync(path)
  return isLongFile({ name, size })
    ? { name, size, open: () => createReadStream(path) }
    : { name, bytes: new Uint8Array(readInput(path)) }
}

const line = (terminal: Terminal, text: string) => terminal.out(`${text}\n`)

/** A bar on the terminal's own line, for long files; a script that reads the output sees nothing of it. */
const tellProgress = (terminal: Terminal) => {
  let last = 0
  return async (done: number, total: number): Promise<void> => {
    if (!process.stderr.isTTY || total < 5000 || (Date.now() - last < 200 && done < total)) return
    last = Date.now()
    const share = Math.min(1, done / total)
    const bar = '█'.repeat(Math.round(share * 30)).padEnd(30, '░')
    terminal.err(`\r${bar} ${String(Math.round(share * 100)).padStart(3)}%${done >= total ? '\n' : ''}`)
  }
}

export const importCommand: Command = {
  name: 'import',
  describe: 'Memasukkan berkas instansi. --dry-run menguji tanpa menyimpan apa pun.',
  usage: 'anyam import BERKAS… [--dry-run] [--json] [--agency INSTANSI]',
  example,
  options: ['dry-run', 'json', 'agency'],
  async run(given, terminal) {
    needWord(given, 0, 'Berkas atau folder', example)
    const files = filesOf(given.words)
    if (files.length === 0)
      throw new BadInput('Tidak ada berkas yang dapat dibaca di folder itu (xlsx, xls, ods, csv, json).')
    const dryRun = given.options.get('dry-run') === true
    return withAgency(given, terminal, async ({ database, agency }) => {
      const run = await importFiles(
        database,
        terminalActor(agency),
        files.map(({ path, name }) => inputFile(path, name)),
        { dryRun, progress: tellProgress(terminal) },
      )
      const said = runJson(run)
      if (given.options.get('json')) {
        terminal.out(`${JSON.stringify(said, null, 2)}\n`)
        return 0
      }
      for (const file of said.files) {
        line(
          terminal,
          `${file.file}: ${file.what}; ${file.accepted} diterima, ${file.rejected_count} ditolak, ${file.skipped_count} dilewati, ${file.warning_count} peringatan`,
        )
        for (const finding of file.rejected)
          line(terminal, `  baris ${finding.row}: ${finding.code}. ${finding.detail}`)
        for (const note of file.notes) line(terminal, `  ${note}`)
      }
      line(
        terminal,
        dryRun ? 'Uji coba selesai; tidak ada yang disimpan.' : 'Selesai; semua baris yang diterima tersimpan.',
      )
      return 0
    })
  },
}
