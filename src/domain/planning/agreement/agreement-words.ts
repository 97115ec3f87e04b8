export const agreementWords = {
  running: 'Berlaku',
  ending: 'Segera berakhir',
  over: 'Sudah lewat',
  ended: 'Diakhiri',
  ahead: 'Belum mulai',
} as const
export const agreementShape = {
  running: 'known',
  ending: 'risk',
  over: 'no',
  ended: 'no',
  ahead: 'unknown',
} as const
