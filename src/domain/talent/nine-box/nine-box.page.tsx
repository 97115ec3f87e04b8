import '#ui/style/screens/nine-box.css'
import { href, useLoaderData } from 'react-router'
import { listed } from '#core/figure/mechanisms.ts'
import { formatDay } from '#core/text/format.ts'
import { load } from '#platform/web/page.ts'
import { NineBoxGrid } from '#ui/chart/nine-box-grid.tsx'
import { Figure, FigureValue } from '#ui/figure/figure.tsx'
import { LinkButton } from '#ui/kit/button.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { EmptyFiltered, EmptyState } from '#ui/kit/empty-state.tsx'
import { FilterBar } from '#ui/kit/filter-bar.tsx'
import { Icon } from '#ui/kit/icon.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Pager } from '#ui/kit/pager.tsx'
import { Section } from '#ui/kit/section.tsx'
import { Segment } from '#ui/kit/segment.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { MovesTable } from './moves-table.view.tsx'
import { boxNumbers, type nearestCut, type Ranking, shareOfBox } from './nine-box.model.ts'
import { readNineBox } from './nine-box.read.ts'
import { SelectedPerson } from './selected-person.view.tsx'
import { WaitingRoom } from './waiting-room.view.tsx'

export const meta = () => [{ title: 'Peta 9 kotak · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) => load(args, readNineBox)

const range = (cuts: number[], level: number, ranking: Ranking | null = null) =>
  ranking && cuts.length === 0
    ? level === 0
      ? `${ranking.percents[0]}% terbawah`
      : level === ranking.percents.length
        ? `${100 - ranking.percents[level - 1]}% teratas`
        : 'di antaranya'
    : level === 0
      ? `kurang dari ${cuts[0]}`
      : level === cuts.length
        ? `${cuts[level - 1]} ke atas`
        : `${cuts[level - 1]} sampai kurang dari ${cuts[level]}`
const Distance = ({ near }: { near: Exclude<ReturnType<typeof nearestCut>, null> }) => (
  <>
    <Figure figure={near.figure} asLink /> {near.isAbove ? 'dari' : 'ke'} batas {near.axis} {near.cut}
  </>
)

export default function NineBoxPage() {
  const loaded = useLoaderData<typeof loader>()
  if (!loaded)
    return (
      <EmptyState
        alone
        title="Belum ada peta"
        action={
          <LinkButton variant="primary" href={href('/talenta')}>
            Buka siklus
          </LinkButton>
        }
      >
        Peta muncul setelah siklus dihitung.
      </EmptyState>
    )
  const {
    cycle,
    filter,
    view,
    box,
    nearOnly,
    unsureOnly,
    page,
    pageSize,
    cuts,
    personCuts,
    ranked,
    axes,
    words,
    counts,
    dots,
    left,
    rows,
    moves,
    values,
    role,
    person,
    told,
    order,
    pool,
    printed,
  } = loaded
  const own = new URLSearchParams({
    siklus: cycle.id,
    ...(filter.unitId ? { unit: filter.unitId } : {}),
    ...(filter.search ? { cari: filter.search } : {}),
    ...(nearOnly ? { tandai: 'batas' } : unsureOnly ? { tandai: 'ragu' } : {}),
  })
  for (const t of filter.tiers) own.append('jenjang', t)
  const address = (more: Record<string, string | undefined>) => {
    const q = new URLSearchParams(own)
    for (const [k, v] of Object.entries(more)) v === undefined ? q.delete(k) : q.set(k, v)
    return `${href('/talenta/peta')}?${q}`
  }
  const mayMove = role === 'hr_officer' || role === 'committee'
  const placed = Number(counts.placed.value)
  const isDense = boxNumbers.some(n => (dots[n] ?? []).length > 600)
  const filters = [filter.unitId, filter.tiers.length > 0, filter.search, nearOnly, unsureOnly].filter(Boolean).length
  const counted = box ? counts[`box-${box}`] : nearOnly ? counts.near : unsureOnly ? counts.unsure : counts.placed
  return (
    <>
      <p className="map-paper">
        <b>{printed.agency}</b> · Peta 9 kotak, {cycle.name} · data per {formatDay(cycle.as_of)} · aturan{' '}
        {cycle.rule_code} versi {cycle.rule_version}
      </p>
      <PageHead
        title={
          <>
            <Figure figure={counts.pool} asLink /> masuk kelompok rencana suksesi;{' '}
            <Figure figure={counts.waiting} asLink /> belum dapat dipetakan
          </>
        }
        scope={
          <>
            Peta 9 kotak, {cycle.name}. <Figure figure={counts.placed} origin={false} asLink unit={false} /> dari{' '}
            <Figure figure={counts.all} origin={false} asLink unit={false} /> ASN dalam lingkup sudah dipetakan. Tidak
            seorang pun ditempatkan di kotak 1 karena datanya kosong.
          </>
        }
        crumbs={[
          { label: 'Talenta', href: `${href('/talenta')}?siklus=${cycle.id}` },
          { label: cycle.name },
          { label: 'Pemetaan' },
        ]}
        actions={
          <>
            <Segment
              label="Tampilan"
              options={[
                { label: 'Kotak', href: address({ tampil: undefined, kotak: undefined }), current: view === 'kotak' },
                { label: 'Tabel', href: address({ tampil: 'tabel' }), current: view === 'tabel' },
                { label: 'Sebelum–sesudah', href: address({ tampil: 'sebelum' }), current: view === 'sebelum' },
              ]}
            />
            <LinkButton href={`${href('/talenta/peta/banding')}?ke-siklus=${cycle.id}`}>Bandingkan siklus</LinkButton>
            <LinkButton href={`/talenta/peta.xlsx?${own}`} icon="download">
              Unduh Excel
            </LinkButton>
          </>
        }
      />
      {told === 'usul' && (
        <Note live title="Usulan pindah terkirim">
          Usulan diputus dalam sidang komite oleh orang lain.
        </Note>
      )}
      <FilterBar
        keep={{ siklus: cycle.id, ...(view !== 'kotak' ? { tampil: view } : {}) }}
        search={{ name: 'cari', label: 'Cari nama atau NIP', value: filter.search ?? '' }}
        clearHref={filters > 0 ? `${href('/talenta/peta')}?siklus=${cycle.id}` : undefined}
        filters={[
          {
            name: 'unit',
            label: 'Unit',
            valueLabel: filter.unitId ? undefined : `Semua (${values.units.length})`,
            chosen: filter.unitId ? [filter.unitId] : [],
            options: values.units.map(u => ({ value: u.id, label: u.name })),
          },
          {
            name: 'jenjang',
            label: 'Jenjang',
            multiple: true,
            chosen: filter.tiers,
            options: values.tiers.map(t => ({ value: t, label: t })),
          },
          {
            name: 'tandai',
            label: 'Tandai',
            chosen: nearOnly ? ['batas'] : unsureOnly ? ['ragu'] : [],
            options: [
              { value: 'batas', label: 'Dekat batas (±2)' },
              { value: 'ragu', label: 'Kotak belum cukup pasti' },
            ],
          },
        ]}
      >
        Aturan {cycle.rule_code} versi {cycle.rule_version} · potret {formatDay(cycle.as_of)}
      </FilterBar>
      <p className="map-paper">
        Saringan:{' '}
        {filters === 0
          ? 'tidak ada, seluruh lingkup siklus'
          : [
              filter.unitId && values.units.find(u => u.id === filter.unitId)?.name,
              filter.tiers.length > 0 && filter.tiers.join(', '),
              filter.search && `cari "${filter.search}"`,
              nearOnly && 'dekat batas',
              unsureOnly && 'kotak belum cukup pasti',
            ]
              .filter(Boolean)
              .join('; ')}
        . Dicetak oleh {printed.by}, {printed.at}. Terbatas.
      </p>
      {view === 'kotak' && (
        <div className={person ? 'map with-panel' : 'map'}>
          <NineBoxGrid
            cells={boxNumbers.map(n => ({
              box: n,
              count: Number(counts[`box-${n}`].value),
              value: <FigureValue figure={counts[`box-${n}`]} unit={false} />,
              share: placed > 0 ? Number(counts[`box-${n}`].value) / placed : null,
              shareValue: placed > 0 && <FigureValue figure={listed(shareOfBox(counts, n))} />,
              treatment: words[n].treatment,
              href: `${address({ kotak: String(n) })}#daftar`,
              dots: dots[n] ?? [],
              left: left[n],
              open: box === n,
            }))}
            order={order}
            pool={pool}
            board={{
              dots: `${href('/talenta/peta/titik')}?${own}`,
              person: address({ orang: 'ORANG', kotak: box ? String(box) : undefined }),
              why: `${href('/talenta/peta/:employeeId/mengapa', { employeeId: 'ORANG' })}?siklus=${cycle.id}`,
              move: mayMove
                ? `${href('/talenta/peta/:employeeId/pindah', { employeeId: 'ORANG' })}?siklus=${cycle.id}`
                : undefined,
            }}
            performance={
              [2, 1, 0].map(l => ({ title: axes.y[l], range: `Kinerja ${range(cuts.y, l, ranked.y)}` })) as [
                never,
                never,
                never,
              ]
            }
            potential={
              [0, 1, 2].map(l => ({
                title: `Potensial ${axes.x[l].toLowerCase()}`,
                range: range(cuts.x, l, ranked.x),
              })) as [never, never, never]
            }
          />
          {person && (
            <SelectedPerson
              person={person}
              cycleId={cycle.id}
              cuts={personCuts}
              name={words[person.decidedBox ?? person.box ?? 0]?.name ?? ''}
              mayMove={mayMove}
              boxes={boxNumbers}
            />
          )}
          <div className="map-help">
            <p id="map-words" className="small-text" role="status" aria-live="polite" />
            <details className="disclosure">
              <summary>Peta dengan papan ketik{mayMove ? ' atau seret' : ''}</summary>
              <ul className="lines small-text">
                <li>Panah berpindah antarkotak. Enter membuka daftar kotak. Spasi masuk ke titik orang.</li>
                <li>Di antara titik: panah ke orang berikutnya, Enter membuka, Y mengapa, Escape kembali.</li>
                {mayMove && (
                  <>
                    <li>M memulai usul pindah. Panah atau angka memilih kotak, Enter membuka formulir alasan.</li>
                    <li>
                      Titik, atau nama dalam daftar, dapat diseret ke kotak lain. Pada layar sentuh, tahan dahulu.
                    </li>
                    <li>Menyeret tidak memutuskan apa pun. Escape membatalkan.</li>
                  </>
                )}
              </ul>
            </details>
          </div>
          <ul className="legend">
            <li>
              <Icon name="dot" /> Satu titik, satu orang, pada nilai sebenarnya
            </li>
            {Object.keys(left).length > 0 && (
              <li>
                <Icon name="left-place" /> Tempat lama orang yang dipindah sidang, sampai sidang ditutup
              </li>
            )}
            {isDense && (
              <li>
                <Icon name="density" /> Kotak berisi lebih dari 600 orang: makin pekat, makin banyak orang
              </li>
            )}
            <li>
              <Icon name="border" /> <Figure figure={counts.near} origin={false} asLink unit={false} /> orang kurang
              dari 2 poin dari batas: baca sebagai "di perbatasan"
            </li>
            <li>
              <a href={address({ tandai: 'ragu', tampil: 'tabel' })}>Kotak belum cukup pasti</a> menurut galat ukur:{' '}
              <Figure figure={counts.unsure} origin={false} asLink unit={false} /> orang
            </li>
            <li>Kelompok Rencana Suksesi: kotak {[...pool].sort().join(', ')}</li>
          </ul>
          <Section
            title={
              <>
                Ruang tunggu: <Figure figure={counts.waiting} unit={false} asLink /> orang belum dapat dipetakan
              </>
            }
            end={<a href={`${href('/talenta/peta/tunggu')}?siklus=${cycle.id}`}>Lihat siapa harus melengkapi apa</a>}
          >
            <WaitingRoom counts={counts} cycleId={cycle.id} />
          </Section>
        </div>
      )}
      {view === 'sebelum' ? (
        <Section
          title={moves.length === 0 ? 'Belum ada usulan pindah' : `${moves.length} usulan pindah`}
          note="kotak menurut hitungan tetap tersimpan"
        >
          {moves.length === 0 ? (
            <p className="quiet">Pemindahan diusulkan dari peta atau dari alasan kotak, dengan kode alasan.</p>
          ) : (
            <MovesTable moves={moves} cycleId={cycle.id} />
          )}
        </Section>
      ) : (
        <Section
          id="daftar"
          title={
            <>
              {box
                ? `Kotak ${box}`
                : nearOnly
                  ? 'Di perbatasan'
                  : unsureOnly
                    ? 'Kotak belum cukup pasti'
                    : 'Semua yang dipetakan'}
              , <Figure figure={counted} asLink />
            </>
          }
          note={`urut: paling dekat ke batas${mayMove ? '; tekan 1 sampai 9 pada sebuah baris untuk mengusulkan kotak' : ''}`}
          end={
            view === 'kotak' && !box && rows.length < placed ? (
              <a href={address({ tampil: 'tabel' })}>Semua orang</a>
            ) : undefined
          }
        >
          {rows.length === 0 ? (
            filters > 0 || box ? (
              <EmptyFiltered
                what="orang"
                count={Math.max(1, filters)}
                clearHref={`${href('/talenta/peta')}?siklus=${cycle.id}`}
              />
            ) : (
              <p className="quiet">Belum ada yang dapat dipetakan.</p>
            )
          ) : (
            <>
              <DataTable
                caption="Orang di peta"
                captionHidden
                phone="dense"
                rows={rows}
                rowKey={r => r.employee_id}
                selected={r => r.employee_id === person?.employeeId}
                columns={[
                  {
                    key: 'name',
                    header: 'Nama dan jabatan',
                    cell: r => (
                      <>
                        <a
                          href={address({ orang: r.employee_id, kotak: box ? String(box) : undefined })}
                          {...(mayMove ? { 'data-drag': r.employee_id, 'data-from': r.decided_box } : {})}
                        >
                          {r.name}
                        </a>
                        <SubLine>
                          {r.position_name ?? 'Jabatan belum ada'}, {r.unit_name}
                        </SubLine>
                        {r.has_expired ? (
                          <StateMark state="expired">Ada bukti kedaluwarsa</StateMark>
                        ) : (
                          r.has_expiring && <StateMark state="expired">Asesmen segera habis</StateMark>
                        )}
                      </>
                    ),
                  },
                  {
                    key: 'box',
                    header: 'Kotak',
                    number: true,
                    cell: r => (
                      <>
                        <Figure figure={r.boxFigure} unit={false} asLink />
                        {r.decided_box !== r.box && ` → ${r.decided_box}`}
                      </>
                    ),
                  },
                  {
                    key: 'x',
                    header: 'Potensial',
                    number: true,
                    cell: r => <Figure figure={r.xFigure} unit={false} asLink />,
                  },
                  {
                    key: 'y',
                    header: 'Kinerja',
                    number: true,
                    cell: r => <Figure figure={r.yFigure} unit={false} asLink />,
                  },
                  {
                    key: 'distance',
                    header: 'Jarak ke batas',
                    wide: true,
                    cell: r =>
                      r.near &&
                      (r.is_near_cut ? (
                        <StateMark state="border">
                          <Distance near={r.near} />
                        </StateMark>
                      ) : (
                        <Distance near={r.near} />
                      )),
                  },
                  {
                    key: 'chance',
                    header: 'Peluang kotak',
                    number: true,
                    cell: r =>
                      r.chance && (
                        <>
                          <Figure figure={r.chance.figure} unit={false} asLink />
                          {r.chance.isNear && r.chance.neighbour && (
                            <SubLine>atau kotak {r.chance.neighbour.box}</SubLine>
                          )}
                        </>
                      ),
                  },
                  {
                    key: 'why',
                    header: 'Alasan',
                    phoneLabel: '',
                    cell: r => (
                      <ul className="side-links">
                        <li>
                          <a
                            href={`${href('/talenta/peta/:employeeId/mengapa', { employeeId: r.employee_id })}?siklus=${cycle.id}`}
                          >
                            Mengapa?
                          </a>
                        </li>
                        {mayMove && (
                          <li>
                            <a
                              data-move
                              href={`${href('/talenta/peta/:employeeId/pindah', { employeeId: r.employee_id })}?siklus=${cycle.id}`}
                            >
                              Pindah
                            </a>
                          </li>
                        )}
                      </ul>
                    ),
                  },
                ]}
              />
              {(view === 'tabel' || box || nearOnly || unsureOnly || filter.search) && (
                <Pager
                  shown={rows.length}
                  total={filter.search ? rows.length : Number(counted.value)}
                  from={(page - 1) * pageSize + 1}
                  unit="orang"
                  previousHref={
                    page > 1
                      ? address({
                          tampil: view === 'kotak' ? undefined : view,
                          kotak: box ? String(box) : undefined,
                          halaman: String(page - 1),
                        })
                      : null
                  }
                  nextHref={
                    page * pageSize < Number(counted.value)
                      ? address({
                          tampil: view === 'kotak' ? undefined : view,
                          kotak: box ? String(box) : undefined,
                          halaman: String(page + 1),
                        })
                      : null
                  }
                />
              )}
            </>
          )}
        </Section>
      )}
      <script src="/nine-box.js" defer />
    </>
  )
}
