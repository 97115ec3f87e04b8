import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import type { Day } from '#core/values/day.ts'
import { sql } from '#platform/database/database.ts'
import { notFound } from '#platform/refusal.ts'
import type { ClosingAnswer } from '#platform/web/answers.ts'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Radar } from '#ui/chart/radar.tsx'
import { explanationHref, Figure } from '#ui/figure/figure.tsx'
import { Button, LinkButton } from '#ui/kit/button.tsx'
import { Chip } from '#ui/kit/chip.tsx'
import { DataTable } from '#ui/kit/data-table.tsx'
import { EmptyState } from '#ui/kit/empty-state.tsx'
import { FilterBar } from '#ui/kit/filter-bar.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'
import { LevelCells, LevelLegend } from '#ui/kit/levels.tsx'
import { Note, StatusLine } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section, TwoColumn } from '#ui/kit/section.tsx'
import { Segment } from '#ui/kit/segment.tsx'
import '#ui/style/screens/gap.css'
import { personGap, postOf } from '../competency.figures.ts'
import { evidenceRules } from '../evidence/evidence.rules.ts'
import { confidenceWord } from '../evidence/fuse-competency.model.ts'
import { askForEvidence } from '../request/ask-for-evidence.ts'
import { listOpenRequests } from '../request/request.store.ts'
import { sentFromQuery, sentToQuery, supplierWords } from '../request/request-words.ts'
import type { CompetencyGap } from './gap.model.ts'

export const meta = () => [{ title: 'Kesenjangan kompetensi · Anyam' }]

const rank = (g: CompetencyGap): number =>
  g.state === 'gap' ? 100 + Number(g.gap.value ?? 0) : g.level.state === 'expired' ? 50 : g.state === 'unknown' ? 40 : 0

/** What the rule set says of each source, strongest first. */
const policyOf = (on: Day) => {
  const { body, reference } = evidenceRules.on(on)
  return {
    rule: `${reference.code} versi ${reference.version}`,
    sources: [...body.sources]
      .sort((a, b) => a.precedence - b.precedence)
      .map(s => ({ ...s, word: confidenceWord(s.confidence, body) })),
  }
}

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, query, look, actor, on, visit }) => {
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
    const requests = await listOpenRequests(db, { employeeId: person.id })
    return {
      person,
      post,
      /** What would close the gaps, from whoever keeps the catalogue; null where that part is switched off. */
      closing: gap
        ? ((await visit.answers?.closeGaps?.(db, {
            employeeId: person.id,
            gaps: ordered.map(g => ({
              code: g.code,
              name: g.name,
              level: g.state === 'unknown' || g.level.value === null ? null : Number(g.level.value),
              standard: g.required,
              importance: g.importance,
            })),
          })) ?? null)
        : null,
      requests: requests.map(r => ({
        code: r.code,
        who: r.asked_of === 'supervisor' ? (r.supervisor ?? supplierWords.supervisor) : supplierWords[r.asked_of],
        askedOn: r.asked_on,
        dueOn: r.due_on,
      })),
      sent: sentFromQuery(query.get('kirim')),
      mayAsk: actor.role === 'hr_officer' || actor.employeeId === person.id,
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
        widest: Math.max(0, ...(gap?.fused.get(g.code)?.conflicts ?? []).map(c => Math.abs(c.difference))),
      })),
      policy: policyOf(on),
      isOwn: actor.employeeId === person.id,
      isJudge: ['hr_officer', 'committee', 'auditor'].includes(actor.role),
    }
  })

/** Sends what is not known as tasks to whoever must supply it. */
export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ run, params }) => {
    const sent = await run(askForEvidence, { employeeId: params.employeeId })
    return redirect(
      `${href('/kompetensi/kesenjangan/:employeeId', { employeeId: params.employeeId })}?kirim=${sentToQuery(sent)}#belum-pasti`,
    )
  })

type Line = ReturnType<typeof useLoaderData<typeof loader>>['gaps'][number]

const heldOf = (g: Line): number | null => (g.level.value === null ? null : Number(g.level.value))

const GapLine = ({
  gap: g,
  asked,
  closing,
}: {
  gap: Line
  asked?: { who: string }
  closing?: ClosingAnswer | null
}) => {
  const best = closing?.ways.find(w => w.closes.some(c => c.code === g.code))
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
            {s.name}: {s.level}, keyakinan {s.confidence.word}
            {s.isExpired ? `, habis ${formatDay(s.until, 'short')}` : ''}
          </Chip>
        ))}
        {g.state !== 'unknown' && g.sources[0] && !g.isExpired && (
          <span>
            dipakai: {g.sources[0].name.toLowerCase()}, {formatDay(g.sources[0].on, 'month')}; pemeriksa:{' '}
            {g.sources[0].verifier.charAt(0).toLowerCase() + g.sources[0].verifier.slice(1)}
          </span>
        )}
        {g.widest > 0 && <span>sumber berbeda {g.widest} level; usulkan asesmen ulang</span>}
        {g.isExpired && <span>tidak dihitung</span>}
        {g.state === 'gap' && best && <a href={`#cara-${best.key}`}>Penutupnya: {best.title}</a>}
        {g.state === 'gap' && closing && !best && <span>belum ada modul yang menutupnya</span>}
        {(g.state === 'unknown' || g.isExpired) && g.needs[0] && (
          <span>
            menunggu {asked?.who ?? g.needs[0].who}: {g.needs[0].what}
          </span>
        )}
      </span>
    </li>
  )
}

const tones = { ok: 'known', plain: 'plain', proposed: 'unknown' } as const

/** What would close each gap and why, best first; each line leads to the module. */
const Closing = ({ closing }: { closing: ClosingAnswer }) => {
  // The best of all, and of every gap its best.
  const best = new Set(
    closing.ways
      .flatMap(w => w.closes.map(c => c.code))
      .map(code => closing.ways.find(w => w.closes.some(c => c.code === code))?.key),
  )
  const shown = closing.ways.filter((w, i) => i < 8 || best.has(w.key))
  return (
    <Section title="Yang menutup tiap kesenjangan, dan alasannya" id="penutup">
      {closing.ways.length === 0 ? (
        <p className="small-text quiet">Belum ada modul dalam katalog yang menutup kesenjangan ini.</p>
      ) : (
        <ol className="closing-ways">
          {shown.map(w => (
            <li key={w.key} id={`cara-${w.key}`}>
              <span className="head">
                <a href={w.href}>
                  <b>{w.title}</b>
                </a>{' '}
                <span className="faint">· {w.facts}</span>
              </span>
              <span className="why">{[...w.closes.map(c => c.words), ...w.reasons].map(sentence).join(' ')}</span>
              <span className="state">{w.state && <Chip tone={tones[w.state.tone]}>{w.state.word}</Chip>}</span>
            </li>
          ))}
        </ol>
      )}
      {closing.uncovered.length > 0 && (
        <p className="small-text gap-2">
          Belum ada modul yang menutup {closing.uncovered.join(', ')}. Pengelola pengembangan kompetensi melengkapi
          katalog.
        </p>
      )}
      <p className="tiny faint gap-2">{closing.limits}</p>
    </Section>
  )
}

const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`

const words = ['Tidak ada', 'Satu', 'Dua', 'Tiga', 'Empat', 'Lima', 'Enam', 'Tujuh', 'Delapan', 'Sembilan']

export default function GapPage() {
  const {
    person,
    post,
    gaps,
    total,
    isTarget,
    isDefault,
    policy,
    isOwn,
    search,
    choices,
    closing,
    requests,
    sent,
    mayAsk,
    isJudge,
  } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
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
            {isJudge && (
              <Segment
                label="Tampilan"
                options={[
                  { label: 'Orang', href: here, current: true },
                  { label: 'Organisasi', href: href('/kompetensi/kesenjangan'), current: false },
                ]}
              />
            )}
            <LinkButton href={href('/kompetensi/profil/:employeeId', { employeeId: person.id })}>
              Profil lengkap
            </LinkButton>
            {closing && (
              <LinkButton href={closing.plan.href} variant="primary">
                {closing.plan.label}
              </LinkButton>
            )}
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
              <Section id="belum-pasti">
                <Note
                  tone="limits"
                  title="Yang belum pasti"
                  actions={
                    mayAsk &&
                    open.some(g => !requests.some(r => r.code === g.code)) && (
                      <form method="post">
                        <FormKey />
                        <Button>Minta kepada penilainya</Button>
                      </form>
                    )
                  }
                >
                  <ul className="plain-list">
                    {open.map(g => {
                      const asked = requests.find(r => r.code === g.code)
                      return (
                        <li key={g.code}>
                          {g.name}:{' '}
                          {asked
                            ? `menunggu ${asked.who} sejak ${formatDay(asked.askedOn, 'short')}`
                            : `belum diminta dari ${g.needs[0]?.who ?? 'penilainya'}`}
                          .
                        </li>
                      )
                    })}
                  </ul>
                </Note>
                <StatusLine>{sent}</StatusLine>
                {answer && <Note tone="risk" title={answer.message} live />}
                {isOwn && (
                  <p className="small-text gap-2">
                    Memiliki sertifikatnya? <a href={href('/kompetensi/bukti/baru')}>Unggah bukti untuk diperiksa</a>.
                  </p>
                )}
              </Section>
            )}
          </>
        }
      >
        <Section
          title="Perlu dan punya, terbesar dahulu"
          end={
            total && explanationHref(total) ? (
              <a className="origin" href={explanationHref(total) ?? undefined}>
                Dari mana angka ini?
              </a>
            ) : null
          }
        >
          <ul className="gap-lines">
            {(notMet.length > 0 ? notMet : gaps).map(g => (
              <GapLine key={g.code} gap={g} asked={requests.find(r => r.code === g.code)} closing={closing} />
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
          <LevelLegend />
          <details className="disclosure gap-2">
            <summary>Sumber tidak dirata-ratakan: urutan, masa berlaku, keyakinan, dan pemeriksanya</summary>
            <DataTable
              caption={`Sumber bukti menurut aturan ${policy.rule}`}
              phone="dense"
              rows={policy.sources}
              rowKey={s => s.name}
              columns={[
                { key: 'name', header: 'Sumber', cell: s => s.name },
                { key: 'order', header: 'Urutan', number: true, cell: s => s.precedence },
                { key: 'valid', header: 'Berlaku', cell: s => `${s.validMonths} bulan` },
                { key: 'confidence', header: 'Keyakinan', cell: s => `${s.confidence} dari 100, ${s.word}` },
                { key: 'official', header: 'Dapat menentukan level', cell: s => (s.canBeOfficial ? 'ya' : 'tidak') },
                { key: 'verifier', header: 'Pemeriksa', wide: true, cell: s => s.verifier },
              ]}
            />
            <p className="tiny faint">
              Urutan menentukan sumber yang dipakai. Keyakinan dan pemeriksa hanya disampaikan; keduanya tidak mengubah
              level.
            </p>
          </details>
        </Section>
        {closing && short.length > 0 && <Closing closing={closing} />}
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
