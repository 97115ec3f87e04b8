import { formatDay, formatNumber, formatRupiahShort } from '#core/text/format.ts'
import type { Day } from '#core/values/day.ts'
import { vacancyWords } from '#domain/succession/vacancy/vacancy.model.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { Chip } from '#ui/kit/chip.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { Bar } from '#ui/kit/meter.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section, TwoColumn } from '#ui/kit/section.tsx'
import type { LeaderHomeData } from './leader-home.read.ts'

const numberWords = ['Tidak ada', 'Satu', 'Dua', 'Tiga', 'Empat', 'Lima', 'Enam', 'Tujuh', 'Delapan', 'Sembilan']

const millions = (value: number | null) =>
  value === null ? 'Belum dilaporkan' : formatNumber(value / 1e6, { digits: 0 })

/** Likelihood times impact, in words; not known is a rank of its own. */
const riskOf = (risk: LeaderHomeData['risks'][number]): { word: string; tone: 'risk' | 'plain' | 'unknown' } => {
  if (risk.likelihood === null || risk.impact === null || risk.state === 'belumLengkap')
    return { word: 'Belum diketahui', tone: 'unknown' }
  const score = risk.likelihood * risk.impact
  return score >= 20
    ? { word: 'Sangat tinggi', tone: 'risk' }
    : score >= 12
      ? { word: 'Tinggi', tone: 'risk' }
      : { word: score >= 6 ? 'Sedang' : 'Rendah', tone: 'plain' }
}

const benchWords = (risk: LeaderHomeData['risks'][number], on: Day) =>
  [
    vacancyWords({ reason: risk.vacancy_reason, on: risk.vacant_on }, on),
    risk.ready_now === 0 ? 'tidak ada penerus siap' : `${risk.ready_now} penerus siap`,
    risk.unknown > 0 ? `data ${risk.unknown} calon belum lengkap` : null,
  ]
    .filter(Boolean)
    .join(', ')

/** Beranda pimpinan: five figures, decisions, risks; one sheet on paper. */
export const LeaderHome = ({ data }: { data: LeaderHomeData }) => {
  const { budget, decisions, risks, outcome } = data
  const share = (part: { value: unknown } | null, whole: { value: unknown } | null) =>
    part && whole && Number(whole.value) > 0 ? Number(part.value) / Number(whole.value) : null
  return (
    <>
      <PageHead
        title={
          decisions.length === 0
            ? 'Tidak ada yang menunggu keputusan Anda'
            : `${numberWords[decisions.length] ?? decisions.length} hal menunggu keputusan Anda`
        }
        scope={
          <>
            {data.agency}, <Figure figure={data.people} asLink />. {formatDay(data.on)}.
          </>
        }
      />
      <ul className="five">
        <li>
          <h2>Jabatan kunci tanpa penerus siap</h2>
          <Figure
            figure={data.withoutReady}
            size="lead"
            unitWord={data.key ? <>dari {String(data.key.value)}</> : undefined}
            compare={
              Number(data.key?.value ?? 0) === 0
                ? 'Belum ada jabatan yang ditandai sebagai jabatan kunci.'
                : 'Makin sedikit makin aman; targetnya nol.'
            }
          />
        </li>
        <li>
          <h2>Jabatan kunci lowong atau kosong dalam 12 bulan</h2>
          <Figure
            figure={data.vacant}
            size="lead"
            compare={`Sampai ${formatDay(`${Number(data.on.slice(0, 4)) + 1}${data.on.slice(4)}`)}.`}
          />
        </li>
        <li>
          <h2>Kelompok rencana suksesi</h2>
          <Figure
            figure={data.pool}
            size="lead"
            unitWord={data.inCycle ? <>dari {formatNumber(Number(data.inCycle.value))}</> : undefined}
            compare={data.cycleName ? `Kotak 7, 8, dan 9 pada ${data.cycleName}.` : 'Belum ada siklus yang dipetakan.'}
          />
        </li>
        <li>
          <h2>Anggaran pengembangan terserap{budget ? ` ${budget.year}` : ''}</h2>
          <Figure
            figure={data.absorption}
            size="lead"
            compare={
              budget && (
                <>
                  {formatRupiahShort(Number(budget.realised.value))} dari{' '}
                  {formatRupiahShort(Number(budget.amount.value))}; {formatRupiahShort(Number(budget.committed.value))}{' '}
                  sudah terikat.
                </>
              )
            }
          />
          {budget && <Bar share={share(budget.realised, budget.amount)} label="Bagian pagu yang terserap" />}
        </li>
        <li>
          <h2>{outcome?.effect ? outcome.effect.label : 'Dampak program'}</h2>
          <Figure
            figure={data.effect}
            size="lead"
            compare={
              outcome ? (
                <>
                  {outcome.name}, unit program dibanding unit pembanding.
                  {outcome.others.length > 0 && ` Belum dapat disimpulkan: ${outcome.others.join('; ')}.`}
                </>
              ) : (
                'Belum ada program yang dievaluasi.'
              )
            }
          />
        </li>
      </ul>
      <TwoColumn
        side={
          <Section title="Risiko jabatan kunci" end={data.key && <a href="/suksesi">{`${data.key.value} jabatan`}</a>}>
            {risks.length === 0 ? (
              <p className="small-text quiet">
                {data.key
                  ? 'Bangku suksesi belum dihitung. Pengelola talenta yang menjalankannya.'
                  : 'Modul Suksesi belum dipakai instansi ini.'}
              </p>
            ) : (
              <ul className="lines">
                {risks.map(risk => {
                  const { word, tone } = riskOf(risk)
                  return (
                    <li key={risk.id}>
                      <span className="row">
                        <b>{risk.name}</b>
                        <span className="end">
                          <Chip tone={tone}>{word}</Chip>
                        </span>
                      </span>
                      <span className="quiet">{benchWords(risk, data.on)}</span>
                    </li>
                  )
                })}
              </ul>
            )}
          </Section>
        }
      >
        <Section title="Menunggu keputusan Anda">
          {decisions.length === 0 ? (
            <p className="quiet">Berkas yang diajukan komite muncul di sini.</p>
          ) : (
            <ul className="waiting">
              {decisions.map((decision, i) => (
                <li key={decision.id}>
                  <b>{decision.title}</b>
                  <span className="small-text quiet">{decision.why}</span>
                  <a className={i === 0 ? 'button primary' : 'button'} href={decision.href}>
                    {decision.verb}
                    <span className="sr">: {decision.title}</span>
                  </a>
                </li>
              ))}
            </ul>
          )}
        </Section>
        {budget && (
          <Section
            title="Anggaran menurut pos"
            note="tiap pos dalam juta rupiah"
            end={<a href="/diklat/anggaran">Semua pos</a>}
          >
            <DataTable
              caption="Anggaran menurut pos, juta rupiah"
              captionHidden
              rows={budget.lines}
              rowKey={line => line.id}
              columns={[
                {
                  key: 'activity',
                  header: 'Pos',
                  cell: line => (
                    <>
                      {line.activity}
                      {line.unit && <SubLine>{line.unit}</SubLine>}
                    </>
                  ),
                },
                { key: 'amount', header: 'Pagu', number: true, cell: line => millions(line.amount) },
                { key: 'committed', header: 'Terikat', number: true, cell: line => millions(line.committed) },
                { key: 'realised', header: 'Realisasi', number: true, cell: line => millions(line.realised) },
              ]}
              foot={[
                'Jumlah',
                <Figure key="a" figure={budget.amount} asLink />,
                <Figure key="c" figure={budget.committed} asLink />,
                <Figure key="r" figure={budget.realised} asLink />,
              ]}
            />
          </Section>
        )}
      </TwoColumn>
    </>
  )
}
