import {
  type ActionFunctionArgs,
  data,
  href,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router'
import { isRefusal } from '#platform/refusal.ts'
import { load } from '#platform/web/page.ts'
import { visitContext } from '#platform/web/visit.ts'
import { FormKey } from '#ui/kit/form-key.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { houseContext } from '../shell/house.ts'
import { listAgencies } from '../shell/visit.ts'
import { AgencyForm } from './agency-form.view.tsx'
import { agencyFromForm, typedValues } from './agency-input.ts'
import { foundAgency } from './found-agency.ts'
import { ruleChoices } from './rule-choices.ts'

export const meta = () => [{ title: 'Instansi · Anyam' }]

export const loader = (args: LoaderFunctionArgs) =>
  load(args, async ({ visit, query }) => ({
    here: visit.agency?.name ?? '',
    agencies: (await listAgencies(args.context.get(houseContext).keeper)).map(a => ({
      id: a.id,
      name: a.name,
      isDemo: a.isDemo,
    })),
    rules: ruleChoices(),
    founded: query.get('dipasang') === 'ya',
  }))

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const { signIn, forgetAgencies } = context.get(houseContext)
  const { database, actor } = context.get(visitContext)
  if (actor?.role !== 'admin') throw data({ message: 'Hanya admin sistem yang memasang instansi.' }, { status: 403 })
  const form = await request.formData()
  try {
    await foundAgency({ database, signIn }, agencyFromForm(form))
    forgetAgencies()
    return redirect(`${href('/pengaturan/instansi')}?dipasang=ya`, { status: 303 })
  } catch (error) {
    if (!isRefusal(error)) throw error
    return data({ message: error.message, fields: error.fields, values: typedValues(form) }, { status: error.status })
  }
}

export default function AgenciesPage() {
  const { here, agencies, rules, founded } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <>
      <PageHead
        title={agencies.length === 1 ? 'Satu instansi di rumah ini' : `${agencies.length} instansi di rumah ini`}
        scope="Data antarinstansi terpisah sampai ke basis data. Orang satu instansi tidak melihat instansi lain."
      />
      {founded && <p role="status">Instansi terpasang. Administratornya dapat masuk sekarang.</p>}
      <ul className="lines pairs">
        {agencies.map(agency => (
          <li key={agency.id}>
            <b>{agency.name}</b>
            <span className="quiet">
              {agency.name === here ? 'instansi Anda' : ''} {agency.isDemo ? 'demo' : ''}
            </span>
          </li>
        ))}
      </ul>
      <Section title="Pasang instansi lain">
        <form method="post" className="form">
          <FormKey />
          <AgencyForm rules={rules} answer={answer} button="Pasang instansi" />
        </form>
      </Section>
    </>
  )
}
