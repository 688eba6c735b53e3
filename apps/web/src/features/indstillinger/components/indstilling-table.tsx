import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ListedIndstilling } from '../../../../../../libs/contracts/indstillinger.js';
import { localOf } from '../../../../../../libs/domain/calendar/index.js';
import { Icon } from '../../../components/ui/icon.js';
import { dateInList, timeInText } from '../../../lib/formats.js';
import { da } from '../../../texts/da.js';
import { indstilling as text } from '../../../texts/indstilling.js';
import { holdersInWords } from '../holders.js';
import { whoHasIt } from '../who-has-it.js';
import { IndstillingState } from './state-chip.js';

/** What the ids of a row are called; null until it is known, and where it may not be seen. */
interface Names {
  readonly meeting: (id: string | null) => string | null;
  readonly unitName: (id: string | null) => string | null;
}

interface TableProps {
  readonly indstillinger: readonly ListedIndstilling[];
  readonly label: string;
  readonly names: Names;
}

const { columns, notWanted } = text.list;

/** Indstillinger, a row each: what it is about, who has it and since when, and where it goes. */
export function IndstillingTable({ indstillinger, label, names }: TableProps) {
  return (
    <table className="table indstilling-table" aria-label={label}>
      <thead>
        <tr>
          {Object.entries(columns).map(([name, column]) => (
            <th key={name} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {indstillinger.map((one) => (
          <Row key={one.id} one={one} names={names} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ one, names }: { readonly one: ListedIndstilling; readonly names: Names }) {
  const { id, title, state, bodyName, wantedMeetingId, question } = one;
  const deadline = question === null ? one.deadline : { date: question.dueOn, passed: question.overdue };
  const wanted = wantedMeetingId === null ? null : (names.meeting(wantedMeetingId) ?? '');
  return (
    <tr className="row-link">
      <th scope="row">
        <Link to="/indstillinger/$indstillingId" params={{ indstillingId: id }}>
          {title}
        </Link>
      </th>
      <td>
        <IndstillingState state={state} />
        {question === null ? null : <span className="meta"> {text.list.asked}</span>}
      </td>
      <Cell nothing={da.common.none}>{whereIs(one, names)}</Cell>
      <td>{bodyName}</td>
      <Cell nothing={notWanted}>{wanted}</Cell>
      <Cell nothing={da.common.none}>{deadline === null ? null : <Deadline {...deadline} />}</Cell>
    </tr>
  );
}

function Cell({ nothing, children }: { readonly nothing: string; readonly children: ReactNode }) {
  if (children !== null) return <td>{children}</td>;
  return (
    <td className="is-nothing">
      <span className="meta">{nothing}</span>
    </td>
  );
}

function whereIs(one: ListedIndstilling, names: Names): ReactNode {
  const who = holdersInWords(one) ?? whoHasIt(one, names.unitName);
  if (who === null || one.since === null) return who;
  const { date } = localOf(one.since);
  return (
    <>
      {who} <span className="meta">{text.list.since(dateInList(date))}</span>
    </>
  );
}

interface DeadlineProps {
  readonly date: string;
  /** Left out of a day that is over with its last hour. */
  readonly time?: string;
  readonly passed: boolean;
}

function Deadline({ date, time, passed }: DeadlineProps) {
  const when = (
    <time dateTime={date}>
      {dateInList(date)} {time === undefined ? null : timeInText(time)}
    </time>
  );
  if (!passed) return when;
  return (
    <span className="due due-late">
      <Icon name="alert" />
      {when} {text.list.overdue}
    </span>
  );
}
