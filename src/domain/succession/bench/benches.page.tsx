import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { FigureInWords } from '#ui/figure/figure-in-words.tsx'
import { BenchBlocks, BenchLegend } from '#ui/kit/bench-blocks.tsx'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { Chip } from '#ui/kit/chip.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { EmptyFiltered, EmptyState } from '#ui/kit/empty-state.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Pager } from '#ui/kit/pager.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import '#ui/style/screens/bench.css'
import { countWithoutBench, isListFilter, type ListFilter, listBenches, listCount, listFilters } from './bench.store.ts'
import { benchNumbers, riskTone, riskWords, stateFigure, stateWords, vacancyMark } from './bench-words.ts'
import { computeBenches } from './compute-benches.ts'

export const meta = () => [{ title: 'Bangku suksesi · Anyam' }]

const pageSize = 50
const shownCounts = ['vacant', 'retiring', 'empty', 'incomplete'] as const

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query, actor, on }) => {
    const benches = await listBenches(db)
    const asked = query.get('lihat') ?? 'all'
    const filter: ListFilter = isListFilter(asked) ? asked : 'all'
    const chosen = benches.filter(listFilters[filter])
    const after = chosen.findIndex(b => b.position_id === query.get('setelah'))
    const page = chosen.slice(after + 1, after + 1 + pageSize)
    return {
      counts: Object.fromEntries(
        (['all', ...shownCounts] as const).map(what => [what, listCount(benches, what, on)]),
      ) as Record<ListFilter, ReturnType<typeof listCount>>,
      page,
      total: chosen.length,
      from: after + 2,
      next: chosen.length > after + 1 + page.length ? (page.at(-1)?.position_id ?? null) : null,
      filter,
      asOf: benches[0]?.as_of ?? null,
      withoutBench: await countWithoutBench(db),
      on,
      mayCompute: actor.role === 'hr_officer',
      seesPeople: actor.role !== 'leader',
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ run }) => {
    await run(computeBenches, {})
    return redirect(href('/suksesi'))
  })

const filterWords: Record<(typeof shownCounts)[number], string> = {
  vacant: 'lowong',
  retiring: 'pensiun dalam 12 bulan',
  empty: 'tanpa penerus siap',
  incomplete: 'data belum lengkap',
}

const Compute = ({ children }: { children: string }) => (
  <form method="post">
    <FormKey />
    <Button name="_intent" value="compute">
      {children}
    </Button>
  </form>
)

export default function BenchesPage() {
  const { counts, page, total, from, next, filter, asOf, withoutBench, on, mayCompute, seesPeople } =
    useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  if (asOf === null)
    return (
      <>
        <PageHead title="Bangku suksesi belum disusun" scope="Bangku memuat calon penerus setiap jabatan kunci." />
        {answer && <Note tone="risk" title={answer.message} live />}
        <EmptyState
          title={withoutBench > 0 ? `${withoutBench} jabatan kunci menunggu bangku` : 'Belum ada jabatan kunci'}
          action={
            mayCompute &&
            (withoutBench > 0 ? (
              <Compute>Susun bangku sekarang</Compute>
            ) : (
              <LinkButton href="/data/jabatan">Tandai jabatan kunci</LinkButton>
            ))
          }
        >
          {withoutBench > 0
            ? 'Syarat dan kesiapan setiap calon dinilai dari catatan yang ada. Yang belum diketahui tetap disebut belum diketahui.'
            : 'Tandai dahulu jabatan yang menentukan tujuan strategis atau langka orangnya.'}
        </EmptyState>
      </>
    )
  return (
    <>
      <PageHead
        title={
          <>
            <Figure figure={counts.empty} unit={false} asLink /> dari <Figure figure={counts.all} unit={false} asLink />{' '}
            jabatan kunci belum punya penerus siap
          </>
        }
        scope="Diurutkan dari risiko tertinggi: kapan jabatan kosong, berapa penerus siap, dan seberapa lengkap datanya."
        actions={mayCompute && <Compute>Susun ulang</Compute>}
      />
      {answer && <Note tone="risk" title={answer.message} live />}
      {withoutBench > 0 && (
        <Note tone="limits" title={`${withoutBench} jabatan kunci belum punya bangku`}>
          Jabatan itu ditandai sesudah penyusunan terakhir. Susun ulang agar ikut terlihat.
        </Note>
      )}
      <nav className="summary" aria-label="Saring jabatan">
        {shownCounts.map(what => (
          <a
            key={what}
            href={filter === what ? href('/suksesi') : `${href('/suksesi')}?lihat=${what}`}
            aria-current={filter === what ? 'true' : undefined}
          >
            <b>
              <Figure figure={counts[what]} origin={false} unit={false} />
            </b>{' '}
            {filterWords[what]}
          </a>
        ))}
      </nav>
      {page.length === 0 ? (
        <EmptyFiltered what="jabatan" count={1} clearHref={href('/suksesi')} />
      ) : (
        <DataTable
          caption="Jabatan kunci menurut risiko"
          captionHidden
          rows={page}
          rowKey={b => b.position_id}
          columns={[
            {
              key: 'post',
              header: 'Jabatan kunci',
              cell: b => (
                <>
                  <a href={href('/suksesi/:positionId', { positionId: b.position_id })}>{b.name}</a>
                  <SubLine>
                    {[b.echelon ? `${b.tier} (${b.echelon})` : b.tier, b.unit_name].filter(Boolean).join(' · ')}
                  </SubLine>
                </>
              ),
            },
            {
              key: 'state',
              header: 'Keadaan',
              phoneLabel: '',
              wide: true,
              cell: b => (
                <>
                  <StateMark state={vacancyMark(b.vacancy_reason, b.state)}>
                    <FigureInWords words={stateWords(b, on)} figure={stateFigure(b, on)} />
                  </StateMark>
                  {b.vacant_on && b.vacancy_reason === 'retiring' && <SubLine>{formatDay(b.vacant_on)}</SubLine>}
                </>
              ),
            },
            {
              key: 'bench',
              header: 'Bangku: siap sekarang · 1–2 th · lebih dari 2 th',
              phoneLabel: '',
              wide: true,
              cell: b => <BenchBlocks {...benchNumbers(b)} />,
            },
            { key: 'why', header: 'Mengapa', phoneLabel: '', wide: true, cell: b => b.why },
            {
              key: 'risk',
              header: 'Risiko',
              cell: b => <Chip tone={riskTone[b.risk]}>{riskWords[b.risk]}</Chip>,
            },
          ]}
        />
      )}
      <div className="row gap-3">
        <BenchLegend />
      </div>
      {(next || from > 1) && total > pageSize && (
        <Pager
          shown={page.length}
          total={total}
          from={Math.max(from, 1)}
          unit="jabatan"
          nextHref={next ? `${href('/suksesi')}?lihat=${filter}&setelah=${next}` : null}
          previousHref={from > 1 ? `${href('/suksesi')}?lihat=${filter}` : null}
        />
      )}
      <p className="tiny faint gap-3">
        Disusun {formatDay(asOf)}. Hanya pensiun dihitung sebagai sebab lowong; mutasi dan berhenti karena sebab lain
        belum.{seesPeople ? '' : ' Nama calon terlihat dalam berkas yang diajukan kepada Anda.'}
      </p>
    </>
  )
}
