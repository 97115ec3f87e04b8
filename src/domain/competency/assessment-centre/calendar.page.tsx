import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { sql } from '#platform/database/database.ts'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { EmptyFiltered, EmptyState } from '#ui/kit/empty-state.tsx'
import { FilterBar } from '#ui/kit/filter-bar.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { FormActions } from '#ui/kit/form-parts.tsx'
import { Select } from '#ui/kit/inputs.tsx'
import { Note, StatusLine } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Pager } from '#ui/kit/pager.tsx'
import { Section } from '#ui/kit/section.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { printed } from '../gap/organisation.store.ts'
import { type DueReason, dueReasons } from './assessment-centre.model.ts'
import { centreRules } from './assessment-centre.rules.ts'
import { listBatches } from './centre.store.ts'
import { spanWords, whyWords } from './centre-words.ts'
import { afterOf, countDue, dueFigure, listDue } from './invitation-calendar.store.ts'
import { inviteParticipants } from './invite-participants.ts'

export const meta = () => [{ title: 'Kalender undangan asesmen · Anyam' }]

const pageSize = 50

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query, actor, on }) => {
    const { inviteWithinMonths } = centreRules.on(on).body
    const wanted = Number(query.get('bulan'))
    const months = inviteWithinMonths.includes(wanted) ? wanted : inviteWithinMonths[0]
    const why = dueReasons.find(r => r === query.get('sebab')) ?? null
    const units = await db.rows<{ value: string; label: string }>(
      sql`select id as value, coalesce(short_name, name) as label from workforce.v_units where valid_until is null order by 2`,
    )
    const tiers = await db.rows<{ tier: string }>(
      sql`select distinct tier from workforce.v_positions where tier is not null order by 1`,
    )
    const unitId = units.find(u => u.value === query.get('unit'))?.value ?? null
    const tier = tiers.find(t => t.tier === query.get('jenjang'))?.tier ?? null
    const search = query.get('cari')?.trim() || null
    const filter = { months, why, unitId, tier, search }
    const rows = await listDue(db, filter, query.get('sesudah'), pageSize + 1)
    const shown = rows.slice(0, pageSize)
    const keep = new URLSearchParams(
      Object.entries({
        bulan: query.get('bulan') ?? '',
        sebab: why ?? '',
        unit: unitId ?? '',
        jenjang: tier ?? '',
        cari: search ?? '',
      }).filter(([, v]) => v),
    )
    const next = new URLSearchParams(keep)
    if (rows.length > pageSize) next.set('sesudah', afterOf(shown[shown.length - 1]))
    const figures = []
    for (const why of dueReasons)
      figures.push({ why, figure: printed(await dueFigure(db, why, { months, unitId, tier })) })
    return {
      on,
      months,
      monthChoices: inviteWithinMonths,
      why,
      unitId,
      tier,
      search,
      units,
      tiers: tiers.map(t => ({ value: t.tier, label: t.tier })),
      rows: shown,
      total: await countDue(db, filter),
      next: rows.length > pageSize ? `?${next}` : null,
      keep: `${keep}`,
      figures,
      mayInvite: actor.role === 'hr_officer',
      batches: (await listBatches(db, 'planned')).map(b => ({
        value: b.id,
        label: `${b.name}, ${spanWords(b.starts_on, b.ends_on)}`,
      })),
      told: query.get('pesan') === 'diundang' ? 'Undangan terkirim dan orangnya diberi tahu.' : null,
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run }) => {
    await run(inviteParticipants, {
      batchId: values.batchId,
      employeeIds: Object.keys(values).flatMap(name => (name.startsWith('p:') ? [name.slice(2)] : [])),
    })
    return redirect(`${href('/kompetensi/asesmen/kalender')}?${values.keep ? `${values.keep}&` : ''}pesan=diundang`)
  })

const labels: Record<DueReason, string> = {
  expired: 'Kedaluwarsa',
  expiring: 'Segera kedaluwarsa',
  requested: 'Ada permintaan',
  never: 'Belum pernah dinilai',
}
const shapes = { expired: 'expired', expiring: 'border', requested: 'unknown', never: 'unknown' } as const

export default function CalendarPage() {
  const data = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { rows, batches } = data
  const here = href('/kompetensi/asesmen/kalender')
  const filters = [data.why, data.unitId, data.tier, data.search].filter(Boolean).length
  return (
    <>
      <PageHead
        title="Siapa yang perlu diundang ke asesmen"
        scope="Yang hasilnya sudah atau segera kedaluwarsa lebih dahulu. Yang sudah diundang ke gelombang lain tidak disebut lagi."
        crumbs={[{ label: 'Asesmen', href: href('/kompetensi/asesmen') }, { label: 'Kalender undangan' }]}
      />
      <StatusLine>{data.told}</StatusLine>
      <div className="totals">
        {data.figures.map(({ why, figure }) => (
          <div key={why}>
            <span className="small-text quiet">{labels[why]}</span>
            <Figure figure={figure} size="middle" unitWord="orang" />
          </div>
        ))}
      </div>
      <FilterBar
        search={{ name: 'cari', label: 'Nama, NIP, atau jabatan', value: data.search ?? '' }}
        filters={[
          {
            name: 'bulan',
            label: 'Habis',
            chosen: [String(data.months)],
            options: [...data.monthChoices]
              .sort((a, b) => a - b)
              .map(m => ({ value: String(m), label: `dalam ${m} bulan` })),
          },
          {
            name: 'sebab',
            label: 'Sebab',
            chosen: data.why ? [data.why] : [],
            options: dueReasons.map(r => ({ value: r, label: labels[r] })),
          },
          { name: 'unit', label: 'Unit', chosen: data.unitId ? [data.unitId] : [], options: data.units },
          { name: 'jenjang', label: 'Jenjang', chosen: data.tier ? [data.tier] : [], options: data.tiers },
        ]}
        clearHref={filters > 0 ? here : undefined}
      />
      {answer && <Note tone="risk" title={answer.message} live />}
      <Section>
        {rows.length === 0 ? (
          filters > 0 ? (
            <EmptyFiltered what="pegawai" count={filters} clearHref={here} />
          ) : (
            <EmptyState title="Tidak ada yang perlu diundang">
              Setiap pegawai punya hasil yang masih berlaku, atau sudah diundang.
            </EmptyState>
          )
        ) : (
          <form method="post">
            <FormKey />
            <input type="hidden" name="keep" value={data.keep} />
            <DataTable
              caption="Pegawai yang perlu diundang, yang paling mendesak lebih dahulu"
              captionHidden
              rows={rows}
              rowKey={p => p.id}
              columns={[
                {
                  key: 'name',
                  header: 'Pegawai',
                  cell: p => {
                    const who = (
                      <span>
                        {p.name}
                        <SubLine>
                          {p.position_name ?? 'jabatan belum dicatat'}, {p.unit}
                        </SubLine>
                      </span>
                    )
                    if (!data.mayInvite || batches.length === 0) return who
                    return (
                      <label className="option" htmlFor={`p-${p.id}`}>
                        <input
                          type="checkbox"
                          id={`p-${p.id}`}
                          name={`p:${p.id}`}
                          value="ya"
                          defaultChecked={answer?.values[`p:${p.id}`] === 'ya'}
                        />
                        {who}
                      </label>
                    )
                  },
                },
                { key: 'tier', header: 'Jenjang', cell: p => p.tier ?? 'belum dicatat' },
                {
                  key: 'why',
                  header: 'Sebab',
                  cell: p => <StateMark state={shapes[p.why]}>{whyWords[p.why]}</StateMark>,
                },
                {
                  key: 'until',
                  header: 'Berlaku sampai',
                  cell: p => (p.valid_until ? formatDay(p.valid_until, 'short') : '–'),
                },
                {
                  key: 'profile',
                  header: 'Profil',
                  cell: p => (
                    <a href={href('/kompetensi/profil/:employeeId', { employeeId: p.id })}>
                      Buka<span className="sr"> profil {p.name}</span>
                    </a>
                  ),
                },
              ]}
            />
            <Pager shown={rows.length} total={data.total} unit="pegawai" nextHref={data.next} />
            {data.mayInvite &&
              (batches.length === 0 ? (
                <Note
                  title="Belum ada gelombang yang direncanakan"
                  actions={
                    <LinkButton href={href('/kompetensi/asesmen/gelombang/baru')}>Rencanakan gelombang</LinkButton>
                  }
                >
                  Undangan selalu untuk satu gelombang, dengan hari dan tempatnya.
                </Note>
              ) : (
                <div className="form gap-4">
                  <Select
                    name="batchId"
                    label="Undang yang dipilih ke gelombang"
                    value={answer?.values.batchId ?? (batches.length === 1 ? batches[0].value : undefined)}
                    error={answer?.fields.batchId}
                    options={batches}
                  />
                  <FormActions note="Tiap orang diberi tahu hari, tempat, apa yang dinilai, dan haknya.">
                    <Button variant="primary">Kirim undangan</Button>
                  </FormActions>
                </div>
              ))}
          </form>
        )}
      </Section>
    </>
  )
}
