import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { RadioList } from '#ui/kit/choices.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { Select } from '#ui/kit/inputs.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { errors } from '../errors.ts'
import { attendSession } from './attend-session.ts'
import { findSession, listInterests, listItems, listMembers, rulesOfSession } from './session.store.ts'

export const meta = () => [{ title: 'Hadir dan nyatakan kepentingan · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, actor }) => {
    const session = await findSession(db, params.sessionId)
    if (!session) throw errors.session.notFound()
    if (session.state === 'closed') throw errors.session.closed()
    const me = (await listMembers(db, session.id)).find(m => m.employee_id === actor.employeeId)
    if (!me) throw errors.session.notMember()
    // By name and in order of the alphabet: who is which number stays hidden.
    const people = (await listItems(db, session.id))
      .flatMap(i => (i.employee_id ? [{ id: i.employee_id, name: i.person_name ?? '' }] : []))
      .sort((a, b) => a.name.localeCompare(b.name, 'id'))
    return {
      session: { id: session.id, name: session.name, heldOn: session.held_on },
      hasDeclared: me.declared_at !== null,
      declared: (await listInterests(db, session.id)).filter(i => i.employee_id === me.employee_id),
      people,
      kinds: rulesOfSession(session).body.interests,
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ form, values, run, params }) => {
    const interests = [...form.entries()].flatMap(([name, kind]) =>
      name.startsWith('kind:') && typeof kind === 'string' && kind !== ''
        ? [{ aboutId: name.slice('kind:'.length), kind }]
        : [],
    )
    await run(attendSession, { sessionId: params.sessionId, statement: values.statement, interests })
    return redirect(href('/talenta/sidang/:sessionId', { sessionId: params.sessionId }))
  })

export default function DeclarePage() {
  const { session, hasDeclared, declared, people, kinds } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const path = href('/talenta/sidang/:sessionId', { sessionId: session.id })
  return (
    <>
      <PageHead
        title="Adakah benturan kepentingan Anda?"
        scope={`${session.name}, ${formatDay(session.heldOn)}. Pernyataan ini berlaku untuk sidang ini saja dan tercatat dengan waktunya.`}
        crumbs={[{ label: session.name, href: path }, { label: 'Kehadiran dan kepentingan' }]}
      />
      {hasDeclared && (
        <Note title="Pernyataan Anda sudah tercatat">
          {declared.length === 0
            ? 'Tidak ada benturan kepentingan.'
            : declared
                .map(d => `${d.about_name}: ${kinds.find(k => k.code === d.kind)?.label ?? d.kind}`)
                .join('; ')}{' '}
          Pernyataan dapat ditambah, tidak dapat dicabut selama sidang.
        </Note>
      )}
      <form method="post" className="form">
        <FormKey />
        <ErrorSummary problems={problemsOf(answer)} />
        <RadioList
          name="statement"
          label="Pernyataan"
          boxed
          choices={[
            {
              value: 'none',
              label: 'Saya tidak punya hubungan keluarga atau kepentingan dengan siapa pun di bawah ini',
            },
            { value: 'some', label: 'Saya punya hubungan atau kepentingan, seperti saya pilih di bawah ini' },
          ]}
          value={answer?.values.statement}
          error={answer?.fields.statement ?? null}
        />
        <fieldset id="interests" className="stack">
          <legend>Orang dalam agenda, urut abjad</legend>
          {people.length === 0 && <p className="quiet small-text">Agenda ini tidak membahas orang.</p>}
          {people.map(p => (
            <Select
              key={p.id}
              name={`kind:${p.id}`}
              label={p.name}
              optional
              placeholder="Tidak ada hubungan"
              options={kinds.map(k => ({ value: k.code, label: k.label }))}
              value={answer?.values[`kind:${p.id}`] ?? declared.find(d => d.about_id === p.id)?.kind}
            />
          ))}
        </fieldset>
        <p className="small-text quiet">
          Atasan langsung dan bawahan langsung dikenali dari catatan pegawai, dan otomatis menarik diri dari butirnya.
        </p>
        <FormActions>
          <Button variant="primary">Nyatakan dan hadir</Button>
          <LinkButton href={path}>Kembali ke sidang</LinkButton>
        </FormActions>
      </form>
    </>
  )
}
