import type { MeetingView } from '../../../../../../libs/contracts/meetings.js';
import type { PersonView } from '../../../../../../libs/contracts/organisation.js';
import { EditForm } from '../../../components/ui/edit-form.js';
import type { Current, FieldGiven } from '../../../components/ui/edit-form.js';
import { Lines, Select, Text } from '../../../components/ui/form-fields.js';
import { Panel } from '../../../components/ui/problem-panel.js';
import { compareDanish, listed, todayInDenmark } from '../../../lib/formats.js';
import { dateAsPrinted, timeAsPrinted } from '../../../lib/typed-date.js';
import { da } from '../../../texts/da.js';
import { meetingDetails as text } from '../../../texts/meeting-details.js';
import { changeMeeting } from '../api/meetings.js';
import { detailsFaults, detailsOf, detailsRequest, isElsewhere } from '../details-form.js';
import type { DetailsField, DetailsFields } from '../details-form.js';

const KINDS = da.meetings.kind;

export interface DetailsFormProps {
  readonly meeting: MeetingView;
  readonly people: readonly PersonView[];
  /** The names of those whose calendars have the meeting. */
  readonly invited: readonly string[];
  readonly onSaved: (now: MeetingView) => void;
  readonly onFaults: (count: number) => void;
}

/** Changes the facts of a meeting; whoever was first is shown beside what was typed. */
export function DetailsForm({ meeting, people, invited, onSaved, onFaults }: DetailsFormProps) {
  const today = todayInDenmark();
  const initial = detailsOf(meeting);
  const known = { participants: meeting.participants, people };
  return (
    <EditForm
      initial={initial}
      labels={text.labels}
      faultsOf={(fields) => detailsFaults(fields, today)}
      version={meeting.version}
      save={(fields, version) =>
        changeMeeting(meeting.id, version ?? meeting.version, detailsRequest(fields, today, known))
      }
      onSaved={onSaved}
      fieldsIn={currentMeeting}
      inWords={(name, value) => inWords(name, value, people)}
      onFaults={onFaults}
    >
      {(field) => (
        <DetailsFieldset field={field} people={people} initial={initial} invited={invited} today={today} />
      )}
    </EditForm>
  );
}

interface FieldsetProps {
  readonly field: (name: DetailsField) => FieldGiven<DetailsField>;
  readonly people: readonly PersonView[];
  readonly initial: DetailsFields;
  readonly invited: readonly string[];
  readonly today: string;
}

function DetailsFieldset({ field, people, initial, invited, today }: FieldsetProps) {
  const tidied = (name: DetailsField, printed: (typed: string) => string) => {
    const given = field(name);
    return { ...given, onBlur: () => given.onText(printed(given.value)) };
  };
  return (
    <>
      <Text {...tidied('date', (typed) => dateAsPrinted(typed, today))} />
      <div className="series-row">
        <Text {...tidied('start', timeAsPrinted)} optional />
        <Text {...tidied('end', timeAsPrinted)} optional />
      </div>
      <Text {...field('place')} optional />
      <Follows field={field} initial={initial} invited={invited} />
      <Text {...field('caseNumber')} optional />
      <Select {...field('kind')}>
        <option value="ordinary">{KINDS.ordinary}</option>
        <option value="extraordinary">{KINDS.extraordinary}</option>
      </Select>
      <People {...field('chair')} people={people} />
      <People {...field('minuteTaker')} people={people} />
      <Lines {...field('participants')} hint={text.participantsHint} rows={8} optional />
    </>
  );
}

/** What follows from what was typed, told before it is saved. */
function Follows({ field, initial, invited }: Pick<FieldsetProps, 'field' | 'initial' | 'invited'>) {
  const now = (name: DetailsField): string => field(name).value;
  const fields = { ...initial, date: now('date'), start: now('start'), end: now('end'), place: now('place') };
  const isMoved = fields.date !== initial.date;
  const isTold = invited.length > 0 && isElsewhere(fields, initial);
  return (
    <div role="status">
      {isMoved || isTold ? (
        <Panel tone="info">
          <p>
            <strong>{text.follows}</strong>
          </p>
          <ul>
            {isMoved ? <li>{text.deadlines}</li> : null}
            {isTold ? <li>{text.calendars(listed(invited))}</li> : null}
          </ul>
        </Panel>
      ) : null}
    </div>
  );
}

/** One of the people whom the product knows, or nobody. */
function People({ people, ...field }: FieldGiven<DetailsField> & { readonly people: readonly PersonView[] }) {
  return (
    <Select {...field} optional>
      <option value="">{text.nobody}</option>
      {people
        .toSorted((one, other) => compareDanish(one.name, other.name))
        .map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
    </Select>
  );
}

/** Choices are kept by what the api calls them. */
function inWords(name: DetailsField, value: string, people: readonly PersonView[]): string {
  if (name === 'kind') return value === 'extraordinary' ? KINDS.extraordinary : KINDS.ordinary;
  if (name !== 'chair' && name !== 'minuteTaker') return value;
  return people.find(({ id }) => id === value)?.name ?? text.nobody;
}

/** What stands now, when somebody else has changed the meeting. */
function currentMeeting(current: unknown): Current<DetailsField, MeetingView> | null {
  if (current === null || typeof current !== 'object' || !('version' in current)) return null;
  // What a 412 carries is the meeting itself, as the contract says.
  const view = current as MeetingView;
  return { fields: detailsOf(view), version: view.version, view };
}
