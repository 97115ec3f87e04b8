import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay, formatNumber } from '#core/text/format.ts'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { ForestPlot } from '#ui/chart/forest-plot.tsx'
import { LineChart } from '#ui/chart/line-chart.tsx'
import { explanationHref, Figure } from '#ui/figure/figure.tsx'
import { Button } from '#ui/kit/button.tsx'
import { EmptyState } from '#ui/kit/empty-state.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import '#ui/style/screens/evaluation.css'
import { errors } from '../errors.ts'
import { evaluateProgramme } from './evaluate-programme.ts'
import { findEvaluatedProgramme, findEvaluation, listEvaluations } from './evaluation.store.ts'
import { capital, findingOf, small, verdictShape } from './evaluation-words.ts'
import { ApplicationLevel, LearningLevel, ReactionLevel, UnitLevel } from './four-levels.view.tsx'
import { IndicatorLimits } from './indicator-limits.view.tsx'
import { RatingsTable } from './ratings-table.view.tsx'

export const meta = () => [{ title: 'Evaluasi program · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, actor, visit }) => {
    const programme = await findEvaluatedProgramme(db, params.programmeId)
    if (!programme) throw errors.programme.notFound()
    const row = await findEvaluation(db, programme.id)
    return {
      programme,
      evaluation: row?.figures ?? null,
      earlier: (await listEvaluations(db, programme.id)).slice(1),
      isHr: actor.role === 'hr_officer',
      hasSuccession: visit.modules.has('succession'),
      hasPlanning: visit.modules.has('planning'),
      mayFollow: ['hr_officer', 'supervisor', 'facilitator', 'committee', 'auditor'].includes(actor.role),
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ run, params }) => {
    await run(evaluateProgramme, { programmeId: params.programmeId })
    return redirect(href('/evaluasi/:programmeId', { programmeId: String(params.programmeId) }))
  })

export default function EvaluationPage() {
  const { programme, evaluation, earlier, isHr, hasSuccession, mayFollow } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const again = isHr && (
    <form method="post">
      <FormKey />
      <Button variant={evaluation ? 'plain' : 'primary'}>
        {evaluation ? 'Hitung lagi per hari ini' : 'Hitung evaluasi'}
      </Button>
    </form>
  )
  const crumbs = [{ label: 'Evaluasi', href: href('/evaluasi') }, { label: programme.name }]
  if (!evaluation)
    return (
      <>
        <PageHead title={`${programme.name} belum dievaluasi`} crumbs={crumbs} />
        {answer && <Note tone="risk" title={answer.message} live />}
        <EmptyState title="Belum ada evaluasi" action={again || undefined}>
          {isHr
            ? 'Evaluasi membaca hasil kelas, tindak lanjut, dan indikator unit sampai hari ini.'
            : 'Pengelola kepegawaian menghitungnya dari hasil kelas, tindak lanjut, dan indikator unit.'}
        </EmptyState>
      </>
    )
  const { indicators } = evaluation
  const agreed = indicators.filter(i => i.target)
  const lead = agreed.length > 0 ? agreed : indicators.slice(0, 2)
  const units = indicators[0]
  return (
    <>
      <PageHead
        title={findingOf(indicators.map(i => ({ ...i, hasTarget: i.target !== null })))}
        crumbs={crumbs}
        scope={
          <>
            {programme.name}, <Figure figure={evaluation.people} origin={false} asLink />.{' '}
            {formatDay(programme.starts_on, 'month')}
            {programme.ends_on ? ` sampai ${formatDay(programme.ends_on, 'month')}` : ''}, biaya{' '}
            <Figure figure={evaluation.cost} origin={false} asLink />.{' '}
            {agreed[0]?.target
              ? `Target disepakati ${formatDay(agreed[0].target.agreedOn)}${agreed[0].target.isAgreedBefore ? ', sebelum program mulai.' : ', setelah program mulai.'}`
              : 'Target indikator unit belum disepakati.'}
          </>
        }
        actions={again}
      />
      {answer && <Note tone="risk" title={answer.message} live />}
      <Section>
        <h2 className="sr">Empat tingkat</h2>
        <ol className="four-levels">
          <ReactionLevel reaction={evaluation.reaction} />
          <LearningLevel learning={evaluation.learning} />
          <ApplicationLevel application={evaluation.application} />
          <UnitLevel indicators={indicators} />
        </ol>
      </Section>
      {lead.length > 0 && (
        <Section>
          <div className="two-column even">
            {lead.map(i => (
              <div key={i.id}>
                <header className="section-head">
                  <h2>
                    {i.name}, {i.unitOfMeasure} per bulan
                  </h2>
                  <StateMark state={verdictShape(i.verdict)}>{capital(i.verdict)}</StateMark>
                </header>
                <LineChart
                  periods={i.line.months.map(m =>
                    formatDay(m, 'month').replace(/^(\p{L}{3})\p{L}* \d\d(\d\d)$/u, '$1 $2'),
                  )}
                  unit={i.unitOfMeasure}
                  zero={false}
                  reading={`${i.name}: unit program dan unit pembanding, ${i.line.months.length} bulan.`}
                  start={
                    evaluation.programme.effectFrom && i.line.months.includes(evaluation.programme.effectFrom)
                      ? {
                          at: i.line.months.indexOf(evaluation.programme.effectFrom) - 0.5,
                          label: `Mulai ${formatDay(evaluation.programme.effectFrom, 'month')}`,
                        }
                      : undefined
                  }
                  series={[
                    { label: 'Program', values: i.line.programme },
                    { label: 'Pembanding', values: i.line.comparison },
                  ]}
                  caption={
                    <>
                      Rata-rata unit. Garis putus: unit pembanding tanpa program. Bulan tanpa data tidak digambar.{' '}
                      <a href={href('/evaluasi/indikator')}>Nilai tiap unit dan bulan</a>
                    </>
                  }
                />
                <p className="small-text quiet">
                  Unit program: <Figure figure={i.before} origin={false} asLink /> sebelum,{' '}
                  <Figure figure={i.after} origin={false} asLink /> sesudah. Pembanding:{' '}
                  <Figure figure={i.comparisonBefore} origin={false} asLink /> sebelum,{' '}
                  <Figure figure={i.comparisonAfter} origin={false} asLink /> sesudah.
                  {i.target && (
                    <>
                      {' '}
                      Target{' '}
                      <a href={href('/diklat/program/:programmeId', { programmeId: programme.id })}>
                        {formatNumber(i.target.value, { digits: 1 })}
                        {i.unitOfMeasure === '%' ? '%' : ` ${i.unitOfMeasure}`}
                      </a>
                      .
                    </>
                  )}
                </p>
              </div>
            ))}
          </div>
        </Section>
      )}
      {indicators.length > 0 && (
        <Section>
          <div className="two-column even">
            <div>
              <header className="section-head">
                <h2>Selisih perubahan terhadap pembanding</h2>
              </header>
              <ForestPlot
                caption="Selisih perubahan tiap indikator dengan rentang 95%"
                effects={indicators.map(i => ({
                  label: i.name,
                  counts: `${i.programmeUnits} | ${i.comparisonUnits} unit`,
                  point: i.difference.value,
                  low: i.difference.interval?.low ?? null,
                  high: i.difference.interval?.high ?? null,
                  verdict: capital(i.verdict),
                  isConclusive: i.isConclusive,
                  where: explanationHref(i.difference),
                }))}
                note={`Batang: rentang 95%, skala tiap baris mengikuti satuannya. Dari ${indicators.length} rentang, satu dapat meleset karena kebetulan.`}
              />
            </div>
            <IndicatorLimits
              indicators={indicators}
              excluded={units?.excluded ?? []}
              months={{ before: units?.monthsBefore ?? 0, after: units?.monthsAfter ?? 0 }}
            />
          </div>
        </Section>
      )}
      <RatingsTable ratings={evaluation.application.ratings} />
      {evaluation.stakeholders && (
        <Section
          title="Kepuasan pemangku kepentingan paket lab"
          note={`skala 1 sampai ${evaluation.stakeholders.scaleMax}`}
        >
          <p>
            Sebelum <Figure figure={evaluation.stakeholders.before} origin={false} asLink />, sesudah{' '}
            <Figure figure={evaluation.stakeholders.after} origin={false} asLink />. Tanpa pembanding, jadi bukan bukti
            pengaruh program.
          </p>
        </Section>
      )}
      <Section
        title="Dari pelatihan ke kesiapan"
        end={
          mayFollow && (
            <a href={href('/diklat/program/:programmeId/kemajuan', { programmeId: programme.id })}>
              Buka kemajuan tiap peserta
            </a>
          )
        }
      >
        <ol className="readiness-chain">
          {evaluation.chain.map(step => (
            <li key={step.label}>
              <b>
                <Figure figure={step.figure} origin={false} asLink unit={false} />
              </b>
              {step.label}
            </li>
          ))}
        </ol>
        {hasSuccession && (
          <p className="small-text quiet gap-3">
            Kesiapan untuk jabatan sasaran dibaca di <a href="/suksesi">bangku suksesi</a>.
          </p>
        )}
      </Section>
      {earlier.length > 0 && (
        <Section title="Evaluasi sebelumnya">
          <ul className="lines">
            {earlier.map(e => (
              <li key={e.as_of}>
                {formatDay(e.as_of)}:{' '}
                {Object.entries(e.verdicts)
                  .map(([name, verdict]) => `${small(name)} ${verdict}`)
                  .join('; ') || 'belum ada indikator'}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <p className="tiny faint">
        Dihitung per {formatDay(evaluation.asOf)}. Untuk laporan, cetak halaman ini dari peramban; tombol dan menu tidak
        ikut tercetak.
      </p>
    </>
  )
}
