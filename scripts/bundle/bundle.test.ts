import { describe, expect, it } from 'vitest'
import { strays } from './bundle.ts'

describe('The browser’s bundle', () => {
  it('may hold pages, views, words, models and the interface', () => {
    expect(
      strays([
        'src/root.tsx',
        'src/domain/talent/nine-box/nine-box.page.tsx',
        'src/domain/talent/nine-box/nine-box.text.ts',
        'src/core/text/format.ts',
        'src/ui/kit/button.tsx',
        'src/platform/web/screen.ts',
      ]),
    ).toEqual([])
  })

  it.each([
    ['src/domain/talent/nine-box/nine-box.store.ts', /a store/],
    ['src/platform/database/database.ts', /the platform/],
    ['node_modules/pg/lib/client.js', /package of the server/],
  ])('must not hold %s', (file, why) => {
    expect(strays([file])).toEqual([expect.stringMatching(why)])
  })

  it('must not hold something the agency does, whatever its name', () => {
    const read = () => 'export const placeCycle = useCase({ name: "place-cycle" })'
    expect(strays(['src/domain/talent/nine-box/place-cycle.ts'], read)).toEqual([expect.stringMatching(/a use case/)])
    expect(strays(['src/domain/talent/nine-box/waiting-words.ts'], () => 'export const words = 1')).toEqual([])
  })
})
