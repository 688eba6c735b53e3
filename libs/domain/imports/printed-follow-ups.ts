import { dateIn } from './written-dates.js';
import { withoutBullet } from './reflow.js';
import type { PackageFollowUp } from './package-document.js';
import type { SourceLine } from './source-line.js';

/** A follow-up from a list or table printed in the minutes, with its line. */
export interface PrintedFollowUp {
  readonly followUp: PackageFollowUp;
  readonly line: number;
}

const HEADINGS = /^punkt\tansvarlig\t/i;
const NOBODY = /^ikke angivet$/i;

/**
 * Reads the follow-ups that minutes list under "Opfølgning": rows of point, responsible, task and due date parted by
 * tabs. Entries of a list under a point say the same in running text and are not read again.
 */
export function printedFollowUps(lines: readonly SourceLine[]): PrintedFollowUp[] {
  return lines.flatMap(({ text, no }) => {
    const cells = text.split('\t').map((cell) => cell.trim());
    if (cells.length < 3 || HEADINGS.test(text)) return [];
    // A row without a point has lost its empty first cell.
    const [point = '', responsible = '', action = '', due = ''] = /^\d{1,3}[A-Z]?$/.test(cells[0] ?? '')
      ? cells
      : ['', ...cells];
    const followUp: PackageFollowUp = {
      point: point === '' ? null : point,
      responsible: responsible === '' || NOBODY.test(responsible) ? null : responsible,
      action: withoutBullet(action),
      sentence: action,
      raisedBy: null,
      due: dueOf(due),
    };
    return [{ followUp, line: no }];
  });
}

function dueOf(written: string): PackageFollowUp['due'] {
  const text = written.replace(/^(forslag|løbende)\s*:?\s*/i, '').replace(/^\((.*)\)$/, '$1');
  if (written === '' || /^ingen frist$/i.test(written)) return { text: null, date: null, kind: 'none' };
  if (/^forslag/i.test(written)) return { text, date: dateIn(text), kind: 'proposed' };
  if (/^løbende/i.test(written)) return { text: text === '' ? written : text, date: null, kind: 'recurring' };
  const date = dateIn(written);
  return { text: written, date, kind: date === null ? 'event' : 'firm' };
}
