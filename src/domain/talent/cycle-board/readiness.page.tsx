import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { Select, TextInput } from '#ui/kit/inputs.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { findCycle } from '../cycle/cycle.ts'
import { errors } from '../errors.ts'
import { checkStateWords } from './board-words.ts'
import { listChecks } from './cycle-board.store.ts'
import { checkReadiness } from './prepare-cycle.ts'

export const meta = () => [{ title: 'Syarat kesiapan siklus · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params }) => {
    const cycle = await findCycle(db, params.cycleId)
    if (!cycle) throw errors.cycle.notFound()
    return { cycle: { id: cycle.id, name: cycle.name }, checks: await listChecks(db, cycle) }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run, params }) => {
    const checks = Object.keys(values).flatMap(name => {
      if (!name.startsWith('state:')) return []
      const code = name.slice('state:'.length)
      return [{ code, state: values[name], evidence: values[`evidence:${code}`], note: values[`note:${code}`] }]
    })
    await run(checkReadiness, { cycleId: params.cycleId, checks })
    return redirect(`${href('/talenta')}?siklus=${params.cycleId}`)
  })

export default function ReadinessPage() {
  const { cycle, checks } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const value = (name: string, saved: string | null) => answer?.values[name] ?? saved
  return (
    <>
      <PageHead
        title="Apa yang sudah siap sebelum sidang?"
        scope={`${cycle.name}. Terpenuhi memerlukan dokumennya; tidak berlaku memerlukan alasannya.`}
        crumbs={[{ label: 'Siklus', href: `${href('/talenta')}?siklus=${cycle.id}` }, { label: 'Syarat kesiapan' }]}
      />
      <form method="post" className="form">
        <FormKey />
        <ErrorSummary problems={problemsOf(answer)} />
        {checks.map(c => (
          <fieldset key={c.code} className="stack">
            <legend>
              {c.label} <span className="quiet small-text">({c.owner})</span>
            </legend>
            <Select
              name={`state:${c.code}`}
              label="Keadaan"
              optional
              placeholder="Belum diperiksa"
              options={Object.entries(checkStateWords).map(([v, label]) => ({ value: v, label }))}
              value={value(`state:${c.code}`, c.state)}
            />
            <TextInput
              name={`evidence:${c.code}`}
              label="Nomor atau judul dokumen"
              optional
              value={value(`evidence:${c.code}`, c.evidence)}
              error={answer?.fields[`evidence:${c.code}`] ?? null}
            />
            <TextInput
              name={`note:${c.code}`}
              label="Alasan atau catatan"
              optional
              value={value(`note:${c.code}`, c.note)}
              error={answer?.fields[`note:${c.code}`] ?? null}
            />
          </fieldset>
        ))}
        <FormActions>
          <Button variant="primary">Simpan syarat</Button>
          <LinkButton href={`${href('/talenta')}?siklus=${cycle.id}`}>Batal</LinkButton>
        </FormActions>
      </form>
    </>
  )
}
