/** A run of text on a page, in points from the lower left corner. */
export interface TextRun {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Row {
  readonly y: number;
  readonly height: number;
  readonly runs: readonly TextRun[];
}

/** A column in the margin begins in the outer third of the page. */
const MARGIN_FROM = 0.64;
const MARGIN_ROWS = 4;

/**
 * The lines of a page from its runs of text: by height on the page, a blank line where the gap is wide, a tab where
 * cells stand apart. A column in the right margin (a letterhead) comes after the text and not in between it.
 */
export function pageLines(runs: readonly TextRun[], pageWidth: number): string[] {
  const text = runs.filter((run) => run.text.trim() !== '');
  const margin = marginColumn(text, pageWidth);
  const main = rowsOf(text.filter((run) => !margin.has(run)));
  const side = rowsOf(text.filter((run) => margin.has(run)));
  return side.length === 0 ? linesOf(main) : [...linesOf(main), '', ...linesOf(side)];
}

function rowsOf(runs: readonly TextRun[]): Row[] {
  const rows: { y: number; height: number; runs: TextRun[] }[] = [];
  for (const run of [...runs].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const last = rows.at(-1);
    if (last && Math.abs(last.y - run.y) < Math.max(last.height, run.height) * 0.45) {
      last.runs.push(run);
      last.height = Math.max(last.height, run.height);
    } else rows.push({ y: run.y, height: run.height, runs: [run] });
  }
  return rows.map((row) => ({ ...row, runs: row.runs.sort((a, b) => a.x - b.x) }));
}

/** Runs that begin at one edge in the outer third, on several rows, with nothing of the main text reaching over it. */
function marginColumn(runs: readonly TextRun[], pageWidth: number): ReadonlySet<TextRun> {
  const starts = new Map<number, TextRun[]>();
  for (const run of runs) {
    if (run.x < pageWidth * MARGIN_FROM) continue;
    const edge = Math.round(run.x / 3);
    starts.set(edge, [...(starts.get(edge) ?? []), run]);
  }
  const columns = [...starts.values()].filter(
    (column) => new Set(column.map((run) => Math.round(run.y))).size >= MARGIN_ROWS,
  );
  const edge = Math.min(...columns.flatMap((column) => column.map((run) => run.x)));
  const crosses = runs.some((run) => run.x < edge - 3 && run.x + run.width > edge + 3);
  return columns.length === 0 || crosses ? new Set() : new Set(runs.filter((run) => run.x >= edge - 3));
}

function linesOf(rows: readonly Row[]): string[] {
  const gaps = rows.slice(1).map((row, i) => (rows[i]?.y ?? row.y) - row.y);
  const usual = [...gaps].sort((a, b) => a - b)[Math.floor(gaps.length * 0.3)] ?? 0;
  return rows.flatMap((row, i) => {
    const gap = i === 0 ? 0 : (gaps[i - 1] ?? 0);
    const blank = gap > Math.max(usual * 1.35, row.height * 1.6);
    return blank ? ['', rowText(row)] : [rowText(row)];
  });
}

function rowText(row: Row): string {
  let text = '';
  let end = 0;
  for (const run of row.runs) {
    const gap = run.x - end;
    if (text !== '' && gap > row.height * 1.8) text += '\t';
    else if (text !== '' && gap > row.height * 0.15 && !/\s$/.test(text) && !/^\s/.test(run.text))
      text += ' ';
    text += run.text;
    end = run.x + run.width;
  }
  return text.trim();
}
