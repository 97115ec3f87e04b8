import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { sql } from '#platform/database/database.ts'
import { dayFromForm, type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { RadioList } from '#ui/kit/choices.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { DateField, MoneyField, NumberField, Select, Textarea, TextInput } from '#ui/kit/inputs.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { listModules } from '../catalogue/catalogue.store.ts'
import { errors } from '../errors.ts'
import { changePlanItem } from './change-plan-item.ts'
import { findPlan, listItems } from './plan.store.ts'
import { laneWords } from './plan-words.ts'

export const meta = () => [{ title: 'Kegiatan rencana · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, query }) => {
    const plan = await findPlan(db, params.planId)
    if (!plan) throw errors.plan.notFound()
    const item = query.get('kegiatan')
      ? ((await listItems(db, [plan.id])).find(i => i.id === query.get('kegiatan')) ?? null)
      : null
    const modules = await listModules(db, { limit: 500 })
    return {
      plan,
      item,
      modules: modules.map(m => ({ value: m.id, label: `${m.name} (${m.code})` })),
      chosen: modules.find(m => m.id === query.get('modul')) ?? null,
      competencies: await db.rows<{ id: string; name: string }>(
        sql`select id, name from competency.v_competencies where (retired_on is null or retired_on > ${db.on}::date) or id = ${item?.competency_id ?? null} order by code`,
      ),
    }
  })

const number = (text: string | undefined) => (text ? Number(text.replace(/\./g, '').replace(',', '.')) : null)

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run, params }) => {
    await run(changePlanItem, {
      planId: params.planId,
      itemId: values.itemId ?? null,
      item: {
        moduleId: values.moduleId ?? null,
        sessionId: values.sessionId ?? null,
        title: values.title,
        method: values.method,
        shareClass: Number(values.shareClass),
        startsOn: dayFromForm(values.startsOn, 'startsOn') ?? null,
        endsOn: dayFromForm(values.endsOn, 'endsOn') ?? null,
        jp: number(values.jp),
        cost: number(values.cost),
        competencyId: values.competencyId ?? null,
        // Where it starts belongs to the competency it was written for.
        fromLevel: values.competencyId === values.fromCompetencyId ? number(values.fromLevel) : null,
        toLevel: number(values.toLevel),
        reason: values.reason,
        indicator: values.indicator,
        baseline: values.baseline,
        target: values.target,
        evidenceAsked: values.evidenceAsked,
        checkedBy: values.checkedBy,
      },
    })
    return redirect(href('/diklat/rencana/:planId', { planId: params.planId }))
  })

export default function PlanItemPage() {
  const { plan, item, modules, chosen, competencies } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const error = (name: string) => answer?.fields[`item.${name}`] ?? answer?.fields[name] ?? null
  const value = (name: string, own: string | number | null | undefined) =>
    answer?.values[name] ?? (own == null ? null : String(own))
  const effect = chosen?.effects[0]
  return (
    <>
      <PageHead
        title={item ? `Ubah ${item.title}` : 'Tambah kegiatan'}
        scope="Indikator, target, dan bukti diisi sebelum rencana disetujui."
        crumbs={[
          { label: `Rencana ${plan.employee_name}`, href: href('/diklat/rencana/:planId', { planId: plan.id }) },
          { label: 'Kegiatan' },
        ]}
      />
      {!item && (
        <form method="get" className="form">
          <Select name="modul" label="Ambil dari katalog" optional options={modules} value={chosen?.id} />
          <FormActions>
            <Button>Isi dari katalog</Button>
          </FormActions>
        </form>
      )}
      <form method="post" className="form">
        <FormKey />
        {item && <input type="hidden" name="itemId" value={item.id} />}
        {(item?.module_id ?? chosen?.id) && (
          <input type="hidden" name="moduleId" value={item?.module_id ?? chosen?.id} />
        )}
        {item?.session_id && <input type="hidden" name="sessionId" value={item.session_id} />}
        {(item?.from_level ?? effect?.from_level) != null && (
          <>
            <input type="hidden" name="fromLevel" value={item?.from_level ?? effect?.from_level} />
            <input type="hidden" name="fromCompetencyId" value={item?.competency_id ?? effect?.competency_id} />
          </>
        )}
        <ErrorSummary problems={problemsOf(answer, 'item.')} />
        <TextInput
          name="title"
          label="Nama kegiatan"
          value={value('title', item?.title ?? chosen?.name)}
          error={error('title')}
        />
        <TextInput
          name="method"
          label="Cara belajar"
          hint="Misalnya: Pelatihan teknis, Coaching, Penugasan."
          value={value('method', item?.method ?? chosen?.method)}
          error={error('method')}
        />
        <RadioList
          name="shareClass"
          label="Bagian 70-20-10"
          across
          choices={Object.entries(laneWords).map(([v, label]) => ({ value: v, label }))}
          value={value('shareClass', item?.share_class ?? chosen?.share_class)}
          error={error('shareClass')}
        />
        <Select
          name="competencyId"
          label="Kompetensi yang dituju"
          hint="Hasil yang dikonfirmasi menjadi bukti kompetensi ini."
          optional
          placeholder="Tidak ditautkan"
          options={competencies.map(c => ({ value: c.id, label: c.name }))}
          value={value('competencyId', item?.competency_id ?? effect?.competency_id)}
          error={error('competencyId')}
        />
        <NumberField
          name="toLevel"
          label="Menuju level"
          hint="1 sampai 5."
          optional
          value={value('toLevel', item?.to_level ?? effect?.to_level)}
          error={error('toLevel')}
        />
        <DateField
          name="startsOn"
          label="Mulai"
          optional
          value={value('startsOn', item?.starts_on ?? chosen?.next_on)}
          error={error('startsOn')}
        />
        <DateField
          name="endsOn"
          label="Selesai"
          optional
          value={value('endsOn', item?.ends_on)}
          error={error('endsOn')}
        />
        <NumberField name="jp" label="JP" optional value={value('jp', item?.jp ?? chosen?.jp)} error={error('jp')} />
        <MoneyField
          name="cost"
          label="Biaya"
          optional
          value={value('cost', item?.cost ?? chosen?.cost_per_head)}
          error={error('cost')}
        />
        <TextInput
          name="reason"
          label="Alasan"
          optional
          value={value(
            'reason',
            item?.reason ?? (effect ? `Menutup ${effect.name} sampai level ${effect.to_level}` : null),
          )}
          error={error('reason')}
        />
        <TextInput
          name="indicator"
          label="Indikator keberhasilan"
          hint="Sesuatu yang dapat diukur di tempat kerja, misalnya bagian paket selesai tepat waktu."
          optional
          value={value('indicator', item?.indicator)}
          error={error('indicator')}
        />
        <TextInput
          name="baseline"
          label="Nilai sekarang"
          optional
          value={value('baseline', item?.baseline)}
          error={error('baseline')}
        />
        <TextInput
          name="target"
          label="Target"
          optional
          value={value('target', item?.target)}
          error={error('target')}
        />
        <Textarea
          name="evidenceAsked"
          label="Bukti yang diminta"
          rows={2}
          optional
          value={value('evidenceAsked', item?.evidence_asked)}
          error={error('evidenceAsked')}
        />
        <TextInput
          name="checkedBy"
          label="Siapa memeriksa"
          optional
          value={value('checkedBy', item?.checked_by)}
          error={error('checkedBy')}
        />
        <FormActions>
          <Button variant="primary">Simpan kegiatan</Button>
          <LinkButton href={href('/diklat/rencana/:planId', { planId: plan.id })}>Batal</LinkButton>
        </FormActions>
      </form>
    </>
  )
}
