import type { Figure, RuleReference, Source } from '#core/figure/figure.ts'
import { formatDay, type Locale } from '#core/text/format.ts'
import { DefinitionList } from '../kit/definition-list.tsx'
import { Note } from '../kit/note.tsx'
import { Section } from '../kit/section.tsx'
import { StateMark } from '../kit/state-mark.tsx'
import { figureText } from './figure.text.ts'
import { explanationHref, FigureValue } from './figure.tsx'
import { boundsWords, figureWords } from './figure-words.ts'
import { MechanismView } from './mechanism-view.tsx'
import '../style/drawings.css'

/** Where the record of a source is shown; null when the reader has no page for it. */
export type HrefOf = (source: { kind: string; id: string }) => string | null

/** Sources of a figure and of everything under it, each once. */
const allSources = (figure: Figure): Source[] => {
  const found = new Map<string, Source>()
  const visit = (f: Figure) => {
    for (const source of f.sources) found.set(`${source.kind} ${source.id}`, source)
    f.parts.forEach(visit)
  }
  visit(figure)
  return [...found.values()]
}

const allRules = (figure: Figure): RuleReference[] => {
  const found = new Map<string, RuleReference>()
  const visit = (f: Figure) => {
    if (f.ruleSet) found.set(`${f.ruleSet.code} ${f.ruleSet.version} ${f.ruleSet.path ?? ''}`, f.ruleSet)
    f.parts.forEach(visit)
  }
  visit(figure)
  return [...found.values()]
}

const allLimits = (figure: Figure): string[] => [...new Set([...figure.limits, ...figure.parts.flatMap(allLimits)])]

const SourceLink = ({ source, locale, hrefOf }: { source: Source; locale: Locale; hrefOf: HrefOf }) => {
  const href = hrefOf(source)
  const text = figureText(locale)
  return (
    <>
      <span>{href ? <a href={href}>{source.label}</a> : source.label}</span>
      <span className="quiet">
        {source.on && formatDay(source.on, 'short', locale)}
        {source.on && source.validUntil && ' · '}
        {source.validUntil && text.validUntil(formatDay(source.validUntil, 'short', locale))}
      </span>
    </>
  )
}

/** One part and, folded, its own explanation down to the record. */
const Part = ({ figure, locale, hrefOf, depth }: { figure: Figure; locale: Locale; hrefOf: HrefOf; depth: number }) => {
  const text = figureText(locale)
  const href = explanationHref(figure)
  const isLeaf =
    figure.parts.length === 0 && (figure.mechanism.kind === 'record' || figure.mechanism.kind === 'parameter')
  return (
    <li>
      <div className="row small-text">
        <b>{figure.label}</b>
        <FigureValue figure={figure} locale={locale} />
        {href && (
          <a className="origin" href={href} aria-label={`${text.openPart} ${figure.label}`}>
            {text.openPart}
          </a>
        )}
      </div>
      {isLeaf ? (
        <>
          {figure.mechanism.kind === 'parameter' && <p className="tiny quiet">{text.how.parameter}</p>}
          {figure.sources.map(source => (
            <p className="tiny row" key={`${source.kind}${source.id}`}>
              <SourceLink source={source} locale={locale} hrefOf={hrefOf} />
            </p>
          ))}
        </>
      ) : (
        <details className="disclosure" open={depth < 2}>
          <summary>{text.how[figure.mechanism.kind]}</summary>
          <MechanismView figure={figure} locale={locale} hrefOf={hrefOf} />
          {figure.parts.length > 0 && (
            <ol className="parts">
              {figure.parts.map((part, i) => (
                <Part key={i} figure={part} locale={locale} hrefOf={hrefOf} depth={depth + 1} />
              ))}
            </ol>
          )}
        </details>
      )}
    </li>
  )
}

/**
 * The whole answer to "Dari mana angka ini?": verdict, arithmetic by mechanism, parts down to records, sources, rules with
 * legal basis and version, day, what is missing and who supplies it, limits. `hrefOf` gives the page of a source.
 */
export const FigureExplanation = ({
  figure,
  locale = 'id',
  hrefOf = () => null,
}: {
  figure: Figure
  locale?: Locale
  hrefOf?: HrefOf
}) => {
  const text = figureText(locale)
  const sources = allSources(figure)
  const rules = allRules(figure)
  const limits = allLimits(figure)
  const { interval } = figure
  const value =
    figure.state === 'partial'
      ? (boundsWords(figure, locale) ?? text.unknown)
      : figureWords({ ...figure, state: 'known' }, locale)
  return (
    <article className="explain">
      <div className="soft">
        <p className="tiny quiet">{figure.label}</p>
        <p className="lead">
          <FigureValue figure={figure} locale={locale} />
        </p>
        <p className="gap-2">{text.verdict[figure.state](value)}</p>
        <p className="small-text quiet">{text.how[figure.mechanism.kind]}</p>
        {interval && figure.mechanism.kind !== 'model' && (
          <p className="small-text">
            {text.interval}: {figureWords({ ...figure, state: 'known', value: interval.low }, locale, false)}–
            {figureWords({ ...figure, state: 'known', value: interval.high }, locale)}
          </p>
        )}
      </div>
      {figure.needs.length > 0 && (
        <Section title={text.needs}>
          <ul className="lines pairs">
            {figure.needs.map((need, i) => (
              <li key={i}>
                <StateMark state="unknown">{need.what}</StateMark>
                <b>{need.who}</b>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={text.parts}>
        <MechanismView figure={figure} locale={locale} hrefOf={hrefOf} />
        {figure.parts.length > 0 ? (
          <ol className="parts gap-3">
            {figure.parts.map((part, i) => (
              <Part key={i} figure={part} locale={locale} hrefOf={hrefOf} depth={1} />
            ))}
          </ol>
        ) : (
          (figure.mechanism.kind === 'record' || figure.mechanism.kind === 'parameter') && (
            <p className="small-text quiet">{text.noParts}</p>
          )
        )}
      </Section>
      {sources.length > 0 && (
        <Section title={text.sources} note={String(sources.length)}>
          <ul className="lines pairs">
            {sources.map(source => (
              <li key={`${source.kind}${source.id}`}>
                <SourceLink source={source} locale={locale} hrefOf={hrefOf} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={text.rule}>
        {rules.map(rule => (
          <div className="gap-2" key={`${rule.code}${rule.version}${rule.path}`}>
            <DefinitionList
              facts={[
                { term: text.ruleSet, value: rule.path ? `${rule.code} · ${rule.path}` : rule.code },
                { term: text.version, value: rule.version },
                ...(rule.legalBasis ? [{ term: text.legalBasis, value: rule.legalBasis }] : []),
              ]}
            />
          </div>
        ))}
        <div className="gap-2">
          <DefinitionList facts={[{ term: text.asOf, value: formatDay(figure.asOf, 'long', locale) }]} />
        </div>
      </Section>
      {limits.length > 0 && (
        <Section>
          <Note tone="limits" title={text.limits}>
            {limits.map(limit => (
              <p key={limit}>{limit}</p>
            ))}
          </Note>
        </Section>
      )}
    </article>
  )
}
