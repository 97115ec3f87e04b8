import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay, formatNumber } from '#core/text/format.ts'
import { notFound } from '#platform/refusal.ts'
import { dayFromForm, type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { Chip } from '#ui/kit/chip.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { FormActions } from '#ui/kit/form-parts.tsx'
import { DateField, Select, TextInput } from '#ui/kit/inputs.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section, TwoColumn } from '#ui/kit/section.tsx'
import { recordUnitEvent } from '../unit-event/record-unit-event.ts'
import { peopleCount } from '../workforce.figures.ts'
import { findUnit, listUnitEvents, listUnitPosts, membersByUnit } from './unit.store.ts'

export const meta = () => [{ title: 'Unit kerja · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, on, actor, visit }) => {
    const unit = await findUnit(db, params.unitId)
    if (!unit) throw notFound('Unit')
    const posts = await listUnitPosts(db, unit.id)
    const people = peopleCount(
      on,
      { ref: `workforce.unit-people:${unit.id}`, label: `Pegawai aktif ${unit.name}`, filter: 'bekerja di unit ini' },
      (await membersByUnit(db)).get(unit.id) ?? [],
    )
    return {
      unit,
      people: { ...people, mechanism: { kind: 'record' as const } },
      posts: posts.map(p => {
        const holders = peopleCount(
          on,
          { ref: `workforce.position-holders:${p.id}`, label: `Pemangku ${p.name}`, filter: 'memangku jabatan ini' },
          p.holders,
        )
        return { ...p, holders: { ...holders, mechanism: { kind: 'record' as const } } }
      }),
      events: await listUnitEvents(db, unit.id),
      mayEdit: actor.role === 'hr_officer',
      seesPeople: visit.mayOpen('/data/pegawai'),
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run, params }) => {
    await run(recordUnitEvent, {
      unitId: params.unitId,
      kind: values.kind,
      description: values.description,
      startsOn: dayFromForm(values.startsOn, 'startsOn'),
      endsOn: dayFromForm(values.endsOn, 'endsOn') ?? null,
    })
    return redirect(href('/data/unit/:unitId', { unitId: params.unitId }))
  })

const kinds = ['Bencana', 'Perubahan organisasi', 'Pimpinan baru', 'Perubahan anggaran', 'Lainnya']

export default function UnitPage() {
  const { unit, people, posts, events, mayEdit, seesPeople } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const vacant = posts.filter(p => Number(p.holders.value) === 0).length
  return (
    <>
      <PageHead
        title={vacant > 0 ? `${unit.name}: ${vacant} jabatan kosong` : `${unit.name}: semua jabatan terisi`}
        scope={`${posts.length} jabatan. Singkatan ${unit.short_name ?? 'belum dicatat'}.`}
        crumbs={[
          { label: 'Data' },
          { label: 'Unit', href: href('/data/unit') },
          { label: unit.short_name ?? unit.name },
        ]}
        actions={
          <>
            {seesPeople && <LinkButton href={`/data/pegawai?unit=${unit.id}`}>Lihat pegawainya</LinkButton>}
            <LinkButton href={`/evaluasi/indikator?unit=${unit.id}`}>Indikator unit</LinkButton>
          </>
        }
      />
      <TwoColumn
        side={
          <>
            <Section title="Pegawai aktif">
              <Figure figure={people} size="lead" />
            </Section>
            <Section title="Peristiwa yang memengaruhi indikator">
              {events.length === 0 ? (
                <p className="small-text quiet">Belum ada yang dicatat.</p>
              ) : (
                events.map(e => (
                  <p key={e.id} className="small-text">
                    <b>{e.kind}</b>, {formatDay(e.starts_on, 'short')}
                    {e.ends_on && ` s.d. ${formatDay(e.ends_on, 'short')}`}: {e.description}
                  </p>
                ))
              )}
              {mayEdit && (
                <form method="post" className="form gap-4">
                  <FormKey />
                  {answer && <Note tone="risk" title={answer.message} live />}
                  <Select
                    name="kind"
                    label="Jenis peristiwa"
                    value={answer?.values.kind}
                    error={answer?.fields.kind}
                    options={kinds.map(k => ({ value: k, label: k }))}
                  />
                  <TextInput
                    name="description"
                    label="Uraian singkat"
                    value={answer?.values.description}
                    error={answer?.fields.description}
                  />
                  <DateField
                    name="startsOn"
                    label="Mulai"
                    value={answer?.values.startsOn}
                    error={answer?.fields.startsOn}
                  />
                  <DateField
                    name="endsOn"
                    label="Selesai"
                    optional
                    value={answer?.values.endsOn}
                    error={answer?.fields.endsOn}
                  />
                  <FormActions>
                    <Button>Catat peristiwa</Button>
                  </FormActions>
                </form>
              )}
            </Section>
          </>
        }
      >
        <Section title="Jabatan di unit ini">
          <DataTable
            caption={`Jabatan di ${unit.name}`}
            captionHidden
            rows={posts}
            rowKey={p => p.id}
            columns={[
              {
                key: 'name',
                header: 'Jabatan',
                cell: p => (
                  <>
                    <a href={href('/data/jabatan/:positionId', { positionId: p.id })}>{p.name}</a>{' '}
                    {p.is_key && <Chip tone="risk">kritikal</Chip>}
                    <SubLine>{p.tier}</SubLine>
                  </>
                ),
              },
              { key: 'seats', header: 'Kursi', number: true, cell: p => formatNumber(p.seats) },
              {
                key: 'holders',
                header: 'Terisi',
                number: true,
                cell: p => <Figure figure={p.holders} asLink unit={false} />,
              },
            ]}
          />
        </Section>
      </TwoColumn>
    </>
  )
}
