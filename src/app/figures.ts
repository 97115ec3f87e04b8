import { competencyFigures } from '#domain/competency/competency.figures.ts'
import { deliveryFigures } from '#domain/delivery/delivery.figures.ts'
import { impactFigures } from '#domain/impact/impact.figures.ts'
import { planningFigures } from '#domain/planning/planning.figures.ts'
import { successionFigures } from '#domain/succession/succession.figures.ts'
import { talentFigures } from '#domain/talent/talent.figures.ts'
import { workforceFigures } from '#domain/workforce/workforce.figures.ts'
import { exchangeFigures } from '#exchange/exchange.figures.ts'
import type { FigureSources } from '#platform/web/figure-source.ts'
import { homeFigures } from './home/home.figures.ts'

/** Every kind of figure and the room that reads it again by its address. */
export const figureSources: FigureSources = {
  ...workforceFigures,
  ...competencyFigures,
  ...talentFigures,
  ...planningFigures,
  ...deliveryFigures,
  ...impactFigures,
  ...successionFigures,
  ...exchangeFigures,
  ...homeFigures,
}
