import { addDays } from '#core/values/day.ts'
import type { CareerRecord } from '../records.ts'

/** SIASN gives no last day of a post: it is the day before the person's next definitive post; the last one stays open. */
export const closeOpenPosts = (rows: { record: { type: string } }[]): void => {
  const byPerson = new Map<string, CareerRecord[]>()
  for (const { record } of rows) {
    if (!isCareer(record) || record.assignment !== 'Definitif') continue
    byPerson.set(record.nip, [...(byPerson.get(record.nip) ?? []), record])
  }
  for (const posts of byPerson.values()) {
    posts.sort((a, b) => a.startsOn.localeCompare(b.startsOn))
    posts.forEach((post, i) => {
      const next = posts[i + 1]
      if (post.endsOn === null && next && next.startsOn > post.startsOn) post.endsOn = addDays(next.startsOn, -1)
    })
  }
}

const isCareer = (record: { type: string }): record is CareerRecord => record.type === 'career'
