import { href, useLoaderData } from 'react-router'
import { formatDay, formatRupiah } from '#core/text/format.ts'
import { notFound } from '#platform/refusal.ts'
import { load } from '#platform/web/page.ts'
import { LinkButton } from '#ui/kit/button.tsx'
import { DataTable } from '#ui/kit/data-table.tsx'
import { DefinitionList } from '#ui/kit/definition-list.tsx'
import { LevelCells } from '#ui/kit/levels.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section, TwoColumn } from '#ui/kit/section.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { agreementState, findAgreementOf } from '../agreement/agreement.store.ts'
import { agreementShape, agreementWords } from '../agreement/agreement-words.ts'
import { leastMeasured } from '../need/rank-closing.ts'
import { laneWords } from '../plan/plan-words.ts'
import { findModule, findModuleOutcome, listModuleVersions, listSessions } from './catalogue.store.ts'
import { modeWords, sessionStateWords } from './catalogue-words.ts'

export const meta = () => [{ title: 'Modul · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, actor, visit, on }) => {
    const module = await findModule(db, params.moduleId)
    if (!module) throw notFound('Modul')
    const agreement =
      module.provider && visit.mayOpen('/diklat/katalog/perjanjian') ? await findAgreementOf(db, module.provider) : null
    return {
      isHr: actor.role === 'hr_officer',
      module,
      outcome: await findModuleOutcome(db, module.id),
      versions: await listModuleVersions(db, module.code),
      agreement: agreement && { ...agreement, state: agreementState(agreement, on) },
      mayOpenCost: visit.mayOpen('/diklat/katalog/jadwal/x/biaya'),
      sessions: await listSessions(db, { moduleId: module.id, limit: 100 }),
    }
  })

/** Results of few people stay closed: a single one would be readable. */
const outcomeWords = ({ measured, risen }: { measured: number; risen: number }): string =>
  measured === 0
    ? 'belum ada yang diukur'
    : measured < leastMeasured
      ? `kurang dari ${leastMeasured} peserta diukur`
      : `${risen} dari ${measured} peserta terdahulu`

export default function ModulePage() {
  const { isHr, module: m, outcome, sessions, versions, agreement, mayOpenCost } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead
        title={m.name}
        scope={`${m.code}. ${m.method}, ${laneWords[m.share_class].toLowerCase()}.${m.valid_until ? ` Versi lama, berlaku sampai ${formatDay(m.valid_until)}.` : ''}`}
        actions={
          isHr &&
          !m.valid_until && (
            <>
              <LinkButton href={`${href('/diklat/katalog/ubah')}?modul=${m.id}`}>Ubah modul</LinkButton>
              <LinkButton icon="add" href={`${href('/diklat/katalog/jadwal')}?modul=${m.id}`}>
                Tambah jadwal
              </LinkButton>
            </>
          )
        }
        crumbs={[{ label: 'Katalog', href: href('/diklat/katalog') }, { label: m.code }]}
      />
      <TwoColumn
        side={
          <>
            <Section title="Keterangan">
              <DefinitionList
                facts={[
                  { term: 'JP', value: m.jp ?? 'belum ada' },
                  { term: 'Hari', value: m.days ?? 'belum ada' },
                  {
                    term: 'Biaya per orang',
                    value: m.cost_per_head === null ? 'belum diketahui' : formatRupiah(m.cost_per_head),
                  },
                  { term: 'Biaya tetap kelas', value: formatRupiah(m.fixed_cost) },
                  { term: 'Penyelenggara', value: m.provider ?? (m.is_internal ? 'internal' : 'belum ada') },
                  { term: 'Kursi', value: m.seats ?? 'belum ditetapkan' },
                  { term: 'Peserta paling sedikit', value: m.seats_minimum },
                  { term: 'Naik level sesudahnya', value: outcomeWords(outcome) },
                ]}
              />
            </Section>
            {agreement && (
              <Section title="Perjanjian penyelenggara">
                <p>
                  <StateMark state={agreementShape[agreement.state]}>{agreementWords[agreement.state]}</StateMark>{' '}
                  <a href={href('/diklat/katalog/perjanjian')}>perjanjian</a> sampai {formatDay(agreement.ends_on)}.
                  {agreement.accreditation ? ` ${agreement.accreditation}.` : ''}
                </p>
              </Section>
            )}
            {versions.length > 1 && (
              <Section title="Versi" note="rencana yang disepakati memakai versinya">
                <ul className="lines side-links">
                  {versions.map(v => (
                    <li key={v.id}>
                      <a
                        href={href('/diklat/katalog/:moduleId', { moduleId: v.id })}
                        aria-current={v.id === m.id ? 'page' : undefined}
                      >
                        Sejak {formatDay(v.valid_from)}
                      </a>
                      <div className="small-text quiet">
                        {v.reason ?? 'versi pertama'}
                        {v.plans > 0 ? '; dipakai rencana yang disepakati' : ''}
                      </div>
                    </li>
                  ))}
                </ul>
              </Section>
            )}
          </>
        }
      >
        <Section title="Yang dibangun" note="menurut katalog; dibuktikan oleh tes dan penerapan">
          {m.effects.length === 0 ? (
            <p className="quiet">Modul ini umum: menambah JP, tidak menutup kesenjangan tertentu.</p>
          ) : (
            <DataTable
              caption="Kompetensi yang dibangun"
              captionHidden
              rows={m.effects}
              rowKey={e => e.code}
              columns={[
                { key: 'name', header: 'Kompetensi', cell: e => e.name },
                { key: 'from', header: 'Dari level', number: true, cell: e => e.from_level },
                { key: 'to', header: 'Ke level', number: true, cell: e => e.to_level },
                {
                  key: 'cells',
                  header: 'Level',
                  phoneHidden: true,
                  cell: e => <LevelCells required={e.to_level} held={e.from_level} />,
                },
              ]}
            />
          )}
        </Section>
        {m.prerequisites.length > 0 && (
          <Section title="Prasyarat">
            <ul className="lines">
              {m.prerequisites.map(p => (
                <li key={`${p.clause}${p.code}`}>
                  {p.name} ({p.code})
                </li>
              ))}
            </ul>
          </Section>
        )}
        <Section title={sessions.length > 0 ? `${sessions.length} jadwal` : 'Belum ada jadwal'}>
          {sessions.length > 0 && (
            <DataTable
              caption="Jadwal kelas"
              captionHidden
              rows={sessions}
              rowKey={s => s.id}
              columns={[
                {
                  key: 'code',
                  header: 'Kelas',
                  cell: s =>
                    isHr && ['planned', 'open'].includes(s.state) ? (
                      <a href={`${href('/diklat/katalog/jadwal')}?modul=${m.id}&kelas=${s.id}`}>{s.code}</a>
                    ) : isHr && s.state === 'cancelled' ? (
                      <a href={href('/diklat/katalog/jadwal/:sessionId', { sessionId: s.id })}>{s.code}</a>
                    ) : (
                      s.code
                    ),
                },
                {
                  key: 'when',
                  header: 'Tanggal',
                  cell: s => `${formatDay(s.starts_on, 'short')} – ${formatDay(s.ends_on, 'short')}`,
                },
                { key: 'mode', header: 'Cara', cell: s => modeWords[s.mode] ?? s.mode },
                { key: 'place', header: 'Tempat', cell: s => s.place ?? '–' },
                { key: 'seats', header: 'Kursi', number: true, cell: s => s.seats ?? '–' },
                { key: 'state', header: 'Keadaan', cell: s => sessionStateWords[s.state] ?? s.state },
                ...(mayOpenCost
                  ? [
                      {
                        key: 'cost',
                        header: 'Biaya',
                        cell: (s: (typeof sessions)[number]) => (
                          <a href={href('/diklat/katalog/jadwal/:sessionId/biaya', { sessionId: s.id })}>Rincian</a>
                        ),
                      },
                    ]
                  : []),
              ]}
            />
          )}
        </Section>
      </TwoColumn>
    </>
  )
}
