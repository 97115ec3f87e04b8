import { afterAll, beforeAll, expect, it } from 'vitest'
import { sql } from '#platform/database/database.ts'
import { execute } from '#platform/use-case.ts'
import { listOfficerWaiting } from '../planning.queue.ts'
import { aPlanningAgency, type PlanningAgency } from '../testing/planning-agency.ts'
import { answerBooking, recordHonorarium } from './answer-booking.ts'
import { bookFacilitator } from './book-facilitator.ts'
import { findOwnFacilitator, listTeaching } from './facilitator.store.ts'
import { honorariumFigure, honorariumStages, listBookings } from './facilitator-record.store.ts'
import { recordAbsence, removeAbsence } from './record-absence.ts'
import { registerFacilitator } from './register-facilitator.ts'

let agency: PlanningAgency
let facilitatorId: string
let sessionId: string
let bookingId: string
const hr = () => agency.actor('hr_officer')
const budi = () => agency.actor('asn', agency.people[1].id)
const ani = () => agency.actor('asn', agency.people[0].id)
const answer = (more: object, who = budi()) => execute(agency.database, who, answerBooking, { bookingId, ...more })
const teaching = () => agency.database.as(hr(), db => listTeaching(db, 2027))

beforeAll(async () => {
  agency = await aPlanningAgency()
  const [{ id: moduleId }] = await agency.ask<{ id: string }>(
    sql`select id from planning.modules where code = 'KONTRAK'`,
  )
  sessionId = (await agency.ask<{ id: string }>(sql`select id from planning.sessions where code = 'KONTRAK-1'`))[0].id
  facilitatorId = (
    await execute(agency.database, hr(), registerFacilitator, {
      name: 'Budi',
      nip: '198001012005011002',
      maxDays: 10,
      moduleIds: [moduleId],
    })
  ).id
  bookingId = (await execute(agency.database, hr(), bookFacilitator, { facilitatorId, sessionId })).id
})
afterAll(() => agency.close())

it('Whoever teaches refuses a class only with a reason, and the class stands among the officer’s tasks', async () => {
  await expect(answer({ answer: 'declined' })).rejects.toMatchObject({ fields: { reason: expect.any(String) } })
  await expect(answer({ answer: 'accepted' }, ani())).rejects.toMatchObject({
    code: 'planning.facilitator.booking-not-found',
  })
  expect(await teaching()).toHaveLength(1)
  await answer({ answer: 'declined', reason: 'Bertugas di luar daerah minggu itu' })
  expect(await teaching()).toEqual([])
  const tasks = await agency.database.as(hr(), listOfficerWaiting)
  expect(tasks).toMatchObject([{ kind: 'declined-class', name: 'Budi', why: 'Bertugas di luar daerah minggu itu' }])
  const { id } = await execute(agency.database, budi(), recordAbsence, {
    facilitatorId,
    startsOn: '2027-03-01',
    endsOn: '2027-03-01',
  })
  await expect(answer({ answer: 'accepted' })).rejects.toMatchObject({ code: 'planning.facilitator.away-then' })
  await execute(agency.database, budi(), removeAbsence, { facilitatorId, absenceId: id })
  await answer({ answer: 'accepted' })
  expect(await agency.database.as(hr(), listOfficerWaiting)).toEqual([])
})

it('A day away on which she teaches is refused by the name of the class; nobody marks somebody else away', async () => {
  const away = { facilitatorId, startsOn: '2027-03-02', endsOn: '2027-03-02' }
  await expect(execute(agency.database, budi(), recordAbsence, away)).rejects.toMatchObject({
    code: 'planning.facilitator.booked',
    message: expect.stringContaining('Pengelolaan Kontrak Konstruksi'),
  })
  const free = { facilitatorId, startsOn: '2027-04-05', endsOn: '2027-04-06', reason: 'Diklat' }
  await expect(execute(agency.database, ani(), recordAbsence, free)).rejects.toMatchObject({
    code: 'planning.facilitator.not-found',
  })
  const { id } = await execute(agency.database, budi(), recordAbsence, free)
  expect((await agency.database.as(budi(), findOwnFacilitator))?.absences).toMatchObject([{ reason: 'Diklat' }])
  expect(await agency.database.as(ani(), findOwnFacilitator)).toBeNull()
  await execute(agency.database, budi(), removeAbsence, { facilitatorId, absenceId: id })
})

it('Her honorarium is planned, becomes owed when she accepts, and paid on a day after the class', async () => {
  const stages = () =>
    agency.database.as(hr(), async db => {
      const bookings = await listBookings(db, facilitatorId)
      return honorariumStages.map(
        s => honorariumFigure({ id: facilitatorId, employee_id: agency.people[1].id }, 2027, bookings, db.on, s).value,
      )
    })
  expect(await stages()).toEqual([0, 24 * 200_000, 0])
  await expect(
    execute(agency.database, hr(), recordHonorarium, { bookingId, paidOn: '2026-11-20' }),
  ).rejects.toMatchObject({ fields: { paidOn: expect.any(String) } })
  await agency.sow(
    "update planning.sessions set starts_on = '2026-11-02', ends_on = '2026-11-04' where agency_id = $1",
    [agency.id],
  )
  await execute(agency.database, hr(), recordHonorarium, { bookingId, paidOn: '2026-11-20' })
  const [{ paid_on }] = await agency.ask<{ paid_on: string }>(sql`select paid_on from planning.facilitator_bookings`)
  expect(paid_on).toBe('2026-11-20')
  await expect(answer({ answer: 'declined', reason: 'Sudah lewat, tetapi ditolak' })).rejects.toMatchObject({
    code: 'planning.facilitator.begun',
  })
})
