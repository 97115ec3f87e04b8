import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay, formatRupiah } from '#core/text/format.ts'
import { sql } from '#platform/database/database.ts'
import { notFound } from '#platform/refusal.ts'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button } from '#ui/kit/button.tsx'
import { CheckboxList } from '#ui/kit/choices.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { FormActions } from '#ui/kit/form-parts.tsx'
import { TextInput } from '#ui/kit/inputs.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { listNeeds } from '../need/need.store.ts'
import { draftPlan } from './draft-plan.ts'
import { draftWholePlan } from './draft-whole-plan.ts'
import { listClosingModules, offerOf } from './plan.store.ts'

export const meta = () => [{ title: 'Susun rencana · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, query, actor, on, look }) => {
    const person = await db.find<{ id: string; name: string; position_name: string | null }>(
      sql`select id, name, position_name from workforce.v_people where id = ${params.employeeId}`,
    )
    if (!person) throw notFound('Pegawai')
    const needs = (await listNeeds(db, [person], on)).get(person.id) ?? []
    look({ action: 'menyusun rencana', employeeId: person.id })
    const gaps = needs.filter(n => n.current !== null && n.required > n.current)
    const modules = await listClosingModules(
      db,
      gaps.map(g => g.competencyId),
    )
    const target = await db.find<{ target_position_id: string; name: string }>(
      sql`select a.target_position_id, p.name from talent.v_aspirations a join workforce.v_positions p on p.agency_id = a.agency_id and p.id = a.target_position_id where a.employee_id = ${person.id}`,
    )
    const asked = query.get('program')
    const programme = asked
      ? await db.find<{ id: string; name: string; goal_id: string | null }>(
          sql`select id, name, goal_id from planning.v_programmes where id = ${asked}`,
        )
      : null
    const options = gaps.flatMap(g =>
      modules
        .filter(m => m.competency_id === g.competencyId && m.from_level <= g.current! && m.to_level > g.current!)
        .map(m => ({
          key: `${m.module_id}|${g.competencyId}`,
          gap: g,
          item: {
            ...offerOf(m),
            fromLevel: g.current,
            toLevel: Math.min(m.to_level, g.required),
            reason: `Menutup ${g.name}: perlu level ${g.required}, punya ${g.current}`,
          },
        })),
    )
    return {
      person,
      target,
      programme,
      options,
      unknown: needs.filter(n => n.current === null).map(n => n.name),
      isOwn: actor.employeeId === person.id,
      uncovered: gaps.filter(g => !options.some(o => o.gap.competencyId === g.competencyId)).map(g => g.name),
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ form, values, run, params }) => {
    if (values._intent === 'whole') {
      const { id } = await run(draftWholePlan, {
        employeeId: params.employeeId,
        targetPositionId: values.targetPositionId ?? null,
        reason: values.reason ?? null,
      })
      return redirect(href('/diklat/rencana/:planId', { planId: id }))
    }
    const { id } = await run(draftPlan, {
      employeeId: params.employeeId,
      targetPositionId: values.targetPositionId ?? null,
      programmeId: values.programmeId ?? null,
      goalId: values.goalId ?? null,
      reason: values.reason,
      items: form.getAll('items').map(text => JSON.parse(String(text))),
    })
    return redirect(href('/diklat/rencana/:planId', { planId: id }))
  })

export default function DraftPlanPage() {
  const { person, target, programme, options, unknown, uncovered } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  return (
    <>
      <PageHead
        title={`Susun rencana ${person.name}`}
        scope={`${person.position_name ?? ''}. Pilih kegiatan yang menutup kesenjangan; semuanya dapat diubah sebelum disetujui.`}
        crumbs={[{ label: 'Beranda', href: '/' }, { label: 'Susun rencana' }]}
      />
      {answer && <Note tone="risk" title={answer.message} live />}
      {unknown.length > 0 && (
        <Note tone="limits" title={`${unknown.length} kompetensi belum dinilai`}>
          {unknown.join(', ')}. Level yang belum diketahui bukan kesenjangan; mintalah penilaian dahulu.
        </Note>
      )}
      {uncovered.length > 0 && (
        <Note tone="due" title="Belum ada modul yang menutupnya">
          {uncovered.join(', ')}. Tulis kegiatan sendiri setelah rencana dibuat.
        </Note>
      )}
      {/* A programme's plan is made of its own activities, and stays tied to it. */}
      {!programme && (
        <Section title="Sekali tekan">
          <form method="post" className="row">
            <FormKey />
            {target && <input type="hidden" name="targetPositionId" value={target.target_position_id} />}
            <Button variant="primary" name="_intent" value="whole">
              Susun rencana lengkap
            </Button>
            <span className="small-text quiet">
              Dari kesenjangan, templat jenjang, dan pagu. Setiap kegiatan menyebut alasannya dan dapat diubah.
            </span>
          </form>
        </Section>
      )}
      <form method="post" className="form">
        <FormKey />
        {target && <input type="hidden" name="targetPositionId" value={target.target_position_id} />}
        {programme && <input type="hidden" name="programmeId" value={programme.id} />}
        {programme?.goal_id && <input type="hidden" name="goalId" value={programme.goal_id} />}
        <TextInput
          name="reason"
          label="Alasan rencana"
          value={
            answer?.values.reason ??
            (programme
              ? `Jalur ${programme.name}`
              : target
                ? `Menuju ${target.name}`
                : 'Menutup kesenjangan pada jabatan sekarang')
          }
          error={answer?.fields.reason}
        />
        {options.length > 0 && (
          <CheckboxList
            name="items"
            label="Kegiatan yang menutup kesenjangan"
            optional
            choices={options.map(o => ({
              value: JSON.stringify(o.item),
              label: `${o.item.title} (${o.gap.name} ke level ${o.item.toLevel})`,
              hint: [
                o.item.method,
                o.item.jp ? `${o.item.jp} JP` : null,
                o.item.cost === null ? 'biaya belum diketahui' : formatRupiah(o.item.cost),
                o.item.startsOn ? `mulai ${formatDay(o.item.startsOn)}` : 'belum ada jadwal',
              ]
                .filter(Boolean)
                .join(' · '),
            }))}
          />
        )}
        <FormActions note="Rencana baru berlaku setelah disetujui orangnya dan atasannya.">
          <Button>Buat draf dari pilihan ini</Button>
        </FormActions>
      </form>
    </>
  )
}
