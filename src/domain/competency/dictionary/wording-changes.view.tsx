import type { WordingDifference } from './competency-version.model.ts'

const Lines = ({ text }: { text: string }) => (
  <>
    {text.split('\n').map((line, i) => (
      <span key={i}>
        {i > 0 && <br />}
        {line}
      </span>
    ))}
  </>
)

/** What a version changed, part by part: old struck, new bold. */
export const WordingChanges = ({ differences }: { differences: WordingDifference[] }) =>
  differences.length === 0 ? (
    <p className="small-text quiet">Isinya sama.</p>
  ) : (
    <dl className="plain-list">
      {differences.map(d => (
        <div key={d.what} className="gap-2">
          <dt>
            <b>{d.what}</b>
          </dt>
          {d.before && (
            <dd>
              <del>
                <Lines text={d.before} />
              </del>
            </dd>
          )}
          {d.after && (
            <dd>
              <ins>
                <Lines text={d.after} />
              </ins>
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
