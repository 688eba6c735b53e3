import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { MeetingView } from '../../../../../libs/contracts/meetings.js';
import type { SendingCheckView, SendingView } from '../../../../../libs/contracts/sendings.js';
import { Button } from '../../components/ui/button.js';
import { Empty } from '../../components/ui/empty.js';
import { TextArea, TextField } from '../../components/ui/field.js';
import { Loaded } from '../../components/ui/loaded.js';
import { Panel, Refusal } from '../../components/ui/problem-panel.js';
import { Section } from '../../components/ui/section.js';
import { draftChangesQuery } from '../../features/changes/api/changes.js';
import { Changes } from '../../features/changes/components/changes.js';
import { agendaQuery } from '../../features/meetings/api/meetings.js';
import { requestSending, sendingCheckQuery } from '../../features/sending/api/sendings.js';
import { Checklist } from '../../features/sending/components/checklist.js';
import { Recipients } from '../../features/sending/components/recipients.js';
import { announce } from '../../lib/announcements.js';
import { useKept } from '../../lib/autosave/use-kept.js';
import { ruleInWords } from '../../lib/api/problem.js';
import { counted } from '../../lib/formats.js';
import { da } from '../../texts/da.js';

const text = da.sending;

interface SendFormProps {
  readonly meeting: MeetingView;
  /** What was pressed last and taken back: it stands as it was written. */
  readonly given: SendingView | null;
  readonly onSent: () => Promise<unknown>;
}

/** Whether there is anything to send yet, or still. */
export const canBeSent = ({ state }: MeetingView): boolean => state === 'drafting' || state === 'sent';

/** What there is to do before an agenda can be sent, and sending it. */
export function SendForm({ meeting, given, onSent }: SendFormProps) {
  const canSend = canBeSent(meeting);
  const check = useQuery({ ...sendingCheckQuery(meeting.id), enabled: canSend });
  if (!canSend) return <Empty>{meeting.state === 'planned' ? text.notYet : text.over}</Empty>;
  return (
    <Loaded what={text.theCheck} query={check} rows={5}>
      {(loaded) =>
        loaded.unchangedSince === null ? (
          <Form meeting={meeting} check={loaded} given={given} onSent={onSent} />
        ) : (
          <Panel tone="info">
            <p>{text.unchanged(loaded.unchangedSince)}</p>
          </Panel>
        )
      }
    </Loaded>
  );
}

/** What is written and chosen before it is sent. */
interface Typed {
  readonly message: string;
  readonly reason: string;
  /** Ids of those who were taken out by hand. */
  readonly leftOut: readonly string[];
}

function Form({ meeting, check, given, onSent }: SendFormProps & { readonly check: SendingCheckView }) {
  const { fields, type, letGo } = useKept<Typed>('send', meeting.id, {
    ...{ message: given?.message ?? '', reason: given?.reason ?? '', leftOut: leftOutOf(check, given) },
  });
  const leftOut = new Set(fields.leftOut);
  const agenda = useQuery(agendaQuery(meeting.id));
  const isCorrection = check.kind === 'correction';
  const told = check.recipients.filter((recipient) => recipient.told);
  const chosen = told.filter(({ personId }) => !leftOut.has(personId));
  const mails = chosen.filter(({ address }) => address !== null).length;
  const sending = useSend(meeting, check.kind, { onTaken: letGo, onSent });
  const toggle = (personId: string): void => {
    const next = new Set(leftOut);
    if (!next.delete(personId)) next.add(personId);
    type({ leftOut: check.recipients.map((one) => one.personId).filter((id) => next.has(id)) });
  };
  const isNobodyChosen = told.length > 0 && chosen.length === 0;
  const stopper = check.refusals[0]?.code ?? (isNobodyChosen ? 'nobody-chosen' : null);
  const to = counted(mails, text.recipients.one, text.recipients.several);
  const titles = new Map(agenda.data?.points.map(({ id, title }) => [id, title]));
  return (
    <div className="send">
      <div className="send-parts">
        <div>
          <Section title={text.check.title}>
            <Checklist meetingId={meeting.id} check={check} titles={titles} />
          </Section>
          {isCorrection ? <Corrected meetingId={meeting.id} /> : null}
        </div>
        <Section title={text.recipients.title}>
          <Recipients recipients={check.recipients} leftOut={leftOut} onToggle={toggle} />
          <Words isCorrection={isCorrection} words={fields} onWords={type} />
        </Section>
      </div>
      <Refusal error={sending.error} />
      {isNobodyChosen ? <p className="fault">{ruleInWords('nobody-chosen', null)}</p> : null}
      <div className="form-actions">
        <Button
          look="primary"
          busy={sending.isPending}
          refusal={stopper === null ? null : ruleInWords(stopper, null)}
          onClick={() =>
            sending.mutate({ typed: fields, recipients: chosen.map(({ personId }) => personId) })
          }
        >
          {isCorrection ? text.sendCorrection(to) : text.send(to)}
        </Button>
      </div>
    </div>
  );
}

interface ToSend {
  readonly typed: Typed;
  /** Ids of those it goes to. */
  readonly recipients: string[];
}

/** Presses "send": from then on the server has what was written. */
function useSend(
  { id, version }: MeetingView,
  kind: SendingCheckView['kind'],
  { onTaken, onSent }: { onTaken: (typed: Typed) => void; onSent: () => Promise<unknown> },
) {
  return useMutation({
    mutationFn: ({ typed: { message, reason }, recipients }: ToSend) =>
      requestSending(id, version, {
        ...{ kind, recipients, message: filled(message) },
        reason: kind === 'correction' ? filled(reason) : null,
      }),
    onSuccess: ({ dueInMs }, { typed }) => {
      onTaken(typed);
      announce(text.waits(counted(Math.ceil(dueInMs / 1000), text.second, text.seconds)));
    },
    onSettled: onSent,
  });
}

interface WordsProps {
  readonly isCorrection: boolean;
  readonly words: Pick<Typed, 'message' | 'reason'>;
  readonly onWords: (patch: Partial<Typed>) => void;
}

/** What the sender adds, the same words to all. */
function Words({ isCorrection, words, onWords }: WordsProps) {
  return (
    <>
      {isCorrection ? (
        <TextField
          name="reason"
          label={text.reason}
          hint={text.reasonHint}
          value={words.reason}
          maxLength={300}
          onChange={({ target }) => onWords({ reason: target.value })}
          optional
        />
      ) : null}
      <TextArea
        name="message"
        label={text.message}
        hint={text.messageHint}
        value={words.message}
        maxLength={4000}
        onChange={({ target }) => onWords({ message: target.value })}
        optional
      />
    </>
  );
}

function Corrected({ meetingId }: { readonly meetingId: string }) {
  const changes = useQuery(draftChangesQuery(meetingId));
  return (
    <Section title={text.changed}>
      <Loaded what={text.theChanges} query={changes} rows={3}>
        {(loaded) =>
          loaded === null ? null : (
            <>
              <p className="meta">{da.changes.sinceVersion(loaded.from)}</p>
              <Changes changes={loaded} />
              <p>
                <Link
                  to="/meetings/$meetingId/changes"
                  params={{ meetingId }}
                  search={{ from: String(loaded.from), to: 'draft' }}
                >
                  {text.allChanges}
                </Link>
              </p>
            </>
          )
        }
      </Loaded>
    </Section>
  );
}

/** Those who were taken out of what was pressed last. */
function leftOutOf({ recipients }: SendingCheckView, given: SendingView | null): readonly string[] {
  if (given === null) return [];
  const chosen = new Set(given.recipients.map(({ personId }) => personId));
  return recipients.map(({ personId }) => personId).filter((id) => !chosen.has(id));
}

const filled = (typed: string): string | null => (typed.trim() === '' ? null : typed.trim());
