import { href } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { Section } from '#ui/kit/section.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { horizonMark, horizonWords } from './bench-words.ts'
import type { ChainLink } from './chain.model.ts'

const endWords = {
  'empty-bench': 'Bangku kosong. Rantai berhenti di sini.',
  'not-key': 'Bukan jabatan kunci, sehingga belum ada bangku. Rantai berhenti di sini.',
  'no-post': 'Calon tidak meninggalkan jabatan.',
} as const

/** Who replaces the replacer, until the first bench with nobody. */
export const Domino = ({ links, first }: { links: ChainLink[]; first: { name: string } }) => {
  const moves = links.filter(l => l.successor !== null).length
  if (moves === 0) return null
  return (
    <Section
      title="Siapa menggantikan sang pengganti?"
      note={`bila ${links[0].successor?.name} menjadi ${first.name}`}
      end={<b>{moves} perpindahan</b>}
    >
      <ol className="domino">
        {links.map((link, i) => (
          <li key={`${link.positionId}${i}`} className={link.end === 'empty-bench' ? 'empty-bench' : undefined}>
            <span className="post">
              {link.positionId && link.end !== 'not-key' ? (
                <a href={href('/suksesi/:positionId', { positionId: link.positionId })}>{link.positionName}</a>
              ) : (
                link.positionName
              )}
            </span>
            <div className="person">
              {link.successor ? (
                <>
                  {link.successor.name}
                  <br />
                  <StateMark state={horizonMark[link.successor.horizon]}>
                    {link.successor.horizon === '1-2Tahun' && link.successor.readyOn
                      ? `Siap ${formatDay(link.successor.readyOn, 'month')}`
                      : horizonWords[link.successor.horizon]}
                  </StateMark>
                  {link.end === 'no-post' && <span className="sub-line">{endWords['no-post']}</span>}
                </>
              ) : (
                <>
                  <StateMark state={link.end === 'empty-bench' ? 'risk' : 'unknown'}>
                    {link.end === 'empty-bench' ? 'Bangku kosong' : 'Belum ada bangku'}
                  </StateMark>
                  <span className="sub-line">{endWords[link.end ?? 'not-key']}</span>
                </>
              )}
            </div>
          </li>
        ))}
      </ol>
      <p className="tiny faint gap-3">
        Rantai adalah simulasi atas data hari ini; keputusan tetap pada komite dan PPK.
      </p>
    </Section>
  )
}
