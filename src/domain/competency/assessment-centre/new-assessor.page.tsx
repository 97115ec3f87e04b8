import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { dayFromForm, type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { TextInput } from '#ui/kit/inputs.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { CertificateFields, certificateInputOf } from './assessor-form.view.tsx'
import { listProviders } from './centre.store.ts'
import { registerAssessor } from './keep-assessor.ts'

export const meta = () => [{ title: 'Catat asesor · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db }) => ({
    providers: (await listProviders(db)).filter(p => p.ended_on === null).map(p => ({ value: p.id, label: p.name })),
  }))

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run }) => {
    const { id } = await run(registerAssessor, {
      ...certificateInputOf(values, dayFromForm),
      nip: values.nip ?? null,
      name: values.name ?? null,
    })
    return redirect(href('/kompetensi/asesmen/asesor/:assessorId', { assessorId: id }))
  })

export default function NewAssessorPage() {
  const { providers } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  return (
    <>
      <PageHead
        title="Catat asesor"
        scope="Sesudah dicatat, buka akunnya agar ia dapat masuk dengan faktor kedua."
        crumbs={[
          { label: 'Asesmen', href: href('/kompetensi/asesmen') },
          { label: 'Asesor', href: href('/kompetensi/asesmen/asesor') },
          { label: 'Baru' },
        ]}
      />
      <form method="post" className="form">
        <FormKey />
        <ErrorSummary problems={problemsOf(answer)} />
        <TextInput
          name="nip"
          label="NIP"
          hint="Bila ia pegawai instansi ini."
          optional
          inputMode="numeric"
          value={answer?.values.nip}
          error={answer?.fields.nip ?? null}
        />
        <TextInput
          name="name"
          label="Nama"
          hint="Bila ia dari luar instansi."
          optional
          value={answer?.values.name}
          error={answer?.fields.name ?? null}
        />
        <CertificateFields providers={providers} values={{}} answer={answer} />
        <FormActions>
          <Button variant="primary">Simpan</Button>
          <LinkButton href={href('/kompetensi/asesmen/asesor')}>Batal</LinkButton>
        </FormActions>
      </form>
    </>
  )
}
