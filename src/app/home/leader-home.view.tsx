import { Fragment } from 'react'
import { formatDay, formatNumber, formatRupiahShort, type Locale } from '#core/text/format.ts'
import type { Day } from '#core/values/day.ts'
import { benchNumbers, unknownFigure, vacancyFigure } from '#domain/succession/bench/bench-words.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { FigureInWords } from '#ui/figure/figure-in-words.tsx'
import { Recorded } from '#ui/figure/recorded.tsx'
import { Chip } from '#ui/kit/chip.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { Bar } from '#ui/kit/meter.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section, TwoColumn } from '#ui/kit/section.tsx'
import { Said, useLocale } from '#ui/locale.ts'
import type { LeaderHomeData } from './leader-home.read.ts'
import { leaderHomeText } from './leader-home.text.ts'

type Words = ReturnType<typeof leaderHomeText>
type Risk = LeaderHomeData['risks'][number]

/** Likelihood times impact, in words; not known is a rank of its own. */
const riskOf = (risk: Risk, text: Words): { word: string; tone: 'risk' | 'plain' | 'unknown' } => {
  if (risk.likelihood === null || risk.impact === null || risk.state === 'belumLengkap')
    return { word: text.risk.unknown, tone: 'unknown' }
  const score = risk.likelihood * risk.impact
  if (score >= 20) return { word: text.risk.veryHigh, tone: 'risk' }
  if (score >= 12) return { word: text.risk.high, tone: 'risk' }
  return { word: score >= 6 ? text.risk.middle : text.risk.low, tone: 'plain' }
}

const benchWords = (risk: Risk, on: Day, text: Words) => {
  const counts = benchNumbers({ ...risk, position_id: risk.id })
  const parts = [
    {
      words: text.vacancy({ reason: risk.vacancy_reason, on: risk.vacant_on }, on),
      figure: vacancyFigure(risk.id, risk.vacant_on, on),
    },
    { words: risk.ready_now === 0 ? text.noneReady : text.ready(risk.ready_now), figure: counts.now },
    ...(risk.unknown > 0
      ? [{ words: text.incomplete(risk.unknown), figure: unknownFigure({ ...risk, position_id: risk.id }) }]
      : []),
  ]
  return parts.map((part, i) => (
    <Fragment key={part.words}>
      {i > 0 && ', '}
      <FigureInWords {...part} />
    </Fragment>
  ))
}

/** What waits, in the words of its kind. */
const decisionWords = (decision: LeaderHomeData['decisions'][number], text: Words, locale: Locale) => {
  switch (decision.kind) {
    case 'dossier':
      return {
        title: <Said>{decision.position}</Said>,
        why: (
          <>
            <Said>{decision.recommendation}</Said> {text.dossier(decision.number)}
          </>
        ),
        verb: text.openDossier,
        href: `/keputusan/${decision.id}`,
      }
    case 'scenario':
      return {
        title: text.scenario(decision.year, decision.name),
        why: text.composed(decision.by),
        verb: text.review,
        href: `/diklat/penyusun/${decision.id}`,
      }
    case 'target':
      return {
        title: text.target(decision.name),
        why: text.targetWhy(formatDay(decision.startsOn, 'long', locale)),
        verb: text.openProgramme,
        href: `/diklat/program/${decision.id}`,
      }
    case 'policy':
      return {
        title: text.policy(decision.code, decision.version),
        why: text.policyWhy(decision.by, formatDay(decision.validFrom, 'long', locale)),
        verb: text.review,
        href: `/talenta/aturan/${decision.id}`,
      }
  }
}

/** Beranda pimpinan: five figures, decisions, risks; one sheet on paper. */
export const LeaderHome = ({ data }: { data: LeaderHomeData }) => {
  const locale = useLocale()
  const text = leaderHomeText(locale)
  const number = (n: number) => formatNumber(n, { locale })
  const money = (figure: { value: unknown }) => formatRupiahShort(Number(figure.value), locale)
  const millions = (id: string, value: number | null) =>
    value === null ? (
      text.notReported
    ) : (
      <Recorded kind="planning.budget-line" id={id}>
        {number(Math.round(value / 1e6))}
      </Recorded>
    )
  const { budget, decisions, risks, outcome } = data
  const share = (part: { value: unknown } | null, whole: { value: unknown } | null) =>
    part && whole && Number(whole.value) > 0 ? Number(part.value) / Number(whole.value) : null
  return (
    <>
      <PageHead
        title={decisions.length === 0 ? text.nothing : text.title(decisions.length)}
        scope={
          <>
            {data.agency}, <Figure figure={data.people} asLink />. {formatDay(data.on, 'long', locale)}.
          </>
        }
      />
      <ul className="five">
        <li>
          <h2>{text.withoutReady}</h2>
          <Figure
            figure={data.withoutReady}
            size="lead"
            unitWord={
              data.key && (
                <>
                  {text.of} <Figure figure={data.key} unit={false} asLink />
                </>
              )
            }
            compare={Number(data.key?.value ?? 0) === 0 ? text.noKey : text.fewer}
          />
          {data.key && <Bar share={share(data.withoutReady, data.key)} label={text.withoutReady} tone="due" />}
        </li>
        <li>
          <h2>{text.vacant}</h2>
          <Figure
            figure={data.vacant}
            size="lead"
            unitWord={
              data.key && (
                <>
                  {text.of} <Figure figure={data.key} unit={false} asLink />
                </>
              )
            }
            compare={text.until(
              formatDay(`${Number(data.on.slice(0, 4)) + 1}${data.on.slice(4)}` as Day, 'long', locale),
            )}
          />
          {data.key && <Bar share={share(data.vacant, data.key)} label={text.vacant} tone="due" />}
        </li>
        <li>
          <h2>{text.pool}</h2>
          <Figure
            figure={data.pool}
            size="lead"
            unitWord={
              data.inCycle && (
                <>
                  {text.of} <Figure figure={data.inCycle} unit={false} asLink />
                </>
              )
            }
            compare={
              data.cycleName ? (
                <>
                  {text.poolOf} <Said>{data.cycleName}</Said>.
                </>
              ) : (
                text.noCycle
              )
            }
          />
          {data.inCycle && <Bar share={share(data.pool, data.inCycle)} label={text.pool} />}
        </li>
        <li>
          <h2>{text.absorbed(budget?.year ?? null)}</h2>
          <Figure
            figure={data.absorption}
            size="lead"
            compare={budget && text.absorbedOf(money(budget.realised), money(budget.amount), money(budget.committed))}
          />
          {budget && <Bar share={share(budget.realised, budget.amount)} label={text.absorbedShare} />}
        </li>
        <li>
          <h2>{outcome?.effect ? <Said>{outcome.effect.label}</Said> : text.impact}</h2>
          <Figure
            figure={data.effect}
            size="lead"
            compare={
              outcome ? (
                <>
                  <Said>{outcome.name}</Said>, {text.compared}
                  {outcome.others.length > 0 && text.inconclusive(outcome.others.join('; '))}{' '}
                  {data.mayOpenEvaluation && <a href={`/evaluasi/${outcome.programmeId}`}>{text.readLimits}</a>}
                </>
              ) : (
                text.noEvaluation
              )
            }
          />
        </li>
      </ul>
      <TwoColumn
        side={
          <Section title={text.risks} end={data.key && <a href="/suksesi">{text.positions(data.key.value)}</a>}>
            {risks.length === 0 ? (
              <p className="small-text quiet">{data.key ? text.noBenches : text.noModule}</p>
            ) : (
              <ul className="risks">
                {risks.map(risk => {
                  const { word, tone } = riskOf(risk, text)
                  return (
                    <li key={risk.id}>
                      <b>
                        <Said>{risk.name}</Said>
                      </b>
                      <Chip tone={tone}>{word}</Chip>
                      <span className="quiet">{benchWords(risk, data.on, text)}</span>
                    </li>
                  )
                })}
              </ul>
            )}
          </Section>
        }
      >
        <Section title={text.decisions}>
          {decisions.length === 0 ? (
            <p className="quiet">{text.noDecisions}</p>
          ) : (
            <ul className="waiting">
              {decisions.map((decision, i) => {
                const words = decisionWords(decision, text, locale)
                return (
                  <li key={decision.id}>
                    <b>{words.title}</b>
                    <span className="small-text quiet">{words.why}</span>
                    <a className={i === 0 ? 'button primary' : 'button'} href={words.href}>
                      {words.verb}
                      <span className="sr">: {words.title}</span>
                    </a>
                  </li>
                )
              })}
            </ul>
          )}
        </Section>
        {budget && (
          <Section title={text.budget} note={text.inMillions} end={<a href="/diklat/anggaran">{text.allLines}</a>}>
            <DataTable
              caption={text.budgetCaption}
              captionHidden
              rows={budget.lines}
              rowKey={line => line.id}
              columns={[
                {
                  key: 'activity',
                  header: text.line,
                  cell: line => (
                    <>
                      <Said>{line.activity}</Said>
                      {line.unit && (
                        <SubLine>
                          <Said>{line.unit}</Said>
                        </SubLine>
                      )}
                    </>
                  ),
                },
                { key: 'amount', header: text.amount, number: true, cell: line => millions(line.id, line.amount) },
                {
                  key: 'committed',
                  header: text.committed,
                  number: true,
                  cell: line => millions(line.id, line.committed),
                },
                {
                  key: 'realised',
                  header: text.realised,
                  number: true,
                  cell: line => millions(line.id, line.realised),
                },
              ]}
              foot={[
                text.total,
                <Figure key="a" figure={budget.amount} asLink />,
                <Figure key="c" figure={budget.committed} asLink />,
                <Figure key="r" figure={budget.realised} asLink />,
              ]}
            />
          </Section>
        )}
      </TwoColumn>
    </>
  )
}
