import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatNumber } from '#core/text/format.ts'
import { notFound } from '#platform/refusal.ts'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Button } from '#ui/kit/button.tsx'
import { RadioList } from '#ui/kit/choices.tsx'
import { DefinitionList } from '#ui/kit/definition-list.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { FormActions } from '#ui/kit/form-parts.tsx'
import { Select, Textarea } from '#ui/kit/inputs.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section, TwoColumn } from '#ui/kit/section.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { markKeyPosition } from './mark-key-position.ts'
import { findPosition } from './position.store.ts'

export const meta = () => [{ title: 'Jabatan · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, actor }) => {
    const position = await findPosition(db, params.positionId)
    if (!position) throw notFound('Jabatan')
    return { position, mayEdit: actor.role === 'hr_officer', seesPeople: actor.role !== 'leader' }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run, params }) => {
    await run(markKeyPosition, {
      positionId: params.positionId,
      isKey: values.isKey,
      isStrategic: values.isStrategic,
      isScarce: values.isScarce,
      impactClass: values.impactClass ?? null,
      reason: values.reason,
    })
    return redirect(href('/data/jabatan/:positionId', { positionId: params.positionId }))
  })

const yesNo = [
  { value: 'ya', label: 'Ya' },
  { value: 'tidak', label: 'Tidak' },
]
const said = (v: boolean | null | undefined) => (v === true ? 'ya' : v === false ? 'tidak' : undefined)

export default function PositionPage() {
  const { position: p, mayEdit, seesPeople } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const v = answer?.values
  const e = answer?.fields ?? {}
  return (
    <>
      <PageHead
        title={p.is_key ? `${p.name} adalah jabatan kritikal` : `${p.name}: belum ditandai kritikal`}
        scope={`${p.tier}, ${p.unit_name ?? 'tanpa unit'}.`}
        crumbs={[{ label: 'Data' }, { label: 'Jabatan', href: href('/data/jabatan') }, { label: p.name }]}
      />
      <TwoColumn
        side={
          <Section title="Jabatan">
            <DefinitionList
              facts={[
                { term: 'Eselon', value: p.echelon ?? 'tidak ada' },
                { term: 'Rumpun', value: p.family ?? 'belum dicatat' },
                { term: 'Pangkat minimal', value: p.required_rank ?? 'belum dicatat' },
                { term: 'Kursi', value: formatNumber(p.seats) },
              ]}
            />
            <p className="small-text gap-3">
              {p.holders.length === 0 ? (
                <StateMark state="border">Kosong</StateMark>
              ) : (
                p.holders.slice(0, 20).map(h => (
                  <span key={h.id} style={{ display: 'block', minHeight: 26 }}>
                    {seesPeople ? (
                      <a href={href('/data/pegawai/:employeeId', { employeeId: h.id })}>{h.name}</a>
                    ) : (
                      h.name
                    )}
                  </span>
                ))
              )}
            </p>
            <p className="small-text gap-3">
              <a href={`/kompetensi/standar?cari=${encodeURIComponent(p.name)}`}>Standar kompetensinya</a>
            </p>
          </Section>
        }
      >
        <Section title="Apakah jabatan ini kritikal?">
          {p.key_reason && <Note title="Alasan yang tercatat">{p.key_reason}</Note>}
          {!mayEdit ? (
            <DefinitionList
              facts={[
                { term: 'Menentukan sasaran strategis', value: said(p.is_strategic) ?? 'belum dijawab' },
                { term: 'Sulit diisi', value: said(p.is_scarce) ?? 'belum dijawab' },
              ]}
            />
          ) : (
            <form method="post" className="form gap-4">
              <FormKey />
              {answer && <Note tone="risk" title={answer.message} live />}
              <RadioList
                name="isStrategic"
                label="Apakah tercapainya sasaran strategis bergantung pada jabatan ini?"
                choices={yesNo}
                value={v?.isStrategic ?? said(p.is_strategic)}
                error={e.isStrategic}
                across
              />
              <RadioList
                name="isScarce"
                label="Apakah jabatan ini sulit diisi: sedikit yang mampu, atau bertahun-tahun mempelajarinya?"
                choices={yesNo}
                value={v?.isScarce ?? said(p.is_scarce)}
                error={e.isScarce}
                across
              />
              <RadioList
                name="isKey"
                label="Tandai sebagai jabatan kritikal?"
                choices={yesNo}
                value={v?.isKey ?? (p.key_reason ? said(p.is_key) : undefined)}
                error={e.isKey}
                across
              />
              <Select
                name="impactClass"
                label="Besar dampak bila kosong"
                optional
                value={v?.impactClass ?? (p.impact_class ? String(p.impact_class) : null)}
                error={e.impactClass}
                options={[1, 2, 3, 4, 5].map(n => ({
                  value: String(n),
                  label: `${n}${n === 1 ? ', kecil' : n === 5 ? ', sangat besar' : ''}`,
                }))}
              />
              <Textarea
                name="reason"
                label="Alasan"
                value={v?.reason}
                error={e.reason}
                hint="Alasan dibaca komite dan pimpinan."
              />
              <FormActions>
                <Button variant="primary">Simpan jawaban</Button>
              </FormActions>
            </form>
          )}
        </Section>
      </TwoColumn>
    </>
  )
}
