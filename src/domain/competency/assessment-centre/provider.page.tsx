import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { dayFromForm, type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { DefinitionList } from '#ui/kit/definition-list.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { errors } from '../errors.ts'
import { findProvider } from './centre.store.ts'
import { providerKindWords } from './centre-words.ts'
import { EndForm } from './end-form.view.tsx'
import { changeProvider, endProvider } from './keep-provider.ts'
import { ProviderFields, providerInputOf } from './provider-form.view.tsx'

export const meta = () => [{ title: 'Penyelenggara asesmen · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, actor }) => {
    const provider = await findProvider(db, params.providerId)
    if (!provider) throw errors.provider.notFound()
    return { provider, mayKeep: actor.role === 'hr_officer' }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run, params }) => {
    if (values._intent === 'end' || values._intent === 'resume') {
      await run(endProvider, {
        providerId: params.providerId,
        isEnded: values._intent === 'end',
        reason: values.reason,
      })
      return redirect(href('/kompetensi/asesmen/penyelenggara/:providerId', { providerId: params.providerId }))
    }
    await run(changeProvider, { ...providerInputOf(values, dayFromForm), providerId: params.providerId })
    return redirect(href('/kompetensi/asesmen/penyelenggara'))
  })

export default function ProviderPage() {
  const { provider, mayKeep } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const isEnding = answer?.values._intent === 'end' || answer?.values._intent === 'resume'
  const list = href('/kompetensi/asesmen/penyelenggara')
  return (
    <>
      <PageHead
        title={provider.name}
        scope={`${providerKindWords[provider.kind]}.`}
        crumbs={[
          { label: 'Asesmen', href: href('/kompetensi/asesmen') },
          { label: 'Penyelenggara', href: list },
          { label: provider.name },
        ]}
      />
      {provider.ended_on && (
        <Note tone="due" title={`Tidak dipakai lagi sejak ${formatDay(provider.ended_on)}`}>
          {provider.ended_reason}
        </Note>
      )}
      {mayKeep ? (
        <>
          <form method="post" className="form">
            <FormKey />
            <ErrorSummary problems={problemsOf(isEnding ? undefined : answer)} />
            <ProviderFields
              values={{
                name: provider.name,
                kind: provider.kind,
                accreditationNumber: provider.accreditation_number,
                accreditationGrade: provider.accreditation_grade,
                accreditedUntil: provider.accredited_until,
                contact: provider.contact,
              }}
              answer={isEnding ? undefined : answer}
            />
            <FormActions>
              <Button variant="primary">Simpan perubahan</Button>
              <LinkButton href={list}>Kembali</LinkButton>
            </FormActions>
          </form>
          <EndForm
            title={provider.ended_on ? 'Pakai lagi' : 'Hentikan pemakaian'}
            verb={provider.ended_on ? 'Pakai lagi' : 'Hentikan'}
            hasEnded={provider.ended_on !== null}
            answer={isEnding ? answer : undefined}
          />
        </>
      ) : (
        <DefinitionList
          facts={[
            { term: 'Nomor akreditasi', value: provider.accreditation_number ?? 'belum dicatat' },
            { term: 'Peringkat', value: provider.accreditation_grade ?? 'belum dicatat' },
            {
              term: 'Berlaku sampai',
              value: provider.accredited_until ? formatDay(provider.accredited_until) : 'belum dicatat',
            },
            { term: 'Narahubung', value: provider.contact ?? 'belum dicatat' },
          ]}
        />
      )}
    </>
  )
}
