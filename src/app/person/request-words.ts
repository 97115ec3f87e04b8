/** What a data subject may ask, and where a request stands. */
export const requestKinds: Record<string, string> = {
  correction: 'Perbaikan data',
  explanation: 'Penjelasan tentang data atau nilai',
  erasure: 'Penghapusan data',
  withdrawal: 'Penarikan persetujuan',
}
export const requestStates: Record<string, string> = {
  submitted: 'menunggu jawaban',
  granted: 'dikabulkan',
  rejected: 'tidak dikabulkan',
  withdrawn: 'ditarik',
}
