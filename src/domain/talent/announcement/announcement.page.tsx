import type { ReactNode } from 'react'
import { href, useLoaderData, useRouteLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { loadForAnybody } from '#platform/web/page.ts'
import { LinkButton } from '#ui/kit/button.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { EmptyState } from '#ui/kit/empty-state.tsx'
import { Mark } from '#ui/kit/mark.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section, TwoColumn } from '#ui/kit/section.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { readAnnouncement } from './announcement.store.ts'
import { partTerms } from './announcement-words.ts'

export const meta = () => [{ title: 'Kriteria dan jadwal talenta · Anyam' }]

export const loader = (args: Parameters<typeof loadForAnybody>[0]) =>
  loadForAnybody(args, ({ db }) => readAnnouncement(db))

/** The frame of a page read without an account. */
const Public = ({ agency, children }: { agency: string; children: ReactNode }) => {
  const root = useRouteLoaderData<{ person: unknown }>('root')
  if (root?.person) return children
  return (
    <>
      <a className="skip" href="#isi">
        Langsung ke isi
      </a>
      <div className="hem" />
      <header className="bar">
        <div className="bar-in">
          <a className="brand" href="/">
            <Mark />
            <span>Anyam</span>
            <small>{agency}</small>
          </a>
        </div>
      </header>
      <main className="content" id="isi">
        {children}
      </main>
    </>
  )
}

export default function AnnouncementPage() {
  const data = useLoaderData<typeof loader>()
  const { agency, cycle } = data
  if (!cycle || !data.axes)
    return (
      <Public agency={agency}>
        <EmptyState alone title="Belum ada siklus talenta yang diumumkan">
          Kriteria dan jadwal tampil di sini ketika siklus dibuka.
        </EmptyState>
      </Public>
    )
  return (
    <Public agency={agency}>
      <PageHead
        title="Siapa dipetakan, dengan ukuran apa, dan kapan"
        scope={`${cycle.name}, ${agency}. Tahap sekarang: ${cycle.stage.toLowerCase()}. Data dipotret ${formatDay(cycle.asOf)}.`}
        actions={
          <>
            {data.hasFairness && <LinkButton href="/pengumuman/keadilan.pdf">Laporan keadilan (PDF)</LinkButton>}
            <LinkButton href={`${href('/pengumuman/talenta')}.pdf`}>Unduh poster (PDF)</LinkButton>
          </>
        }
      />
      <TwoColumn
        side={
          <>
            <Section title="Jadwal">
              {data.steps.length === 0 ? (
                <p className="quiet">Jadwal diumumkan kemudian.</p>
              ) : (
                <DataTable
                  caption="Jadwal siklus"
                  captionHidden
                  rows={data.steps}
                  rowKey={s => s.stage}
                  columns={[
                    {
                      key: 'stage',
                      header: 'Tahap',
                      cell: s => (
                        <>
                          {s.stage}
                          <SubLine>{s.task}</SubLine>
                        </>
                      ),
                    },
                    {
                      key: 'due',
                      header: 'Sampai',
                      cell: s =>
                        s.isDone ? <StateMark state="known">Selesai</StateMark> : formatDay(s.dueOn, 'short'),
                    },
                  ]}
                />
              )}
            </Section>
            <Section title="Yang dapat Anda lakukan">
              <ul className="lines">
                <li>Periksa catatan Anda di Jalur Saya, lalu lengkapi yang belum ada.</li>
                <li>Ajukan diri, atau mintalah atasan mengusulkan Anda.</li>
                <li>
                  Sanggah hasil yang keliru
                  {cycle.objectionUntil ? ` sampai ${formatDay(cycle.objectionUntil)}` : ''}. Yang menjawab tidak ikut
                  memutus.
                </li>
              </ul>
            </Section>
          </>
        }
      >
        <Section title="Siapa">
          <p>
            {cycle.tiers.length === 0 ? 'Semua ASN aktif.' : `ASN aktif pada jenjang ${cycle.tiers.join(', ')}.`} Yang
            datanya belum lengkap menunggu; tidak seorang pun ditempatkan pada kotak 1 karena datanya kosong.
          </p>
        </Section>
        {data.axes.map(axis => (
          <Section key={axis.label} title={axis.label} note={axis.range}>
            {axis.parts.length === 0 ? (
              <p className="quiet">Aturan ini belum memuat bagian nilai.</p>
            ) : (
              <DataTable
                caption={`Bagian nilai ${axis.label}`}
                captionHidden
                phone="dense"
                rows={axis.parts}
                rowKey={p => p.label}
                columns={[
                  {
                    key: 'label',
                    header: 'Bagian',
                    cell: p => (
                      <>
                        {p.label}
                        <SubLine>{partTerms(p)}</SubLine>
                      </>
                    ),
                  },
                  { key: 'weight', header: 'Bobot', number: true, cell: p => `${p.weight.toLocaleString('id-ID')}%` },
                  { key: 'supplier', header: 'Dipasok oleh', cell: p => p.supplier },
                ]}
              />
            )}
          </Section>
        ))}
        <Section title="Kriteria usulan" note="tiap tujuan diputus sendiri">
          <DataTable
            caption="Kriteria usulan menurut tujuan"
            captionHidden
            rows={data.nominations}
            rowKey={n => n.purpose}
            columns={[
              {
                key: 'purpose',
                header: 'Tujuan',
                cell: n => (
                  <>
                    {n.purpose}
                    {n.secondReference && <SubLine>dengan rekomendasi kedua</SubLine>}
                  </>
                ),
              },
              { key: 'criteria', header: 'Kriteria', wide: true, cell: n => n.criteria.join('; ') },
            ]}
          />
        </Section>
        <Section title="Sembilan kotak dan perlakuannya">
          <DataTable
            caption="Kotak dan perlakuan"
            captionHidden
            rows={data.boxes}
            rowKey={b => String(b.number)}
            columns={[
              { key: 'box', header: 'Kotak', cell: b => `${b.number}. ${b.name}` },
              { key: 'treatment', header: 'Perlakuan', wide: true, cell: b => b.treatments },
            ]}
          />
        </Section>
        <div className="gap-5">
          <Note title="Yang tidak dinilai">
            Jenis kelamin, usia, agama, suku, status perkawinan, dan kondisi disabilitas tidak masuk nilai. Pemindahan
            kotak diputus komite dalam sidang, dengan penilaian tertutup dan alasan tertulis.
          </Note>
        </div>
        <p className="small-text quiet gap-4">
          Aturan {data.rule.code} versi {data.rule.version}. {data.rule.legalBasis}
        </p>
      </TwoColumn>
    </Public>
  )
}
