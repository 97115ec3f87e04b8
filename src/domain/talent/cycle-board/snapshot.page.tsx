import { href, useLoaderData } from 'react-router'
import { formatScore } from '#core/text/format.ts'
import { sql } from '#platform/database/database.ts'
import { notFound } from '#platform/refusal.ts'
import { load } from '#platform/web/page.ts'
import { DataTable } from '#ui/kit/data-table.tsx'
import { DefinitionList } from '#ui/kit/definition-list.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { findCycle } from '../cycle/cycle.ts'
import { stageWords } from '../cycle/cycle-words.ts'
import { errors } from '../errors.ts'
import { type ResultRow, touchedBetween } from './cycle-board.model.ts'
import { fingerprintNow, listSnapshots, resultsOf } from './cycle-board.store.ts'

export const meta = () => [{ title: 'Potret siklus · Anyam' }]
const shown = 200

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params }) => {
    const cycle = await findCycle(db, params.cycleId)
    if (!cycle) throw errors.cycle.notFound()
    const snapshots = await listSnapshots(db, cycle.id)
    const at = snapshots.findIndex(s => s.id === params.snapshotId)
    if (at < 0) throw notFound('Potret ini')
    const snapshot = snapshots[at]
    const before = at > 0 ? snapshots[at - 1] : null
    const touched = before ? touchedBetween(await resultsOf(db, before.id), await resultsOf(db, snapshot.id)) : []
    const names = new Map(
      (
        await db.rows<{ id: string; name: string; unit: string }>(
          sql`select id, name, unit_short_name as unit from workforce.v_people where id = any (${touched.slice(0, shown).map(t => t.employeeId)})`,
        )
      ).map(p => [p.id, p]),
    )
    return {
      cycle: { id: cycle.id, name: cycle.name },
      snapshot,
      before,
      isIntact: (await fingerprintNow(db, snapshot.id)) === snapshot.results_hash,
      touched: touched.length,
      rows: touched.slice(0, shown).map(t => ({
        ...t,
        name: names.get(t.employeeId)?.name ?? 'Pegawai',
        unit: names.get(t.employeeId)?.unit ?? '',
      })),
    }
  })

const words = (r: ResultRow | null) =>
  r === null
    ? 'tidak dalam lingkup'
    : r.box === null
      ? 'ruang tunggu'
      : `kotak ${r.box} (${r.x === null ? '–' : formatScore(r.x)}; ${r.y === null ? '–' : formatScore(r.y)})`

export default function SnapshotPage() {
  const { cycle, snapshot, before, isIntact, touched, rows } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead
        title={`Potret ${stageWords[snapshot.stage].toLowerCase()}, versi ${snapshot.version}${before ? `: ${touched} orang berubah` : ''}`}
        scope={`${cycle.name}. Potret tidak berubah; koreksi menjadi versi baru dengan alasan.`}
        crumbs={[{ label: 'Siklus', href: `${href('/talenta')}?siklus=${cycle.id}` }, { label: 'Potret' }]}
      />
      {!isIntact && (
        <Note tone="risk" title="Sidik isi tidak cocok">
          Isi potret ini bukan lagi seperti ketika dibekukan. Laporkan kepada Inspektorat.
        </Note>
      )}
      <DefinitionList
        facts={[
          {
            term: 'Orang',
            value: `${snapshot.people.toLocaleString('id-ID')}, ${snapshot.placed.toLocaleString('id-ID')} dipetakan`,
          },
          { term: 'Aturan', value: `${snapshot.rule_code} versi ${snapshot.rule_version}` },
          { term: 'Versi program', value: snapshot.code_version },
          { term: 'Dibekukan oleh', value: snapshot.frozen_by_name },
          { term: 'Alasan', value: snapshot.reason ?? 'mulai tahap' },
          {
            term: 'Sidik isi',
            value: `${snapshot.results_hash.slice(0, 16)}, ${isIntact ? 'cocok ketika dihitung kembali' : 'tidak cocok'}`,
          },
        ]}
      />
      {before && (
        <Section
          title="Siapa yang tersentuh"
          note={`dibandingkan dengan ${stageWords[before.stage].toLowerCase()}, versi ${before.version}`}
        >
          {rows.length === 0 ? (
            <p className="quiet">Tidak ada yang berubah di antara kedua potret.</p>
          ) : (
            <DataTable
              caption="Orang yang berubah"
              captionHidden
              rows={rows}
              rowKey={r => r.employeeId}
              columns={[
                {
                  key: 'name',
                  header: 'Nama',
                  cell: r => (
                    <a
                      href={`${href('/talenta/peta/:employeeId/mengapa', { employeeId: r.employeeId })}?siklus=${cycle.id}`}
                    >
                      {r.name}
                    </a>
                  ),
                },
                { key: 'unit', header: 'Unit', cell: r => r.unit },
                { key: 'before', header: 'Sebelum', cell: r => words(r.before) },
                { key: 'after', header: 'Sesudah', cell: r => words(r.after) },
              ]}
            />
          )}
          {touched > rows.length && (
            <p className="small-text quiet">
              Ditampilkan {rows.length} dari {touched} orang.
            </p>
          )}
        </Section>
      )}
    </>
  )
}
