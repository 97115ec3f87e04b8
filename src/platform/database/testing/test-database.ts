import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { ownerOf } from '../logins.ts'

/** What the test run's global set-up tells its workers: a server with a migrated template database. */
export type TestServer = {
  superuser: string
  owner: string
  app: string
  template: string
  version: string
}

/** Name of the environment variable that carries a TestServer to the workers. */
export const testServerVariable = 'ANYAM_TEST_SERVER'

/** A database of one test file's own, and the ways in. */
export type TestDatabase = {
  owner: string
  app: string
  /** `15.x` or `18.x`. */
  version: string
  drop(): Promise<void>
}

const toDatabase = (connectionString: string, database: string): string => {
  const url = new URL(connectionString)
  url.pathname = `/${database}`
  return url.href
}

/** The server that the set-up started; throws with the cure when the test runs outside it. */
export const testServer = (): TestServer => {
  const said = process.env[testServerVariable]
  if (!said) throw new Error('No test server: run this file with `npx vitest run --project store FILE`.')
  return JSON.parse(said) as TestServer
}

const admin = async (statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: toDatabase(testServer().superuser, 'postgres') })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** A fresh copy of the migrated template (or, with `empty`, a database without anything in it). Drop it when done. */
export const createTestDatabase = async ({ empty = false } = {}): Promise<TestDatabase> => {
  const server = testServer()
  const name = `test_${randomBytes(6).toString('hex')}`
  await admin(`create database ${name} ${empty ? '' : `template ${server.template}`} owner ${ownerOf.role}`)
  return {
    owner: toDatabase(server.owner, name),
    app: toDatabase(server.app, name),
    version: server.version,
    drop: () => admin(`drop database if exists ${name} with (force)`),
  }
}
