import {
  type ActionFunctionArgs,
  href,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router'
import { formatDay, formatNumber, formatTime } from '#core/text/format.ts'
import type { Role } from '#platform/access/actor.ts'
import { listLooks } from '#platform/audit/audit.ts'
import { type Db, sql } from '#platform/database/database.ts'
import { askAboutData } from '#platform/privacy/data-request.ts'
import { Refusal } from '#platform/refusal.ts'
import { load, submit } from '#platform/web/page.ts'
import { FormKey } from '#ui/kit/form-key.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section, TwoColumn } from '#ui/kit/section.tsx'
import { actionWord } from '../settings/action-words.ts'
import { roleWords } from '../shell/role-words.ts'
import { collectMyData } from './my-data.ts'
import { requestKinds, requestStates } from './request-words.ts'

export const meta = () => [{ title: 'Hak saya atas data · Anyam' }]

type Asked = {
  id: string
  kind: string
  statement: string
  state: string
  submitted_on: string
  due_on: string
  answer: string | null
}

const listAsked = (db: Db, employeeId: string) =>
  db.rows<Asked>(
    sql`select id, kind, statement, state, submitted_on, due_on, answer from platform.data_requests where employee_id = ${employeeId} order by submitted_on desc, id`,
  )

export const loader = (args: LoaderFunctionArgs) =>
  load(args, async ({ db, actor, visit, query }) => {
    if (!actor.employeeId)
      throw new Refusal('my-rights.no-employee', 'Akun ini tidak terhubung dengan data pegawai.', { status: 404 })
    const parts = await collectMyData(db, actor.employeeId)
    return {
      parts: parts.map(part => ({ title: part.title, rows: part.rows.length })),
      looks: await listLooks(db, actor.employeeId, 50),
      asked: await listAsked(db, actor.employeeId),
      zone: visit.agency?.timeZone ?? 'Asia/Jakarta',
      mayDeclare: visit.mayOpen('/hak-saya/disabilitas'),
      sent: query.get('terkirim') === 'ya',
    }
  })

export const action = (args: ActionFunctionArgs) =>
  submit(args, async ({ values, run }) => {
    await run(askAboutData, { kind: values.kind, statement: values.statement })
    return redirect(`${href('/hak-saya')}?terkirim=ya`)
  })

export default function MyRightsPage() {
  const { parts, looks, asked, zone, sent, mayDeclare } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const refused = answer && 'message' in answer ? answer : null
  const rows = parts.reduce((sum, part) => sum + part.rows, 0)
  return (
    <>
      <PageHead
        title={`${formatNumber(rows)} catatan tentang Anda, semuanya dapat Anda unduh`}
        scope="Hak Anda menurut UU 27/2022: mengetahui, menyalin, memperbaiki, dan meminta penjelasan."
        actions={
          <>
            <a className="button" href={`${href('/hak-saya/unduh')}?bentuk=json`}>
              Unduh JSON
            </a>
            <a className="button" href={`${href('/hak-saya/unduh')}?bentuk=csv`}>
              Unduh CSV
            </a>
          </>
        }
      />
      <TwoColumn
        side={
          <Section title="Siapa melihat data saya">
            {looks.length === 0 ? (
              <p className="small-text quiet">Belum ada orang lain yang membuka data Anda.</p>
            ) : (
              <ul className="lines">
                {looks.map((look, i) => {
                  const moment = new Date(look.at)
                  return (
                    <li key={i}>
                      <b>{look.actorName}</b>
                      <br />
                      <span className="quiet">
                        {roleWords[look.role as Role]?.id ?? look.role} · {actionWord(look.action).toLowerCase()} ·{' '}
                        {formatDay(new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(moment), 'short')},{' '}
                        {formatTime(moment, zone)}
                      </span>
                    </li>
                  )
                })}
              </ul>
            )}
          </Section>
        }
      >
        <Section title="Yang disimpan tentang Anda">
          <ul className="lines pairs">
            {parts.map(part => (
              <li key={part.title}>
                <span>{part.title}</span>
                <span className="quiet">{part.rows === 0 ? 'tidak ada' : `${formatNumber(part.rows)} catatan`}</span>
              </li>
            ))}
          </ul>
        </Section>
        {mayDeclare && (
          <Section title="Yang Anda nyatakan sendiri">
            <p className="small-text">
              <a href={href('/hak-saya/disabilitas')}>Pernyataan disabilitas</a> (tidak wajib). Hanya Anda yang
              membacanya; laporan keadilan menghitungnya tanpa nama.
            </p>
          </Section>
        )}
        <Section title="Ada yang keliru, atau ingin penjelasan?">
          {sent && (
            <Note live title="Permintaan terkirim">
              Petugas menjawab paling lambat 3 kali 24 jam.
            </Note>
          )}
          {refused && (
            <Note tone="risk" live title={refused.message}>
              {Object.values(refused.fields).join(' ')}
            </Note>
          )}
          <form method="post" className="form gap-3">
            <FormKey />
            <fieldset className="options">
              <legend>Yang Anda minta</legend>
              {Object.entries(requestKinds).map(([value, word]) => (
                <label className="option" key={value}>
                  <input
                    type="radio"
                    name="kind"
                    value={value}
                    defaultChecked={refused?.values.kind === value}
                    required
                  />
                  <span>{word}</span>
                </label>
              ))}
            </fieldset>
            <div>
              <label htmlFor="statement">Uraian</label>
              <p className="hint" id="statement-hint">
                Sebutkan catatan yang keliru dan isi yang benar
              </p>
              <textarea
                className="field"
                id="statement"
                name="statement"
                aria-describedby="statement-hint"
                defaultValue={refused?.values.statement}
                maxLength={2000}
                required
              />
            </div>
            <button className="button primary" type="submit">
              Kirim permintaan
            </button>
          </form>
        </Section>
        {asked.length > 0 && (
          <Section title="Permintaan Anda">
            <ul className="lines">
              {asked.map(request => (
                <li key={request.id}>
                  <b>{requestKinds[request.kind]}</b>: {request.statement}
                  <br />
                  <span className="quiet">
                    {formatDay(request.submitted_on, 'short')} · {requestStates[request.state]}
                    {request.state === 'submitted' && `, dijawab paling lambat ${formatDay(request.due_on, 'short')}`}
                    {request.answer && `. ${request.answer}`}
                  </span>
                </li>
              ))}
            </ul>
          </Section>
        )}
      </TwoColumn>
    </>
  )
}
