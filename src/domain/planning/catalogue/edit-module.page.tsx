import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { sql } from '#platform/database/database.ts'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { Checkbox, RadioList } from '#ui/kit/choices.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { MoneyField, NumberField, Select, TextInput } from '#ui/kit/inputs.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { errors } from '../errors.ts'
import { typedNumber } from '../form-input.ts'
import { laneWords } from '../plan/plan-words.ts'
import { findModule } from './catalogue.store.ts'
import { changeModule } from './change-module.ts'

export const meta = () => [{ title: 'Ubah modul · Anyam' }]
const rows = [1, 2, 3, 4]
const clauses = [1, 2, 3]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query }) => {
    const id = query.get('modul')
    const module = id ? await findModule(db, id) : null
    if (id && (!module || module.valid_until)) throw errors.catalogue.notInForce()
    return {
      module,
      wanted: query.get('kompetensi'),
      plans: module
        ? (
            await db.one<{ n: number }>(
              sql`select count(distinct plan_id)::int as n from planning.plan_items where module_id = ${module.id}`,
            )
          ).n
        : 0,
      competencies: await db.rows<{ id: string; name: string; kind: string }>(
        sql`select id, name, kind from competency.v_competencies where (retired_on is null or retired_on > ${db.on}::date)
          or id in (select competency_id from planning.module_effects where module_id = ${module?.id ?? null}) order by kind, name`,
      ),
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run }) => {
    const { id } = await run(changeModule, {
      moduleId: values.moduleId ?? null,
      module: {
        code: values.code,
        name: values.name,
        method: values.method,
        shareClass: values.shareClass,
        jp: typedNumber(values.jp),
        days: typedNumber(values.days),
        costPerHead: typedNumber(values.costPerHead),
        fixedCost: typedNumber(values.fixedCost) ?? undefined,
        provider: values.provider ?? null,
        seats: typedNumber(values.seats),
        seatsMinimum: typedNumber(values.seatsMinimum) ?? undefined,
        isGeneral: values.isGeneral === 'ya',
        effects: rows.flatMap(n => {
          const competencyId = values[`kompetensi${n}`]
          return competencyId ? [{ competencyId, fromLevel: values[`dari${n}`], toLevel: values[`ke${n}`] }] : []
        }),
        prerequisites: clauses.flatMap(n => {
          const codes = (values[`prasyarat${n}`] ?? '').split(/\s+atau\s+|,/i).flatMap(c => c.trim() || [])
          return codes.length > 0 ? [codes] : []
        }),
      },
      reason: values.reason ?? null,
    })
    return redirect(href('/diklat/katalog/:moduleId', { moduleId: id }))
  })

export default function EditModulePage() {
  const { module: m, plans, competencies, wanted } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const error = (name: string) => answer?.fields[`module.${name}`] ?? answer?.fields[name] ?? null
  const value = (name: string, own?: string | number | null) =>
    answer ? (answer.values[name] ?? null) : own == null ? null : String(own)
  const clause = (n: number) =>
    [...new Set(m?.prerequisites.map(p => p.clause))]
      .sort((a, b) => a - b)
      .map(c => m?.prerequisites.flatMap(p => (p.clause === c ? [p.code] : [])).join(' atau '))[n - 1]
  const back = m ? href('/diklat/katalog/:moduleId', { moduleId: m.id }) : href('/diklat/katalog')
  return (
    <>
      <PageHead
        title={m ? `Ubah ${m.name}` : 'Tambah modul'}
        scope="Apa yang dibangun modul ini menentukan kesenjangan yang dapat ditutupnya."
        crumbs={[{ label: 'Katalog', href: href('/diklat/katalog') }, { label: m?.code ?? 'Modul baru' }]}
      />
      {plans > 0 && (
        <Note tone="due" title={`Modul ini ada dalam ${plans} rencana`}>
          Perubahan menjadi versi baru. Rencana yang ada tetap memakai versi lama.
        </Note>
      )}
      <form method="post" className="form">
        <FormKey />
        {m && <input type="hidden" name="moduleId" value={m.id} />}
        <ErrorSummary problems={problemsOf(answer, 'module.')} />
        {m ? (
          <input type="hidden" name="code" value={m.code} />
        ) : (
          <TextInput name="code" label="Kode modul" value={value('code')} error={error('code')} />
        )}
        <TextInput name="name" label="Nama modul" value={value('name', m?.name)} error={error('name')} />
        <TextInput
          name="method"
          label="Cara belajar"
          hint="Misalnya: Pelatihan teknis, Coaching, Penugasan."
          value={value('method', m?.method)}
          error={error('method')}
        />
        <RadioList
          name="shareClass"
          label="Bagian 70-20-10"
          across
          choices={Object.entries(laneWords).map(([v, label]) => ({ value: v, label }))}
          value={value('shareClass', m?.share_class)}
          error={error('shareClass')}
        />
        <NumberField name="jp" label="JP" optional value={value('jp', m?.jp)} error={error('jp')} />
        <NumberField
          name="days"
          label="Lama"
          unit="hari"
          optional
          value={value('days', m?.days)}
          error={error('days')}
        />
        <MoneyField
          name="costPerHead"
          label="Biaya per orang"
          hint="Kosongkan bila belum diketahui. Tuliskan 0 hanya bila benar-benar tanpa biaya."
          optional
          value={value('costPerHead', m?.cost_per_head)}
          error={error('costPerHead')}
        />
        <MoneyField
          name="fixedCost"
          label="Biaya tetap kelas"
          optional
          value={value('fixedCost', m?.fixed_cost)}
          error={error('fixedCost')}
        />
        <TextInput
          name="provider"
          label="Penyelenggara"
          hint="Kosongkan bila diselenggarakan sendiri."
          optional
          value={value('provider', m?.provider)}
          error={error('provider')}
        />
        <NumberField name="seats" label="Kursi" optional value={value('seats', m?.seats)} error={error('seats')} />
        <NumberField
          name="seatsMinimum"
          label="Peserta paling sedikit"
          optional
          value={value('seatsMinimum', m?.seats_minimum)}
          error={error('seatsMinimum')}
        />
        <fieldset className="form-item" id="effects">
          <legend>Yang dibangun</legend>
          <p className="hint">Paling banyak empat kompetensi. Kosongkan baris yang tidak dipakai.</p>
          {error('effects') && <StateMark state="risk">{error('effects')}</StateMark>}
          {rows.map(n => {
            const e = m?.effects[n - 1]
            return (
              <div className="row" key={n}>
                <Select
                  name={`kompetensi${n}`}
                  label={`Kompetensi ${n}`}
                  optional
                  options={competencies.map(c => ({ value: c.id, label: c.name }))}
                  value={value(`kompetensi${n}`, e?.competency_id ?? (!m && n === 1 ? wanted : null))}
                />
                <NumberField
                  name={`dari${n}`}
                  label="Dari level"
                  optional
                  value={value(`dari${n}`, e?.from_level)}
                  error={error(`effects.${n - 1}.fromLevel`)}
                />
                <NumberField
                  name={`ke${n}`}
                  label="Ke level"
                  optional
                  value={value(`ke${n}`, e?.to_level)}
                  error={error(`effects.${n - 1}.toLevel`)}
                />
              </div>
            )
          })}
        </fieldset>
        <fieldset className="form-item" id="prerequisites">
          <legend>Prasyarat</legend>
          <p className="hint">Semua baris harus dipenuhi. Dalam satu baris, kode dipisahkan kata “atau”.</p>
          {error('prerequisites') && <StateMark state="risk">{error('prerequisites')}</StateMark>}
          {clauses.map(n => (
            <TextInput
              key={n}
              name={`prasyarat${n}`}
              label={`Prasyarat ${n}`}
              optional
              value={value(`prasyarat${n}`, clause(n))}
            />
          ))}
        </fieldset>
        <Checkbox
          name="isGeneral"
          label="Modul umum: menambah JP tanpa menutup kesenjangan tertentu"
          checked={m?.is_general ?? false}
        />
        {m && (
          <TextInput
            name="reason"
            label="Alasan perubahan"
            hint="Wajib bila modul sudah dipakai dalam rencana atau kelas."
            optional
            value={value('reason')}
            error={error('reason')}
          />
        )}
        <FormActions>
          <Button variant="primary">Simpan modul</Button>
          <LinkButton href={back}>Batal</LinkButton>
        </FormActions>
      </form>
    </>
  )
}
