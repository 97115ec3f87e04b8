import { href, useLoaderData } from 'react-router'
import { listed } from '#core/figure/mechanisms.ts'
import { formatDay, formatNumber } from '#core/text/format.ts'
import { notFound } from '#platform/refusal.ts'
import { load } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { LinkButton } from '#ui/kit/button.tsx'
import { Chip } from '#ui/kit/chip.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { DefinitionList } from '#ui/kit/definition-list.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section, TwoColumn } from '#ui/kit/section.tsx'
import { jpLedgers, professionalityIndexes, retirements } from '../workforce.figures.ts'
import { findPerson } from './employee.store.ts'
import {
  listAppraisals,
  listAwards,
  listCareers,
  listChecks,
  listSanctions,
  listTeamRoles,
  listTrainings,
} from './record.store.ts'

export const meta = () => [{ title: 'Riwayat pegawai · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, on, actor, query, look, visit }) => {
    const person = await findPerson(db, params.employeeId)
    if (!person) throw notFound('Pegawai')
    look({ action: 'riwayat pegawai', employeeId: person.id, subjectKind: 'workforce.employee', subjectId: person.id })
    const year = Number(query.get('tahun')) || Number(on.slice(0, 4))
    const ledger = (await jpLedgers(db, [person], year)).get(person.id)!
    const trainings = await listTrainings(db, [person.id])
    const maySeeIndex = actor.role !== 'supervisor' || actor.employeeId === person.id
    const index = maySeeIndex ? (await professionalityIndexes(db, [person])).get(person.id) : null
    const counted = new Set(ledger.counted.parts.flatMap(p => p.sources.map(s => s.id)))
    const reasons = new Map(ledger.notCounted.map(n => [n.training.id, n.reason]))
    const maySeeSanctions = actor.role !== 'supervisor' || actor.employeeId === person.id
    return {
      person,
      year,
      ledger: {
        counted: { ...ledger.counted, parts: [] },
        target: ledger.target,
        isCeiling: ledger.isCeiling,
        missing: listed(ledger.missing),
      },
      trainings: trainings.map(t => ({ ...t, isCounted: counted.has(t.id), reason: reasons.get(t.id) ?? null })),
      years: [...new Set(trainings.flatMap(t => (t.endsOn ? [Number(t.endsOn.slice(0, 4))] : [])))].sort(
        (a, b) => b - a,
      ),
      retirement: retirements([person], on).get(person.id)!,
      index: index ? { total: { ...index.total, parts: [] }, next: index.nextBest.slice(0, 1) } : null,
      careers: await listCareers(db, person.id),
      appraisals: await listAppraisals(db, [person.id]),
      awards: await listAwards(db, person.id),
      teamRoles: await listTeamRoles(db, person.id),
      sanctions: maySeeSanctions ? await listSanctions(db, [person.id]) : null,
      checks: await listChecks(db, [person.id]),
      mayEdit: actor.role === 'hr_officer',
      mayOpenList: visit.mayOpen('/data/pegawai'),
    }
  })

const reasonWords = {
  withoutCertificate: 'tanpa nomor sertifikat',
  withoutJp: 'JP kosong',
  withoutEnd: 'tanggal selesai kosong',
  rejected: 'ditolak saat diperiksa',
} as const
const expectationWords: Record<string, string> = { above: 'di atas', meets: 'sesuai', below: 'di bawah' }
const levelWords: Record<string, string> = {
  international: 'internasional',
  national: 'nasional',
  'inter-agency': 'lintas instansi',
  agency: 'instansi',
  'service-years': 'masa kerja',
}
const day = (d: string | null) => (d ? formatDay(d, 'short') : null)

export default function RecordPage() {
  const data = useLoaderData<typeof loader>()
  const { person: p, ledger } = data
  const here = href('/data/pegawai/:employeeId', { employeeId: p.id })
  const counted = Number(ledger.counted.value ?? 0)
  const jpSaid =
    ledger.target === null
      ? `${formatNumber(counted, { digits: 1 })} JP pada ${data.year}`
      : counted >= ledger.target
        ? `JP ${data.year} terpenuhi`
        : `${ledger.isCeiling ? 'memakai' : 'baru'} ${formatNumber(counted, { digits: 1 })} dari ${ledger.target} JP pada ${data.year}`
  return (
    <>
      <PageHead
        title={`${p.name}: ${jpSaid}`}
        scope={`${p.position_name ?? 'Jabatan belum dicatat'}, ${p.unit_name}. NIP ${p.nip}.`}
        crumbs={[
          { label: 'Data' },
          { label: 'Pegawai', href: data.mayOpenList ? href('/data/pegawai') : undefined },
          { label: p.name },
        ]}
        actions={
          <>
            <LinkButton href={`/kompetensi/kesenjangan/${p.id}`}>Kesenjangan kompetensi</LinkButton>
            {data.mayEdit && (
              <LinkButton href={href('/data/pegawai/:employeeId/diklat/baru', { employeeId: p.id })} icon="add">
                Catat pelatihan
              </LinkButton>
            )}
          </>
        }
      />
      <TwoColumn
        side={
          <>
            <Section title="Identitas">
              <DefinitionList
                facts={[
                  { term: 'Status', value: p.employment.replaceAll('_', ' ') },
                  { term: 'Golongan', value: p.rank ?? 'belum dicatat' },
                  { term: 'Jenjang', value: p.tier ?? 'belum dicatat' },
                  { term: 'TMT jabatan', value: day(p.position_since) ?? 'belum dicatat' },
                  { term: 'Tanggal lahir', value: day(p.birth_on) ?? 'belum dicatat' },
                  {
                    term: 'Pendidikan',
                    value: [p.education_level, p.education_field].filter(Boolean).join(', ') || 'belum dicatat',
                  },
                  { term: 'Atasan', value: p.supervisor_name ?? 'belum dicatat' },
                  { term: 'Batas usia pensiun', value: <Figure figure={data.retirement.age} asLink /> },
                  { term: 'TMT pensiun', value: <Figure figure={data.retirement.startsOn} asLink /> },
                ]}
              />
            </Section>
            {data.index && (
              <Section title="Indeks profesionalitas ASN">
                <Figure
                  figure={data.index.total}
                  size="lead"
                  compare={
                    data.index.next[0]
                      ? `Tambahan terbesar: ${data.index.next[0].label.toLowerCase()}, ${formatNumber(data.index.next[0].points, { digits: 1 })} poin.`
                      : undefined
                  }
                />
              </Section>
            )}
            {data.sanctions && (
              <Section title="Hukuman disiplin">
                {data.sanctions.length === 0 ? (
                  <p className="small-text quiet">
                    {data.checks.find(c => c.subject === 'discipline')
                      ? `Tidak ada. Diperiksa ${day(data.checks.find(c => c.subject === 'discipline')!.checked_on)}.`
                      : 'Belum ada catatan, dan berkasnya belum diperiksa.'}
                  </p>
                ) : (
                  <DefinitionList
                    facts={data.sanctions.map(s => ({
                      term: `${s.name} (${s.level})`,
                      value: [day(s.starts_on), day(s.ends_on)].filter(Boolean).join(' s.d. '),
                    }))}
                  />
                )}
              </Section>
            )}
          </>
        }
      >
        <Section
          title={`Diklat dan JP ${data.year}`}
          end={data.years.map(y => (
            <a
              key={y}
              className="small-text"
              href={`${here}?tahun=${y}`}
              aria-current={y === data.year ? 'true' : undefined}
            >
              {y}{' '}
            </a>
          ))}
        >
          <Figure
            figure={ledger.counted}
            size="lead"
            compare={
              ledger.target === null ? undefined : ledger.isCeiling ? (
                `Batas yang dibiayai instansi ${ledger.target} JP.`
              ) : (
                <>
                  Target setahun {ledger.target} JP
                  {Number(ledger.missing.value ?? 0) > 0 ? (
                    <>
                      , kurang <Figure figure={ledger.missing} unit={false} asLink />
                    </>
                  ) : (
                    ', terpenuhi'
                  )}
                  .
                </>
              )
            }
          />
          {data.trainings.length === 0 ? (
            <p className="small-text quiet gap-2">Belum ada catatan pelatihan.</p>
          ) : (
            <DataTable
              caption="Catatan pelatihan, terbaru dahulu"
              captionHidden
              rows={data.trainings.slice(0, 50)}
              rowKey={t => t.id}
              rowId={t => `diklat-${t.id}`}
              columns={[
                {
                  key: 'name',
                  header: 'Pelatihan',
                  cell: t => (
                    <>
                      {data.mayEdit ? (
                        <a
                          href={href('/data/pegawai/:employeeId/diklat/:trainingId', {
                            employeeId: p.id,
                            trainingId: t.id,
                          })}
                        >
                          {t.name}
                        </a>
                      ) : (
                        t.name
                      )}
                      <SubLine>{[t.form, t.provider].filter(Boolean).join(' · ')}</SubLine>
                    </>
                  ),
                },
                { key: 'ends', header: 'Selesai', cell: t => day(t.endsOn) ?? 'tidak dicatat' },
                {
                  key: 'jp',
                  header: 'JP',
                  number: true,
                  cell: t => (t.jp === null ? 'kosong' : formatNumber(t.jp, { digits: 1 })),
                },
                { key: 'certificate', header: 'Sertifikat', cell: t => t.certificate ?? 'tidak ada' },
                {
                  key: 'state',
                  header: `Dihitung ${data.year}`,
                  cell: t =>
                    t.isCounted ? (
                      <Chip tone="known">Dihitung</Chip>
                    ) : t.reason ? (
                      <Chip tone="unknown">{reasonWords[t.reason]}</Chip>
                    ) : (
                      <span className="faint">tahun lain</span>
                    ),
                },
              ]}
            />
          )}
        </Section>
        <Section
          title="Predikat kinerja"
          end={
            data.mayEdit && (
              <a className="small-text" href={href('/data/pegawai/:employeeId/skp', { employeeId: p.id })}>
                Catat atau betulkan
              </a>
            )
          }
        >
          {data.appraisals.length === 0 ? (
            <p className="small-text quiet">Belum ada. Yang mengisi: pejabat penilai kinerja.</p>
          ) : (
            <DataTable
              caption="Predikat kinerja setiap tahun"
              captionHidden
              phone="dense"
              rows={data.appraisals}
              rowKey={a => a.id}
              columns={[
                { key: 'year', header: 'Tahun', cell: a => a.year },
                {
                  key: 'rating',
                  header: 'Predikat',
                  cell: a => (
                    <>
                      {a.rating}
                      {a.is_rating_derived && <SubLine>dihitung dari matriks</SubLine>}
                    </>
                  ),
                },
                {
                  key: 'result',
                  header: 'Hasil kerja',
                  cell: a => (a.work_result ? expectationWords[a.work_result] : 'kosong'),
                },
                {
                  key: 'behaviour',
                  header: 'Perilaku',
                  cell: a => (a.behaviour ? expectationWords[a.behaviour] : 'kosong'),
                },
              ]}
            />
          )}
        </Section>
        <Section title="Riwayat jabatan">
          {data.careers.length === 0 ? (
            <p className="small-text quiet">Belum ada. Masukkan lewat impor riwayat jabatan.</p>
          ) : (
            <DataTable
              caption="Riwayat jabatan, terbaru dahulu"
              captionHidden
              rows={data.careers.slice(0, 50)}
              rowKey={c => c.id}
              columns={[
                {
                  key: 'position',
                  header: 'Jabatan',
                  cell: c => (
                    <>
                      {c.position_name} {c.assignment !== 'Definitif' && <Chip>{c.assignment}</Chip>}
                      <SubLine>{c.unit_name}</SubLine>
                    </>
                  ),
                },
                { key: 'tier', header: 'Jenjang', cell: c => c.tier ?? 'kosong' },
                { key: 'family', header: 'Rumpun', cell: c => c.family ?? 'kosong' },
                { key: 'from', header: 'Mulai', cell: c => day(c.starts_on) },
                { key: 'until', header: 'Sampai', cell: c => day(c.ends_on) ?? 'sekarang' },
              ]}
            />
          )}
        </Section>
        <Section title="Penghargaan dan tugas tim">
          {data.awards.length + data.teamRoles.length === 0 ? (
            <p className="small-text quiet">Belum ada catatan.</p>
          ) : (
            <DefinitionList
              facts={[
                ...data.awards.map(a => ({
                  term: `${a.name} (${levelWords[a.level] ?? a.level})`,
                  value: day(a.awarded_on),
                })),
                ...data.teamRoles.map(t => ({
                  term: `${t.name}, ${t.role === 'chair' ? 'ketua' : 'anggota'}`,
                  value: [day(t.starts_on), day(t.ends_on)].filter(Boolean).join(' s.d. '),
                })),
              ]}
            />
          )}
        </Section>
      </TwoColumn>
    </>
  )
}
