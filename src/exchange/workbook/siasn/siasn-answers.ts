import type { FileKind, SiasnSummary } from '../contract.ts'
import { type Cell, Unreadable } from '../grid/grid.ts'
import type { RecordType } from '../records.ts'
import type { RowReader } from '../table/data-rows.ts'

export type SiasnResource =
  | 'data-utama'
  | 'rw-jabatan'
  | 'rw-kursus'
  | 'rw-diklat'
  | 'rw-skp22'
  | 'rw-hukdis'
  | 'rw-penghargaan'

type Raw = Record<string, unknown>
type Resource = { type: RecordType; tells: string[]; fields: Record<string, string[]> }

/** Per resource: the record it becomes, keys that betray it, and field by field the keys to read, best first (small letters). */
const resources: Record<SiasnResource, Resource> = {
  'data-utama': {
    type: 'employee',
    tells: ['tgllahir', 'golruangakhir'],
    fields: {
      nip: ['nipbaru'],
      status: ['jenispegawainama', 'jenispegawai'],
      unit: ['unorinduknama', 'unornama'],
      rank: ['golruangakhir', 'golruangawal'],
      rankSince: ['tmtgolakhir'],
      position: ['jabatanstrukturalnama', 'jabatanfungsionalnama', 'jabatanfungsionalumumnama', 'jabatannama'],
      echelonOrTier: ['eselon', 'asnjenjangjabatan'],
      positionSince: ['tmtjabatan'],
      education: ['tkpendidikanterakhir'],
      major: ['pendidikanterakhirnama'],
      graduationYear: ['tahunlulus'],
      sex: ['jeniskelamin'],
      birthPlace: ['tempatlahir'],
      birthDate: ['tgllahir'],
      email: ['emailgov', 'email'],
      phone: ['nohp', 'notelp'],
    },
  },
  'rw-jabatan': {
    type: 'career',
    tells: ['tmtjabatan', 'jenispenugasanid'],
    fields: {
      nip: ['nipbaru'],
      position: ['namajabatan', 'jabatanfungsionalnama', 'jabatanfungsionalumumnama'],
      tier: ['eselon'],
      unit: ['unorinduknama', 'unornama', 'namaunor'],
      startsOn: ['tmtjabatan'],
      assignment: ['jenispenugasanid'],
      decree: ['nomorsk'],
      externalId: ['id'],
    },
  },
  'rw-kursus': {
    type: 'training',
    tells: ['namakursus'],
    fields: {
      nip: ['nipbaru'],
      form: ['jeniskursusnama', 'jeniskursus'],
      course: ['namakursus'],
      organiser: ['institusipenyelenggara'],
      startsOn: ['tanggalkursus'],
      endsOn: ['tanggalselesaikursus'],
      jp: ['jumlahjam'],
      certificate: ['nosertipikat', 'nomorsertipikat'],
      externalId: ['id'],
    },
  },
  'rw-diklat': {
    type: 'training',
    tells: ['latihanstrukturalnama'],
    fields: {
      nip: ['nipbaru'],
      course: ['latihanstrukturalnama'],
      organiser: ['institusipenyelenggara'],
      startsOn: ['tanggal'],
      endsOn: ['tanggalselesai'],
      jp: ['jumlahjam'],
      certificate: ['nomor'],
      externalId: ['id'],
    },
  },
  'rw-skp22': {
    type: 'performance',
    tells: ['hasilkinerja', 'kuadrankinerja'],
    fields: {
      nip: ['nipbaru'],
      year: ['tahun'],
      result: ['hasilkinerja', 'hasilkinerjanilai'],
      behaviour: ['perilakukerja', 'perilakukerjanilai'],
      rating: ['kuadrankinerja'],
      rater: ['namapenilai'],
    },
  },
  'rw-hukdis': {
    type: 'discipline',
    tells: ['hukumantanggal'],
    fields: {
      nip: ['nipbaru'],
      sanction: ['jenishukumannama', 'jenishukuman'],
      severity: ['jenistingkathukumanid'],
      startsOn: ['hukumantanggal'],
      endsOn: ['akhirhukumtanggal'],
      decree: ['sknomor'],
      externalId: ['id'],
    },
  },
  'rw-penghargaan': {
    type: 'award',
    tells: ['harganama'],
    fields: {
      nip: ['nipbaru'],
      name: ['harganama'],
      year: ['tahun'],
      decree: ['sknomor'],
      decreeOn: ['skdate'],
      externalId: ['id'],
    },
  },
}

const ratingByCode: Record<string, string> = {
  1: 'Sangat Baik',
  2: 'Baik',
  3: 'Butuh Perbaikan',
  4: 'Kurang',
  5: 'Sangat Kurang',
}

export type SiasnFile = {
  resource: SiasnResource
  kind: FileKind
  type: RecordType
  rows: RowReader[]
  summary: SiasnSummary
  /** Record fields this resource can fill. */
  fields: string[]
  unreadable: number
}

const isObject = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value)

type Answer = { path: string; status: number; body: unknown }

/** A list of answers `{path, status, body}`, one answer, a bare body, or bare records. */
const answersOf = (json: unknown): Answer[] => {
  const list = Array.isArray(json) ? json : [json]
  if (list.length === 0 || !list.every(isObject)) throw new Unreadable('JSON_BUKAN_SIASN')
  if (list.every(item => isObject(item) && 'body' in item))
    return list.map(item => ({
      path: String((item as Raw).path ?? ''),
      status: Number((item as Raw).status ?? 200),
      body: (item as Raw).body,
    }))
  if (list.every(item => isObject(item) && 'data' in item)) return list.map(body => ({ path: '', status: 200, body }))
  return [{ path: '', status: 200, body: { code: 1, data: list } }]
}

const lowered = (record: Raw): Map<string, unknown> =>
  new Map(Object.entries(record).map(([key, value]) => [key.toLowerCase(), value]))

const asCell = (value: unknown): Cell =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null

const resourceIn = (answers: Answer[], records: Map<string, unknown>[]): SiasnResource | null => {
  const names = Object.keys(resources) as SiasnResource[]
  for (const { path } of answers) {
    const found = names.find(name => path.split('/').includes(name))
    if (found) return found
  }
  return names.find(name => records.some(record => resources[name].tells.every(key => record.has(key)))) ?? null
}

const recordsOf = (body: unknown): unknown[] => {
  if (!isObject(body)) return Array.isArray(body) ? body : []
  const { data } = body
  return Array.isArray(data) ? data : isObject(data) ? [data] : []
}

/** Answers of the SIASN web service, with their quirks, as rows for the same judges that read workbooks. */
export const readSiasn = (text: string): SiasnFile => {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw new Unreadable('BERKAS_RUSAK', 'JSON tidak utuh')
  }
  const answers = answersOf(json)
  const isGood = (a: Answer): boolean => a.status >= 200 && a.status < 300 && !(isObject(a.body) && 'fault' in a.body)
  const failed = answers.filter(a => !isGood(a))
  const parsed = answers.filter(isGood).map(answer => ({ answer, records: recordsOf(answer.body) }))
  const known = parsed.flatMap(p => p.records.filter(isObject).map(lowered))
  const resource = resourceIn(answers, known)
  if (resource === null) throw new Unreadable('JSON_BUKAN_SIASN')
  const { type, fields } = resources[resource]
  const rows: RowReader[] = []
  let unreadable = 0
  for (const { answer, records } of parsed)
    for (const raw of records) {
      if (!isObject(raw)) {
        unreadable++
        continue
      }
      rows.push(readerOf(lowered(raw), answer.path, resource, fields, rows.length + 1))
    }
  return {
    resource,
    kind: `siasn-${resource}` as FileKind,
    type,
    rows,
    unreadable,
    fields: Object.keys(fields).concat(resource === 'data-utama' ? ['name', 'plainName', 'unitCode'] : []),
    summary: {
      resource,
      answers: answers.length,
      peopleWithRecords: parsed.filter(p => p.records.length > 0).length,
      records: rows.length,
      emptyAnswers: parsed.filter(p => p.records.length === 0).length,
      failedAnswers: failed.map(a => ({ path: a.path, status: a.status })),
    },
  }
}

const nipInPath = (path: string): Cell => /(\d{18})(?:$|[/?])/.exec(path)?.[1] ?? null

const readerOf = (
  record: Map<string, unknown>,
  path: string,
  resource: SiasnResource,
  fields: Record<string, string[]>,
  row: number,
): RowReader => {
  const first = (keys: string[]): Cell => {
    for (const key of keys) {
      const value = asCell(record.get(key))
      if (value !== null && String(value).trim() !== '') return value
    }
    return null
  }
  const special: Record<string, () => Cell> = {
    nip: () => first(fields.nip) ?? nipInPath(path),
    ...(resource === 'data-utama'
      ? { name: () => fullName(first(['gelardepan']), first(['nama']), first(['gelarbelakang'])) }
      : {}),
    ...(resource === 'rw-diklat' ? { form: () => 'Pelatihan Struktural Kepemimpinan' } : {}),
    ...(resource === 'rw-skp22'
      ? { rating: () => first(fields.rating) ?? ratingByCode[String(first(['kuadrankinerjanilai']))] ?? null }
      : {}),
  }
  return {
    row,
    sheet: resource,
    title: '',
    has: name => name in fields || name in special,
    cell: name => (special[name] ? special[name]() : fields[name] ? first(fields[name]) : null),
  }
}

const fullName = (front: Cell, name: Cell, back: Cell): Cell => {
  if (name === null) return null
  const before = front === null || front === '-' ? '' : `${front} `
  return `${before}${name}${back === null || back === '-' ? '' : `, ${back}`}`
}
