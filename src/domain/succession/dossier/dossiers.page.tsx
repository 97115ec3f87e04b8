import { href, redirect, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { load } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { EmptyFiltered, EmptyState } from '#ui/kit/empty-state.tsx'
import { TextInput } from '#ui/kit/inputs.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Pager } from '#ui/kit/pager.tsx'
import { Section } from '#ui/kit/section.tsx'
import { Segment } from '#ui/kit/segment.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { countDossiers, type DossierState, listDossiers, listFingerprints } from './dossier.store.ts'
import { dossierCount } from './dossier-figures.ts'
import { decisionWords, dossierStateWords } from './dossier-words.ts'
import { codeOf, normalCode } from './seal.ts'

export const meta = () => [{ title: 'Berkas keputusan · Anyam' }]

const pageSize = 50

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query, actor, on }) => {
    const typed = query.get('kode')?.trim() ?? ''
    if (typed) {
      const match = (await listFingerprints(db)).find(d => normalCode(codeOf(d.content_hash)) === normalCode(typed))
      if (match) throw redirect(`${href('/keputusan/:dossierId', { dossierId: match.id })}#keaslian`)
    }
    const own = actor.role === 'leader' ? (['submitted', 'decided', 'returned'] as const) : null
    const asked = query.get('keadaan')
    const states = asked && Object.hasOwn(dossierStateWords, asked) ? [asked as DossierState] : own
    const rows = await listDossiers(db, { states }, { before: query.get('sebelum'), size: pageSize + 1 })
    const all = await countDossiers(db)
    return {
      rows: rows.slice(0, pageSize),
      next: rows.length > pageSize ? rows[pageSize - 1].number : null,
      total: all.filter(d => !states || (states as readonly string[]).includes(d.state)).length,
      waiting: dossierCount(all, 'submitted', on),
      chosen: asked,
      typed,
      role: actor.role,
    }
  })

export default function DossiersPage() {
  const { rows, next, total, waiting, chosen, typed, role } = useLoaderData<typeof loader>()
  const address = (state: string | null) => `${href('/keputusan')}${state ? `?keadaan=${state}` : ''}`
  return (
    <>
      <PageHead
        title={
          waiting.value === 0 ? (
            'Tidak ada berkas yang menunggu putusan'
          ) : (
            <>
              <Figure figure={waiting} unit={false} asLink /> berkas menunggu putusan
            </>
          )
        }
        scope="Setiap berkas memuat syarat, bukti, perbandingan, dan alasan, beku sejak diajukan."
        actions={
          role === 'hr_officer' && (
            <LinkButton variant="primary" href={href('/keputusan/baru')} icon="add">
              Siapkan berkas
            </LinkButton>
          )
        }
      />
      <Segment
        label="Keadaan berkas"
        options={[
          { label: 'Semua', href: address(null), current: !chosen },
          ...(['submitted', 'decided', 'returned', ...(role === 'leader' ? [] : ['draft'])] as DossierState[]).map(
            s => ({
              label: dossierStateWords[s],
              href: address(s),
              current: chosen === s,
            }),
          ),
        ]}
      />
      {rows.length === 0 ? (
        chosen ? (
          <EmptyFiltered what="berkas" count={1} clearHref={href('/keputusan')} />
        ) : (
          <EmptyState title="Belum ada berkas keputusan">
            Berkas disiapkan dari bangku suksesi: pilih jabatan, lalu calonnya.
          </EmptyState>
        )
      ) : (
        <DataTable
          caption="Berkas keputusan"
          captionHidden
          rows={rows}
          rowKey={d => d.id}
          columns={[
            {
              key: 'who',
              header: 'Berkas',
              cell: d => (
                <>
                  <a href={href('/keputusan/:dossierId', { dossierId: d.id })}>{d.employee_name}</a>
                  <SubLine>{d.number}</SubLine>
                </>
              ),
            },
            {
              key: 'post',
              header: 'Jabatan',
              wide: true,
              cell: d => (
                <>
                  {d.position_name}
                  <SubLine>{d.unit_name}</SubLine>
                </>
              ),
            },
            {
              key: 'state',
              header: 'Keadaan',
              cell: d =>
                d.state === 'decided' && d.decision ? (
                  <StateMark state={d.decision === 'approved' ? 'known' : 'no'}>{decisionWords[d.decision]}</StateMark>
                ) : (
                  <StateMark
                    state={d.state === 'submitted' ? 'border' : d.state === 'returned' ? 'expired' : 'unknown'}
                  >
                    {dossierStateWords[d.state]}
                  </StateMark>
                ),
            },
            {
              key: 'when',
              header: 'Sejak',
              cell: d => {
                const day = d.decided_on ?? d.submitted_on ?? d.prepared_on
                return day ? formatDay(day, 'short') : '–'
              },
            },
            { key: 'by', header: 'Oleh', phoneHidden: true, cell: d => d.decided_by ?? d.prepared_by },
          ]}
        />
      )}
      {next && (
        <Pager
          shown={rows.length}
          total={total}
          unit="berkas"
          nextHref={`${address(chosen)}${chosen ? '&' : '?'}sebelum=${next}`}
        />
      )}
      <Section title="Periksa keaslian berkas" id="periksa">
        <form method="get" className="form">
          <TextInput
            name="kode"
            label="Kode berkas"
            hint="Tertulis pada setiap halaman salinan, misalnya 7Q4M-20KD-91XE."
            value={typed}
          />
          <Button>Periksa</Button>
        </form>
        {typed && (
          <Note tone="due" title="Kode itu tidak cocok dengan berkas mana pun" live>
            Periksa kembali hurufnya. Kode berubah bila isi berkas berubah.
          </Note>
        )}
      </Section>
    </>
  )
}
