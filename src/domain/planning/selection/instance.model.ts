import { createReader, type Reader } from './instance-reader.model.ts'

/**
 * What the training optimiser is asked: schema `anyam-planner-instance/1` (planner.md 3), read, checked, completed with
 * defaults and sorted by id, so that the order of a file never changes a plan. Money is whole rupiah, days are working
 * days, levels 1-5 (0: a measured zero), points are numbers of the rule set.
 */
export type DayRange = { start: string; end: string }
export type PlannerUnit = {
  id: string
  name: string
  headcount: number
  maxShareAway: number | null
  maxAway: number | null
}
export type PlannerNeed = {
  competency: string
  current: number
  required: number
  /** Points per level step, first step first. */
  values: number[]
}
export type PlannerEmployee = {
  id: string
  unit: string
  /** null: not recorded; such a person belongs to no group of a floor. */
  sex: 'P' | 'L' | null
  /** null: not recorded; then no class may charge travel by place. */
  locationClass: string | null
  /** Box of the nine-box map; null: not placed. Shown only, it is already inside the points. */
  box: number | null
  maxDaysAway: number
  maxModules: number
  jpHave: number
  jpFloor: number
  jpReward: number
  /** Modules held, also those the catalogue no longer has. */
  completed: string[]
  needs: PlannerNeed[]
  /** Competencies whose level nobody knows: no gap, no zero, but a place for an assessment. */
  unknown?: string[]
}
export type PlannerModule = {
  id: string
  title: string
  jp: number
  /** Open to everybody, also to people whose gaps it does not close. */
  general: boolean
  effects: { competency: string; from: number; to: number }[]
  /** All clauses must hold; a clause holds by any one module of its list. */
  prerequisites: string[][]
}
export type SessionMode = 'tatap_muka' | 'daring_sinkron' | 'mandiri'
export type PlannerSession = {
  id: string
  module: string
  mode: SessionMode
  periods: DayRange[]
  days: number
  seatsMin: number
  seatsMax: number
  costPerHead: number
  /** `line:ID` or `unit:SOURCE`. */
  perHeadPayer: string
  fixedCost: number
  fixedLine: string | null
  travelCost: Record<string, number>
  travelPayer: string
  trainersNeeded: number
  /** Units that may attend; null: all. */
  eligibleUnits: string[] | null
}
export type PlannerTrainer = { id: string; modules: string[]; maxDays: number; unavailable: DayRange[] }
export type PlannerLine = {
  id: string
  unit: string | null
  source: string
  amount: number
  mode: 'restrictive' | 'indicative'
  /** Points per Rp1 million over the amount; indicative lines only. */
  overPenaltyPerMillion: number
  /** Greatest overrun in rupiah of an indicative line; not stated means none. */
  maxOverrun: number
}
export type PlannerFloor = {
  id: string
  kind: 'minPeople' | 'minSeatShare'
  dimension: 'unit' | 'sex' | 'locationClass'
  group: string
  min: number | null
  minShare: number | null
}
export type PlannerLock = { kind: 'must' | 'never'; employee: string; session: string | null; module: string | null }
export type PlannerStability = {
  baseline: { employee: string; session: string }[]
  removePenalty: number
  addPenalty: number
}
export type PlannerInstance = {
  schema: 'anyam-planner-instance/1'
  id: string
  title: string
  year: number
  units: PlannerUnit[]
  employees: PlannerEmployee[]
  modules: PlannerModule[]
  sessions: PlannerSession[]
  trainers: PlannerTrainer[]
  budgetLines: PlannerLine[]
  fairness: PlannerFloor[]
  locks: PlannerLock[]
  stability: PlannerStability | null
}
export type ParsedInstance = { ok: true; instance: PlannerInstance } | { ok: false; reasons: string[] }

/** The name of the schema this product reads. */
export const instanceSchema = 'anyam-planner-instance/1'

/** Code unit order: the same on every machine and in every locale. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const byId = (a: { id: string }, b: { id: string }) => compareText(a.id, b.id)
const sorted = (list: string[]) => [...list].sort(compareText)
const given = (value: unknown) => value !== undefined && value !== null

const readRanges = (r: Reader, path: string, value: unknown, optional: boolean): DayRange[] => {
  const ranges = r.list(path, value, optional).map((raw, i) => {
    const at = `${path}[${i}]`
    const o = r.record(at, raw)
    const range = { start: r.day(`${at}.start`, o.start), end: r.day(`${at}.end`, o.end) }
    if (range.end < range.start)
      r.refuse(at, `berakhir ${range.end} sebelum mulai ${range.start}. Tukarlah kedua tanggalnya.`)
    return range
  })
  return ranges.sort((a, b) => compareText(a.start, b.start) || compareText(a.end, b.end))
}

const readUnit = (r: Reader, at: string, raw: unknown): PlannerUnit => {
  const o = r.record(at, raw)
  return {
    id: r.text(`${at}.id`, o.id),
    name: r.text(`${at}.name`, o.name),
    headcount: r.number(`${at}.headcount`, o.headcount, { min: 0 }),
    maxShareAway: given(o.maxShareAway)
      ? r.number(`${at}.maxShareAway`, o.maxShareAway, { max: 1, fraction: true, what: 'bagian' })
      : null,
    maxAway: given(o.maxAway) ? r.number(`${at}.maxAway`, o.maxAway, {}) : null,
  }
}

/** A level; 0 is a measured zero. */
const level = (r: Reader, path: string, value: unknown, min: 0 | 1) => {
  return r.number(path, value, { min, max: 5, what: 'tingkat' })
}

const readNeed = (r: Reader, at: string, raw: unknown): PlannerNeed => {
  const o = r.record(at, raw)
  const before = r.reasons.length
  const need = {
    competency: r.text(`${at}.competency`, o.competency),
    current: level(r, `${at}.current`, o.current, 0),
    required: level(r, `${at}.required`, o.required, 1),
    values: r
      .list(`${at}.values`, o.values)
      .map((v, i) => r.number(`${at}.values[${i}]`, v, { fraction: true, what: 'nilai poin' })),
  }
  const steps = Math.max(0, need.required - need.current)
  if (r.reasons.length === before && need.values.length !== steps)
    r.refuse(
      `${at}.values`,
      `berisi ${need.values.length} nilai untuk ${steps} langkah tingkat. Beri satu nilai untuk setiap langkah.`,
    )
  return need
}

/** A need without a present level: stated empty, so nobody knows it. */
const isUnknown = (raw: unknown) => raw !== null && typeof raw === 'object' && !given((raw as PlannerNeed).current)

const readEmployee = (r: Reader, at: string, raw: unknown): PlannerEmployee => {
  const o = r.record(at, raw)
  const all = r.list(`${at}.needs`, o.needs).map((raw, i) => ({ raw, path: `${at}.needs[${i}]` }))
  const needs = all.filter(n => !isUnknown(n.raw)).map(n => readNeed(r, n.path, n.raw))
  const unknown = [
    ...all
      .filter(n => isUnknown(n.raw))
      .map(n => r.text(`${n.path}.competency`, (n.raw as Record<string, unknown>).competency)),
    ...r.list(`${at}.unknown`, o.unknown, true).map((c, i) => r.text(`${at}.unknown[${i}]`, c)),
  ]
  r.unique(`${at}.needs`, [...needs.map(n => n.competency), ...unknown], 'kompetensi')
  return {
    id: r.text(`${at}.id`, o.id),
    unit: r.text(`${at}.unit`, o.unit),
    sex: given(o.sex) ? r.oneOf<'P' | 'L'>(`${at}.sex`, o.sex, ['P', 'L']) : null,
    locationClass: given(o.locationClass) ? r.text(`${at}.locationClass`, o.locationClass) : null,
    box: given(o.box) ? r.number(`${at}.box`, o.box, { min: 1, max: 9, what: 'nomor kotak' }) : null,
    maxDaysAway: r.number(`${at}.maxDaysAway`, o.maxDaysAway, {}),
    maxModules: r.number(`${at}.maxModules`, o.maxModules, {}),
    jpHave: r.number(`${at}.jpHave`, o.jpHave, { fraction: true, what: 'JP' }),
    jpFloor: r.number(`${at}.jpFloor`, o.jpFloor, { fraction: true, what: 'JP' }),
    jpReward: r.number(`${at}.jpReward`, o.jpReward, { fraction: true, what: 'nilai poin' }),
    completed: sorted([
      ...new Set(r.list(`${at}.completed`, o.completed, true).map((c, i) => r.text(`${at}.completed[${i}]`, c))),
    ]),
    needs: needs.sort((a, b) => compareText(a.competency, b.competency)),
    ...(unknown.length > 0 ? { unknown: sorted(unknown) } : {}),
  }
}

const readModule = (r: Reader, at: string, raw: unknown): PlannerModule => {
  const o = r.record(at, raw)
  const effects = r.list(`${at}.effects`, o.effects).map((raw, i) => {
    const path = `${at}.effects[${i}]`
    const e = r.record(path, raw)
    const before = r.reasons.length
    const effect = {
      competency: r.text(`${path}.competency`, e.competency),
      from: level(r, `${path}.from`, e.from, 0),
      to: level(r, `${path}.to`, e.to, 1),
    }
    if (r.reasons.length === before && effect.to <= effect.from)
      r.refuse(path, `tidak menaikkan tingkat (${effect.from} ke ${effect.to}). Tulis to yang lebih tinggi dari from.`)
    return effect
  })
  return {
    id: r.text(`${at}.id`, o.id),
    title: r.text(`${at}.title`, o.title),
    jp: r.number(`${at}.jp`, o.jp, { fraction: true, what: 'JP' }),
    general: r.flag(`${at}.general`, o.general),
    effects: effects.sort((a, b) => compareText(a.competency, b.competency) || a.from - b.from || a.to - b.to),
    prerequisites: r
      .list(`${at}.prerequisites`, o.prerequisites, true)
      .map((clause, i) =>
        sorted(r.list(`${at}.prerequisites[${i}]`, clause).map((m, k) => r.text(`${at}.prerequisites[${i}][${k}]`, m))),
      ),
  }
}

const readSession = (r: Reader, at: string, raw: unknown): PlannerSession => {
  const o = r.record(at, raw)
  const periods = readRanges(r, `${at}.periods`, o.periods, false)
  if (Array.isArray(o.periods) && periods.length === 0)
    r.refuse(`${at}.periods`, 'kosong. Tulis sekurangnya satu masa pelaksanaan.')
  for (let i = 1; i < periods.length; i++)
    if (periods[i]!.start <= periods[i - 1]!.end)
      r.refuse(`${at}.periods`, `bertindih pada ${periods[i]!.start}. Pisahkan atau satukan masa pelaksanaannya.`)
  const travel = given(o.travelCost) ? r.record(`${at}.travelCost`, o.travelCost) : {}
  /** Who pays; may be left empty where there is nothing to pay. */
  const payer = (field: string, isFree: boolean) =>
    isFree && (!given(o[field]) || o[field] === '') ? '' : r.text(`${at}.${field}`, o[field])
  const session: PlannerSession = {
    id: r.text(`${at}.id`, o.id),
    module: r.text(`${at}.module`, o.module),
    mode: r.oneOf(`${at}.mode`, o.mode, ['tatap_muka', 'daring_sinkron', 'mandiri']),
    periods,
    days: r.number(`${at}.days`, o.days, { what: 'hari kerja' }),
    seatsMin: r.number(`${at}.seatsMin`, o.seatsMin, {}),
    seatsMax: r.number(`${at}.seatsMax`, o.seatsMax, {}),
    costPerHead: r.rupiah(`${at}.costPerHead`, o.costPerHead),
    perHeadPayer: payer('perHeadPayer', o.costPerHead === 0),
    fixedCost: r.rupiah(`${at}.fixedCost`, o.fixedCost),
    fixedLine: given(o.fixedLine) ? r.text(`${at}.fixedLine`, o.fixedLine) : null,
    travelCost: Object.fromEntries(
      sorted(Object.keys(travel)).map(k => [k, r.rupiah(`${at}.travelCost.${k}`, travel[k])]),
    ),
    travelPayer: payer(
      'travelPayer',
      Object.values(travel).every(cost => cost === 0),
    ),
    trainersNeeded: r.number(`${at}.trainersNeeded`, o.trainersNeeded, {}),
    eligibleUnits: given(o.eligibleUnits)
      ? sorted(r.list(`${at}.eligibleUnits`, o.eligibleUnits).map((u, i) => r.text(`${at}.eligibleUnits[${i}]`, u)))
      : null,
  }
  // A class without seats is a closed class, whatever its minimum.
  if (session.seatsMin > session.seatsMax && session.seatsMax > 0)
    r.refuse(
      `${at}.seatsMin`,
      `${session.seatsMin} melebihi seatsMax ${session.seatsMax}. Turunkan yang satu atau naikkan yang lain.`,
    )
  if (session.fixedCost > 0 && session.fixedLine === null)
    r.refuse(`${at}.fixedLine`, 'kosong, padahal fixedCost lebih dari 0. Sebutkan baris anggaran yang menanggungnya.')
  return session
}

const readTrainer = (r: Reader, at: string, raw: unknown): PlannerTrainer => {
  const o = r.record(at, raw)
  return {
    id: r.text(`${at}.id`, o.id),
    modules: sorted(r.list(`${at}.modules`, o.modules).map((m, i) => r.text(`${at}.modules[${i}]`, m))),
    maxDays: r.number(`${at}.maxDays`, o.maxDays, {}),
    unavailable: readRanges(r, `${at}.unavailable`, o.unavailable, true),
  }
}

const readLine = (r: Reader, at: string, raw: unknown): PlannerLine => {
  const o = r.record(at, raw)
  return {
    id: r.text(`${at}.id`, o.id),
    unit: given(o.unit) ? r.text(`${at}.unit`, o.unit) : null,
    source: r.text(`${at}.source`, o.source),
    amount: r.rupiah(`${at}.amount`, o.amount),
    mode: r.oneOf(`${at}.mode`, o.mode, ['restrictive', 'indicative']),
    overPenaltyPerMillion: given(o.overPenaltyPerMillion)
      ? r.number(`${at}.overPenaltyPerMillion`, o.overPenaltyPerMillion, { fraction: true, what: 'nilai poin' })
      : 0,
    maxOverrun: given(o.maxOverrun) ? r.rupiah(`${at}.maxOverrun`, o.maxOverrun) : 0,
  }
}

const readFloor = (r: Reader, at: string, raw: unknown): PlannerFloor => {
  const o = r.record(at, raw)
  const floor: PlannerFloor = {
    id: r.text(`${at}.id`, o.id),
    kind: r.oneOf(`${at}.kind`, o.kind, ['minPeople', 'minSeatShare']),
    dimension: r.oneOf(`${at}.dimension`, o.dimension, ['unit', 'sex', 'locationClass']),
    group: r.text(`${at}.group`, o.group),
    min: given(o.min) ? r.number(`${at}.min`, o.min, {}) : null,
    minShare: given(o.minShare)
      ? r.number(`${at}.minShare`, o.minShare, { max: 1, fraction: true, what: 'bagian' })
      : null,
  }
  if (floor.kind === 'minPeople' && floor.min === null && floor.minShare === null)
    r.refuse(`${at}.min`, 'kosong. Tulis jumlah orang (min) atau bagian kelompok (minShare).')
  if (floor.kind === 'minSeatShare' && floor.minShare === null)
    r.refuse(`${at}.minShare`, 'kosong. Tulis bagian kursi, dari 0 sampai 1.')
  return floor
}

const readLock = (r: Reader, at: string, raw: unknown): PlannerLock => {
  const o = r.record(at, raw)
  const lock: PlannerLock = {
    kind: r.oneOf(`${at}.kind`, o.kind, ['must', 'never']),
    employee: r.text(`${at}.employee`, o.employee),
    session: given(o.session) ? r.text(`${at}.session`, o.session) : null,
    module: given(o.module) ? r.text(`${at}.module`, o.module) : null,
  }
  if ((lock.session === null) === (lock.module === null))
    r.refuse(at, 'harus menyebut tepat satu: session atau module. Isilah salah satunya.')
  return lock
}

const lockKey = (l: PlannerLock) => `${l.kind}|${l.employee}|${l.session ?? ''}|${l.module ?? ''}`

/** Every id that one list mentions of another, checked once all lists are read. */
const checkReferences = (r: Reader, i: PlannerInstance) => {
  const ids = (list: { id: string }[]) => new Set(list.map(x => x.id))
  const [units, employees, modules, sessions, lines] = [
    ids(i.units),
    ids(i.employees),
    ids(i.modules),
    ids(i.sessions),
    ids(i.budgetLines),
  ]
  const unitSources = new Map<string, string>()
  for (const l of i.budgetLines) {
    if (l.unit === null) continue
    r.known(`budgetLines[${l.id}].unit`, l.unit, units, 'unit')
    const key = JSON.stringify([l.unit, l.source])
    const other = unitSources.get(key)
    if (other !== undefined)
      r.refuse(
        `budgetLines[${l.id}]`,
        `memiliki unit dan sumber yang sama dengan baris ${other}. Satukan, atau beri sumber lain.`,
      )
    unitSources.set(key, l.id)
  }
  for (const e of i.employees) r.known(`employees[${e.id}].unit`, e.unit, units, 'unit')
  for (const m of i.modules)
    for (const p of m.prerequisites.flat()) {
      r.known(`modules[${m.id}].prerequisites`, p, modules, 'modul')
      if (p === m.id)
        r.refuse(`modules[${m.id}].prerequisites`, 'mensyaratkan modul itu sendiri. Hapus dari daftar prasyaratnya.')
    }
  for (const s of i.sessions) {
    r.known(`sessions[${s.id}].module`, s.module, modules, 'modul')
    for (const u of s.eligibleUnits ?? []) r.known(`sessions[${s.id}].eligibleUnits`, u, units, 'unit')
    if (s.fixedLine !== null) r.known(`sessions[${s.id}].fixedLine`, s.fixedLine, lines, 'baris anggaran')
    for (const field of ['perHeadPayer', 'travelPayer'] as const) {
      const payer = s[field]
      if (payer === '') continue
      if (payer.startsWith('line:')) r.known(`sessions[${s.id}].${field}`, payer.slice(5), lines, 'baris anggaran')
      else if (!payer.startsWith('unit:') || payer.length === 5)
        r.refuse(`sessions[${s.id}].${field}`, `berisi "${payer}". Tulis line:ID atau unit:SUMBER.`)
    }
  }
  if (i.sessions.some(s => Object.values(s.travelCost).some(cost => cost > 0)))
    for (const e of i.employees)
      if (e.locationClass === null)
        r.refuse(
          `employees[${e.id}].locationClass`,
          'kosong, padahal ada kelas yang biaya perjalanannya menurut lokasi. Lengkapi lokasinya; biayanya tidak dapat dianggap nol.',
        )
  for (const t of i.trainers) for (const m of t.modules) r.known(`trainers[${t.id}].modules`, m, modules, 'modul')
  for (const f of i.fairness) {
    if (f.dimension === 'unit') r.known(`fairness[${f.id}].group`, f.group, units, 'unit')
    if (f.dimension === 'sex') r.known(`fairness[${f.id}].group`, f.group, new Set(['P', 'L']), 'jenis kelamin')
  }
  i.locks.forEach(l => {
    const at = `locks[${l.kind} ${l.employee}]`
    r.known(`${at}.employee`, l.employee, employees, 'pegawai')
    if (l.session !== null) r.known(`${at}.session`, l.session, sessions, 'kelas')
    if (l.module !== null) r.known(`${at}.module`, l.module, modules, 'modul')
  })
}

/**
 * Reads an instance. `ok: false` gives every reason found, each naming the field's path and the cure. People and classes
 * of the baseline may be gone; that is what re-planning is for.
 */
export const parseInstance = (json: unknown): ParsedInstance => {
  const r = createReader()
  const o = r.record('instance', json)
  if (r.reasons.length > 0) return { ok: false, reasons: r.reasons }
  if (o.schema !== instanceSchema)
    return {
      ok: false,
      reasons: [
        `schema: berisi ${JSON.stringify(o.schema ?? null)}. Tulis "${instanceSchema}"; skema lain tidak dibaca.`,
      ],
    }
  const each = <T>(name: string, read: (r: Reader, at: string, raw: unknown) => T, optional = false): T[] =>
    r.list(name, o[name], optional).map((raw, i) => read(r, `${name}[${i}]`, raw))
  const rawStability = given(o.stability) ? r.record('stability', o.stability) : null
  const pairs = new Map<string, { employee: string; session: string }>()
  if (rawStability)
    r.list('stability.baseline', rawStability.baseline).forEach((raw, i) => {
      const p = r.record(`stability.baseline[${i}]`, raw)
      const pair = {
        employee: r.text(`stability.baseline[${i}].employee`, p.employee),
        session: r.text(`stability.baseline[${i}].session`, p.session),
      }
      pairs.set(JSON.stringify([pair.employee, pair.session]), pair)
    })
  const instance: PlannerInstance = {
    schema: instanceSchema,
    id: r.text('id', o.id),
    title: r.text('title', o.title),
    year: r.number('year', o.year, { min: 1900, max: 2200, what: 'tahun' }),
    units: each('units', readUnit),
    employees: each('employees', readEmployee),
    modules: each('modules', readModule),
    sessions: each('sessions', readSession),
    trainers: each('trainers', readTrainer),
    budgetLines: each('budgetLines', readLine),
    fairness: each('fairness', readFloor),
    locks: [...new Map(each('locks', readLock).map(l => [lockKey(l), l])).values()],
    stability: rawStability
      ? {
          baseline: [...pairs.values()].sort(
            (a, b) => compareText(a.employee, b.employee) || compareText(a.session, b.session),
          ),
          removePenalty: r.number('stability.removePenalty', rawStability.removePenalty, {
            fraction: true,
            what: 'nilai poin',
          }),
          addPenalty: r.number('stability.addPenalty', rawStability.addPenalty, { fraction: true, what: 'nilai poin' }),
        }
      : null,
  }
  const names = [
    ['units', 'unit'],
    ['employees', 'pegawai'],
    ['modules', 'modul'],
    ['sessions', 'kelas'],
    ['trainers', 'pengajar'],
    ['budgetLines', 'baris anggaran'],
    ['fairness', 'syarat keadilan'],
  ] as const
  for (const [list, what] of names) {
    r.unique(
      list,
      instance[list].map(x => x.id),
      what,
    )
    instance[list].sort(byId)
  }
  instance.locks.sort((a, b) => compareText(lockKey(a), lockKey(b)))
  checkReferences(r, instance)
  return r.reasons.length > 0 ? { ok: false, reasons: r.reasons } : { ok: true, instance }
}
