import type { ReactNode } from 'react'
import { record, weightedSum } from '#core/figure/mechanisms.ts'
import type { Day } from '#core/values/day.ts'
import { Bars, BeforeAfter } from '../chart/bars.tsx'
import { BudgetCurve } from '../chart/budget-curve.tsx'
import { ForestPlot } from '../chart/forest-plot.tsx'
import { HeatMap } from '../chart/heat-map.tsx'
import { LineChart } from '../chart/line-chart.tsx'
import { MiniBox, NineBoxGrid } from '../chart/nine-box-grid.tsx'
import { Radar } from '../chart/radar.tsx'
import { Sparkline } from '../chart/sparkline.tsx'
import { Figure } from '../figure/figure.tsx'
import { FigureExplanation } from '../figure/figure-explanation.tsx'
import { BenchBlocks, BenchLegend } from './bench-blocks.tsx'
import { Button, LinkButton } from './button.tsx'
import { Chip } from './chip.tsx'
import { Checkbox, RadioList } from './choices.tsx'
import { DataTable, SubLine } from './data-table.tsx'
import { DefinitionList } from './definition-list.tsx'
import { DialogPage } from './dialog.tsx'
import { DiffList } from './diff-list.tsx'
import { EmptyFiltered, EmptyState, NotAllowed } from './empty-state.tsx'
import { EvidenceChain } from './evidence-chain.tsx'
import { FilterBar } from './filter-bar.tsx'
import { ErrorSummary, FormActions } from './form-parts.tsx'
import { Gauge } from './gauge.tsx'
import { DateField, FileField, MoneyField, Select, Textarea, TextInput } from './inputs.tsx'
import { LevelCells, levelWord } from './levels.tsx'
import { Bar, StackBar } from './meter.tsx'
import { Note, OfflineLine, StatusLine } from './note.tsx'
import { PageHead } from './page-head.tsx'
import { Pager } from './pager.tsx'
import { Panel } from './panel.tsx'
import { Section, TwoColumn } from './section.tsx'
import { Segment } from './segment.tsx'
import { StateMark } from './state-mark.tsx'
import { Steps } from './steps.tsx'
import { Timeline } from './timeline.tsx'
import { Tree } from './tree.tsx'
import { VoteList } from './vote-list.tsx'

const today = '2026-11-24' as Day
const source = (label: string, validUntil?: Day) => [{ kind: 'contoh.catatan', id: label, label, validUntil }]
const appraisal = record({
  label: 'Predikat kinerja',
  value: 80,
  asOf: today,
  sources: source('e-Kinerja, periode 2025'),
})
const feedback = record({
  label: 'Umpan balik 360°',
  value: 76,
  asOf: today,
  sources: source('9 penilai, Januari 2026'),
})
const missing = record<number>({
  label: 'Penilaian kompetensi',
  value: null,
  asOf: today,
  needs: [{ what: 'Penilaian kompetensi', who: 'BKPSDM' }],
})
const gap = (value: number) => ({
  ...record<number>({ label: 'Rata-rata level yang kurang', unit: 'level', digits: 1, asOf: today, value }),
  value,
})
const headcount = (value: number) => record<number>({ label: 'Calon', unit: 'people', asOf: today, value })
const ruleSet = { code: 'KC-2026', version: '3', legalBasis: 'PermenPANRB 3/2020' }
const score = weightedSum({
  ref: 'contoh.kinerja:1',
  label: 'Kinerja',
  asOf: today,
  cuts: [60, 80],
  ruleSet,
  parts: [
    { figure: appraisal, weight: 60 },
    { figure: feedback, weight: 40 },
  ],
})
const partial = weightedSum({
  ref: 'contoh.potensial:1',
  label: 'Potensial',
  asOf: today,
  cuts: [60, 80],
  ruleSet,
  parts: [
    { figure: appraisal, weight: 70 },
    { figure: { ...missing, bounds: [0, 100] }, weight: 30 },
  ],
})
const states = (['unknown', 'inconclusive', 'withheld', 'not-applicable'] as const).map(state => ({
  ...missing,
  state,
}))

const people = [
  { id: 'a', name: 'Ratna Wulandari', post: 'Kepala Bidang Bina Marga', potential: score, performance: score },
  { id: 'b', name: 'Agus Setiawan', post: 'Sekretaris Dinas Pertanian', potential: partial, performance: score },
  { id: 'c', name: 'Nurhayati', post: 'Kepala Bidang Perencanaan', potential: missing, performance: score },
]

const Shelf = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="section">
    <h2>{title}</h2>
    <div className="stack gap-3">{children}</div>
  </section>
)

/** Every component in every state: for developers, and for the checks of sight and of axe. */
export const Gallery = () => (
  <>
    <PageHead
      crumbs={[{ label: 'Pengaturan', href: '#' }, { label: 'Komponen' }]}
      title="Komponen dan keadaannya"
      scope="Contoh untuk pengembang: setiap komponen punya keadaan kosong, memuat, sebagian, galat, dan tanpa wewenang."
      actions={
        <>
          <Segment
            label="Tampilan"
            options={[
              { label: 'Kotak', href: '#kotak', current: true },
              { label: 'Tabel', href: '#tabel', current: false },
            ]}
          />
          <LinkButton href="#unduh" icon="download">
            Unduh Excel
          </LinkButton>
        </>
      }
    />
    <FilterBar
      search={{ name: 'cari', label: 'Nama atau NIP', value: '' }}
      filters={[
        { name: 'unit', label: 'Unit', chosen: [], options: [{ value: '1', label: 'DPUPR' }] },
        {
          name: 'jenjang',
          label: 'Jenjang',
          chosen: ['adm'],
          multiple: true,
          options: [
            { value: 'adm', label: 'Administrator' },
            { value: 'pws', label: 'Pengawas' },
          ],
        },
      ]}
      clearHref="?"
    >
      Aturan KC-2026 versi 3
    </FilterBar>
    <TwoColumn
      even
      sideLabel="Contoh 1"
      side={
        <>
          <Shelf title="Kosong, pertama kali">
            <EmptyState
              title="Belum ada rencana"
              action={
                <LinkButton href="#" variant="primary">
                  Mulai dari kesenjangan
                </LinkButton>
              }
            >
              Rencana disusun dari kesenjangan kompetensi Anda. Ada 3 yang dapat ditutup tahun ini.
            </EmptyState>
          </Shelf>
          <Shelf title="Kosong karena saringan, tanpa wewenang">
            <EmptyFiltered
              what="pegawai"
              count={3}
              filters="Unit DPUPR, jenjang JPT, masa jabatan kurang dari 1 tahun."
              clearHref="?"
            />
            <NotAllowed who="pegawai yang bersangkutan, komite talenta, dan auditor" />
          </Shelf>
          <Shelf title="Galat, luring, catatan">
            <OfflineLine waiting={2} />
            <Note
              tone="risk"
              title="Belum tersimpan karena koneksi putus"
              actions={<Button>Kirim ulang sekarang</Button>}
            >
              Jawaban Anda ada di ponsel ini dan akan dikirim ulang. Kode K-217.
            </Note>
            <Note tone="due" title="Memuat lebih lama dari biasanya">
              Angka di bawah ini dari 23 November 2026, 06.00.
            </Note>
            <Note tone="limits" title="Batas simpulan">
              46 paket terlalu sedikit.
            </Note>
            <StatusLine>Tersimpan 09.41</StatusLine>
          </Shelf>
        </>
      }
    >
      <Shelf title="Status dan cip">
        <StateMark state="known">Berlaku sampai 18 Maret 2028</StateMark>
        <StateMark state="expired">Kedaluwarsa 3 Mei 2026</StateMark>
        <StateMark state="unknown">Belum dinilai, menunggu BKPSDM</StateMark>
        <StateMark state="border">Kurang 1,50 dari batas</StateMark>
        <StateMark state="risk">Bangku kosong</StateMark>
        <div className="row">
          <Chip tone="known">Kotak 8</Chip>
          <Chip tone="risk">Tinggi</Chip>
          <Chip tone="unknown">Belum diketahui</Chip>
          <Chip tone="expired">Sertifikat: 3, habis 3 Mei 2026</Chip>
          <Chip>Assessment center</Chip>
        </div>
      </Shelf>
      <Shelf title="Tombol">
        <div className="row">
          <Button variant="primary">Ajukan rencana</Button>
          <Button>Tinjau</Button>
          <Button variant="danger">Hapus catatan</Button>
          <Button variant="quiet">Batal</Button>
          <Button small>Kunci</Button>
        </div>
      </Shelf>
      <Shelf title="Angka dan keadaannya">
        <Figure figure={score} size="lead" unitWord="dari 100" compare="Kurang 1,60 dari batas 80" />
        <p>
          <Figure figure={partial} />
        </p>
        <p>
          <Figure figure={{ ...appraisal, state: 'expired', sources: source('SKP', '2026-05-03' as Day) }} />
        </p>
        {states.map(figure => (
          <p key={figure.state}>
            <Figure figure={figure} />
          </p>
        ))}
      </Shelf>
    </TwoColumn>
    <Section title="Tabel" note="urut: paling dekat ke batas" end={<a href="#semua">Semua 37 orang</a>}>
      <DataTable
        caption="Tiga pegawai"
        captionHidden
        rows={people}
        rowKey={p => p.id}
        selected={p => p.id === 'a'}
        phone="dense"
        columns={[
          {
            key: 'name',
            header: 'Nama dan jabatan',
            cell: p => (
              <>
                {p.name}
                <SubLine>{p.post}</SubLine>
              </>
            ),
            sortHref: '?urut=nama',
            sorted: 'ascending',
          },
          { key: 'x', header: 'Potensial', number: true, cell: p => <Figure figure={p.potential} asLink /> },
          { key: 'y', header: 'Kinerja', number: true, cell: p => <Figure figure={p.performance} asLink /> },
        ]}
      />
      <Pager shown={50} total={1350} from={51} unit="orang" previousHref="#a" nextHref="#b" />
    </Section>
    <TwoColumn
      even
      sideLabel="Contoh 2"
      side={
        <Shelf title="Isian dengan kesalahan">
          <form className="form" method="get">
            <ErrorSummary problems={[{ field: 'selesai', message: 'Tanggal selesai mendahului tanggal mulai' }]} />
            <TextInput name="nama" label="Nama kegiatan" hint="Seperti tertulis pada surat" optional />
            <DateField name="mulai" label="Tanggal mulai" value="2026-08-24" />
            <DateField name="selesai" label="Tanggal selesai" value="2026-08-20" error="Mendahului tanggal mulai" />
            <MoneyField name="biaya" label="Biaya" />
            <TextInput name="jp" label="Lama" unit="JP" inputMode="decimal" />
            <Textarea name="alasan" label="Alasan" optional />
            <FileField name="berkas" label="Surat tugas" hint="PDF, paling besar 5 MB" accept=".pdf" optional />
            <Checkbox name="setuju" label="Sudah saya baca" />
            <FormActions note="Tersimpan 09.41">
              <Button variant="primary">Simpan kegiatan</Button>
            </FormActions>
          </form>
        </Shelf>
      }
    >
      <Shelf title="Usul pindah kotak">
        <DialogPage
          headingLevel={2}
          title="Pindahkan Ratna Wulandari dari kotak 8?"
          effect="Usulan ini masuk agenda sidang 9 Desember. Posisi semula dan alasan Anda tersimpan."
        >
          <form className="form" method="get">
            <RadioList
              name="tujuan"
              label="Kotak tujuan"
              choices={[
                { value: '9', label: '9, kinerja di atas ekspektasi dan potensial tinggi' },
                { value: '7', label: '7, kinerja di atas ekspektasi dan potensial menengah' },
              ]}
            />
            <Select name="sebab" label="Sebab" options={[{ value: 'B-01', label: 'Bukti baru belum tercatat' }]} />
            <FormActions>
              <Button variant="primary">Usulkan pindah</Button>
              <LinkButton href="#" variant="quiet">
                Batal
              </LinkButton>
            </FormActions>
          </form>
        </DialogPage>
        <RadioList
          name="suara"
          label="Penilaian awal Anda, tertutup"
          boxed
          across
          choices={[
            { value: 'ya', label: 'Pindah ke kotak 9' },
            { value: 'tidak', label: 'Tetap di kotak 8' },
          ]}
        />
        <VoteList
          label="Siapa sudah menilai"
          votes={[
            { name: 'Ketua', initials: 'AG', state: 'voted' },
            { name: 'Anda', initials: 'EK', state: 'waiting' },
            { name: 'Anggota 6', initials: 'HN', state: 'offline' },
            { name: 'Anggota 4', initials: 'DR', state: 'recused' },
          ]}
        />
      </Shelf>
    </TwoColumn>
    <TwoColumn
      sideLabel="Contoh 3"
      side={
        <Panel title="Ukuran">
          <Gauge label="Potensial" value={87.02} cuts={[60, 80]} min={40} />
          <Gauge label="Kinerja" value={78.5} cuts={[60, 80]} min={40} proposed={82.25} />
          <Gauge label="Potensial" value={null} bounds={[54.5, 84.5]} cuts={[60, 80]} min={40} />
          <div className="gap-4">
            <MiniBox box={8} />
          </div>
          <div className="gap-4">
            <BenchBlocks now={headcount(1)} soon={headcount(3)} later={headcount(2)} />
            <BenchLegend />
          </div>
          <StackBar
            label="38 JP tercatat, kewajiban 20 JP"
            max={62}
            mark={{ value: 20, label: 'wajib 20' }}
            parts={[
              { label: 'Teknis', value: 20 },
              { label: 'Komunikasi', value: 10, tone: 'two' },
              { label: 'Coaching', value: 8, tone: 'three' },
              { label: 'Rencana', value: 24, tone: 'open' },
            ]}
          />
          <div className="stack gap-3">
            <Bar share={0.61} label="61 persen" />
            <Bar share={null} label="Belum diketahui" />
          </div>
          <DefinitionList
            facts={[
              { term: 'Aturan', value: 'KC-2026 versi 3' },
              { term: 'Potret data', value: '20 November 2026' },
            ]}
          />
        </Panel>
      }
    >
      <Shelf title="Langkah dan rantai">
        <Steps
          label="Siklus 2026"
          steps={[
            { title: 'Lingkup', note: '1.350 ASN', state: 'done' },
            { title: 'Bukti', note: '66% lengkap', state: 'current', share: 0.66 },
            { title: 'Sidang', note: '9 Desember', state: 'later' },
          ]}
        />
        <EvidenceChain
          knots={[
            { label: 'Kotak 8', current: true },
            { label: 'Potensial 87,02', href: '#x' },
            { label: 'JPM 92,59', href: '#y' },
            { label: 'Laporan belum ada', unknown: true },
          ]}
        />
        <div className="row">
          <LevelCells required={4} held={2} />
          {levelWord(4, 2)}
          <LevelCells required={2} held={null} />
          {levelWord(2, null)}
          <LevelCells required={2} held={2} expired />
          {levelWord(2, 2, true)}
          <LevelCells required={3} held={3} />
          {levelWord(3, 3)}
        </div>
        <Tree
          label="Syarat jabatan"
          nodes={[
            {
              label: 'Syarat mutlak',
              answer: null,
              rule: 'semua',
              children: [
                { label: 'Pengawas paling sedikit 3 tahun', answer: true, fact: '4 tahun 2 bulan' },
                { label: 'Pelatihan Administrator', answer: false, fact: 'Belum', fix: 'Diusulkan untuk 2027' },
                { label: 'Surat keterangan sehat', answer: null, fix: 'Menunggu RSUD' },
              ],
            },
          ]}
        />
        <DiffList
          differences={[
            { what: 'Ditambah', after: 'Simulasi negosiasi kontrak', reason: 'Hasil umpan balik 60 hari' },
            { what: 'Digeser', about: 'Memimpin 2 paket: mulai', before: '4 Januari', after: '7 Desember' },
          ]}
        />
      </Shelf>
    </TwoColumn>
    <Section title="Linimasa">
      <Timeline
        label="Rencana Juli 2026 sampai Juni 2027"
        from={'2026-07-01' as Day}
        until={'2027-06-30' as Day}
        today={today}
        lanes={[
          {
            title: 'Di tempat kerja',
            note: '68%, pedoman 70',
            items: [
              {
                title: 'Proyek kecil: ruas Sukamaju',
                note: 'Rp0',
                from: '2026-07-10' as Day,
                until: '2026-11-24' as Day,
                state: 'solid',
              },
              { title: 'Memimpin 2 paket', from: '2026-12-07' as Day, until: '2027-03-20' as Day, state: 'planned' },
            ],
          },
          {
            title: 'Pelatihan formal',
            note: '11%, pedoman 10',
            items: [
              {
                title: 'Manajemen proyek',
                note: '20 JP',
                from: '2026-08-24' as Day,
                until: '2026-08-28' as Day,
                state: 'solid',
                checks: [
                  { on: '2026-09-27' as Day, label: '30 hari', done: true },
                  { on: '2026-11-28' as Day, label: '90 hari', done: false },
                ],
              },
              { title: 'PKA, belum didanai', from: '2027-04-20' as Day, until: '2027-06-25' as Day, state: 'waiting' },
            ],
          },
        ]}
      />
    </Section>
    <Section title="Peta 9 kotak">
      <NineBoxGrid
        performance={[
          { title: 'Di atas ekspektasi', range: 'Kinerja 80 ke atas' },
          { title: 'Sesuai ekspektasi', range: '60 sampai kurang dari 80' },
          { title: 'Di bawah ekspektasi', range: 'kurang dari 60' },
        ]}
        potential={[
          { title: 'Potensial rendah', range: 'kurang dari 60' },
          { title: 'Potensial menengah', range: '60 sampai kurang dari 80' },
          { title: 'Potensial tinggi', range: '80 ke atas' },
        ]}
        cells={Array.from({ length: 9 }, (_, i) => ({
          box: i + 1,
          count: i === 4 ? 700 : 6 * (i + 1),
          share: i === 4 ? 0.6 : 0.02 * (i + 1),
          treatment: 'Penempatan yang sesuai; pengembangan kompetensi',
          href: `#kotak-${i + 1}`,
          open: i === 7,
          dots: Array.from({ length: i === 4 ? 700 : 6 * (i + 1) }, (_, d) => ({
            x: ((d * 37 + i * 11) % 97) / 97,
            y: ((d * 53 + i * 7) % 89) / 89,
            near: d % 9 === 0,
            selected: i === 7 && d === 4,
          })),
        }))}
      />
    </Section>
    <TwoColumn
      even
      sideLabel="Contoh 4"
      side={
        <Shelf title="Selisih, batang, kurva">
          <ForestPlot
            caption="Selisih perubahan terhadap pembanding"
            effects={[
              {
                label: 'Lama keterlambatan, median',
                counts: '46 | 52 paket',
                point: -11,
                low: -19,
                high: -4,
                verdict: 'Turun',
                isConclusive: true,
              },
              {
                label: 'Bagian paket terlambat',
                counts: '46 | 52 paket',
                point: -14,
                low: -40,
                high: 13,
                verdict: 'Belum dapat disimpulkan',
                isConclusive: false,
              },
            ]}
          />
          <Bars
            label="Kepuasan"
            rows={[
              { label: 'terpenuhi', value: 14 },
              { label: 'kurang 1', value: 17, target: 12 },
              { label: 'belum tahu', value: null },
            ]}
          />
          <BeforeAfter
            title="Level yang masih kurang"
            note="makin kecil makin baik"
            bars={[
              { label: 'kini', value: 4 },
              { label: 'versi 3', value: 1 },
              { label: 'versi 4', value: 0 },
            ]}
          />
          <Sparkline values={[24, 23, 21, 21, 19, 17]} words="Turun dari 24 menjadi 17" />
          <BudgetCurve
            unit="level"
            reading="Level ditutup menurut pagu: 816 pada Rp2 miliar, 919 pada Rp2,4 miliar, 968 pada Rp2,8 miliar"
            chosen={2.4e9}
            points={[
              { budget: 2e9, value: 816 },
              { budget: 2.2e9, value: 872 },
              { budget: 2.4e9, value: 919 },
              { budget: 2.6e9, value: 951 },
              { budget: 2.8e9, value: 968 },
            ]}
          />
        </Shelf>
      }
    >
      <Shelf title="Garis, radar">
        <LineChart
          unit="hari"
          reading="Median hari keterlambatan: program 33, 35, 34, lalu 25, 19, 13; pembanding 34, 32, 33, lalu 31, 29, 27"
          periods={['TW III 2025', 'TW IV', 'TW I 2026', 'TW II', 'TW III', 'TW IV']}
          counts={['16 | 18', '17 | 19', '13 | 15', '15 | 17', '17 | 19', '14 | 16']}
          start={{ at: 2.3, label: 'Program mulai, Maret 2026' }}
          series={[
            {
              label: 'Program',
              values: [33, 35, 34, 25, 19, 13],
              band: [
                [26, 40],
                [28, 42],
                [26, 42],
                [19, 31],
                [14, 24],
                [8, 18],
              ],
            },
            { label: 'Pembanding', values: [34, 32, 33, 31, 29, 27] },
          ]}
        />
        <Radar
          reading="Perlu dibanding punya pada 6 kompetensi; satu belum dinilai"
          axes={[
            { label: 'Integritas', required: 3, held: 3 },
            { label: 'Kerja Sama', required: 3, held: 3 },
            { label: 'Komunikasi', required: 3, held: 2 },
            { label: 'Hasil', required: 3, held: 3 },
            { label: 'Kontrak', required: 4, held: 2 },
            { label: 'Data', required: 2, held: null },
          ]}
        />
      </Shelf>
    </TwoColumn>
    <Section title="Peta panas">
      <HeatMap
        caption="Rata-rata level yang kurang per unit"
        rowHeader="Unit, orang"
        columns={['Kontrak Konstruksi', 'Manajemen Proyek', 'Analisis Data']}
        unknownHeader="Belum diketahui"
        cuts={[0.3, 0.6, 1]}
        rows={[
          {
            key: '1',
            label: 'Dinas Kesehatan',
            cells: [{ kind: 'none' }, { kind: 'suppressed' }, { kind: 'value', figure: gap(1.1), href: '#d' }],
            unknown: '141',
          },
          {
            key: '2',
            label: 'DPUPR',
            cells: [
              { kind: 'value', figure: gap(1.2), href: '#e', selected: true },
              { kind: 'value', figure: gap(0.8) },
              { kind: 'value', figure: gap(0.2) },
            ],
            unknown: '7',
          },
        ]}
      />
    </Section>
    <Section title="Penjelasan angka">
      <FigureExplanation figure={score} hrefOf={s => `#${s.kind}`} />
    </Section>
  </>
)
