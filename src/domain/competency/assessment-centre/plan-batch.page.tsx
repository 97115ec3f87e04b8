import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { dayFromForm, type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { batchChoices, batchInputOf } from './batch-form.store.ts'
import { BatchFields } from './batch-form.view.tsx'
import { planBatch } from './plan-batch.ts'

export const meta = () => [{ title: 'Rencanakan gelombang asesmen · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) => load(args, ({ db, on }) => batchChoices(db, on))

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run }) => {
    const { id } = await run(planBatch, batchInputOf(values, dayFromForm))
    return redirect(href('/kompetensi/asesmen/gelombang/:batchId', { batchId: id }))
  })

export default function PlanBatchPage() {
  const choices = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  return (
    <>
      <PageHead
        title="Rencanakan gelombang asesmen"
        scope="Sesudah ini Anda memilih instrumen, menugaskan asesor, dan mengundang peserta."
        crumbs={[{ label: 'Asesmen', href: href('/kompetensi/asesmen') }, { label: 'Gelombang baru' }]}
      />
      {choices.providers.length === 0 && (
        <Note
          tone="due"
          title="Belum ada penyelenggara yang terakreditasi"
          actions={<LinkButton href={href('/kompetensi/asesmen/penyelenggara/baru')}>Catat penyelenggara</LinkButton>}
        />
      )}
      <form method="post" className="form">
        <FormKey />
        <ErrorSummary problems={problemsOf(answer)} />
        <BatchFields choices={choices} values={{}} answer={answer} />
        <FormActions>
          <Button variant="primary">Simpan rencana</Button>
          <LinkButton href={href('/kompetensi/asesmen')}>Batal</LinkButton>
        </FormActions>
      </form>
    </>
  )
}
