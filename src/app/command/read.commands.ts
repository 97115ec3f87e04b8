import { isKnown } from '#core/figure/figure.ts'
import { formatNumber } from '#core/text/format.ts'
import { type Day, isDay } from '#core/values/day.ts'
import { isNip } from '#core/values/nip.ts'
import { gapsOf } from '#domain/competency/gap/profile.store.ts'
import { factsOf } from '#exchange/facts/facts.ts'
import { readFactsInput } from '#exchange/facts/read-facts-input.ts'
import { append, verifyChain } from '#platform/audit/audit.ts'
import { sql } from '#platform/database/database.ts'
import { parseRef } from '#platform/web/figure-source.ts'
import { figureSources } from '../figures.ts'
import { BadInput, needOption, needWord, optionText } from './arguments.ts'
import type { Command } from './command.ts'
import { pickAgency, terminalActor, withAgency, withHouse } from './open-agency.ts'

export const factsCommand: Command = {
  name: 'facts',
  describe: 'Fakta pokok instansi pada satu hari: JPM, kesenjangan, kotak, JP, kelayakan, pensiun.',
  usage: 'anyam facts --as-of TANGGAL --json [--agency INSTANSI]',
  example: 'anyam facts --as-of 2026-11-24 --json',
  options: ['as-of', 'json', 'agency'],
  async run(given, terminal) {
    const asOf = needOption(given, 'as-of', this.example)
    if (!isDay(asOf)) throw new BadInput(`Tanggal "${asOf}" tidak sah. Tuliskan seperti 2026-11-24.`)
    return withAgency(given, terminal, async ({ database, agency }) => {
      const actor = { ...terminalActor(agency), on: asOf as Day }
      const input = await database.as(actor, db => readFactsInput(db), { readOnly: true })
      terminal.out(`${JSON.stringify(factsOf(input, asOf as Day), null, 2)}\n`)
      return 0
    })
  },
}

export const talentCommand: Command = {
  name: 'talent',
  describe: 'Peta sembilan kotak satu siklus: banyak orang tiap kotak dan ruang tunggu.',
  usage: 'anyam talent map --cycle SIKLUS [--json] [--agency INSTANSI]',
  example: 'anyam talent map --cycle "Siklus 2026"',
  options: ['cycle', 'json', 'agency'],
  async run(given, terminal) {
    if (needWord(given, 0, 'Perintah', this.example) !== 'map')
      throw new BadInput(`Perintah talent hanya mengenal map. Contoh: ${this.example}`)
    const wanted = needOption(given, 'cycle', this.example)
    return withAgency(given, terminal, async ({ database, agency }) => {
      const found = await database.as(
        terminalActor(agency),
        async db => {
          const cycle = await db.find<{ id: string; name: string }>(
            sql`select id, name from talent.v_cycles where id::text = ${wanted} or lower(name) = ${wanted.toLowerCase()}`,
          )
          if (!cycle) {
            const names = await db.rows<{ name: string }>(sql`select name from talent.v_cycles order by as_of desc`)
            throw new BadInput(
              `Siklus "${wanted}" tidak ada.${names.length > 0 ? ` Yang ada: ${names.map(n => `"${n.name}"`).join(', ')}.` : ' Belum ada siklus.'}`,
            )
          }
          const boxes = await db.rows<{ box: number; people: number }>(
            sql`select coalesce(decided_box, 0) as box, count(*) as people from talent.v_scores where cycle_id = ${cycle.id} group by 1 order by 1`,
          )
          const waiting = await db.rows<{ reason: string; people: number }>(
            sql`select coalesce(waiting_reason, 'other') as reason, count(*) as people from talent.v_scores where cycle_id = ${cycle.id} and placement = 'waiting' group by 1 order by 1`,
          )
          return { cycle, boxes, waiting }
        },
        { readOnly: true },
      )
      const inBox = (box: number) => found.boxes.find(b => b.box === box)?.people ?? 0
      if (given.options.get('json')) {
        const boxes = Object.fromEntries(Array.from({ length: 9 }, (_, i) => [String(i + 1), inBox(i + 1)]))
        terminal.out(
          `${JSON.stringify({ cycle: found.cycle.name, boxes, waiting: Object.fromEntries(found.waiting.map(w => [w.reason, w.people])) }, null, 2)}\n`,
        )
        return 0
      }
      terminal.out(`${found.cycle.name}\n`)
      for (const row of [
        [4, 7, 9],
        [2, 5, 8],
        [1, 3, 6],
      ])
        terminal.out(`${row.map(box => `kotak ${box}: ${formatNumber(inBox(box)).padStart(6)}`).join('   ')}\n`)
      terminal.out(
        `ruang tunggu: ${formatNumber(inBox(0))}${found.waiting.map(w => `, ${w.reason} ${w.people}`).join('')}\n`,
      )
      return 0
    })
  },
}

export const gapCommand: Command = {
  name: 'gap',
  describe: 'Kesenjangan kompetensi seorang pegawai terhadap jabatannya, atau terhadap jabatan sasaran.',
  usage: 'anyam gap --nip NIP [--to JABATAN] [--json] [--agency INSTANSI]',
  example: 'anyam gap --nip 198501012010011001',
  options: ['nip', 'to', 'json', 'agency'],
  async run(given, terminal) {
    const nip = needOption(given, 'nip', this.example).replace(/\s/g, '')
    if (!isNip(nip)) throw new BadInput(`NIP "${nip}" tidak sah: 18 angka, delapan angka pertama tanggal lahir.`)
    const to = optionText(given, 'to')
    return withAgency(given, terminal, async ({ database, agency }) => {
      const actor = terminalActor(agency)
      const found = await database.as(actor, async db => {
        const person = await db.find<{
          id: string
          name: string
          position_id: string | null
          position_name: string | null
          tier: string | null
        }>(sql`select id, name, position_id, position_name, tier from workforce.v_people where nip = ${nip}`)
        if (!person) throw new BadInput(`Tidak ada pegawai dengan NIP ${nip} di ${agency.name}.`)
        const post = to
          ? await db.find<{ id: string; name: string; tier: string | null }>(
              sql`select id, name, tier from workforce.v_positions where lower(name) = ${to.toLowerCase()} order by id limit 1`,
            )
          : person.position_name
            ? { id: person.position_id, name: person.position_name, tier: person.tier }
            : null
        if (!post)
          throw new BadInput(
            to ? `Jabatan "${to}" tidak ada.` : 'Jabatan orang ini belum tercatat. Sebut jabatan dengan --to.',
          )
        await append(db, {
          kind: 'look',
          action: 'gap',
          employeeId: person.id,
          subjectKind: 'workforce.employee',
          subjectId: person.id,
        })
        return { person, post, gaps: (await gapsOf(db, [{ id: person.id, post }])).get(person.id)?.profile.gaps ?? [] }
      })
      const rows = found.gaps.map(gap => ({
        code: gap.code,
        name: gap.name,
        required: gap.required,
        level: isKnown(gap.level) ? gap.level.value : null,
        gap: isKnown(gap.gap) ? gap.gap.value : null,
        state: gap.level.state === 'expired' ? 'expired' : gap.state,
      }))
      if (given.options.get('json')) {
        terminal.out(
          `${JSON.stringify({ nip, name: found.person.name, position: found.post.name, gaps: rows }, null, 2)}\n`,
        )
        return 0
      }
      terminal.out(`${found.person.name}, terhadap ${found.post.name}\n`)
      for (const row of rows)
        terminal.out(
          `  ${row.name}: perlu ${row.required}, ${row.level === null ? (row.state === 'expired' ? 'kedaluwarsa' : 'belum dinilai') : `punya ${row.level}${row.gap ? `, kurang ${row.gap}` : ', terpenuhi'}`}\n`,
        )
      return 0
    })
  },
}

export const explainCommand: Command = {
  name: 'explain',
  describe: 'Asal sebuah angka sampai ke catatannya, sebagai JSON.',
  usage: 'anyam explain ANGKA [--agency INSTANSI]',
  example: 'anyam explain workforce.jp:ID-PEGAWAI:2026',
  options: ['agency'],
  async run(given, terminal) {
    const ref = needWord(given, 0, 'Angka', this.example)
    const { kind, keys } = parseRef(ref)
    const source = Object.hasOwn(figureSources, kind) ? figureSources[kind] : undefined
    if (!source)
      throw new BadInput(
        `Jenis angka "${kind}" tidak dikenal. Yang ada: ${Object.keys(figureSources).sort().join(', ')}.`,
      )
    return withAgency(given, terminal, async ({ database, agency }) => {
      let figure = null
      try {
        figure = await database.as(terminalActor(agency), db => source(db, keys), { readOnly: true })
      } catch (error) {
        // A key that is no id: PostgreSQL's own word for it.
        if ((error as { code?: string }).code !== '22P02') throw error
      }
      if (!figure) throw new BadInput(`Angka "${ref}" tidak ditemukan di ${agency.name}.`)
      terminal.out(`${JSON.stringify(figure, null, 2)}\n`)
      return 0
    })
  },
}

export const verifyAuditCommand: Command = {
  name: 'verify-audit',
  describe: 'Memeriksa rantai jejak audit setiap instansi, catatan demi catatan.',
  usage: 'anyam verify-audit [--agency INSTANSI]',
  example: 'anyam verify-audit',
  options: ['agency'],
  async run(given, terminal) {
    return withHouse(terminal, async ({ database, agencies }) => {
      const chosen = optionText(given, 'agency') ? [pickAgency(agencies, given)] : agencies
      if (chosen.length === 0) terminal.out('Belum ada instansi.\n')
      let broken = 0
      for (const agency of chosen) {
        const chain = await database.as(terminalActor(agency), db => verifyChain(db), { readOnly: true })
        if (chain.brokenAt === null) terminal.out(`${agency.name}: utuh, ${formatNumber(chain.entries)} catatan\n`)
        else {
          broken++
          terminal.err(`${agency.name}: putus pada catatan ${chain.brokenAt}\n`)
        }
      }
      return broken > 0 ? 1 : 0
    })
  },
}
