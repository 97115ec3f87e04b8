export const modeWords: Record<string, string> = {
  tatap_muka: 'Tatap muka',
  daring_sinkron: 'Daring bersama',
  mandiri: 'Mandiri',
}
export const sessionStateWords: Record<string, string> = {
  planned: 'direncanakan',
  open: 'dibuka',
  running: 'berjalan',
  done: 'selesai',
  cancelled: 'dibatalkan',
}
