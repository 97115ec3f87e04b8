import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import pg from 'pg'
import { formatNumber } from '#core/text/format.ts'
import { syncRights } from '#platform/access/rights.ts'
import { openSignIn } from '#platform/access/sign-in.ts'
import { backup, restore } from '#platform/database/backup.ts'
import { openDatabase } from '#platform/database/embedded/open-database.ts'
import { moduleNames } from '#platform/web/screen.ts'
import { bringsDemo, ensureDemo } from '../first-demo.ts'
import { foundAgency } from '../settings/found-agency.ts'
import { ruleChoices } from '../settings/rule-choices.ts'
import { useCases } from '../use-cases.ts'
import { BadInput, needOption, needWord, optionText } from './arguments.ts'
import type { Command } from './command.ts'
import { withHouse } from './open-agency.ts'

const localOrigin = 'http://127.0.0.1:3000'

export const backupCommand: Command = {
  name: 'backup',
  describe: 'Menyimpan seluruh data, semua instansi, ke satu berkas bersidik jari.',
  usage: 'anyam backup BERKAS',
  example: 'anyam backup cadangan-2026-11-24.tar.gz',
  options: [],
  async run(given, terminal) {
    const file = needWord(given, 0, 'Berkas cadangan', this.example)
    if (existsSync(file)) throw new BadInput(`Berkas ${file} sudah ada. Pilih nama lain.`)
    return withHouse(terminal, async ({ opened }) => {
      const facts = await backup(opened.owner, file)
      terminal.out(
        `${file}: ${formatNumber(facts.rows)} baris dari ${facts.manifest.tables.length} tabel, ${facts.manifest.madeAt}\n`,
      )
      return 0
    })
  },
}

export const restoreCommand: Command = {
  name: 'restore',
  describe: 'Memulihkan cadangan ke basis data kosong; --replace menggantikan isi yang ada.',
  usage: 'anyam restore BERKAS [--replace]',
  example: 'anyam restore cadangan-2026-11-24.tar.gz',
  options: ['replace'],
  async run(given, terminal) {
    const file = needWord(given, 0, 'Berkas cadangan', this.example)
    if (!existsSync(file)) throw new BadInput(`Berkas ${file} tidak ada.`)
    const opened = await openDatabase(terminal.env)
    const keeper = new pg.Pool({ connectionString: opened.owner, max: 2 })
    keeper.on('error', () => undefined)
    try {
      const facts = await restore(opened.owner, file, {
        replace: given.options.get('replace') === true,
        async prepare() {
          const signIn = await openSignIn({ owner: opened.owner, keeper, origin: localOrigin })
          await signIn.close()
        },
      })
      await syncRights(opened.owner, useCases)
      terminal.out(`${formatNumber(facts.rows)} baris dipulihkan dari ${file}.\n`)
      return 0
    } finally {
      await keeper.end()
      await opened.stop()
    }
  },
}

export const agencyCommand: Command = {
  name: 'agency',
  describe: 'Memasang instansi baru dengan administrator pertamanya.',
  usage:
    'anyam agency add --name NAMA [--short NAMA-PENDEK] [--kind JENIS] [--zone ZONA] [--admin-name NAMA --admin-nip NIP]',
  example: 'anyam agency add --name "Kabupaten Baru" --admin-name "Siti Aminah" --admin-nip 198501012010012001',
  options: ['name', 'short', 'kind', 'zone', 'admin-name', 'admin-nip'],
  async run(given, terminal) {
    if (needWord(given, 0, 'Perintah', this.example) !== 'add')
      throw new BadInput(`Perintah agency hanya mengenal add. Contoh: ${this.example}`)
    const name = needOption(given, 'name', this.example)
    const nip = optionText(given, 'admin-nip')
    const adminName = optionText(given, 'admin-name')
    if ((nip === null) !== (adminName === null))
      throw new BadInput('Sebut --admin-name dan --admin-nip bersama-sama, atau tidak sama sekali.')
    const given_ = terminal.env.ANYAM_ADMIN_PASSWORD
    const password = given_ ?? randomBytes(12).toString('base64url')
    return withHouse(terminal, async ({ database, keeper, opened, agencies }) => {
      if (agencies.some(a => a.name.toLowerCase() === name.toLowerCase()))
        throw new BadInput(`Instansi "${name}" sudah ada.`)
      const signIn = await openSignIn({ owner: opened.owner, keeper, origin: localOrigin })
      try {
        const { agencyId } = await foundAgency(
          { database, signIn },
          {
            name,
            shortName: optionText(given, 'short') ?? name.slice(0, 40),
            kind: optionText(given, 'kind') ?? 'kabupaten',
            timeZone: optionText(given, 'zone') ?? 'Asia/Jakarta',
            ruleCode: ruleChoices()[0]?.code ?? null,
            tiers: [],
            modules: [...moduleNames],
            administrator: nip && adminName ? { name: adminName, nip, password } : null,
          },
        )
        terminal.out(`Instansi ${name} terpasang (${agencyId}).\n`)
        if (nip && !given_)
          terminal.out(`Kata sandi pertama ${nip}: ${password}\nHanya ditampilkan sekarang; gantilah sesudah masuk.\n`)
        return 0
      } finally {
        await signIn.close()
      }
    })
  },
}

export const demoCommand: Command = {
  name: 'demo',
  describe: 'Membuat instansi demo Kabupaten Contoh bila belum ada.',
  usage: 'anyam demo',
  example: 'anyam demo',
  options: [],
  async run(_given, terminal) {
    if (!bringsDemo()) throw new BadInput('Versi ini tidak membawa demo.')
    return withHouse(terminal, async ({ database, opened, keeper }) => {
      const say = (text: string) => terminal.out(`${text}\n`)
      const isMade = await ensureDemo({ database, owner: opened.owner, keeper, say }, agencies => agencies.hasDemo)
      if (!isMade) throw new BadInput('Instansi demo sudah ada. Untuk membuatnya dari awal: npm run reset.')
      return 0
    })
  },
}
