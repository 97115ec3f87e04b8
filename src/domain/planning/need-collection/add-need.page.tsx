import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { sql } from '#platform/database/database.ts'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { MoneyField, NumberField, Select, Textarea, TextInput } from '#ui/kit/inputs.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { errors } from '../errors.ts'
import { typedNumber } from '../form-input.ts'
import { addNeed, proposeNeed } from './add-need.ts'
import { findCollection, findDelegationTo, listDelegatedNeeds } from './need-collection.store.ts'
import { quarterWords } from './need-collection-words.ts'

export const meta = () => [{ title: 'Tambah kebutuhan · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, actor, query, on }) => {
    const collection = await findCollection(db, params.collectionId)
    if (!collection || collection.state === 'filling') throw errors.collection.notFound()
    const delegation = await findDelegationTo(db, collection.id, actor.employeeId)
    const isSelf = query.get('untuk') === 'saya' || (actor.role !== 'supervisor' && delegation === null)
    const people = isSelf
      ? []
      : actor.role === 'supervisor'
        ? await db.rows<{ id: string; name: string }>(
            sql`select id, name from workforce.v_people where supervisor_id = ${actor.employeeId} and state = 'active' order by lower(name) limit 200`,
          )
        : [
            ...new Map(
              (await listDelegatedNeeds(db, delegation!)).map(n => [
                n.employee_id,
                { id: n.employee_id, name: n.person_name },
              ]),
            ).values(),
          ]
    return {
      collection,
      isSelf,
      people,
      isLate: on > collection.closes_on || collection.state === 'closed',
      modules: await db.rows<{ value: string; label: string }>(
        sql`select id as value, name || ' (' || code || ')' as label from planning.v_modules where valid_until is null order by name`,
      ),
      competencies: await db.rows<{ value: string; label: string }>(
        sql`select id as value, name as label from competency.v_competencies where (retired_on is null or retired_on > ${db.on}::date) order by name`,
      ),
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run, params }) => {
    const input = {
      collectionId: params.collectionId,
      competencyId: values.competencyId ?? null,
      subject: values.subject ?? null,
      moduleId: values.moduleId ?? null,
      jp: typedNumber(values.jp),
      cost: typedNumber(values.cost),
      quarter: values.quarter ?? null,
      why: values.why ?? null,
      lateReason: values.lateReason ?? null,
    }
    const id = { collectionId: params.collectionId }
    if (values.self === 'ya') {
      await run(proposeNeed, input)
      return redirect(`${href('/diklat/kebutuhan/:collectionId', id)}?pesan=diusulkan`)
    }
    await run(addNeed, { ...input, employeeId: values.employeeId })
    return redirect(`${href('/diklat/kebutuhan/:collectionId/tim', id)}?pesan=ditambah`)
  })

export default function AddNeedPage() {
  const { collection, isSelf, people, isLate, modules, competencies } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const error = (name: string) => answer?.fields[name] ?? null
  const typed = (name: string) => answer?.values[name] ?? null
  const id = { collectionId: collection.id }
  const back = isSelf ? href('/diklat/kebutuhan/:collectionId', id) : href('/diklat/kebutuhan/:collectionId/tim', id)
  return (
    <>
      <PageHead
        title={isSelf ? 'Ajukan kebutuhan Anda' : 'Tambah kebutuhan tim'}
        scope={
          isSelf
            ? 'Atasan Anda menjawab usulan ini bersama kebutuhan lain. Anda dapat menariknya sebelum dijawab.'
            : 'Untuk kebutuhan yang belum tampak dari kesenjangan, misalnya tugas baru tahun depan.'
        }
        crumbs={[
          { label: 'Kebutuhan', href: href('/diklat/kebutuhan') },
          { label: collection.name, href: back },
          { label: 'Tambah' },
        ]}
      />
      <form method="post" className="form">
        <FormKey />
        <ErrorSummary problems={problemsOf(answer)} />
        {isSelf ? (
          <input type="hidden" name="self" value="ya" />
        ) : (
          <Select
            name="employeeId"
            label="Untuk siapa"
            options={people.map(p => ({ value: p.id, label: p.name }))}
            value={typed('employeeId')}
            error={error('employeeId')}
          />
        )}
        <Select
          name="competencyId"
          label="Kompetensi"
          optional
          placeholder="Tidak ada dalam kamus"
          options={competencies}
          value={typed('competencyId')}
          error={error('competencyId')}
        />
        <TextInput
          name="subject"
          label="Atau dengan kata sendiri"
          hint="Misalnya: menyusun dokumen lelang konstruksi."
          optional
          value={typed('subject')}
          error={error('subject')}
        />
        <Select
          name="moduleId"
          label="Modul katalog"
          hint="Bila dipilih, bentuk, JP, dan biayanya diambil dari katalog."
          optional
          placeholder="Belum tahu"
          options={modules}
          value={typed('moduleId')}
          error={error('moduleId')}
        />
        <NumberField name="jp" label="JP" optional value={typed('jp')} error={error('jp')} />
        <MoneyField
          name="cost"
          label="Perkiraan biaya"
          hint="Kosongkan bila belum diketahui; kosong bukan nol."
          optional
          value={typed('cost')}
          error={error('cost')}
        />
        <Select
          name="quarter"
          label="Waktu"
          optional
          placeholder="Belum dipilih"
          options={quarterWords.map((label, i) => ({ value: String(i + 1), label }))}
          value={typed('quarter')}
          error={error('quarter')}
        />
        <Textarea
          name="why"
          label="Alasan"
          hint="Pekerjaan apa yang membutuhkannya, dan mengapa sekarang."
          rows={3}
          value={typed('why')}
          error={error('why') ?? error('reason')}
        />
        {isLate && (
          <TextInput
            name="lateReason"
            label="Alasan terlambat"
            value={typed('lateReason')}
            error={error('lateReason')}
          />
        )}
        <FormActions>
          <Button variant="primary">{isSelf ? 'Ajukan' : 'Tambahkan'}</Button>
          <LinkButton href={back}>Batal</LinkButton>
        </FormActions>
      </form>
    </>
  )
}
