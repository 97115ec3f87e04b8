import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button } from '#ui/kit/button.tsx'
import { RadioList } from '#ui/kit/choices.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { Textarea, TextInput } from '#ui/kit/inputs.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { errors } from '../errors.ts'
import { CriteriaFields, ReasonList, reasonsFrom } from './criteria-fields.view.tsx'
import { declineReference, giveReference } from './give-reference.ts'
import { findOwnReference, nominationRulesOn } from './nomination.store.ts'
import { purposeWords, referenceStateWords, verdictWords } from './nomination-words.ts'

export const meta = () => [{ title: 'Rekomendasi kedua · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, look }) => {
    const reference = await findOwnReference(db, params.referenceId)
    if (!reference) throw errors.nomination.referenceNotFound()
    look({ action: 'rekomendasi kedua', employeeId: reference.about_id })
    const { body } = await nominationRulesOn(db, reference.asked_on)
    return {
      reference,
      least: body.leastLetters,
      criteria: body.purposes[reference.purpose].criteria,
      isShown: body.showReferenceAfterDecision,
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run, params }) => {
    const referenceId = params.referenceId
    if (values.act === 'decline') await run(declineReference, { referenceId, reason: values.reason })
    else
      await run(giveReference, {
        referenceId,
        knownHow: values.knownHow,
        reasons: reasonsFrom(values),
        verdict: values.verdict,
      })
    return redirect(href('/rekomendasi/:referenceId', { referenceId }))
  })

export default function GiveReferencePage() {
  const { reference: r, criteria, least, isShown } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const crumbs = [{ label: 'Beranda', href: '/' }, { label: 'Rekomendasi kedua' }]
  if (r.state !== 'asked')
    return (
      <>
        <PageHead title={`Rekomendasi Anda tentang ${r.about_name}`} crumbs={crumbs} />
        <Note title={referenceStateWords[r.state]}>
          {r.state === 'given' && r.verdict
            ? `${verdictWords[r.verdict]}. Terima kasih. Yang memutus membacanya bersama alasan pengusul.`
            : (r.decline_reason ?? 'Permintaan ini tidak perlu dijawab lagi.')}
        </Note>
        {r.reasons.length > 0 && (
          <Section title="Yang Anda tulis">
            <ReasonList reasons={r.reasons} />
          </Section>
        )}
      </>
    )
  return (
    <>
      <PageHead
        title={`Rekomendasi kedua tentang ${r.about_name}`}
        scope={`${r.asked_by_name} mengusulkan ${[r.about_name, r.about_position].filter(Boolean).join(', ')} untuk ${purposeWords[r.purpose].toLowerCase()}. Batas ${formatDay(r.due_on)}.`}
        crumbs={crumbs}
      />
      <Note title="Tulis yang Anda lihat sendiri">
        Alasan pengusul tidak ditampilkan, agar tulisan Anda berdiri sendiri. Yang memutus membacanya.{' '}
        {isShown
          ? 'Sesudah diputus, orangnya ikut membaca tulisan Anda dan nama Anda.'
          : 'Orangnya hanya mengetahui nama Anda.'}
      </Note>
      <form method="post" className="form" noValidate>
        <FormKey />
        <ErrorSummary problems={answer?.values.act === 'decline' ? [] : problemsOf(answer)} />
        <TextInput
          name="knownHow"
          label="Dari mana dan sejak kapan Anda mengenal pekerjaannya"
          maxLength={500}
          value={answer?.values.knownHow}
          error={answer?.fields.knownHow}
        />
        <CriteriaFields criteria={criteria} leastLetters={least} values={answer?.values} errors={answer?.fields} />
        <RadioList
          name="verdict"
          label="Pendapat Anda"
          choices={Object.entries(verdictWords).map(([value, label]) => ({ value, label }))}
          value={answer?.values.verdict}
          error={answer?.fields.verdict}
        />
        <FormActions note="Sesudah dikirim, tulisan tidak dapat diubah.">
          <Button variant="primary" name="act" value="give">
            Kirim rekomendasi
          </Button>
        </FormActions>
      </form>
      <Section title="Tidak bersedia?">
        <form method="post" className="form">
          <FormKey />
          <Textarea
            name="reason"
            label="Alasan"
            hint="Misalnya: belum pernah bekerja bersama, atau ada hubungan keluarga. Pengusul meminta pejabat lain."
            rows={2}
            value={answer?.values.reason}
            error={answer?.fields.reason}
          />
          <FormActions>
            <Button name="act" value="decline">
              Tidak bersedia
            </Button>
          </FormActions>
        </form>
      </Section>
    </>
  )
}
