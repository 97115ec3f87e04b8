import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { DataTable } from '#ui/kit/data-table.tsx'
import { EmptyState } from '#ui/kit/empty-state.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section, TwoColumn } from '#ui/kit/section.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { listSuppliers, mapCounts } from '../nine-box/map.store.ts'
import { listMoves } from '../score/person-score.store.ts'
import { listCycles } from './cycle.ts'
import { isFrozen, type Stage, stages, stageWords } from './cycle-words.ts'
import { moveCycle } from './open-cycle.ts'
import { placeCycle } from './place-cycle.ts'

export const meta = () => [{ title: 'Siklus talenta · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query, actor }) => {
    const cycles = await listCycles(db)
    const cycle = cycles.find(c => c.id === query.get('siklus')) ?? cycles[0] ?? null
    const counts = cycle ? await mapCounts(db, cycle, ['all', 'placed', 'waiting', 'pool'], {}) : null
    return {
      cycles,
      cycle,
      counts,
      suppliers: cycle?.placed_at ? await listSuppliers(db, cycle.id) : [],
      proposed: cycle ? (await listMoves(db, cycle.id, { state: 'proposed' })).length : 0,
      mayRun: actor.role === 'hr_officer',
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run }) => {
    if (values._intent === 'place') await run(placeCycle, { cycleId: values.cycleId })
    else await run(moveCycle, { cycleId: values.cycleId, to: values.to, reason: values.reason })
    return redirect(`${href('/talenta')}?siklus=${values.cycleId}`)
  })

const nextOf = (stage: Stage): Stage | null => stages[stages.indexOf(stage) + 1] ?? null

export default function CyclePage() {
  const { cycles, cycle, counts, suppliers, proposed, mayRun } = useLoaderData<typeof loader>()
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
  const next = nextOf(cycle.state)
  const at = stages.indexOf(cycle.state)
  return (
    <>
      <PageHead
        title={
          cycle.placed_at ? (
            <>
              <Figure figure={counts.placed} origin={false} /> sudah dipetakan,{' '}
              <Figure figure={counts.waiting} origin={false} /> menunggu data
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
      <TwoColumn
        side={
          <Section title="Langkah berikutnya">
            {!mayRun && <p className="small-text quiet">Langkah siklus dijalankan oleh pengelola talenta.</p>}
            {mayRun && (
              <form method="post" className="stack">
                <FormKey />
                <input type="hidden" name="cycleId" value={cycle.id} />
                {!isFrozen(cycle.state) && (
                  <>
                    <p className="small-text">
                      {cycle.placed_at
                        ? 'Hitung kembali bila data sudah dilengkapi. Hasil lama diganti selama belum ditetapkan.'
                        : 'Tempatkan semua orang dalam lingkup. Yang datanya kurang masuk ruang tunggu.'}
                    </p>
                    <Button name="_intent" value="place" variant={cycle.placed_at ? 'plain' : 'primary'}>
                      {cycle.placed_at ? 'Hitung ulang peta' : 'Hitung peta'}
                    </Button>
                  </>
                )}
                {next && cycle.placed_at && (
                  <>
                    <input type="hidden" name="to" value={next} />
                    <p className="small-text">Lanjutkan ke tahap {stageWords[next].toLowerCase()}.</p>
                    <Button name="_intent" value="move">
                      Lanjut ke {stageWords[next].toLowerCase()}
                    </Button>
                  </>
                )}
              </form>
            )}
          </Section>
        }
      >
        <Section title="Tahap siklus" note="urutan menurut PermenPANRB 3/2020">
          <DataTable
            caption="Tahap siklus talenta"
            captionHidden
            rows={stages.map((stage, i) => ({ stage, i }))}
            rowKey={r => r.stage}
            selected={r => r.stage === cycle.state}
            columns={[
              { key: 'stage', header: 'Tahap', cell: r => stageWords[r.stage] },
              {
                key: 'state',
                header: 'Keadaan',
                cell: r =>
                  r.i < at ? (
                    <StateMark state="known">Selesai</StateMark>
                  ) : r.i === at ? (
                    <StateMark state="border">Sedang berjalan</StateMark>
                  ) : (
                    <span className="faint">Belum</span>
                  ),
              },
            ]}
          />
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
                { key: 'people', header: 'Orang', number: true, cell: r => r.people.toLocaleString('id-ID') },
                { key: 'units', header: 'Unit', number: true, cell: r => r.units },
              ]}
            />
          </Section>
        )}
        {proposed > 0 && (
          <Note tone="due" title={`${proposed} usulan pindah menunggu sidang komite`}>
            <a href={`${href('/talenta/peta')}?siklus=${cycle.id}&tampil=sebelum`}>Lihat sebelum dan sesudah</a>
          </Note>
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
    </>
  )
}
