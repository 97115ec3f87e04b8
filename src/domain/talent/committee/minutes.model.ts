import type { Day } from '#core/values/day.ts'
import type { Choice, Quorum, Seat, Tally } from './session.model.ts'

export type GroupLine = { group: string; value: string; people: string; before: string; after: string }

/** What the minutes (berita acara) say, frozen when the session closes. Signatures stand beside it. */
export type MinutesContent = {
  agency: string
  session: string
  committee: string
  decree: string
  decreedOn: Day
  cycle: string
  heldOn: Day
  openedAt: string | null
  closedAt: string
  rule: { code: string; version: string; legalBasis: string }
  attendance: {
    name: string
    seat: Seat
    state: 'invited' | 'present' | 'absent'
    reason: string | null
    declaredAt: string | null
  }[]
  recusals: { member: string; about: string; why: string }[]
  items: {
    number: number
    kind: 'opening' | 'move' | 'map' | 'other'
    title: string
    person: string | null
    candidate: string | null
    from: number | null
    to: number | null
    decision: Choice
    words: string
    reason: string
    note: string | null
    rounds: Tally[]
    quorum: Pick<Quorum, 'seats' | 'needed' | 'present'> & { entitled: number; recused: number }
    dissents: { name: string; text: string }[]
    decidedAt: string | null
  }[]
  boxes: { box: number; before: number; after: number }[]
  groups: GroupLine[]
  notes: { at: string; text: string; by: string; kind: 'event' | 'note' | 'correction' }[]
}
