import { formatDay } from '#core/text/format.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { DataTable } from '#ui/kit/data-table.tsx'
import { EvidenceChain } from '#ui/kit/evidence-chain.tsx'
import { Note } from '#ui/kit/note.tsx'
import { Section } from '#ui/kit/section.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { Tree, type TreeNode } from '#ui/kit/tree.tsx'
import { horizonMark, horizonWords } from '../bench/bench-words.ts'
import { requirementWords } from '../eligibility/tree-words.ts'
import type { DossierState } from './dossier.store.ts'
import type { DossierContent, DossierRequirement } from './dossier-content.model.ts'
import { decisionWords, dossierStateWords, evidenceMark, evidenceStateWords } from './dossier-words.ts'

const recordHref = (source: { kind: string; id: string }) => `/catatan/${source.kind}/${encodeURIComponent(source.id)}`

/** The answer first: what was decided of whom, and the four facts beside it. */
export const DossierHead = ({ content, state }: { content: DossierContent; state: DossierState }) => {
  const { decision } = content
  return (
    <section className="decision" aria-labelledby="putusan-berkas">
      <div>
        <h2 id="putusan-berkas">
          {decision ? `${decisionWords[decision.decision]}: ${content.recommendation}` : content.recommendation}
        </h2>
        <p className="small-text quiet gap-1">
          {content.person.positionName ?? 'Tanpa jabatan'} menjadi {content.post.name}
          {content.post.echelon ? ` (${content.post.echelon})` : ''}, {content.post.unitName ?? content.person.unitName}
          . {content.post.state}.
        </p>
      </div>
      <div>
        {decision ? (
          <StateMark state={decision.decision === 'approved' ? 'known' : 'no'}>
            {decisionWords[decision.decision]} {formatDay(decision.on)}
          </StateMark>
        ) : (
          <StateMark state="border">{dossierStateWords[state]}</StateMark>
        )}
      </div>
      <dl>
        <div>
          <dt>Kesiapan</dt>
          <dd>{horizonWords[content.horizon]}</dd>
        </div>
        <div>
          <dt>Skor kesiapan</dt>
          <dd>
            <Figure figure={content.figures.readiness} asLink unit={false} />
          </dd>
        </div>
        <div>
          <dt>Kotak talenta</dt>
          <dd>{content.box ?? <StateMark state="unknown">Belum diketahui</StateMark>}</dd>
        </div>
        <div>
          <dt>{decision ? 'Diputus oleh' : 'Siap pada'}</dt>
          <dd>{decision ? decision.by : content.readyOn ? formatDay(content.readyOn) : 'belum ada tanggal'}</dd>
        </div>
      </dl>
      {decision && <p className="small-text gap-2">Alasan: {decision.reason}</p>}
    </section>
  )
}

const nodeOf = (line: DossierRequirement): TreeNode => ({
  label: line.label,
  answer: line.answer,
  fact: (
    <>
      {line.fact}
      {line.sources.slice(0, 2).map(s => (
        <span key={`${s.kind}${s.id}`} className="tiny">
          <br />
          <a href={recordHref(s)}>{s.label}</a>
        </span>
      ))}
    </>
  ),
  fix: line.fix,
  children: line.children.length > 0 ? line.children.map(nodeOf) : undefined,
})

const Part = ({ n, children }: { n: number; children: string }) => (
  <>
    <span className="faint">{n}</span> {children}
  </>
)

/** What the decision rests on, part by part. `whole` false: the person's own copy, without the others and the debate. */
export const DossierBody = ({ content, whole }: { content: DossierContent; whole: boolean }) => {
  let n = 0
  const next = () => ++n
  const { figures } = content
  return (
    <>
      <Section
        title={<Part n={next()}>Syarat: terpenuhi, tidak, belum diketahui</Part>}
        end={<Figure figure={figures.eligible} />}
      >
        <Tree nodes={[nodeOf(content.requirement)]} label="Syarat jabatan" />
      </Section>
      <Section
        title={<Part n={next()}>Kesiapan dan yang masih kurang</Part>}
        end={<Figure figure={figures.readiness} unit={false} />}
      >
        <p className="small-text">
          <StateMark state={horizonMark[content.horizon]}>{horizonWords[content.horizon]}</StateMark>
          {content.readyOn ? ` ${formatDay(content.readyOn)}.` : ''}
        </p>
        <DataTable
          caption="Kompetensi terhadap standar jabatan"
          captionHidden
          rows={content.levels}
          rowKey={l => l.code}
          columns={[
            { key: 'name', header: 'Kompetensi', cell: l => l.name },
            { key: 'importance', header: 'Tingkat', cell: l => l.importance },
            { key: 'standard', header: 'Standar', number: true, cell: l => l.standard },
            {
              key: 'level',
              header: 'Level resmi',
              number: true,
              cell: l => <Figure figure={figures[l.figure]} asLink unit={false} />,
            },
          ]}
        />
        {content.blockers.length > 0 && (
          <>
            <h3 className="gap-4">Yang masih menghalangi</h3>
            <DataTable
              caption="Penghalang"
              captionHidden
              rows={content.blockers}
              rowKey={b => b.label}
              columns={[
                { key: 'label', header: 'Penghalang', cell: b => requirementWords(b.label) },
                { key: 'action', header: 'Yang perlu dilakukan', wide: true, cell: b => b.action },
                { key: 'on', header: 'Paling cepat', cell: b => (b.on ? formatDay(b.on) : 'belum ada tanggal') },
              ]}
            />
          </>
        )}
      </Section>
      <Section title={<Part n={next()}>Talenta</Part>} note={content.cycle?.name}>
        {figures.talent ? (
          <div className="totals">
            <Figure figure={figures.talent} size="middle" compare="Nilai Talenta" />
            {figures.x && <Figure figure={figures.x} size="middle" compare="Potensial" />}
            {figures.y && <Figure figure={figures.y} size="middle" compare="Kinerja" />}
          </div>
        ) : (
          <Note tone="limits" title="Belum ada pemetaan talenta untuk orang ini">
            Kotak dan Nilai Talenta tidak dipakai dalam berkas ini.
          </Note>
        )}
      </Section>
      <Section title={<Part n={next()}>{`Bukti yang dipakai, beku ${formatDay(content.frozenOn)}`}</Part>}>
        <DataTable
          caption="Bukti"
          captionHidden
          rows={content.evidence}
          rowKey={e => e.title}
          columns={[
            { key: 'title', header: 'Bukti', cell: e => e.title },
            { key: 'content', header: 'Isi', cell: e => e.content },
            {
              key: 'source',
              header: 'Sumber',
              cell: e => (e.record ? <a href={recordHref(e.record)}>{e.source}</a> : e.source),
            },
            { key: 'on', header: 'Tanggal', cell: e => (e.on ? formatDay(e.on, 'short') : '–') },
            {
              key: 'state',
              header: 'Keadaan',
              cell: e => (
                <StateMark state={evidenceMark[e.state]}>
                  {e.state === 'valid' && e.validUntil
                    ? `s.d. ${formatDay(e.validUntil, 'short')}`
                    : evidenceStateWords[e.state]}
                </StateMark>
              ),
            },
          ]}
        />
        {content.chains.length > 0 && <h3 className="gap-4">Dari pelatihan ke kompetensi</h3>}
        {content.chains.map(chain => (
          <div key={chain.competency} className="gap-2">
            <p className="small-text quiet">{chain.competency}</p>
            <EvidenceChain
              label={`Rantai bukti ${chain.competency}`}
              knots={chain.knots.map(k => ({
                label: k.on ? `${k.label}, ${formatDay(k.on, 'short')}` : k.label,
                href: k.record ? recordHref(k.record) : undefined,
              }))}
            />
          </div>
        ))}
        {content.programmes.map(p => (
          <Note
            key={p.id}
            tone={p.evaluationId ? 'plain' : 'limits'}
            title={
              p.evaluationId ? (
                <a href={recordHref({ kind: 'impact.evaluation', id: p.evaluationId })}>
                  {p.name}
                  {p.on ? `, dievaluasi ${formatDay(p.on)}` : ''}
                </a>
              ) : (
                `${p.name}: belum dievaluasi`
              )
            }
          >
            {p.verdicts.map(v => (
              <p key={v}>{v}</p>
            ))}
            {p.limits.map(l => (
              <p key={l} className="faint">
                {l}
              </p>
            ))}
          </Note>
        ))}
      </Section>
      {whole && content.comparison.columns.length > 1 && (
        <Section
          title={<Part n={next()}>Dibandingkan dengan calon lain</Part>}
          note="nama calon lain ditutup dalam berkas ini"
        >
          <DataTable
            caption="Perbandingan calon"
            captionHidden
            phone="scroll"
            rows={content.comparison.lines}
            rowKey={l => l.label}
            columns={[
              { key: 'label', header: 'Ukuran', cell: l => l.label },
              ...content.comparison.columns.map((name, i) => ({
                key: `${i}`,
                header: name,
                cell: (l: DossierContent['comparison']['lines'][number]) => {
                  const cell = l.cells[i]
                  return 'figure' in cell ? <Figure figure={figures[cell.figure]} asLink unit={false} /> : cell.text
                },
              })),
            ]}
          />
        </Section>
      )}
      {whole && (
        <Section title={<Part n={next()}>Pertimbangan dan pendapat berbeda</Part>}>
          <p className="small-text">{content.considerations}</p>
          {content.dissent ? (
            <Note tone="due" title="Pendapat berbeda">
              {content.dissent}
            </Note>
          ) : (
            <p className="small-text quiet gap-2">Tidak ada pendapat berbeda yang dicatat.</p>
          )}
        </Section>
      )}
      <Section title={<Part n={next()}>{`Penjelasan untuk ${content.person.name}`}</Part>}>
        <div className="soft">
          <p className="small-text">{content.explanation}</p>
        </div>
        {content.limits.map(l => (
          <p key={l} className="tiny faint gap-2">
            {l}
          </p>
        ))}
      </Section>
    </>
  )
}
