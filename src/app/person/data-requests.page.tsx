import {
  type ActionFunctionArgs,
  href,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { daysBetween } from '#core/values/day.ts'
import { sql } from '#platform/database/database.ts'
import { answerDataRequest } from '#platform/privacy/data-request.ts'
import { load, submit } from '#platform/web/page.ts'
import { EmptyState } from '#ui/kit/empty-state.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { requestKinds, requestStates } from './request-words.ts'

export const meta = () => [{ title: 'Permintaan subjek data · Anyam' }]

type Row = {
  id: string
  name: string | null
  kind: string
  statement: string
  state: string
  submitted_on: string
  due_on: string
  answer: string | null
  answered_by_name: string | null
}

export const loader = (args: LoaderFunctionArgs) =>
  load(args, async ({ db, actor, on }) => ({
    rows: await db.rows<Row>(
      sql`select r.id, a.name, r.kind, r.statement, r.state, r.submitted_on, r.due_on, r.answer, r.answered_by_name
        from platform.data_requests r left join platform.accounts a on a.agency_id = r.agency_id and a.employee_id = r.employee_id
        order by (r.state = 'submitted') desc, r.due_on, r.id limit 200`,
    ),
    mayAnswer: actor.role === 'dpo' || actor.role === 'hr_officer',
    on,
  }))

export const action = (args: ActionFunctionArgs) =>
  submit(args, async ({ values, run }) => {
    await run(answerDataRequest, { requestId: values.requestId, decision: values.decision, answer: values.answer })
    return redirect(href('/permintaan-data'))
  })

export default function DataRequestsPage() {
  const { rows, mayAnswer, on } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const refused = answer && 'message' in answer ? answer : null
  const open = rows.filter(row => row.state === 'submitted')
  return (
    <>
      <PageHead
        title={
          open.length === 0
            ? 'Tidak ada permintaan yang menunggu'
            : `${open.length} permintaan subjek data menunggu jawaban`
        }
        scope="Setiap permintaan dijawab paling lambat 3 kali 24 jam, dengan alasan yang dibaca pemohonnya."
      />
      {refused && (
        <Note tone="risk" live title={refused.message}>
          {Object.values(refused.fields).join(' ')}
        </Note>
      )}
      {rows.length === 0 && (
        <EmptyState title="Belum ada permintaan">Pegawai mengajukannya dari halaman Hak saya atas data.</EmptyState>
      )}
      {open.map(row => {
        const left = daysBetween(on, row.due_on)
        return (
          <Section
            key={row.id}
            title={`${requestKinds[row.kind]}${row.name ? `, ${row.name}` : ''}`}
            end={
              <StateMark state={left < 0 ? 'risk' : 'border'}>
                {left < 0 ? `Lewat ${-left} hari` : `Batas ${formatDay(row.due_on, 'short')}`}
              </StateMark>
            }
          >
            <p className="prose">{row.statement}</p>
            {mayAnswer && (
              <form method="post" className="form gap-3">
                <FormKey />
                <input type="hidden" name="requestId" value={row.id} />
                <div>
                  <label htmlFor={`answer-${row.id}`}>Jawaban untuk pemohon</label>
                  <textarea
                    className="field"
                    id={`answer-${row.id}`}
                    name="answer"
                    minLength={10}
                    required
                    defaultValue={refused?.values.requestId === row.id ? refused.values.answer : ''}
                  />
                </div>
                <div className="row">
                  <button className="button primary" type="submit" name="decision" value="granted">
                    Kabulkan
                  </button>
                  <button className="button" type="submit" name="decision" value="rejected">
                    Tidak dikabulkan
                  </button>
                </div>
              </form>
            )}
          </Section>
        )
      })}
      {rows.some(row => row.state !== 'submitted') && (
        <Section title="Sudah dijawab">
          <ul className="lines">
            {rows
              .filter(row => row.state !== 'submitted')
              .map(row => (
                <li key={row.id}>
                  <b>{requestKinds[row.kind]}</b>
                  {row.name && `, ${row.name}`}: {requestStates[row.state]}
                  {row.answer && `. ${row.answer}`}
                  {row.answered_by_name && <span className="quiet"> ({row.answered_by_name})</span>}
                </li>
              ))}
          </ul>
        </Section>
      )}
    </>
  )
}
