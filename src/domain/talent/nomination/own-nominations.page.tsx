import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { addDays } from '#core/values/day.ts'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { EmptyState } from '#ui/kit/empty-state.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { FormActions } from '#ui/kit/form-parts.tsx'
import { Textarea, TextInput } from '#ui/kit/inputs.tsx'
import { Note, StatusLine } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { Steps } from '#ui/kit/steps.tsx'
import { changeReferee } from './ask-reference.ts'
import { ReasonList } from './criteria-fields.view.tsx'
import { waitsFor } from './nomination.model.ts'
import { listOwnNominations, nominationRulesOn } from './nomination.store.ts'
import { nominationStateWords, purposeWords } from './nomination-words.ts'
import { withdrawNomination } from './withdraw-nomination.ts'

export const meta = () => [{ title: 'Usulan saya · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, actor, on, query, visit }) => {
    const all = []
    for (const n of await listOwnNominations(db)) {
      const { body } = await nominationRulesOn(db, n.nominated_on)
      const objectUntil = n.decided_on ? addDays(n.decided_on, body.objectWithinDays) : null
      const { secondReference } = body.purposes[n.purpose]
      all.push({
        ...n,
        isAboutMe: n.employee_id === actor.employeeId,
        isMine: n.nominated_by === actor.employeeId,
        secondReference,
        wait: n.state === 'submitted' ? waitsFor(secondReference, n.reference_state) : null,
        objectUntil,
        mayObject: objectUntil !== null && on <= objectUntil && n.state !== 'withdrawn',
      })
    }
    return {
      about: all.filter(n => n.isAboutMe),
      made: all.filter(n => n.isMine && !n.isAboutMe),
      isSent: query.get('pesan') === 'terkirim',
      mayNominate: visit.mayOpen('/talenta/usulan/baru'),
      mayObject: visit.mayOpen('/talenta/sanggah/baru'),
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run }) => {
    if (values.act === 'withdraw') await run(withdrawNomination, { nominationId: values.nominationId })
    else
      await run(changeReferee, {
        nominationId: values.nominationId,
        refereeNip: values.refereeNip,
        reason: values.reason,
      })
    return redirect(href('/jalur/usulan'))
  })

type Row = ReturnType<typeof useLoaderData<typeof loader>>['about'][number]

/** What happened and what is still to come, in the order of the days. */
const Course = ({ n }: { n: Row }) => (
  <Steps
    label="Jalannya usulan"
    steps={[
      { when: formatDay(n.nominated_on, 'short'), title: 'Diusulkan', note: n.nominator, state: 'done' },
      ...(n.secondReference
        ? [
            {
              title: 'Rekomendasi kedua',
              note:
                n.reference_state === 'declined'
                  ? `${n.reference_by_name} tidak bersedia`
                  : (n.reference_by_name ?? 'belum ditunjuk'),
              state:
                n.reference_state === 'given'
                  ? ('done' as const)
                  : n.state === 'submitted'
                    ? ('current' as const)
                    : ('later' as const),
            },
          ]
        : []),
      {
        when: n.decided_on ? formatDay(n.decided_on, 'short') : undefined,
        title: n.state === 'submitted' ? 'Keputusan' : nominationStateWords[n.state],
        note: n.decided_by_name ?? undefined,
        state: n.state !== 'submitted' ? 'done' : n.wait ? 'later' : 'current',
      },
    ]}
  />
)

const Told = ({ n, mayObject }: { n: Row; mayObject: boolean }) => (
  <>
    <Course n={n} />
    {n.decision_reason && n.state !== 'submitted' && (
      <Note title={`${nominationStateWords[n.state]}, alasannya`}>{n.decision_reason}</Note>
    )}
    {n.earlier.map(e => (
      <p className="small-text quiet" key={e.on + e.by}>
        Sebelumnya {nominationStateWords[e.decision].toLowerCase()} pada {formatDay(e.on, 'short')} oleh {e.by}. Dibuka
        lagi karena sanggahan: {e.why}
      </p>
    ))}
    <details className="disclosure gap-3">
      <summary>Alasan {n.nominator} menurut kriteria</summary>
      <ReasonList reasons={n.reasons} text={n.rationale} />
    </details>
    {n.reference_reasons && (
      <details className="disclosure">
        <summary>Rekomendasi kedua oleh {n.reference_by_name}</summary>
        <ReasonList reasons={n.reference_reasons} />
      </details>
    )}
    {n.isAboutMe && n.objectUntil && n.state !== 'submitted' && (
      <p className="small-text gap-3">
        {n.mayObject && mayObject ? (
          <>
            Tidak sependapat? Sanggah sampai {formatDay(n.objectUntil)}. Orang lain yang menjawab.{' '}
            <a className="button" href={`${href('/talenta/sanggah/baru')}?usulan=${n.id}`}>
              Sanggah keputusan ini
            </a>
          </>
        ) : (
          `Masa sanggah atas keputusan ini berakhir ${formatDay(n.objectUntil)}.`
        )}
      </p>
    )}
  </>
)

/** What whoever nominated may still do while nobody has decided. */
const Acts = ({ n, answer }: { n: Row; answer: FormAnswer | undefined }) => {
  const isRefused = answer?.values.nominationId === n.id
  if (n.state !== 'submitted' || !n.isMine) return null
  return (
    <div className="gap-3">
      {isRefused && <Note tone="risk" title={answer?.message} live />}
      {n.wait && (
        <details className="disclosure" open={n.wait === 'referee' || isRefused}>
          <summary>Minta pejabat lain menulis rekomendasi kedua</summary>
          <form method="post" className="form">
            <FormKey />
            <input type="hidden" name="nominationId" value={n.id} />
            <TextInput
              name="refereeNip"
              id={`nip-${n.id}`}
              label="NIP pejabat lain"
              inputMode="numeric"
              value={isRefused ? answer?.values.refereeNip : undefined}
              error={isRefused ? answer?.fields.refereeNip : null}
            />
            <Textarea
              name="reason"
              id={`alasan-${n.id}`}
              label="Mengapa diganti"
              rows={2}
              value={isRefused ? answer?.values.reason : undefined}
              error={isRefused ? answer?.fields.reason : null}
            />
            <FormActions>
              <Button name="act" value="referee">
                Minta rekomendasi
              </Button>
            </FormActions>
          </form>
        </details>
      )}
      <form method="post" className="gap-3">
        <FormKey />
        <input type="hidden" name="nominationId" value={n.id} />
        <Button small name="act" value="withdraw">
          Tarik usulan
        </Button>
      </form>
    </div>
  )
}

export default function OwnNominationsPage() {
  const { about, made, isSent, mayNominate, mayObject } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  return (
    <>
      <PageHead
        title="Usulan saya"
        scope="Siapa mengusulkan, untuk apa, menurut kriteria apa, dan apa keputusannya."
        crumbs={[{ label: 'Beranda', href: '/' }, { label: 'Usulan saya' }]}
        actions={
          mayNominate && (
            <LinkButton href={href('/talenta/usulan/baru')} icon="add">
              Buat usulan
            </LinkButton>
          )
        }
      />
      {isSent && <StatusLine>Usulan terkirim.</StatusLine>}
      {about.length + made.length === 0 && (
        <EmptyState title="Belum ada usulan">
          Anda dapat mengusulkan diri, atau meminta atasan mengusulkan Anda.
        </EmptyState>
      )}
      {about.map(n => (
        <Section
          key={n.id}
          title={`${purposeWords[n.purpose]}: ${n.isMine ? 'Anda mengusulkan diri' : `${n.nominator} mengusulkan Anda`}`}
          note={nominationStateWords[n.state]}
        >
          <Told n={n} mayObject={mayObject} />
          <Acts n={n} answer={answer} />
        </Section>
      ))}
      {made.length > 0 && (
        <Section title="Yang Anda usulkan">
          {made.map(n => (
            <div key={n.id} className="gap-5">
              <h3>
                {n.name}, {purposeWords[n.purpose].toLowerCase()}
              </h3>
              <Told n={n} mayObject={false} />
              <Acts n={n} answer={answer} />
            </div>
          ))}
        </Section>
      )}
    </>
  )
}
