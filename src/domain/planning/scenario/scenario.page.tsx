import '#ui/style/screens/plan-composer.css'
import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { sql } from '#platform/database/database.ts'
import { findWork } from '#platform/jobs/work.ts'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { LinkButton } from '#ui/kit/button.tsx'
import { Bar } from '#ui/kit/meter.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { errors } from '../errors.ts'
import { typedNumber } from '../form-input.ts'
import { adoptScenario } from './adopt-scenario.ts'
import { explainScenario, type ReasonView } from './explain-scenario.ts'
import { lockSeat } from './lock-seat.ts'
import { LocksPart } from './lock-seat.view.tsx'
import { findScenario, type Scenario } from './scenario.store.ts'
import { AdoptPart, LinesPart, OtherPart, ReasonsPart, WhatIfPart } from './scenario.view.tsx'
import { scenarioStateWords } from './scenario-words.ts'
import { varyScenario } from './vary-scenario.ts'

export const meta = () => [{ title: 'Skenario · Anyam' }]

/** Whom one asked to see; without asking, who is in, or, where nobody is, what stands in the way. */
const readView = (asked: string | null, scenario: Pick<Scenario, 'solution'>): ReasonView => {
  if (asked === 'masuk') return 'in'
  const seats = (scenario.solution as { assignments?: unknown[] } | null)?.assignments?.length
  return asked === 'keluar' || seats === 0 ? 'out' : 'in'
}

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, query, actor, on }) => {
    const scenario = await findScenario(db, params.scenarioId)
    if (!scenario) throw errors.scenario.notFound()
    const { instance: _instance, solution: _solution, ...head } = scenario
    const base = {
      scenario: head,
      mayAdopt: actor.role === 'hr_officer' || actor.role === 'leader',
      isHr: actor.role === 'hr_officer',
    }
    if (!scenario.solution || !scenario.instance) {
      const { work_id } = await db.one<{ work_id: string | null }>(
        sql`select work_id from planning.scenarios where id = ${scenario.id}`,
      )
      return { ...base, work: work_id ? await findWork(db, work_id) : null, edit: null, plan: null }
    }
    const look = {
      view: readView(query.get('lihat'), scenario),
      search: query.get('cari') ?? '',
      page: Math.max(1, Number(query.get('halaman')) || 1),
    }
    return { ...base, work: null, edit: query.get('atur'), plan: await explainScenario(db, scenario, look, on) }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run, params }) => {
    if (values._intent === 'vary') {
      const { id } = await run(varyScenario, {
        scenarioId: params.scenarioId,
        budgetChangePercent: typedNumber(values.budgetChangePercent) ?? undefined,
      })
      return redirect(href('/diklat/penyusun/:scenarioId', { scenarioId: id }))
    }
    if (values._intent === 'lock')
      await run(lockSeat, {
        scenarioId: params.scenarioId,
        employeeId: values.employeeId,
        moduleId: values.moduleId,
        demand: values.demand,
        reason: values.reason,
      })
    else await run(adoptScenario, { scenarioId: params.scenarioId, approver: values.approver })
    return redirect(href('/diklat/penyusun/:scenarioId', { scenarioId: params.scenarioId }))
  })

export default function ScenarioPage() {
  const { scenario, work, plan, edit, mayAdopt, isHr } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const crumbs = [{ label: 'Penyusun rencana', href: href('/diklat/penyusun') }, { label: scenario.name }]
  if (!plan)
    return (
      <>
        {work && ['waiting', 'running'].includes(work.state) && <meta httpEquiv="refresh" content="3" />}
        <PageHead
          title={work?.state === 'failed' ? `${scenario.name}: belum ada rencana` : `${scenario.name} sedang dihitung`}
          scope={scenarioStateWords[scenario.state]}
          crumbs={crumbs}
          actions={
            isHr && (
              <LinkButton href={`${href('/diklat/penyusun/baru')}?salin=${scenario.id}`}>
                Ubah dan hitung lagi
              </LinkButton>
            )
          }
        />
        {work?.state === 'failed' ? (
          <Note tone="risk" title="Perhitungan berhenti">
            {work.message}
          </Note>
        ) : (
          <div role="status">
            <Bar share={work?.total ? Math.min(1, work.done / work.total) : 0} label="Kemajuan perhitungan" />
            <p className="small-text quiet gap-2">
              {work?.message ?? 'Menunggu giliran.'} Halaman ini menyegarkan diri tiap 3 detik.
            </p>
          </div>
        )}
      </>
    )
  const { figures } = plan
  const feasible = plan.status === 'optimal' || plan.status === 'feasible'
  const mayLock = isHr && scenario.state !== 'adopted'
  const isEmpty = feasible && figures.seats.value === 0
  return (
    <>
      <PageHead
        title={
          isEmpty ? (
            'Belum ada yang mendapat kursi dalam skenario ini'
          ) : feasible ? (
            <>
              <Figure figure={figures.people} origin={false} asLink /> mendapat pelatihan,{' '}
              <Figure figure={figures.levels} origin={false} asLink unit={false} /> level kesenjangan tertutup
            </>
          ) : plan.status === 'infeasible' ? (
            'Tuntutan skenario ini saling bertentangan'
          ) : (
            'Belum ada rencana layak dalam waktu yang tersedia'
          )
        }
        scope={`${scenario.name}, tahun ${scenario.year}. ${plan.quality}`}
        crumbs={crumbs}
        actions={
          isHr && <LinkButton href={`${href('/diklat/penyusun/baru')}?salin=${scenario.id}`}>Salin dan ubah</LinkButton>
        }
      />
      {answer && Object.keys(answer.fields).length === 0 && <Note tone="risk" title={answer.message} live />}
      {plan.conflict.length > 0 && (
        <Note tone="risk" title="Yang bertentangan">
          <ul className="lines">
            {plan.conflict.map(c => (
              <li key={c}>{c}</li>
            ))}
          </ul>
        </Note>
      )}
      {feasible && plan.figures.held[0]?.code === 'TRAINER' && (
        <Note tone="risk" title="Yang membatasi adalah pengajar, bukan dana">
          Paling banyak kegiatan tidak masuk karena pengajarnya tidak ada. Menambah pagu saja tidak membuka kelasnya.
        </Note>
      )}
      {!feasible && <LocksPart locks={plan.locks} mayLock={mayLock} />}
      {feasible && (
        <>
          <div className="totals">
            <Figure figure={figures.people} size="middle" compare="mendapat kursi" />
            <Figure figure={figures.seats} size="middle" compare="kursi terisi" />
            <Figure figure={figures.levels} size="middle" compare="level ditutup" />
            <Figure figure={figures.cost} size="middle" compare="biaya" />
          </div>
          <div className="two-column composer">
            <div className="what-if">
              <WhatIfPart scenario={scenario} plan={plan} isHr={isHr} answer={answer} />
            </div>
            <div className="main-part">
              <LinesPart plan={plan} />
              <ReasonsPart plan={plan} scenarioId={scenario.id} mayLock={mayLock} edit={edit} answer={answer} />
            </div>
            <aside className="other-part">
              <LocksPart locks={plan.locks} mayLock={mayLock} />
              <OtherPart plan={plan} />
              <AdoptPart scenario={scenario} mayAdopt={mayAdopt} isEmpty={isEmpty} answer={answer} />
            </aside>
          </div>
        </>
      )}
    </>
  )
}
