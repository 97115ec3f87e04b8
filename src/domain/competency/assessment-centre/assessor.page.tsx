import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { dayFromForm, type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { DefinitionList } from '#ui/kit/definition-list.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { errors } from '../errors.ts'
import { CertificateFields, certificateInputOf } from './assessor-form.view.tsx'
import { findAssessor, listProviders } from './centre.store.ts'
import { gradeWords } from './centre-words.ts'
import { EndForm } from './end-form.view.tsx'
import { changeAssessor, endAssessor, openAssessorAccount } from './keep-assessor.ts'

export const meta = () => [{ title: 'Asesor · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, actor, on, visit }) => {
    const assessor = await findAssessor(db, params.assessorId)
    if (!assessor) throw errors.assessor.notFound()
    return {
      on,
      assessor,
      mayKeep: actor.role === 'hr_officer',
      // The word of invitation is made where accounts are kept.
      mayInvite: assessor.account_id !== null && visit.mayOpen(`/pengaturan/peran/${assessor.account_id}`),
      providers: (await listProviders(db)).map(p => ({ value: p.id, label: p.name })),
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run, params }) => {
    const here = href('/kompetensi/asesmen/asesor/:assessorId', { assessorId: params.assessorId })
    if (values._intent === 'account') await run(openAssessorAccount, { assessorId: params.assessorId })
    else if (values._intent === 'end' || values._intent === 'resume')
      await run(endAssessor, {
        assessorId: params.assessorId,
        isEnded: values._intent === 'end',
        reason: values.reason,
      })
    else await run(changeAssessor, { ...certificateInputOf(values, dayFromForm), assessorId: params.assessorId })
    return redirect(here)
  })

export default function AssessorPage() {
  const { on, assessor, providers, mayKeep, mayInvite } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const intent = answer?.values._intent
  const isEnding = intent === 'end' || intent === 'resume'
  const list = href('/kompetensi/asesmen/asesor')
  return (
    <>
      <PageHead
        title={assessor.name}
        scope={`${gradeWords[assessor.grade]}, ${assessor.provider}. ${assessor.employee_id ? 'Pegawai instansi ini.' : 'Dari luar instansi.'}`}
        crumbs={[
          { label: 'Asesmen', href: href('/kompetensi/asesmen') },
          { label: 'Asesor', href: list },
          { label: assessor.name },
        ]}
      />
      {assessor.ended_on ? (
        <Note tone="due" title={`Tidak bertugas lagi sejak ${formatDay(assessor.ended_on)}`}>
          {assessor.ended_reason}
        </Note>
      ) : (
        assessor.accredited_until < on && (
          <Note tone="due" title={`Sertifikat habis ${formatDay(assessor.accredited_until)}`}>
            Ia tidak dapat ditugasi sampai perpanjangannya dicatat.
          </Note>
        )
      )}
      {intent === 'account' && answer && <Note tone="risk" title={answer.message} live />}
      <Section title="Akun">
        {assessor.account_id ? (
          <p>
            Akun terbuka dengan peran asesor.{' '}
            {mayInvite ? (
              <a href={href('/pengaturan/peran/:id', { id: assessor.account_id })}>Buka akunnya</a>
            ) : (
              'Kata undangan pertamanya dibuat admin sistem, di Pengaturan, Peran.'
            )}
          </p>
        ) : mayKeep && !assessor.ended_on ? (
          <form method="post">
            <FormKey />
            <p className="small-text quiet">
              Akun ini hanya melihat gelombang yang dipercayakan, dan memerlukan faktor kedua untuk masuk.
            </p>
            <p className="gap-3">
              <Button variant="primary" name="_intent" value="account">
                Buka akun asesor
              </Button>
            </p>
          </form>
        ) : (
          <p className="quiet">Belum dibuka.</p>
        )}
      </Section>
      {mayKeep ? (
        <>
          <Section title="Sertifikat">
            <form method="post" className="form">
              <FormKey />
              <ErrorSummary problems={problemsOf(isEnding || intent === 'account' ? undefined : answer)} />
              <CertificateFields
                providers={providers}
                values={{
                  providerId: assessor.provider_id,
                  accreditationNumber: assessor.accreditation_number,
                  grade: assessor.grade,
                  accreditedUntil: assessor.accredited_until,
                }}
                answer={isEnding || intent === 'account' ? undefined : answer}
              />
              <FormActions>
                <Button>Simpan sertifikat</Button>
                <LinkButton href={list}>Kembali</LinkButton>
              </FormActions>
            </form>
          </Section>
          <EndForm
            title={assessor.ended_on ? 'Tugaskan lagi' : 'Hentikan tugas'}
            verb={assessor.ended_on ? 'Tugaskan lagi' : 'Hentikan tugas'}
            hasEnded={assessor.ended_on !== null}
            answer={isEnding ? answer : undefined}
          />
        </>
      ) : (
        <DefinitionList
          facts={[
            { term: 'Nomor sertifikat', value: assessor.accreditation_number },
            { term: 'Berlaku sampai', value: formatDay(assessor.accredited_until) },
          ]}
        />
      )}
    </>
  )
}
