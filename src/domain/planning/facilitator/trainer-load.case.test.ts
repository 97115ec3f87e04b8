import { afterAll, beforeAll, expect, it } from 'vitest'
import { sql } from '#platform/database/database.ts'
import { execute } from '#platform/use-case.ts'
import { aPlanningAgency, type PlanningAgency } from '../testing/planning-agency.ts'
import { bookFacilitator, withdrawBooking } from './book-facilitator.ts'
import { listTeaching, loadFigure } from './facilitator.store.ts'
import { honorariumFigure, listBookings } from './facilitator-record.store.ts'
import { recordAbsence, removeAbsence } from './record-absence.ts'
import { recordFacilitatorFeedback } from './record-facilitator-quality.ts'
import { registerFacilitator } from './register-facilitator.ts'
import { endTrainerTraining, trainTrainer } from './train-trainer.ts'
import { listTrainerStandings, orphanCount, trainerDays } from './trainer-succession.store.ts'

let agency: PlanningAgency
let moduleId: string
let sessionId: string
let facilitatorId: string
const hr = () => agency.actor('hr_officer')
const book = (more: object = {}) =>
  execute(agency.database, hr(), bookFacilitator, { facilitatorId, sessionId, ...more })

beforeAll(async () => {
  agency = await aPlanningAgency()
  moduleId = (await agency.ask<{ id: string }>(sql`select id from planning.modules where code = 'KONTRAK'`))[0].id
  sessionId = (await agency.ask<{ id: string }>(sql`select id from planning.sessions where code = 'KONTRAK-1'`))[0].id
  facilitatorId = (
    await execute(agency.database, hr(), registerFacilitator, {
      name: 'Bu Rina',
      nip: '198001012005011002',
      maxDays: 2,
      moduleIds: [moduleId],
    })
  ).id
  await agency.sow(
    "update workforce.employees set birth_on = '1969-06-10' where agency_id = $1 and nip = '198001012005011002'",
    [agency.id],
  )
})
afterAll(() => agency.close())

it('She is not booked on a day she is away, and beyond her days only with a reason', async () => {
  const { id } = await execute(agency.database, hr(), recordAbsence, {
    facilitatorId,
    startsOn: '2027-03-03',
    endsOn: '2027-03-05',
  })
  await expect(book({ reason: 'Satu-satunya pengajar' })).rejects.toMatchObject({ code: 'planning.facilitator.away' })
  await execute(agency.database, hr(), removeAbsence, { facilitatorId, absenceId: id })
  await expect(book()).rejects.toMatchObject({
    code: 'planning.facilitator.over-limit',
    fields: { reason: expect.any(String) },
  })
  await book({ reason: 'Satu-satunya pengajar kontrak' })
  await expect(book({ reason: 'Sekali lagi hari itu' })).rejects.toMatchObject({ code: 'planning.facilitator.teaches' })
})

it('Her days and her honorarium follow from what she is booked for, at the rate for own people', async () => {
  const { load, honorarium } = await agency.database.as(hr(), async db => ({
    load: loadFigure(facilitatorId, 2027, await listTeaching(db, 2027), db.on),
    honorarium: honorariumFigure(
      { id: facilitatorId, employee_id: agency.people[1].id },
      2027,
      await listBookings(db, facilitatorId),
      db.on,
    ),
  }))
  expect(load.value).toBe(3)
  expect(honorarium.value).toBe(24 * 200_000)
  await expect(
    execute(agency.database, hr(), recordFacilitatorFeedback, { facilitatorId, sessionId, answers: 8, mean: 4.5 }),
  ).rejects.toMatchObject({ code: 'planning.facilitator.not-taught' })
})

it('A module whose trainers all retire within two years is named, with who is being prepared', async () => {
  const standings = () => agency.database.as(hr(), db => listTrainerStandings(db))
  const [standing] = await standings()
  expect(standing).toMatchObject({ code: 'KONTRAK', leaving: [{ name: 'Bu Rina' }], remaining: [] })
  expect(orphanCount(await standings(), '2026-11-24').value).toBe(1)
  const { id } = await execute(agency.database, hr(), trainTrainer, {
    nip: '198001012005011001',
    moduleId,
    startsOn: '2026-12-01',
    endsOn: '2027-05-31',
  })
  expect((await standings())[0].candidates).toMatchObject([{ name: 'Ani' }])
  await execute(agency.database, hr(), endTrainerTraining, {
    candidateId: id,
    outcome: 'ready',
    reason: 'Lulus micro teaching',
  })
  expect((await standings())[0].candidates).toEqual([])
})

it('Days that classes still ask for shrink with each booking and come back when it is withdrawn', async () => {
  await agency.sow("update planning.sessions set trainers_needed = 1 where agency_id = $1 and code = 'KONTRAK-1'", [
    agency.id,
  ])
  const days = () => agency.database.as(hr(), db => trainerDays(db, 2027))
  expect(await days()).toMatchObject({ asked: { value: 0 }, free: { value: 0 } })
  const [{ id }] = await agency.ask<{ id: string }>(sql`select id from planning.facilitator_bookings`)
  await execute(agency.database, hr(), withdrawBooking, { bookingId: id, reason: 'Jadwal kelas diubah' })
  expect(await days()).toMatchObject({ asked: { value: 3 }, free: { value: 2 } })
})
