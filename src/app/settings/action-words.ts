/** What an act is called in the trail; an act without a word here shows its own name with spaces. */
const words: Record<string, string> = {
  'open-record': 'Membuka catatan',
  'open-figure': 'Membuka asal angka',
  'open-person': 'Membuka halaman pegawai',
  'set-up-agency': 'Memasang instansi',
  'open-accounts': 'Membuka akun',
  'grant-role': 'Memberi peran',
  'revoke-role': 'Mencabut peran',
  'invite-person': 'Mengundang masuk',
  'switch-module': 'Menyalakan atau mematikan modul',
  'ask-about-data': 'Mengajukan permintaan data pribadi',
  'answer-data-request': 'Menjawab permintaan data pribadi',
  'register-employees': 'Memasukkan data pegawai',
  'register-units': 'Memasukkan unit',
  'register-positions': 'Memasukkan jabatan',
  'register-careers': 'Memasukkan riwayat jabatan',
  'register-appraisals': 'Memasukkan penilaian kinerja',
  'register-trainings': 'Memasukkan riwayat diklat',
  'register-awards': 'Memasukkan penghargaan',
  'register-sanctions': 'Memasukkan hukuman disiplin',
  'record-training': 'Mencatat diklat',
  'correct-training': 'Mengoreksi diklat',
  'record-appraisal': 'Mencatat penilaian kinerja',
  'record-assessment': 'Mencatat penilaian kompetensi',
  'record-evidence': 'Mencatat bukti kompetensi',
  'set-scope': 'Menyesuaikan tim atasan',
  'open-cycle': 'Membuka siklus',
  'place-cycle': 'Memetakan siklus',
  'move-person': 'Mengusulkan pindah kotak',
  'decide-move': 'Memutuskan pindah kotak',
  'nominate-employee': 'Mengusulkan pegawai',
  'decide-nomination': 'Memutuskan usulan',
  'submit-objection': 'Mengajukan sanggahan',
  'answer-objection': 'Menjawab sanggahan',
  'draft-plan': 'Menyusun rencana',
  'propose-plan': 'Mengajukan rencana',
  'agree-plan': 'Menyetujui rencana',
  'apply-import': 'Menerapkan impor',
  'judge-import': 'Menguji impor',
  'undo-import': 'Membatalkan impor',
  'answer-follow-up': 'Menjawab tindak lanjut',
  'decide-dossier': 'Memutuskan berkas',
}

export const actionWord = (action: string): string => {
  const word = words[action]
  if (word) return word
  const text = action.replaceAll('-', ' ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}
