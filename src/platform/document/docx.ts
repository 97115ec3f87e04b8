import { strToU8, zipSync } from 'fflate'
import { printableText } from './printable-text.ts'
import type { ReportBlock, ReportDocument, ReportNode } from './report-document.ts'

export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const safeText = (text: string): string =>
  printableText(text).replace(
    /[&<>"]/g,
    sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? '',
  )

type Look = { style?: string; isBold?: boolean; isQuiet?: boolean; indent?: number }

const run = (text: string, { isBold = false, isQuiet = false }: Look = {}): string =>
  `<w:r><w:rPr>${isBold ? '<w:b/>' : ''}${isQuiet ? '<w:color w:val="4A5753"/>' : ''}</w:rPr><w:t xml:space="preserve">${safeText(text)}</w:t></w:r>`

const paragraph = (runs: string, { style, indent }: Look = {}): string =>
  `<w:p><w:pPr>${style ? `<w:pStyle w:val="${style}"/>` : ''}${indent ? `<w:ind w:left="${indent * 360}"/>` : ''}</w:pPr>${runs}</w:p>`

const line = (text: string, look: Look = {}): string => paragraph(run(text, look), look)

const border = (name: string) => `<w:${name} w:val="single" w:sz="4" w:space="0" w:color="B9C2BE"/>`

/** A table whose first row is repeated on each page and told as headings. */
const table = (header: string[], rows: string[][], widths: number[], wide: number): string => {
  const all = widths.reduce((sum, w) => sum + w, 0)
  const grid = widths.map(w => Math.round((wide * w) / all))
  const cells = (row: string[], isHead: boolean) =>
    row
      .map(
        (text, i) =>
          `<w:tc><w:tcPr><w:tcW w:w="${grid[i]}" w:type="dxa"/></w:tcPr>${line(text, { style: 'Cell', isBold: isHead || i === 0 })}</w:tc>`,
      )
      .join('')
  return `<w:tbl><w:tblPr><w:tblW w:w="${wide}" w:type="dxa"/><w:tblBorders>${border('top')}${border('bottom')}${border('insideH')}</w:tblBorders><w:tblLook w:firstRow="1" w:firstColumn="1"/></w:tblPr><w:tblGrid>${grid.map(w => `<w:gridCol w:w="${w}"/>`).join('')}</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${cells(header, true)}</w:tr>${rows.map(row => `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells(row, false)}</w:tr>`).join('')}</w:tbl>${line('')}`
}

const answers = { ya: 'Ya', tidak: 'Tidak', belum: 'Belum diketahui' } as const
const tree = (nodes: readonly ReportNode[], depth = 0): string =>
  nodes
    .map(
      n =>
        paragraph(
          run(n.label, { isBold: n.children.length > 0 }) +
            run(`${n.fact ? ` (${n.fact})` : ''}: ${answers[n.answer]}`),
          { indent: depth },
        ) + tree(n.children, depth + 1),
    )
    .join('')

const facts = (list: { term: string; value: string }[]): string =>
  list.map(f => paragraph(run(`${f.term}: `, { isQuiet: true }) + run(f.value, { isBold: true }))).join('')

const block = (b: ReportBlock, wide: number): string => {
  switch (b.kind) {
    case 'heading':
      return line(b.note ? `${b.text} (${b.note})` : b.text, { style: 'Heading2' })
    case 'subheading':
      return line(b.text, { style: 'Heading3' })
    case 'paragraph':
      return line(b.text, { isQuiet: b.isQuiet })
    case 'facts':
      return facts(b.facts)
    case 'table':
      return line(b.caption, { style: 'Caption' }) + table(b.header, b.rows, b.widths, wide)
    case 'tree':
      return tree(b.nodes)
    case 'note':
      return line(b.title, { isBold: true }) + line(b.text)
    case 'finding':
      return line(b.title, { style: 'Heading2' }) + line(b.text) + line(b.state, { isBold: true }) + facts(b.facts)
    case 'code':
      return line(b.label, { isQuiet: true }) + line(b.code, { isBold: true }) + line(b.text)
  }
}

const style = (id: string, name: string, size: number, more = '', paragraphMore = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:pPr>${paragraphMore}</w:pPr><w:rPr>${more}<w:sz w:val="${size}"/></w:rPr></w:style>`

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

const styles = `${head}<w:styles ${w}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Liberation Serif" w:hAnsi="Liberation Serif" w:cs="Liberation Serif"/><w:sz w:val="21"/><w:lang w:val="id-ID"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${style('Heading1', 'heading 1', 34, '<w:b/>', '<w:outlineLvl w:val="0"/>')}${style('Heading2', 'heading 2', 26, '<w:b/>', '<w:keepNext/><w:spacing w:before="280" w:after="100"/><w:outlineLvl w:val="1"/>')}${style('Heading3', 'heading 3', 22, '<w:b/>', '<w:keepNext/><w:outlineLvl w:val="2"/>')}${style('Caption', 'caption', 18, '<w:color w:val="4A5753"/>', '<w:keepNext/><w:spacing w:after="60"/>')}${style('Cell', 'Cell', 18, '', '<w:spacing w:before="30" w:after="30"/>')}</w:styles>`

/**
 * Writes a report as a Word document that an office may finish by hand: headings, tables with repeated heads, Indonesian as
 * its language. The same data as the PDF; no text of a user is read as markup.
 */
export const renderDocx = (doc: ReportDocument): Uint8Array => {
  // Twentieths of a point: A4 less the margins.
  const [width, height] = doc.isLandscape ? [16838, 11906] : [11906, 16838]
  const wide = width - 2 * 1020
  const foot = `<w:ftr ${w}>${paragraph(run(`${doc.foot} · Halaman `, { isQuiet: true }) + '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>')}</w:ftr>`
  const body = [
    paragraph(run(`${doc.issuer}. ${doc.letterhead}. ${doc.mark}. ${doc.printed}`, { isQuiet: true })),
    line(doc.title, { style: 'Heading1' }),
    line(doc.scope, { isQuiet: true }),
    ...doc.blocks.map(b => block(b, wide)),
  ].join('')
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const files: Record<string, string> = {
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${docxType}.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relations}/officeDocument" Target="word/document.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relations}/styles" Target="styles.xml"/><Relationship Id="r2" Type="${relations}/footer" Target="footer1.xml"/></Relationships>`,
    'docProps/core.xml': `${head}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${safeText(doc.title)}</dc:title><dc:creator>${safeText(doc.issuer)}</dc:creator><dc:language>id-ID</dc:language></cp:coreProperties>`,
    'word/styles.xml': styles,
    'word/footer1.xml': head + foot,
    'word/document.xml': `${head}<w:document ${w} xmlns:r="${relations}"><w:body>${body}<w:sectPr><w:footerReference w:type="default" r:id="r2"/><w:pgSz w:w="${width}" w:h="${height}"${doc.isLandscape ? ' w:orient="landscape"' : ''}/><w:pgMar w:top="1134" w:bottom="1134" w:left="1020" w:right="1020" w:header="600" w:footer="600" w:gutter="0"/></w:sectPr></w:body></w:document>`,
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), {
    mtime: new Date(Date.UTC(2026, 0, 1)),
  })
}
