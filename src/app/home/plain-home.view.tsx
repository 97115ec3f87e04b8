import { href } from 'react-router'
import { formatDay, formatNumber } from '#core/text/format.ts'
import { daysBetween } from '#core/values/day.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { DataTable } from '#ui/kit/data-table.tsx'
import { EmptyState } from '#ui/kit/empty-state.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { requestKinds } from '../person/request-words.ts'
import { workWord } from '../work/work-words.ts'
import { momentWords } from './moment.ts'
import type { PlainHomeData, PlainItem } from './plain-home.read.ts'

const Items = ({ items, none }: { items: PlainItem[]; none: string }) =>
  items.length === 0 ? (
    <p className="quiet">{none}</p>
  ) : (
    <ul className="waiting">
      {items.map((item, i) => (
        <li key={item.key}>
          <b>{item.title}</b>
          <span className="small-text quiet">{item.note}</span>
          <a className={i === 0 ? 'button primary' : 'button'} href={item.href}>
            {item.verb}
            <span className="sr">: {item.title}</span>
          </a>
        </li>
      ))}
    </ul>
  )

const Committee = ({ data }: { data: NonNullable<PlainHomeData['committee']> }) =>
  data.cycle === null ? (
    <EmptyState title="Belum ada siklus talenta">
      Pengelola membuka siklus; sesudah dipetakan, komite melihatnya di sini.
    </EmptyState>
  ) : (
    <>
      <PageHead
        title={data.items.length === 0 ? 'Tidak ada yang menunggu komite' : `${data.items.length} hal menunggu komite`}
        scope={`${data.cycle.name}, keadaan per ${formatDay(data.cycle.as_of)}.`}
        actions={
          <a className="button" href={`/talenta/peta?siklus=${data.cycle.id}`}>
            Buka peta 9 kotak
          </a>
        }
      />
      <div className="totals">
        {data.figures.map(figure => (
          <div key={figure.ref}>
            <span className="small-text quiet">{figure.label}</span>
            <Figure figure={figure} size="middle" />
          </div>
        ))}
      </div>
      <Section title="Menunggu komite">
        <Items items={data.items} none="Usul pindah kotak dan usulan peserta muncul di sini." />
      </Section>
    </>
  )

const Facilitator = ({ data, on }: { data: NonNullable<PlainHomeData['facilitator']>; on: string }) => (
  <>
    <PageHead
      title={
        data.items.length === 0
          ? 'Semua catatan pertemuan sudah lengkap'
          : `${data.items.length} catatan pertemuan perlu dilengkapi`
      }
      scope={`Kelas yang terbuka dan orang yang Anda dampingi, per ${formatDay(on)}.`}
    />
    <Section title="Catatan yang menunggu Anda">
      <Items items={data.items} none="Tidak ada catatan yang menunggu." />
    </Section>
    <Section title="Kelas mendatang dan berjalan">
      {data.classes.length === 0 ? (
        <EmptyState title="Belum ada kelas yang terbuka">
          Pengelola membuka kelas dari rencana yang ditetapkan.
        </EmptyState>
      ) : (
        <DataTable
          caption="Kelas mendatang dan berjalan"
          captionHidden
          phone="dense"
          rows={data.classes}
          rowKey={row => row.id}
          columns={[
            { key: 'name', header: 'Kelas', cell: row => row.name },
            { key: 'from', header: 'Mulai', cell: row => formatDay(row.starts_on, 'short') },
            { key: 'until', header: 'Selesai', cell: row => formatDay(row.ends_on, 'short') },
          ]}
        />
      )}
    </Section>
  </>
)

const Auditor = ({ data, zone }: { data: NonNullable<PlainHomeData['auditor']>; zone: string }) => (
  <>
    <PageHead
      title={`${formatNumber(data.entries.n)} tindakan tercatat dalam satu rantai`}
      scope={
        data.entries.newest
          ? `Catatan terakhir ${momentWords(data.entries.newest, zone)}. Periksa apakah rantainya utuh.`
          : 'Belum ada catatan.'
      }
      actions={
        <a className="button primary" href={`${href('/pengaturan/jejak-audit')}?periksa=ya`}>
          Periksa rantai
        </a>
      }
    />
    <Section title="Keputusan dan berkasnya">
      {data.dossiers.length === 0 ? (
        <p className="quiet">Belum ada berkas keputusan.</p>
      ) : (
        <ul className="lines pairs">
          {data.dossiers.map(dossier => (
            <li key={dossier.id}>
              <a href={`/keputusan/${dossier.id}`}>
                {dossier.number}, {dossier.position}
              </a>
              <span className="quiet">{dossier.state === 'decided' ? 'sudah diputuskan' : 'belum diputuskan'}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
    <Section title="Siklus talenta">
      {data.cycles.length === 0 ? (
        <p className="quiet">Belum ada siklus.</p>
      ) : (
        <ul className="lines pairs">
          {data.cycles.map(cycle => (
            <li key={cycle.id}>
              <a href={`/talenta/peta?siklus=${cycle.id}`}>{cycle.name}</a>
              <span className="quiet">keadaan per {formatDay(cycle.as_of)}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  </>
)

const Protection = ({ requests, on }: { requests: PlainHomeData['requests']; on: string }) => (
  <>
    <PageHead
      title={
        requests.length === 0
          ? 'Tidak ada permintaan yang menunggu'
          : `${requests.length} permintaan subjek data menunggu jawaban`
      }
      scope="Setiap permintaan dijawab paling lambat 3 kali 24 jam."
      actions={
        <a className="button primary" href={href('/permintaan-data')}>
          Buka permintaan
        </a>
      }
    />
    <ul className="lines pairs">
      {requests.map(request => {
        const left = daysBetween(on, request.due_on)
        return (
          <li key={request.id}>
            <b>{requestKinds[request.kind]}</b>
            <StateMark state={left < 0 ? 'risk' : 'border'}>
              {left < 0 ? `Lewat ${-left} hari` : `Batas ${formatDay(request.due_on, 'short')}`}
            </StateMark>
          </li>
        )
      })}
    </ul>
    <Section title="Jejak pembukaan data">
      <p className="quiet prose">
        Setiap pembukaan data orang lain tercatat.{' '}
        <a href={`${href('/pengaturan/jejak-audit')}?jenis=look`}>Lihat pembukaan terbaru</a>
      </p>
    </Section>
  </>
)

const workStates = {
  waiting: 'menunggu',
  running: 'berjalan',
  done: 'selesai',
  failed: 'gagal',
  stopped: 'dihentikan',
} as const

const Admin = ({ data, zone }: { data: NonNullable<PlainHomeData['admin']>; zone: string }) => (
  <>
    <PageHead
      title={`${formatNumber(data.accounts.signed)} dari ${formatNumber(data.accounts.all)} akun sudah pernah masuk`}
      scope="Admin menjaga sistem tetap berjalan: peran, modul, pekerjaan, cadangan. Nilai pribadi tidak terbuka untuk peran ini."
      actions={
        <a className="button primary" href={href('/pengaturan/peran')}>
          Buka peran
        </a>
      }
    />
    <Section title="Pekerjaan panjang terakhir">
      {data.works.length === 0 ? (
        <p className="quiet">Belum ada pekerjaan panjang.</p>
      ) : (
        <ul className="lines pairs">
          {data.works.map(work => (
            <li key={work.id}>
              <a href={href('/kerja/:id', { id: work.id })}>{workWord(work.name)}</a>
              <span className="quiet">
                {workStates[work.state]}, {momentWords(work.updatedAt, zone)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
    <Section title="Cadangan">
      <p className="quiet prose">
        Buat cadangan dari terminal: <code>npx anyam backup BERKAS</code>. Cadangan memuat semua instansi dan sidik
        jarinya.
      </p>
    </Section>
  </>
)

export const PlainHome = ({ data }: { data: PlainHomeData }) => (
  <>
    {data.committee && <Committee data={data.committee} />}
    {data.facilitator && <Facilitator data={data.facilitator} on={data.on} />}
    {data.auditor && <Auditor data={data.auditor} zone={data.zone} />}
    {data.role === 'dpo' && <Protection requests={data.requests} on={data.on} />}
    {data.admin && <Admin data={data.admin} zone={data.zone} />}
  </>
)
