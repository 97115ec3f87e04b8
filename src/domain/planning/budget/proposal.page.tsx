import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatRupiah } from '#core/text/format.ts'
import { yearOf } from '#core/values/day.ts'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { DataTable } from '#ui/kit/data-table.tsx'
import { EmptyState } from '#ui/kit/empty-state.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { Select } from '#ui/kit/inputs.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { askMoreMoney } from './ask-more-money.ts'
import { argumentOf, boughtWords, limitsOf } from './budget-proposal.document.ts'
import { gatherProposal } from './budget-proposal.ts'
import { findRunning, listAskable } from './more-money.store.ts'

export const meta = () => [{ title: 'Naskah usulan anggaran · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query, on, actor }) => {
    const p = await gatherProposal(db, Number(query.get('tahun')) || yearOf(on) + 1)
    const isHr = actor.role === 'hr_officer'
    return {
      p,
      sentences: argumentOf(p),
      limits: limitsOf(p),
      askable: isHr ? await listAskable(db, p.year) : [],
      running: await findRunning(db, p.newest),
      isHr,
    }
  })

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run }) => {
    await run(askMoreMoney, { scenarioId: values.scenarioId })
    return redirect(`${href('/diklat/anggaran/usulan')}?tahun=${values.year}#tambahan`)
  })

export default function ProposalPage() {
  const { p, sentences, limits, askable, running, isHr } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const file = (kind: string) => `${href('/diklat/anggaran/usulan/berkas')}?tahun=${p.year}&bentuk=${kind}`
  return (
    <>
      <PageHead
        title={`Naskah usulan anggaran diklat ${p.year}`}
        scope="Disusun dari kebutuhan yang diverifikasi, hasil tahun sebelumnya, dan yang dapat dibeli dengan tambahan dana."
        crumbs={[
          { label: 'Anggaran', href: `${href('/diklat/anggaran')}?tahun=${p.year}` },
          { label: 'Naskah usulan' },
        ]}
        actions={
          <>
            <LinkButton variant="primary" href={file('pdf')}>
              Unduh PDF
            </LinkButton>
            <LinkButton href={file('docx')}>Unduh Word</LinkButton>
          </>
        }
      />
      {p.documents.length === 0 ? (
        <EmptyState
          title={`Belum ada RPK atau HCDP untuk ${p.year}`}
          action={<LinkButton href={href('/diklat/kebutuhan')}>Buka kebutuhan</LinkButton>}
        >
          Verifikasi kebutuhan, lalu susun RPK atau HCDP. Naskah ini berdiri di atasnya.
        </EmptyState>
      ) : (
        <>
          <div className="totals">
            <Figure figure={p.cost} size="middle" compare={p.cost.limits[0] ?? 'kebutuhan seluruhnya'} />
            <Figure figure={p.funded} size="middle" compare="sudah ada baris yang menanggung" />
            <Figure figure={p.open} size="middle" compare="belum ada baris yang menanggung" />
            <Figure figure={p.people} size="middle" compare="memiliki kebutuhan" />
          </div>
          {sentences.map(s => (
            <p key={s}>{s}</p>
          ))}
          <Section title="Kebutuhan menurut unit">
            <p className="small-text">
              <Figure figure={p.mandatory} origin={false} asLink unit={false} /> pelatihan kepemimpinan wajib, dan{' '}
              <Figure figure={p.waited} origin={false} asLink unit={false} /> kebutuhan yang sudah ditunda dari tahun
              sebelumnya.
            </p>
            <DataTable
              caption="Kebutuhan menurut unit"
              captionHidden
              phone="dense"
              rows={p.units}
              rowKey={u => u.unit}
              columns={[
                { key: 'unit', header: 'Unit', cell: u => u.unit },
                {
                  key: 'people',
                  header: 'Orang',
                  number: true,
                  cell: u => <Figure figure={u.people} asLink unit={false} />,
                },
                {
                  key: 'needs',
                  header: 'Kebutuhan',
                  number: true,
                  cell: u => <Figure figure={u.needs} asLink unit={false} />,
                },
                { key: 'cost', header: 'Biaya', number: true, cell: u => <Figure figure={u.cost} asLink /> },
                { key: 'open', header: 'Belum ada baris', number: true, cell: u => <Figure figure={u.open} asLink /> },
              ]}
            />
          </Section>
        </>
      )}
      <Section title={`Yang dicapai tahun ${p.before.year}`}>
        <div className="totals">
          <Figure figure={p.before.amount} size="middle" compare="pagu" />
          <Figure figure={p.before.realised} size="middle" compare={p.before.realised.limits[0] ?? 'realisasi'} />
          <Figure figure={p.before.absorption} size="middle" compare="terserap" />
        </div>
        {p.effects.length > 0 && (
          <DataTable
            caption="Peserta yang naik level sesudah modul"
            rows={p.effects}
            rowKey={e => e.id}
            columns={[
              {
                key: 'module',
                header: 'Modul',
                cell: e => <a href={href('/diklat/katalog/:moduleId', { moduleId: e.id })}>{e.name}</a>,
              },
              { key: 'share', header: 'Naik level', number: true, cell: e => <Figure figure={e.share} asLink /> },
            ]}
          />
        )}
      </Section>
      {(p.bought || p.steps.length > 0 || isHr) && (
        <Section id="tambahan" title="Yang dapat dibeli dengan tambahan dana">
          {running && <meta httpEquiv="refresh" content="5" />}
          {p.bought ? (
            <>
              <p>{boughtWords(p.bought)}</p>
              <DataTable
                caption="Tambahan dana dan yang dibelinya menurut penyusun rencana"
                captionHidden
                rows={p.bought.steps}
                rowKey={s => String(s.amount)}
                columns={[
                  { key: 'amount', header: 'Andaikan tambahan', cell: s => formatRupiah(s.amount) },
                  {
                    key: 'people',
                    header: 'Orang bertambah',
                    number: true,
                    cell: s => <Figure figure={s.people} asLink unit={false} />,
                  },
                  {
                    key: 'levels',
                    header: 'Level bertambah',
                    number: true,
                    cell: s => <Figure figure={s.levels} asLink unit={false} />,
                  },
                ]}
              />
              <p className="small-text">
                <a href={href('/diklat/penyusun/:scenarioId', { scenarioId: p.bought.answer.scenario_id })}>
                  Buka skenarionya
                </a>
              </p>
            </>
          ) : p.steps.length > 0 ? (
            <DataTable
              caption="Tambahan dana dan kebutuhan yang dibayarnya"
              captionHidden
              rows={p.steps}
              rowKey={s => String(s.amount)}
              columns={[
                { key: 'amount', header: 'Andaikan tambahan', cell: s => formatRupiah(s.amount) },
                {
                  key: 'needs',
                  header: 'Kebutuhan',
                  number: true,
                  cell: s => <Figure figure={s.needs} asLink unit={false} />,
                },
                {
                  key: 'people',
                  header: 'Orang',
                  number: true,
                  cell: s => <Figure figure={s.people} asLink unit={false} />,
                },
              ]}
            />
          ) : (
            <p className="quiet">Belum dihitung. Pilih skenario tahun ini untuk ditanyakan.</p>
          )}
          {running && (
            <Note title="Penyusun rencana sedang menghitung" live>
              {running}
            </Note>
          )}
          {p.newest?.state === 'failed' && (
            <Note tone="risk" title="Perhitungan terakhir berhenti">
              {p.newest.message}
            </Note>
          )}
          {isHr && !running && askable.length > 0 && (
            <form method="post" className="form gap-3">
              <FormKey />
              <input type="hidden" name="year" value={p.year} />
              <Select
                name="scenarioId"
                label="Hitung dengan penyusun rencana"
                hint="Skenario yang sama diselesaikan lagi dengan tambahan dana pada baris pembayarnya."
                placeholder="Pilih skenario"
                options={askable}
                value={answer?.values.scenarioId}
                error={answer?.fields.scenarioId}
              />
              <Button>Hitung tambahan dana</Button>
            </form>
          )}
        </Section>
      )}
      <div className="gap-4">
        <Note tone="limits" title="Batas naskah ini">
          {limits.join(' ')}
        </Note>
      </div>
    </>
  )
}
