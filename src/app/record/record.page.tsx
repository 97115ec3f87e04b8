import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { notFound } from '#platform/refusal.ts'
import { load } from '#platform/web/page.ts'
import { DefinitionList } from '#ui/kit/definition-list.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { findPersonName, findRecord } from './record.store.ts'
import { recordKinds } from './record-kinds.ts'
import { recordValue } from './record-value.ts'

export const meta = ({ loaderData }: { loaderData?: { title: string } }) => [
  { title: `${loaderData?.title ?? 'Catatan'} · Anyam` },
]

/** The record at the end of a chain, in readable words; opening somebody else's is a look. */
export const loader = (args: LoaderFunctionArgs) =>
  load(args, async ({ db, params, look }) => {
    const record = await findRecord(db, params.kind, params.id)
    if (!record) throw notFound('Catatan ini')
    if (record.employeeId)
      look({
        action: 'open-record',
        employeeId: record.employeeId,
        subjectKind: record.kind,
        subjectId: params.id,
      })
    const { fields, table } = recordKinds[record.kind]
    const person = record.employeeId ? await findPersonName(db, record.employeeId) : null
    return {
      title: record.title,
      person,
      employeeId: record.employeeId,
      facts: Object.entries(fields).map(([column, term]) => ({
        term,
        value: recordValue(column, record.values[column], table),
      })),
    }
  })

export default function RecordPage() {
  const { title, person, facts } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead
        title={title}
        scope={
          person
            ? `Milik ${person.name}${person.position_name ? `, ${person.position_name}` : ''}, ${person.unit_name}. Pembukaan catatan orang lain tercatat.`
            : 'Catatan yang menjadi ujung rantai sebuah angka.'
        }
      />
      <Section>
        <div className="prose">
          <DefinitionList facts={facts} />
        </div>
      </Section>
    </>
  )
}
