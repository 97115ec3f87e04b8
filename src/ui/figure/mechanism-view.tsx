import type { ReactNode } from 'react'
import { type Figure, type FigureValue, isKnown, type Mechanism } from '#core/figure/figure.ts'
import { bandIndex } from '#core/figure/mechanisms.ts'
import { formatDay, formatList, formatNumber, formatShare, type Locale } from '#core/text/format.ts'
import { DefinitionList } from '../kit/definition-list.tsx'
import { Tree, type TreeNode } from '../kit/tree.tsx'
import { Waterfall } from '../kit/waterfall.tsx'
import { figureText } from './figure.text.ts'
import { FigureValue as Printed } from './figure.tsx'
import { figureWords, valueWords } from './figure-words.ts'

type View<K extends Mechanism['kind']> = {
  figure: Figure
  mechanism: Extract<Mechanism, { kind: K }>
  locale: Locale
  hrefOf: (source: { kind: string; id: string }) => string | null
}

const nothing = '–'
/** A region that scrolls must be reachable by key. */
const focusable = { tabIndex: 0 }
const words = (figure: Figure | undefined, locale: Locale) => (figure ? figureWords(figure, locale, false) : nothing)
const say = (value: FigureValue, figure: Figure | undefined, locale: Locale) =>
  figure && typeof value === 'number'
    ? valueWords(value, { ...figure, cuts: undefined }, locale, false)
    : valueWords(value, { unit: 'text' }, locale)

/** One line of arithmetic: "78,50 ÷ 90,00 = 0,87". */
const Line = ({ children }: { children: ReactNode }) => <p className="arithmetic gap-2">{children}</p>

const WeightedSumView = ({ figure, mechanism, locale, hrefOf }: View<'weighted-sum'>) => (
  <Waterfall
    cuts={figure.cuts ?? []}
    total={isKnown(figure) ? Number(figure.value) : null}
    verdict={isKnown(figure) ? undefined : <Printed figure={figure} locale={locale} />}
    rows={figure.parts.map((part, i) => {
      const source = part.sources[0] ?? part.parts[0]?.sources[0]
      const href = source ? hrefOf(source) : null
      const input = part.parts[0]
      return {
        label: part.label,
        note: input ? `${input.label}: ${words(input, locale)}` : undefined,
        weight: mechanism.weights[i],
        value: isKnown(part) ? Number(part.value) : null,
        valueWords: words(part, locale),
        due: part.state === 'expired',
        source: source ? (
          <>
            {href ? (
              <a className="origin" href={href}>
                {source.label}
              </a>
            ) : (
              <span className="tiny">{source.label}</span>
            )}
            {source.validUntil && (
              <span className="tiny quiet">
                {figureText(locale).validUntil(formatDay(source.validUntil, 'short', locale))}
              </span>
            )}
          </>
        ) : undefined,
      }
    })}
  />
)

/** What a view needs that reads only the parts. */
type Parts = { figure: Figure; locale: Locale }

/** A op b op c = result, with each part named. */
const Chain = ({ figure, locale, sign }: Parts & { sign: string }) => (
  <Line>
    {figure.parts.map(part => words(part, locale)).join(` ${sign} `)} = {words(figure, locale)}
  </Line>
)

const Extreme = ({ figure, locale }: Parts) => (
  <Line>
    {figureText(locale).how[figure.mechanism.kind]} {figure.parts.map(part => words(part, locale)).join('; ')} →{' '}
    {words(figure, locale)}
  </Line>
)

const MeanView = ({ figure, locale }: Parts) => (
  <Line>
    ({figure.parts.map(part => words(part, locale)).join(' + ')}) ÷ {figure.parts.length} = {words(figure, locale)}
  </Line>
)

const RatioView = ({ figure, mechanism, locale }: View<'ratio'>) => (
  <Line>
    {mechanism.factor !== undefined &&
      mechanism.factor !== 1 &&
      `${formatNumber(mechanism.factor, { digits: 4, locale })} × `}
    {words(figure.parts[0], locale)} ÷ {words(figure.parts[1], locale)} = {words(figure, locale)}
  </Line>
)

const PositivePartView = ({ figure, locale }: Parts) => (
  <Line>
    {words(figure.parts[0], locale)} − {words(figure.parts[1], locale)} = {words(figure, locale)} (
    {figureText(locale).least} 0)
  </Line>
)

const CapView = ({ figure, mechanism, locale }: View<'cap'>) => (
  <Line>
    {words(figure.parts[0], locale)}; {figureText(locale).cap} {formatNumber(mechanism.limit, { digits: 2, locale })} ={' '}
    {words(figure, locale)}
  </Line>
)

const Table = ({
  caption,
  head,
  rows,
}: {
  caption: string
  head: [string, string]
  rows: { input: ReactNode; result: ReactNode; isChosen: boolean; chosenWord: string }[]
}) => (
  <table className="table">
    <caption className="sr">{caption}</caption>
    <thead>
      <tr>
        <th scope="col">{head[0]}</th>
        <th scope="col">{head[1]}</th>
      </tr>
    </thead>
    <tbody>
      {rows.map((row, i) => (
        <tr key={i} className={row.isChosen ? 'chosen' : undefined} aria-current={row.isChosen ? 'true' : undefined}>
          <th scope="row">
            {row.input}
            {row.isChosen && <span className="chip known"> {row.chosenWord}</span>}
          </th>
          <td>{row.result}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

const LookupView = ({ figure, mechanism, locale }: View<'lookup'>) => {
  const text = figureText(locale)
  const [input] = figure.parts
  return (
    <Table
      caption={text.how.lookup}
      head={[input?.label ?? text.input, text.result]}
      rows={Object.entries(mechanism.table).map(([key, value]) => ({
        input: key,
        result: say(value, figure, locale),
        isChosen: !!input && isKnown(input) && String(input.value) === key,
        chosenWord: text.chosen,
      }))}
    />
  )
}

const BandView = ({ figure, mechanism, locale }: View<'band'>) => {
  const text = figureText(locale)
  const [input] = figure.parts
  const { cuts, values } = mechanism
  const chosen = input && isKnown(input) ? bandIndex(Number(input.value), cuts) : null
  const cut = (i: number) => formatNumber(cuts[i], { digits: 2, locale })
  return (
    <>
      <Line>
        {input?.label}: {words(input, locale)} → {words(figure, locale)}
      </Line>
      <Table
        caption={text.how.band}
        head={[text.range, text.result]}
        rows={values.map((value, i) => ({
          input:
            i === 0
              ? text.below(cut(0))
              : i === cuts.length
                ? text.above(cut(i - 1))
                : text.between(cut(i - 1), cut(i)),
          result: say(value, figure, locale),
          isChosen: chosen === i,
          chosenWord: text.chosen,
        }))}
      />
    </>
  )
}

const MatrixView = ({ figure, mechanism, locale }: View<'matrix'>) => {
  const [row, column] = figure.parts
  const columns = [...new Set(Object.values(mechanism.table).flatMap(Object.keys))]
  const isChosen = (r: string, c: string) =>
    isKnown(row) && isKnown(column) && String(row.value) === r && String(column.value) === c
  const text = figureText(locale)
  return (
    <section className="scroll" {...focusable} aria-label={text.how.matrix}>
      <table className="table">
        <caption className="sr">
          {row.label}, {column.label}
        </caption>
        <thead>
          <tr>
            <th scope="col">
              {row.label} / {column.label}
            </th>
            {columns.map(c => (
              <th scope="col" key={c}>
                {c}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Object.entries(mechanism.table).map(([r, cells]) => (
            <tr key={r}>
              <th scope="row">{r}</th>
              {columns.map(c => (
                <td
                  key={c}
                  className={isChosen(r, c) ? 'chosen' : undefined}
                  aria-current={isChosen(r, c) ? 'true' : undefined}
                >
                  {Object.hasOwn(cells, c) ? say(cells[c], figure, locale) : nothing}
                  {isChosen(r, c) && <span className="chip known"> {text.chosen}</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const CountView = ({ mechanism, locale }: View<'count'>) => {
  const text = figureText(locale)
  const shown = mechanism.members.slice(0, 50)
  return (
    <>
      <DefinitionList
        facts={[
          { term: text.counted, value: mechanism.of },
          { term: text.filter, value: mechanism.filter },
          { term: text.result, value: formatNumber(mechanism.members.length, { locale }) },
        ]}
      />
      {shown.length > 0 && (
        <details className="disclosure">
          <summary>{text.members(shown.length, mechanism.members.length)}</summary>
          <p className="small-text quiet">{shown.join(', ')}</p>
        </details>
      )}
    </>
  )
}

/** What a condition asks for: "paling sedikit 80". */
const requirementWords = (
  mechanism: Extract<Mechanism, { kind: 'condition' }>,
  fact: Figure | undefined,
  locale: Locale,
) => {
  const text = figureText(locale)
  const list = (Array.isArray(mechanism.against) ? mechanism.against : [mechanism.against]).map(v =>
    say(v, fact, locale),
  )
  switch (mechanism.operator) {
    case 'at-least':
      return `${text.least} ${list[0]}`
    case 'at-most':
      return `${text.most} ${list[0]}`
    case 'equals':
      return `${text.equals} ${list[0]}`
    case 'one-of':
      return `${text.oneOf} ${formatList(list, locale)}`
    case 'none-of':
      return `${text.noneOf} ${formatList(list, locale)}`
  }
}

const ConditionView = ({ figure, mechanism, locale }: View<'condition'>) => {
  const text = figureText(locale)
  return (
    <DefinitionList
      facts={[
        { term: text.fact, value: `${figure.parts[0]?.label}: ${words(figure.parts[0], locale)}` },
        { term: text.requirement, value: requirementWords(mechanism, figure.parts[0], locale) },
        { term: text.result, value: <Printed figure={figure} locale={locale} /> },
      ]}
    />
  )
}

/** A yes/no figure as a leaf or a group of the tree of requirements. */
const nodeOf = (figure: Figure, locale: Locale): TreeNode => {
  const text = figureText(locale)
  const { mechanism, parts } = figure
  const answer = isKnown(figure) ? figure.value === true : null
  const rule =
    mechanism.kind === 'all-of'
      ? text.how['all-of']
      : mechanism.kind === 'any-of'
        ? text.how['any-of']
        : mechanism.kind === 'at-least'
          ? text.atLeastOf(mechanism.minimum, parts.length)
          : undefined
  if (rule) return { label: figure.label, answer, rule, children: parts.map(part => nodeOf(part, locale)) }
  const fact = parts[0] ?? figure
  return {
    label: figure.label,
    answer,
    fact:
      mechanism.kind === 'condition' ? (
        <>
          {words(fact, locale)} ({requirementWords(mechanism, fact, locale)})
        </>
      ) : (
        (figure.sources[0]?.label ?? words(fact, locale))
      ),
    fix:
      answer === true || figure.needs.length === 0
        ? undefined
        : figure.needs.map(need => `${need.what}: ${text.waitingFor(need.who)}`).join('; '),
  }
}

const LogicView = ({ figure, locale }: Parts) => <Tree nodes={[nodeOf(figure, locale)]} label={figure.label} />

const ValidityView = ({ figure, mechanism, locale }: View<'validity'>) => {
  const text = figureText(locale)
  return (
    <DefinitionList
      facts={[
        { term: figure.parts[0]?.label ?? text.value, value: words(figure.parts[0], locale) },
        {
          term: text.asOf,
          value: formatDay(figure.asOf, 'long', locale),
        },
        {
          term: text.result,
          value: mechanism.until ? text.validUntil(formatDay(mechanism.until, 'long', locale)) : text.noEnd,
        },
      ]}
    />
  )
}

const sizeOf = (input: unknown): number =>
  Array.isArray(input)
    ? input.length
    : input !== null && typeof input === 'object'
      ? Math.max(
          Object.keys(input).length > 0 ? 1 : 0,
          ...Object.values(input).map(v => (Array.isArray(v) ? v.length : 0)),
        )
      : input === null || input === undefined
        ? 0
        : 1

const ModelView = ({ figure, mechanism, locale }: View<'model'>) => {
  const text = figureText(locale)
  const { interval } = figure
  const number = (v: number) => valueWords(v, figure, locale, false)
  return (
    <>
      <DefinitionList
        facts={[
          { term: text.model, value: mechanism.name },
          { term: text.inputSize, value: text.inputRows(sizeOf(mechanism.input)) },
          ...(mechanism.seed === undefined ? [] : [{ term: text.seed, value: String(mechanism.seed) }]),
          { term: text.location, value: mechanism.path },
          ...(interval
            ? [
                {
                  term: text.interval,
                  value: text.intervalText(
                    number(interval.low),
                    number(interval.high),
                    formatShare(interval.level, 0, locale),
                    interval.method,
                  ),
                },
              ]
            : []),
        ]}
      />
      {mechanism.parameters !== undefined && (
        <details className="disclosure">
          <summary>{text.input}</summary>
          <pre className="small-text">{JSON.stringify(mechanism.parameters, null, 1)}</pre>
        </details>
      )}
    </>
  )
}

/** A view that takes any mechanism of its kind; one entry per kind, so that none is forgotten. */
const views: { [K in Mechanism['kind']]: ((view: View<K>) => ReactNode) | null } = {
  record: null,
  parameter: null,
  'weighted-sum': WeightedSumView,
  sum: view => <Chain {...view} sign="+" />,
  minimum: Extreme,
  maximum: Extreme,
  mean: MeanView,
  product: view => <Chain {...view} sign="×" />,
  difference: view => <Chain {...view} sign="−" />,
  'positive-part': PositivePartView,
  ratio: RatioView,
  lookup: LookupView,
  band: BandView,
  cap: CapView,
  count: CountView,
  condition: ConditionView,
  'all-of': LogicView,
  'any-of': LogicView,
  'at-least': LogicView,
  validity: ValidityView,
  matrix: MatrixView,
  model: ModelView,
}

/** How the value follows from its parts, with the arithmetic printed. */
export const MechanismView = ({
  figure,
  locale,
  hrefOf,
}: {
  figure: Figure
  locale: Locale
  hrefOf: View<'sum'>['hrefOf']
}) => {
  const view = views[figure.mechanism.kind] as ((view: View<Mechanism['kind']>) => ReactNode) | null
  return view ? view({ figure, mechanism: figure.mechanism, locale, hrefOf }) : null
}
