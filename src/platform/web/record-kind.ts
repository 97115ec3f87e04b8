/** A record at the end of a figure's chain: its table, its words, and whose it is. */
export type RecordKind = {
  table: string
  title: string
  /** Column with the person the record is about; null for records about nobody. */
  person: string | null
  /** Shown columns in their order, with their words. */
  fields: Record<string, string>
  /** Key columns when a record has no `id`; its address joins their values with `~`. */
  keys?: readonly string[]
}

/** Kinds of one room, by the name sources use: `room.thing`; its table is `room.things` unless said otherwise. */
export type RecordKinds = Readonly<Record<string, RecordKind>>
