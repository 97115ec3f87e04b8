import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { Button } from '#ui/kit/button.tsx'
import { CheckboxList, RadioList } from '#ui/kit/choices.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { EmptyState } from '#ui/kit/empty-state.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { StatusLine } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { errors } from '../errors.ts'
import { collectionFigures } from './collection-figures.ts'
import { compileDocument } from './compile-document.ts'
import { listDocuments, listPlanLines } from './document.store.ts'
import { findCollection } from './need-collection.store.ts'
import { documentStateWords, documentTitle, told } from './need-collection-words.ts'

export const meta = () => [{ title: 'HCDP dan RPK · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, actor, query }) => {
    const collection = await findCollection(db, params.collectionId)
    if (!collection || collection.state === 'filling') throw errors.collection.notFound()
    const isHr = actor.role === 'hr_officer'
    return {
      collection,
      isHr,
      documents: await listDocuments(db, collection.id),
      figures: await collectionFigures(db, collection),
      lines: isHr ? (await listPlanLines(db, [collection.year])).filter(l => l.unitId !== null) : [],
      told: told[query.get('pesan') ?? ''] ?? null,
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, form, run, params }) => {
    const { id } = await run(compileDocument, {
      collectionId: params.collectionId,
      kind: values.kind,
      sharedLineIds: form.getAll('sharedLineIds').map(String),
    })
    return redirect(`${href('/diklat/hcdp/:documentId', { documentId: id })}?pesan=disusun`)
  })

export default function DocumentsPage() {
  const { collection, documents, figures, lines, isHr, told } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  return (
    <>
      <PageHead
        title={
          <>
            <Figure figure={figures.accepted} origin={false} asLink unit={false} /> kebutuhan diterima untuk HCDP dan
            RPK
          </>
        }
        scope="Yang diterima disusun menurut urutannya, dibebankan pada baris anggaran, lalu dibekukan. Persetujuan diberikan orang kedua."
        crumbs={[
          { label: 'Kebutuhan', href: href('/diklat/kebutuhan') },
          { label: collection.name, href: href('/diklat/kebutuhan/:collectionId', { collectionId: collection.id }) },
          { label: 'HCDP dan RPK' },
        ]}
      />
      <StatusLine>{told}</StatusLine>
      <ErrorSummary problems={problemsOf(answer)} />
      {documents.length === 0 ? (
        <EmptyState title="Belum ada dokumen">RPK merencanakan satu tahun, HCDP beberapa tahun.</EmptyState>
      ) : (
        <DataTable
          caption="Dokumen"
          captionHidden
          rows={documents}
          rowKey={d => d.id}
          columns={[
            {
              key: 'title',
              header: 'Dokumen',
              cell: d => (
                <>
                  <a href={href('/diklat/hcdp/:documentId', { documentId: d.id })}>{documentTitle(d)}</a>
                  <SubLine>
                    {d.compiled_by_name}, {formatDay(d.compiled_on, 'short')}
                  </SubLine>
                </>
              ),
            },
            {
              key: 'state',
              header: 'Keadaan',
              cell: d => (
                <>
                  <StateMark
                    state={
                      d.state === 'approved'
                        ? 'known'
                        : d.state === 'frozen'
                          ? 'border'
                          : d.state === 'returned'
                            ? 'expired'
                            : 'closed'
                    }
                  >
                    {documentStateWords[d.state]}
                  </StateMark>
                  {d.decided_reason && <SubLine>{d.decided_reason}</SubLine>}
                </>
              ),
            },
            {
              key: 'by',
              header: 'Diputuskan',
              cell: d => (d.decided_on ? `${d.decided_by_name}, ${formatDay(d.decided_on, 'short')}` : '–'),
            },
          ]}
        />
      )}
      {isHr && (
        <Section title="Susun dokumen baru">
          <form method="post" className="form">
            <FormKey />
            <RadioList
              name="kind"
              label="Dokumen"
              boxed
              choices={[
                {
                  value: 'rpk',
                  label: `RPK ${collection.year}`,
                  hint: 'Satu tahun. Yang tidak terdanai masuk daftar tahun berikutnya setelah disetujui.',
                },
                {
                  value: 'hcdp',
                  label: 'HCDP',
                  hint: 'Beberapa tahun. Yang tidak cukup tahun ini dijadwalkan tahun berikutnya.',
                },
              ]}
              value={answer?.values.kind}
              error={answer?.fields.kind}
            />
            {lines.length > 0 && (
              <details className="disclosure">
                <summary>Baris unit yang juga menanggung unit lain</summary>
                <CheckboxList
                  name="sharedLineIds"
                  label="Baris anggaran"
                  hint="Baris tanpa unit selalu menanggung semua. Baris unit lain hanya bila ditandai."
                  optional
                  choices={lines.map(l => ({ value: l.id, label: l.name }))}
                />
              </details>
            )}
            <FormActions note="Isinya dibekukan. Perubahan sesudah ini menjadi versi baru.">
              <Button variant="primary">Susun dan bekukan</Button>
            </FormActions>
          </form>
        </Section>
      )}
    </>
  )
}
