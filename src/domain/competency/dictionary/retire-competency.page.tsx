import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { dayFromForm, type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { Select } from '#ui/kit/inputs.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { countOnList } from '../position-standard/standard-figures.ts'
import { ProposalFields } from './competency-form.view.tsx'
import { listCompetencies } from './dictionary.store.ts'
import { findChangeable, proposeRetirement } from './propose-version.ts'

export const meta = () => [{ title: 'Hentikan pemakaian kompetensi · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, on }) => {
    const competency = await findChangeable(db, params.competencyId)
    return {
      on,
      competency,
      asked: countOnList('asked-by', competency.id, competency.posts, on),
      others: (await listCompetencies(db))
        .filter(c => c.kind === 'technical' && c.id !== competency.id && !c.retired_on)
        .map(c => ({ value: c.id, label: c.name })),
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run, params }) => {
    const { id } = await run(proposeRetirement, {
      competencyId: params.competencyId,
      successorId: values.successorId ?? null,
      validFrom: dayFromForm(values.validFrom, 'validFrom'),
      basis: values.basis,
      reason: values.reason,
    })
    return redirect(`${href('/kompetensi/kamus/usulan/:versionId', { versionId: id })}?pesan=diusulkan`)
  })

export default function RetireCompetencyPage() {
  const { competency, asked, others, on } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const path = href('/kompetensi/kamus/:competencyId', { competencyId: competency.id })
  return (
    <>
      <PageHead
        title={`Hentikan pemakaian ${competency.name}`}
        scope={
          <>
            <Figure figure={asked} origin={false} asLink unit={false} /> standar jabatan masih memintanya sampai versi
            barunya ditetapkan. Bukti dan levelnya tetap tersimpan.
          </>
        }
        crumbs={[
          { label: 'Kamus', href: href('/kompetensi/kamus') },
          { label: competency.name, href: path },
          { label: 'Hentikan' },
        ]}
      />
      <form method="post" className="form">
        <FormKey />
        <ErrorSummary problems={problemsOf(answer)} />
        <Select
          name="successorId"
          label="Pengganti"
          placeholder="Tanpa pengganti"
          hint="Kompetensi yang dipakai sesudahnya. Levelnya tidak berpindah sendiri."
          optional
          value={answer?.values.successorId}
          error={answer?.fields.successorId}
          options={others}
        />
        <ProposalFields answer={answer} on={on} />
        <FormActions>
          <Button variant="primary">Usulkan penghentian</Button>
          <LinkButton href={path}>Kembali</LinkButton>
        </FormActions>
      </form>
    </>
  )
}
