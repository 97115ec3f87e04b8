import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { RadioList } from '#ui/kit/choices.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { Textarea } from '#ui/kit/inputs.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { errors } from '../errors.ts'
import { findEffect } from './objection.store.ts'
import { settleObjectionEffect } from './objection-effects.ts'
import { effectKindWords, effectStateWords } from './objection-words.ts'

export const meta = () => [{ title: 'Tinjau sesudah sanggahan · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, actor, visit, look }) => {
    const effect = await findEffect(db, params.effectId)
    if (!effect || (actor.role !== 'hr_officer' && effect.owner_id !== actor.employeeId))
      throw errors.objection.effectNotFound()
    look({ action: 'tinjauan sesudah sanggahan', employeeId: effect.employee_id })
    return { effect, link: visit.mayOpen(effect.href.split('?')[0]) ? effect.href : null }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run, params }) => {
    const effectId = params.effectId
    await run(settleObjectionEffect, { effectId, outcome: values.outcome, reason: values.reason })
    return redirect(href('/sanggah/tinjau/:effectId', { effectId }))
  })

export default function SettleEffectPage() {
  const { effect, link } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  return (
    <>
      <PageHead
        title={`Tinjau ${effect.label}`}
        scope={`${effectKindWords[effect.kind]}. Sanggahan ${effect.name ?? 'seorang pegawai'} diterima, sehingga hasil talentanya diperbaiki. Batas ${formatDay(effect.due_on)}.`}
        crumbs={[{ label: 'Beranda', href: '/' }, { label: 'Tinjau sesudah sanggahan' }]}
        actions={link && <LinkButton href={link}>Buka {effectKindWords[effect.kind].toLowerCase()}</LinkButton>}
      />
      {effect.state !== 'open' ? (
        <Note title={effectStateWords[effect.state]}>
          {effect.outcome} ({effect.settled_by_name}
          {effect.settled_on ? `, ${formatDay(effect.settled_on)}` : ''})
        </Note>
      ) : (
        <form method="post" className="form">
          <FormKey />
          <ErrorSummary problems={problemsOf(answer)} />
          <RadioList
            name="outcome"
            label="Apa yang Anda lakukan"
            choices={[
              { value: 'changed', label: 'Diperbaiki', hint: 'Isinya sudah diubah atau dijadwalkan diubah.' },
              { value: 'kept', label: 'Ditinjau, tidak berubah', hint: 'Hasil yang baru tidak mengubahnya.' },
            ]}
            value={answer?.values.outcome}
            error={answer?.fields.outcome}
          />
          <Textarea
            name="reason"
            label="Penjelasan"
            hint="Dibaca oleh penyanggah dan pengelola."
            rows={3}
            value={answer?.values.reason}
            error={answer?.fields.reason}
          />
          <FormActions>
            <Button variant="primary">Simpan tinjauan</Button>
          </FormActions>
        </form>
      )}
    </>
  )
}
