import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Day } from '#core/values/day.ts'
import type { Actor, Role } from '#platform/access/actor.ts'
import { needsSecondFactor, type SignIn, type Visitor } from '#platform/access/sign-in.ts'
import type { Database } from '#platform/database/database.ts'
import type { Answers } from '#platform/web/answers.ts'
import { type ModuleName, moduleNames, type Screen } from '#platform/web/screen.ts'
import type { Visit } from '#platform/web/visit.ts'
import { doorFor } from './door.ts'

export type AgencyRow = {
  id: string
  name: string
  shortName: string
  isDemo: boolean
  timeZone: string
  todayOn: Day | null
  modules: ModuleName[]
}

/** Agencies of this house, oldest first. */
export const listAgencies = async (keeper: pg.Pool): Promise<AgencyRow[]> =>
  (
    await keeper.query(
      `select g.agency_id as id, g.name, g.short_name as "shortName", g.is_demo as "isDemo", g.time_zone as "timeZone", g.today_on::text as "todayOn",
         coalesce((select array_agg(m.module) from platform.modules m where m.agency_id = g.agency_id and m.is_on), '{}') as modules
       from platform.agencies g order by g.created_at, g.agency_id`,
    )
  ).rows as AgencyRow[]

export type KeptAgencies = { list(): Promise<AgencyRow[]>; forget(): void }

/** The same list kept for two seconds: each request asks for it, so that a switched module shows at the next page. */
export const keepAgencies = (keeper: pg.Pool): KeptAgencies => {
  let kept: { at: number; rows: Promise<AgencyRow[]> } | null = null
  return {
    list() {
      if (kept && Date.now() - kept.at < 2000) return kept.rows
      const rows = listAgencies(keeper)
      kept = { at: Date.now(), rows }
      rows.catch(() => {
        kept = null
      })
      return rows
    },
    forget() {
      kept = null
    },
  }
}

/** The agency's day: a demo's calendar stands still; elsewhere the day of its time zone. */
export const dayOfAgency = (agency: { timeZone: string; todayOn: Day | null }): Day =>
  agency.todayOn ?? (new Intl.DateTimeFormat('sv-SE', { timeZone: agency.timeZone }).format(new Date()) as Day)

const cookies = (request: Request): Map<string, string> =>
  new Map(
    (request.headers.get('cookie') ?? '')
      .split(';')
      .map(part => part.trim().split('=') as [string, string])
      .filter(pair => pair.length === 2),
  )

/** Which role comes first when nothing was chosen: the work role, then the own page. */
const precedence: Role[] = [
  'hr_officer',
  'committee',
  'leader',
  'auditor',
  'dpo',
  'facilitator',
  'assessor',
  'supervisor',
  'admin',
  'asn',
]

export type MadeVisit = {
  visit: Visit
  visitor: Visitor | null
  /** The role waits until a second factor stands. */
  waitsForSecondFactor: boolean
}

/** From a request: who, in which agency, in which role, with which words and colours. */
export const makeVisit = async (
  request: Request,
  house: {
    database: Database
    agencies: KeptAgencies
    signIn: SignIn
    screens: readonly Screen[]
    answersOf: (modules: ReadonlySet<string>) => Answers
  },
  nonce: string,
): Promise<MadeVisit> => {
  const url = new URL(request.url)
  const jar = cookies(request)
  const [agencies, visitor] = await Promise.all([house.agencies.list(), house.signIn.visitor(request.headers)])
  const seat = visitor?.seats.find(s => s.accountId === jar.get('akun')) ?? visitor?.seats[0] ?? null
  const agency = seat ? (agencies.find(a => a.id === seat.agencyId) ?? null) : (agencies[0] ?? null)
  const locale = jar.get('bahasa') === 'en' ? 'en' : 'id'
  const theme = jar.get('tema') === 'gelap' ? 'dark' : jar.get('tema') === 'terang' ? 'light' : null
  const roles = seat?.roles ?? []
  const wanted = jar.get('peran') as Role | undefined
  const role = wanted && roles.includes(wanted) ? wanted : (precedence.find(r => roles.includes(r)) ?? null)
  const waitsForSecondFactor = Boolean(
    role && agency && !agency.isDemo && needsSecondFactor(role) && visitor && !visitor.hasSecondFactor,
  )
  const actor: Actor | null =
    seat && agency && role && !waitsForSecondFactor
      ? {
          agencyId: agency.id,
          accountId: seat.accountId,
          employeeId: seat.employeeId,
          name: seat.name,
          role,
          on: dayOfAgency(agency),
          locale,
        }
      : null
  const modules = new Set(agency?.modules ?? moduleNames)
  const visit: Visit = {
    database: house.database,
    actor,
    agency,
    roles,
    modules,
    mayOpen: path => doorFor(house.screens, path.split('?')[0], actor, modules).open,
    answers: house.answersOf(modules),
    locale,
    theme,
    nonce,
    requestKey: randomUUID(),
    path: url.pathname.replace(/\.data$/, '') + url.search,
  }
  return { visit, visitor, waitsForSecondFactor }
}
