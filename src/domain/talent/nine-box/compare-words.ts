import type { Direction, Spot } from './compare.model.ts'

export const directionWords: Record<Direction, string> = {
  up: 'Naik',
  down: 'Turun',
  across: 'Satu sumbu naik, satu turun',
  same: 'Tetap',
  in: 'Baru masuk peta',
  out: 'Keluar dari peta',
  off: 'Tidak di peta',
}

export const spotWords = (spot: Spot): string =>
  spot > 0 ? `Kotak ${spot}` : spot === 0 ? 'Ruang tunggu' : 'Di luar lingkup'
