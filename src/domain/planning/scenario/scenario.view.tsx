import { href } from 'react-router'
import { formatDay, formatNumber } from '#core/text/format.ts'
import type { FormAnswer } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { Button } from '#ui/kit/button.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { DefinitionList } from '#ui/kit/definition-list.tsx'
import { EmptyFiltered } from '#ui/kit/empty-state.tsx'
import { FilterBar } from '#ui/kit/filter-bar.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { FormActions } from '#ui/kit/form-parts.tsx'
import { NumberField, TextInput } from '#ui/kit/inputs.tsx'
import { Bar } from '#ui/kit/meter.tsx'
import { Pager } from '#ui/kit/pager.tsx'
import { Panel } from '#ui/kit/panel.tsx'
import { Section } from '#ui/kit/section.tsx'
import { Segment } from '#ui/kit/segment.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import type { explainScenario } from './explain-scenario.ts'
import { SeatDemand } from './lock-seat.view.tsx'
import type { Scenario } from './scenario.store.ts'
import { heldWords } from './scenario-words.ts'

type Plan = Awaited<ReturnType<typeof explainScenario>>
type Head = Omit<Scenario, 'instance' | 'solution'>

const percent = (value: number) =>
  value === 0 ? 'pagu sekarang' : `pagu ${value > 0 ? '+' : ''}${formatNumber(value, { digits: 1 })}%`

/** The same question under another budget: asked here, solved anew, and its answers side by side. */
export const WhatIfPart = ({
  scenario,
  plan,
  isHr,
  answer,
}: {
  scenario: Head
  plan: Plan
  isHr: boolean
  answer?: FormAnswer
}) => (
  <Panel title="Bagaimana jika?">
    {plan.variants.length > 0 && (
      <>
        <DataTable
          caption="Hasil menurut pagu"
          captionHidden
          rows={plan.variants}
          rowKey={v => v.id}
          selected={v => v.isThis}
          phone="dense"
          columns={[
            {
              key: 'budget',
              header: 'Pagu',
              cell: v => (
                <>
                  {v.isThis ? (
                    <b>{percent(v.budgetChangePercent)}</b>
                  ) : (
                    <a href={href('/diklat/penyusun/:scenarioId', { scenarioId: v.id })} title={v.name}>
                      {percent(v.budgetChangePercent)}
                    </a>
                  )}
                  <SubLine>
                    biaya <Figure figure={v.figures.cost} origin={false} asLink />
                  </SubLine>
                  {v.floorsMissed !== null && (
                    <SubLine>
                      <StateMark state={v.floorsMissed.length === 0 ? 'known' : 'risk'}>
                        {v.floorsMissed.length === 0
                          ? 'lantai keadilan terpenuhi'
                          : `lantai kurang: ${v.floorsMissed.join(', ')}`}
                      </StateMark>
                    </SubLine>
                  )}
                </>
              ),
            },
            {
              key: 'levels',
              header: 'Level',
              number: true,
              cell: v => <Figure figure={v.figures.levels} origin={false} asLink unit={false} />,
            },
            {
              key: 'people',
              header: 'Orang',
              number: true,
              cell: v => <Figure figure={v.figures.people} origin={false} asLink unit={false} />,
            },
          ]}
        />
        {!plan.isRankingProven && (
          <p className="small-text quiet">
            Selisih poinnya lebih kecil daripada ketidakpastian hitungan; urutannya belum terbukti.
          </p>
        )}
      </>
    )}
    {isHr ? (
      <form method="post" className="form">
        <FormKey />
        <NumberField
          name="budgetChangePercent"
          label="Andaikan semua pagu berubah"
          unit="persen"
          hint="Misalnya −10 atau 25."
          value={answer?.values.budgetChangePercent ?? String(scenario.settings.rules.budgetChangePercent)}
          error={answer?.fields.budgetChangePercent}
        />
        <FormActions>
          <Button name="_intent" value="vary">
            Hitung
          </Button>
        </FormActions>
      </form>
    ) : (
      plan.variants.length === 0 && <p className="quiet">Pengelola dapat menghitung skenario dengan pagu lain.</p>
    )}
  </Panel>
)

/** Where the money goes, and what Rp10 million more on the paying line would buy. */
export const LinesPart = ({ plan }: { plan: Plan }) => {
  const lines = plan.figures.lines.filter(l => l.isUsed || (l.more && !l.more.isNothing))
  return (
    <Section title="Pos anggaran" note="yang menanggung rencana ini">
      <DataTable
        caption="Pemakaian pos anggaran"
        captionHidden
        rows={lines}
        rowKey={l => l.line}
        columns={[
          { key: 'line', header: 'Pos', cell: l => l.name },
          {
            key: 'amount',
            header: 'Tersedia',
            number: true,
            cell: l => <Figure figure={l.amount} origin={false} asLink />,
          },
          {
            key: 'used',
            header: 'Terpakai',
            number: true,
            cell: l => (
              <>
                <Figure figure={l.used} origin={false} asLink />
                <Bar share={l.share} label={`Bagian ${l.name} yang terpakai`} />
              </>
            ),
          },
          {
            key: 'more',
            header: 'Tambahan Rp10 juta membeli',
            wide: true,
            cell: l =>
              l.more === null ? (
                <StateMark state="unknown">Belum dihitung</StateMark>
              ) : l.more.isNothing ? (
                'Tidak menambah apa pun'
              ) : (
                <>
                  <Figure figure={l.more.gain} origin={false} asLink />
                  <SubLine>{l.more.isExact ? plan.bought[l.line] : 'di antara batas yang terbukti'}</SubLine>
                </>
              ),
          },
        ]}
      />
    </Section>
  )
}

/** Who is in and who is not, each person once with every reason; found by name. */
export const ReasonsPart = ({
  plan,
  scenarioId,
  mayLock,
  edit,
  answer,
}: {
  plan: Plan
  scenarioId: string
  mayLock: boolean
  /** Person and module whose demand is open. */
  edit: string | null
  answer?: FormAnswer
}) => {
  const here = href('/diklat/penyusun/:scenarioId', { scenarioId })
  const address = (view: Plan['view'], page = 1, search = plan.search) =>
    `${here}?${new URLSearchParams({
      lihat: view === 'in' ? 'masuk' : 'keluar',
      ...(search ? { cari: search } : {}),
      ...(page > 1 ? { halaman: String(page) } : {}),
    })}#alasan`
  return (
    <Section
      id="alasan"
      title={plan.view === 'in' ? 'Siapa masuk, dan alasannya' : 'Apa yang belum masuk, dan sebabnya'}
      end={
        <Segment
          label="Alasan"
          options={[
            { label: 'Masuk', href: address('in'), current: plan.view === 'in' },
            { label: 'Belum masuk', href: address('out'), current: plan.view === 'out' },
          ]}
        />
      }
    >
      <FilterBar
        search={{ name: 'cari', label: 'Cari nama', value: plan.search }}
        keep={{ lihat: plan.view === 'in' ? 'masuk' : 'keluar' }}
        filters={[]}
        clearHref={plan.search ? address(plan.view, 1, '') : undefined}
      />
      {plan.people.length === 0 ? (
        plan.search ? (
          <EmptyFiltered what="orang" count={1} clearHref={address(plan.view, 1, '')} />
        ) : (
          <p className="quiet">
            {plan.view === 'in' ? 'Belum ada kursi dalam rencana ini.' : 'Semua kebutuhan yang diketahui sudah masuk.'}
          </p>
        )
      ) : (
        <>
          <DataTable
            caption={plan.view === 'in' ? 'Orang yang masuk' : 'Kebutuhan yang belum masuk'}
            captionHidden
            rows={plan.people}
            rowKey={p => p.id}
            columns={[
              {
                key: 'name',
                header: 'Orang',
                cell: p => (
                  <>
                    {p.name}
                    <SubLine>{p.unit}</SubLine>
                  </>
                ),
              },
              {
                key: 'why',
                phoneLabel: '',
                header: plan.view === 'in' ? 'Kelas dan alasan' : 'Kebutuhan dan yang menghalangi',
                wide: true,
                cell: p => (
                  <ul className="person-reasons">
                    {p.lines.map(l => (
                      <li key={l.key}>
                        <div>
                          <b>{l.what}</b>
                          {l.end && <span className="faint"> {l.end}</span>}
                          <div className="small-text quiet">{l.reason}</div>
                        </div>
                        {l.module && (
                          <SeatDemand
                            person={p}
                            module={l.module}
                            what={l.what}
                            lock={plan.locks.find(k => k.employee === p.id && k.module === l.module)}
                            isIn={plan.view === 'in'}
                            mayLock={mayLock}
                            isOpen={edit === `${p.id}.${l.module}`}
                            openHref={address(plan.view, plan.page).replace(/#.*$/, `&atur=${p.id}.${l.module}#atur`)}
                            answer={answer}
                          />
                        )}
                      </li>
                    ))}
                  </ul>
                ),
              },
            ]}
          />
          <Pager
            shown={plan.people.length}
            total={plan.total}
            unit="orang"
            from={plan.first}
            previousHref={plan.page > 1 ? address(plan.view, plan.page - 1) : null}
            nextHref={plan.hasNext ? address(plan.view, plan.page + 1) : null}
          />
        </>
      )}
    </Section>
  )
}

/** How good the plan is, its floors, and what no plan could decide. */
export const OtherPart = ({ plan }: { plan: Plan }) => {
  const { objective, bound, toAssess, leftOut, itemised, sexUnknown } = plan.figures
  const isOutside = [toAssess, leftOut, itemised, sexUnknown].some(f => Number(f.value) > 0)
  return (
    <>
      <Section title="Seberapa baik rencana ini">
        <DefinitionList
          facts={[
            { term: 'Poin rencana', value: objective ? <Figure figure={objective} origin={false} asLink /> : '–' },
            { term: 'Batas terbukti', value: <Figure figure={bound} origin={false} asLink /> },
            { term: 'Aturan poin', value: 'PRIORITAS-DIKLAT' },
          ]}
        />
        <p className="small-text quiet gap-2">{plan.quality}</p>
      </Section>
      {plan.floors.length > 0 && (
        <Section title="Lantai keadilan">
          <ul className="lines">
            {plan.floors.map(f => (
              <li key={f.id}>
                <StateMark state={f.reached >= f.required ? 'known' : 'risk'}>{f.name}</StateMark>
                <div className="small-text quiet">
                  {f.reached} dari paling sedikit {f.required}; yang dapat dijangkau {f.reachable}
                  {f.points !== null && f.points > 0 ? `. Harganya ${formatNumber(f.points)} poin` : ''}
                </div>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {plan.figures.held.length > 0 && (
        <Section title="Yang menahan" note="sebab pertama tiap kegiatan">
          <ul className="lines pairs">
            {plan.figures.held.slice(0, 6).map(h => (
              <li key={h.code}>
                <span>{heldWords[h.code]}</span>
                <b>
                  <Figure figure={h.figure} origin={false} asLink unit={false} />
                </b>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {isOutside && (
        <Section title="Di luar hitungan">
          {Number(toAssess.value) > 0 && (
            <p className="small-text">
              <Figure figure={toAssess} origin={false} asLink /> perlu asesmen: levelnya belum diketahui, dan itu bukan
              kesenjangan.
            </p>
          )}
          {Number(leftOut.value) > 0 && (
            <p className="small-text">
              <Figure figure={leftOut} origin={false} asLink unit={false} /> kelas dilewati: biaya atau JP modulnya
              belum diketahui.
            </p>
          )}
          {Number(itemised.value) > 0 && (
            <p className="small-text">
              <Figure figure={itemised} origin={false} asLink unit={false} /> kelas dihitung dari butir biayanya
              sendiri, bukan dari harga per orang modulnya.
            </p>
          )}
          {Number(sexUnknown.value) > 0 && (
            <p className="small-text">
              <Figure figure={sexUnknown} origin={false} asLink /> belum tercatat jenis kelaminnya; kursinya tidak
              dihitung untuk lantai perempuan.
            </p>
          )}
        </Section>
      )}
      {plan.other && (
        <p className="small-text">
          Disalin dari{' '}
          <a href={href('/diklat/penyusun/:scenarioId', { scenarioId: plan.other.id })}>{plan.other.name}</a>.
        </p>
      )}
    </>
  )
}

/** The decision: freeze the plan under a name, or what was decided. */
export const AdoptPart = ({
  scenario,
  mayAdopt,
  isEmpty,
  answer,
}: {
  scenario: Head
  mayAdopt: boolean
  isEmpty: boolean
  answer?: FormAnswer
}) => (
  <Section title={scenario.state === 'adopted' ? 'Sudah dibekukan' : 'Setujui dan bekukan'}>
    {scenario.state === 'adopted' ? (
      <p>
        Disetujui {scenario.adopted_by}
        {scenario.adopted_on ? `, ${formatDay(scenario.adopted_on)}` : ''}. Rencana tiap orang menunggu persetujuannya.
      </p>
    ) : isEmpty ? (
      <p className="quiet">
        Rencana tanpa kursi tidak dapat dibekukan. Perluas lingkup, tambah kelas, atau lengkapi penilaian, lalu hitung
        lagi.
      </p>
    ) : mayAdopt ? (
      <form method="post" className="form">
        <FormKey />
        <TextInput
          name="approver"
          label="Nama yang menyetujui"
          value={answer?.values.approver}
          error={answer?.fields.approver}
        />
        <FormActions note="Tiap orang mendapat usulan rencana yang masih harus ia setujui.">
          <Button variant="primary" name="_intent" value="adopt">
            Bekukan skenario
          </Button>
        </FormActions>
      </form>
    ) : (
      <p className="quiet">Dibekukan oleh pengelola atau pimpinan.</p>
    )}
  </Section>
)
