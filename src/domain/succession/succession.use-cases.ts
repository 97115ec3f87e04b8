import { addCandidate, withdrawCandidate } from './bench/add-candidate.ts'
import { computeBenches } from './bench/compute-benches.ts'
import { traceObjectionSuccession } from './bench/trace-objection-succession.ts'
import { decideDossier, returnDossier } from './dossier/decide-dossier.ts'
import { prepareDossier, submitDossier } from './dossier/prepare-dossier.ts'

/** Everything this room can do. */
export const successionUseCases = [
  computeBenches,
  traceObjectionSuccession,
  addCandidate,
  withdrawCandidate,
  prepareDossier,
  submitDossier,
  decideDossier,
  returnDossier,
]
