import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { notFound } from '#platform/refusal.ts'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { RadioList } from '#ui/kit/choices.tsx'
import { DefinitionList } from '#ui/kit/definition-list.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { Textarea } from '#ui/kit/inputs.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { findCurrentCycle, findCycle, rulesOfCycle } from '../cycle/cycle.ts'
import { errors } from '../errors.ts'
import { findPersonScore } from '../score/person-score.store.ts'
import { surenessOf } from './box-sureness.store.ts'
import { movePerson } from './move-person.ts'
import { moveReasons } from './move-reasons.ts'
import { nameOfBox } from './nine-box.model.ts'
import { Sureness } from './sureness.view.tsx'

export const meta = () => [{ title: 'Usul pindah kotak · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, query, look }) => {
    const id = query.get('siklus')
    const cycle = id ? await findCycle(db, id) : await findCurrentCycle(db)
    if (!cycle) throw errors.cycle.notFound()
    const score = await findPersonScore(db, cycle.id, params.employeeId)
    if (!score) throw notFound('Hasil orang ini')
    if (score.placement === 'waiting') throw errors.move.notPlaced()
    look({ action: 'membuka usul pindah kotak', employeeId: params.employeeId })
    const { boxes } = await rulesOfCycle(db, cycle)
    return {
      cycleId: cycle.id,
      employeeId: params.employeeId,
      name: score.name,
      position: score.positionName,
      from: score.decidedBox ?? score.box ?? 0,
      toBox: /^[1-9]$/.test(query.get('ke') ?? '') ? query.get('ke') : null,
      sureness: await surenessOf(db, score),
      boxes: [9, 8, 7, 6, 5, 4, 3, 2, 1].map(n => ({
        value: String(n),
        label: `Kotak ${n}`,
        hint: nameOfBox(n, boxes) ?? '',
      })),
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run, params }) => {
    await run(movePerson, {
      cycleId: values.cycleId,
      employeeId: params.employeeId,
      toBox: values.toBox,
      reasonCode: values.reasonCode,
      note: values.note,
    })
    return redirect(`${href('/talenta/peta')}?siklus=${values.cycleId}&tampil=sebelum&pesan=usul`)
  })

export default function MovePersonPage() {
  const { cycleId, employeeId, name, position, from, boxes, toBox, sureness } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const to = Number(answer?.values.toBox ?? toBox) || null
  const nameIn = (n: number) => `kotak ${n}, ${boxes.find(b => b.value === String(n))?.hint ?? ''}`
  const error = (field: string) => answer?.fields[field] ?? null
  return (
    <>
      <PageHead
        title={`Pindahkan ${name} dari kotak ${from}?`}
        scope={`${position ?? ''}. Usulan diputus dalam sidang komite oleh orang lain. Kotak menurut hitungan tetap tersimpan.`}
        crumbs={[{ label: 'Peta 9 kotak', href: href('/talenta/peta') }, { label: 'Usul pindah' }]}
      />
      <Section title="Sebelum dan sesudah">
        <DefinitionList
          facts={[
            { term: 'Sekarang', value: nameIn(from) },
            {
              term: 'Sesudah, bila disetujui',
              value: to && to !== from ? nameIn(to) : 'pilih kotak tujuan di bawah',
            },
          ]}
        />
      </Section>
      <Sureness {...sureness} />
      <form method="post" className="form gap-5">
        <FormKey />
        <input type="hidden" name="cycleId" value={cycleId} />
        <ErrorSummary problems={problemsOf(answer)} />
        <RadioList
          name="toBox"
          label="Kotak tujuan"
          boxed
          choices={boxes.filter(b => b.value !== String(from))}
          value={answer?.values.toBox ?? toBox}
          error={error('toBox')}
        />
        <RadioList
          name="reasonCode"
          label="Kode alasan"
          choices={Object.entries(moveReasons).map(([value, label]) => ({ value, label }))}
          value={answer?.values.reasonCode}
          error={error('reasonCode')}
        />
        <Textarea
          name="note"
          label="Penjelasan"
          hint="Sebutkan buktinya. Penjelasan ini masuk berita acara."
          value={answer?.values.note}
          error={error('note')}
        />
        <FormActions>
          <Button variant="primary">Kirim usulan</Button>
          <LinkButton href={`${href('/talenta/peta/:employeeId/mengapa', { employeeId })}?siklus=${cycleId}`}>
            Batal
          </LinkButton>
        </FormActions>
      </form>
    </>
  )
}
