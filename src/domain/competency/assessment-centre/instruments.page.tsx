import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { CheckboxList } from '#ui/kit/choices.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { FormActions } from '#ui/kit/form-parts.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { errors } from '../errors.ts'
import { findBatch, listMeasures, rulesOfBatch } from './centre.store.ts'
import { measureKindWords } from './centre-words.ts'
import { chooseInstruments } from './plan-batch.ts'

export const meta = () => [{ title: 'Instrumen asesmen · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params }) => {
    const batch = await findBatch(db, params.batchId)
    if (!batch) throw errors.batch.notFound()
    if (batch.state !== 'planned') throw errors.batch.running()
    return {
      batch,
      instruments: rulesOfBatch(batch).body.instruments,
      measures: await listMeasures(db, batch),
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ form, run, params }) => {
    const lines = new Map<string, string[]>()
    for (const [name, value] of form)
      if (name.startsWith('m:') && typeof value === 'string')
        lines.set(name.slice(2), [...(lines.get(name.slice(2)) ?? []), value])
    await run(chooseInstruments, {
      batchId: params.batchId,
      matrix: [...lines].map(([instrument, codes]) => ({ instrument, codes })),
    })
    return redirect(`${href('/kompetensi/asesmen/gelombang/:batchId', { batchId: params.batchId })}?pesan=instrumen`)
  })

export default function InstrumentsPage() {
  const { batch, instruments, measures } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const path = href('/kompetensi/asesmen/gelombang/:batchId', { batchId: batch.id })
  return (
    <>
      <PageHead
        title="Instrumen mana mengukur apa"
        scope="Kosongkan instrumen yang tidak dipakai. Setiap kompetensi sebaiknya terlihat pada lebih dari satu instrumen."
        crumbs={[
          { label: 'Asesmen', href: href('/kompetensi/asesmen') },
          { label: batch.name, href: path },
          { label: 'Instrumen' },
        ]}
      />
      {answer && (
        <Note tone="risk" title={answer.message} live>
          {Object.values(answer.fields).join(' ')}
        </Note>
      )}
      <form method="post" className="form">
        <FormKey />
        {instruments.map(i => {
          const chosen = batch.matrix.find(l => l.instrument === i.code)?.codes ?? []
          return (
            <details key={i.code} className="disclosure" open={chosen.length > 0}>
              <summary>{i.name}</summary>
              {(['competency', 'potential', 'leadership'] as const).map(kind => (
                <CheckboxList
                  key={kind}
                  name={`m:${i.code}`}
                  id={`${i.code}-${kind}`}
                  label={`${i.name}: ${measureKindWords[kind].toLowerCase()}`}
                  hint={kind === 'competency' ? i.about : undefined}
                  optional
                  values={chosen}
                  choices={measures
                    .filter(m => m.kind === kind)
                    // The agency's technical dictionary is long: what is chosen stays in sight.
                    .filter(m => !m.code.startsWith('T.') || chosen.includes(m.code) || measures.length < 60)
                    .map(m => ({ value: m.code, label: m.name }))}
                />
              ))}
            </details>
          )
        })}
        <FormActions>
          <Button variant="primary">Simpan instrumen</Button>
          <LinkButton href={path}>Kembali</LinkButton>
        </FormActions>
      </form>
    </>
  )
}
