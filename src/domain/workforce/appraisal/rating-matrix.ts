export type Expectation = 'above' | 'meets' | 'below'
export type Rating = 'Sangat Baik' | 'Baik' | 'Butuh Perbaikan' | 'Kurang' | 'Sangat Kurang'

/** Predikat by result and behaviour (PermenPANRB 6/2022; domain reference 4.3). */
const matrix: Record<Expectation, Record<Expectation, Rating>> = {
  above: { above: 'Sangat Baik', meets: 'Baik', below: 'Kurang' },
  meets: { above: 'Baik', meets: 'Baik', below: 'Kurang' },
  below: { above: 'Butuh Perbaikan', meets: 'Butuh Perbaikan', below: 'Sangat Kurang' },
}

export const ratingOf = (workResult: Expectation, behaviour: Expectation): Rating => matrix[workResult][behaviour]
