import '#ui/style/screens/plan-composer.css'
import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay, formatNumber, formatRupiah, formatRupiahShort } from '#core/text/format.ts'
import { sql } from '#platform/database/database.ts'
import { findWork } from '#platform/jobs/work.ts'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { DefinitionList } from '#ui/kit/definition-list.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { FormActions } from '#ui/kit/form-parts.tsx'
import { TextInput } from '#ui/kit/inputs.tsx'
import { Bar } from '#ui/kit/meter.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Pager } from '#ui/kit/pager.tsx'
import { Section, TwoColumn } from '#ui/kit/section.tsx'
import { errors } from '../errors.ts'
import { compareScenarios } from '../selection/compare.model.ts'
import { parseInstance } from '../selection/instance.model.ts'
import { bindingSentence, conflictSentence, type Names, qualitySentence } from '../selection/selection.text.ts'
import type { PlannerSolution } from '../selection/solution.model.ts'
import { adoptScenario } from './adopt-scenario.ts'
import { findScenario, namesOf } from './scenario.store.ts'
import { scenarioFigures } from './scenario-figures.ts'
import { scenarioStateWords } from './scenario-words.ts'

export const meta = () => [{ title: 'Skenario · Anyam' }]
const pageSize = 50

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, query, actor, on }) => {
    const scenario = await findScenario(db, params.scenarioId)
    if (!scenario) throw errors.scenario.notFound()
    const { instance: _instance, solution: _solution, ...head } = scenario
    const { work_id } = await db.one<{ work_id: string | null }>(
      sql`select work_id from planning.scenarios where id = ${scenario.id}`,
    )
    const mayAdopt = actor.role === 'hr_officer' || actor.role === 'leader'
    const base = { scenario: head, mayAdopt, isHr: actor.role === 'hr_officer' }
    if (!scenario.solution || !scenario.instance)
      return { ...base, work: work_id ? await findWork(db, work_id) : null, plan: null }
    const solution = scenario.solution as unknown as PlannerSolution
    const parsed = parseInstance(scenario.instance)
    if (!parsed.ok) throw new Error(parsed.reasons.join(' '))
    const { instance } = parsed
    const found = await namesOf(db, {
      people: instance.employees.map(e => e.id),
      competencies: [...new Set(instance.employees.flatMap(e => e.needs.map(n => n.competency)))],
      lines: instance.budgetLines.map(l => l.id),
    })
    const modules = new Map(instance.modules.map(m => [m.id, m.title]))
    const sessions = new Map(instance.sessions.map(s => [s.id, s]))
    const sessionName = (id: string) => {
      const s = sessions.get(id)
      return s ? `${modules.get(s.module) ?? s.module} (${formatDay(s.periods[0].start as never, 'short')})` : id
    }
    const names: Names = (kind, id) =>
      kind === 'employee'
        ? (found.people.get(id)?.name ?? id)
        : kind === 'session'
          ? sessionName(id)
          : kind === 'module'
            ? (modules.get(id) ?? id)
            : kind === 'competency'
              ? (found.competencies.get(id) ?? id)
              : kind === 'line'
                ? (found.lines.get(id) ?? id)
                : kind === 'unit'
                  ? (instance.units.find(u => u.id === id)?.name ?? id)
                  : id.startsWith('unit:')
                    ? `lantai ${instance.units.find(u => u.id === id.slice(5))?.name ?? ''}`
                    : 'lantai kursi perempuan'
    const page = Math.max(1, Number(query.get('halaman')) || 1)
    const view = query.get('lihat') === 'keluar' ? 'out' : 'in'
    const inside = solution.why.in
      .map(w => ({
        key: w.employee + w.session,
        name: names('employee', w.employee),
        unit: found.people.get(w.employee)?.unit ?? '',
        session: sessionName(w.session),
        jp: w.jp,
        cost: w.cost.reduce((s, c) => s + c.amount, 0),
        reason:
          w.closes.length > 0
            ? `Menutup ${w.closes.map(c => `${names('competency', c.competency)} ke level ${c.level}`).join(', ')}`
            : w.jpPoints > 0
              ? 'Memenuhi kewajiban JP setahun'
              : 'Dikunci atau dipertahankan dari rencana sebelumnya',
        points: w.closes.reduce((s, c) => s + c.points, 0) + w.jpPoints,
      }))
      .sort((a, b) => b.points - a.points || a.name.localeCompare(b.name, 'id'))
    const outside = solution.why.out
      .map(w => ({
        key: `${w.employee}${w.module ?? w.competency}`,
        name: names('employee', w.employee),
        unit: found.people.get(w.employee)?.unit ?? '',
        what: w.module ? (modules.get(w.module) ?? w.module) : names('competency', w.competency ?? ''),
        points: w.points,
        reason: w.binding.map(b => bindingSentence(b, names)).join(' '),
      }))
      .sort((a, b) => b.points - a.points || a.name.localeCompare(b.name, 'id'))
    const other = scenario.copied_from ? await findScenario(db, scenario.copied_from) : null
    const otherInstance = other?.solution && other.instance ? parseInstance(other.instance) : null
    const comparison =
      other && otherInstance?.ok
        ? {
            name: other.name,
            id: other.id,
            ...compareScenarios(
              { instance: otherInstance.instance, solution: other.solution as unknown as PlannerSolution },
              { instance, solution },
            ),
          }
        : null
    const remarks = (
      scenario.settings as unknown as {
        remarks?: {
          toAssess?: { employeeId: string; name: string; competencyIds: string[] }[]
          leftOut?: { sessionId: string; reason: string }[]
        }
      }
    ).remarks
    return {
      ...base,
      work: null,
      plan: {
        status: solution.status,
        quality: qualitySentence(solution),
        figures: scenarioFigures(scenario, on),
        lineNames: Object.fromEntries(solution.lines.map(l => [l.line, names('line', l.line)])),
        marginal: Object.fromEntries(solution.marginal.map(m => [m.line, m])),
        fairness: solution.fairnessCost.map(f => ({ name: names('floor', f.id), points: f.points })),
        conflict: (solution.conflict ?? []).map(c => conflictSentence(c, names)),
        inside: inside.slice(view === 'in' ? (page - 1) * pageSize : 0, view === 'in' ? page * pageSize : 0),
        outside: outside.slice(view === 'out' ? (page - 1) * pageSize : 0, view === 'out' ? page * pageSize : 0),
        insideTotal: inside.length,
        outsideTotal: outside.length,
        view,
        page,
        toAssess: (remarks?.toAssess ?? []).length,
        leftOut: (remarks?.leftOut ?? []).length,
        comparison: comparison && {
          name: comparison.name,
          id: comparison.id,
          a: comparison.a,
          b: comparison.b,
          isRankingProven: comparison.isRankingProven,
          onlyInA: comparison.onlyInA.length,
          onlyInB: comparison.onlyInB.length,
        },
        objective: solution.objective,
        bound: solution.bound,
      },
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run, params }) => {
    await run(adoptScenario, { scenarioId: params.scenarioId, approver: values.approver })
    return redirect(href('/diklat/penyusun/:scenarioId', { scenarioId: params.scenarioId }))
  })

export default function ScenarioPage() {
  const { scenario, work, plan, mayAdopt, isHr } = useLoaderData<typeof loader>()
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
  const address = (more: Record<string, string>) =>
    `${href('/diklat/penyusun/:scenarioId', { scenarioId: scenario.id })}?${new URLSearchParams(more)}#alasan`
  const feasible = plan.status === 'optimal' || plan.status === 'feasible'
  return (
    <>
      <PageHead
        title={
          feasible ? (
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
          <>
            {isHr && (
              <LinkButton href={`${href('/diklat/penyusun/baru')}?salin=${scenario.id}`}>Salin dan ubah</LinkButton>
            )}
          </>
        }
      />
      {answer && (
        <Note tone="risk" title={answer.message} live>
          {Object.values(answer.fields).join(' ')}
        </Note>
      )}
      {plan.conflict.length > 0 && (
        <Note tone="risk" title="Yang bertentangan">
          <ul className="lines">
            {plan.conflict.map(c => (
              <li key={c}>{c}</li>
            ))}
          </ul>
        </Note>
      )}
      {feasible && (
        <>
          <div className="totals">
            <Figure figure={figures.people} size="middle" compare="mendapat kursi" />
            <Figure figure={figures.seats} size="middle" compare="kursi terisi" />
            <Figure figure={figures.levels} size="middle" compare="level ditutup" />
            <Figure figure={figures.cost} size="middle" compare="biaya" />
          </div>
          <TwoColumn
            side={
              <>
                <Section title="Seberapa baik rencana ini">
                  <DefinitionList
                    facts={[
                      { term: 'Poin rencana', value: plan.objective === null ? '–' : formatNumber(plan.objective) },
                      { term: 'Batas terbukti', value: plan.bound === null ? '–' : formatNumber(plan.bound) },
                      { term: 'Aturan poin', value: 'PRIORITAS-DIKLAT' },
                    ]}
                  />
                  <p className="small-text quiet gap-2">{plan.quality}</p>
                  {plan.fairness.map(f => (
                    <p key={f.name} className="small-text">
                      Harga {f.name}: {formatNumber(f.points)} poin.
                    </p>
                  ))}
                </Section>
                {(plan.toAssess > 0 || plan.leftOut > 0) && (
                  <Section title="Di luar hitungan">
                    {plan.toAssess > 0 && (
                      <p className="small-text">
                        {plan.toAssess} orang perlu asesmen: ada level yang belum diketahui, dan itu bukan kesenjangan.
                      </p>
                    )}
                    {plan.leftOut > 0 && (
                      <p className="small-text">
                        {plan.leftOut} kelas dilewati: biaya atau JP modulnya belum diketahui.
                      </p>
                    )}
                  </Section>
                )}
                {plan.comparison && (
                  <Section title={`Dibandingkan dengan ${plan.comparison.name}`}>
                    <DefinitionList
                      facts={[
                        { term: 'Orang', value: `${plan.comparison.a.people} → ${plan.comparison.b.people}` },
                        {
                          term: 'Level ditutup',
                          value: `${plan.comparison.a.gapsClosed} → ${plan.comparison.b.gapsClosed}`,
                        },
                        {
                          term: 'Biaya',
                          value: `${formatRupiahShort(plan.comparison.a.cost)} → ${formatRupiahShort(plan.comparison.b.cost)}`,
                        },
                        { term: 'Kursi hilang, baru', value: `${plan.comparison.onlyInA}, ${plan.comparison.onlyInB}` },
                      ]}
                    />
                    {!plan.comparison.isRankingProven && (
                      <p className="small-text quiet">
                        Selisih poinnya lebih kecil daripada ketidakpastian hitungan; urutan keduanya belum terbukti.
                      </p>
                    )}
                    <a href={href('/diklat/penyusun/:scenarioId', { scenarioId: plan.comparison.id })}>
                      Buka {plan.comparison.name}
                    </a>
                  </Section>
                )}
                <Section title={scenario.state === 'adopted' ? 'Sudah dibekukan' : 'Setujui dan bekukan'}>
                  {scenario.state === 'adopted' ? (
                    <p>
                      Disetujui {scenario.adopted_by}, {scenario.adopted_on ? formatDay(scenario.adopted_on) : ''}.
                      Rencana tiap orang menunggu persetujuannya.
                    </p>
                  ) : mayAdopt ? (
                    <form method="post" className="form">
                      <FormKey />
                      <TextInput name="approver" label="Nama yang menyetujui" error={answer?.fields.approver} />
                      <FormActions note="Salinan bertanggal disimpan. Tiap orang mendapat usulan rencana yang masih harus ia setujui.">
                        <Button variant="primary">Bekukan skenario</Button>
                      </FormActions>
                    </form>
                  ) : (
                    <p className="quiet">Dibekukan oleh pengelola atau pimpinan.</p>
                  )}
                </Section>
              </>
            }
          >
            <Section title="Baris anggaran">
              <DataTable
                caption="Pemakaian baris anggaran"
                captionHidden
                rows={figures.lines.filter(l => l.amount > 0 || Number(l.used.value) > 0)}
                rowKey={l => l.line}
                columns={[
                  { key: 'line', header: 'Baris', cell: l => plan.lineNames[l.line] },
                  { key: 'amount', header: 'Tersedia', number: true, cell: l => formatRupiah(l.amount) },
                  {
                    key: 'used',
                    header: 'Terpakai',
                    number: true,
                    cell: l => <Figure figure={l.used} origin={false} asLink />,
                  },
                  {
                    key: 'more',
                    header: 'Tambahan Rp10 juta membeli',
                    wide: true,
                    cell: l => {
                      const m = plan.marginal[l.line]
                      if (!m) return 'belum dihitung'
                      if (m.exact && m.gain !== null)
                        return m.gain <= 0
                          ? 'tidak menambah apa pun'
                          : `${formatNumber(m.gain)} poin, ${m.adds.length} kursi`
                      return m.gainHigh <= 0
                        ? 'tidak menambah apa pun'
                        : `${formatNumber(m.gainLow)}–${formatNumber(m.gainHigh)} poin (perkiraan)`
                    },
                  },
                ]}
              />
            </Section>
            <Section
              id="alasan"
              title={
                plan.view === 'in'
                  ? `${plan.insideTotal} kursi masuk, dengan alasannya`
                  : `${plan.outsideTotal} keinginan belum masuk, dengan alasannya`
              }
              end={
                <a href={address({ lihat: plan.view === 'in' ? 'keluar' : 'masuk' })}>
                  {plan.view === 'in'
                    ? `Lihat ${plan.outsideTotal} yang belum masuk`
                    : `Lihat ${plan.insideTotal} yang masuk`}
                </a>
              }
            >
              {plan.view === 'in' ? (
                <DataTable
                  caption="Kursi yang masuk"
                  captionHidden
                  rows={plan.inside}
                  rowKey={r => r.key}
                  columns={[
                    {
                      key: 'name',
                      header: 'Orang',
                      cell: r => (
                        <>
                          {r.name}
                          <SubLine>{r.unit}</SubLine>
                        </>
                      ),
                    },
                    { key: 'session', header: 'Kelas', cell: r => r.session },
                    { key: 'reason', header: 'Alasan', wide: true, cell: r => r.reason },
                    { key: 'jp', header: 'JP', number: true, cell: r => r.jp },
                    { key: 'cost', header: 'Biaya', number: true, cell: r => formatRupiah(r.cost) },
                  ]}
                />
              ) : (
                <DataTable
                  caption="Yang belum masuk"
                  captionHidden
                  rows={plan.outside}
                  rowKey={r => r.key}
                  columns={[
                    {
                      key: 'name',
                      header: 'Orang',
                      cell: r => (
                        <>
                          {r.name}
                          <SubLine>{r.unit}</SubLine>
                        </>
                      ),
                    },
                    { key: 'what', header: 'Modul atau kompetensi', cell: r => r.what },
                    { key: 'points', header: 'Poin', number: true, cell: r => formatNumber(r.points) },
                    { key: 'reason', header: 'Yang menghalangi', wide: true, cell: r => r.reason },
                  ]}
                />
              )}
              <Pager
                shown={plan.view === 'in' ? plan.inside.length : plan.outside.length}
                total={plan.view === 'in' ? plan.insideTotal : plan.outsideTotal}
                from={(plan.page - 1) * pageSize + 1}
                previousHref={
                  plan.page > 1
                    ? address({ lihat: plan.view === 'in' ? 'masuk' : 'keluar', halaman: String(plan.page - 1) })
                    : null
                }
                nextHref={
                  plan.page * pageSize < (plan.view === 'in' ? plan.insideTotal : plan.outsideTotal)
                    ? address({ lihat: plan.view === 'in' ? 'masuk' : 'keluar', halaman: String(plan.page + 1) })
                    : null
                }
              />
            </Section>
          </TwoColumn>
        </>
      )}
    </>
  )
}
