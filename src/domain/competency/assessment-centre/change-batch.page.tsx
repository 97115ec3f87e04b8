import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { dayFromForm, type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { Textarea } from '#ui/kit/inputs.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { errors } from '../errors.ts'
import { batchChoices, batchInputOf } from './batch-form.store.ts'
import { BatchFields } from './batch-form.view.tsx'
import { findBatch } from './centre.store.ts'
import { cancelBatch, changeBatch } from './plan-batch.ts'

export const meta = () => [{ title: 'Ubah gelombang asesmen · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, on }) => {
    const batch = await findBatch(db, params.batchId)
    if (!batch) throw errors.batch.notFound()
    if (batch.state !== 'planned') throw errors.batch.running()
    return { batch, choices: await batchChoices(db, on) }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run, params }) => {
    if (values._intent === 'cancel') {
      await run(cancelBatch, { batchId: params.batchId, reason: values.reason })
      return redirect(`${href('/kompetensi/asesmen')}?pesan=dibatalkan`)
    }
    await run(changeBatch, { ...batchInputOf(values, dayFromForm), batchId: params.batchId })
    return redirect(`${href('/kompetensi/asesmen/gelombang/:batchId', { batchId: params.batchId })}?pesan=diubah`)
  })

export default function ChangeBatchPage() {
  const { batch, choices } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const path = href('/kompetensi/asesmen/gelombang/:batchId', { batchId: batch.id })
  const isCancel = answer?.values._intent === 'cancel'
  return (
    <>
      <PageHead
        title="Ubah gelombang asesmen"
        scope="Peserta diberi tahu bila hari atau tempatnya berubah."
        crumbs={[
          { label: 'Asesmen', href: href('/kompetensi/asesmen') },
          { label: batch.name, href: path },
          { label: 'Ubah' },
        ]}
      />
      <form method="post" className="form">
        <FormKey />
        <ErrorSummary problems={problemsOf(isCancel ? undefined : answer)} />
        <BatchFields
          choices={choices}
          values={{
            name: batch.name,
            useCode: batch.use_code,
            providerId: batch.provider_id,
            complexity: batch.complexity,
            startsOn: batch.starts_on,
            endsOn: batch.ends_on,
            place: batch.place,
            seats: String(batch.seats),
            contact: batch.contact,
            standardId: batch.standard_id,
          }}
          answer={isCancel ? undefined : answer}
        />
        <FormActions>
          <Button variant="primary">Simpan perubahan</Button>
          <LinkButton href={path}>Kembali</LinkButton>
        </FormActions>
      </form>
      <Section title="Batalkan gelombang">
        <form method="post" className="form">
          <FormKey />
          <input type="hidden" name="_intent" value="cancel" />
          <Textarea
            name="reason"
            id="cancel-reason"
            label="Alasan"
            hint="Dibaca setiap peserta yang diundang."
            rows={2}
            value={isCancel ? answer?.values.reason : undefined}
            error={isCancel ? (answer?.fields.reason ?? answer?.message) : null}
          />
          <FormActions>
            <Button variant="danger">Batalkan gelombang ini</Button>
          </FormActions>
        </form>
      </Section>
    </>
  )
}
