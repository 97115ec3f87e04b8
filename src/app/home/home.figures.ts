import type { Figure, FigureUnit } from '#core/figure/figure.ts'
import { count, ratio, record, sum } from '#core/figure/mechanisms.ts'
import { addMonths, yearOf } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'
import type { FigureSources } from '#platform/web/figure-source.ts'

type Counted = { ref: string; label: string; of: string; filter: string; unit?: FigureUnit }

const counted = (db: Db, what: Counted, rows: { id: string }[]): Figure<number> =>
  count({ ...what, asOf: db.on, members: rows.map(row => row.id) })

export type CycleHead = { id: string; name: string; state: string; as_of: string; objection_until: string | null }

/** The cycle that is worked on: the newest. */
export const findNewestCycle = (db: Db): Promise<CycleHead | null> =>
  db.find<CycleHead>(
    sql`select id, name, state, as_of, objection_until from talent.v_cycles order by as_of desc, name desc limit 1`,
  )

/** People of a box, from the counts per unit and tier: a leader sees counts, no person. */
const boxes = async (db: Db, cycleId: string, what: 'pool' | 'waiting' | 'placed' | 'all'): Promise<Figure<number>> => {
  const low = what === 'pool' ? 7 : what === 'placed' ? 1 : 0
  const high = what === 'waiting' ? 0 : 9
  const rows = await db.rows<{ unit: string; tier: string; box: number; people: number }>(
    sql`select u.name as unit, c.tier, c.box, c.people from talent.v_box_counts c join workforce.v_units u on u.agency_id = c.agency_id and u.id = c.unit_id
      where c.cycle_id = ${cycleId} and c.box between ${low} and ${high} order by u.name, c.tier, c.box`,
  )
  const labels = {
    pool: 'Kelompok rencana suksesi (kotak 7, 8, 9)',
    waiting: 'Belum dapat dipetakan',
    placed: 'Sudah dipetakan',
    all: 'Pegawai dalam siklus',
  }
  return sum({
    ref: `home.${what}:${cycleId}`,
    label: labels[what],
    unit: 'people',
    asOf: db.on,
    parts: rows.map(row =>
      record<number>({
        label: `${row.unit}, ${row.tier}, ${row.box === 0 ? 'ruang tunggu' : `kotak ${row.box}`}`,
        unit: 'people',
        asOf: db.on,
        value: row.people,
        sources: [{ kind: 'talent.cycle', id: cycleId, label: 'Hitungan siklus' }],
      }),
    ),
  })
}

const keyPositions = (db: Db) =>
  db.rows<{ id: string }>(sql`select id from workforce.v_positions where is_key and valid_until is null order by id`)

const waitingFor: Record<string, { label: string; filter: string }> = {
  'missing-assessment': { label: 'Belum ada penilaian kompetensi', filter: 'menunggu karena belum dinilai' },
  'expired-assessment': { label: 'Penilaian kompetensi kedaluwarsa', filter: 'menunggu karena penilaian kedaluwarsa' },
  'missing-appraisal': { label: 'Penilaian kinerja (SKP) belum ada', filter: 'menunggu karena SKP belum ada' },
  other: { label: 'Data lain belum lengkap', filter: 'menunggu karena sebab lain' },
}

export const waitingReasons = Object.keys(waitingFor)

const jpBands = { nol: [0, 0.001], satu: [0.001, 10], sepuluh: [10, 20], tercapai: [20, 1e9] } as const
export type JpBand = keyof typeof jpBands
export const jpBandNames = Object.keys(jpBands) as JpBand[]
const jpWords: Record<JpBand, string> = {
  nol: 'Belum ada JP',
  satu: '1 sampai 9 JP',
  sepuluh: '10 sampai 19 JP',
  tercapai: '20 JP ke atas',
}

const jpBand = async (db: Db, band: JpBand, year: number): Promise<Figure<number>> =>
  counted(
    db,
    {
      ref: `home.jp-band:${band}:${year}`,
      label: `${jpWords[band]}, ${year}`,
      of: 'pegawai aktif',
      filter: `${jpWords[band]} pada ${year}; dihitung yang selesai dan bersertifikat`,
    },
    await db.rows<{ id: string }>(sql`
      select e.id from workforce.v_people e
      left join workforce.v_trainings t on t.agency_id = e.agency_id and t.employee_id = e.id and t.verification <> 'rejected' and t.certificate is not null
        and t.ends_on between ${`${year}-01-01`} and least(${`${year}-12-31`}::date, ${db.on}::date)
      where e.state = 'active' group by e.id
      having coalesce(sum(t.jp), 0) >= ${jpBands[band][0]} and coalesce(sum(t.jp), 0) < ${jpBands[band][1]} order by e.id`),
  )

const activePeople = async (db: Db): Promise<Figure<number>> =>
  counted(
    db,
    { ref: 'home.people', label: 'Pegawai aktif', of: 'pegawai', filter: 'masih aktif' },
    await db.rows<{ id: string }>(sql`select id from workforce.v_people where state = 'active' order by id`),
  )

const unitName = async (db: Db, unitId: string): Promise<string> =>
  (
    await db.find<{ name: string }>(
      sql`select coalesce(short_name, name) as name from workforce.v_units where id = ${unitId}`,
    )
  )?.name ?? 'unit'

/** Figures that only a home says: counts across rooms, each with its members. */
export const homeFigures: FigureSources = {
  'home.people': activePeople,
  'home.key': async db =>
    counted(
      db,
      {
        ref: 'home.key',
        label: 'Jabatan kunci',
        of: 'jabatan',
        filter: 'ditandai sebagai jabatan kunci',
        unit: 'count',
      },
      await keyPositions(db),
    ),
  'home.key-without-ready': async db =>
    counted(
      db,
      {
        ref: 'home.key-without-ready',
        label: 'Jabatan kunci tanpa penerus siap',
        of: 'jabatan kunci',
        filter: 'bangku tanpa seorang pun yang siap sekarang',
        unit: 'count',
      },
      await db.rows<{ id: string }>(sql`
        select p.id from workforce.v_positions p join succession.v_benches b on b.agency_id = p.agency_id and b.position_id = p.id
        where p.is_key and b.ready_now = 0 order by p.id`),
    ),
  'home.key-vacant': async db =>
    counted(
      db,
      {
        ref: 'home.key-vacant',
        label: 'Jabatan kunci lowong atau kosong dalam 12 bulan',
        of: 'jabatan kunci',
        filter: `lowong sekarang atau sampai ${addMonths(db.on, 12)}`,
        unit: 'count',
      },
      await db.rows<{ id: string }>(sql`
        select p.id from workforce.v_positions p join succession.v_benches b on b.agency_id = p.agency_id and b.position_id = p.id
        where p.is_key and b.vacant_on is not null and b.vacant_on <= ${addMonths(db.on, 12)} order by p.id`),
    ),
  'home.pool': (db, [cycleId]) => boxes(db, cycleId, 'pool'),
  'home.waiting': (db, [cycleId]) => boxes(db, cycleId, 'waiting'),
  'home.placed': (db, [cycleId]) => boxes(db, cycleId, 'placed'),
  'home.all': (db, [cycleId]) => boxes(db, cycleId, 'all'),
  'home.waiting-for': async (db, [cycleId, reason]) =>
    waitingFor[reason]
      ? counted(
          db,
          { ref: `home.waiting-for:${cycleId}:${reason}`, of: 'orang dalam siklus', ...waitingFor[reason] },
          await db.rows<{ id: string }>(
            sql`select employee_id as id from talent.v_scores where cycle_id = ${cycleId} and placement = 'waiting' and coalesce(waiting_reason, 'other') = ${reason} order by employee_id`,
          ),
        )
      : null,
  'home.expiring': async (db, [cycleId]) =>
    counted(
      db,
      {
        ref: `home.expiring:${cycleId}`,
        label: 'Bukti segera kedaluwarsa',
        of: 'orang dalam siklus',
        filter: 'sudah dipetakan dan ada bukti yang segera kedaluwarsa',
      },
      await db.rows<{ id: string }>(
        sql`select employee_id as id from talent.v_scores where cycle_id = ${cycleId} and has_expiring order by employee_id`,
      ),
    ),
  'home.objections': async (db, [cycleId]) =>
    counted(
      db,
      {
        ref: `home.objections:${cycleId}`,
        label: 'Sanggahan menunggu jawaban',
        of: 'sanggahan',
        filter: 'belum dijawab',
        unit: 'count',
      },
      await db.rows<{ id: string }>(
        sql`select id from talent.v_objections where cycle_id = ${cycleId} and state = 'submitted' order by id`,
      ),
    ),
  'home.jp-band': async (db, [band, year]) =>
    band in jpBands ? jpBand(db, band as JpBand, Number(year) || yearOf(db.on)) : null,
  'home.jp-share': async (db, [year]) =>
    ratio({
      ref: `home.jp-share:${year}`,
      label: `Pegawai yang mencapai 20 JP pada ${year}`,
      unit: 'percent',
      digits: 0,
      factor: 100,
      asOf: db.on,
      of: await jpBand(db, 'tercapai', Number(year) || yearOf(db.on)),
      to: await activePeople(db),
    }),
  'home.unit-placed': async (db, [cycleId, unitId]) =>
    counted(
      db,
      {
        ref: `home.unit-placed:${cycleId}:${unitId}`,
        label: `Sudah dipetakan, ${await unitName(db, unitId)}`,
        of: 'orang dalam siklus',
        filter: 'di unit ini dan sudah dipetakan',
      },
      await db.rows<{ id: string }>(
        sql`select employee_id as id from talent.v_scores where cycle_id = ${cycleId} and unit_id = ${unitId} and placement = 'placed' order by employee_id`,
      ),
    ),
  'home.unit-people': async (db, [cycleId, unitId]) =>
    counted(
      db,
      {
        ref: `home.unit-people:${cycleId}:${unitId}`,
        label: `Orang dalam siklus, ${await unitName(db, unitId)}`,
        of: 'orang dalam siklus',
        filter: 'di unit ini',
      },
      await db.rows<{ id: string }>(
        sql`select employee_id as id from talent.v_scores where cycle_id = ${cycleId} and unit_id = ${unitId} order by employee_id`,
      ),
    ),
}

/** One of these figures; it exists for every kind used by the homes. */
export const homeFigure = async (db: Db, kind: string, ...keys: string[]): Promise<Figure> => {
  const figure = await homeFigures[kind](db, keys)
  if (!figure) throw new Error(`no figure ${kind}`)
  return figure
}
