import { href, useLoaderData } from 'react-router'
import { formatNumber } from '#core/text/format.ts'
import { load } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { LinkButton } from '#ui/kit/button.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { EmptyState } from '#ui/kit/empty-state.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { peopleCount } from '../workforce.figures.ts'
import { asTree, listUnits, membersByUnit } from './unit.store.ts'

export const meta = () => [{ title: 'Unit · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, on, actor }) => {
    const members = await membersByUnit(db)
    return {
      mayImport: actor.role === 'hr_officer',
      rows: asTree(await listUnits(db)).map(({ unit, depth }) => {
        const figure = peopleCount(
          on,
          {
            ref: `workforce.unit-people:${unit.id}`,
            label: `Pegawai aktif ${unit.name}`,
            filter: 'bekerja di unit ini',
          },
          members.get(unit.id) ?? [],
        )
        return { unit, depth, people: { ...figure, mechanism: { kind: 'record' as const } } }
      }),
    }
  })

export default function UnitsPage() {
  const { rows, mayImport } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead
        title={rows.length === 0 ? 'Belum ada unit' : `${formatNumber(rows.length)} unit dan siapa bekerja di mana`}
        scope="Buka sebuah unit untuk jabatan, pegawai, indikator, dan peristiwanya."
        crumbs={[{ label: 'Data' }, { label: 'Unit' }]}
      />
      <Section>
        {rows.length === 0 ? (
          <EmptyState
            title="Daftar unit masih kosong"
            action={mayImport && <LinkButton href="/data/impor">Impor daftar unit</LinkButton>}
          >
            Kirim daftar unit lebih dahulu; berkas lain merujuk namanya.
          </EmptyState>
        ) : (
          <DataTable
            caption="Unit menurut susunannya"
            captionHidden
            rows={rows}
            rowKey={r => r.unit.id}
            columns={[
              {
                key: 'name',
                header: 'Unit',
                cell: r => (
                  <span style={{ paddingInlineStart: `${r.depth * 20}px`, display: 'block' }}>
                    <a href={href('/data/unit/:unitId', { unitId: r.unit.id })}>{r.unit.name}</a>
                    <SubLine>{[r.unit.code, r.unit.short_name].filter(Boolean).join(' · ')}</SubLine>
                  </span>
                ),
              },
              { key: 'kind', header: 'Jenis', cell: r => r.unit.kind ?? 'belum dicatat' },
              {
                key: 'people',
                header: 'Pegawai aktif',
                number: true,
                cell: r => <Figure figure={r.people} asLink unit={false} />,
              },
            ]}
          />
        )}
      </Section>
    </>
  )
}
