import { askValues } from '#domain/talent/values/ask-values.ts'
import { rateValues as handIn, saveValues } from '#domain/talent/values/rate-values.ts'
import { sql } from '#platform/database/database.ts'
import { today } from '../world/people.ts'
import type { Acts, Who } from './actors.ts'
import type { Cast } from './open-roles.ts'

const codes = ['pelayanan', 'akuntabel', 'kompeten', 'harmonis', 'loyal', 'adaptif', 'kolaboratif']

const seen: Record<string, string[]> = {
  pelayanan: [
    'Menjawab keluhan jalan rusak pada hari yang sama dan mengabarkan jadwalnya.',
    'Menyederhanakan formulir izin galian setelah dua warga salah mengisi.',
  ],
  akuntabel: [
    'Melaporkan sendiri salah hitung volume sebelum pemeriksaan.',
    'Mencatat pemakaian kendaraan dinas tanpa diminta.',
  ],
  kompeten: [
    'Memakai jadwal jalur kritis untuk tiga paket sesudah pelatihan.',
    'Mengajari dua staf membaca kurva kemajuan.',
  ],
  harmonis: [
    'Menengahi beda pendapat pengawas dan penyedia tanpa menyalahkan.',
    'Mengatur piket agar rekan dapat beribadah.',
  ],
  loyal: [
    'Menolak membocorkan perkiraan harga sebelum pengumuman.',
    'Tetap di lokasi sampai penanganan longsor selesai.',
  ],
  adaptif: [
    'Memindahkan rapat harian ke lapangan ketika kantor terendam.',
    'Mencoba pelaporan dengan foto dan memeriksa hasilnya.',
  ],
  kolaboratif: ['Mengajak Disperkim sejak awal penyusunan gambar drainase.', 'Membagi data ukur kepada unit lain.'],
}

/** Values fit: one review open to its person, with three raters; one that waits for a supervisor and a colleague. */
export const rateValues = async (
  acts: Acts,
  cast: Cast,
  { cycleId }: { cycleId: string },
  step: (line: string) => void,
) => {
  const team = await acts.rows<{ id: string; nip: string; name: string }>(
    sql`select id, nip, name from workforce.v_people where supervisor_id = ${cast.supervisor.employeeId} and state = 'active' order by (id = ${cast.asn.employeeId}) desc, nip limit 5`,
  )
  const [asn, ...mates] = team
  if (!asn || mates.length < 3) return
  const ask = (personNip: string, colleagues: string[], on: string) =>
    acts.as(cast.officer, 'hr_officer', on, askValues, {
      personNip,
      year: 2026,
      cycleId,
      colleagues: colleagues.join('\n'),
    })
  const { id } = await ask(asn.nip, [mates[0].nip, mates[1].nip], '2026-10-12')
  const raters: [Who, number[]][] = [
    [cast.supervisor, [3, 3, 4, 3, 3, 2, 3]],
    [cast.employee(mates[0].id), [3, 3, 3, 4, 3, 2, 4]],
    [cast.employee(mates[1].id), [2, 3, 4, 3, 3, 3, 3]],
  ]
  for (const [i, [who, steps]] of raters.entries()) {
    await acts.as(who, 'asn', '2026-10-20', saveValues, {
      reviewId: id,
      ratings: codes.map((code, n) => ({
        code,
        step: steps[n],
        example: seen[code][(i + n) % 2],
        exampleOn: `2026-0${3 + ((i + n) % 6)}-1${n}`,
      })),
    })
    await acts.as(who, 'asn', '2026-10-20', handIn, { reviewId: id })
  }
  await ask(mates[2].nip, [asn.nip], today)
  step('Nilai BerAKHLAK: satu penilaian terbuka, satu menunggu atasan dan rekan.')
}
