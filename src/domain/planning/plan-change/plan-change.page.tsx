import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Recorded } from '#ui/figure/recorded.tsx'
import { Button } from '#ui/kit/button.tsx'
import { Chip } from '#ui/kit/chip.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { Textarea } from '#ui/kit/inputs.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section, TwoColumn } from '#ui/kit/section.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { errors } from '../errors.ts'
import { carryItem, carryOver } from '../plan/carry-over.ts'
import { readChangeOutcomes, seesLevels } from '../plan/outcome.store.ts'
import { OutcomeTable } from '../plan/outcome.view.tsx'
import { acceptPlanChange, declinePlanChange, mayDecide, reopenPlanChange } from './decide-plan-change.ts'
import { planChangeRules } from './plan-change.rules.ts'
import { findChange, findWorkingPlan } from './plan-change.store.ts'
import {
  causeWords,
  changeStateShape,
  changeStateWords,
  deciderWords,
  itemWords,
  verbWords,
} from './plan-change-words.ts'
import { applySteps } from './plan-step.model.ts'

export const meta = () => [{ title: 'Usul perubahan rencana · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, actor, on, visit, look }) => {
    const change = await findChange(db, params.changeId)
    if (!change) throw errors.planChange.notFound()
    look({
      action: 'membuka usul perubahan rencana',
      employeeId: change.employee_id,
      subjectKind: 'planning.plan-change',
      subjectId: change.id,
    })
    const working = change.state === 'open' ? await findWorkingPlan(db, change.employee_id) : null
    const now = working ? carryOver(working.items) : []
    const { items, applied } = applySteps(now, change.steps)
    const titles = new Map((working?.items ?? []).map(i => [i.module_id ?? i.title, { ...carryItem(i), id: i.id }]))
    return {
      change,
      steps: change.steps.map(s => ({
        ...s,
        isStale: change.state === 'open' && !applied.includes(s),
        before: s.key ? (titles.get(s.key) ?? null) : null,
      })),
      outcomes:
        change.state === 'open' && applied.length > 0 && seesLevels(actor, change.employee_id)
          ? await readChangeOutcomes(db, change, visit.answers)
          : null,
      isStale: change.state === 'open' && applied.length === 0,
      lacksIndicator: items.filter(i => !i.indicator || !i.target).map(i => i.title),
      sourceHref: change.source_href && visit.mayOpen(change.source_href) ? change.source_href : null,
      // A draft somebody works on is what the change is laid on.
      draftVersion: working && ['draft', 'proposed'].includes(working.plan.state) ? working.plan.version : null,
      mayDecide: mayDecide(actor, change),
      mayReopen: change.state === 'declined' && change.decided_on === on && change.decided_by_name === actor.name,
      deciders: planChangeRules.on(on).body.decides[change.cause],
      isOwn: change.employee_id === actor.employeeId,
      on,
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run, params }) => {
    const changeId = String(params.changeId)
    const here = href('/diklat/usul-perubahan/:changeId', { changeId })
    if (values._intent === 'accept') {
      const { planId } = await run(acceptPlanChange, { changeId, reason: values.reason ?? null })
      return redirect(href('/diklat/rencana/:planId', { planId }))
    }
    if (values._intent === 'reopen') await run(reopenPlanChange, { changeId })
    else await run(declinePlanChange, { changeId, reason: values.reason })
    return redirect(here)
  })

export default function PlanChangePage() {
  const {
    change: c,
    steps,
    outcomes,
    isStale,
    lacksIndicator,
    sourceHref,
    draftVersion,
    mayDecide,
    mayReopen,
    deciders,
    isOwn,
    on,
  } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const plan = href('/diklat/rencana/:planId', { planId: c.plan_id })
  return (
    <>
      <PageHead
        title={`${causeWords[c.cause]}: usul perubahan rencana ${isOwn ? 'Anda' : c.name}`}
        scope="Rencana tidak berubah sebelum usul ini diterima dan versi barunya disepakati."
        crumbs={[{ label: 'Usul perubahan', href: href('/diklat/usul-perubahan') }, { label: c.name }]}
      />
      <TwoColumn
        side={
          <Section title="Keputusan">
            <ul className="lines">
              <li>
                <StateMark state={c.state === 'open' && c.due_on < on ? 'risk' : changeStateShape[c.state]}>
                  {changeStateWords[c.state]}
                  {c.state === 'open' ? `, batas ${formatDay(c.due_on)}` : ''}
                </StateMark>
              </li>
              {c.decided_by_name && c.decided_on ? (
                <li>
                  {c.decided_by_name}, sebagai {deciderWords[c.decided_as ?? 'officer']}, {formatDay(c.decided_on)}
                  {c.decided_reason && <div className="small-text quiet">{c.decided_reason}</div>}
                </li>
              ) : (
                <li>Diputus oleh {deciders.map(d => deciderWords[d]).join(' atau ')}.</li>
              )}
              <li>
                <a href={plan}>Rencana versi {c.version}</a>
              </li>
              {c.new_plan_id && (
                <li>
                  <a href={href('/diklat/rencana/:planId', { planId: c.new_plan_id })}>Versi baru dari usul ini</a>
                </li>
              )}
            </ul>
            {draftVersion !== null && (
              <p className="small-text quiet">
                Versi {draftVersion} sedang disusun; usul ini diterapkan pada versi itu.
              </p>
            )}
            {mayDecide && (
              <form method="post" className="form">
                <FormKey />
                <ErrorSummary problems={problemsOf(answer)} />
                <Textarea
                  name="reason"
                  label="Alasan"
                  hint="Wajib bila ditolak, 10 huruf atau lebih."
                  optional
                  rows={2}
                  value={answer?.values.reason}
                  error={answer?.fields.reason}
                />
                <FormActions>
                  {!isStale && (
                    <Button variant="primary" name="_intent" value="accept">
                      Terima usul
                    </Button>
                  )}
                  <Button name="_intent" value="decline">
                    Tolak usul
                  </Button>
                </FormActions>
                <p className="tiny faint gap-2">
                  {lacksIndicator.length > 0
                    ? `Versi baru dilengkapi dahulu: indikator ${lacksIndicator.join(', ')} belum ada.`
                    : 'Versi baru berlaku sesudah pemilik dan atasannya sama-sama setuju.'}
                </p>
              </form>
            )}
            {mayReopen && (
              <form method="post">
                <FormKey />
                <Button small name="_intent" value="reopen">
                  Urungkan penolakan
                </Button>
              </form>
            )}
          </Section>
        }
      >
        <Note
          title="Yang terjadi"
          actions={
            sourceHref && (
              <a className="button small" href={sourceHref}>
                Lihat peristiwanya
              </a>
            )
          }
        >
          {c.happened} Dicatat {formatDay(c.happened_on)}.
        </Note>
        {isStale && (
          <Note tone="due" title="Rencana sudah berubah sejak usul ini dibuat">
            Tidak ada lagi yang dapat diubah. Tutup usul ini dengan alasan itu.
          </Note>
        )}
        <Section title="Yang diusulkan">
          <DataTable
            caption="Langkah yang diusulkan"
            captionHidden
            rows={steps}
            rowKey={s => s.verb + (s.key ?? s.title)}
            columns={[
              { key: 'verb', header: 'Langkah', cell: s => <Chip>{verbWords[s.verb]}</Chip> },
              {
                key: 'now',
                header: 'Sekarang',
                cell: s =>
                  s.verb === 'add' ? (
                    'belum ada'
                  ) : (
                    <>
                      {s.title}
                      {s.before && (
                        <SubLine>
                          <Recorded kind="planning.plan-item" id={s.before.id}>
                            {itemWords(s.before)}
                          </Recorded>
                        </SubLine>
                      )}
                    </>
                  ),
              },
              {
                key: 'next',
                header: 'Menjadi',
                cell: s =>
                  s.item ? (
                    <>
                      {s.item.title}
                      <SubLine>
                        {s.item.moduleId ? (
                          <Recorded kind="planning.module" id={s.item.moduleId}>
                            {itemWords(s.item)}
                          </Recorded>
                        ) : (
                          itemWords(s.item)
                        )}
                      </SubLine>
                    </>
                  ) : (
                    'keluar dari rencana'
                  ),
              },
              {
                key: 'why',
                header: 'Alasan',
                wide: true,
                cell: s => (
                  <>
                    {s.why}
                    {s.isStale && <SubLine>Rencana sudah berubah; langkah ini dilewati.</SubLine>}
                  </>
                ),
              },
            ]}
          />
        </Section>
        {outcomes && (
          <Section
            title="Akibatnya bila diterima"
            note={outcomes.post ? `dibandingkan dengan syarat ${outcomes.post}` : undefined}
          >
            <OutcomeTable outcomes={outcomes} caption="Akibat tiap langkah, sebelum dan sesudah" />
          </Section>
        )}
      </TwoColumn>
    </>
  )
}
