import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { desk, openPage, startVisit, type Visit } from '../fixture.ts'

let visit: Visit
let page: Page
beforeAll(async () => {
  visit = await startVisit()
  page = await openPage(await visit.as('hr_officer'), '/talenta/peta')
})
afterAll(() => visit?.close())

type Dot = { id: string; name: string; x: number; y: number }

/** Two boxes with people, and one dot of the first that stands alone on its point. */
const scene = async (): Promise<{ from: number; to: number; dot: Dot }> => {
  await page.goto('/talenta/peta')
  return await page.evaluate(async () => {
    const board = document.querySelector<HTMLElement>('.nine-box')!
    const boxes = [...board.querySelectorAll<HTMLElement>('.cell:not([data-empty])')].map(c => Number(c.dataset.box))
    for (const from of boxes) {
      const answer = await (await fetch(`${board.dataset.dots}&kotak=${from}`)).json()
      const people = answer.people as [string, string, number, number][]
      const alone = people.find(p => people.filter(q => q[2] === p[2] && q[3] === p[3]).length === 1)
      const to = boxes.find(b => b !== from)
      if (alone && to) return { from, to, dot: { id: alone[0], name: alone[1], x: alone[2], y: alone[3] } }
    }
    throw new Error('no box with people')
  })
}
const at = async (box: number, dot: { x: number; y: number }) => {
  const area = (await page.locator(`.cell[data-box="${box}"] .dots`).boundingBox())!
  return { x: area.x + dot.x * area.width, y: area.y + (1 - dot.y) * area.height }
}
const drag = async (from: number, to: number, dot: Dot) => {
  const start = await at(from, dot)
  const end = await at(to, { x: 0.5, y: 0.5 })
  await page.mouse.move(start.x, start.y)
  await page.mouse.down()
  await page.mouse.move(end.x, end.y, { steps: 6 })
}
const said = () => page.locator('#map-words').innerText()

test('A dot dragged onto a box opens the form that asks for the reason, with person and box filled in and nothing decided', async () => {
  await page.setViewportSize({ width: desk.width, height: 1800 })
  const { from, to, dot } = await scene()
  await drag(from, to, dot)
  await page.locator(`.cell.target[data-box="${to}"]`).waitFor()
  await page.locator('.map-ghost', { hasText: dot.name }).waitFor()
  await page.mouse.up()
  await page.waitForURL(url => url.pathname === `/talenta/peta/${dot.id}/pindah`)
  expect(await page.locator('h1').innerText()).toBe(`Pindahkan ${dot.name} dari kotak ${from}?`)
  expect(await page.locator(`input[name="toBox"][value="${to}"]`).isChecked()).toBe(true)
  expect(await page.locator('input[name="reasonCode"]:checked').count()).toBe(0)
})

test('Escape, or letting go outside another box, leaves everything as it was and says so', async () => {
  const { from, to, dot } = await scene()
  await drag(from, to, dot)
  await page.keyboard.press('Escape')
  await page.mouse.up()
  expect(await said()).toBe('Tidak jadi dipindahkan.')
  await drag(from, from, dot)
  await page.mouse.up()
  expect(await said()).toBe('Tidak jadi dipindahkan.')
  expect(new URL(page.url()).pathname).toBe('/talenta/peta')
})

test('By keys alone: arrows to a box, Space in among its people, M and an arrow or digit, Enter to the form; each step is told', async () => {
  const { from, to } = await scene()
  await page.goto(`/talenta/peta?kotak=${from}`)
  await page.locator('.nine-box .cell a[tabindex="0"]').focus()
  await page.keyboard.press('Space')
  const person = page.locator('.map-walker button')
  await person.waitFor()
  expect(await person.getAttribute('aria-label')).toMatch(new RegExp(`, kotak ${from}\\. Potensial .* Orang 1 dari`))
  await page.keyboard.press('ArrowRight')
  const first = await person.getAttribute('aria-label')
  await page.keyboard.press('m')
  expect(await said()).toContain('pilih kotak tujuan')
  await page.keyboard.press('Escape')
  expect(await said()).toContain(first!)
  await page.keyboard.press(String(to))
  await page.waitForURL(url => url.pathname.endsWith('/pindah') && url.searchParams.get('ke') === String(to))
})

test('Enter on a dot opens the person, and the map goes on without the script', async () => {
  const { from } = await scene()
  await page.goto(`/talenta/peta?kotak=${from}`)
  await page.locator('.nine-box .cell a[tabindex="0"]').focus()
  await page.keyboard.press('Space')
  await page.locator('.map-walker button').waitFor()
  await page.keyboard.press('Enter')
  await page.waitForURL(url => url.searchParams.has('orang'))
  expect(await page.locator('[aria-label="Pegawai terpilih"]').count()).toBe(1)
  const plain = await (await page.context().request.get(`/talenta/peta?kotak=${from}`)).text()
  expect(plain).toContain('/pindah?siklus=')
})

test('On paper the map is one sheet across with legend, filters, date and rule set, and names nobody', async () => {
  await page.goto('/talenta/peta')
  await page.emulateMedia({ media: 'print' })
  const list = page.locator('#daftar')
  expect(await list.isVisible()).toBe(false)
  expect((await page.locator('.map-paper').allInnerTexts()).join(' ')).toMatch(
    /data per .* aturan .* versi .* Saringan: /,
  )
  expect(await page.locator('.legend').isVisible()).toBe(true)
  const sheet = await page.pdf({ preferCSSPageSize: true })
  expect(sheet.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1)
  await page.emulateMedia({ media: null })
})
