import { href, useLoaderData } from 'react-router'
import { yearOf } from '#core/values/day.ts'
import { load } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Segment } from '#ui/kit/segment.tsx'
import { threeYears } from './budget-outlook.ts'

export const meta = () => [{ title: 'Anggaran tiga tahun · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query, on }) => {
    const from = Number(query.get('tahun')) || yearOf(on) + 1
    return { from, now: yearOf(on), years: await threeYears(db, from) }
  })

export default function ThreeYearsPage() {
  const { from, now, years } = useLoaderData<typeof loader>()
  const without = years.filter(y => y.ceiling.value === null).map(y => y.year)
  return (
    <>
      <PageHead
        title={`Diklat dalam tiga tahun, ${from} sampai ${from + 2}`}
        scope="Kebutuhan menurut HCDP atau RPK terbaru, program yang berlanjut, dan orang yang tahun sebelumnya belum mendapat tempat."
        crumbs={[{ label: 'Anggaran', href: href('/diklat/anggaran') }, { label: 'Tiga tahun' }]}
        actions={
          <Segment
            label="Mulai tahun"
            options={[now, now + 1].map(y => ({
              label: String(y),
              href: `${href('/diklat/anggaran/tiga-tahun')}?tahun=${y}`,
              current: y === from,
            }))}
          />
        }
      />
      {without.length > 0 && (
        <div className="gap-4">
          <Note tone="limits" title={`Pagu ${without.join(' dan ')} belum ditetapkan`}>
            Belum ditetapkan bukan nol. Kebutuhan pada tahun itu belum dapat dibandingkan dengan pagunya.
          </Note>
        </div>
      )}
      <DataTable
        caption="Pagu dan kebutuhan dalam tiga tahun"
        captionHidden
        rows={years}
        rowKey={y => String(y.year)}
        columns={[
          {
            key: 'year',
            header: 'Tahun',
            cell: y => (
              <>
                <a href={`${href('/diklat/anggaran')}?tahun=${y.year}`}>{y.year}</a>
                {y.running.length > 0 && <SubLine>berlanjut: {y.running.join(', ')}</SubLine>}
              </>
            ),
          },
          { key: 'ceiling', header: 'Pagu', number: true, cell: y => <Figure figure={y.ceiling} asLink /> },
          {
            key: 'planned',
            header: 'Kebutuhan terencana',
            number: true,
            cell: y => <Figure figure={y.planned} asLink />,
          },
          {
            key: 'unfunded',
            header: 'Tanpa baris yang menanggung',
            number: true,
            cell: y => <Figure figure={y.unfunded} asLink />,
          },
          {
            key: 'programmes',
            header: 'Program',
            number: true,
            cell: y => <Figure figure={y.programmes} asLink unit={false} />,
          },
          {
            key: 'deferred',
            header: 'Orang ditunda ke tahun ini',
            number: true,
            cell: y => <Figure figure={y.deferred} asLink unit={false} />,
          },
        ]}
      />
    </>
  )
}
