import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { listed } from '#core/figure/mechanisms.ts'
import { formatDay } from '#core/text/format.ts'
import { dayFromForm, type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { DataTable } from '#ui/kit/data-table.tsx'
import { EmptyState } from '#ui/kit/empty-state.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { FormActions } from '#ui/kit/form-parts.tsx'
import { DateField, NumberField, Select, Textarea, TextInput } from '#ui/kit/inputs.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section, TwoColumn } from '#ui/kit/section.tsx'
import { Blockers, EvidenceList, Readiness, SnapshotList, StageStrand, StepList } from '../cycle-board/board.view.tsx'
import { evidenceWords } from '../cycle-board/board-words.ts'
import { blockersOf, isFrozenFrom } from '../cycle-board/cycle-board.model.ts'
import { cycleRules } from '../cycle-board/cycle-board.rules.ts'
import { cycleFacts, listChecks, listEvidence, listSnapshots, listSteps } from '../cycle-board/cycle-board.store.ts'
import { planStep, recordCycleEvidence } from '../cycle-board/prepare-cycle.ts'
import { listSuppliers, mapCounts } from '../nine-box/map.store.ts'
import { policyIdOf, waitingPolicies } from '../policy/policy.store.ts'
import { listCycles } from './cycle.ts'
import { type Stage, stages, stageWords } from './cycle-words.ts'
import { moveCycle } from './open-cycle.ts'
import { placeCycle } from './place-cycle.ts'

export const meta = () => [{ title: 'Siklus talenta · Anyam' }]

const nextOf = (stage: Stage): Stage | null => stages[stages.indexOf(stage) + 1] ?? null

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query, actor, on }) => {
    const cycles = await listCycles(db)
    const cycle = cycles.find(c => c.id === query.get('siklus')) ?? cycles[0] ?? null
    const counts = cycle ? await mapCounts(db, cycle, ['all', 'placed', 'waiting', 'pool'], {}) : null
    const next = cycle ? nextOf(cycle.state) : null
    const checks = cycle ? await listChecks(db, cycle) : []
    return {
      on,
      checks,
      next,
      blockers: cycle && next ? blockersOf(next, await cycleFacts(db, cycle, on)) : [],
      steps: cycle ? await listSteps(db, cycle.id) : [],
      evidence: cycle ? await listEvidence(db, cycle.id) : [],
      snapshots: cycle ? await listSnapshots(db, cycle.id) : [],
      wanted: cycleRules.on(on).body.readinessForEkspose,
      cycles,
      cycle,
      counts,
      suppliers: cycle?.placed_at
        ? (await listSuppliers(db, cycle)).map(s => ({ ...s, people: listed(s.people), units: listed(s.units) }))
        : [],
      waiting: await waitingPolicies(db),
      policyId: cycle ? await policyIdOf(db, cycle.rule_code, cycle.rule_version) : null,
      mayRun: actor.role === 'hr_officer',
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run }) => {
    const { cycleId } = values
    if (values._intent === 'place') await run(placeCycle, { cycleId, reason: values.reason ?? null })
    else if (values._intent === 'step')
      await run(planStep, {
        cycleId,
        stage: values.stage,
        dueOn: dayFromForm(values.dueOn, 'dueOn'),
        ownerNip: values.ownerNip,
        task: values.task,
      })
    else if (values._intent === 'evidence')
      await run(recordCycleEvidence, {
        cycleId,
        kind: values.kind,
        happenedOn: dayFromForm(values.happenedOn, 'happenedOn'),
        reference: values.reference,
        score: values.score?.replace(',', '.') ?? null,
        note: values.note ?? null,
      })
    else await run(moveCycle, { cycleId, to: values.to, reason: values.reason })
    return redirect(`${href('/talenta')}?siklus=${cycleId}`)
  })

export default function CyclePage() {
  const {
    cycles,
    cycle,
    counts,
    suppliers,
    mayRun,
    on,
    checks,
    next,
    blockers,
    steps,
    evidence,
    snapshots,
    wanted,
    policyId,
    waiting,
  } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  if (!cycle || !counts)
    return (
      <EmptyState
        alone
        title="Belum ada siklus talenta"
        action={
          mayRun && (
            <LinkButton variant="primary" href={href('/talenta/siklus/baru')}>
              Buka siklus
            </LinkButton>
          )
        }
      >
        Siklus menetapkan siapa yang dipetakan, dengan aturan apa, dan pada tanggal berapa.
      </EmptyState>
    )
  const field = (name: string) => ({ name, value: answer?.values[name], error: answer?.fields[name] ?? null })
  const isFrozen = isFrozenFrom(cycle.state)
  return (
    <>
      <PageHead
        title={
          cycle.placed_at ? (
            <>
              <Figure figure={counts.placed} asLink /> sudah dipetakan, <Figure figure={counts.waiting} asLink />{' '}
              menunggu data
            </>
          ) : (
            'Peta belum dihitung'
          )
        }
        scope={`${cycle.name}. Potret ${formatDay(cycle.as_of)}, aturan ${cycle.rule_code} versi ${cycle.rule_version}. Tahap sekarang: ${stageWords[cycle.state].toLowerCase()}.`}
        actions={
          <>
            {mayRun && (
              <LinkButton href={href('/talenta/siklus/baru')} icon="add">
                Buka siklus
              </LinkButton>
            )}
            {cycle.placed_at && (
              <LinkButton variant="primary" href={`${href('/talenta/peta')}?siklus=${cycle.id}`}>
                Buka peta 9 kotak
              </LinkButton>
            )}
          </>
        }
      />
      {answer && <Note tone="risk" title={answer.message} live />}
      <StageStrand state={cycle.state} steps={steps} />
      <div className="gap-5">
        <TwoColumn
          side={
            <>
              <Section title="Langkah berikutnya" id="langkah">
                {!mayRun && <p className="small-text quiet">Langkah siklus dijalankan oleh pengelola talenta.</p>}
                {mayRun && (
                  <form method="post" className="stack">
                    <FormKey />
                    <input type="hidden" name="cycleId" value={cycle.id} />
                    {isFrozen ? (
                      <details className="disclosure">
                        <summary>Koreksi hasil yang dibekukan</summary>
                        <p className="small-text">
                          Dihitung kembali dengan aturan yang sama, sebagai versi baru. Potret lama tetap tersimpan.
                        </p>
                        <Textarea {...field('reason')} label="Alasan koreksi" optional rows={3} />
                        <Button small name="_intent" value="place">
                          Buat versi koreksi
                        </Button>
                      </details>
                    ) : (
                      <>
                        <p className="small-text">
                          {cycle.placed_at
                            ? 'Hitung kembali bila data sudah dilengkapi. Hasil lama diganti selama belum dibekukan.'
                            : 'Tempatkan semua orang dalam lingkup. Yang datanya kurang masuk ruang tunggu.'}
                        </p>
                        <Button name="_intent" value="place" variant={cycle.placed_at ? 'plain' : 'primary'}>
                          {cycle.placed_at ? 'Hitung ulang peta' : 'Hitung peta'}
                        </Button>
                      </>
                    )}
                    {next && (
                      <>
                        <input type="hidden" name="to" value={next} />
                        <p className="small-text">
                          {blockers.length > 0
                            ? `${blockers.length} hal masih menahan tahap ${stageWords[next].toLowerCase()}.`
                            : cycle.placed_at
                              ? `Memulai tahap ${stageWords[next].toLowerCase()} membekukan potret data, aturan, dan versi program.`
                              : `Lanjutkan ke tahap ${stageWords[next].toLowerCase()}.`}
                        </p>
                        <Button name="_intent" value="move">
                          Lanjut ke {stageWords[next].toLowerCase()}
                        </Button>
                      </>
                    )}
                  </form>
                )}
              </Section>
              {policyId && (
                <Section title="Aturan siklus ini">
                  <p className="small-text">
                    <a href={href('/talenta/aturan/:versionId', { versionId: policyId })}>
                      {cycle.rule_code} versi {cycle.rule_version}
                    </a>
                  </p>
                  <p className="small-text quiet">
                    {isFrozen ? 'Siklus ini tetap memakai versi ini.' : 'Versi yang berlaku pada tanggal potret.'}
                  </p>
                  {waiting.map(p => (
                    <p className="small-text" key={p.id}>
                      <a href={href('/talenta/aturan/:versionId', { versionId: p.id })}>
                        {p.code} versi {p.version}
                      </a>{' '}
                      menunggu persetujuan.
                    </p>
                  ))}
                </Section>
              )}
              <Section title="Pengumuman">
                <p className="small-text">
                  <a href={href('/pengumuman/talenta')}>Kriteria dan jadwal untuk semua orang</a>
                </p>
                <p className="small-text quiet">Terbuka tanpa masuk, dan dapat dicetak sebagai poster.</p>
              </Section>
            </>
          }
        >
          <Blockers next={next} blockers={blockers} />
          <Section title="Siapa melakukan apa, kapan">
            <StepList steps={steps} state={cycle.state} on={on} />
            {mayRun && (
              <details className="disclosure gap-3">
                <summary>Tetapkan penanggung jawab</summary>
                <form method="post" className="form">
                  <FormKey />
                  <input type="hidden" name="cycleId" value={cycle.id} />
                  <Select
                    {...field('stage')}
                    label="Tahap"
                    options={stages.map(stage => ({ value: stage, label: stageWords[stage] }))}
                  />
                  <TextInput {...field('task')} label="Tugas" />
                  <TextInput {...field('ownerNip')} label="NIP penanggung jawab" hint="18 angka" inputMode="numeric" />
                  <DateField {...field('dueOn')} label="Batas waktu" />
                  <FormActions note="Orang ini diberi tahu, dan diingatkan mendekati batasnya.">
                    <Button small name="_intent" value="step">
                      Simpan tugas
                    </Button>
                  </FormActions>
                </form>
              </details>
            )}
          </Section>
          <Readiness checks={checks} cycleId={cycle.id} mayRun={mayRun} />
          <Section title="Bukti untuk persetujuan BKN dan penetapan PPK" id="bukti">
            <EvidenceList evidence={evidence} wanted={wanted} />
            {mayRun && (
              <details className="disclosure gap-3">
                <summary>Catat bukti</summary>
                <form method="post" className="form">
                  <FormKey />
                  <input type="hidden" name="cycleId" value={cycle.id} />
                  <Select
                    {...field('kind')}
                    label="Jenis bukti"
                    options={Object.entries(evidenceWords).map(([value, label]) => ({ value, label }))}
                  />
                  <TextInput {...field('reference')} label="Nomor atau judul dokumen" />
                  <DateField {...field('happenedOn')} label="Tanggal" max={on} />
                  <NumberField
                    {...field('score')}
                    label="Nilai kesiapan"
                    hint="Hanya untuk nilai kesiapan, 0 sampai 100."
                    optional
                  />
                  <TextInput {...field('note')} label="Catatan" optional />
                  <FormActions>
                    <Button small name="_intent" value="evidence">
                      Simpan bukti
                    </Button>
                  </FormActions>
                </form>
              </details>
            )}
          </Section>
          <Section title="Potret yang dibekukan" note="data, aturan, dan versi program pada awal tahap">
            <SnapshotList snapshots={snapshots} cycleId={cycle.id} />
          </Section>
          {suppliers.length > 0 && (
            <Section
              title="Siapa harus melengkapi apa"
              note="agar orang keluar dari ruang tunggu"
              end={<a href={`${href('/talenta/peta/tunggu')}?siklus=${cycle.id}`}>Buka ruang tunggu</a>}
            >
              <DataTable
                caption="Kekurangan data menurut penanggung jawab"
                captionHidden
                rows={suppliers}
                rowKey={r => `${r.who}${r.what}`}
                columns={[
                  { key: 'who', header: 'Penanggung jawab', cell: r => r.who },
                  { key: 'what', header: 'Yang kurang', cell: r => r.what },
                  {
                    key: 'people',
                    header: 'Orang',
                    number: true,
                    cell: r => <Figure figure={r.people} unit={false} asLink />,
                  },
                  {
                    key: 'units',
                    header: 'Unit',
                    number: true,
                    cell: r => <Figure figure={r.units} unit={false} asLink />,
                  },
                ]}
              />
            </Section>
          )}
          {cycles.length > 1 && (
            <Section title="Semua siklus">
              <DataTable
                caption="Semua siklus talenta"
                captionHidden
                rows={cycles}
                rowKey={c => c.id}
                selected={c => c.id === cycle.id}
                columns={[
                  {
                    key: 'name',
                    header: 'Siklus',
                    cell: c => <a href={`${href('/talenta')}?siklus=${c.id}`}>{c.name}</a>,
                  },
                  { key: 'as_of', header: 'Potret', cell: c => formatDay(c.as_of) },
                  { key: 'state', header: 'Tahap', cell: c => stageWords[c.state] },
                ]}
              />
            </Section>
          )}
        </TwoColumn>
      </div>
    </>
  )
}
