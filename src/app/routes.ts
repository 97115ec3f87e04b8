import { competencyScreens } from '#domain/competency/competency.screens.ts'
import { deliveryScreens } from '#domain/delivery/delivery.screens.ts'
import { impactScreens } from '#domain/impact/impact.screens.ts'
import { planningScreens } from '#domain/planning/planning.screens.ts'
import { successionScreens } from '#domain/succession/succession.screens.ts'
import { talentScreens } from '#domain/talent/talent.screens.ts'
import { workforceScreens } from '#domain/workforce/workforce.screens.ts'
import { exchangeScreens } from '#exchange/exchange.screens.ts'
import type { Screen } from '../platform/web/screen.ts'
import { appScreens } from './app.screens.ts'

/** Every URL of the product, room by room. Router, menu, palette, door, links and docs all ask this list. */
export const screens: Screen[] = [
  ...appScreens,
  ...workforceScreens,
  ...competencyScreens,
  ...talentScreens,
  ...planningScreens,
  ...deliveryScreens,
  ...impactScreens,
  ...successionScreens,
  ...exchangeScreens,
]
