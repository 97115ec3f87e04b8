import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay, formatRupiah } from '#core/text/format.ts'
import { addDays, type Day } from '#core/values/day.ts'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { TextInput } from '#ui/kit/inputs.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section, TwoColumn } from '#ui/kit/section.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { Timeline } from '#ui/kit/timeline.tsx'
import { errors } from '../errors.ts'
import { listChangesOf } from '../plan-change/plan-change.store.ts'
import { PlanChangeList, WaitingChanges } from '../plan-change/plan-change-list.view.tsx'
import { agreePlan, proposePlan } from './agree-plan.ts'
import { carryOver, differencesOf } from './carry-over.ts'
import { removePlanItem } from './change-plan-item.ts'
import { draftPlan } from './draft-plan.ts'
import { draftWholePlan } from './draft-whole-plan.ts'
import { readPlanOutcomes, seesLevels } from './outcome.store.ts'
import { OutcomeTable } from './outcome.view.tsx'
import { findPlan, listItems, listPlansOf, type PlanItem } from './plan.store.ts'
import { PlanDifferences } from './plan-differences.view.tsx'
import { readJpHeld } from './plan-effects.ts'
import { EffectList } from './plan-effects.view.tsx'
import { planFigures } from './plan-figures.ts'
import { planTemplateRules } from './plan-template.rules.ts'
import { itemStateWords, kindWords, laneWords, planStateWords } from './plan-words.ts'
import { kindOf, missingKinds, planKinds, templateVersionOf } from './whole-plan.model.ts'

export const meta = () => [{ title: 'Rencana individu · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, actor, on, visit, look }) => {
    const plan = await findPlan(db, params.planId)
    if (!plan) throw errors.plan.notFound()
    const versions = await listPlansOf(db, plan.employee_id)
    const earlier = versions.find(v => v.id === plan.replaces_id) ?? null
    const items = await listItems(db, earlier ? [plan.id, earlier.id] : [plan.id])
    look({
      action: 'membuka rencana individu',
      employeeId: plan.employee_id,
      subjectKind: 'planning.plan',
      subjectId: plan.id,
    })
    const own = items.filter(i => i.plan_id === plan.id)
    const template = planTemplateRules.on(on)
    const fromTemplate = templateVersionOf(own.map(i => i.reason))
    const missing = missingKinds(
      own
        .filter(i => i.state !== 'cancelled')
        .map(i => ({
          kind:
            i.competency_code === null
              ? (template.body.roles.flatMap(r => r.items).find(t => t.title === i.title)?.kind ?? 'technical')
              : kindOf(i.competency_code, template.body),
        })),
    )
    const mayReadLevels = seesLevels(actor, plan.employee_id)
    return {
      plan,
      versions,
      items: own,
      before:
        earlier && ['draft', 'proposed'].includes(plan.state) ? items.filter(i => i.plan_id === earlier.id) : null,
      figures: planFigures(plan.id, own, on),
      missing,
      changes: await listChangesOf(db, plan.employee_id),
      newerTemplate:
        fromTemplate !== null &&
        fromTemplate !== template.reference.version &&
        ['agreed', 'running'].includes(plan.state)
          ? template.reference.version
          : null,
      earlierFigures:
        earlier && ['draft', 'proposed'].includes(plan.state)
          ? planFigures(
              earlier.id,
              items.filter(i => i.plan_id === earlier.id),
              on,
            )
          : null,
      earlierVersion: earlier?.version ?? null,
      // Who may not read levels or trainings is told so, and never sees an unknown or a zero in their place.
      outcomes:
        mayReadLevels && plan.state !== 'replaced' ? await readPlanOutcomes(db, plan, own, visit.answers) : null,
      jpHeld: mayReadLevels || actor.role === 'supervisor' ? await readJpHeld(db, plan.employee_id, plan.year) : null,
      on,
      isOwn: actor.employeeId === plan.employee_id,
      role: actor.role,
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run, params }) => {
    const planId = params.planId
    if (values._intent === 'template') {
      const { id } = await run(draftWholePlan, {
        employeeId: values.employeeId,
        targetPositionId: values.targetPositionId ?? null,
        reason: values.reason ?? null,
      })
      return redirect(href('/diklat/rencana/:planId', { planId: id }))
    }
    if (values._intent === 'propose') await run(proposePlan, { planId })
    else if (values._intent === 'agree') await run(agreePlan, { planId, as: values.as })
    else if (values._intent === 'remove') await run(removePlanItem, { planId, itemId: values.itemId })
    else if (values._intent === 'version') {
      const items = JSON.parse(values.items ?? '[]') as unknown[]
      const { id } = await run(draftPlan, {
        employeeId: values.employeeId,
        targetPositionId: values.targetPositionId ?? null,
        programmeId: values.programmeId ?? null,
        reason: values.reason,
        items,
      })
      return redirect(href('/diklat/rencana/:planId', { planId: id }))
    }
    return redirect(href('/diklat/rencana/:planId', { planId }))
  })

export default function PlanPage() {
  const {
    plan,
    versions,
    items,
    before,
    figures,
    earlierFigures,
    earlierVersion,
    outcomes,
    jpHeld,
    on,
    isOwn,
    role,
    missing,
    newerTemplate,
    changes,
  } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const open = plan.state === 'draft' || plan.state === 'proposed'
  const dated = items.filter(i => i.starts_on && i.ends_on)
  const days = dated.flatMap(i => [i.starts_on as Day, i.ends_on as Day, ...i.checks.map(c => c.due_on)]).sort()
  const from = days[0] ? addDays(days[0], -14) : on
  const until = days.at(-1) ? addDays(days[days.length - 1], 21) : addDays(on, 180)
  const needsMe =
    open &&
    ((isOwn && !plan.agreed_by_employee_on) || (!isOwn && role === 'supervisor' && !plan.agreed_by_supervisor_on))
  const differences = before ? differencesOf(before, items) : []
  return (
    <>
      <PageHead
        title={
          plan.target_position_name
            ? `${plan.employee_name} menuju ${plan.target_position_name}`
            : `Rencana ${plan.employee_name} ${plan.year}`
        }
        scope={
          <>
            Versi {plan.version}, {planStateWords[plan.state].toLowerCase()}.{' '}
            <Figure figure={figures.done} origin={false} asLink unit={false} /> dari{' '}
            <Figure figure={figures.items} origin={false} asLink unit={false} /> kegiatan selesai. {plan.reason}
          </>
        }
        crumbs={[
          ...(isOwn
            ? [{ label: 'Beranda', href: '/' }]
            : [{ label: 'Rencana individu', href: href('/diklat/rencana') }]),
          { label: `Versi ${plan.version}` },
        ]}
        actions={
          open && (
            <LinkButton icon="add" href={href('/diklat/rencana/:planId/kegiatan', { planId: plan.id })}>
              Tambah kegiatan
            </LinkButton>
          )
        }
      />
      {answer && <Note tone="risk" title={answer.message} live />}
      <WaitingChanges changes={changes} />
      {newerTemplate && (
        <Note
          tone="due"
          title={`Templat jenjang ini sudah versi ${newerTemplate}`}
          actions={
            <form method="post">
              <FormKey />
              <input type="hidden" name="employeeId" value={plan.employee_id} />
              {plan.target_position_id && (
                <input type="hidden" name="targetPositionId" value={plan.target_position_id} />
              )}
              <input type="hidden" name="reason" value={`Menyesuaikan dengan templat versi ${newerTemplate}`} />
              <Button name="_intent" value="template">
                Lihat bedanya sebagai draf
              </Button>
            </form>
          }
        >
          Rencana yang disepakati tetap berlaku. Draf baru menunjukkan bedanya dan berlaku hanya bila disepakati.
        </Note>
      )}
      <TwoColumn
        side={
          <>
            <Section title="Persetujuan">
              <ul className="lines">
                <li>
                  {plan.agreed_by_employee_on ? (
                    <StateMark state="known">
                      {plan.employee_name}, {formatDay(plan.agreed_by_employee_on)}
                    </StateMark>
                  ) : (
                    <StateMark state="unknown">{plan.employee_name}: belum</StateMark>
                  )}
                </li>
                <li>
                  {plan.agreed_by_supervisor_on ? (
                    <StateMark state="known">Atasan, {formatDay(plan.agreed_by_supervisor_on)}</StateMark>
                  ) : (
                    <StateMark state="unknown">Atasan langsung: belum</StateMark>
                  )}
                </li>
              </ul>
              {needsMe && (
                <form method="post">
                  <FormKey />
                  <input type="hidden" name="as" value={isOwn ? 'employee' : 'supervisor'} />
                  <Button variant="primary" wide name="_intent" value="agree">
                    Setujui rencana
                  </Button>
                  <p className="tiny faint gap-2">Versi lama tetap tersimpan.</p>
                </form>
              )}
              {plan.state === 'draft' && !needsMe && (
                <form method="post">
                  <FormKey />
                  <Button wide name="_intent" value="propose">
                    Kirim untuk disetujui
                  </Button>
                </form>
              )}
            </Section>
            <Section title="Akibatnya" note="perkiraan bila semua kegiatan berhasil">
              {outcomes ? (
                <EffectList effects={outcomes.effects} />
              ) : (
                <p className="quiet">Level kompetensi tampak bagi pemilik rencana dan pengelola.</p>
              )}
              <ul className="lines">
                <li>
                  JP:{' '}
                  {jpHeld !== null && (
                    <>
                      <Figure figure={jpHeld} origin={false} asLink unit={false} /> sudah diakui pada {plan.year},
                      ditambah{' '}
                    </>
                  )}
                  <Figure figure={figures.jp} origin={false} asLink /> dari rencana ini
                  {earlierFigures && (
                    <div className="small-text quiet">
                      versi {earlierVersion}: <Figure figure={earlierFigures.jp} origin={false} asLink />
                    </div>
                  )}
                </li>
                <li>
                  Biaya: <Figure figure={figures.cost} origin={false} asLink />
                  {earlierFigures && (
                    <div className="small-text quiet">
                      versi {earlierVersion}: <Figure figure={earlierFigures.cost} origin={false} asLink />
                    </div>
                  )}
                </li>
              </ul>
              <p className="small-text quiet">Level baru diakui sesudah dinilai, bukan karena rencana ini.</p>
            </Section>
            <Section title="Bauran belajar" note="pedoman 70-20-10">
              <ul className="lines">
                {figures.mix.map(m => (
                  <li key={m.shareClass}>
                    {laneWords[m.shareClass]}: <Figure figure={m.share} origin={false} asLink />
                    <div className="small-text quiet">
                      pedoman {m.target}%{m.isOff ? '; jauh dari pedoman, tetapi boleh' : ''}
                    </div>
                  </li>
                ))}
              </ul>
            </Section>
            <Section title="Bauran jenis">
              <ul className="lines">
                {planKinds.map(kind => (
                  <li key={kind}>
                    <StateMark state={missing.includes(kind) ? 'unknown' : 'known'}>
                      {kindWords[kind]}
                      {missing.includes(kind) ? ': belum ada' : ''}
                    </StateMark>
                  </li>
                ))}
              </ul>
            </Section>
            <PlanChangeList changes={changes} />
            <Section title="Versi">
              <ul className="lines">
                {versions.map(v => (
                  <li key={v.id}>
                    <a
                      href={href('/diklat/rencana/:planId', { planId: v.id })}
                      aria-current={v.id === plan.id ? 'page' : undefined}
                    >
                      Versi {v.version}
                    </a>{' '}
                    <span className="faint">
                      {planStateWords[v.state].toLowerCase()}, {formatDay(v.created_on, 'short')}
                    </span>
                  </li>
                ))}
              </ul>
              {!open && plan.state !== 'replaced' && (
                <form method="post" className="form">
                  <FormKey />
                  <input type="hidden" name="employeeId" value={plan.employee_id} />
                  {plan.target_position_id && (
                    <input type="hidden" name="targetPositionId" value={plan.target_position_id} />
                  )}
                  {plan.programme_id && <input type="hidden" name="programmeId" value={plan.programme_id} />}
                  <input type="hidden" name="items" value={JSON.stringify(carryOver(items))} />
                  <TextInput
                    name="reason"
                    label="Alasan versi baru"
                    hint="Misalnya: kelas dibatalkan, tugas berubah."
                    error={answer?.fields.reason}
                  />
                  <Button name="_intent" value="version">
                    Buat versi baru
                  </Button>
                </form>
              )}
            </Section>
          </>
        }
      >
        {dated.length > 0 && (
          <Section title="Garis waktu">
            <Timeline
              label={`Rencana ${plan.employee_name}`}
              from={from}
              until={until}
              today={on}
              lanes={([70, 20, 10] as const).map(share => ({
                title: laneWords[share],
                note: `pedoman ${share}%`,
                items: dated
                  .filter(i => i.share_class === share)
                  .map(i => ({
                    title: i.title,
                    note: [i.jp ? `${i.jp} JP` : null, i.cost === null ? null : formatRupiah(i.cost)]
                      .filter(Boolean)
                      .join(' · '),
                    from: i.starts_on!,
                    until: i.ends_on!,
                    state:
                      i.state === 'running' || i.state === 'done'
                        ? ('solid' as const)
                        : i.state === 'waiting'
                          ? ('waiting' as const)
                          : ('planned' as const),
                    checks: i.checks.map(c => ({
                      on: c.due_on,
                      label: `${c.day_number} hari`,
                      done: c.done_on !== null,
                    })),
                  })),
              }))}
            />
          </Section>
        )}
        <Section title="Kegiatan dan indikator" note="disepakati sebelum kegiatan dimulai">
          {items.length === 0 ? (
            <p className="quiet">Belum ada kegiatan. Tambahkan dari katalog atau tulis sendiri.</p>
          ) : (
            <DataTable
              caption="Kegiatan rencana"
              captionHidden
              rows={items}
              rowKey={i => i.id}
              rowId={i => i.id}
              groups={(i, n) =>
                n === 0 || items[n - 1].share_class !== i.share_class ? laneWords[i.share_class] : null
              }
              columns={[
                {
                  key: 'title',
                  header: 'Kegiatan',
                  cell: i => (
                    <>
                      {i.title}
                      <SubLine>
                        {i.method}
                        {i.competency_name
                          ? ` · ${i.competency_name}${i.to_level ? ` ke level ${i.to_level}` : ''}`
                          : ''}
                      </SubLine>
                    </>
                  ),
                },
                {
                  key: 'when',
                  header: 'Waktu',
                  cell: i =>
                    i.starts_on
                      ? `${formatDay(i.starts_on, 'short')} – ${i.ends_on ? formatDay(i.ends_on, 'short') : '?'}`
                      : 'belum ada tanggal',
                },
                { key: 'jp', header: 'JP', number: true, cell: i => i.jp ?? '–' },
                {
                  key: 'indicator',
                  header: 'Indikator keberhasilan',
                  wide: true,
                  cell: i =>
                    i.indicator ? (
                      <>
                        {i.indicator}
                        <SubLine>
                          {i.baseline ? `sekarang ${i.baseline}, ` : ''}target {i.target ?? 'belum ada'}
                          {i.evidence_asked ? `; bukti: ${i.evidence_asked}` : ''}
                          {i.checked_by ? `; diperiksa ${i.checked_by}` : ''}
                        </SubLine>
                      </>
                    ) : (
                      <StateMark state="unknown">Belum diisi</StateMark>
                    ),
                },
                {
                  key: 'state',
                  header: 'Keadaan',
                  cell: i =>
                    i.state === 'done' ? (
                      <StateMark state="known">selesai</StateMark>
                    ) : i.ends_on && i.ends_on < on && i.state !== 'cancelled' ? (
                      <StateMark state="risk">lewat {formatDay(i.ends_on, 'short')}</StateMark>
                    ) : (
                      (itemStateWords[i.state] ?? i.state)
                    ),
                },
                ...(open
                  ? [
                      {
                        key: 'act',
                        header: 'Tindakan',
                        phoneLabel: '',
                        cell: (i: PlanItem) => (
                          <form method="post" className="row">
                            <FormKey />
                            <input type="hidden" name="itemId" value={i.id} />
                            <a
                              href={`${href('/diklat/rencana/:planId/kegiatan', { planId: plan.id })}?kegiatan=${i.id}`}
                              aria-label={`Ubah ${i.title}`}
                            >
                              Ubah
                            </a>
                            <Button small variant="quiet" name="_intent" value="remove" label={`Hapus ${i.title}`}>
                              Hapus
                            </Button>
                          </form>
                        ),
                      },
                    ]
                  : []),
              ]}
            />
          )}
        </Section>
        {outcomes && outcomes.rows.length > 1 && (
          <Section
            title="Akibat tiap kegiatan"
            note={outcomes.post ? `dibandingkan dengan syarat ${outcomes.post}` : undefined}
          >
            <OutcomeTable outcomes={outcomes} caption="Akibat tiap kegiatan, sebelum dan sesudah" />
          </Section>
        )}
        {differences.length > 0 && <PlanDifferences differences={differences} reason={plan.reason} />}
      </TwoColumn>
    </>
  )
}
