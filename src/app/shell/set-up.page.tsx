import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router'
import { isRefusal } from '#platform/refusal.ts'
import { visitContext } from '#platform/web/visit.ts'
import { AgencyForm } from '../settings/agency-form.view.tsx'
import { agencyFromForm, typedValues } from '../settings/agency-input.ts'
import { foundAgency } from '../settings/found-agency.ts'
import { ruleChoices } from '../settings/rule-choices.ts'
import { Bare } from './bare.view.tsx'
import { houseContext } from './house.ts'
import { listAgencies } from './visit.ts'

export const meta = () => [{ title: 'Pasang Anyam · Anyam' }]
export const handle = { frame: false }

/** Only a house without an agency is set up; afterwards this door is shut. */
export const loader = async ({ context }: LoaderFunctionArgs) => {
  if ((await listAgencies(context.get(houseContext).keeper)).length > 0) throw redirect('/masuk')
  return { rules: ruleChoices() }
}

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const { keeper, signIn, forgetAgencies } = context.get(houseContext)
  if ((await listAgencies(keeper)).length > 0) throw redirect('/masuk')
  const { database } = context.get(visitContext)
  const form = await request.formData()
  try {
    const agency = agencyFromForm(form)
    await foundAgency({ database, signIn }, agency)
    forgetAgencies()
    const step = await signIn.withPassword({
      nip: agency.administrator?.nip ?? '',
      password: agency.administrator?.password ?? '',
      headers: request.headers,
      address: request.headers.get('x-anyam-address') ?? '',
    })
    const headers = new Headers()
    for (const cookie of step.cookies) headers.append('Set-Cookie', cookie)
    return redirect('/', { headers, status: 303 })
  } catch (error) {
    if (!isRefusal(error)) throw error
    return data({ message: error.message, fields: error.fields, values: typedValues(form) }, { status: error.status })
  }
}

export default function SetUp() {
  const { rules } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <Bare>
      <form method="post" className="form">
        <div>
          <h1>Pasang Anyam untuk instansi Anda</h1>
          <p className="quiet">Empat bagian, kira-kira 3 menit. Semuanya dapat diubah kemudian.</p>
        </div>
        <AgencyForm rules={rules} answer={answer} button="Pasang dan masuk" />
      </form>
    </Bare>
  )
}
