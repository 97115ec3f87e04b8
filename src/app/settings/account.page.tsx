import {
  type ActionFunctionArgs,
  data,
  href,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router'
import { formatDay } from '#core/text/format.ts'
import type { Role } from '#platform/access/actor.ts'
import { grantRole, invitePerson, revokeRole } from '#platform/access/change-roles.ts'
import { notFound } from '#platform/refusal.ts'
import { dayFromForm, load, submit } from '#platform/web/page.ts'
import { FormKey } from '#ui/kit/form-key.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { houseContext } from '../shell/house.ts'
import { demoRoles, roleWords } from '../shell/role-words.ts'
import { findAccount } from './roles.store.ts'

export const meta = () => [{ title: 'Akun dan peran · Anyam' }]

export const loader = (args: LoaderFunctionArgs) =>
  load(args, async ({ db, params, actor }) => {
    const account = await findAccount(db, params.id)
    if (!account) throw notFound('Akun')
    return {
      account,
      mayChange: actor.role === 'admin' && account.id !== actor.accountId,
      mayInvite: ['admin', 'hr_officer'].includes(actor.role),
    }
  })

export const action = (args: ActionFunctionArgs) =>
  submit(args, async ({ values, run, params, visit, actor }) => {
    if (values._intent === 'invite') {
      const account = await visit.database.as(actor, db => findAccount(db, params.id), { readOnly: true })
      const { accountId, signInName } = await run(invitePerson, { accountId: params.id })
      const name = account?.nip ?? signInName
      if (!name) throw notFound('NIP akun ini')
      const word = await args.context.get(houseContext).signIn.invite(accountId, name)
      return data({ ok: true as const, word, signInName }) as unknown as Response
    }
    if (values._intent === 'revoke')
      await run(revokeRole, { accountId: params.id, role: values.role, reason: values.reason })
    else
      await run(grantRole, {
        accountId: params.id,
        role: values.role,
        validUntil: dayFromForm(values.validUntil, 'validUntil') ?? null,
        reason: values.reason,
      })
    return redirect(href('/pengaturan/peran/:id', { id: params.id }))
  })

type Answer =
  | { ok: true; word: string; signInName: string | null }
  | { ok: false; message: string; fields: Record<string, string>; values: Record<string, string> }

export default function AccountPage() {
  const { account, mayChange, mayInvite } = useLoaderData<typeof loader>()
  const answer = useActionData() as Answer | undefined
  return (
    <>
      <PageHead
        crumbs={[{ label: 'Peran', href: href('/pengaturan/peran') }, { label: account.name }]}
        title={account.name}
        scope={
          account.nip
            ? `NIP ${account.nip}. Perubahan berlaku pada halaman berikutnya yang dibuka orang ini.`
            : 'Akun tanpa data pegawai.'
        }
      />
      {answer && !answer.ok && (
        <Note tone="risk" live title={answer.message}>
          {Object.values(answer.fields).join(' ')}
        </Note>
      )}
      {answer?.ok && (
        <Note live title="Kata undangan, hanya ditampilkan sekarang">
          Berikan kepada {account.name}: <code>{answer.word}</code>
          {answer.signInName && (
            <>
              , dengan nama masuk <code>{answer.signInName}</code> sebagai ganti NIP
            </>
          )}
          . Berlaku 7 hari untuk membuat kata sandi di halaman masuk.
        </Note>
      )}
      <Section title="Peran sekarang">
        <ul className="lines pairs">
          {account.employeeId && (
            <li>
              <b>{roleWords.asn.id}</b>
              <span className="quiet">melekat pada data pegawai</span>
            </li>
          )}
          {account.roles.map(({ role, until }) => (
            <li key={role}>
              <span>
                <b>{roleWords[role as Role].id}</b>
                {until && <span className="quiet"> sampai {formatDay(until)}</span>}
              </span>
              {mayChange && (
                <form method="post" className="row">
                  <FormKey />
                  <input type="hidden" name="_intent" value="revoke" />
                  <input type="hidden" name="role" value={role} />
                  <input
                    className="field"
                    name="reason"
                    aria-label={`Alasan mencabut ${roleWords[role as Role].id}`}
                    placeholder="Alasan"
                    minLength={10}
                    required
                  />
                  <button className="button small danger" type="submit">
                    Cabut peran
                  </button>
                </form>
              )}
            </li>
          ))}
          {account.roles.length === 0 && !account.employeeId && <li>Belum ada peran.</li>}
        </ul>
      </Section>
      {mayChange && (
        <Section title="Beri peran">
          <form method="post" className="form">
            <FormKey />
            <input type="hidden" name="_intent" value="grant" />
            <div>
              <label htmlFor="role">Peran</label>
              <select className="field" id="role" name="role" required defaultValue="">
                <option value="" disabled>
                  Pilih peran
                </option>
                {demoRoles
                  .filter(role => role !== 'asn' && !account.roles.some(r => r.role === role))
                  .map(role => (
                    <option key={role} value={role}>
                      {roleWords[role].id}
                    </option>
                  ))}
              </select>
            </div>
            <div>
              <label htmlFor="validUntil">
                Sampai tanggal <span className="optional">(tidak wajib)</span>
              </label>
              <input className="field" id="validUntil" name="validUntil" type="date" />
            </div>
            <div>
              <label htmlFor="reason">Alasan</label>
              <input className="field" id="reason" name="reason" minLength={10} required />
            </div>
            <button className="button primary" type="submit">
              Beri peran
            </button>
          </form>
        </Section>
      )}
      {mayInvite && (account.employeeId || account.roles.some(r => r.role === 'assessor')) && (
        <Section title="Kata sandi pertama">
          <p className="prose quiet">Buat kata undangan bila orang ini belum pernah masuk atau lupa kata sandinya.</p>
          <form method="post" className="gap-3">
            <FormKey />
            <button className="button" type="submit" name="_intent" value="invite">
              Buat kata undangan
            </button>
          </form>
        </Section>
      )}
    </>
  )
}
