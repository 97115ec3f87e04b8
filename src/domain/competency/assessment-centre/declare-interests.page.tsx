import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { RadioList } from '#ui/kit/choices.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { Select } from '#ui/kit/inputs.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { errors } from '../errors.ts'
import { takesPart } from './assessment-centre.model.ts'
import { findBatch, listInterests, listParticipants, myAssessorId, rulesOfBatch } from './centre.store.ts'
import { declareInterests } from './name-assessors.ts'

export const meta = () => [{ title: 'Benturan kepentingan asesor · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params }) => {
    const batch = await findBatch(db, params.batchId)
    if (!batch) throw errors.batch.notFound()
    const me = await myAssessorId(db, batch.id)
    if (!me) throw errors.rating.notYours()
    return {
      batch: { id: batch.id, name: batch.name },
      people: (await listParticipants(db, batch.id))
        .filter(takesPart)
        .sort((a, b) => a.name.localeCompare(b.name, 'id'))
        .map(p => ({ id: p.id, name: p.name, post: p.position_name, unit: p.unit_name })),
      declared: await listInterests(db, batch.id),
      kinds: rulesOfBatch(batch).body.interests,
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run, params }) => {
    await run(declareInterests, {
      batchId: params.batchId,
      statement: values.statement,
      interests: Object.entries(values).flatMap(([name, kind]) =>
        name.startsWith('kind:') ? [{ participantId: name.slice('kind:'.length), kind }] : [],
      ),
    })
    return redirect(`${href('/kompetensi/asesmen/gelombang/:batchId', { batchId: params.batchId })}?pesan=kepentingan`)
  })

export default function DeclareInterestsPage() {
  const { batch, people, declared, kinds } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const path = href('/kompetensi/asesmen/gelombang/:batchId', { batchId: batch.id })
  return (
    <>
      <PageHead
        title="Adakah benturan kepentingan Anda?"
        scope="Pernyataan berlaku untuk gelombang ini saja. Anda tidak akan menilai orang yang Anda sebut."
        crumbs={[
          { label: 'Asesmen', href: href('/kompetensi/asesmen') },
          { label: batch.name, href: path },
          { label: 'Kepentingan' },
        ]}
      />
      <form method="post" className="form">
        <FormKey />
        <ErrorSummary problems={problemsOf(answer)} />
        <RadioList
          name="statement"
          label="Pernyataan"
          boxed
          choices={[
            { value: 'none', label: 'Saya tidak punya hubungan atau kepentingan dengan siapa pun di bawah ini' },
            { value: 'some', label: 'Saya punya hubungan atau kepentingan, seperti saya pilih di bawah ini' },
          ]}
          value={answer?.values.statement}
          error={answer?.fields.statement ?? null}
        />
        <fieldset className="stack">
          <legend>Peserta, urut abjad</legend>
          {people.length === 0 && <p className="quiet small-text">Belum ada peserta yang diundang.</p>}
          {people.map(p => (
            <Select
              key={p.id}
              name={`kind:${p.id}`}
              label={p.name}
              hint={`${p.post ?? 'jabatan belum dicatat'}, ${p.unit}`}
              optional
              placeholder="Tidak ada hubungan"
              options={kinds.map(k => ({ value: k.code, label: k.label }))}
              value={answer?.values[`kind:${p.id}`] ?? declared.find(d => d.participant_id === p.id)?.kind}
            />
          ))}
        </fieldset>
        <p className="small-text quiet">
          Atasan dan bawahan langsung dikenali dari catatan pegawai. Pernyataan dapat ditambah, tidak dapat dicabut.
        </p>
        <FormActions>
          <Button variant="primary">Nyatakan</Button>
          <LinkButton href={path}>Kembali</LinkButton>
        </FormActions>
      </form>
    </>
  )
}
