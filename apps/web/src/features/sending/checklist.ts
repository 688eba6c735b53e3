import type { SendingCheckView } from '../../../../../libs/contracts/sendings.js';
import { ruleInWords } from '../../lib/api/problem.js';
import { counted } from '../../lib/formats.js';
import { da } from '../../texts/da.js';

const text = da.sending.check;

/** A line of the checklist: how it stands, in words, and what it is about where that can be gone to. */
export interface CheckLine {
  readonly key: string;
  readonly weight: 'blocks' | 'warns' | 'fine';
  readonly words: string;
  readonly pointId: string | null;
  /** Where it is mended, where that is not a point. */
  readonly page: 'agenda' | 'meeting' | null;
}

/** Where the parts of a meeting are mended. */
const PAGES: Readonly<Record<string, CheckLine['page']>> = {
  ...{ date: 'meeting', start: 'meeting', end: 'meeting', place: 'meeting' },
  ...{ times: 'agenda', points: 'agenda' },
};

type Finding = SendingCheckView['warnings'][number] & { readonly liftedBy?: string | undefined };

/** The checklist of a sending: what has to be mended first, then what stands out, then what is as it should be. */
export function checkLines(check: SendingCheckView): readonly CheckLine[] {
  return [
    ...check.refusals.map((finding, i) => lineOf(finding, 'blocks', i)),
    ...check.warnings.map((finding, i) => lineOf(finding, 'warns', i)),
    ...fineLines(check),
  ];
}

function lineOf(finding: Finding, weight: 'blocks' | 'warns', index: number): CheckLine {
  const { code, at, pointId, name } = finding;
  const known: Readonly<Partial<Record<string, string>>> = da.sending.findings;
  const words = known[code] ?? ruleInWords(code, null);
  return {
    key: `${weight}-${code}-${index}`,
    weight,
    words: name === undefined ? words : `${name} ${words}`,
    pointId: pointId ?? null,
    page: pointId === undefined ? (PAGES[at ?? ''] ?? null) : null,
  };
}

function fineLines(check: SendingCheckView): CheckLine[] {
  const { counts } = check;
  const codes = new Set([...check.refusals, ...check.warnings].map(({ code }) => code));
  const of = (some: number, all: number): string => text.of(some, all);
  const lines: (readonly [string, string | null])[] = [
    [
      'minutes',
      codes.has('point-without-minutes') || counts.points === 0
        ? null
        : text.minutes(of(counts.withMinutes, counts.points)),
    ],
    ['approved', approvedInWords(counts)],
    ['placeholders', codes.has('placeholder-left') ? null : text.placeholders],
    ['addresses', codes.has('recipient-without-address') ? null : text.addresses],
    ['closed', closedInWords(check)],
  ];
  return lines.flatMap(([key, words]) =>
    words === null ? [] : [{ key, weight: 'fine' as const, words, pointId: null, page: null }],
  );
}

function approvedInWords({ indstillinger, approved }: SendingCheckView['counts']): string | null {
  if (indstillinger === 0) return text.noIndstillinger;
  return approved < indstillinger ? null : text.approved(text.of(approved, indstillinger));
}

/** What is closed, and how many of those it goes to read it. */
export function closedInWords({ closed }: Pick<SendingCheckView, 'closed'>): string {
  const parts = [
    ...(closed.points === 0 ? [] : [counted(closed.points, text.point, text.points)]),
    ...(closed.attachments === 0 ? [] : [counted(closed.attachments, text.paper, text.papers)]),
  ];
  if (parts.length === 0) return text.noClosed;
  const { one, several } = da.sending.recipients;
  return text.closed(parts.join(text.and), counted(closed.seenBy, one, several));
}
