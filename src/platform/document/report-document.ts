/** Yes, no, not known; the words are printed with a shape, never by colour alone. */
export type ReportAnswer = 'ya' | 'tidak' | 'belum'

/** A node of a requirement tree: a group when it has children. */
export type ReportNode = { label: string; fact: string; answer: ReportAnswer; children: ReportNode[] }

export type ReportBlock =
  | { kind: 'heading'; text: string; note?: string }
  | { kind: 'subheading'; text: string }
  | { kind: 'paragraph'; text: string; isQuiet?: boolean }
  | { kind: 'facts'; facts: { term: string; value: string }[] }
  /** `widths`: shares of the line, one a column. The first column names the row. */
  | { kind: 'table'; caption: string; header: string[]; rows: string[][]; widths: number[] }
  | { kind: 'tree'; nodes: ReportNode[] }
  | { kind: 'note'; title: string; text: string; tone: 'plain' | 'due' | 'limits' }
  /** The answer of the whole document, framed. */
  | { kind: 'finding'; title: string; text: string; state: string; facts: { term: string; value: string }[] }
  | { kind: 'code'; label: string; code: string; text: string }

/** A report as data: what `report.typ` prints. Every text is ready to read, numbers and dates already written out. */
export type ReportDocument = {
  /** Title of the file and first heading. */
  title: string
  /** One sentence under the title. */
  scope: string
  /** Whose document: the agency. */
  issuer: string
  /** Line of the letterhead: number and freeze date. */
  letterhead: string
  /** Who may read it: "Terbatas". */
  mark: string
  /** At the right of the letterhead: when and by whom it was printed. */
  printed: string
  /** At the left of each foot: mark, number, verification code. */
  foot: string
  /** Wide tables lie across the sheet. */
  isLandscape?: boolean
  blocks: ReportBlock[]
}
