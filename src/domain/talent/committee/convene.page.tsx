import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { sql } from '#platform/database/database.ts'
import { dayFromForm, type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { DateField, Select, Textarea, TextInput } from '#ui/kit/inputs.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { listCycles } from '../cycle/cycle.ts'
import { stageWords } from '../cycle/cycle-words.ts'
import { conveneSession } from './convene-session.ts'

export const meta = () => [{ title: 'Adakan sidang komite · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, on }) => {
    const cycles = await listCycles(db)
    return {
      on,
      cycles: cycles.map(c => ({ value: c.id, label: `${c.name} (${stageWords[c.state].toLowerCase()})` })),
      ready: cycles.find(c => c.state === 'SIDANG_KOMITE')?.id ?? null,
      committees: await db.rows<{ value: string; label: string }>(
        sql`select id as value, name as label from talent.committees where valid_until is null or valid_until >= ${on} order by unit_id is not null, name`,
      ),
      moves: (await db.one<{ n: number }>(sql`select count(*)::int as n from talent.moves where state = 'proposed'`)).n,
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run }) => {
    const { id } = await run(conveneSession, {
      committeeId: values.committeeId,
      cycleId: values.cycleId,
      name: values.name,
      heldOn: dayFromForm(values.heldOn, 'heldOn'),
      questions: values.questions ?? '',
    })
    return redirect(href('/talenta/sidang/:sessionId', { sessionId: id }))
  })

export default function ConvenePage() {
  const { on, cycles, ready, committees, moves } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const field = (name: string, value?: string) => ({
    name,
    value: answer?.values[name] ?? value,
    error: answer?.fields[name] ?? null,
  })
  return (
    <>
      <PageHead
        title="Adakan sidang komite talenta"
        scope={`${moves} usul pindah yang masih terbuka masuk agenda, dengan nomor sebagai pengganti nama.`}
        crumbs={[{ label: 'Sidang komite talenta', href: href('/talenta/sidang') }, { label: 'Adakan sidang' }]}
      />
      {!ready && (
        <Note tone="due" title="Belum ada siklus pada tahap Sidang komite">
          <a href={href('/talenta')}>Buka papan siklus</a> untuk melihat apa yang menahannya.
        </Note>
      )}
      <form method="post" className="form">
        <FormKey />
        <ErrorSummary problems={problemsOf(answer)} />
        <TextInput {...field('name', `Sidang komite talenta, ${formatDay(on)}`)} label="Nama sidang" />
        <Select
          {...field('committeeId', committees.length === 1 ? committees[0].value : undefined)}
          label="Komite"
          options={committees}
        />
        <Select {...field('cycleId', ready ?? undefined)} label="Siklus" options={cycles} />
        <DateField {...field('heldOn', on)} label="Tanggal sidang" />
        <Textarea
          {...field('questions')}
          label="Pertanyaan lain"
          optional
          hint="Satu per baris, misalnya: Bangku Kepala Dinas PUPR."
          rows={4}
        />
        <FormActions note="Anggota mendapat undangan, dan menyatakan benturan kepentingan sebelum sidang dibuka.">
          <Button variant="primary">Undang dan susun agenda</Button>
          <LinkButton href={href('/talenta/sidang')}>Batal</LinkButton>
        </FormActions>
      </form>
    </>
  )
}
