import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { yearOf } from '#core/values/day.ts'
import { sql } from '#platform/database/database.ts'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { Select, Textarea, TextInput } from '#ui/kit/inputs.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { askValues } from './ask-values.ts'

export const meta = () => [{ title: 'Minta penilaian nilai · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query, on }) => {
    const person = query.get('pegawai')
    return {
      year: yearOf(on),
      person:
        person && /^[0-9a-f-]{36}$/i.test(person)
          ? await db.find<{ nip: string; name: string }>(
              sql`select nip, name from workforce.v_people where id = ${person}`,
            )
          : null,
      cycles: await db.rows<{ id: string; name: string }>(
        sql`select id, name from talent.cycles where state <> 'TUTUP' order by as_of desc limit 20`,
      ),
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run }) => {
    const { id } = await run(askValues, {
      personNip: values.personNip,
      year: values.year,
      cycleId: values.cycleId,
      colleagues: values.colleagues,
    })
    return redirect(href('/talenta/nilai/:reviewId', { reviewId: id }))
  })

export default function AskValuesPage() {
  const { year, person, cycles } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const error = (name: string) => answer?.fields[name] ?? null
  return (
    <>
      <PageHead
        title={person ? `Minta penilaian nilai ${person.name}` : 'Minta penilaian nilai BerAKHLAK'}
        scope="Atasan langsung ikut menilai dengan sendirinya. Nama penilai tidak diperlihatkan kepada yang dinilai."
        crumbs={[{ label: 'Nilai BerAKHLAK', href: href('/talenta/nilai') }, { label: 'Minta penilaian' }]}
      />
      <form method="post" className="form">
        <FormKey />
        <ErrorSummary problems={problemsOf(answer)} />
        <TextInput
          name="personNip"
          label="NIP pegawai yang dinilai"
          inputMode="numeric"
          value={answer?.values.personNip ?? person?.nip}
          error={error('personNip')}
        />
        <TextInput
          name="year"
          label="Tahun"
          inputMode="numeric"
          value={answer?.values.year ?? String(year)}
          error={error('year')}
        />
        <Select
          name="cycleId"
          label="Siklus"
          optional
          placeholder="Di luar siklus"
          options={cycles.map(c => ({ value: c.id, label: c.name }))}
          value={answer?.values.cycleId}
          error={error('cycleId')}
        />
        <Textarea
          name="colleagues"
          label="NIP rekan penilai"
          hint="Satu per baris. Pilih yang bekerja bersamanya. Bawahan langsung tidak diminta."
          rows={4}
          value={answer?.values.colleagues}
          error={error('colleagues')}
        />
        <FormActions>
          <Button variant="primary">Minta penilaian</Button>
          <LinkButton href={href('/talenta/nilai')}>Batal</LinkButton>
        </FormActions>
      </form>
    </>
  )
}
