import { parse } from 'csv-parse/sync'
import { ComputeInputError, type Row, refuse } from './compute-input.ts'
import { computeRegistry } from './registry.ts'

const isObject = (v: unknown): v is Record<string, unknown> => v !== null && typeof v === 'object' && !Array.isArray(v)

function rowsOf(csv: string): Row[] {
  let table: string[][]
  try {
    table = parse(csv, { bom: true, skip_empty_lines: true, trim: true, relax_column_count: true })
  } catch (error) {
    return refuse(`Berkas CSV tidak dapat dibaca: ${error instanceof Error ? error.message : 'bentuk tidak dikenal'}.`)
  }
  const [header, ...body] = table
  if (!header || body.length === 0) return refuse('Berkas CSV tidak berisi baris data.')
  if (header.some(h => h === '') || new Set(header).size !== header.length)
    return refuse('Judul kolom CSV harus terisi dan tidak boleh berulang.')
  return body.map((cells, i) => {
    if (cells.length !== header.length)
      return refuse(`Baris ${i + 2} memuat ${cells.length} kolom, padahal judulnya ${header.length}.`)
    return Object.fromEntries(header.map((h, j) => [h, cells[j]!]))
  })
}

/** NaN and infinities never leave: they would read as a number on a screen, or vanish in JSON. */
function clean(v: unknown, path: string): void {
  if (typeof v === 'number' && !Number.isFinite(v)) refuse(`Hasil "${path}" tidak dapat dihitung dari masukan ini.`)
  if (Array.isArray(v))
    v.forEach((x, i) => {
      clean(x, `${path}[${i}]`)
    })
  else if (isObject(v)) for (const [k, x] of Object.entries(v)) clean(x, path ? `${path}.${k}` : k)
}

/**
 * Calls a model by its name. `csv` is the text of a file laid out as in `fixtures/golden`; `json` an object of
 * parameters (or a list standing for the main one); `parameters` are added to either. Several names joined by a comma
 * give one result. Throws `ComputeInputError`.
 */
export function runCompute(name: string, input: { csv?: string; json?: unknown; parameters?: unknown }): unknown {
  if (name.includes(',')) {
    const parts = name.split(',').map(n => runCompute(n.trim(), input))
    return Object.assign({}, ...parts.reverse())
  }
  const entry = Object.hasOwn(computeRegistry, name) ? computeRegistry[name] : undefined
  if (!entry)
    throw new ComputeInputError(
      `Fungsi "${name}" tidak dikenal. Yang ada: ${Object.keys(computeRegistry).sort().join(', ')}.`,
    )
  const { csv, json, parameters = {} } = input
  if (!isObject(parameters)) return refuse('Parameter tambahan harus berupa objek JSON.')
  let result: unknown
  if (csv !== undefined) {
    if (!entry.fromCsv)
      return refuse(`Fungsi "${name}" memerlukan JSON berisi parameter, bukan CSV. Contoh: ${entry.example}`)
    result = entry.fromCsv(rowsOf(csv), parameters)
  } else if (Array.isArray(json)) {
    if (!entry.listAs)
      return refuse(`Fungsi "${name}" memerlukan objek JSON berisi parameter. Contoh: ${entry.example}`)
    result = entry.fromJson({ [entry.listAs]: json, ...parameters })
  } else {
    if (!isObject(json))
      return refuse(`Fungsi "${name}" memerlukan objek JSON berisi parameter. Contoh: ${entry.example}`)
    result = entry.fromJson({ ...json, ...parameters })
  }
  clean(result, '')
  return result
}
