import { expect, test } from 'vitest'
import { noticeText } from '../notice/notice.text.ts'
import { frameText } from '../shell/frame.text.ts'
import { demoRoles, roleWords } from '../shell/role-words.ts'
import { doorLine, signInText } from '../shell/sign-in.text.ts'
import { hrHomeText } from './hr-home.text.ts'
import { leaderHomeText } from './leader-home.text.ts'
import { myPathText } from './my-path.text.ts'
import { plainHomeText } from './plain-home.text.ts'
import { queueText } from './queue.text.ts'
import { waitingText } from './waiting.text.ts'

const sets = {
  frame: frameText,
  door: signInText,
  notices: noticeText,
  queue: queueText,
  waiting: waitingText,
  'my path': myPathText,
  officer: hrHomeText,
  leader: leaderHomeText,
  'other homes': plainHomeText,
}

/** Anything a sentence with parts may be given; sentences about a whole item are read elsewhere. */
const sample = { rater: 'self', name: 'X', day: 30, meeting: 'coaching', reason: null, on: null }

/** Every sentence of a set with its place: texts as they stand, functions called with examples. */
const sentences = (value: unknown, place: string): [string, string][] => {
  if (typeof value === 'string') return [[place, value]]
  if (typeof value === 'function')
    return [1, 2, 'X', sample].flatMap((example): [string, string][] => {
      try {
        return sentences(value(...Array.from({ length: 3 }, () => example)), `${place}()`)
      } catch {
        return []
      }
    })
  if (value && typeof value === 'object')
    return Object.entries(value).flatMap(([key, part]) => sentences(part, `${place}.${key}`))
  return []
}

const indonesian =
  /\b(yang|dan|belum|tidak|untuk|dari|anda|menunggu|orang|sudah|pada|dengan|sampai|jabatan|pegawai|rencana|kesenjangan|butir|siapa|semua|hari|pekan)\b/i
const english = /\b(the|and|not|for|from|you|your|waits?|people|with|until|of|is|are)\b/i

test.for(Object.entries(sets))(
  'Every sentence of the %s is said in both languages, and each in its own',
  ([name, set]) => {
    const id = sentences(set('id'), name)
    const en = sentences(set('en'), name)
    expect(new Set(en.map(([place]) => place))).toEqual(new Set(id.map(([place]) => place)))
    expect(en.filter(([, said]) => said.trim() === '' || indonesian.test(said))).toEqual([])
    expect(id.filter(([, said]) => said.trim() === '' || english.test(said))).toEqual([])
  },
)

test('Every door of the role chooser has its name and its purpose in both languages', () => {
  for (const role of demoRoles)
    for (const locale of ['id', 'en'] as const) {
      expect(roleWords[role][locale]).not.toBe('')
      expect(doorLine(role, locale)).not.toBe('')
    }
})
