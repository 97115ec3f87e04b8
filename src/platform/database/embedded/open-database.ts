import { makeExternalLogins } from '../logins.ts'
import { startEmbedded } from './embedded-postgres.ts'

/** What decides which database: `DATABASE_URL` (owner, PostgreSQL 15 or later) or the embedded one in `DATA_DIR`. */
export type DatabaseEnv = {
  DATABASE_URL?: string
  /** Given where DATABASE_URL may not make logins. */
  DATABASE_APP_URL?: string
  DATA_DIR?: string
}

/** The two ways into one database, and how to let go of it. */
export type OpenedDatabase = {
  kind: 'embedded' | 'external'
  /** Migrations, catalogue of rights, backup. */
  owner: string
  /** `openDatabaseAsApp` takes this one. */
  app: string
  /** Stops the embedded server unless another process still uses it; does nothing to an external one. */
  stop(): Promise<void>
}

/** Default of DATA_DIR, from the folder the product was started in. */
export const defaultDataDir = '.data'

/** Opens whichever database the environment names and makes its logins where needed; nothing is migrated yet. */
export const openDatabase = async (env: DatabaseEnv): Promise<OpenedDatabase> => {
  if (env.DATABASE_URL) {
    const ways = await makeExternalLogins(env.DATABASE_URL, env.DATABASE_APP_URL)
    return { kind: 'external', ...ways, stop: async () => undefined }
  }
  const { owner, app, stop } = await startEmbedded({ dataDir: env.DATA_DIR || defaultDataDir })
  return { kind: 'embedded', owner, app, stop }
}
