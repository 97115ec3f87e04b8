import { href } from 'react-router'
import { LinkButton } from '#ui/kit/button.tsx'
import { Chip } from '#ui/kit/chip.tsx'
import { Gauge } from '#ui/kit/gauge.tsx'
import { Panel } from '#ui/kit/panel.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import type { PersonScore } from '../score/person-score.store.ts'

/** The person picked on the map: box in words, both gauges, and what one may do next. */
export const SelectedPerson = ({
  person,
  cycleId,
  cuts,
  name,
  mayMove,
  boxes,
}: {
  person: PersonScore
  cycleId: string
  cuts: { x: number[]; y: number[] }
  /** Name of the box. */
  name: string
  mayMove: boolean
  boxes: readonly number[]
}) => (
  <Panel parted label="Pegawai terpilih">
    <div>
      <h2
        {...(mayMove && person.box
          ? { 'data-drag': person.employeeId, 'data-from': person.decidedBox ?? person.box }
          : {})}
      >
        {person.name}
      </h2>
      <p className="small-text quiet">
        {person.positionName ?? 'Jabatan belum ada'}, {person.unitName}
        <br />
        {person.tier}
      </p>
    </div>
    <div className="stack">
      <p>
        {person.box ? (
          <>
            <Chip tone="known">Kotak {person.decidedBox ?? person.box}</Chip> <span className="small-text">{name}</span>
          </>
        ) : (
          <StateMark state="unknown">Belum dapat dipetakan</StateMark>
        )}
      </p>
      <Gauge
        label="Potensial"
        value={person.x.state === 'known' ? Number(person.x.value) : null}
        bounds={person.x.bounds}
        cuts={cuts.x}
        scale={false}
      />
      <Gauge
        label="Kinerja"
        value={person.y.state === 'known' ? Number(person.y.value) : null}
        bounds={person.y.bounds}
        cuts={cuts.y}
        min={0}
      />
    </div>
    <div className="stack">
      <LinkButton
        variant="primary"
        wide
        href={`${href('/talenta/peta/:employeeId/mengapa', { employeeId: person.employeeId })}?siklus=${cycleId}`}
      >
        Mengapa kotak ini?
      </LinkButton>
      {mayMove && person.box && (
        <>
          <LinkButton
            wide
            href={`${href('/talenta/peta/:employeeId/pindah', { employeeId: person.employeeId })}?siklus=${cycleId}`}
          >
            Usul pindah
          </LinkButton>
          <details className="disclosure">
            <summary>Pilih kotak tujuan</summary>
            <ul className="side-links">
              {boxes
                .filter(n => n !== (person.decidedBox ?? person.box))
                .map(n => (
                  <li key={n}>
                    <a
                      data-move
                      href={`${href('/talenta/peta/:employeeId/pindah', { employeeId: person.employeeId })}?siklus=${cycleId}&ke=${n}`}
                    >
                      Kotak {n}
                    </a>
                  </li>
                ))}
            </ul>
          </details>
        </>
      )}
      <p className="tiny faint">
        Usulan pindah meminta alasan dan diputus dalam sidang komite. Posisi semula tetap tersimpan.
      </p>
    </div>
  </Panel>
)
