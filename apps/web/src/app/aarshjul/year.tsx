import { Link } from '@tanstack/react-router';
import type { MeetingView } from '../../../../../libs/contracts/meetings.js';
import { Chip } from '../../components/ui/chip.js';
import { Section } from '../../components/ui/section.js';
import type { MonthOfYear, PlannedTheme } from '../../features/aarshjul/year.js';
import { MeetingStateChip } from '../../features/meetings/components/state-chip.js';
import { capitalised, minutesInText, timesInText, weekdayInList } from '../../lib/formats.js';
import { aarshjul as text } from '../../texts/aarshjul.js';
import { da } from '../../texts/da.js';

interface YearProps {
  readonly months: readonly MonthOfYear<MeetingView>[];
  /** Whether the reader has themes at all: to others a month is its meetings. */
  readonly withThemes: boolean;
}

/** A year, month by month. */
export function Year({ months, withThemes }: YearProps) {
  return (
    <div className="year">
      {months.map((month) => (
        <Section key={month.name} title={capitalised(month.name)}>
          {month.isNow ? (
            <p className="year-now">
              <Chip tone="brand">{text.now}</Chip>
            </p>
          ) : null}
          {withThemes && month.themes.length + month.meetings.length === 0 ? (
            <p className="meta">{text.nothing}</p>
          ) : (
            <>
              {withThemes ? <Themes month={month} /> : null}
              <Meetings month={month} withHeading={withThemes} />
            </>
          )}
        </Section>
      ))}
    </div>
  );
}

interface MonthProps {
  readonly month: MonthOfYear<MeetingView>;
}

function Themes({ month: { name, themes } }: MonthProps) {
  return (
    <>
      <h3>{text.themes}</h3>
      {themes.length === 0 ? (
        <p className="meta">{text.noThemes}</p>
      ) : (
        <ul className="cards">
          {themes.map((theme, i) => (
            <ThemeRow key={`${i} ${theme.title}`} theme={theme} month={name} />
          ))}
        </ul>
      )}
    </>
  );
}

function ThemeRow({ theme, month }: { readonly theme: PlannedTheme; readonly month: string }) {
  const { title, bodyName, type, minutes, lacksMeeting } = theme;
  const facts = [bodyName, da.meetings.pointType[type], minutes === null ? null : minutesInText(minutes)];
  return (
    <li className="card-row">
      <div>
        <p className="card-title">{title}</p>
        <p className="meta">{facts.filter((fact) => fact !== null).join(' · ')}</p>
      </div>
      {lacksMeeting ? <Chip tone="warn">{text.lacksMeeting(month)}</Chip> : null}
    </li>
  );
}

function Meetings({ month: { meetings }, withHeading }: MonthProps & { readonly withHeading: boolean }) {
  return (
    <>
      {withHeading ? <h3>{text.meetings}</h3> : null}
      {meetings.length === 0 ? (
        <p className="meta">{text.noMeetings}</p>
      ) : (
        <ul className="cards">
          {meetings.map(({ id, date, start, end, bodyName, state }) => (
            <li key={id} className="card-row">
              <div>
                <p className="card-title">
                  <Link to="/meetings/$meetingId" params={{ meetingId: id }}>
                    <time dateTime={date}>{weekdayInList(date)}</time> {timesInText(start, end)}
                  </Link>
                </p>
                <p className="meta">{bodyName}</p>
              </div>
              <MeetingStateChip state={state} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
