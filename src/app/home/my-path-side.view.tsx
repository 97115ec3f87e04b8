import { href } from 'react-router'
import { formatDay, formatNumber } from '#core/text/format.ts'
import type { Role } from '#platform/access/actor.ts'
import { explanationHref, Figure } from '#ui/figure/figure.tsx'
import { FigureInWords } from '#ui/figure/figure-in-words.tsx'
import { Chip } from '#ui/kit/chip.tsx'
import { LevelCells, levelWord } from '#ui/kit/levels.tsx'
import { StackBar } from '#ui/kit/meter.tsx'
import { Section } from '#ui/kit/section.tsx'
import { Said, useLocale } from '#ui/locale.ts'
import { actionWord } from '../settings/action-words.ts'
import { roleWords } from '../shell/role-words.ts'
import { developmentWords } from './development-words.ts'
import { momentWords } from './moment.ts'
import type { MyPathData } from './my-path.read.ts'
import { myPathText } from './my-path.text.ts'

const LearningHours = ({ jp, year }: { jp: MyPathData['jp']; year: number }) => {
  const locale = useLocale()
  const text = myPathText(locale)
  const number = (value: number) => formatNumber(value, { digits: 1, locale })
  const tones = ['plain', 'two', 'three'] as const
  return (
    <Section title={text.jpYear(year)}>
      <Figure
        figure={jp.counted}
        size="lead"
        unitWord={jp.target === null ? text.jp : jp.isCeiling ? text.jpAtMost(jp.target) : text.jpOf(jp.target)}
      />
      <StackBar
        label={text.jpBar(number(Number(jp.counted.value ?? 0)), number(jp.planned))}
        mark={
          jp.target === null
            ? undefined
            : { value: jp.target, label: jp.isCeiling ? text.limit(jp.target) : text.duty(jp.target) }
        }
        max={(jp.target ?? 0) * 1.5}
        parts={[
          ...jp.forms.map(({ form, value }, i) => ({ label: text.forms[form], value, tone: tones[i] })),
          ...(jp.planned > 0 ? [{ label: text.planned, value: jp.planned, tone: 'open' as const }] : []),
        ]}
      />
    </Section>
  )
}

const Gaps = ({ gaps, employeeId }: { gaps: MyPathData['gaps']; employeeId: string }) => {
  const locale = useLocale()
  const text = myPathText(locale)
  return (
    <Section
      title={text.gaps}
      end={<a href={href('/kompetensi/kesenjangan/:employeeId', { employeeId })}>{text.all}</a>}
    >
      {gaps.length === 0 ? (
        <p className="small-text quiet">{text.noStandard}</p>
      ) : (
        <ul className="gap-list">
          {gaps.slice(0, 5).map(gap => {
            const held = gap.level.value === null ? null : Number(gap.level.value)
            const isExpired = gap.level.state === 'expired'
            return (
              <li key={gap.code}>
                <b>
                  <Said>{gap.name}</Said>
                </b>
                <LevelCells required={gap.required} held={held} expired={isExpired} />
                <span className="gap-word">
                  <FigureInWords words={levelWord(gap.required, held, isExpired, locale)} figure={gap.gap} />
                </span>
                <span className="gap-sources">
                  {gap.sources.length === 0
                    ? text.waitsForAssessment
                    : gap.sources.slice(0, 2).map(source => (
                        <Chip key={source.name + source.on} tone={source.isExpired ? 'expired' : 'plain'}>
                          <span>
                            <Said>{source.name}</Said>:{' '}
                            {explanationHref(gap.level) ? (
                              <a href={explanationHref(gap.level) ?? undefined}>{source.level}</a>
                            ) : (
                              source.level
                            )}
                            , {formatDay(source.on, 'month', locale)}
                          </span>
                        </Chip>
                      ))}
                </span>
              </li>
            )
          })}
        </ul>
      )}
    </Section>
  )
}

/** What explains the path: hours, gaps, the development message, who looked, where to object. */
export const Side = ({ data }: { data: MyPathData }) => {
  const locale = useLocale()
  const text = myPathText(locale)
  const { message, looks } = data
  return (
    <>
      <LearningHours jp={data.jp} year={data.year} />
      <Gaps gaps={data.gaps} employeeId={data.employeeId} />
      {message && (
        <section className="soft gap-5">
          <h3>{text.message}</h3>
          <p className="small-text gap-1">
            <Said>{developmentWords(message)}</Said>
          </p>
          <p className="small-text gap-2">
            <a href={`/talenta/peta/${data.employeeId}/mengapa`}>{text.fullResult}</a>
          </p>
        </section>
      )}
      {data.mayAim && (
        <ul className="small-text gap-3 side-links">
          <li>
            <a href={href('/jalur/rencana-karier')}>{text.careerPlan}</a>
          </li>
          {data.hasInterviews && (
            <li>
              <a href={href('/jalur/wawancara')}>{text.interviews}</a>
            </li>
          )}
          {data.hasNominations && (
            <li>
              <a href={href('/jalur/usulan')}>{text.nominations}</a>
            </li>
          )}
          {data.hasFeedback && (
            <li>
              <a href={href('/jalur/umpan-balik')}>{text.feedback}</a>
            </li>
          )}
          {data.hasValues && (
            <li>
              <a href={href('/jalur/nilai')}>{text.values}</a>
            </li>
          )}
        </ul>
      )}
      <Section title={text.looks} end={<a href={href('/hak-saya')}>{text.allLooks}</a>}>
        {looks.length === 0 ? (
          <p className="small-text quiet">{text.noLooks}</p>
        ) : (
          <ul className="looks">
            {looks.map((look, i) => (
              <li key={i}>
                <b>{look.actorName}</b>
                <span className="tiny faint">{momentWords(look.at, data.zone, locale)}</span>
                <span className="quiet tiny">
                  {roleWords[look.role as Role]?.[locale] ?? look.role} ·{' '}
                  {locale === 'id' ? actionWord(look.action).toLowerCase() : text.looked}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <section className="section">
        <div className="note">
          <h3>{text.wrong}</h3>
          <p className="small-text quiet">{text.wrongWhy}</p>
          <div className="row gap-3">
            <a className="button" href={href('/hak-saya')}>
              {text.askCorrection}
            </a>
            {data.mayObject && (
              <a className="button" href="/talenta/sanggah/baru">
                {text.object}
              </a>
            )}
          </div>
        </div>
      </section>
    </>
  )
}
