import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button } from '#ui/kit/button.tsx'
import { EmptyState } from '#ui/kit/empty-state.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { FormActions } from '#ui/kit/form-parts.tsx'
import { TextInput } from '#ui/kit/inputs.tsx'
import { Note, StatusLine } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { proposeRater } from './ask-values.ts'
import { valueFigures } from './values.model.ts'
import { listOwnReviews, listResults, refOf, rulesOn, sourceOf } from './values.store.ts'
import { ValuesTable } from './values-table.view.tsx'
import { reviewStateWords } from './values-words.ts'

export const meta = () => [{ title: 'Nilai BerAKHLAK saya · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query }) => {
    const reviews = []
    for (const r of await listOwnReviews(db)) {
      // Only there when enough raters answered that none can be recognised.
      const [now] = await listResults(db, r.id)
      const { body } = rulesOn(r.asked_on)
      reviews.push({
        ...r,
        byValue:
          now && r.state === 'opened'
            ? valueFigures(body, now.ratings, { asOf: now.opened_on, source: sourceOf(now), ref: refOf(r.id) }).byValue
            : null,
      })
    }
    return { isSaved: query.get('pesan') === 'usul', reviews }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run }) => {
    await run(proposeRater, { reviewId: values.reviewId, colleagueNip: values.colleagueNip })
    return redirect(`${href('/jalur/nilai')}?pesan=usul`)
  })

export default function OwnValuesPage() {
  const { reviews, isSaved } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  return (
    <>
      <PageHead
        title="Nilai BerAKHLAK saya"
        scope="Atasan dan rekan menilai dengan contoh bertanggal. Nama penilai tidak diperlihatkan. Hasilnya di luar nilai talenta, kecuali aturan memberinya bobot."
        crumbs={[{ label: 'Beranda', href: '/' }, { label: 'Nilai BerAKHLAK' }]}
      />
      {isSaved && <StatusLine>Usulan rekan tersimpan. Pengelola yang memutuskan.</StatusLine>}
      {reviews.length === 0 && (
        <EmptyState title="Belum ada penilaian">Bila diminta, keadaannya dan pesan untuk Anda ada di sini.</EmptyState>
      )}
      {reviews.map(r => (
        <Section key={r.id} title={`Tahun ${r.year}`} note={reviewStateWords[r.state]}>
          {r.state === 'gathering' && (
            <>
              <p className="small-text quiet">Penilai menjawab sampai {formatDay(r.due_on)}.</p>
              <form method="post" className="form">
                <FormKey />
                <input type="hidden" name="reviewId" value={r.id} />
                {answer?.values.reviewId === r.id && <Note tone="risk" title={answer.message} live />}
                <TextInput
                  name="colleagueNip"
                  label="Usulkan satu rekan, NIP"
                  hint="Rekan yang bekerja bersama Anda. Pengelola memutuskan, dan tidak memberitahukan siapa yang menilai."
                  inputMode="numeric"
                  value={answer?.values.reviewId === r.id ? answer.values.colleagueNip : undefined}
                  error={answer?.values.reviewId === r.id ? answer.fields.colleagueNip : null}
                />
                <FormActions>
                  <Button>Usulkan rekan</Button>
                </FormActions>
              </form>
            </>
          )}
          {r.state === 'cancelled' && <p className="small-text quiet">{r.cancel_reason}</p>}
          {r.strength && (
            <Note title="Pesan pengembangan">
              <p>{r.strength}</p>
              <p>{r.practice}</p>
            </Note>
          )}
          {r.byValue ? (
            <ValuesTable byValue={r.byValue} />
          ) : (
            r.state === 'opened' && (
              <p className="small-text quiet">
                Angkanya tidak diperlihatkan, karena penilainya terlalu sedikit untuk tetap tidak dikenali.
              </p>
            )
          )}
        </Section>
      ))}
    </>
  )
}
