import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { dayFromForm, type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { competencyInputOf } from './competency-form.ts'
import { CompetencyFields } from './competency-form.view.tsx'
import { dictionaryRules } from './dictionary.rules.ts'
import { proposeCompetency } from './propose-version.ts'

export const meta = () => [{ title: 'Usulkan kompetensi teknis · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ on }) => ({ on, levelNames: dictionaryRules.on(on).body.levelNames }))

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run }) => {
    const { id } = await run(proposeCompetency, competencyInputOf(values, dayFromForm))
    return redirect(`${href('/kompetensi/kamus/usulan/:versionId', { versionId: id })}?pesan=diusulkan`)
  })

export default function NewCompetencyPage() {
  const { levelNames, on } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  return (
    <>
      <PageHead
        title="Usulkan kompetensi teknis"
        scope="Masuk kamus setelah disetujui orang kedua. Kompetensi manajerial dan sosial kultural ditetapkan nasional."
        crumbs={[{ label: 'Kamus', href: href('/kompetensi/kamus') }, { label: 'Kompetensi baru' }]}
      />
      <form method="post" className="form">
        <FormKey />
        <ErrorSummary problems={problemsOf(answer)} />
        <CompetencyFields wording={null} levelNames={levelNames} answer={answer} on={on} />
        <FormActions>
          <Button variant="primary">Usulkan kompetensi</Button>
          <LinkButton href={href('/kompetensi/kamus')}>Kembali</LinkButton>
        </FormActions>
      </form>
    </>
  )
}
