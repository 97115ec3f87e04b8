import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay, formatNumber, formatRupiah } from '#core/text/format.ts'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { Recorded } from '#ui/figure/recorded.tsx'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { DefinitionList } from '#ui/kit/definition-list.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { MoneyField, NumberField, TextInput } from '#ui/kit/inputs.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section, TwoColumn } from '#ui/kit/section.tsx'
import { errors } from '../errors.ts'
import { typedNumber } from '../form-input.ts'
import { usualQuantity } from './session-cost.model.ts'
import { findCostedSession, readSessionCost } from './session-cost.store.ts'
import { perWords } from './session-cost-words.ts'
import { setSessionCosts } from './set-session-costs.ts'

export const meta = () => [{ title: 'Biaya kelas · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, actor }) => {
    const session = await findCostedSession(db, params.sessionId)
    if (!session) throw errors.session.notFound()
    const { rows, holding, total, perPerson, items } = await readSessionCost(db, session)
    return {
      session,
      rows,
      total,
      perPerson,
      amounts: items,
      items: holding.body.items.map(i => ({
        ...i,
        usual: usualQuantity(i.per, { people: session.seats, jp: session.jp, days: session.days }),
      })),
      basis: { legal: holding.reference.legalBasis ?? null, version: holding.reference.version },
      isHr: actor.role === 'hr_officer',
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ form, values, run, params }) => {
    const codes = form.getAll('code').map(String)
    await run(setSessionCosts, {
      sessionId: params.sessionId,
      items: codes.map(code => ({
        code,
        quantity: typedNumber(values[`banyak-${code}`]) ?? 0,
        rate: typedNumber(values[`tarif-${code}`]),
      })),
      rateReason: values.rateReason ?? null,
    })
    return redirect(href('/diklat/katalog/jadwal/:sessionId/biaya', { sessionId: String(params.sessionId) }))
  })

export default function SessionCostPage() {
  const { session: s, rows, total, perPerson, amounts, items, basis, isHr } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const isNew = rows.length === 0
  const value = (name: string, own: number | null | undefined) =>
    answer ? (answer.values[name] ?? null) : own == null ? null : formatNumber(own, { digits: 2 })
  return (
    <>
      <PageHead
        title={
          isNew ? (
            `Biaya kelas ${s.code} belum dirinci`
          ) : (
            <>
              Kelas {s.code}: <Figure figure={total} origin={false} asLink />
            </>
          )
        }
        scope={`${s.name}, ${formatDay(s.starts_on)}. Tarif menurut aturan versi ${basis.version} pada hari pertama kelas.`}
        crumbs={[
          { label: 'Katalog', href: href('/diklat/katalog') },
          { label: s.name, href: href('/diklat/katalog/:moduleId', { moduleId: s.module_id }) },
          { label: 'Biaya' },
        ]}
      />
      <TwoColumn
        side={
          <Section title="Ringkasan">
            <DefinitionList
              facts={[
                { term: 'Biaya kelas', value: <Figure figure={total} origin={false} asLink /> },
                { term: 'Per orang', value: <Figure figure={perPerson} origin={false} asLink /> },
                {
                  term: 'Harga pada katalog',
                  value:
                    s.cost_per_head === null ? (
                      'belum diketahui'
                    ) : (
                      <Recorded kind="planning.module" id={s.module_id}>
                        {formatRupiah(s.cost_per_head)}
                      </Recorded>
                    ),
                },
              ]}
            />
            <p className="small-text quiet">Dasar: {basis.legal ?? 'aturan instansi'}.</p>
            <p className="small-text quiet">
              Harga katalog dipakai penyusun rencana. Ubah modulnya bila rincian ini menunjukkan harga lain.
            </p>
          </Section>
        }
      >
        {!isNew && (
          <Section title="Butir biaya">
            <DataTable
              caption="Butir biaya kelas"
              captionHidden
              rows={items.filter(i => rows.some(r => r.code === i.code))}
              rowKey={i => i.code}
              columns={[
                {
                  key: 'label',
                  header: 'Butir',
                  cell: i => (
                    <>
                      {i.label}
                      <SubLine>
                        {i.pattern}, per {perWords[i.per]}
                      </SubLine>
                    </>
                  ),
                },
                {
                  key: 'amount',
                  header: 'Jumlah',
                  number: true,
                  cell: i => {
                    const amount = amounts.find(a => a.code === i.code)?.amount
                    return amount ? <Figure figure={amount} origin={false} asLink /> : '–'
                  },
                },
                {
                  key: 'why',
                  header: 'Tarif',
                  cell: i => {
                    const own = rows.find(r => r.code === i.code)
                    return own?.rate != null
                      ? `kelas ini: ${own.rate_reason ?? 'tanpa tarif aturan'}`
                      : 'menurut aturan'
                  },
                },
              ]}
            />
          </Section>
        )}
        {isHr && (
          <Section title={isNew ? 'Rinci biaya' : 'Ubah rincian'} note="banyaknya disiapkan dari jadwal">
            <form method="post" className="form">
              <FormKey />
              <ErrorSummary problems={problemsOf(answer)} />
              {items.map(i => {
                const own = rows.find(r => r.code === i.code)
                return (
                  <fieldset key={i.code}>
                    <legend className="small-text">
                      {i.label} ({i.pattern})
                    </legend>
                    <input type="hidden" name="code" value={i.code} />
                    <div className="row">
                      <NumberField
                        name={`banyak-${i.code}`}
                        label={`Banyaknya, ${perWords[i.per]}`}
                        optional
                        value={value(
                          `banyak-${i.code}`,
                          own
                            ? own.quantity
                            : isNew && i.pattern === 'fasilitasi' && i.code !== 'honor-luar'
                              ? i.usual
                              : null,
                        )}
                      />
                      <MoneyField
                        name={`tarif-${i.code}`}
                        label="Tarif"
                        optional
                        value={value(`tarif-${i.code}`, own?.rate ?? i.rate)}
                      />
                    </div>
                  </fieldset>
                )
              })}
              <TextInput
                name="rateReason"
                label="Alasan bila tarif lain dari aturan"
                optional
                value={answer ? answer.values.rateReason : (rows.find(r => r.rate_reason)?.rate_reason ?? null)}
                error={answer?.fields.rateReason}
              />
              <FormActions note="Kosongkan banyaknya bila butir itu tidak ada.">
                <Button variant="primary">Simpan biaya</Button>
                <LinkButton href={href('/diklat/katalog/:moduleId', { moduleId: s.module_id })}>Kembali</LinkButton>
              </FormActions>
            </form>
          </Section>
        )}
      </TwoColumn>
    </>
  )
}
