import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { expect, it } from 'vitest'
import { readForm } from './read-form.ts'

const left = () => readdirSync(tmpdir()).filter(name => name.startsWith('anyam-form-'))
const long = new Uint8Array(3 * 1024 * 1024).map((_, i) => i % 251)

const sent = () => {
  const form = new FormData()
  form.append('_key', 'k-1')
  form.append('files', new File([long], 'riwayat é “2025”.csv', { type: 'text/csv' }))
  form.append('files', new File(['NIP;Nama\n'], 'kecil.csv'))
  form.append('after', 'ya')
  return new Request('http://anyam.test/data/impor', { method: 'POST', body: form })
}

it('A long form comes as it was sent, its files on the disk until it is let go', async () => {
  const before = left()
  const { form, release } = await readForm(sent())
  expect([...form.keys()]).toEqual(['_key', 'files', 'files', 'after'])
  expect(form.get('_key')).toBe('k-1')
  const [first, second] = form.getAll('files') as File[]
  expect(first.name).toBe('riwayat é “2025”.csv')
  expect(first.type).toBe('text/csv')
  expect(new Uint8Array(await first.arrayBuffer())).toEqual(long)
  expect(await second.text()).toBe('NIP;Nama\n')
  expect(left().length).toBe(before.length + 1)
  await release()
  expect(left()).toEqual(before)
})

it('A body that breaks off is an error and leaves nothing behind', async () => {
  const before = left()
  const whole = sent()
  const bytes = new Uint8Array(await whole.arrayBuffer())
  const broken = new Request(whole.url, {
    method: 'POST',
    headers: { 'content-type': whole.headers.get('content-type') ?? '' },
    body: bytes.subarray(0, bytes.length - 2000),
  })
  await expect(readForm(broken)).rejects.toThrow()
  expect(left()).toEqual(before)
})
