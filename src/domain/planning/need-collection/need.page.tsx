import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay, formatNumber, formatRupiah } from '#core/text/format.ts'
import { sql } from '#platform/database/database.ts'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { Recorded } from '#ui/figure/recorded.tsx'
import { Button } from '#ui/kit/button.tsx'
import { DefinitionList } from '#ui/kit/definition-list.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { MoneyField, NumberField, Select, Textarea, TextInput } from '#ui/kit/inputs.tsx'
import { Note, StatusLine } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { errors } from '../errors.ts'
import { typedNumber } from '../form-input.ts'
import { answerNeeds } from './answer-needs.ts'
import { changeNeed } from './change-need.ts'
import { supervises } from './entry.ts'
import { findCollection, findDelegationTo, findNeed, findOpenOrder, findOrder } from './need-collection.store.ts'
import {
  needOriginWords,
  needStateShape,
  needStateWords,
  quarterOf,
  quarterWords,
  told,
} from './need-collection-words.ts'

export const meta = () => [{ title: 'Kebutuhan · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, actor, query, on, look }) => {
    const need = await findNeed(db, params.needId)
    const collection = need ? await findCollection(db, need.collection_id) : null
    if (!need || !collection) throw errors.collection.needNotFound()
    look({
      action: 'kebutuhan diklat',
      employeeId: need.employee_id,
      subjectKind: 'planning.collected-need',
      subjectId: need.id,
    })
    const isHr = actor.role === 'hr_officer'
    const isOwn = need.employee_id === actor.employeeId
    const isSupervisor = !isOwn && actor.role === 'supervisor' && (await supervises(db, need.employee_id))
    const delegation = await findDelegationTo(db, collection.id, actor.employeeId)
    const isDelegate = !isHr && !isSupervisor && delegation !== null && delegation.supervisor_id === need.supervisor_id
    const seesLevels = isOwn || !isDelegate
    const seesWhole = ['hr_officer', 'committee', 'auditor'].includes(actor.role) && !isOwn
    const order =
      need.origin === 'unknown' || !seesLevels
        ? null
        : seesWhole
          ? await findOrder(db, need.id)
          : await findOpenOrder(db, need.id)
    const isSettled = ['accepted', 'merged', 'withdrawn'].includes(need.state)
    const mayChange = !isSettled && ((isHr && !isOwn) || isSupervisor || isDelegate)
    return {
      need: seesLevels ? need : { ...need, level_held: null, level_required: null },
      collection,
      order,
      isLate: on > collection.closes_on || collection.state === 'closed',
      mayChange,
      mayAnswer: !isSettled && ((isHr && !isOwn) || isSupervisor),
      isDelegate,
      isTeam: isSupervisor || isDelegate,
      told: told[query.get('pesan') ?? ''] ?? null,
      modules: mayChange
        ? await db.rows<{ value: string; label: string }>(
            sql`select id as value, name || ' (' || code || ')' as label from planning.v_modules where valid_until is null order by name`,
          )
        : [],
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run, params }) => {
    const here = href('/diklat/kebutuhan/butir/:needId', { needId: params.needId })
    if (values.decision) {
      await run(answerNeeds, {
        collectionId: values.collectionId,
        lateReason: values.lateReason ?? null,
        answers: [{ needId: params.needId, decision: values.decision, reason: values.reason ?? null }],
      })
      return redirect(`${here}?pesan=dijawab`)
    }
    const { isConfirmed } = await run(changeNeed, {
      needId: params.needId,
      moduleId: values.moduleId ?? null,
      title: values.title ?? null,
      form: values.form ?? null,
      jp: typedNumber(values.jp),
      cost: typedNumber(values.cost),
      quarter: values.quarter ?? null,
      planYear: values.planYear ?? null,
      why: values.why ?? null,
      lateReason: values.lateReason ?? null,
    })
    return redirect(`${here}?pesan=${isConfirmed ? 'diubah' : 'ditulis'}`)
  })

export default function NeedPage() {
  const { need, collection, order, isLate, mayChange, mayAnswer, isDelegate, isTeam, told, modules } =
    useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const error = (name: string) => answer?.fields[name] ?? null
  const value = (name: string, own: string | number | null) =>
    answer ? (answer.values[name] ?? null) : own === null ? null : String(own)
  const id = { collectionId: collection.id }
  const isAnswered = need.state === 'confirmed' || need.state === 'refused'
  return (
    <>
      <PageHead
        title={need.title}
        scope={`${need.person_name}, ${need.position_name ?? need.unit_name}.`}
        crumbs={[
          { label: 'Kebutuhan', href: href('/diklat/kebutuhan') },
          isTeam
            ? { label: 'Tim', href: href('/diklat/kebutuhan/:collectionId/tim', id) }
            : { label: collection.name, href: href('/diklat/kebutuhan/:collectionId', id) },
          { label: 'Butir' },
        ]}
      />
      <StatusLine>{told}</StatusLine>
      <ErrorSummary problems={problemsOf(answer)} />
      <DefinitionList
        facts={[
          {
            term: 'Keadaan',
            value: <StateMark state={needStateShape[need.state]}>{needStateWords[need.state]}</StateMark>,
          },
          { term: 'Asal', value: needOriginWords[need.origin] },
          { term: 'Kompetensi', value: need.subject },
          ...(need.level_required !== null && need.level_held !== null
            ? [{ term: 'Kesenjangan', value: `level ${need.level_held} ke ${need.level_required}` }]
            : []),
          ...(need.importance ? [{ term: 'Tingkat penting', value: need.importance }] : []),
          { term: 'Bentuk', value: need.form ?? 'belum ditentukan' },
          { term: 'Penyelenggara', value: need.provider ?? 'belum ditentukan' },
          {
            term: 'JP',
            value:
              need.jp === null ? (
                'belum diketahui'
              ) : (
                <Recorded kind="planning.collected-need" id={need.id}>
                  {formatNumber(need.jp, { digits: 1 })}
                </Recorded>
              ),
          },
          {
            term: 'Perkiraan biaya',
            value:
              need.cost === null ? (
                'belum diketahui'
              ) : need.cost === 0 ? (
                'tanpa biaya'
              ) : (
                <Recorded kind="planning.collected-need" id={need.id}>
                  {formatRupiah(need.cost)}
                </Recorded>
              ),
          },
          { term: 'Waktu', value: `${quarterOf(need.quarter)}, ${need.plan_year}` },
          ...(need.waiting_since ? [{ term: 'Menunggu sejak', value: formatDay(need.waiting_since) }] : []),
          ...(order ? [{ term: 'Urutan', value: <Figure figure={order} /> }] : []),
        ]}
      />
      <Note title="Alasan">{need.why}</Note>
      {need.decision_reason && <Note title={`Kata ${need.decided_by_name}`}>{need.decision_reason}</Note>}
      {need.verified_reason && (
        <Note tone="due" title={`Kata ${need.verified_by_name}`}>
          {need.verified_reason}
        </Note>
      )}
      {need.late_reason && (
        <Note tone="due" title="Diisi sesudah batas">
          {need.late_reason}
        </Note>
      )}
      {mayAnswer && (
        <Section title="Jawaban">
          <form method="post" className="form">
            <FormKey />
            <input type="hidden" name="collectionId" value={collection.id} />
            <TextInput
              name="reason"
              label="Alasan bila tidak perlu"
              optional
              value={answer?.values.reason}
              error={error('reason')}
            />
            {isLate && (
              <TextInput
                name="lateReason"
                label="Alasan terlambat"
                value={answer?.values.lateReason}
                error={error('lateReason')}
              />
            )}
            <FormActions>
              <Button variant="primary" name="decision" value="confirm">
                Setuju
              </Button>
              <Button name="decision" value="refuse">
                Tidak perlu
              </Button>
              {isAnswered && (
                <Button variant="quiet" name="decision" value="open">
                  Batalkan jawaban
                </Button>
              )}
            </FormActions>
          </form>
        </Section>
      )}
      {mayChange && need.origin !== 'unknown' && (
        <Section title="Ubah">
          <form method="post" className="form">
            <FormKey />
            <Select
              name="moduleId"
              label="Modul katalog"
              optional
              placeholder="Bukan dari katalog"
              options={modules}
              value={value('moduleId', need.module_id)}
              error={error('moduleId')}
            />
            <TextInput
              name="title"
              label="Nama kegiatan"
              hint="Kosongkan untuk memakai nama modul."
              optional
              value={value('title', need.title)}
              error={error('title')}
            />
            <TextInput name="form" label="Bentuk" optional value={value('form', need.form)} error={error('form')} />
            <NumberField name="jp" label="JP" optional value={value('jp', need.jp)} error={error('jp')} />
            <MoneyField
              name="cost"
              label="Perkiraan biaya"
              hint="Kosongkan bila belum diketahui; kosong bukan nol."
              optional
              value={value('cost', need.cost)}
              error={error('cost')}
            />
            <Select
              name="quarter"
              label="Waktu"
              optional
              placeholder="Belum dipilih"
              options={quarterWords.map((label, i) => ({ value: String(i + 1), label }))}
              value={value('quarter', need.quarter)}
              error={error('quarter')}
            />
            <NumberField
              name="planYear"
              label="Tahun"
              value={value('planYear', need.plan_year)}
              error={error('planYear')}
            />
            <Textarea name="why" label="Alasan" rows={3} value={value('why', need.why)} error={error('why')} />
            {isLate && (
              <TextInput
                name="lateReason"
                label="Alasan terlambat"
                value={answer?.values.lateReason}
                error={error('lateReason')}
              />
            )}
            <FormActions
              note={
                isDelegate ? 'Isian Anda menunggu konfirmasi atasan.' : 'Perubahan Anda dianggap sekaligus persetujuan.'
              }
            >
              <Button>Simpan perubahan</Button>
            </FormActions>
          </form>
        </Section>
      )}
    </>
  )
}
