import { href, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { load } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { LinkButton } from '#ui/kit/button.tsx'
import { DataTable } from '#ui/kit/data-table.tsx'
import { DefinitionList } from '#ui/kit/definition-list.tsx'
import { LevelCells, LevelLegend } from '#ui/kit/levels.tsx'
import { Note, StatusLine } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import '#ui/style/screens/gap.css'
import { errors } from '../errors.ts'
import { strengthsAndGaps } from './assessment-centre.model.ts'
import { figuresOf, listReports } from './centre-report.store.ts'
import { aspectWord, categoryWords, levelText, standingWord } from './centre-words.ts'

export const meta = () => [{ title: 'Laporan asesmen · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, actor, query, on, look }) => {
    const reports = await listReports(db, params.participantId)
    const wanted = query.get('versi')
    const report = wanted ? reports.find(r => String(r.version) === wanted) : reports[0]
    if (!report) throw errors.report.notFound()
    look({
      action: 'laporan asesmen',
      employeeId: report.employee_id,
      subjectKind: 'competency.report',
      subjectId: report.id,
    })
    const { jpm, category, potential, leadership } = figuresOf(report)
    const short = <F extends { parts: unknown[] }>(figure: F) => ({ ...figure, parts: [] })
    const isOwn = report.employee_id === actor.employeeId
    const sorted = strengthsAndGaps(
      report.content.levels.flatMap(l => (l.standard === null ? [] : [{ ...l, standard: l.standard }])),
    )
    return {
      on,
      isOwn,
      mayCorrect: actor.role === 'hr_officer' && !isOwn,
      report: { ...report, isNewest: report.version === reports[0].version },
      versions: reports.map(r => ({ version: r.version, on: r.made_on, reason: r.reason })),
      sorted,
      figures: {
        jpm: short(jpm),
        category: { ...short(category), mechanism: { kind: 'record' as const } },
        // Potential is told to the person as a message for development, to the officer as a figure.
        potential: isOwn ? null : short(potential),
        leadership: isOwn || report.content.leadership.length === 0 ? null : short(leadership),
      },
      told:
        query.get('pesan') === 'dikoreksi' ? 'Koreksi tersimpan sebagai versi baru dan orangnya diberi tahu.' : null,
    }
  })

const aspectShapes = {
  menonjol: 'known',
  'cukup tampak': 'border',
  'dapat dikembangkan': 'unknown',
  'belum teramati': 'unknown',
} as const

export default function ReportPage() {
  const { on, isOwn, mayCorrect, report, versions, sorted, figures, told } = useLoaderData<typeof loader>()
  const { content } = report
  const isExpired = content.validUntil < on
  const id = { participantId: report.participant_id }
  const category = String(figures.category.value ?? '')
  return (
    <>
      <PageHead
        title={isOwn ? 'Laporan asesmen Anda' : `Laporan asesmen ${content.person.name}`}
        scope={`${content.batch.use}, ${formatDay(content.assessedOn)}. ${content.batch.provider}.`}
        crumbs={[{ label: 'Asesmen', href: href('/kompetensi/asesmen') }, { label: 'Laporan' }]}
        actions={
          <>
            <LinkButton href={`${href('/kompetensi/asesmen/laporan/:participantId/pdf', id)}?versi=${report.version}`}>
              Unduh PDF
            </LinkButton>
            {mayCorrect && (
              <LinkButton href={href('/kompetensi/asesmen/laporan/:participantId/koreksi', id)}>Koreksi</LinkButton>
            )}
          </>
        }
      />
      <StatusLine>{told}</StatusLine>
      {!report.isNewest && (
        <Note tone="due" title="Ini versi lama">
          <a href={href('/kompetensi/asesmen/laporan/:participantId', id)}>Buka versi terbaru</a>
        </Note>
      )}
      {report.reason && <Note title={`Versi ${report.version} adalah koreksi`}>{report.reason}</Note>}
      <div className="totals">
        <div>
          <span className="small-text quiet">Kecocokan dengan {content.standard ?? 'standar'} (JPM)</span>
          <Figure figure={figures.jpm} size="middle" compare={categoryWords[category] ?? undefined} />
        </div>
        {figures.potential && (
          <div>
            <span className="small-text quiet">Potensi (delapan aspek)</span>
            <Figure figure={figures.potential} size="middle" />
          </div>
        )}
        {figures.leadership && (
          <div>
            <span className="small-text quiet">Potensi kepemimpinan</span>
            <Figure figure={figures.leadership} size="middle" />
          </div>
        )}
      </div>
      <p>
        {isExpired ? (
          <StateMark state="expired">Hasil ini sudah tidak berlaku sejak {formatDay(content.validUntil)}.</StateMark>
        ) : (
          <StateMark state="known">Hasil ini berlaku sampai {formatDay(content.validUntil)}.</StateMark>
        )}
      </p>
      <Section title={isOwn ? 'Kekuatan Anda' : 'Kekuatan'}>
        <p className="prose">{content.summary}</p>
        {sorted.strengths.length > 0 && (
          <p className="small-text quiet">Sudah memenuhi standar: {sorted.strengths.map(s => s.name).join('; ')}.</p>
        )}
      </Section>
      <Section title="Yang dapat dikembangkan">
        <p className="prose">{content.advice}</p>
        {sorted.toDevelop.length > 0 && (
          <p className="small-text quiet">
            Masih di bawah standar: {sorted.toDevelop.map(s => s.name).join('; ')}.{' '}
            <a href={href('/kompetensi/kesenjangan/:employeeId', { employeeId: report.employee_id })}>
              Lihat modul yang menutupnya
            </a>
          </p>
        )}
      </Section>
      <Section title="Level setiap kompetensi">
        <DataTable
          caption="Level setiap kompetensi terhadap standar"
          captionHidden
          phone="dense"
          rows={content.levels}
          rowKey={l => l.code}
          columns={[
            { key: 'name', header: 'Kompetensi', cell: l => l.name },
            { key: 'cells', header: 'Level', cell: l => <LevelCells required={l.standard} held={l.level} /> },
            { key: 'level', header: 'Dicapai', cell: l => levelText(l.level) },
            { key: 'standard', header: 'Standar', cell: l => (l.standard === null ? '–' : `level ${l.standard}`) },
            { key: 'word', header: 'Artinya', cell: l => standingWord(l.level, l.standard) },
          ]}
        />
        <LevelLegend />
      </Section>
      {(content.aspects.length > 0 || content.leadership.length > 0) && (
        <Section title="Aspek potensi" note="bahan pengembangan, bukan putusan">
          <ul className="lines pairs">
            {[...content.aspects, ...content.leadership].map(a => {
              const word = aspectWord(a.level)
              return (
                <li key={a.code}>
                  <span>{a.name}</span>
                  <StateMark state={aspectShapes[word as keyof typeof aspectShapes] ?? 'unknown'}>{word}</StateMark>
                </li>
              )
            })}
          </ul>
        </Section>
      )}
      <Section title="Tentang laporan ini">
        <DefinitionList
          facts={[
            { term: 'Dinilai untuk', value: content.standard ?? 'standar jabatan' },
            { term: 'Penyelenggara', value: content.batch.provider },
            { term: 'Asesor', value: content.assessors.join('; ') },
            { term: 'Disepakati', value: content.agreedBy },
            { term: 'Bertanya kepada', value: content.batch.contact },
            { term: 'Diterbitkan', value: `${report.made_by_name}, ${formatDay(report.made_on)}` },
          ]}
        />
        <p className="small-text quiet gap-3">
          Catatan asesor tidak ditunjukkan kepada atasan maupun admin sistem. Siapa yang membuka laporan ini tercatat
          {isOwn && (
            <>
              {' '}
              di <a href={href('/hak-saya')}>Hak saya</a>
            </>
          )}
          .
        </p>
        {versions.length > 1 && (
          <ul className="lines">
            {versions.map(v => (
              <li key={v.version}>
                <a href={`${href('/kompetensi/asesmen/laporan/:participantId', id)}?versi=${v.version}`}>
                  Versi {v.version}
                </a>
                , {formatDay(v.on)}
                {v.reason ? `: ${v.reason}` : ''}
              </li>
            ))}
          </ul>
        )}
      </Section>
    </>
  )
}
