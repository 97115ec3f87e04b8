import { evaluateProgramme } from './evaluation/evaluate-programme.ts'

/** Everything this room can do. */
export const impactUseCases = [evaluateProgramme]
