import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay, formatNumber } from '#core/text/format.ts'
import { notFound } from '#platform/refusal.ts'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { DialogPage } from '#ui/kit/dialog.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { FormActions } from '#ui/kit/form-parts.tsx'
import { Textarea } from '#ui/kit/inputs.tsx'
import { Note } from '#ui/kit/note.tsx'
import { findImport } from './import.store.ts'
import { undoImport } from './undo-import.ts'

export const meta = () => [{ title: 'Batalkan kiriman · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params }) => {
    const found = await findImport(db, params.importId)
    if (!found) throw notFound('Kiriman')
    return { found }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run, params }) => {
    await run(undoImport, { importId: params.importId, reason: values.reason })
    return redirect(href('/data/impor/:importId', { importId: params.importId }))
  })

export default function UndoImportPage() {
  const { found } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { counts } = found.summary
  return (
    <DialogPage
      title={`Batalkan kiriman ${formatDay(found.made_at.slice(0, 10))}?`}
      effect={`${formatNumber(counts?.new ?? 0)} baris baru dihapus dan ${formatNumber(counts?.changed ?? 0)} baris dikembalikan seperti semula. Bila sudah ada yang dipakai, pembatalan ditolak dan alasannya disebut.`}
    >
      {answer && !answer.fields.reason && <Note tone="risk" title={answer.message} live />}
      <form method="post" className="form">
        <FormKey />
        <Textarea
          name="reason"
          label="Mengapa dibatalkan?"
          hint="Alasan tercatat di jejak audit."
          value={answer?.values.reason}
          error={answer?.fields.reason}
        />
        <FormActions>
          <Button variant="danger">Batalkan kiriman</Button>
          <LinkButton href={href('/data/impor/:importId', { importId: found.id })} variant="quiet">
            Tidak jadi
          </LinkButton>
        </FormActions>
      </form>
    </DialogPage>
  )
}
