import { formatDay, formatNumber } from '#core/text/format.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { DataTable } from '#ui/kit/data-table.tsx'
import { EmptyState } from '#ui/kit/empty-state.tsx'
import { Bar } from '#ui/kit/meter.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section, TwoColumn } from '#ui/kit/section.tsx'
import { Steps } from '#ui/kit/steps.tsx'
import type { HrHomeData } from './hr-home.read.ts'

const stages: [string, string][] = [
  ['DRAF', 'Persiapan'],
  ['PENGUMPULAN_DATA', 'Pengumpulan data'],
  ['PENILAIAN', 'Penilaian'],
  ['PEMETAAN', 'Pemetaan'],
  ['SIDANG_KOMITE', 'Sidang komite'],
  ['SANGGAH', 'Sanggah'],
  ['DITETAPKAN_PPK', 'Penetapan PPK'],
  ['BERJALAN', 'Berjalan'],
]

const reasonWords: Record<string, { what: string; who: string; verb: string; href: string }> = {
  'missing-assessment': {
    what: 'Belum ada penilaian kompetensi',
    who: 'Menunggu penyelenggara penilaian kompetensi.',
    verb: 'Lihat orangnya',
    href: '/talenta/peta/tunggu?sebab=missing-assessment',
  },
  'expired-assessment': {
    what: 'Penilaian kompetensi kedaluwarsa',
    who: 'Perlu dijadwalkan ulang.',
    verb: 'Lihat orangnya',
    href: '/talenta/peta/tunggu?sebab=expired-assessment',
  },
  'missing-appraisal': {
    what: 'Penilaian kinerja (SKP) belum ada',
    who: 'Menunggu atasan langsung.',
    verb: 'Lihat orangnya',
    href: '/talenta/peta/tunggu?sebab=missing-appraisal',
  },
  other: {
    what: 'Data lain belum lengkap',
    who: 'Sebabnya tertulis pada tiap orang.',
    verb: 'Lihat orangnya',
    href: '/talenta/peta/tunggu?sebab=other',
  },
}
const bandWords = { nol: '0 JP', satu: '1–9', sepuluh: '10–19', tercapai: '20 ke atas' } as const

/** Beranda pengelola: what holds the cycle up. */
export const HrHome = ({ data }: { data: HrHomeData }) => {
  const { cycle, waiting, inCycle } = data
  const people = Number(data.people.value ?? 0)
  const held = data.holds.filter(hold => Number(hold.figure.value) > 0)
  const objections = Number(data.objections?.value ?? 0)
  const stage = stages.findIndex(([code]) => code === cycle?.state)
  if (people === 0)
    return (
      <>
        <PageHead
          title="Mulai dari berkas instansi Anda"
          scope="Anyam bekerja dari data pegawai, unit, dan jabatan. Semuanya dapat dimasukkan dari Excel."
        />
        <EmptyState
          title="Belum ada pegawai"
          action={
            <a className="button primary" href="/data/impor">
              Impor data
            </a>
          }
        >
          Masukkan daftar unit dan pegawai lebih dahulu. Uji coba menunjukkan hasilnya sebelum ada yang disimpan.
        </EmptyState>
      </>
    )
  const bandMost = Math.max(1, ...data.jpBands.map(b => Number(b.figure.value)))
  return (
    <>
      <PageHead
        title={
          cycle
            ? waiting && Number(waiting.value) > 0
              ? `${formatNumber(Number(waiting.value))} orang belum dapat dipetakan`
              : 'Semua orang dalam siklus sudah dapat dipetakan'
            : 'Belum ada siklus talenta yang dibuka'
        }
        scope={
          cycle && inCycle ? (
            <>
              {cycle.name}, keadaan per {formatDay(cycle.as_of)}: <Figure figure={inCycle} asLink /> dari{' '}
              <Figure figure={data.people} asLink /> pegawai aktif.
            </>
          ) : (
            <>
              <Figure figure={data.people} asLink /> pegawai aktif di instansi ini.
            </>
          )
        }
        actions={
          <>
            <a className="button" href="/data/impor">
              Impor data
            </a>
            {cycle ? (
              <a className="button primary" href={`/talenta/peta?siklus=${cycle.id}`}>
                Buka peta
              </a>
            ) : (
              data.mayOpenCycle && (
                <a className="button primary" href="/talenta/siklus/baru">
                  Buka siklus
                </a>
              )
            )}
          </>
        }
      />
      {cycle && (
        <Steps
          label="Tahap siklus"
          steps={stages.map(([, title], i) => ({
            title,
            state: stage < 0 || i < stage ? 'done' : i === stage ? 'current' : 'later',
            share: i === stage ? 0.5 : undefined,
          }))}
        />
      )}
      <div className="gap-5" />
      <TwoColumn
        side={
          <>
            <Section title={`JP tahun ${data.year}`} end={<a href="/data/pegawai">{formatNumber(people)} ASN</a>}>
              <Figure figure={data.jpShare} size="lead" unitWord="mencapai 20 JP" />
              <ul className="bars gap-3">
                {data.jpBands.map(({ band, figure }) => (
                  <li key={band}>
                    <span>{bandWords[band]}</span>
                    <Bar
                      share={Number(figure.value) / bandMost}
                      label={`${bandWords[band]}: ${figure.value} orang`}
                      tone={band === 'tercapai' ? 'plain' : 'rest'}
                      tall
                    />
                    <b>
                      <Figure figure={figure} asLink unit={false} />
                    </b>
                  </li>
                ))}
              </ul>
            </Section>
            <Section title="Mutu data" end={<a href="/data/mutu">Semua aturan mutu</a>}>
              <p className="small-text quiet">Empat dimensi, setiap cacat dengan pemilik dan cara memperbaikinya.</p>
            </Section>
            {data.dates.length > 0 && (
              <Section title="Tanggal penting">
                <dl className="facts">
                  {data.dates.map(date => (
                    <div key={date.day + date.what} style={{ display: 'contents' }}>
                      <dt>{formatDay(date.day, 'short')}</dt>
                      <dd>{date.what}</dd>
                    </div>
                  ))}
                </dl>
              </Section>
            )}
          </>
        }
      >
        {cycle && (
          <Section title="Yang menahan siklus ini">
            {held.length === 0 && objections === 0 ? (
              <p className="quiet">Tidak ada yang menahan siklus ini.</p>
            ) : (
              <ul className="holds">
                {held.map(({ reason, figure }) => (
                  <li key={reason}>
                    <span className="amount">
                      <Figure figure={figure} asLink unit={false} />
                    </span>
                    <p>
                      <b>{reasonWords[reason].what}</b>
                      <span className="quiet">{reasonWords[reason].who}</span>
                    </p>
                    <a className="button" href={`${reasonWords[reason].href}&siklus=${cycle.id}`}>
                      {reasonWords[reason].verb}
                      <span className="sr">: {reasonWords[reason].what}</span>
                    </a>
                  </li>
                ))}
                {objections > 0 && data.objections && (
                  <li>
                    <span className="amount">
                      <Figure figure={data.objections} asLink unit={false} />
                    </span>
                    <p>
                      <b>Sanggahan menunggu penilai kedua</b>
                      <span className="quiet">Dijawab oleh orang yang tidak ikut menilai.</span>
                    </p>
                    <a className="button" href="/talenta/sanggah">
                      Buka sanggahan
                    </a>
                  </li>
                )}
              </ul>
            )}
            {data.expiring && Number(data.expiring.value) > 0 && (
              <p className="small-text quiet gap-3">
                <Figure figure={data.expiring} asLink /> sudah dipetakan, tetapi buktinya segera kedaluwarsa.
              </p>
            )}
          </Section>
        )}
        {data.units.length > 0 && (
          <Section title="Unit paling tertinggal" end={<a href="/data/unit">Semua unit</a>}>
            <DataTable
              caption="Unit dengan bagian terpetakan paling kecil"
              captionHidden
              phone="dense"
              rows={data.units}
              rowKey={unit => unit.id}
              columns={[
                { key: 'name', header: 'Unit', cell: unit => unit.name },
                {
                  key: 'people',
                  header: 'Orang',
                  number: true,
                  cell: unit => <Figure figure={unit.peopleFigure} asLink unit={false} />,
                },
                {
                  key: 'placed',
                  header: 'Terpetakan',
                  number: true,
                  cell: unit => <Figure figure={unit.placedFigure} asLink unit={false} />,
                },
                {
                  key: 'share',
                  header: 'Bagian',
                  wide: true,
                  cell: unit => (
                    <Bar share={unit.placed / unit.people} label={`${unit.placed} dari ${unit.people} terpetakan`} />
                  ),
                },
              ]}
            />
          </Section>
        )}
      </TwoColumn>
    </>
  )
}
