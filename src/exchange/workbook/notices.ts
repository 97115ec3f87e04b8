import type { Note } from './contract.ts'

/** What a code says: what is wrong with the value and how to cure it, in Bahasa Indonesia. */
export type Notice = { message: (value: string, detail: string) => string; cure: string }

const quoted = (value: string): string =>
  value.trim() === '' ? 'kosong' : `"${value.length > 80 ? `${value.slice(0, 80)}…` : value}"`
const notice = (message: Notice['message'], cure: string): Notice => ({ message, cure })

/** Every code that may be said of a row or of a whole file. */
export const notices: Record<string, Notice> = {
  // NIP and person
  NIP_KOSONG: notice(() => 'NIP tidak diisi.', 'Isi NIP 18 digit pada baris ini.'),
  NIP_BUKAN_18_DIGIT: notice(
    v => `NIP ${quoted(v)} bukan 18 digit angka.`,
    'Perbaiki NIP menjadi 18 digit tanpa huruf.',
  ),
  NIP_RUSAK_EXCEL: notice(
    v => `NIP ${quoted(v)} tersimpan sebagai angka, sehingga digit terakhirnya hilang.`,
    'Format kolom NIP sebagai Teks, lalu ketik ulang NIP dari sumber aslinya.',
  ),
  NIP_TANGGAL_TIDAK_SAH: notice(
    v => `Delapan digit pertama NIP ${quoted(v)} bukan tanggal lahir yang sah.`,
    'Periksa NIP pada SK atau kartu pegawai.',
  ),
  NIP_GANDA_BERTENTANGAN: notice(
    (v, d) => `NIP ${quoted(v)} muncul lagi di baris ${d} dengan isi berbeda.`,
    'Tentukan baris yang benar dan hapus yang lain.',
  ),
  PEGAWAI_TIDAK_DIKENAL: notice(
    v => `NIP ${quoted(v)} tidak ada dalam daftar pegawai.`,
    'Impor daftar pegawai lebih dahulu, atau perbaiki NIP.',
  ),
  NAMA_KOSONG: notice(() => 'Nama pegawai tidak diisi.', 'Isi nama pegawai.'),
  STATUS_KOSONG: notice(() => 'Status kepegawaian tidak diisi.', 'Isi dengan PNS atau PPPK.'),
  STATUS_TIDAK_DIKENAL: notice(v => `Status ${quoted(v)} tidak dikenal.`, 'Isi dengan PNS atau PPPK.'),
  STATUS_BEDA_NIP: notice(
    v => `Status tertulis ${quoted(v)}, tetapi NIP-nya berpola PPPK. Status tertulis yang dipakai.`,
    'Periksa status atau NIP pegawai ini.',
  ),
  JK_TIDAK_DIKENAL: notice(
    v => `Jenis kelamin ${quoted(v)} tidak terbaca dan dicatat belum diketahui.`,
    'Isi dengan L atau P.',
  ),
  JK_BEDA_NIP: notice(
    (v, d) => `Jenis kelamin tertulis ${quoted(v)}, sedangkan NIP menunjukkan ${d}.`,
    'Periksa jenis kelamin atau NIP.',
  ),
  TGL_LAHIR_KOSONG: notice(() => 'Tanggal lahir tidak diisi dan dicatat belum diketahui.', 'Isi tanggal lahir.'),
  TGL_LAHIR_TIDAK_SAH: notice(
    v => `Tanggal lahir ${quoted(v)} tidak ada di kalender.`,
    'Tulis tanggal lahir sebagai hari/bulan/tahun.',
  ),
  TGL_LAHIR_BEDA_NIP: notice(
    (v, d) => `Tanggal lahir tertulis ${quoted(v)}, sedangkan menurut NIP ${d}.`,
    'Periksa tanggal lahir atau NIP.',
  ),
  TMT_KOSONG: notice(() => 'TMT jabatan tidak diisi dan dicatat belum diketahui.', 'Isi TMT jabatan.'),
  TMT_TIDAK_SAH: notice(v => `TMT jabatan ${quoted(v)} bukan tanggal yang sah.`, 'Tulis TMT sebagai hari/bulan/tahun.'),
  TMT_GOLONGAN_TIDAK_SAH: notice(
    v => `TMT golongan ${quoted(v)} bukan tanggal yang sah.`,
    'Tulis TMT sebagai hari/bulan/tahun.',
  ),
  GOLONGAN_TIDAK_DIKENAL: notice(
    v => `Golongan ${quoted(v)} tidak dikenal.`,
    'Tulis seperti III/c untuk PNS atau IX untuk PPPK.',
  ),
  PENDIDIKAN_KOSONG: notice(() => 'Pendidikan terakhir tidak diisi.', 'Isi tingkat pendidikan, misalnya S-1.'),
  PENDIDIKAN_TIDAK_DIKENAL: notice(
    v => `Tingkat pendidikan ${quoted(v)} tidak dikenal.`,
    'Tulis seperti SLTA, D-III, S-1, atau S-2.',
  ),
  JABATAN_TIDAK_DIKENAL: notice(
    v => `Jabatan ${quoted(v)} belum ada dalam standar kompetensi jabatan.`,
    'Tambahkan standarnya, atau samakan nama jabatan.',
  ),
  MELEWATI_BUP: notice(
    (_, d) => `Pegawai sudah melewati batas usia pensiun (TMT pensiun ${d}).`,
    'Periksa apakah pegawai masih aktif.',
  ),
  ATASAN_KOSONG: notice(() => 'NIP atasan tidak diisi.', 'Isi NIP atasan langsung bila ada.'),
  ATASAN_TIDAK_DITEMUKAN: notice(
    v => `Atasan dengan NIP ${quoted(v)} tidak ada di antara pegawai yang diterima.`,
    'Perbaiki NIP atasan atau tambahkan orangnya.',
  ),
  ATASAN_BERPUTAR: notice(
    () => 'Rantai atasan kembali ke pegawai ini, sehingga atasannya dikosongkan.',
    'Perbaiki NIP atasan pada salah satu baris dalam lingkaran.',
  ),
  MUNGKIN_ORANG_SAMA: notice(
    (v, d) => `${quoted(v)} bernama dan bertanggal lahir sama dengan NIP ${d}.`,
    'Pastikan keduanya memang dua orang.',
  ),
  TEKS_RUSAK: notice(v => `Huruf dalam ${quoted(v)} rusak karena salah pengodean.`, 'Ketik ulang teks yang benar.'),
  // Unit
  UNIT_KOSONG: notice(() => 'Unit kerja tidak diisi.', 'Isi nama unit sesuai daftar unit.'),
  UNIT_TIDAK_DIKENAL: notice(
    v => `Unit ${quoted(v)} tidak ada dalam daftar unit.`,
    'Samakan dengan nama resmi atau singkatan pada daftar unit.',
  ),
  UNIT_DICOCOKKAN: notice(
    (v, d) => `Unit ${quoted(v)} dicocokkan dengan "${d}".`,
    'Perbaiki ejaan unit bila cocok; bila tidak, ganti unitnya.',
  ),
  NAMA_UNIT_KOSONG: notice(() => 'Nama unit tidak diisi.', 'Isi nama resmi unit.'),
  // Duplicates
  DUPLIKAT_IDENTIK: notice(
    (_, d) => `Baris ini sama dengan baris ${d} dan dilewati.`,
    'Tidak perlu tindakan; hapus baris bila mengganggu.',
  ),
  DUPLIKAT_SERTIFIKAT: notice(
    (v, d) => `Sertifikat ${quoted(v)} sudah tercatat di baris ${d} untuk orang yang sama.`,
    'Hapus salah satu, atau perbaiki nomor sertifikat.',
  ),
  DATA_GANDA_BERTENTANGAN: notice(
    (_, d) => `Data ini juga ada di baris ${d} dengan isi berbeda.`,
    'Tentukan baris yang benar dan hapus yang lain.',
  ),
  // Dates
  TANGGAL_KOSONG: notice(() => 'Tanggal tidak diisi.', 'Isi tanggal sebagai hari/bulan/tahun.'),
  TANGGAL_TIDAK_SAH: notice(
    v => `Tanggal ${quoted(v)} tidak ada di kalender.`,
    'Tulis tanggal yang benar sebagai hari/bulan/tahun.',
  ),
  TANGGAL_MASA_DEPAN: notice(v => `Tanggal ${quoted(v)} belum terjadi.`, 'Periksa tahun pada tanggal itu.'),
  TANGGAL_TERBALIK: notice(
    v => `Tanggal selesai ${quoted(v)} mendahului tanggal mulai.`,
    'Tukar atau perbaiki kedua tanggal.',
  ),
  TGL_MULAI_TIDAK_SAH: notice(
    v => `Tanggal mulai ${quoted(v)} tidak sah dan dicatat belum diketahui.`,
    'Tulis tanggal mulai yang benar.',
  ),
  TAHUN_KOSONG: notice(
    () => 'Tahun penilaian tidak ditemukan.',
    'Tambahkan kolom Tahun, atau tulis tahun pada judul atau nama lembar.',
  ),
  TAHUN_TIDAK_SAH: notice(v => `Tahun ${quoted(v)} tidak terbaca.`, 'Tulis tahun dengan empat digit.'),
  BULAN_KOSONG: notice(() => 'Bulan tidak diisi.', 'Isi bulan, misalnya 2026-03.'),
  BULAN_TIDAK_SAH: notice(v => `Bulan ${quoted(v)} tidak ada.`, 'Tulis seperti 2026-03 atau Maret 2026.'),
  HARI_TIDAK_SAH: notice(v => `Hari ke ${quoted(v)} tidak terbaca.`, 'Isi angka hari, misalnya 30, 60, atau 90.'),
  // Performance
  PREDIKAT_KOSONG: notice(
    () => 'Predikat kinerja tidak ada dan tidak dapat dihitung.',
    'Isi predikat, atau isi hasil kerja dan perilaku kerja.',
  ),
  PREDIKAT_TIDAK_DIKENAL: notice(
    v => `Predikat ${quoted(v)} tidak dikenal.`,
    'Pilih Sangat Baik, Baik, Butuh Perbaikan, Kurang, atau Sangat Kurang.',
  ),
  PREDIKAT_TIDAK_SESUAI_MATRIKS: notice(
    (v, d) => `Predikat ${quoted(v)} bertentangan dengan matriks: ${d}.`,
    'Perbaiki predikat atau komponennya.',
  ),
  PREDIKAT_DIHITUNG: notice((_, d) => `Predikat kosong dan diambil dari matriks: ${d}.`, 'Isi predikat bila berbeda.'),
  KOMPONEN_KOSONG: notice(
    () => 'Hasil kerja atau perilaku kerja kosong; predikat tertulis yang dipakai.',
    'Lengkapi kedua komponen.',
  ),
  KOMPONEN_TIDAK_DIKENAL: notice(
    v => `Komponen ${quoted(v)} tidak dikenal.`,
    'Pilih Di Atas, Sesuai, atau Di Bawah Ekspektasi.',
  ),
  // Assessment and standards
  LEVEL_DI_LUAR_SKALA: notice(
    (v, d) => `Level ${quoted(v)} di luar skala (${d}).`,
    'Isi level dalam skala yang berlaku.',
  ),
  LEVEL_KOSONG: notice(
    (_, d) => `Level${d ? ` ${d}` : ''} kosong, sehingga hitungannya belum diketahui, bukan nol.`,
    'Isi level yang kosong.',
  ),
  JPM_BERBEDA: notice(
    (v, d) => `JPM tertulis ${quoted(v)}, sedangkan dari level diperoleh ${d}. Hasil hitungan yang dipakai.`,
    'Periksa rumus atau levelnya.',
  ),
  PENILAIAN_KEDALUWARSA: notice(
    (_, d) => `Penilaian tanggal ${d} sudah lewat tiga tahun dan tidak dipakai dalam kotak talenta.`,
    'Jadwalkan penilaian baru.',
  ),
  POTENSI_TIDAK_TERBACA: notice(v => `Nilai potensi ${quoted(v)} tidak terbaca pada skala 0-100.`, 'Isi angka 0-100.'),
  NAMA_JABATAN_KOSONG: notice(() => 'Nama jabatan tidak diisi.', 'Isi nama jabatan.'),
  // Training and catalogue
  NAMA_DIKLAT_KOSONG: notice(() => 'Nama diklat tidak diisi.', 'Isi nama diklat.'),
  JP_KOSONG: notice(() => 'JP kosong dan belum dihitung di mana pun.', 'Isi JP sesuai sertifikat.'),
  JP_WAJIB: notice(() => 'JP tidak diisi.', 'Isi jumlah JP.'),
  JP_TIDAK_POSITIF: notice(v => `JP ${quoted(v)} harus lebih dari nol.`, 'Perbaiki JP sesuai sertifikat.'),
  JP_TIDAK_TERBACA: notice(v => `JP ${quoted(v)} bukan angka.`, 'Tulis JP dengan angka, misalnya 24.'),
  JENIS_TIDAK_DIKENAL: notice(
    v => `Jenis diklat ${quoted(v)} tidak dikenal.`,
    'Pilih jenis dari daftar bentuk pengembangan kompetensi.',
  ),
  SERTIFIKAT_KOSONG: notice(() => 'Nomor sertifikat kosong, sehingga JP belum dihitung.', 'Isi nomor sertifikat.'),
  NAMA_MODUL_KOSONG: notice(() => 'Nama modul tidak diisi.', 'Isi nama modul.'),
  MODUL_TIDAK_DIKENAL: notice(
    v => `Modul ${quoted(v)} tidak ada dalam katalog yang diterima.`,
    'Perbaiki kode, atau perbaiki baris modulnya lebih dahulu.',
  ),
  METODE_KOSONG: notice(() => 'Metode tidak diisi.', 'Isi metode, misalnya klasikal atau e-learning.'),
  METODE_TIDAK_DIKENAL: notice(
    v => `Metode ${quoted(v)} tidak dikenal.`,
    'Pilih metode yang tersedia, misalnya klasikal atau blended.',
  ),
  KOMPETENSI_TIDAK_DIKENAL: notice(
    (_, d) => `Kompetensi "${d}" tidak dikenal.`,
    'Pakai M.1-M.8, SK.1, atau T. diikuti nama kompetensi teknis.',
  ),
  KURSI_KOSONG: notice(
    () => 'Jumlah kursi belum diketahui, sehingga belum dapat direncanakan.',
    'Isi jumlah kursi per angkatan.',
  ),
  KURSI_TIDAK_POSITIF: notice(
    v => `Jumlah kursi ${quoted(v)} harus bilangan bulat lebih dari nol.`,
    'Perbaiki jumlah kursi.',
  ),
  KURSI_TIDAK_TERBACA: notice(v => `Jumlah kursi ${quoted(v)} bukan angka.`, 'Tulis jumlah kursi dengan angka.'),
  BIAYA_KOSONG: notice(() => 'Biaya belum diketahui, bukan nol.', 'Isi biaya, atau tulis "gratis" bila tanpa biaya.'),
  BIAYA_TIDAK_TERBACA: notice(
    v => `Biaya ${quoted(v)} tidak terbaca dan dicatat belum diketahui.`,
    'Tulis biaya dengan angka rupiah.',
  ),
  BIAYA_NEGATIF: notice(v => `Biaya ${quoted(v)} tidak boleh negatif.`, 'Perbaiki biaya.'),
  // Budget
  SUMBER_DANA_KOSONG: notice(
    () => 'Sumber dana tidak diisi.',
    'Pilih PAD, DAU, DAK Nonfisik, BLUD, atau Bantuan Keuangan Provinsi.',
  ),
  SUMBER_DANA_TIDAK_DIKENAL: notice(
    v => `Sumber dana ${quoted(v)} tidak dikenal.`,
    'Pilih PAD, DAU, DAK Nonfisik, BLUD, atau Bantuan Keuangan Provinsi.',
  ),
  PAGU_KOSONG: notice(() => 'Pagu tidak diisi.', 'Isi pagu dengan angka rupiah; tulis 0 bila memang nol.'),
  PAGU_NEGATIF: notice(v => `Pagu ${quoted(v)} tidak boleh negatif.`, 'Perbaiki pagu.'),
  PAGU_TIDAK_TERBACA: notice(v => `Pagu ${quoted(v)} bukan angka.`, 'Tulis pagu dengan angka rupiah.'),
  KOMITMEN_TIDAK_TERBACA: notice(v => `Komitmen ${quoted(v)} tidak terbaca.`, 'Tulis komitmen dengan angka rupiah.'),
  REALISASI_KOSONG: notice(() => 'Realisasi kosong dan dicatat belum diketahui, bukan nol.', 'Isi realisasi.'),
  REALISASI_TIDAK_TERBACA: notice(v => `Realisasi ${quoted(v)} tidak terbaca.`, 'Tulis realisasi dengan angka rupiah.'),
  REALISASI_MELEBIHI_PAGU: notice(
    (v, d) => `Realisasi ${quoted(v)} melebihi pagu ${d}.`,
    'Periksa realisasi dan pagu.',
  ),
  // Indicators and scores
  INDIKATOR_KOSONG: notice(() => 'Nama indikator tidak diisi.', 'Isi nama indikator.'),
  NILAI_KOSONG: notice(() => 'Nilai kosong dan dicatat belum diketahui, bukan nol.', 'Isi nilainya bila sudah ada.'),
  NILAI_TIDAK_TERBACA: notice(v => `Nilai ${quoted(v)} bukan angka.`, 'Tulis nilai dengan angka.'),
  NILAI_DI_LUAR_RENTANG: notice((v, d) => `Nilai ${quoted(v)} di luar rentang (${d}).`, 'Perbaiki nilai.'),
  NILAI_BERBEDA: notice(
    (v, d) => `Nilai tertulis ${quoted(v)}, sedangkan dari bagiannya diperoleh ${d}. Hasil hitungan yang dipakai.`,
    'Periksa rumus pada lembar asal.',
  ),
  BOX_BERBEDA: notice(
    (v, d) => `Kotak tertulis ${quoted(v)}, sedangkan hasil hitungan: ${d}.`,
    'Periksa nilai dan kotak pada lembar asal.',
  ),
  BELUM_DAPAT_DIPETAKAN: notice(
    (_, d) => `Belum dapat dipetakan karena belum ada: ${d}.`,
    'Lengkapi bagian yang belum ada.',
  ),
  // Discipline, award, career
  JENIS_HUKUMAN_KOSONG: notice(() => 'Jenis hukuman tidak diisi.', 'Isi jenis hukuman disiplin.'),
  TINGKAT_TIDAK_DIKENAL: notice(v => `Tingkat hukuman ${quoted(v)} tidak dikenal.`, 'Isi Ringan, Sedang, atau Berat.'),
  NAMA_PENGHARGAAN_KOSONG: notice(() => 'Nama penghargaan tidak diisi.', 'Isi nama penghargaan.'),
  PENUGASAN_TIDAK_DIKENAL: notice(
    v => `Jenis penugasan ${quoted(v)} tidak dikenal.`,
    'Isi Definitif, Plt, Plh, atau Pj.',
  ),
  // Programme
  HADIR_MELEBIHI_JP: notice((v, d) => `JP hadir ${quoted(v)} melebihi JP modul ${d}.`, 'Perbaiki JP hadir.'),
  PENDAMPING_TIDAK_DITEMUKAN: notice(
    v => `NIP pendamping ${quoted(v)} tidak ada dalam daftar pegawai.`,
    'Perbaiki NIP pendamping, atau biarkan bila orang luar.',
  ),
  PENILAI_TIDAK_DIKENAL: notice(v => `Penilai ${quoted(v)} tidak dikenal.`, 'Isi diri, atasan, atau rekan.'),
  KODE_PROYEK_KOSONG: notice(() => 'Kode paket tidak diisi.', 'Isi kode paket.'),
  DEVIASI_TIDAK_TERBACA: notice(
    v => `Deviasi biaya ${quoted(v)} tidak terbaca.`,
    'Tulis deviasi sebagai persen, misalnya 3,2%.',
  ),
  JUMLAH_KECIL: notice(
    (v, d) => `Hanya ${v} responden, kurang dari ${d}; hasilnya tidak ditampilkan tersendiri.`,
    'Tambah responden bila mungkin.',
  ),
  // SIASN
  JAWABAN_SIASN_GAGAL: notice(
    (v, d) => `SIASN menolak permintaan ${quoted(v)} (kode ${d}).`,
    'Ulangi pengambilan data untuk orang itu beberapa saat lagi.',
  ),
  REKAMAN_TIDAK_TERBACA: notice(
    () => 'Rekaman SIASN ini tidak berbentuk seperti yang diharapkan.',
    'Ambil ulang datanya dari SIASN.',
  ),
  // Whole files
  HTML_BERNAMA_XLS: notice(
    () => 'Berkas ini tabel HTML bernama .xls; isinya tetap dibaca.',
    'Simpan sebagai .xlsx bila ingin menyuntingnya.',
  ),
  CSV_BERNAMA_XLS: notice(
    () => 'Berkas ini teks CSV bernama Excel; isinya tetap dibaca.',
    'Simpan sebagai .csv atau .xlsx.',
  ),
  BERKAS_BERMAKRO: notice(
    () => 'Berkas ini memuat makro; makro tidak dijalankan, hanya datanya dibaca.',
    'Simpan tanpa makro (.xlsx) untuk pengiriman berikutnya.',
  ),
  STATUS_DARI_NIP: notice(
    () => 'Tidak ada kolom status; PNS atau PPPK dibaca dari NIP.',
    'Tambahkan kolom Status bila berbeda.',
  ),
  TIDAK_ADA_LEMBAR: notice(
    () => 'Tidak ada lembar yang dikenali sebagai data yang dapat diimpor.',
    'Pilih sendiri jenis, lembar, dan baris judulnya.',
  ),
  BERKAS_KOSONG: notice(() => 'Berkas kosong.', 'Kirim ulang berkas yang berisi data.'),
  BERKAS_TERKUNCI: notice(
    () => 'Berkas dilindungi kata sandi; buka dan simpan tanpa kata sandi.',
    'Simpan tanpa kata sandi, lalu kirim ulang.',
  ),
  BERKAS_TERPOTONG: notice(() => 'Berkas tidak utuh; bagian akhirnya hilang.', 'Unduh atau salin ulang berkasnya.'),
  BERKAS_RUSAK: notice(
    (_, d) => `Berkas rusak dan tidak dapat dibaca${d ? ` (${d})` : ''}.`,
    'Buka di aplikasi asalnya dan simpan ulang.',
  ),
  BERKAS_MEKAR: notice(
    (_, d) => `Berkas mengembang tidak wajar saat dibuka${d ? ` (${d})` : ''}.`,
    'Salin datanya ke berkas baru.',
  ),
  BERKAS_BARIS_KOSONG: notice(
    (_, d) => `Berkas memuat lebih dari ${d} baris kosong.`,
    'Hapus baris kosong di bawah data, lalu simpan ulang.',
  ),
  BERKAS_TERLALU_BESAR: notice(
    (_, d) => `Berkas terlalu besar${d ? ` (${d})` : ''}.`,
    'Bagi menjadi beberapa berkas, atau pakai CSV.',
  ),
  BERKAS_TERLALU_BANYAK_BARIS: notice(
    () => 'Berkas memuat terlalu banyak baris atau sel.',
    'Bagi menjadi beberapa berkas, atau pakai CSV.',
  ),
  BERKAS_TERLALU_BERAT: notice(
    () => 'Berkas terlalu berat untuk dibuka dalam batas waktu dan memori.',
    'Salin datanya ke berkas baru tanpa format.',
  ),
  BERKAS_BERENTITAS: notice(
    () => 'Berkas memuat entitas XML yang dilarang.',
    'Simpan ulang dari Excel atau LibreOffice.',
  ),
  BERKAS_BER_NUL: notice(
    () => 'Berkas teks memuat byte NUL, jadi bukan CSV yang sah.',
    'Ekspor ulang sebagai CSV UTF-8.',
  ),
  BERKAS_BUKAN_TABEL: notice(
    (_, d) => `Berkas ini ${d || 'bukan tabel'}, bukan tabel yang dapat diimpor.`,
    'Kirim xlsx, xls, ods, csv, atau JSON SIASN.',
  ),
  BERKAS_BERJALUR_ANEH: notice(
    () => 'Berkas memuat nama jalur yang keluar dari foldernya.',
    'Simpan ulang dari aplikasi asalnya.',
  ),
  NAMA_BERKAS_BERBAHAYA: notice(
    () => 'Nama berkas memuat jalur atau tanda yang tidak diizinkan.',
    'Ganti nama berkas dengan huruf, angka, dan tanda hubung.',
  ),
  JSON_BUKAN_SIASN: notice(() => 'JSON ini bukan jawaban SIASN yang dikenal.', 'Kirim berkas hasil ambil data SIASN.'),
}

export const noticeOf = (code: string, value = '', detail = ''): { message: string; cure: string } => {
  const found = notices[code]
  if (!found) throw new Error(`no notice for ${code}`)
  return { message: found.message(value, detail), cure: found.cure }
}

/** Something said of a whole file, with its cure. */
export const noteOf = (code: string, value = '', detail = ''): Note => {
  const { message, cure } = noticeOf(code, value, detail)
  return { code, message: `${message} ${cure}` }
}
