import { type Db, sql } from '#platform/database/database.ts'

/** What can be taken out as a file that can be brought in again: columns under the headers the import knows. */
export type Export = { title: string; about: string; head: string[]; rows(db: Db): Promise<unknown[][]> }

const table = async (db: Db, query: ReturnType<typeof sql>, columns: readonly string[]): Promise<unknown[][]> =>
  (await db.rows<Record<string, unknown>>(query)).map(row => columns.map(c => row[c]))

export const exports: Record<string, Export> = {
  pegawai: {
    title: 'Daftar pegawai',
    about: 'Semua pegawai aktif dengan unit, jabatan, dan atasan.',
    head: [
      'NIP',
      'Nama',
      'Status',
      'Jenis Kelamin',
      'Tanggal Lahir',
      'Golongan',
      'Pendidikan',
      'Jurusan',
      'Unit Kerja',
      'Jabatan',
      'Jenjang',
      'TMT Jabatan',
      'NIP Atasan',
    ],
    rows: db =>
      table(
        db,
        sql`select e.nip, e.name, e.employment, e.sex, e.birth_on, e.rank, e.education_level, e.education_field, e.unit_name, e.position_name, e.tier, e.position_since, s.nip as supervisor
          from workforce.v_people e left join workforce.v_people s on s.agency_id = e.agency_id and s.id = e.supervisor_id where e.state = 'active' order by lower(e.name), e.id`,
        [
          'nip',
          'name',
          'employment',
          'sex',
          'birth_on',
          'rank',
          'education_level',
          'education_field',
          'unit_name',
          'position_name',
          'tier',
          'position_since',
          'supervisor',
        ],
      ),
  },
  unit: {
    title: 'Daftar unit',
    about: 'Unit dengan kode dan singkatan.',
    head: ['Kode', 'Nama Unit', 'Singkatan', 'Jenis'],
    rows: db =>
      table(db, sql`select code, name, short_name, kind from workforce.v_units order by code, name`, [
        'code',
        'name',
        'short_name',
        'kind',
      ]),
  },
  diklat: {
    title: 'Riwayat diklat',
    about: 'Semua catatan pelatihan yang tidak ditolak.',
    head: [
      'NIP',
      'Nama',
      'Jenis Diklat',
      'Nama Diklat',
      'Penyelenggara',
      'Tgl Mulai',
      'Tgl Selesai',
      'JP',
      'No Sertifikat',
    ],
    rows: db =>
      table(
        db,
        sql`select e.nip, e.name as person, t.form, t.name, t.provider, t.starts_on, t.ends_on, t.jp, t.certificate
          from workforce.v_trainings t join workforce.v_people e on e.agency_id = t.agency_id and e.id = t.employee_id where t.verification <> 'rejected' order by e.nip, t.ends_on, t.id`,
        ['nip', 'person', 'form', 'name', 'provider', 'starts_on', 'ends_on', 'jp', 'certificate'],
      ),
  },
  skp: {
    title: 'Predikat kinerja',
    about: 'Predikat setiap tahun dengan hasil kerja dan perilaku.',
    head: ['NIP', 'Nama Pegawai', 'Tahun', 'Hasil Kerja', 'Perilaku Kerja', 'Predikat Kinerja'],
    rows: db =>
      table(
        db,
        sql`select e.nip, e.name, a.year, case a.work_result when 'above' then 'Di Atas Ekspektasi' when 'meets' then 'Sesuai Ekspektasi' when 'below' then 'Di Bawah Ekspektasi' end as result,
            case a.behaviour when 'above' then 'Di Atas Ekspektasi' when 'meets' then 'Sesuai Ekspektasi' when 'below' then 'Di Bawah Ekspektasi' end as behaviour, a.rating
          from workforce.v_appraisals a join workforce.v_people e on e.agency_id = a.agency_id and e.id = a.employee_id order by e.nip, a.year`,
        ['nip', 'name', 'year', 'result', 'behaviour', 'rating'],
      ),
  },
  indikator: {
    title: 'Indikator unit',
    about: 'Nilai bulanan semua unit.',
    head: ['Unit', 'Kode Unit', 'Bulan', 'Indikator', 'Pembilang', 'Penyebut', 'Nilai', 'Satuan'],
    rows: db =>
      table(
        db,
        sql`select u.name, u.code, to_char(v.month_on, 'YYYY-MM') as month, i.code as indicator, v.numerator, v.denominator, v.value, i.unit_of_measure
          from workforce.v_indicator_values v join workforce.v_units u on u.agency_id = v.agency_id and u.id = v.unit_id
          join workforce.v_indicators i on i.agency_id = v.agency_id and i.id = v.indicator_id order by u.code, v.month_on, i.code`,
        ['name', 'code', 'month', 'indicator', 'numerator', 'denominator', 'value', 'unit_of_measure'],
      ),
  },
}
