import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { load } from '#platform/web/page.ts'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'

export const meta = () => [{ title: 'Integrasi · Anyam' }]

/** What flows in and out today, said as it is: files work, live connections are not there. */
const ways = [
  {
    name: 'Berkas Excel, ODS, dan CSV',
    what: 'pegawai, riwayat, penilaian, katalog, anggaran, indikator',
    works: true,
    how: 'Data, Impor',
  },
  { name: 'Berkas SIASN (JSON dan .xls)', what: 'data utama dan riwayat pegawai', works: true, how: 'Data, Impor' },
  { name: 'SIMATA', what: 'lembar talenta dibaca dari berkas', works: true, how: 'Data, Impor' },
  {
    name: 'Sambungan langsung ke SIASN',
    what: 'memerlukan izin BKN dan alamat layanan instansi',
    works: false,
    how: '',
  },
  { name: 'Moodle dan LMS lain', what: 'catatan belajar lewat sambungan langsung', works: false, how: '' },
  { name: 'Masuk dengan akun instansi (OIDC)', what: 'memerlukan penyedia identitas instansi', works: false, how: '' },
]

export const loader = (args: LoaderFunctionArgs) => load(args, async () => ({ ways }))

export default function IntegrationsPage() {
  const { ways } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead
        title="Data masuk dan keluar lewat berkas; belum ada sambungan langsung"
        scope="Instansi tanpa sambungan apa pun tetap dapat memakai seluruh Anyam."
      />
      <DataTable
        caption="Jalan data"
        captionHidden
        rows={ways}
        rowKey={way => way.name}
        columns={[
          {
            key: 'name',
            header: 'Jalan',
            cell: way => (
              <>
                {way.name}
                <SubLine>{way.what}</SubLine>
              </>
            ),
          },
          {
            key: 'state',
            header: 'Keadaan',
            cell: way => (
              <StateMark state={way.works ? 'known' : 'unknown'}>{way.works ? 'Berjalan' : 'Belum ada'}</StateMark>
            ),
          },
          { key: 'how', header: 'Tempat', cell: way => way.how },
        ]}
      />
    </>
  )
}
