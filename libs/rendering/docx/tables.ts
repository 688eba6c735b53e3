import { paragraph } from './runs.js';
import { escapeXml } from './xml.js';

/** A table ready to be written: cells are runs. */
export interface TableXml {
  readonly style: 'Fakta' | 'Tabel';
  /** What it shows, for those who cannot see it. */
  readonly caption: string | null;
  /** Column widths in twips. */
  readonly widths: readonly number[];
  /** Whether the first row is a header row, repeated on every page. */
  readonly header: boolean;
  /** Whether the first column holds labels. */
  readonly labels: boolean;
  readonly rows: readonly (readonly string[])[];
}

/** Widths of columns that share a text width (twips) by their shares. */
export function shareWidth(total: number, shares: readonly number[]): readonly number[] {
  const sum = shares.reduce((a, b) => a + b, 0);
  return shares.map((share) => Math.floor((total * share) / sum));
}

function row(cells: readonly string[], table: TableXml, isHeader: boolean): string {
  const properties = `<w:trPr><w:cantSplit/>${isHeader ? '<w:tblHeader/>' : ''}</w:trPr>`;
  let xml = '';
  for (const [i, width] of table.widths.entries()) {
    const style = isHeader || (table.labels && i === 0) ? 'Tabelhoved' : 'Tabeltekst';
    xml += `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${paragraph(style, cells[i] ?? '')}</w:tc>`;
  }
  return `<w:tr>${properties}${xml}</w:tr>`;
}

/**
 * A table of fixed width. Rows shorter than the others are filled with empty cells. The small paragraph after it keeps
 * two tables apart.
 */
export function tableXml(table: TableXml): string {
  const total = table.widths.reduce((a, b) => a + b, 0);
  const caption = table.caption === null ? '' : `<w:tblCaption w:val="${escapeXml(table.caption)}"/>`;
  const look =
    `<w:tblLook w:val="${table.header ? '0020' : '0080'}" w:firstRow="${table.header ? 1 : 0}" w:lastRow="0"` +
    ` w:firstColumn="${table.labels ? 1 : 0}" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>`;
  const grid = table.widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  let rows = '';
  for (const [i, cells] of table.rows.entries()) rows += row(cells, table, table.header && i === 0);
  return (
    `<w:tbl><w:tblPr><w:tblStyle w:val="${table.style}"/><w:tblW w:w="${total}" w:type="dxa"/>` +
    `<w:tblLayout w:type="fixed"/>${look}${caption}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows}</w:tbl>` +
    paragraph('Mellemrum', '')
  );
}
