import { describe, expect, it } from 'vitest'
import { mapMarks, permissionsPage, routesPage, withMap } from './pages.ts'

const rooms = [
  { name: 'core', path: 'src/core', question: 'In which words?', imports: [] },
  { name: 'app', path: 'src/app', question: 'The whole', imports: ['core'] },
]

describe('Generated pages', () => {
  it('keep everything of ARCHITECTURE.md around the map, and making it twice changes nothing', () => {
    const page = `# A\n\nbefore\n\n${mapMarks[0]}\nold\n${mapMarks[1]}\n\nafter\n`
    const made = withMap(page, rooms)
    expect(made).toMatch(/^# A\n\nbefore\n[\s\S]*\[core\]\(src\/core\)[\s\S]*\n\nafter\n$/)
    expect(made).not.toContain('old')
    expect(withMap(made, rooms)).toBe(made)
    expect(withMap(withMap('', rooms), rooms)).toBe(withMap('', rooms))
  })

  it('name for each URL its page and who may open it', () => {
    const text = routesPage([
      {
        path: '/talenta/peta',
        file: 'domain/talent/nine-box/nine-box.page.tsx',
        title: 'Peta',
        titleEn: 'Map',
        roles: ['committee'],
        module: 'talent',
        menu: ['Talenta', 'Peta'],
      },
      {
        path: '/masuk',
        file: 'app/shell/sign-in.page.tsx',
        title: 'Masuk',
        titleEn: 'Sign in',
        roles: ['asn'],
        isPublic: true,
      },
    ])
    expect(text).toContain(
      '| `/talenta/peta` | Peta | `src/domain/talent/nine-box/nine-box.page.tsx` | committee | talent | Talenta › Peta |',
    )
    expect(text.indexOf('/masuk')).toBeLessThan(text.indexOf('/talenta'))
    expect(text).toContain('everybody, signed in or not')
  })

  it('name for each act who may do it, and how far it reaches', () => {
    const text = permissionsPage(
      [
        {
          name: 'confirm-follow-up',
          room: 'delivery',
          permission: { supervisor: 'team', hr_officer: 'agency' },
          writes: ['delivery.follow_ups'],
        },
      ],
      { 'delivery.follow_ups': { asn: 'own' } },
    )
    expect(text).toContain('| confirm-follow-up | delivery | supervisor (team), hr_officer | delivery.follow_ups |  |')
    expect(text).toContain('| delivery.follow_ups | asn (own) |')
  })
})
