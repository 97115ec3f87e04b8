import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { dayFromForm, type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { competencyInputOf } from './competency-form.ts'
import { CompetencyFields } from './competency-form.view.tsx'
import { levelsOf } from './competency-version.store.ts'
import { dictionaryRules } from './dictionary.rules.ts'
import { findChangeable, proposeCompetency } from './propose-version.ts'

export const meta = () => [{ title: 'Ubah isi kompetensi · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, on }) => {
    const competency = await findChangeable(db, params.competencyId)
    return {
      on,
      competency,
      levels: (await levelsOf(db, competency)).levels,
      levelNames: dictionaryRules.on(on).body.levelNames,
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run, params }) => {
    const { id } = await run(proposeCompetency, {
      competencyId: params.competencyId,
      ...competencyInputOf(values, dayFromForm),
    })
    return redirect(`${href('/kompetensi/kamus/usulan/:versionId', { versionId: id })}?pesan=diusulkan`)
  })

export default function EditCompetencyPage() {
  const { competency, levels, levelNames, on } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const path = href('/kompetensi/kamus/:competencyId', { competencyId: competency.id })
  return (
    <>
      <PageHead
        title={`Ubah isi: ${competency.name}`}
        scope="Perubahan menjadi versi baru setelah disetujui orang kedua. Versi lama tetap terbaca."
        crumbs={[
          { label: 'Kamus', href: href('/kompetensi/kamus') },
          { label: competency.name, href: path },
          { label: 'Ubah isi' },
        ]}
      />
      <form method="post" className="form">
        <FormKey />
        <ErrorSummary problems={problemsOf(answer)} />
        <CompetencyFields
          wording={{ ...competency, definition: competency.definition ?? '', levels }}
          levelNames={levelNames}
          answer={answer}
          on={on}
        />
        <FormActions>
          <Button variant="primary">Usulkan perubahan</Button>
          <LinkButton href={path}>Kembali</LinkButton>
        </FormActions>
      </form>
    </>
  )
}
