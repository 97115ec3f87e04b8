import { href, useLoaderData } from 'react-router'
import { formatDay, formatNumber } from '#core/text/format.ts'
import { addMonths, type Day } from '#core/values/day.ts'
import { sql } from '#platform/database/database.ts'
import { notFound } from '#platform/refusal.ts'
import { load } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { Recorded } from '#ui/figure/recorded.tsx'
import { LinkButton } from '#ui/kit/button.tsx'
import { Chip } from '#ui/kit/chip.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { EmptyState } from '#ui/kit/empty-state.tsx'
import { LevelCells } from '#ui/kit/levels.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section, TwoColumn } from '#ui/kit/section.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { listReportsOf } from '../assessment-centre/centre-report.store.ts'
import { personMatch } from '../competency.figures.ts'
import { evidenceRules } from '../evidence/evidence.rules.ts'
import { listAssessments, listEvidence } from './assessment.store.ts'

export const meta = () => [{ title: 'Profil kompetensi · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, look, on, actor, visit }) => {
    const person = await db.find<{ id: string; name: string; position_name: string | null; unit_name: string }>(
      sql`select id, name, position_name, unit_name from workforce.v_people where id = ${params.employeeId}`,
    )
    if (!person) throw notFound('Pegawai')
    look({
      action: 'profil kompetensi',
      employeeId: person.id,
      subjectKind: 'competency.profile',
      subjectId: person.id,
    })
    const found = await personMatch(db, person.id)
    const { sources } = evidenceRules.on(on).body
    return {
      on,
      person,
      match: found
        ? {
            assessment: found.assessment,
            jpm: { ...found.match.jpm, parts: [] },
            category: { ...found.match.category, ref: found.match.jpm.ref, parts: [] },
          }
        : null,
      assessments: await listAssessments(db, [person.id]),
      report: (await listReportsOf(db, person.id))[0]?.participant_id ?? null,
      evidence: (await listEvidence(db, person.id)).map(e => {
        const rule = sources.find(s => s.source === e.source)
        return {
          ...e,
          until: (e.valid_until as Day | null) ?? (rule ? addMonths(e.observed_on as Day, rule.validMonths) : null),
          isWaiting: rule?.mustBeVerified === true && !e.is_verified && !e.is_replaced,
        }
      }),
      mayAdd: actor.employeeId === person.id && visit.mayOpen(href('/kompetensi/bukti/baru')),
      mayOpenPaper: visit.mayOpen(href('/kompetensi/bukti/:evidenceId', { evidenceId: 'x' })),
      order: sources
        .filter(s => s.canBeOfficial)
        .sort((a, b) => a.precedence - b.precedence)
        .map(s => s.name.toLowerCase()),
      sourceNames: Object.fromEntries(sources.map(s => [s.source, s.name])),
    }
  })

const categoryWords: Record<string, string> = {
  O: 'Optimal',
  CO: 'Cukup Optimal',
  KO: 'Kurang Optimal',
  MS: 'Memenuhi Syarat',
  MMS: 'Masih Memenuhi Syarat',
  KMS: 'Kurang Memenuhi Syarat',
}

export default function ProfilePage() {
  const { on, person, match, assessments, evidence, sourceNames, report, mayAdd, mayOpenPaper, order } =
    useLoaderData<typeof loader>()
  const latest = match?.assessment
  const isExpired = latest ? latest.valid_until < on : false
  return (
    <>
      <PageHead
        title={
          !latest
            ? `${person.name} belum pernah dinilai`
            : isExpired
              ? `Penilaian ${person.name} kedaluwarsa sejak ${formatDay(latest.valid_until)}`
              : `Penilaian ${person.name} berlaku sampai ${formatDay(latest.valid_until)}`
        }
        scope={`${person.position_name ?? 'Jabatan belum dicatat'}, ${person.unit_name}.`}
        crumbs={[
          { label: 'Kompetensi' },
          { label: 'Profil', href: href('/kompetensi/profil') },
          { label: person.name },
        ]}
        actions={
          <>
            <LinkButton href={href('/kompetensi/kesenjangan/:employeeId', { employeeId: person.id })} variant="primary">
              Lihat kesenjangan
            </LinkButton>
            {mayAdd && <LinkButton href={href('/kompetensi/bukti/baru')}>Unggah bukti</LinkButton>}
            {report && (
              <LinkButton href={href('/kompetensi/asesmen/laporan/:participantId', { participantId: report })}>
                Buka laporan asesmen
              </LinkButton>
            )}
          </>
        }
      />
      {!latest || !match ? (
        <EmptyState title="Belum ada hasil penilaian">
          Yang menyediakan: penyelenggara penilaian kompetensi. Sebelum itu, levelnya belum diketahui dan tidak dianggap
          nol.
        </EmptyState>
      ) : (
        <TwoColumn
          side={
            <>
              <Section title="JPM">
                <Figure
                  figure={match.jpm}
                  size="lead"
                  compare={
                    match.category.value === null
                      ? 'Kategori belum dapat disebut.'
                      : (categoryWords[String(match.category.value)] ?? String(match.category.value))
                  }
                />
              </Section>
              <Section title="Potensi">
                <p className="small-text">
                  {latest.potential === null ? (
                    <StateMark state="unknown">belum diukur lengkap</StateMark>
                  ) : (
                    <>
                      <Recorded kind="competency.assessment" id={latest.id}>
                        {formatNumber(latest.potential, { digits: 2 })} dari 100
                      </Recorded>
                      , rata-rata aspek yang diukur
                    </>
                  )}
                </p>
              </Section>
              {assessments.length > 1 && (
                <Section title="Penilaian sebelumnya">
                  {assessments.slice(1).map(a => (
                    <p key={a.id} className="small-text">
                      {formatDay(a.assessed_on)}, {a.provider ?? 'penyelenggara tidak dicatat'}
                    </p>
                  ))}
                </Section>
              )}
            </>
          }
        >
          <Section title={`Hasil ${formatDay(latest.assessed_on)}`} note={latest.provider ?? undefined}>
            <DataTable
              caption="Level setiap kompetensi pada penilaian terakhir"
              captionHidden
              phone="dense"
              rows={latest.levels}
              rowKey={l => l.code}
              columns={[
                { key: 'name', header: 'Kompetensi', cell: l => l.name },
                {
                  key: 'cells',
                  header: 'Level',
                  phoneLabel: '',
                  cell: l => <LevelCells required={l.standard_level} held={l.level} expired={isExpired} />,
                },
                {
                  key: 'held',
                  header: 'Punya',
                  number: true,
                  cell: l =>
                    l.level === null ? (
                      'belum dinilai'
                    ) : (
                      <Recorded kind="competency.assessment-level" id={`${latest.id}~${l.competency_id}`}>
                        {l.level}
                      </Recorded>
                    ),
                },
                { key: 'need', header: 'Standar', number: true, cell: l => l.standard_level ?? 'tidak ada' },
              ]}
            />
          </Section>
        </TwoColumn>
      )}
      <Section title="Bukti lain" note="tidak pernah menimpa hasil penilaian">
        {evidence.length === 0 ? (
          <p className="small-text quiet">Belum ada. Kelas, penerapan, dan penilaian atasan menambahnya.</p>
        ) : (
          <DataTable
            caption="Bukti kompetensi menurut waktu"
            captionHidden
            rows={evidence.slice(0, 50)}
            rowKey={e => e.id}
            columns={[
              {
                key: 'name',
                header: 'Kompetensi',
                cell: e => (
                  <>
                    {e.is_paper && mayOpenPaper ? (
                      <a href={href('/kompetensi/bukti/:evidenceId', { evidenceId: e.id })}>{e.name}</a>
                    ) : (
                      e.name
                    )}
                    {e.note && <SubLine>{e.note}</SubLine>}
                  </>
                ),
              },
              { key: 'source', header: 'Sumber', cell: e => sourceNames[e.source] ?? e.source },
              { key: 'level', header: 'Level', number: true, cell: e => e.level },
              { key: 'on', header: 'Tanggal', cell: e => formatDay(e.observed_on, 'short') },
              {
                key: 'until',
                header: 'Berlaku sampai',
                cell: e => (e.until ? formatDay(e.until, 'short') : 'tidak dicatat'),
              },
              {
                key: 'state',
                header: 'Keadaan',
                wide: true,
                cell: e =>
                  e.is_replaced ? (
                    <>
                      <Chip tone="unknown">diganti</Chip>
                      {e.correction_reason && <SubLine>{e.correction_reason}</SubLine>}
                    </>
                  ) : e.isWaiting ? (
                    <Chip tone="unknown">menunggu diperiksa</Chip>
                  ) : e.until && e.until < on ? (
                    <Chip tone="expired">kedaluwarsa</Chip>
                  ) : (
                    <Chip tone="known">{e.is_verified ? 'terverifikasi' : 'tercatat'}</Chip>
                  ),
              },
            ]}
          />
        )}
        <p className="tiny faint gap-2">
          Sumber tidak dirata-ratakan. Yang masih berlaku dan paling kuat dipakai: {order.join(', ')}.
        </p>
      </Section>
    </>
  )
}
