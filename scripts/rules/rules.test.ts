import { globSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Compute, examplesOf, failedExamples, loadRules } from '#platform/rules/load-rules.ts'

const root = path.resolve(import.meta.dirname, '../..')
const book = loadRules()
const areas = [...new Set([...book.keys()].map(subject => subject.split('/')[0]))].sort()

/** Every function that a rule's example may name: all rooms' compute records together. */
const compute: Record<string, Compute> = {}
for (const file of globSync('src/**/*.compute.ts', { cwd: root })) {
  const module = (await import(path.join(root, file))) as Record<string, Record<string, Compute>>
  for (const [name, record] of Object.entries(module)) if (name.endsWith('Compute')) Object.assign(compute, record)
}

describe('The rules', () => {
  it('all load: each with its dates, legal basis, day of confirmation and certainty', () => {
    expect(book.size).toBeGreaterThan(10)
  })

  it.each(areas)('of %s give in their worked examples what the examples say', area => {
    expect(failedExamples(examplesOf(area), compute)).toEqual([])
  })

  it('have worked examples that are really run', () => {
    expect(areas.flatMap(area => examplesOf(area)).length).toBeGreaterThan(10)
  })
})
