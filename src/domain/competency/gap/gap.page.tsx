import { href, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { sql } from '#platform/database/database.ts'
import { notFound } from '#platform/refusal.ts'
import { load } from '#platform/web/page.ts'
import { Radar } from '#ui/chart/radar.tsx'
import { explanationHref, Figure } from '#ui/figure/figure.tsx'
import { LinkButton } from '#ui/kit/button.tsx'
import { Chip } from '#ui/kit/chip.tsx'
import { DataTable } from '#ui/kit/data-table.tsx'
import { EmptyState } from '#ui/kit/empty-state.tsx'
import { FilterBar } from '#ui/kit/filter-bar.tsx'
import { LevelCells } from '#ui/kit/levels.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section, TwoColumn } from '#ui/kit/section.tsx'
import { Segment } from '#ui/kit/segment.tsx'
import '#ui/style/screens/gap.css'
import { personGap, postOf } from '../competency.figures.ts'
import { evidenceRules } from '../evidence/evidence.rules.ts'
import type { CompetencyGap } from './gap.model.ts'

export const meta = () => [{ title: 'Kesenjangan kompetensi · Anyam' }]

const rank = (g: CompetencyGap): number =>
  g.state === 'gap' ? 100 + Number(g.gap.value ?? 0) : g.level.state === 'expired' ? 50 : g.state === 'unknown' ? 40 : 0

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, query, look, actor, on }) => {
    const person = await db.find<{ id: string; name: string; position_name: string | null; unit_name: string }>(
      sql`select id, name, position_name, unit_name from workforce.v_people where id = ${params.employeeId}`,
    )
    if (!person) throw notFound('Pegawai')
    look({
      action: 'kesenjangan kompetensi',
      employeeId: person.id,
      subjectKind: 'competency.gap',
      subjectId: person.id,
    })
    const wanted = query.get('jabatan') ?? undefined
    const post = await postOf(db, person.id, wanted)
    const gap = await personGap(db, person.id, wanted)
    const search = query.get('tujuan')?.trim() ?? ''
    const ordered = [...(gap?.profile.gaps ?? [])].sort(
      (a, b) => rank(b) - rank(a) || a.name.localeCompare(b.name, 'id'),
    )
    return {
      person,
      post,
      isTarget: wanted !== undefined,
      search,
      /** Posts to compare with, by the words typed. */
      choices: search
        ? await db.rows<{ id: string; name: string; unit: string | null }>(
            sql`select id, name, unit_short_name as unit from workforce.v_positions where lower(name) like ${`%${search.toLowerCase().replace(/[%_\\]/g, '\\$&')}%`} order by name, unit_short_name limit 12`,
          )
        : [],
      isDefault: gap?.isDefault ?? false,
      total: gap ? { ...gap.profile.total, parts: [] } : null,
      gaps: ordered.map(g => ({
        code: g.code,
        name: g.name,
        required: g.required,
        importance: g.importance,
        state: g.state,
        isExpired: g.level.state === 'expired',
        level: { ...g.level, parts: [], needs: [] },
        gap: { ...g.gap, parts: [], needs: [] },
        needs: g.level.needs,
        sources: g.bySource,
        leading: gap?.fused.get(g.code)?.officialSource ?? null,
        conflicts: gap?.fused.get(g.code)?.conflicts.length ?? 0,
      })),
      order: evidenceRules
        .on(on)
        .body.sources.filter(s => s.canBeOfficial)
        .sort((a, b) => a.precedence - b.precedence)
        .map(s => s.name.toLowerCase()),
      isOwn: actor.employeeId === person.id,
    }
  })

type Line = ReturnType<typeof useLoaderData<typeof loader>>['gaps'][number]

const heldOf = (g: Line): number | null => (g.level.value === null ? null : Number(g.level.value))

const GapLine = ({ gap: g }: { gap: Line }) => {
  const held = heldOf(g)
  const where = explanationHref(g.gap)
  return (
    <li>
      <b>
        {g.name} {g.importance === 'mutlak' && <Chip tone="risk">mutlak</Chip>}
      </b>
      <LevelCells required={g.required} held={held} expired={g.isExpired} />
      <span className="word">
        {g.state === 'gap' ? (
          <>
            kurang <Figure figure={g.gap} unit={false} asLink />
          </>
        ) : g.isExpired ? (
          <a className="figure-link" href={where ?? undefined}>
            kedaluwarsa
          </a>
        ) : g.state === 'unknown' ? (
          'belum dinilai'
        ) : (
          <a className="figure-link" href={where ?? undefined}>
            terpenuhi
          </a>
        )}
      </span>
      <span className="sources">
        {g.sources.map(s => (
          <Chip key={`${s.source} ${s.on} ${s.level}`} tone={s.isExpired ? 'expired' : 'plain'}>
            {s.name}: {s.level}
            {s.isExpired ? `, sejak ${formatDay(s.on, 'short')}` : ''}
          </Chip>
        ))}
        {g.state !== 'unknown' && g.sources[0] && !g.isExpired && (
          <span>
            dipakai: {g.sources[0].name.toLowerCase()}, {formatDay(g.sources[0].on, 'month')}
          </span>
        )}
        {g.conflicts > 0 && <span>sumber berbeda jauh; usulkan asesmen ulang</span>}
        {(g.state === 'unknown' || g.isExpired) && g.needs[0] && (
          <span>
            menunggu {g.needs[0].who}: {g.needs[0].what}
          </span>
        )}
      </span>
    </li>
  )
}

const words = ['Tidak ada', 'Satu', 'Dua', 'Tiga', 'Empat', 'Lima', 'Enam', 'Tujuh', 'Delapan', 'Sembilan']

export default function GapPage() {
  const { person, post, gaps, total, isTarget, isDefault, order, isOwn, search, choices } =
    useLoaderData<typeof loader>()
  const here = href('/kompetensi/kesenjangan/:employeeId', { employeeId: person.id })
  const short = gaps.filter(g => g.state === 'gap')
  const open = gaps.filter(g => g.state === 'unknown')
  const expired = open.filter(g => g.isExpired).length
  const met = gaps.filter(g => g.state === 'meets')
  const notMet = gaps.filter(g => g.state !== 'meets')
  const toward = isTarget ? `menuju ${post?.name}` : 'pada jabatan sekarang'
  const crumbs = [
    { label: 'Kompetensi' },
    ...(isOwn ? [] : [{ label: 'Kesenjangan', href: href('/kompetensi/kesenjangan') }]),
    { label: person.name },
  ]
  if (!post || gaps.length === 0)
    return (
      <>
        <PageHead title={`${person.name}: kesenjangan belum dapat dihitung`} crumbs={crumbs} />
        <EmptyState title="Jabatan atau standarnya belum ada">
          Yang melengkapi: pengelola kepegawaian untuk jabatan, Bagian Organisasi untuk standar kompetensinya.
        </EmptyState>
      </>
    )
  return (
    <>
      <PageHead
        title={
          short.length === 0 && open.length === 0
            ? `Semua kompetensi terpenuhi ${toward}`
            : short.length === 0
              ? `Tidak ada kesenjangan yang diketahui ${toward}; ${open.length} belum pasti`
              : `${words[short.length] ?? short.length} kesenjangan ${toward}${open.length > 0 ? `; ${open.length} lagi belum pasti` : ''}`
        }
        scope={`${person.name}, ${person.position_name ?? 'jabatan belum dicatat'}. Standar ${post.name}, ${gaps.length} kompetensi: ${met.length} terpenuhi, ${short.length} kurang, ${expired} kedaluwarsa, ${open.length - expired} belum dinilai.`}
        crumbs={crumbs}
        actions={
          <>
            {isTarget && (
              <Segment
                label="Jabatan pembanding"
                options={[
                  { label: 'Jabatan sekarang', href: here, current: false },
                  { label: post.name, href: `${here}?jabatan=${post.id}`, current: true },
                ]}
              />
            )}
            <LinkButton href={href('/kompetensi/profil/:employeeId', { employeeId: person.id })}>
              Profil lengkap
            </LinkButton>
          </>
        }
      />
      <FilterBar filters={[]} search={{ name: 'tujuan', label: 'Bandingkan dengan jabatan tujuan', value: search }} />
      {search && (
        <p className="small-text gap-2">
          {choices.length === 0 ? 'Tidak ada jabatan dengan nama itu.' : 'Pilih jabatan: '}
          {choices.map((c, n) => (
            <span key={c.id}>
              {n > 0 && ', '}
              <a href={`${here}?jabatan=${c.id}`}>
                {c.name}
                {c.unit && ` (${c.unit})`}
              </a>
            </span>
          ))}
        </p>
      )}
      {isDefault && (
        <Note tone="limits" title="Jabatan ini belum memiliki standar sendiri">
          Yang dipakai level baku jenjangnya. Bagian Organisasi dapat melengkapi standarnya.
        </Note>
      )}
      <TwoColumn
        side={
          <>
            <Section title="Gambaran umum" note={`${Math.min(12, gaps.length)} dari ${gaps.length} sumbu`}>
              <Radar
                axes={[...gaps]
                  .sort((a, b) => a.code.localeCompare(b.code, 'id', { numeric: true }))
                  .slice(0, 12)
                  .map(g => ({ label: g.name, required: g.required, held: g.isExpired ? null : heldOf(g) }))}
                reading={`Radar perlu dibanding punya untuk ${person.name}; angkanya sama dengan daftar di samping.`}
              />
              <p className="tiny faint">
                Radar hanya untuk gambaran; daftar di samping yang dipakai. Yang kedaluwarsa tidak digambar.
              </p>
            </Section>
            <Section title="Jumlah level yang kurang">{total && <Figure figure={total} size="lead" />}</Section>
            {open.length > 0 && (
              <Section>
                <Note tone="limits" title="Yang belum pasti">
                  {open
                    .slice(0, 4)
                    .map(g => `${g.name} menunggu ${g.needs[0]?.who ?? 'penilai'}`)
                    .join('. ')}
                  .
                </Note>
              </Section>
            )}
          </>
        }
      >
        <Section title="Perlu dan punya, terbesar dahulu">
          <ul className="gap-lines">
            {(notMet.length > 0 ? notMet : gaps).map(g => (
              <GapLine key={g.code} gap={g} />
            ))}
          </ul>
          {notMet.length > 0 && met.length > 0 && (
            <details className="gap-3">
              <summary className="small-text">{met.length} lain yang terpenuhi</summary>
              <ul className="gap-lines">
                {met.map(g => (
                  <GapLine key={g.code} gap={g} />
                ))}
              </ul>
            </details>
          )}
          <p className="tiny faint gap-2">Sumber tidak dirata-ratakan. Urutan yang dipakai: {order.join(', ')}.</p>
        </Section>
        <Section title="Tabel yang sama">
          <DataTable
            caption="Perlu, punya, dan kurang setiap kompetensi"
            captionHidden
            phone="dense"
            rows={gaps}
            rowKey={g => g.code}
            columns={[
              { key: 'name', header: 'Kompetensi', cell: g => g.name },
              { key: 'need', header: 'Perlu', number: true, cell: g => g.required },
              {
                key: 'held',
                header: 'Punya',
                number: true,
                cell: g => <Figure figure={g.level} asLink unit={false} />,
              },
              { key: 'gap', header: 'Kurang', number: true, cell: g => <Figure figure={g.gap} asLink unit={false} /> },
            ]}
          />
        </Section>
      </TwoColumn>
    </>
  )
}
