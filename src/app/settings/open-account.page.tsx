import {
  type ActionFunctionArgs,
  href,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router'
import { openAccounts } from '#platform/access/set-up-agency.ts'
import { load, submit } from '#platform/web/page.ts'
import { FormKey } from '#ui/kit/form-key.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { listPeopleWithoutAccount } from './roles.store.ts'

export const meta = () => [{ title: 'Buka akun · Anyam' }]

export const loader = (args: LoaderFunctionArgs) =>
  load(args, async ({ db, query }) => {
    const search = (query.get('cari') ?? '').trim()
    return { search, people: search.length >= 3 ? await listPeopleWithoutAccount(db, search) : [] }
  })

export const action = (args: ActionFunctionArgs) =>
  submit(args, async ({ values, run }) => {
    const { accountIds } = await run(openAccounts, {
      accounts: [{ employeeId: values.employeeId ?? null, name: values.name }],
    })
    return redirect(href('/pengaturan/peran/:id', { id: accountIds[0] }))
  })

export default function OpenAccountPage() {
  const { search, people } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <>
      <PageHead
        crumbs={[{ label: 'Peran', href: href('/pengaturan/peran') }, { label: 'Buka akun' }]}
        title="Buka akun untuk siapa?"
        scope="Cari pegawai yang belum mempunyai akun. Sesudah akun dibuka, buat kata undangan agar ia dapat masuk."
      />
      {answer && 'message' in answer && (
        <Note tone="risk" live>
          {answer.message}
        </Note>
      )}
      <form method="get" className="row">
        <input
          className="field"
          name="cari"
          type="search"
          aria-label="Nama atau NIP"
          placeholder="Nama atau NIP"
          defaultValue={search}
          minLength={3}
          required
        />
        <button className="button" type="submit">
          Cari
        </button>
      </form>
      {search && people.length === 0 && (
        <p className="gap-4 quiet">Tidak ada pegawai tanpa akun yang cocok dengan "{search}".</p>
      )}
      <ul className="lines pairs gap-4">
        {people.map(person => (
          <li key={person.id}>
            <span>
              <b>{person.name}</b> <span className="quiet">{person.nip}</span>
            </span>
            <form method="post">
              <FormKey />
              <input type="hidden" name="name" value={person.name} />
              <button className="button small" type="submit" name="employeeId" value={person.id}>
                Buka akun<span className="sr"> untuk {person.name}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    </>
  )
}
