import { redirect, useActionData, useLoaderData } from 'react-router'
import { sql } from '#platform/database/database.ts'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button } from '#ui/kit/button.tsx'
import { RadioList } from '#ui/kit/choices.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { Select, Textarea } from '#ui/kit/inputs.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { nominateEmployee } from './nominate-employee.ts'
import { listTeam } from './nomination.store.ts'
import { purposeWords } from './nomination-words.ts'

export const meta = () => [{ title: 'Usulkan · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, actor, query }) => {
    const own = actor.employeeId
      ? [{ id: actor.employeeId, name: `${actor.name} (diri sendiri)`, position_name: null as string | null }]
      : []
    const asked = query.get('pegawai')
    const person = asked
      ? await db.rows<{ id: string; name: string; position_name: string | null }>(
          sql`select id, name, position_name from workforce.v_people where id = ${asked}`,
        )
      : []
    const team = actor.role === 'supervisor' ? await listTeam(db) : []
    const people = [...person, ...team, ...own].filter((p, i, all) => all.findIndex(q => q.id === p.id) === i)
    return {
      people,
      chosen: asked,
      programmeId: query.get('program'),
      purpose: query.get('tujuan'),
      isHr: actor.role === 'hr_officer',
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run }) => {
    await run(nominateEmployee, {
      employeeId: values.employeeId,
      purpose: values.purpose,
      rationale: values.rationale,
      programmeId: values.programmeId ?? null,
    })
    return redirect('/?pesan=usul')
  })

export default function NominatePage() {
  const { people, chosen, programmeId, purpose } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const error = (name: string) => answer?.fields[name] ?? null
  return (
    <>
      <PageHead
        title="Usulkan orang untuk tumbuh"
        scope="Sebutkan contoh kerja nyata menurut kriteria yang diumumkan. Orang yang Anda usulkan diberi tahu."
        crumbs={[{ label: 'Beranda', href: '/' }, { label: 'Usulkan' }]}
      />
      <form method="post" className="form">
        <FormKey />
        {programmeId && <input type="hidden" name="programmeId" value={programmeId} />}
        <ErrorSummary problems={problemsOf(answer)} />
        <Select
          name="employeeId"
          label="Siapa"
          options={people.map(p => ({
            value: p.id,
            label: p.position_name ? `${p.name}, ${p.position_name}` : p.name,
          }))}
          value={answer?.values.employeeId ?? chosen}
          error={error('employeeId')}
        />
        <RadioList
          name="purpose"
          label="Untuk apa"
          choices={Object.entries(purposeWords).map(([value, label]) => ({ value, label }))}
          value={answer?.values.purpose ?? purpose}
          error={error('purpose')}
        />
        <Textarea
          name="rationale"
          label="Alasan"
          hint="Apa yang dikerjakan, kapan, dan apa hasilnya."
          rows={6}
          value={answer?.values.rationale}
          error={error('rationale')}
        />
        <FormActions note="Keputusan dibuat oleh orang lain dan disertai alasan.">
          <Button variant="primary">Kirim usulan</Button>
        </FormActions>
      </form>
    </>
  )
}
