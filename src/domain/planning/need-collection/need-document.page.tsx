import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay, formatNumber, formatRupiah } from '#core/text/format.ts'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { Recorded } from '#ui/figure/recorded.tsx'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { FilterBar } from '#ui/kit/filter-bar.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { TextInput } from '#ui/kit/inputs.tsx'
import { Note, StatusLine } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Pager } from '#ui/kit/pager.tsx'
import { Section } from '#ui/kit/section.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { errors } from '../errors.ts'
import { decideDocument } from './compile-document.ts'
import { countDocumentRows, findDocument, listDocumentRows } from './document.store.ts'
import { documentFigures } from './document-figures.ts'
import { documentStateWords, documentTitle, quarterOf, told } from './need-collection-words.ts'

export const meta = () => [{ title: 'HCDP dan RPK · Anyam' }]

const size = 50

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, actor, query, on }) => {
    const document = await findDocument(db, params.documentId)
    if (!document) throw errors.collection.documentNotFound()
    const all = await listDocumentRows(db, document.id)
    const unit = query.get('unit') || undefined
    const page = Math.max(1, Number(query.get('halaman')) || 1)
    return {
      document,
      unit,
      page,
      units: [...new Set(all.map(r => r.unit_name))].sort(),
      figures: documentFigures(document, all, on),
      rows: await listDocumentRows(db, document.id, { unit, size, page }),
      total: await countDocumentRows(db, document.id, { unit }),
      mayDecide:
        document.state === 'frozen' &&
        (actor.role === 'leader' || actor.role === 'hr_officer') &&
        document.compiled_by !== actor.accountId,
      told: told[query.get('pesan') ?? ''] ?? null,
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run, params }) => {
    await run(decideDocument, {
      documentId: params.documentId,
      decision: values.decision,
      reason: values.reason ?? null,
    })
    return redirect(
      `${href('/diklat/hcdp/:documentId', { documentId: params.documentId })}?pesan=${values.decision === 'approve' ? 'disetujui' : 'dikembalikandokumen'}`,
    )
  })

export default function NeedDocumentPage() {
  const { document, unit, page, units, figures, rows, total, mayDecide, told } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const here = href('/diklat/hcdp/:documentId', { documentId: document.id })
  const file = (kind: string) =>
    `${href('/diklat/hcdp/:documentId/berkas', { documentId: document.id })}?${new URLSearchParams({ bentuk: kind, ...(unit ? { unit } : {}) })}`
  const pageHref = (n: number) => `${here}?${new URLSearchParams({ ...(unit ? { unit } : {}), halaman: String(n) })}`
  return (
    <>
      <PageHead
        title={`${documentTitle(document)}: ${documentStateWords[document.state].toLowerCase()}`}
        scope={`Disusun ${document.compiled_by_name} pada ${formatDay(document.compiled_on)} dari ${document.collection}.`}
        crumbs={[
          { label: 'Kebutuhan', href: href('/diklat/kebutuhan') },
          {
            label: document.collection,
            href: href('/diklat/kebutuhan/:collectionId', { collectionId: document.collection_id }),
          },
          {
            label: 'HCDP dan RPK',
            href: href('/diklat/kebutuhan/:collectionId/dokumen', { collectionId: document.collection_id }),
          },
          { label: documentTitle(document) },
        ]}
        actions={
          <>
            <LinkButton href={file('pdf')}>PDF</LinkButton>
            <LinkButton href={file('xlsx')}>Excel</LinkButton>
            <LinkButton href={file('ods')}>ODS</LinkButton>
            <LinkButton href={file('sipka')}>Baris SIPKA</LinkButton>
          </>
        }
      />
      <StatusLine>{told}</StatusLine>
      <ErrorSummary problems={problemsOf(answer)} />
      {document.decided_reason && <Note title={`Kata ${document.decided_by_name}`}>{document.decided_reason}</Note>}
      <div className="totals">
        <Figure figure={figures.people} size="middle" compare="mendapat rencana" />
        <Figure figure={figures.cost} size="middle" compare={figures.cost.limits[0] ?? 'perkiraan biaya'} />
        <Figure figure={figures.funded} size="middle" compare="dibebankan pada baris anggaran" />
        <Figure figure={figures.unfunded} size="middle" compare="belum ada baris yang menanggung" />
      </div>
      {figures.years.length > 1 && (
        <DataTable
          caption="Menurut tahun"
          rows={figures.years}
          rowKey={y => String(y.year)}
          columns={[
            { key: 'year', header: 'Tahun', cell: y => y.year },
            {
              key: 'rows',
              header: 'Kebutuhan',
              number: true,
              cell: y => <Figure figure={y.rows} asLink unit={false} />,
            },
            { key: 'cost', header: 'Biaya', number: true, cell: y => <Figure figure={y.cost} asLink /> },
          ]}
        />
      )}
      {mayDecide && (
        <Section title="Keputusan">
          <form method="post" className="form">
            <FormKey />
            <TextInput
              name="reason"
              label="Alasan"
              hint="Wajib bila dikembalikan."
              optional
              value={answer?.values.reason}
              error={answer?.fields.reason}
            />
            <FormActions>
              <Button variant="primary" name="decision" value="approve">
                Setujui
              </Button>
              <Button name="decision" value="return">
                Kembalikan
              </Button>
            </FormActions>
          </form>
        </Section>
      )}
      <Section title="Isi">
        <FilterBar
          filters={[
            {
              name: 'unit',
              label: 'Unit',
              chosen: unit ? [unit] : [],
              options: units.map(u => ({ value: u, label: u })),
            },
          ]}
          clearHref={unit ? here : undefined}
        />
        <DataTable
          caption="Isi dokumen"
          captionHidden
          rows={rows}
          rowKey={r => String(r.number)}
          columns={[
            {
              key: 'who',
              header: 'Nama',
              cell: r => (
                <>
                  {r.person_name}
                  <SubLine>{r.position_name ?? r.unit_name}</SubLine>
                </>
              ),
            },
            {
              key: 'what',
              header: 'Kegiatan',
              wide: true,
              cell: r => (
                <>
                  {r.title}
                  <SubLine>{[r.subject, r.form, r.track].filter(Boolean).join(', ')}</SubLine>
                </>
              ),
            },
            {
              key: 'when',
              header: 'Waktu',
              cell: r => (r.quarter === null ? String(r.year) : `${quarterOf(r.quarter)} ${r.year}`),
            },
            {
              key: 'jp',
              header: 'JP',
              number: true,
              cell: r =>
                r.jp === null ? (
                  '–'
                ) : (
                  <Recorded kind="planning.need-document-row" id={`${document.id}~${r.number}`}>
                    {formatNumber(r.jp, { digits: 1 })}
                  </Recorded>
                ),
            },
            {
              key: 'cost',
              header: 'Anggaran',
              number: true,
              cell: r =>
                r.cost === null ? (
                  <StateMark state="unknown">belum diketahui</StateMark>
                ) : r.cost === 0 ? (
                  'tanpa biaya'
                ) : (
                  <Recorded kind="planning.need-document-row" id={`${document.id}~${r.number}`}>
                    {formatRupiah(r.cost)}
                  </Recorded>
                ),
            },
            { key: 'line', header: 'Dana', cell: r => r.budget_line ?? r.placement },
          ]}
        />
        <Pager
          shown={rows.length}
          total={total}
          from={(page - 1) * size + 1}
          unit="kebutuhan"
          previousHref={page > 1 ? pageHref(page - 1) : null}
          nextHref={page * size < total ? pageHref(page + 1) : null}
        />
      </Section>
    </>
  )
}
