import {
  type ActionFunctionArgs,
  href,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router'
import { switchModule } from '#platform/access/switch-module.ts'
import { load, submit } from '#platform/web/page.ts'
import { moduleNames } from '#platform/web/screen.ts'
import { FormKey } from '#ui/kit/form-key.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { houseContext } from '../shell/house.ts'
import { moduleWords } from './module-words.ts'

export const meta = () => [{ title: 'Modul · Anyam' }]

export const loader = (args: LoaderFunctionArgs) =>
  load(args, async ({ visit }) => ({ modules: moduleNames.map(name => ({ name, isOn: visit.modules.has(name) })) }))

export const action = (args: ActionFunctionArgs) =>
  submit(args, async ({ values, run }) => {
    await run(switchModule, { module: values.module, isOn: values.isOn === 'ya' })
    args.context.get(houseContext).forgetAgencies()
    return redirect(href('/pengaturan/modul'))
  })

export default function ModulesPage() {
  const { modules } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const on = modules.filter(module => module.isOn).length
  return (
    <>
      <PageHead
        title={`${on} dari ${modules.length} modul dipakai`}
        scope="Menu, beranda, dan tautan mengikuti pilihan ini. Mematikan modul tidak menghapus data. Data pegawai dan kompetensi selalu ada."
      />
      {answer && 'message' in answer && (
        <Note tone="risk" live>
          {answer.message}
        </Note>
      )}
      <ul className="lines pairs">
        {modules.map(({ name, isOn }) => (
          <li key={name}>
            <span>
              <b>{moduleWords[name].word}</b>
              <br />
              <span className="quiet">{moduleWords[name].line}</span>
            </span>
            <span className="row">
              <StateMark state={isOn ? 'known' : 'unknown'}>{isOn ? 'Dipakai' : 'Belum dipakai'}</StateMark>
              <form method="post">
                <FormKey />
                <input type="hidden" name="module" value={name} />
                <button className="button small" type="submit" name="isOn" value={isOn ? 'tidak' : 'ya'}>
                  {isOn ? 'Matikan' : 'Nyalakan'}
                  <span className="sr"> {moduleWords[name].word}</span>
                </button>
              </form>
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
