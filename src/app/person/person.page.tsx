import { href, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { load } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { DefinitionList } from '#ui/kit/definition-list.tsx'
import { NotAllowed } from '#ui/kit/empty-state.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section, TwoColumn } from '#ui/kit/section.tsx'
import { developmentWords } from '../home/development-words.ts'
import { codeWords } from '../record/record-words.ts'
import { readPerson } from './person.read.ts'

export const meta = ({ loaderData }: { loaderData?: { name: string } }) => [
  { title: `${loaderData?.name ?? 'Pegawai'} · Anyam` },
]

export const loader = (args: LoaderFunctionArgs) => load(args, page => readPerson(page, page.params.id))

type Line = { id: string; title: string; note: string; on: string | null }

const Records = ({ kind, lines, none }: { kind: string; lines: Line[]; none: string }) =>
  lines.length === 0 ? (
    <p className="quiet small-text">{none}</p>
  ) : (
    <ul className="lines pairs">
      {lines.map(line => (
        <li key={line.id}>
          <span>
            <a href={href('/catatan/:kind/:id', { kind, id: line.id })}>{line.title}</a>
            {line.note && <span className="quiet"> {line.note}</span>}
          </span>
          {line.on && <span className="quiet">{formatDay(line.on, 'short')}</span>}
        </li>
      ))}
    </ul>
  )

export default function PersonPage() {
  const data = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead
        title={data.name}
        scope={`${data.position ?? 'Jabatan belum tercatat'}, ${data.unit}. Pembukaan halaman ini tercatat dan terlihat oleh orangnya.`}
        actions={
          <>
            {data.isJudge && (
              <a className="button" href={href('/kompetensi/profil/:employeeId', { employeeId: data.id })}>
                Profil kompetensi
              </a>
            )}
            {data.mayNominate && (
              <a className="button primary" href={`/talenta/usulan/baru?pegawai=${data.id}`}>
                Usulkan
              </a>
            )}
          </>
        }
      />
      <TwoColumn
        side={
          <>
            <Section title="Data pokok">
              <DefinitionList
                facts={[
                  { term: 'NIP', value: data.nip },
                  { term: 'Kedudukan', value: data.employment },
                  { term: 'Golongan', value: data.rank ?? 'Belum ada' },
                  { term: 'Jenjang', value: data.tier ?? 'Belum ada' },
                  { term: 'Di jabatan sejak', value: data.since ? formatDay(data.since) : 'Belum ada' },
                  { term: 'Pendidikan', value: data.education || 'Belum ada' },
                  { term: 'Atasan', value: data.supervisor ?? 'Belum ada' },
                ]}
              />
            </Section>
            {data.jp && (
              <Section title={`JP tahun ${data.year}`}>
                <Figure figure={data.jp} size="lead" />
              </Section>
            )}
            {data.message && (
              <section className="soft gap-5">
                <h3>Pesan pengembangan</h3>
                <p className="small-text gap-1">{developmentWords(data.message)}</p>
              </section>
            )}
          </>
        }
      >
        <Section title="Talenta" note={data.cycle?.name}>
          {!data.isJudge ? (
            <NotAllowed who="pengelola talenta, komite, dan orangnya sendiri" what="nilai dan kotak" />
          ) : data.figures.length === 0 ? (
            <p className="quiet small-text">Belum ada hasil siklus untuk orang ini.</p>
          ) : (
            <>
              <div className="totals">
                {data.figures.map(figure => (
                  <div key={figure.ref}>
                    <span className="small-text quiet">{figure.label}</span>
                    <Figure figure={figure} size="middle" />
                  </div>
                ))}
              </div>
              <p>
                <a href={`/talenta/peta/${data.id}/mengapa?siklus=${data.cycle?.id}`}>Mengapa kotak ini?</a>
              </p>
            </>
          )}
        </Section>
        {data.isJudge && (
          <Section
            title="Kesenjangan ke jabatan sekarang"
            end={<a href={href('/kompetensi/kesenjangan/:employeeId', { employeeId: data.id })}>Lihat semua</a>}
          >
            {data.gapTotal && <Figure figure={data.gapTotal} size="middle" unitWord="level kurang" />}
            <ul className="lines pairs gap-2">
              {data.missing.map(gap => (
                <li key={gap.name}>
                  <span>{gap.name}</span>
                  <b>
                    kurang <Figure figure={gap.figure} asLink unit={false} />
                  </b>
                </li>
              ))}
            </ul>
          </Section>
        )}
        {data.isTeam && (
          <Section title="Rencana">
            {data.plans.length === 0 ? (
              <p className="quiet small-text">Belum ada rencana.</p>
            ) : (
              <ul className="lines pairs">
                {data.plans.map(plan => (
                  <li key={plan.id}>
                    <a href={`/diklat/rencana/${plan.id}`}>
                      Rencana {plan.year}, versi {plan.version}
                    </a>
                    <span className="quiet">{codeWords[plan.state] ?? plan.state}</span>
                  </li>
                ))}
              </ul>
            )}
          </Section>
        )}
        <Section title="Penilaian kinerja">
          <Records kind="workforce.appraisal" lines={data.appraisals} none="Tidak ada catatan yang boleh Anda lihat." />
        </Section>
        <Section title="Riwayat jabatan">
          <Records kind="workforce.career" lines={data.careers} none="Tidak ada catatan yang boleh Anda lihat." />
        </Section>
        <Section title="Riwayat diklat">
          <Records kind="workforce.training" lines={data.trainings} none="Tidak ada catatan yang boleh Anda lihat." />
        </Section>
      </TwoColumn>
    </>
  )
}
