import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatRupiah } from '#core/text/format.ts'
import { yearOf } from '#core/values/day.ts'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { MoneyField, Select, TextInput } from '#ui/kit/inputs.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { typedNumber } from '../form-input.ts'
import { listBudgetLines, listBudgetYears } from './budget.store.ts'
import { transferBudget } from './transfer-budget.ts'

export const meta = () => [{ title: 'Geser anggaran · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query, on }) => {
    const year = Number(query.get('tahun')) || ((await listBudgetYears(db))[0] ?? yearOf(on))
    return { year, lines: await listBudgetLines(db, year) }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run }) => {
    const { year } = await run(transferBudget, {
      fromId: values.fromId,
      toId: values.toId,
      amount: typedNumber(values.amount) ?? undefined,
      reason: values.reason,
    })
    return redirect(`${href('/diklat/anggaran')}?tahun=${year}`)
  })

export default function TransferBudgetPage() {
  const { year, lines } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const options = lines.map(l => ({
    value: l.id,
    label: `${l.activity}${l.unit_name ? `, ${l.unit_name}` : ''} (${formatRupiah(l.amount)})`,
  }))
  return (
    <>
      <PageHead
        title={`Geser dana diklat ${year}`}
        scope="Yang sudah diikat atau dibelanjakan tidak ikut bergeser. Jumlah seluruh pagu tetap."
        crumbs={[{ label: 'Anggaran', href: href('/diklat/anggaran') }, { label: 'Geser' }]}
      />
      <form method="post" className="form">
        <FormKey />
        <ErrorSummary problems={problemsOf(answer)} />
        <Select
          name="fromId"
          label="Dari baris"
          options={options}
          value={answer?.values.fromId}
          error={answer?.fields.fromId}
        />
        <Select
          name="toId"
          label="Ke baris"
          options={options}
          value={answer?.values.toId}
          error={answer?.fields.toId}
        />
        <MoneyField name="amount" label="Jumlah" value={answer?.values.amount} error={answer?.fields.amount} />
        <TextInput name="reason" label="Alasan" value={answer?.values.reason} error={answer?.fields.reason} />
        <FormActions>
          <Button variant="primary">Geser dana</Button>
          <LinkButton href={`${href('/diklat/anggaran')}?tahun=${year}`}>Batal</LinkButton>
        </FormActions>
      </form>
    </>
  )
}
