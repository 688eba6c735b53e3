import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { MeetingView } from '../../../../../libs/contracts/meetings.js';
import { da } from '../../texts/da.js';
import { print } from '../../texts/print.js';
import { readsClosed } from '../session/reads-closed.js';
import { useSession } from '../session/session.js';
import type { PrintSearch } from './print-search.js';
import { PrintSheet } from './print-sheet.js';

interface PrintPageProps {
  readonly meeting: MeetingView;
  /** Where its open or its closed part is printed by itself; nowhere where it has none. */
  readonly to?: '/print/meetings/$meetingId/agenda' | '/print/meetings/$meetingId/minutes';
  readonly title: string;
  /** What stands at the head of each printed page. */
  readonly line: string;
  readonly part?: PrintSearch['part'];
  readonly children: ReactNode;
}

/** Something of a meeting to be printed, and the choice of what: whoever reads closed things prints them, or does not. */
export function PrintPage({ meeting, to, title, line, part, children }: PrintPageProps) {
  const params = { meetingId: meeting.id };
  const mayChoose = readsClosed(useSession(), meeting);
  const bar = (
    <>
      <Link to="/meetings/$meetingId" params={params}>
        {print.back}
      </Link>
      {mayChoose && to !== undefined ? (
        <nav aria-label={print.choice}>
          {([undefined, 'open', 'closed'] as const).map((each) => (
            <Link
              key={each ?? 'all'}
              {...{ to, params }}
              search={{ part: each }}
              aria-current={each === part ? 'page' : undefined}
              activeProps={{}}
            >
              {print.parts[each ?? 'all']}
            </Link>
          ))}
        </nav>
      ) : null}
    </>
  );
  return <PrintSheet {...{ title, line, bar, context: da.meetings.title }}>{children}</PrintSheet>;
}

/** What is known of a meeting, in lines: nothing stands there for what is not. */
export function PrintedFacts({ facts }: { readonly facts: readonly (readonly [string, string | null])[] }) {
  return (
    <dl className="print-facts">
      {facts.map(([label, value]) =>
        value === null || value === '' ? null : (
          <div key={label}>
            <dt>{label}:</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

interface PrintedPartProps {
  readonly title: string;
  /** Its pages say that they are closed. */
  readonly isClosed: boolean;
  readonly children: ReactNode;
}

export function PrintedPart({ title, isClosed, children }: PrintedPartProps) {
  return (
    <section className={isClosed ? 'print-part is-closed-part' : 'print-part'}>
      <h2>{title}</h2>
      {isClosed ? <p className="print-closed">{print.closedPages}</p> : null}
      {children}
    </section>
  );
}

interface PrintedPointProps {
  readonly heading: string;
  readonly time: string;
  readonly isSub: boolean;
  /** Said in words with the point itself, where its pages do not say it. */
  readonly closedWords: string | null;
  readonly isWithdrawn: boolean;
  readonly remark: string | null;
  readonly children: ReactNode;
}

/** A point; its title stays with what follows it. */
export function PrintedPoint(point: PrintedPointProps) {
  const { heading, time, isSub, closedWords, isWithdrawn, remark, children } = point;
  const looks = ['print-point', isSub ? 'is-sub' : '', closedWords === null ? '' : 'is-closed'];
  return (
    <section className={looks.filter((look) => look !== '').join(' ')}>
      <div className="print-title">
        {closedWords === null ? null : <p className="print-closed">{closedWords}</p>}
        <div className="print-heading">
          <h3>{heading}</h3>
          <p>{time}</p>
        </div>
        {isWithdrawn ? <p className="print-remark">{da.meetings.meeting.withdrawn}</p> : null}
        {remark === null ? null : <p className="print-remark">{remark}</p>}
      </div>
      {children}
    </section>
  );
}
