import { href, useLoaderData } from 'react-router'
import { count } from '#core/figure/mechanisms.ts'
import { formatDay } from '#core/text/format.ts'
import { load } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { LinkButton } from '#ui/kit/button.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { EmptyState } from '#ui/kit/empty-state.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { listProgrammes } from './programme.store.ts'
import { programmeStateWords } from './programme-words.ts'

export const meta = () => [{ title: 'Program · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, actor, on }) => ({
    rows: (await listProgrammes(db)).map(p => ({
      ...p,
      chosen: count({
        ref: `planning.programme:${p.id}:chosen`,
        label: 'Terpilih',
        asOf: on,
        members: p.participants,
        of: 'orang',
        filter: `terpilih, ${p.name}`,
      }),
    })),
    mayOpen: actor.role === 'hr_officer',
    seesAll: !['asn', 'supervisor'].includes(actor.role),
  }))

export default function ProgrammesPage() {
  const { rows, mayOpen, seesAll } = useLoaderData<typeof loader>()
  const open = mayOpen && (
    <LinkButton variant={rows.length === 0 ? 'primary' : 'plain'} icon="add" href={href('/diklat/program/baru')}>
      Buka program
    </LinkButton>
  )
  if (rows.length === 0)
    return (
      <EmptyState alone title="Belum ada program" action={open}>
        Program menggabungkan orang, jalur belajar, pembimbing, anggaran, dan target unit yang disepakati di muka.
      </EmptyState>
    )
  const running = rows.filter(r => ['agreed', 'running', 'follow-up'].includes(r.state)).length
  return (
    <>
      <PageHead
        title={running > 0 ? `${running} program sedang berjalan` : 'Tidak ada program yang berjalan'}
        scope="Tiap program memiliki sasaran, peserta terpilih menurut bobot yang diumumkan, dan target unit."
        actions={open}
      />
      <DataTable
        caption="Program"
        captionHidden
        rows={rows}
        rowKey={r => r.id}
        columns={[
          {
            key: 'name',
            header: 'Program',
            cell: r => (
              <>
                <a href={href('/diklat/program/:programmeId', { programmeId: r.id })}>{r.name}</a>
                <SubLine>{r.goal_name ?? r.code}</SubLine>
              </>
            ),
          },
          { key: 'state', header: 'Tahap', cell: r => programmeStateWords[r.state] },
          { key: 'start', header: 'Mulai', cell: r => formatDay(r.starts_on) },
          ...(seesAll
            ? [
                {
                  key: 'people',
                  header: 'Peserta',
                  number: true,
                  cell: (r: (typeof rows)[number]) => <Figure figure={r.chosen} origin={false} asLink unit={false} />,
                },
              ]
            : []),
        ]}
      />
    </>
  )
}
