import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { record } from '#core/figure/mechanisms.ts'
import { formatNumber, formatRupiah } from '#core/text/format.ts'
import { sql } from '#platform/database/database.ts'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { Recorded } from '#ui/figure/recorded.tsx'
import { Button } from '#ui/kit/button.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { EmptyFiltered, EmptyState } from '#ui/kit/empty-state.tsx'
import { FilterBar } from '#ui/kit/filter-bar.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { TextInput } from '#ui/kit/inputs.tsx'
import { StatusLine } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Pager } from '#ui/kit/pager.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { errors } from '../errors.ts'
import { collectionFigures } from './collection-figures.ts'
import { findCollection, type NeedOrigin, type NeedState, pageOfNeeds } from './need-collection.store.ts'
import { levelsOf, needOriginWords, needStateShape, needStateWords, told } from './need-collection-words.ts'
import { mergeNeeds, verifyNeeds } from './verify-needs.ts'

export const meta = () => [{ title: 'Verifikasi kebutuhan · Anyam' }]

const size = 50

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, query, on, actor }) => {
    const collection = await findCollection(db, params.collectionId)
    if (!collection || collection.state === 'filling') throw errors.collection.notFound()
    const page = Math.max(1, Number(query.get('halaman')) || 1)
    // Without a choice: what waits for the officer.
    const state = query.get('keadaan') ?? 'confirmed'
    const filter = {
      state: state === 'semua' || state === '' ? undefined : (state as NeedState),
      unitId: query.get('unit') || undefined,
      origin: (query.get('asal') || undefined) as NeedOrigin | undefined,
      search: query.get('cari') || undefined,
      doublesOnly: query.get('kembar') === 'ya',
    }
    const { rows, total } = await pageOfNeeds(db, collection.id, filter, { page, size })
    return {
      collection,
      own: actor.employeeId,
      state,
      filter,
      page,
      total,
      told: told[query.get('pesan') ?? ''] ?? null,
      figures: await collectionFigures(db, collection),
      rows: rows.map(r => ({
        ...r,
        figure: record<number>({
          ref: r.origin === 'unknown' ? null : `planning.need-order:${r.id}`,
          label: 'Urutan',
          unit: 'points',
          digits: 0,
          asOf: on,
          value: r.order,
        }),
      })),
      units: await db.rows<{ value: string; label: string }>(
        sql`select distinct unit_id as value, unit_name as label from planning.collected_needs where collection_id = ${collection.id} order by unit_name`,
      ),
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, form, run, params }) => {
    const here = href('/diklat/kebutuhan/:collectionId/verifikasi', { collectionId: params.collectionId })
    const needIds = form.getAll('pilih').map(String)
    const back = (message: string) => {
      const query = new URLSearchParams(values.saringan ?? '')
      query.set('pesan', message)
      return redirect(`${here}?${query}`)
    }
    if (values.act === 'merge') {
      const [keepId, ...mergeIds] = needIds
      await run(mergeNeeds, { keepId, mergeIds, reason: values.reason ?? null })
      return back('digabung')
    }
    await run(verifyNeeds, { needIds, decision: values.act, reason: values.reason ?? null })
    return back(values.act === 'accept' ? 'diterima' : values.act === 'return' ? 'dikembalikan' : 'dibuka')
  })

export default function VerifyNeedsPage() {
  const { collection, own, state, filter, page, total, rows, told, figures, units } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const here = href('/diklat/kebutuhan/:collectionId/verifikasi', { collectionId: collection.id })
  const kept: Record<string, string> = {
    keadaan: state,
    ...(filter.unitId ? { unit: filter.unitId } : {}),
    ...(filter.origin ? { asal: filter.origin } : {}),
    ...(filter.search ? { cari: filter.search } : {}),
    ...(filter.doublesOnly ? { kembar: 'ya' } : {}),
  }
  const pageHref = (n: number) => `${here}?${new URLSearchParams({ ...kept, halaman: String(n) })}`
  const chosen = [filter.unitId, filter.origin, filter.search, filter.doublesOnly || undefined].filter(Boolean).length
  return (
    <>
      <PageHead
        title={
          <>
            <Figure figure={figures.confirmed} origin={false} asLink unit={false} /> kebutuhan menunggu verifikasi
          </>
        }
        scope="Yang dikonfirmasi atasan diterima, dikembalikan dengan alasan, atau digabung bila sama. Urutannya menurut aturan prioritas."
        crumbs={[
          { label: 'Kebutuhan', href: href('/diklat/kebutuhan') },
          { label: collection.name, href: href('/diklat/kebutuhan/:collectionId', { collectionId: collection.id }) },
          { label: 'Verifikasi' },
        ]}
      />
      <StatusLine>{told}</StatusLine>
      <ErrorSummary problems={problemsOf(answer)} />
      <FilterBar
        search={{ name: 'cari', label: 'Nama, NIP, atau kegiatan', value: filter.search ?? '' }}
        filters={[
          {
            name: 'keadaan',
            label: 'Keadaan',
            chosen: [state],
            valueLabel: state === 'semua' || state === '' ? 'Semua' : needStateWords[state as NeedState],
            options: [
              ...(['confirmed', 'accepted', 'waiting', 'returned', 'refused', 'merged'] as const).map(s => ({
                value: s,
                label: needStateWords[s],
              })),
              { value: 'semua', label: 'Semua' },
            ],
          },
          { name: 'unit', label: 'Unit', chosen: filter.unitId ? [filter.unitId] : [], options: units },
          {
            name: 'asal',
            label: 'Asal',
            chosen: filter.origin ? [filter.origin] : [],
            options: Object.entries(needOriginWords).map(([value, label]) => ({ value, label })),
          },
          {
            name: 'kembar',
            label: 'Kembar',
            chosen: filter.doublesOnly ? ['ya'] : [],
            options: [{ value: 'ya', label: 'Hanya yang tampak sama' }],
          },
        ]}
        clearHref={chosen > 0 ? here : undefined}
      />
      {rows.length === 0 ? (
        chosen > 0 ? (
          <EmptyFiltered what="kebutuhan" count={chosen} clearHref={here} />
        ) : (
          <EmptyState title="Tidak ada yang menunggu verifikasi">
            Baris tampil di sini begitu atasan mengonfirmasinya.
          </EmptyState>
        )
      ) : (
        <form method="post">
          <FormKey />
          <input type="hidden" name="saringan" value={new URLSearchParams(kept).toString()} />
          <DataTable
            caption="Kebutuhan menurut urutan"
            captionHidden
            rows={rows}
            rowKey={n => n.id}
            columns={[
              {
                key: 'who',
                header: 'Orang',
                cell: n => {
                  const who = (
                    <span>
                      {n.person_name}
                      <SubLine>{n.employee_id === own ? 'diverifikasi petugas lain' : n.unit_name}</SubLine>
                    </span>
                  )
                  return n.employee_id === own ? (
                    who
                  ) : (
                    <label className="option">
                      <input type="checkbox" name="pilih" value={n.id} />
                      {who}
                    </label>
                  )
                },
              },
              {
                key: 'need',
                header: 'Kebutuhan',
                wide: true,
                cell: n => (
                  <>
                    <a href={href('/diklat/kebutuhan/butir/:needId', { needId: n.id })}>{n.title}</a>
                    <SubLine>
                      {[n.subject === n.title ? null : n.subject, levelsOf(n), n.form].filter(Boolean).join(', ')}
                    </SubLine>
                  </>
                ),
              },
              {
                key: 'order',
                header: 'Urutan',
                number: true,
                cell: n =>
                  n.origin === 'unknown' ? 'diukur dahulu' : <Figure figure={n.figure} asLink unit={false} />,
              },
              {
                key: 'jp',
                header: 'JP',
                number: true,
                cell: n =>
                  n.jp === null ? (
                    '–'
                  ) : (
                    <Recorded kind="planning.collected-need" id={n.id}>
                      {formatNumber(n.jp, { digits: 1 })}
                    </Recorded>
                  ),
              },
              {
                key: 'cost',
                header: 'Biaya',
                number: true,
                cell: n =>
                  n.origin === 'unknown' ? (
                    '–'
                  ) : n.cost === null ? (
                    <StateMark state="unknown">belum diketahui</StateMark>
                  ) : (
                    <Recorded kind="planning.collected-need" id={n.id}>
                      {n.cost === 0 ? 'tanpa biaya' : formatRupiah(n.cost)}
                    </Recorded>
                  ),
              },
              {
                key: 'state',
                header: 'Keadaan',
                cell: n => (
                  <>
                    <StateMark state={needStateShape[n.state]}>{needStateWords[n.state]}</StateMark>
                    <SubLine>{needOriginWords[n.origin]}</SubLine>
                    {(n.verified_reason || n.decision_reason || n.late_reason) && (
                      <SubLine>{n.verified_reason ?? n.decision_reason ?? `terlambat: ${n.late_reason}`}</SubLine>
                    )}
                  </>
                ),
              },
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
          <div className="form">
            <TextInput
              name="reason"
              label="Alasan"
              hint="Wajib bila dikembalikan; dibaca atasan."
              optional
              value={answer?.values.reason}
              error={answer?.fields.reason}
            />
            <FormActions note="Menggabung memakai baris pertama yang ditandai; sisanya menunjuk kepadanya.">
              <Button variant="primary" name="act" value="accept">
                Terima yang ditandai
              </Button>
              <Button name="act" value="return">
                Kembalikan
              </Button>
              <Button name="act" value="merge">
                Gabung yang sama
              </Button>
              <Button variant="quiet" name="act" value="reopen">
                Batalkan keputusan
              </Button>
            </FormActions>
          </div>
        </form>
      )}
    </>
  )
}
