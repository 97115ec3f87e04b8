import { load } from '#platform/web/page.ts'
import { nearestDots, placeInLevel } from './dots.model.ts'
import { listDots, listNames } from './map.store.ts'
import { readMapScope } from './nine-box.read.ts'

/** As many people as a cell draws one by one; a fuller cell is asked again around another point. */
const most = 600

/** Who stands near a point of one cell, for the pointer and the keys of the map: the page itself carries no names for its dots. */
export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query }) => {
    const scope = await readMapScope(db, query)
    const box = Number(query.get('kotak'))
    const at = { x: Number(query.get('x') ?? 0.5), y: Number(query.get('y') ?? 0.5) }
    const own = scope
      ? (await listDots(db, scope.cycle.id, scope.filter))
          .filter(d => d.box === box)
          .map(d => ({
            id: d.employee_id,
            x: placeInLevel(d.x, scope.ofUnit('x', d.unit_id)),
            y: placeInLevel(d.y, scope.ofUnit('y', d.unit_id)),
            scores: [d.x, d.y],
          }))
      : []
    const near = nearestDots(own, at, most)
    const names = await listNames(
      db,
      near.map(d => d.id),
    )
    return Response.json(
      { total: own.length, people: near.map(d => [d.id, names.get(d.id) ?? '', d.x, d.y, ...d.scores]) },
      { headers: { 'Cache-Control': 'no-store' } },
    )
  })
