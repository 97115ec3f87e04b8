import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button } from '#ui/kit/button.tsx'
import { EmptyState } from '#ui/kit/empty-state.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { TextInput } from '#ui/kit/inputs.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { errors } from '../errors.ts'
import { checkRemark } from './close-round.ts'
import { findRound, listRemarks } from './feedback.store.ts'

export const meta = () => [{ title: 'Periksa komentar umpan balik · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, actor }) => {
    const round = await findRound(db, params.roundId)
    if (!round) throw errors.feedback.notFound()
    return {
      round,
      remarks: await listRemarks(db, { roundId: round.id, state: 'waiting', limit: 20, notAbout: actor.employeeId }),
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run, params }) => {
    await run(checkRemark, {
      remarkId: values.remarkId,
      state: values.state as 'shown',
      reason: values.reason,
    })
    return redirect(href('/talenta/umpan-balik/:roundId/komentar', { roundId: params.roundId }))
  })

export default function RemarksPage() {
  const { round, remarks } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  return (
    <>
      <PageHead
        title={remarks.length > 0 ? 'Komentar menunggu pemeriksaan' : 'Semua komentar sudah diperiksa'}
        scope="Penulisnya tidak tercatat di sini. Tahan yang menyebut orang, menghina, atau menunjuk kejadian yang mengungkap penulisnya."
        crumbs={[
          { label: 'Umpan balik 360°', href: href('/talenta/umpan-balik') },
          { label: round.name, href: href('/talenta/umpan-balik/:roundId', { roundId: round.id }) },
          { label: 'Komentar' },
        ]}
      />
      <ErrorSummary problems={problemsOf(answer)} />
      {remarks.length === 0 && (
        <EmptyState title="Tidak ada yang menunggu">
          Komentar muncul di sini sesudah putaran ditutup, bila penilainya cukup.
        </EmptyState>
      )}
      {remarks.map(r => (
        <Section
          key={r.id}
          title={`Untuk ${r.about_name}`}
          note={r.kind === 'strength' ? 'yang sebaiknya diteruskan' : 'yang sebaiknya dicoba'}
        >
          <form method="post" className="form">
            <FormKey />
            <Note>
              <p>{r.text}</p>
            </Note>
            <input type="hidden" name="remarkId" value={r.id} />
            <TextInput
              name="reason"
              label="Alasan bila ditahan"
              optional
              maxLength={300}
              value={answer?.values.remarkId === r.id ? answer.values.reason : undefined}
              error={answer?.values.remarkId === r.id ? answer.fields.reason : null}
            />
            <FormActions>
              <Button variant="primary" name="state" value="shown">
                Teruskan
              </Button>
              <Button name="state" value="withheld">
                Tahan
              </Button>
            </FormActions>
          </form>
        </Section>
      ))}
    </>
  )
}
