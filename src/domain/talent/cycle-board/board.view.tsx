import { href } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { Section } from '#ui/kit/section.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { Steps } from '#ui/kit/steps.tsx'
import { type Stage, stages, stageWords } from '../cycle/cycle-words.ts'
import { checkStateWords, evidenceWords } from './board-words.ts'
import type { Blocker } from './cycle-board.model.ts'
import type { Check, CycleEvidence, CycleStep, Snapshot } from './cycle-board.store.ts'

/** The cycle as a strand: what is done is solid, what is to come is broken, each with who and by when. */
export const StageStrand = ({ state, steps }: { state: Stage; steps: readonly CycleStep[] }) => {
  const at = stages.indexOf(state)
  return (
    <Steps
      label="Tahap siklus"
      steps={stages.map((stage, i) => {
        const step = steps.find(s => s.stage === stage)
        return {
          title: stageWords[stage],
          note: step ? `${i < at ? 'selesai, ' : ''}batas ${formatDay(step.due_on, 'short')}` : undefined,
          state: i < at ? 'done' : i === at ? 'current' : 'later',
        }
      })}
    />
  )
}

/** What holds the next stage, by name, with who clears it and where. */
export const Blockers = ({ next, blockers }: { next: Stage | null; blockers: readonly Blocker[] }) =>
  next === null ? null : (
    <Section
      title={
        blockers.length === 0
          ? `Tidak ada yang menahan tahap ${stageWords[next].toLowerCase()}`
          : `${blockers.length} hal menahan tahap ${stageWords[next].toLowerCase()}`
      }
    >
      {blockers.length > 0 && (
        <DataTable
          caption="Yang menahan siklus"
          captionHidden
          rows={blockers}
          rowKey={b => b.what}
          columns={[
            { key: 'what', header: 'Yang menahan', cell: b => <a href={b.href}>{b.what}</a> },
            { key: 'who', header: 'Siapa menyelesaikan', cell: b => b.who },
          ]}
        />
      )}
    </Section>
  )

/** The readiness list with the document of each. */
export const Readiness = ({
  checks,
  cycleId,
  mayRun,
}: {
  checks: readonly Check[]
  cycleId: string
  mayRun: boolean
}) => {
  const done = checks.filter(c => c.state === 'met' || c.state === 'not-applicable').length
  return (
    <Section
      title={`Syarat kesiapan: ${done} dari ${checks.length}`}
      end={mayRun && <a href={href('/talenta/siklus/:cycleId/syarat', { cycleId })}>Isi syarat</a>}
    >
      <DataTable
        caption="Syarat kesiapan"
        captionHidden
        rows={checks}
        rowKey={c => c.code}
        rowId={c => `syarat-${c.code}`}
        columns={[
          { key: 'label', header: 'Syarat', cell: c => c.label },
          {
            key: 'state',
            header: 'Keadaan',
            cell: c => (
              <StateMark
                state={
                  c.state === 'met' ? 'known' : c.state === 'not-met' ? 'risk' : c.state === null ? 'unknown' : 'no'
                }
              >
                {c.state === null ? 'Belum diperiksa' : checkStateWords[c.state]}
              </StateMark>
            ),
          },
          {
            key: 'evidence',
            header: 'Bukti',
            wide: true,
            cell: c => (
              <>
                {c.evidence ?? c.note ?? `menunggu ${c.owner}`}
                {c.checked_on && (
                  <SubLine>
                    {c.checked_by_name}, {formatDay(c.checked_on, 'short')}
                  </SubLine>
                )}
              </>
            ),
          },
        ]}
      />
    </Section>
  )
}

/** Who does what by when. */
export const StepList = ({ steps, state, on }: { steps: readonly CycleStep[]; state: Stage; on: string }) =>
  steps.length === 0 ? (
    <p className="quiet">Belum ada penanggung jawab dan batas waktu.</p>
  ) : (
    <DataTable
      caption="Tugas dan batas waktu"
      captionHidden
      rows={steps}
      rowKey={s => s.stage}
      columns={[
        { key: 'stage', header: 'Tahap', cell: s => stageWords[s.stage] },
        { key: 'task', header: 'Tugas', wide: true, cell: s => s.task },
        { key: 'owner', header: 'Penanggung jawab', cell: s => s.owner_name },
        {
          key: 'due',
          header: 'Batas',
          cell: s =>
            stages.indexOf(s.stage) < stages.indexOf(state) ? (
              <StateMark state="known">Selesai</StateMark>
            ) : (
              <StateMark state={s.due_on < on ? 'risk' : 'border'}>
                {formatDay(s.due_on, 'short')}
                {s.due_on < on ? ', lewat' : ''}
              </StateMark>
            ),
        },
      ]}
    />
  )

/** Evidence for the national approval and the PPK's ruling, in the order it arose. */
export const EvidenceList = ({ evidence, wanted }: { evidence: readonly CycleEvidence[]; wanted: number }) => {
  const score = [...evidence].reverse().find(e => e.kind === 'readiness-score')?.score ?? null
  return (
    <>
      {score !== null && (
        <p className="small-text">
          Nilai kesiapan terakhir <b>{score.toLocaleString('id-ID')}</b>;{' '}
          {score >= wanted
            ? 'cukup untuk ekspose.'
            : `kurang ${(wanted - score).toLocaleString('id-ID')} dari ${wanted} yang diharapkan untuk ekspose.`}
        </p>
      )}
      {evidence.length === 0 ? (
        <p className="quiet">Belum ada bukti yang dicatat.</p>
      ) : (
        <DataTable
          caption="Bukti persetujuan"
          captionHidden
          rows={evidence}
          rowKey={e => e.id}
          columns={[
            { key: 'kind', header: 'Bukti', cell: e => evidenceWords[e.kind] ?? e.kind },
            {
              key: 'ref',
              header: 'Dokumen',
              wide: true,
              cell: e => (
                <>
                  {e.reference}
                  {e.score !== null && `, nilai ${e.score.toLocaleString('id-ID')}`}
                  {e.note && <SubLine>{e.note}</SubLine>}
                </>
              ),
            },
            { key: 'on', header: 'Tanggal', cell: e => formatDay(e.happened_on, 'short') },
          ]}
        />
      )}
    </>
  )
}

/** What each stage began with; a correction stands as a version of its own. */
export const SnapshotList = ({ snapshots, cycleId }: { snapshots: readonly Snapshot[]; cycleId: string }) =>
  snapshots.length === 0 ? (
    <p className="quiet">Potret dibekukan ketika tahap sidang komite dimulai.</p>
  ) : (
    <DataTable
      caption="Potret yang dibekukan"
      captionHidden
      rows={snapshots}
      rowKey={s => s.id}
      columns={[
        {
          key: 'stage',
          header: 'Tahap',
          cell: s => (
            <>
              <a href={href('/talenta/siklus/:cycleId/potret/:snapshotId', { cycleId, snapshotId: s.id })}>
                {stageWords[s.stage]}, versi {s.version}
              </a>
              {s.reason && <SubLine>{s.reason}</SubLine>}
            </>
          ),
        },
        { key: 'people', header: 'Orang', number: true, cell: s => s.people.toLocaleString('id-ID') },
        { key: 'placed', header: 'Dipetakan', number: true, cell: s => s.placed.toLocaleString('id-ID') },
        { key: 'rule', header: 'Aturan', cell: s => `${s.rule_code} ${s.rule_version}` },
        { key: 'by', header: 'Dibekukan oleh', cell: s => s.frozen_by_name },
      ]}
    />
  )
