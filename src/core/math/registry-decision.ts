import type { ComputeEntry } from './compute-entry.ts'
import { Ask, refuse, requireColumns } from './compute-input.ts'
import { distinctDepth } from './distinct-depth.ts'
import { dominoChain } from './domino-chain.ts'
import { facilitatorLoad } from './facilitator-load.ts'
import { brierScore, intervalCoverage } from './forecast-honesty.ts'
import { formatUncertain } from './format-uncertain.ts'
import { optimalMatching, stableMatching } from './matching.ts'
import { coverage, positionRisk } from './position-risk.ts'
import { betaPosterior, learnEffects, recommendModules } from './recommend-modules.ts'

const chance = { min: 0, max: 1 }

/** Depth, chain, recommendation, matching, words. */
export const decisionEntries: Record<string, ComputeEntry> = {
  distinctDepth: {
    describe: 'Jabatan kunci yang dapat diisi serentak oleh orang berbeda; CSV: position, person.',
    example: `anyam compute distinctDepth '{"positions":[{"position":"P1","ready":["a","b"]},{"position":"P2","ready":["a"]}]}'`,
    listAs: 'positions',
    fromJson: p =>
      distinctDepth(new Ask(p).objects('positions', a => ({ position: a.text('position'), ready: a.texts('ready') }))),
    fromCsv: rows => {
      requireColumns(rows, ['position', 'person'])
      const by = new Map<string, string[]>()
      for (const r of rows)
        by.set(r.position!, [...(by.get(r.position!) ?? []), ...(r.person!.trim() ? [r.person!.trim()] : [])])
      return distinctDepth([...by.entries()].map(([position, ready]) => ({ position, ready })))
    },
  },
  positionRisk: {
    describe: 'Urutan risiko jabatan kunci.',
    example: `anyam compute positionRisk '{"positions":[{"position":"P1","p":0.7,"impact":4,"readyNow":1}]}'`,
    listAs: 'positions',
    fromJson: p =>
      positionRisk(
        new Ask(p).objects('positions', a => ({
          position: a.text('position'),
          p: a.nullable('p', chance),
          impact: a.nullable('impact', { min: 1, max: 5, integer: true }),
          readyNow: a.count('readyNow'),
        })),
      ),
  },
  coverage: {
    describe: 'Pemegang kompetensi langka sekarang dan pada hari-hari kemudian.',
    example: `anyam compute coverage '{"holders":[{"person":"a","level":3,"tmtPensiun":"2027-04-01"}],"minLevel":3,"required":2,"days":["2026-11-24","2028-11-24"]}'`,
    fromJson: p => {
      const ask = new Ask(p)
      const days = ask.list('days').map((d, i) => new Ask({ d }, `days[${i}]`).day('d'))
      if (!days.length) refuse('Parameter "days" harus berisi paling sedikit hari ini.')
      return coverage(
        ask.objects('holders', a => ({
          person: a.text('person'),
          level: a.nullable('level', { min: 0 }),
          expired: a.optionalFlag('expired'),
          tmtPensiun: a.nullableDay('tmtPensiun'),
        })),
        ask.number('minLevel', { min: 0 }),
        ask.count('required'),
        days,
      )
    },
  },
  dominoChain: {
    describe: 'Siapa pindah ke mana bila jabatan lowong, dengan biaya terkecil.',
    example: `anyam compute dominoChain '{"vacancies":["P1"],"positions":[{"id":"P1","vacantCost":30}],"people":[{"id":"a","holds":null}],"moveCosts":[{"person":"a","position":"P1","cost":0.2}]}'`,
    fromJson: p => {
      const ask = new Ask(p)
      const positions = ask.objects('positions', a => ({
        id: a.text('id'),
        vacantCost: a.number('vacantCost', { min: 0 }),
      }))
      const known = new Set(positions.map(x => x.id))
      const vacancies = ask.texts('vacancies')
      for (const v of vacancies) if (!known.has(v)) refuse(`Jabatan lowong "${v}" tidak ada dalam "positions".`)
      return dominoChain({
        vacancies,
        positions,
        people: ask.objects('people', a => ({ id: a.text('id'), holds: a.optionalText('holds') ?? null })),
        moveCosts: ask.objects('moveCosts', a => ({
          person: a.text('person'),
          position: a.text('position'),
          cost: a.nullable('cost', { min: 0 }),
        })),
        fixedMoveCost: ask.optional('fixedMoveCost', { min: 0 }),
      })
    },
  },
  learnEffects: {
    describe: 'Pengaruh tiap modul yang disusutkan ke rata-ratanya (Beta-Binomial).',
    example: `anyam compute learnEffects '{"evidence":[{"id":"1","x":12,"n":20},{"id":"2","x":8,"n":20},{"id":"3","x":18,"n":24}]}'`,
    listAs: 'evidence',
    fromJson: p => {
      const ask = new Ask(p)
      const prior = ask.optionalObject('prior')
      return learnEffects(
        ask.objects('evidence', (a, i) => {
          const [x, n] = [a.number('x', { min: 0 }), a.number('n', { min: 0 })]
          if (x > n) refuse(`Parameter "${a.path}.x" melebihi "n".`)
          return { id: a.optionalText('id') ?? String(i + 1), x, n, ageMonths: a.optional('ageMonths', { min: 0 }) }
        }),
        prior && { a: prior.number('a', { above: 0 }), b: prior.number('b', { above: 0 }) },
        ask.optional('halfLife', { above: 0 }),
      )
    },
  },
  betaPosterior: {
    describe: 'Perkiraan proporsi dari pengetahuan awal Beta dan data.',
    example: `anyam compute betaPosterior '{"a":6,"b":4,"x":3,"n":10}'`,
    fromJson: p => {
      const ask = new Ask(p)
      const [x, n] = [ask.number('x', { min: 0 }), ask.number('n', { min: 0 })]
      if (x > n) refuse('Parameter "x" melebihi "n".')
      return betaPosterior({ a: ask.number('a', { above: 0 }), b: ask.number('b', { above: 0 }) }, x, n)
    },
  },
  recommendModules: {
    describe: 'Modul yang paling mungkin menutup kesenjangan.',
    example: `anyam compute recommendModules '{"gaps":[{"competency":"K1","level":2,"standard":4}],"modules":[{"id":"M1","competencies":[{"competency":"K1","levelCap":3,"p":[0.3,0.5,0.2]}],"cost":null,"jp":null}]}'`,
    fromJson: p => {
      const ask = new Ask(p)
      const level = { min: 0, max: 5 }
      const h = ask.optionalObject('history')
      const c = ask.optionalObject('constraints')
      return recommendModules(
        ask.objects('gaps', a => ({
          competency: a.text('competency'),
          level: a.nullable('level', level),
          standard: a.number('standard', level),
          importance: a.optional('importance', { min: 0 }),
        })),
        ask.objects('modules', a => {
          const e = a.optionalObject('evidence')
          return {
            id: a.text('id'),
            competencies: a.objects('competencies', k => {
              const gains = k.numbers('p', chance)
              if (Math.abs(gains.reduce((s, v) => s + v, 0) - 1) > 1e-6)
                refuse(`Parameter "${k.path}.p" harus berjumlah 1.`)
              return { competency: k.text('competency'), levelCap: k.number('levelCap', level), p: gains }
            }),
            prerequisites: a.has('prerequisites') ? a.texts('prerequisites') : undefined,
            cost: a.nullable('cost', { min: 0 }),
            jp: a.nullable('jp', { min: 0 }),
            evidence: e && {
              x: e.number('x', { min: 0 }),
              n: e.number('n', { min: 0 }),
              posterior: e.optional('posterior', chance),
            },
          }
        }),
        { done: h?.has('done') ? h.texts('done') : undefined },
        { jpMissing: c?.nullable('jpMissing', { min: 0 }) },
      )
    },
  },
  facilitatorLoad: {
    describe: 'Beban dan bentrok sesi seorang fasilitator.',
    example: `anyam compute facilitatorLoad '{"sessions":[{"start":"2026-11-24T08:00","end":"2026-11-24T12:00","travelMin":30}],"capacity":{"hoursPerMonth":60}}'`,
    fromJson: p => {
      const ask = new Ask(p)
      const instant = (a: Ask, name: string) => {
        const v = a.text(name)
        return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(v) &&
          Number.isFinite(Date.parse(`${v}Z`.replace(/T(\d{2}:\d{2})Z$/, 'T$1:00Z')))
          ? v
          : refuse(`Parameter "${name}" harus waktu seperti 2026-11-24T08:00; tertulis "${v}".`)
      }
      const capacity = ask.optionalObject('capacity')
      return facilitatorLoad(
        ask.objects('sessions', a => {
          const [start, end] = [instant(a, 'start'), instant(a, 'end')]
          if (end <= start) refuse(`Parameter "${a.path}": sesi berakhir sebelum mulai.`)
          return {
            id: a.optionalText('id'),
            start,
            end,
            travelMin: a.optional('travelMin', { min: 0 }),
            prepFactor: a.optional('prepFactor', { min: 0 }),
          }
        }),
        { hoursPerMonth: capacity?.nullable('hoursPerMonth', { above: 0 }) ?? null },
        ask.has('from') && ask.has('until') ? { from: instant(ask, 'from'), until: instant(ask, 'until') } : {},
      )
    },
  },
  optimalMatching: {
    describe: 'Pasangan berbiaya terkecil; sel null terlarang; capacities untuk tiap kolom.',
    example: `anyam compute optimalMatching '{"costs":[[400,150,400],[400,450,600],[300,225,300]]}'`,
    listAs: 'costs',
    fromJson: p => {
      const ask = new Ask(p)
      const costs = ask.nullableMatrix('costs')
      const capacities = ask.has('capacities') ? ask.numbers('capacities', { min: 0, integer: true }) : undefined
      if (capacities && capacities.length !== (costs[0]?.length ?? 0))
        refuse('Parameter "capacities" harus sebanyak kolom "costs".')
      const forbidden = ask.has('forbidden')
        ? (ask.matrix('forbidden', { min: 0, integer: true }) as [number, number][])
        : undefined
      return optimalMatching(costs, capacities, forbidden)
    },
  },
  stableMatching: {
    describe: 'Pencocokan stabil; pihak A melamar.',
    example: `anyam compute stableMatching '{"prefsA":{"a":["X"]},"prefsB":{"X":["a"]}}'`,
    fromJson: p => {
      const ask = new Ask(p)
      const lists = (name: string) => {
        const o = ask.object(name)
        return Object.fromEntries(Object.keys(o.source).map(k => [k, o.texts(k)]))
      }
      const c = ask.optionalObject('capacities')
      return stableMatching(
        lists('prefsA'),
        lists('prefsB'),
        c && Object.fromEntries(Object.keys(c.source).map(k => [k, c.count(k)])),
      )
    },
  },
  brierScore: {
    describe: 'Ketepatan perkiraan ya/tidak.',
    example: `anyam compute brierScore '{"forecasts":[{"p":0.9,"outcome":1},{"p":0.2,"outcome":0}]}'`,
    listAs: 'forecasts',
    fromJson: p =>
      brierScore(
        new Ask(p).objects('forecasts', a => ({
          p: a.number('p', chance),
          outcome: a.has('outcome') ? (a.flag('outcome') ? 1 : 0) : null,
        })),
      ),
  },
  intervalCoverage: {
    describe: 'Berapa banyak selang perkiraan yang memuat kenyataan.',
    example: `anyam compute intervalCoverage '{"level":0.8,"forecasts":[{"interval":[1,3],"outcome":2}]}'`,
    fromJson: p => {
      const ask = new Ask(p)
      return intervalCoverage(
        ask.objects('forecasts', a => ({ interval: a.pair('interval'), outcome: a.nullable('outcome') })),
        ask.number('level', { above: 0, below: 1 }),
      )
    },
  },
  formatUncertain: {
    describe: 'Angka dan ketidakpastiannya dalam kalimat.',
    example: `anyam compute formatUncertain '{"value":7.428571,"interval":[3.229,11.628],"kind":"number"}'`,
    fromJson: p => {
      const ask = new Ask(p)
      return formatUncertain(
        {
          value: ask.nullable('value'),
          interval: ask.has('interval') ? ask.pair('interval') : null,
          kind: ask.oneOf('kind', ['number', 'score', 'share', 'probability', 'money', 'difference'] as const),
          n: ask.optional('n', { min: 0 }),
          x: ask.optional('x', { min: 0 }),
          cuts: ask.has('cuts') ? ask.numbers('cuts') : undefined,
        },
        ask.optionalOneOf('locale', ['id', 'en'] as const),
      )
    },
  },
}
