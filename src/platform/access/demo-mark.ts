import type pg from 'pg'

/** Agencies there are, and whether a demo among them was cut off while it was made. For the house at its start, as keeper. */
export const readAgencies = async (keeper: pg.Pool): Promise<{ some: boolean; isHalfMade: boolean }> => {
  const { rows } = await keeper.query<{ half: boolean }>(
    `select is_demo and not scope ? 'demoMade' as half from platform.agencies`,
  )
  return { some: rows.length > 0, isHalfMade: rows.some(r => r.half) }
}

/** The demo stands whole. */
export const markDemoMade = (keeper: pg.Pool): Promise<unknown> =>
  keeper.query(`update platform.agencies set scope = scope || '{"demoMade": true}' where is_demo`)
