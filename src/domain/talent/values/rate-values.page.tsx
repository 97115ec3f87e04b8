import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { dayFromForm, type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button } from '#ui/kit/button.tsx'
import { RadioList } from '#ui/kit/choices.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { DateField, Textarea } from '#ui/kit/inputs.tsx'
import { Note, StatusLine } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { errors } from '../errors.ts'
import { declineValues, rateValues, saveValues } from './rate-values.ts'
import { listOwnRatings, listRaters, rulesOn } from './values.store.ts'
import { raterStateWords } from './values-words.ts'

export const meta = () => [{ title: 'Menilai nilai BerAKHLAK · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, actor, on, query, look }) => {
    const rater = (await listRaters(db, params.reviewId)).find(r => r.rater_id === actor.employeeId)
    if (!rater || rater.state === 'proposed' || rater.state === 'withdrawn') throw errors.values.notFound()
    look({ action: 'menilai nilai', employeeId: rater.about_id })
    const { body } = rulesOn(on)
    return {
      rater,
      on,
      values: body.values,
      steps: body.steps,
      leastLetters: body.leastExampleLetters,
      mine: await listOwnRatings(db, params.reviewId),
      isSaved: query.get('pesan') === 'tersimpan',
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, form, run, params }) => {
    const reviewId = params.reviewId
    const here = href('/nilai/:reviewId', { reviewId })
    if (values.act === 'decline') {
      await run(declineValues, { reviewId, reason: values.reason })
      return redirect(here)
    }
    await run(saveValues, {
      reviewId,
      ratings: form.getAll('code').map(code => ({
        code: String(code),
        step: values[`step:${code}`] ?? null,
        example: values[`example:${code}`] ?? null,
        exampleOn: dayFromForm(values[`exampleOn:${code}`], `exampleOn:${code}`) ?? null,
      })),
    })
    if (values.act === 'submit') await run(rateValues, { reviewId })
    return redirect(`${here}?pesan=tersimpan`)
  })

export default function RateValuesPage() {
  const { rater, on, values, steps, leastLetters, mine, isSaved } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const crumbs = [{ label: 'Beranda', href: '/' }, { label: 'Nilai BerAKHLAK' }]
  if (rater.state !== 'asked')
    return (
      <>
        <PageHead title={`Penilaian Anda untuk ${rater.about_name}`} crumbs={crumbs} />
        <Note title={raterStateWords[rater.state]}>
          {rater.state === 'answered'
            ? 'Jawaban terbuka serentak sesudah semua penilai menjawab, tanpa nama Anda.'
            : rater.decline_reason}
        </Note>
      </>
    )
  return (
    <>
      <PageHead
        title={`Nilai BerAKHLAK ${rater.about_name}`}
        scope={`Batas ${formatDay(rater.due_on)}. Nama Anda tidak diperlihatkan kepadanya. Tulis contoh yang Anda lihat sendiri.`}
        crumbs={crumbs}
      />
      {isSaved && <StatusLine>Tersimpan. Anda dapat melanjutkan kapan saja.</StatusLine>}
      <ErrorSummary problems={problemsOf(answer)} />
      <form method="post" className="form" noValidate>
        <FormKey />
        {values.map(v => {
          const kept = mine.find(r => r.code === v.code)
          return (
            <Section key={v.code} title={v.label}>
              <input type="hidden" name="code" value={v.code} />
              <p className="small-text quiet">{v.meaning}</p>
              <Textarea
                name={`example:${v.code}`}
                label="Contoh yang Anda lihat"
                hint={`Apa yang dilakukan dan akibatnya, sedikitnya ${leastLetters} huruf.`}
                rows={2}
                maxLength={2000}
                value={answer?.values[`example:${v.code}`] ?? kept?.example}
                error={answer?.fields[`example:${v.code}`]}
              />
              <DateField
                name={`exampleOn:${v.code}`}
                label="Tanggal kejadian"
                max={on}
                value={answer?.values[`exampleOn:${v.code}`] ?? kept?.exampleOn}
                error={answer?.fields[`exampleOn:${v.code}`]}
              />
              <RadioList
                name={`step:${v.code}`}
                label="Tingkat"
                boxed
                choices={v.anchors.map((anchor, i) => ({ value: String(i + 1), label: steps[i], hint: anchor }))}
                value={answer?.values[`step:${v.code}`] ?? (kept?.step == null ? null : String(kept.step))}
                error={answer?.fields[`step:${v.code}`]}
              />
            </Section>
          )
        })}
        <FormActions note="Sesudah dikirim, penilaian tidak dapat diubah.">
          <Button variant="primary" name="act" value="submit">
            Kirim penilaian
          </Button>
          <Button name="act" value="save">
            Simpan dan lanjutkan nanti
          </Button>
        </FormActions>
      </form>
      <Section title="Tidak dapat menilai?">
        <form method="post" className="form">
          <FormKey />
          <Textarea
            name="reason"
            label="Alasan"
            hint="Misalnya: belum pernah bekerja bersama."
            rows={2}
            value={answer?.values.reason}
            error={answer?.fields.reason}
          />
          <FormActions>
            <Button name="act" value="decline">
              Kembalikan kepada pengelola
            </Button>
          </FormActions>
        </form>
      </Section>
    </>
  )
}
