import { href, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { stringify } from 'yaml'
import { differences } from '#core/rule-set/rule-set.ts'
import { formatDay } from '#core/text/format.ts'
import { notFound } from '#platform/refusal.ts'
import { loadRules } from '#platform/rules/load-rules.ts'
import { load } from '#platform/web/page.ts'
import { DefinitionList } from '#ui/kit/definition-list.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { certaintyWords } from './rule-words.ts'

export const meta = ({ loaderData }: { loaderData?: { title: string } }) => [
  { title: `${loaderData?.title ?? 'Aturan'} · Anyam` },
]

export const loader = (args: LoaderFunctionArgs) =>
  load(args, async ({ params, query }) => {
    const sets = loadRules().get(`${params.room}/${params.subject}`) ?? []
    const set = sets.find(s => s.code === query.get('kode')) ?? sets[0]
    if (!set) throw notFound('Aturan ini')
    const versions = [...set.versions].sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))
    return {
      title: set.title,
      code: set.code,
      subject: set.subject,
      versions: versions.map((version, i) => ({
        version: version.version,
        validFrom: version.validFrom,
        validUntil: version.validUntil,
        legalBasis: version.legalBasis,
        lastConfirmed: version.lastConfirmed,
        certainty: version.certainty,
        note: version.note,
        body: stringify(version.body),
        examples: version.examples.map(example => example.name),
        changes: versions[i + 1]
          ? differences(versions[i + 1].body, version.body).map(d => ({
              path: d.path,
              before: JSON.stringify(d.before) ?? 'tidak ada',
              after: JSON.stringify(d.after) ?? 'tidak ada',
            }))
          : [],
      })),
    }
  })

export default function RulePage() {
  const { title, code, subject, versions } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead
        crumbs={[{ label: 'Aturan', href: href('/pengaturan/aturan') }, { label: title }]}
        title={title}
        scope={`${code}, ${subject}. ${versions.length === 1 ? 'Satu versi.' : `${versions.length} versi, terbaru lebih dahulu.`}`}
      />
      {versions.map(version => (
        <Section key={version.version} title={`Versi ${version.version}`}>
          <div className="prose">
            <DefinitionList
              facts={[
                {
                  term: 'Berlaku',
                  value: `${formatDay(version.validFrom)}${version.validUntil ? ` sampai ${formatDay(version.validUntil)}` : ' sampai diganti'}`,
                },
                { term: 'Dasar hukum', value: version.legalBasis },
                { term: 'Kepastian', value: certaintyWords[version.certainty] },
                { term: 'Terakhir diperiksa', value: formatDay(version.lastConfirmed) },
                {
                  term: 'Contoh yang diuji',
                  value: version.examples.length === 0 ? 'tidak ada' : version.examples.join('; '),
                },
              ]}
            />
          </div>
          {version.note && (
            <div className="gap-3">
              <Note>{version.note}</Note>
            </div>
          )}
          {version.changes.length > 0 && (
            <ul className="lines gap-3">
              {version.changes.map(change => (
                <li key={change.path}>
                  {change.path}: <del>{change.before}</del> <ins>{change.after}</ins>
                </li>
              ))}
            </ul>
          )}
          <details className="disclosure gap-3">
            <summary>Isi aturan</summary>
            <section className="scroll" aria-label={`Isi aturan versi ${version.version}`}>
              <pre className="small-text">{version.body}</pre>
            </section>
          </details>
        </Section>
      ))}
    </>
  )
}
