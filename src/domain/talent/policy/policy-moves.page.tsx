import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { type Figure as FigureOf, isKnown } from '#core/figure/figure.ts'
import { formatDay } from '#core/text/format.ts'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { ChartFrame } from '#ui/chart/chart-frame.tsx'
import { type HeatCell, HeatMap } from '#ui/chart/heat-map.tsx'
import { Figure } from '#ui/figure/figure.tsx'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { EmptyFiltered, EmptyState } from '#ui/kit/empty-state.tsx'
import { FilterBar } from '#ui/kit/filter-bar.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { Select } from '#ui/kit/inputs.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Pager } from '#ui/kit/pager.tsx'
import { Section, TwoColumn } from '#ui/kit/section.tsx'
import { listCycles } from '../cycle/cycle.ts'
import { errors } from '../errors.ts'
import { findPolicy } from './policy.store.ts'
import {
  findPreview,
  groupFigure,
  listPolicyMoves,
  type MoveFilter,
  movedFigure,
  peopleFigure,
  seesPolicyMoves,
} from './policy-preview.store.ts'
import { causeWords, placeWords, sharesWords } from './policy-words.ts'
import { countedAtOnce, peopleInCycle, previewPolicy } from './preview-policy.ts'
import { queuePolicyPreview } from './queue-policy-preview.ts'

export const meta = () => [{ title: 'Siapa berpindah · Anyam' }]
const pageSize = 50
const places = [9, 8, 7, 6, 5, 4, 3, 2, 1, 0]

const wholeNumber = (text: string | null) => (text && /^\d$/.test(text) ? Number(text) : undefined)

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, query, actor, on }) => {
    const policy = await findPolicy(db, params.versionId, on)
    if (!policy) throw errors.policy.notFound()
    const preview = await findPreview(db, policy.id)
    const seesPeople = seesPolicyMoves(actor.role)
    const cycles = (await listCycles(db)).filter(c => c.placed_at !== null)
    const filter: MoveFilter = seesPeople
      ? {
          unitId: query.get('unit') || undefined,
          from: wholeNumber(query.get('dari')),
          to: wholeNumber(query.get('ke')),
          cause: query.get('sebab') || undefined,
          search: query.get('cari') || undefined,
        }
      : {}
    const page = Math.max(1, Number(query.get('halaman')) || 1)
    const facts = {
      policy: { id: policy.id, code: policy.code, version: policy.version, standing: policy.standing },
      cycles: cycles.map(c => ({ id: c.id, name: c.name })),
      seesPeople,
      mayCount: actor.role === 'hr_officer' && (policy.standing === 'draft' || policy.standing === 'submitted'),
      filter,
      page,
    }
    if (!preview) return { ...facts, preview: null }
    const figure = (f: MoveFilter) => movedFigure(db, preview, f, seesPeople)
    const each = async <T, R>(list: readonly T[], read: (item: T) => Promise<R>) => {
      const found: R[] = []
      for (const item of list) found.push(await read(item))
      return found
    }
    const { summary } = preview
    const anyFilter = Object.values(filter).some(v => v !== undefined)
    return {
      ...facts,
      preview: { ...preview, summary: null },
      people: peopleFigure(preview),
      moved: await figure({}),
      found: anyFilter ? await figure(filter) : null,
      paths: await each(summary.paths, async p => ({
        from: p.from ?? 0,
        to: p.to ?? 0,
        figure: await figure({ from: p.from ?? 0, to: p.to ?? 0 }),
      })),
      causes: await each(summary.causes, async c => ({ cause: c.cause, figure: await figure({ cause: c.cause }) })),
      units: await each(summary.units, async u => ({
        id: u.id,
        name: u.name,
        figure: await figure({ unitId: u.id }),
      })),
      groups: summary.groups.flatMap(g =>
        g.lines.map(line => ({
          attribute: g.attribute,
          group: line.group,
          people: groupFigure(preview, g.attribute, line.group, 'people'),
          before: groupFigure(preview, g.attribute, line.group, 'before'),
          after: groupFigure(preview, g.attribute, line.group, 'after'),
        })),
      ),
      rows: seesPeople ? await listPolicyMoves(db, preview.id, { ...filter, page, size: pageSize }) : [],
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, params, run, actor, visit }) => {
    const policyId = params.versionId
    const next = href('/talenta/aturan/:versionId/berpindah', { versionId: policyId })
    const cycleId = values.cycleId || null
    const people = cycleId ? await visit.database.as(actor, db => peopleInCycle(db, cycleId), { readOnly: true }) : 0
    if (people > countedAtOnce) {
      const { workId } = await run(queuePolicyPreview, { policyId, cycleId })
      return redirect(`${href('/kerja/:id', { id: workId })}?lanjut=${encodeURIComponent(next)}`)
    }
    await run(previewPolicy, { policyId, cycleId })
    return redirect(next)
  })

const firstUnits = 12

type UnitRow = { id: string; name: string; figure: FigureOf }

const UnitTable = ({ units, hrefOf }: { units: UnitRow[]; hrefOf: (id: string) => string | undefined }) => (
  <DataTable
    caption="Perpindahan menurut unit"
    captionHidden
    phone="dense"
    rows={units}
    rowKey={u => u.id}
    columns={[
      { key: 'unit', header: 'Unit', cell: u => (hrefOf(u.id) ? <a href={hrefOf(u.id)}>{u.name}</a> : u.name) },
      {
        key: 'moved',
        header: 'Akan berpindah',
        number: true,
        cell: u => <Figure figure={u.figure} origin={false} asLink unit={false} />,
      },
    ]}
  />
)

const word = (box: number) => placeWords(box === 0 ? null : box)

export default function PolicyMovesPage() {
  const loaded = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { policy, cycles, mayCount, seesPeople, filter, page } = loaded
  const at = href('/talenta/aturan/:versionId', { versionId: policy.id })
  const crumbs = [
    { label: 'Aturan talenta', href: href('/talenta/aturan') },
    { label: `${policy.code} versi ${policy.version}`, href: at },
    { label: 'Siapa berpindah' },
  ]
  const form = mayCount && (
    <form method="post" className="stack">
      <FormKey />
      <Select
        name="cycleId"
        label="Dihitung pada siklus"
        value={loaded.preview?.cycleId ?? cycles[0]?.id}
        options={cycles.map(c => ({ value: c.id, label: c.name }))}
      />
      <Button variant={loaded.preview && !loaded.preview.isStale ? 'plain' : 'primary'}>
        {loaded.preview ? 'Hitung ulang' : 'Hitung siapa berpindah'}
      </Button>
      <p className="small-text quiet">Data orangnya sama; hanya aturannya yang berganti. Hasil siklus tidak berubah.</p>
    </form>
  )
  if (!loaded.preview)
    return (
      <>
        <PageHead
          title="Belum dihitung siapa yang akan berpindah"
          scope={`${policy.code} versi ${policy.version}. Sebelum berlaku, hitung dahulu akibatnya bagi orang.`}
          crumbs={crumbs}
        />
        {answer && <Note tone="risk" title={answer.message} live />}
        {form || (
          <EmptyState title="Belum ada hitungan">
            {policy.standing === 'draft' || policy.standing === 'submitted'
              ? 'Pengelola talenta menghitungnya sebelum mengajukan.'
              : 'Versi ini tidak melalui pratinjau di sini.'}
          </EmptyState>
        )}
      </>
    )
  const { preview, people, moved, found, paths, causes, units, groups, rows } = loaded
  const base = href('/talenta/aturan/:versionId/berpindah', { versionId: policy.id })
  const chosen: Record<string, string> = {
    ...(filter.from === undefined ? {} : { dari: String(filter.from) }),
    ...(filter.to === undefined ? {} : { ke: String(filter.to) }),
    ...(filter.cause ? { sebab: filter.cause } : {}),
    ...(filter.unitId ? { unit: filter.unitId } : {}),
    ...(filter.search ? { cari: filter.search } : {}),
  }
  const address = (more: Record<string, string>) => `${base}?${new URLSearchParams({ ...chosen, ...more })}`
  const only = (more: Record<string, string>) => (seesPeople ? `${base}?${new URLSearchParams(more)}#orang` : undefined)
  const filters = Object.keys(chosen).length
  const total = Number((found ?? moved).value ?? 0)
  const isNobody = isKnown(moved) && moved.value === 0
  const froms = places.filter(b => paths.some(p => p.from === b))
  const tos = places.filter(b => paths.some(p => p.to === b))
  const cell = (from: number, to: number): HeatCell => {
    const path = paths.find(p => p.from === from && p.to === to)
    if (!path) return { kind: 'none' }
    return isKnown(path.figure)
      ? {
          kind: 'value',
          figure: path.figure,
          href: only({ dari: String(from), ke: String(to) }),
          selected: filter.from === from && filter.to === to,
        }
      : { kind: 'suppressed', words: 'ditutup' }
  }
  const open = units.filter(u => isKnown(u.figure))
  const closedUnits = units.filter(u => !isKnown(u.figure))
  const most = Math.max(4, ...paths.map(p => Number(p.figure.value ?? 0)))
  return (
    <>
      <PageHead
        title={
          isNobody ? (
            'Tidak seorang pun akan berpindah'
          ) : (
            <>
              <Figure figure={moved} origin={false} asLink /> akan berpindah
            </>
          )
        }
        scope={`${policy.code} versi ${policy.version} dibandingkan dengan ${preview.comparedCode} versi ${preview.comparedVersion} pada ${preview.cycleName}. Kotak menurut hitungan, sebelum keputusan sidang.`}
        crumbs={crumbs}
        actions={
          seesPeople && !isNobody ? (
            <LinkButton href={`${base}.xlsx?${new URLSearchParams(chosen)}`} icon="download">
              Unduh Excel
            </LinkButton>
          ) : undefined
        }
      />
      {answer && <Note tone="risk" title={answer.message} live />}
      {preview.isStale && (
        <Note tone="due" title="Draf sudah diubah sesudah hitungan ini">
          Hitung ulang agar sesuai dengan isi draf yang terakhir.
        </Note>
      )}
      <TwoColumn
        side={
          <>
            <Section title="Hitungan">
              <p className="small-text">
                <Figure figure={people} origin={false} asLink /> dihitung dengan kedua aturan pada data{' '}
                {formatDay(preview.asOf)}, oleh {preview.madeByName}, {formatDay(preview.madeOn)}.
              </p>
              {form}
            </Section>
            {!isNobody && (
              <Section title="Perubahan yang memindahkan" note="satu per satu, menurut urutannya">
                <DataTable
                  caption="Sebab perpindahan"
                  captionHidden
                  phone="dense"
                  rows={causes}
                  rowKey={c => c.cause}
                  columns={[
                    {
                      key: 'cause',
                      header: 'Yang berubah',
                      cell: c =>
                        seesPeople ? (
                          <a href={only({ sebab: c.cause })}>{causeWords[c.cause] ?? c.cause}</a>
                        ) : (
                          (causeWords[c.cause] ?? c.cause)
                        ),
                    },
                    {
                      key: 'people',
                      header: 'Orang',
                      number: true,
                      cell: c => <Figure figure={c.figure} origin={false} asLink unit={false} />,
                    },
                  ]}
                />
              </Section>
            )}
            {!seesPeople && (
              <Note tone="limits" title="Jumlah kecil ditutup">
                Kurang dari lima orang tidak ditampilkan, bersama jumlah lain yang dapat membukanya.
              </Note>
            )}
          </>
        }
      >
        {!isNobody && (
          <>
            <Section title="Dari mana ke mana" note="baris: sekarang; kolom: bila versi ini berlaku">
              <ChartFrame
                twin={{
                  caption: 'Perpindahan dari kotak ke kotak',
                  head: ['Perpindahan', 'Orang'],
                  rows: paths.map(p => [
                    `Dari ${word(p.from)} ke ${word(p.to)}`,
                    <Figure key="n" figure={p.figure} origin={false} asLink unit={false} />,
                  ]),
                }}
              >
                <HeatMap
                  caption="Perpindahan dari kotak ke kotak"
                  rowHeader="Dari"
                  columns={tos.map(b => `Ke ${word(b)}`)}
                  digits={0}
                  noneWords="tidak seorang pun"
                  cuts={[Math.ceil(most / 4), Math.ceil(most / 2), Math.ceil((3 * most) / 4)]}
                  rows={froms.map(from => ({
                    key: String(from),
                    label: `Dari ${word(from)}`,
                    cells: tos.map(to => cell(from, to)),
                  }))}
                />
              </ChartFrame>
            </Section>
            {seesPeople && (
              <Section title="Siapa" id="orang">
                <FilterBar
                  search={{ name: 'cari', label: 'Cari nama', value: filter.search ?? '' }}
                  clearHref={filters > 0 ? base : undefined}
                  filters={[
                    {
                      name: 'dari',
                      label: 'Dari',
                      chosen: filter.from === undefined ? [] : [String(filter.from)],
                      options: froms.map(b => ({ value: String(b), label: word(b) })),
                    },
                    {
                      name: 'ke',
                      label: 'Ke',
                      chosen: filter.to === undefined ? [] : [String(filter.to)],
                      options: tos.map(b => ({ value: String(b), label: word(b) })),
                    },
                    {
                      name: 'sebab',
                      label: 'Sebab',
                      chosen: filter.cause ? [filter.cause] : [],
                      options: causes.map(c => ({ value: c.cause, label: causeWords[c.cause] ?? c.cause })),
                    },
                    {
                      name: 'unit',
                      label: 'Unit',
                      chosen: filter.unitId ? [filter.unitId] : [],
                      options: units.map(u => ({ value: u.id, label: u.name })),
                    },
                  ]}
                />
                {rows.length === 0 ? (
                  <EmptyFiltered what="orang" count={filters} clearHref={base} />
                ) : (
                  <>
                    <DataTable
                      caption="Orang yang akan berpindah"
                      captionHidden
                      rows={rows}
                      rowKey={r => r.employee_id}
                      columns={[
                        {
                          key: 'name',
                          header: 'Nama dan jabatan',
                          cell: r => (
                            <>
                              <a
                                href={`${href('/talenta/peta/:employeeId/mengapa', { employeeId: r.employee_id })}?siklus=${preview.cycleId}`}
                              >
                                {r.name}
                              </a>
                              <SubLine>
                                {r.position_name ?? 'Jabatan belum ada'}, {r.unit_name}
                              </SubLine>
                            </>
                          ),
                        },
                        { key: 'from', header: 'Sekarang', cell: r => placeWords(r.from_box) },
                        { key: 'to', header: 'Bila berlaku', cell: r => <b>{placeWords(r.to_box)}</b> },
                        {
                          key: 'cause',
                          header: 'Karena',
                          cell: r => {
                            const shares = sharesWords(r.shares)
                            return (
                              <>
                                {causeWords[r.cause] ?? r.cause}
                                {shares && <SubLine>bersama: {shares}</SubLine>}
                              </>
                            )
                          },
                        },
                      ]}
                    />
                    <Pager
                      shown={rows.length}
                      total={total}
                      from={(page - 1) * pageSize + 1}
                      unit="orang"
                      previousHref={page > 1 ? address({ halaman: String(page - 1) }) : null}
                      nextHref={page * pageSize < total ? address({ halaman: String(page + 1) }) : null}
                    />
                  </>
                )}
              </Section>
            )}
            <Section title="Menurut unit">
              <UnitTable units={open.slice(0, firstUnits)} hrefOf={id => only({ unit: id })} />
              {open.length > firstUnits && (
                <details className="disclosure gap-3">
                  <summary>{open.length - firstUnits} unit lain</summary>
                  <UnitTable units={open.slice(firstUnits)} hrefOf={id => only({ unit: id })} />
                </details>
              )}
              {closedUnits.length > 0 && (
                <p className="small-text quiet gap-3">Jumlahnya ditutup: {closedUnits.map(u => u.name).join(', ')}.</p>
              )}
            </Section>
          </>
        )}
        <Section title="Siapa masuk kelompok rencana suksesi" note="menurut kelompok; jumlah kecil ditutup bagi semua">
          <DataTable
            caption="Kelompok rencana suksesi menurut kelompok"
            captionHidden
            phone="dense"
            rows={groups}
            rowKey={g => `${g.attribute} ${g.group}`}
            groups={(g, i) => (i === 0 || groups[i - 1].attribute !== g.attribute ? g.attribute : null)}
            columns={[
              { key: 'group', header: 'Kelompok', cell: g => g.group },
              ...(['people', 'before', 'after'] as const).map(key => ({
                key,
                header: { people: 'Orang', before: 'Dalam KRS sekarang', after: 'Bila berlaku' }[key],
                number: true,
                cell: (g: (typeof groups)[number]) => {
                  const figure = g[key]
                  return figure ? <Figure figure={figure} origin={false} asLink unit={false} /> : null
                },
              })),
            ]}
          />
          <p className="small-text quiet">
            Selisih antarkelompok adalah tanda untuk ditelaah, bukan bukti diskriminasi.
          </p>
        </Section>
      </TwoColumn>
    </>
  )
}
