import { href, redirect, useActionData } from 'react-router'
import { dayFromForm, type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { registerProvider } from './keep-provider.ts'
import { ProviderFields, providerInputOf } from './provider-form.view.tsx'

export const meta = () => [{ title: 'Catat penyelenggara asesmen · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) => load(args, async () => null)

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run }) => {
    await run(registerProvider, providerInputOf(values, dayFromForm))
    return redirect(href('/kompetensi/asesmen/penyelenggara'))
  })

export default function NewProviderPage() {
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  return (
    <>
      <PageHead
        title="Catat penyelenggara asesmen"
        crumbs={[
          { label: 'Asesmen', href: href('/kompetensi/asesmen') },
          { label: 'Penyelenggara', href: href('/kompetensi/asesmen/penyelenggara') },
          { label: 'Baru' },
        ]}
      />
      <form method="post" className="form">
        <FormKey />
        <ErrorSummary problems={problemsOf(answer)} />
        <ProviderFields values={{}} answer={answer} />
        <FormActions>
          <Button variant="primary">Simpan</Button>
          <LinkButton href={href('/kompetensi/asesmen/penyelenggara')}>Batal</LinkButton>
        </FormActions>
      </form>
    </>
  )
}
