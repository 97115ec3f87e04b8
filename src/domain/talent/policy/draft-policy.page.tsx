import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { dayFromForm, type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { errors } from '../errors.ts'
import { draftPolicy } from './draft-policy.ts'
import { nextVersionName } from './policy.model.ts'
import { findPolicy, listPolicies } from './policy.store.ts'
import { PolicyFacts } from './policy-facts.view.tsx'

export const meta = () => [{ title: 'Draf aturan · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query, on }) => {
    const base = await findPolicy(db, query.get('dari') ?? '', on)
    if (!base) throw errors.policy.notFound()
    const taken = (await listPolicies(db, on)).filter(p => p.code === base.code).map(p => p.version)
    return {
      base: {
        id: base.id,
        code: base.code,
        title: base.title,
        version: base.version,
        legalBasis: base.legalBasis,
        validFrom: base.validFrom,
      },
      version: nextVersionName(taken, on),
      on,
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run }) => {
    const { id } = await run(draftPolicy, {
      from: values.from,
      version: values.version,
      legalBasis: values.legalBasis,
      validFrom: dayFromForm(values.validFrom, 'validFrom'),
      purpose: values.purpose,
    })
    return redirect(href('/talenta/aturan/:versionId', { versionId: id }))
  })

export default function DraftPolicyPage() {
  const { base, version, on } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  return (
    <>
      <PageHead
        title={`Draf dari ${base.code} versi ${base.version}`}
        scope={`${base.title}, berlaku sejak ${formatDay(base.validFrom)}. Isinya disalin; draf belum mengubah apa pun.`}
        crumbs={[{ label: 'Aturan talenta', href: href('/talenta/aturan') }, { label: 'Draf baru' }]}
      />
      <form method="post" className="form">
        <FormKey />
        <input type="hidden" name="from" value={base.id} />
        <ErrorSummary problems={problemsOf(answer)} />
        <PolicyFacts answer={answer} saved={{ version, legalBasis: '', validFrom: on, purpose: '' }} on={on} />
        <FormActions note="Sesudah ini Anda mengubah bobot, ambang, rubrik, dan kotaknya.">
          <Button variant="primary">Buat draf</Button>
          <LinkButton href={href('/talenta/aturan/:versionId', { versionId: base.id })}>Batal</LinkButton>
        </FormActions>
      </form>
    </>
  )
}
