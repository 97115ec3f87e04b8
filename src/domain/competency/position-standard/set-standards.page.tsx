import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { sum } from '#core/figure/mechanisms.ts'
import { dayFromForm, type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { Chip } from '#ui/kit/chip.tsx'
import { Checkbox } from '#ui/kit/choices.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { EmptyState } from '#ui/kit/empty-state.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { ErrorSummary, FormActions, problemsOf } from '#ui/kit/form-parts.tsx'
import { DateField, Select, Textarea, TextInput } from '#ui/kit/inputs.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { askedOf, findVersion, listKinds, listRequirements, listStandards } from './position-standard.store.ts'
import { setStandards } from './set-standard.ts'
import { countOnList, effectFigure, effectRef, effects } from './standard-figures.ts'
import { filterOf } from './standard-filter.ts'
import { previewStandard } from './standard-preview.store.ts'
import { listTitlesOf } from './standard-title.store.ts'

export const meta = () => [{ title: 'Satu standar untuk banyak jabatan · Anyam' }]

/** Titles printed of a preview; all of them are counted and set. */
const mostTitles = 100

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query, on }) => {
    const filter = filterOf(query)
    const onlyLacking = query.get('semua') !== 'ya'
    const from = query.get('dari')
    const source = from ? await findVersion(db, from) : null
    const choice = {
      family: filter.family ?? null,
      tier: filter.tier ?? null,
      search: filter.search ?? null,
      onlyLacking,
    }
    const isChosen = source !== null && (choice.family !== null || choice.tier !== null || choice.search !== null)
    const titles = isChosen
      ? (await listTitlesOf(db, choice)).filter(t => t.name.toLowerCase() !== source.position_name.toLowerCase())
      : []
    const asked = isChosen ? askedOf(source, await listRequirements(db, source.id)) : []
    const previews = await previewStandard(
      db,
      titles.map(t => t.name),
      asked,
    )
    const lines = titles.map(t => {
      const p = previews.get(t.name.toLowerCase())
      return {
        id: t.id,
        name: t.name,
        hasOwn: t.standard_id !== null,
        posts: t.posts,
        members: p?.members ?? { touched: [], more: [], less: [], unknown: [] },
        people: p?.people ?? [],
      }
    })
    const total = (parts: ReturnType<typeof countOnList>[]) => sum({ label: 'Jumlah', unit: 'count', asOf: on, parts })
    const all = (what: (typeof effects)[number]) =>
      effectFigure(
        what,
        lines.flatMap(l => l.members[what]),
        on,
        null,
      )
    return {
      on,
      choice,
      isChosen,
      source: source && { id: source.id, name: source.position_name, size: asked.length },
      kinds: await listKinds(db),
      standards: (await listStandards(db, {}, null, 2000)).map(s => ({ value: s.id, label: s.position_name })),
      seen: lines.map(l => l.id),
      posts: total(lines.map(l => countOnList('title-posts', l.id, l.posts, on))),
      people: total(lines.map(l => countOnList('title-people', l.id, l.people.length, on))),
      totals: { touched: all('touched'), more: all('more'), less: all('less'), unknown: all('unknown') },
      lines: lines.slice(0, mostTitles).map(l => ({
        id: l.id,
        name: l.name,
        hasOwn: l.hasOwn,
        posts: countOnList('title-posts', l.id, l.posts, on),
        people: countOnList('title-people', l.id, l.people.length, on),
        effects: Object.fromEntries(
          effects.map(what => [
            what,
            effectFigure(what, l.members[what], on, source && effectRef(what, l.id, source.id)),
          ]),
        ) as Record<(typeof effects)[number], ReturnType<typeof effectFigure>>,
      })),
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run }) => {
    await run(setStandards, {
      sourceId: values.sourceId,
      family: values.family ?? null,
      tier: values.tier ?? null,
      search: values.search ?? null,
      onlyLacking: values.onlyLacking === 'ya',
      approvalBasis: values.approvalBasis,
      validFrom: dayFromForm(values.validFrom, 'validFrom'),
      reason: values.reason,
      seen: (values.seen ?? '').split(' ').filter(Boolean),
    })
    return redirect(`${href('/kompetensi/standar')}?pesan=sekaligus`)
  })

export default function SetStandardsPage() {
  const data = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { choice, source, lines } = data
  const field = (name: string) => ({ name, value: answer?.values[name], error: answer?.fields[name] ?? null })
  const options = (values: string[]) => values.map(value => ({ value, label: value }))
  return (
    <>
      <PageHead
        title="Satu standar untuk banyak jabatan"
        scope="Pilih standar sumber dan jabatannya, lihat akibatnya, lalu terapkan. Sebelum diterapkan tidak ada yang berubah."
        crumbs={[{ label: 'Standar jabatan', href: href('/kompetensi/standar') }, { label: 'Tetapkan sekaligus' }]}
      />
      <Section title="Standar dan jabatannya">
        <form method="get" className="form">
          <Select
            name="dari"
            label="Pakai standar dari"
            placeholder="Pilih jabatan sumber"
            value={source?.id}
            options={data.standards}
          />
          <Select
            name="urusan"
            label="Urusan"
            placeholder="Semua urusan"
            optional
            value={choice.family}
            options={options(data.kinds.families)}
          />
          <Select
            name="jenjang"
            label="Jenjang"
            placeholder="Semua jenjang"
            optional
            value={choice.tier}
            options={options(data.kinds.tiers)}
          />
          <TextInput
            name="cari"
            label="Kata dalam nama jabatan"
            hint="Isi salah satu: urusan, jenjang, atau kata."
            optional
            value={choice.search}
          />
          <Checkbox
            name="semua"
            label="Termasuk yang sudah memiliki standar"
            hint="Jabatan itu mendapat versi baru; versi lamanya tetap terbaca."
            checked={!choice.onlyLacking}
          />
          <FormActions>
            <Button variant={data.isChosen ? 'plain' : 'primary'}>Lihat akibatnya</Button>
          </FormActions>
        </form>
      </Section>
      {data.isChosen && source && (
        <Section title={`Bila standar ${source.name} ditetapkan`}>
          {lines.length === 0 ? (
            <EmptyState title="Tidak ada jabatan lain yang cocok">
              Ubah urusan, jenjang, atau katanya. Jabatan sumber sendiri tidak dihitung.
            </EmptyState>
          ) : (
            <>
              <DataTable
                caption="Jabatan yang mendapat standar ini. Bertambah dan berkurang: kesenjangan orang per kompetensi."
                rows={lines}
                rowKey={l => l.id}
                columns={[
                  {
                    key: 'name',
                    header: 'Jabatan',
                    cell: l => (
                      <>
                        {l.name}
                        {l.hasOwn && (
                          <SubLine>
                            <Chip>sudah memiliki standar</Chip>
                          </SubLine>
                        )}
                      </>
                    ),
                  },
                  {
                    key: 'posts',
                    header: 'Jumlah jabatan',
                    number: true,
                    cell: l => <Figure figure={l.posts} unit={false} asLink />,
                  },
                  {
                    key: 'people',
                    header: 'Pegawai',
                    number: true,
                    cell: l => <Figure figure={l.people} unit={false} asLink />,
                  },
                  ...(
                    [
                      ['touched', 'Tersentuh'],
                      ['more', 'Bertambah'],
                      ['less', 'Berkurang'],
                      ['unknown', 'Perlu dinilai'],
                    ] as const
                  ).map(([what, header]) => ({
                    key: what,
                    header,
                    number: true,
                    cell: (l: (typeof lines)[number]) => <Figure figure={l.effects[what]} unit={false} asLink />,
                  })),
                ]}
                foot={[
                  'Jumlah',
                  <Figure key="posts" figure={data.posts} unit={false} />,
                  <Figure key="people" figure={data.people} unit={false} />,
                  ...effects.map(what => <Figure key={what} figure={data.totals[what]} unit={false} />),
                ]}
              />
              {data.seen.length > lines.length && (
                <p className="small-text quiet">
                  Yang dicetak hanya sebagian; jumlah di bawah tabel mencakup semua jabatan yang cocok.
                </p>
              )}
              <ErrorSummary problems={problemsOf(answer)} />
              <form method="post" className="form gap-3">
                <FormKey />
                <input type="hidden" name="sourceId" value={source.id} />
                {choice.family && <input type="hidden" name="family" value={choice.family} />}
                {choice.tier && <input type="hidden" name="tier" value={choice.tier} />}
                {choice.search && <input type="hidden" name="search" value={choice.search} />}
                {choice.onlyLacking && <input type="hidden" name="onlyLacking" value="ya" />}
                <input type="hidden" name="seen" value={data.seen.join(' ')} />
                <TextInput
                  {...field('approvalBasis')}
                  label="Dasar penetapan"
                  hint="Nomor dan tanggal keputusan yang menetapkan standar ini."
                  maxLength={300}
                />
                <DateField
                  {...field('validFrom')}
                  value={answer?.values.validFrom ?? data.on}
                  label="Mulai berlaku"
                  hint="Paling awal hari ini."
                  min={data.on}
                />
                <Textarea {...field('reason')} label="Alasan" rows={2} maxLength={2000} />
                <FormActions note="Dapat ditarik bersama-sama selama hari pertamanya belum lewat.">
                  <Button variant="primary">Tetapkan untuk semua jabatan ini</Button>
                  <LinkButton href={href('/kompetensi/standar')}>Kembali</LinkButton>
                </FormActions>
              </form>
            </>
          )}
        </Section>
      )}
    </>
  )
}
