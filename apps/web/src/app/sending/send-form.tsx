import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { MeetingView } from '../../../../../libs/contracts/meetings.js';
import type { SendingCheckView, SendingView } from '../../../../../libs/contracts/sendings.js';
import { Button } from '../../components/ui/button.js';
import { Empty } from '../../components/ui/empty.js';
import { TextArea, TextField } from '../../components/ui/field.js';
import { Loaded } from '../../components/ui/loaded.js';
import { Panel, Refusal } from '../../components/ui/problem-panel.js';
import { Section } from '../../components/ui/section.js';
import { agendaQuery } from '../../features/meetings/api/meetings.js';
import { draftChangesQuery, requestSending, sendingCheckQuery } from '../../features/sending/api/sendings.js';
import { Changes } from '../../features/sending/components/changes.js';
import { Checklist } from '../../features/sending/components/checklist.js';
import { Recipients } from '../../features/sending/components/recipients.js';
import { announce } from '../../lib/announcements.js';
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

/** What there is to do before an agenda can be sent, and sending it. */
export function SendForm({ meeting, given, onSent }: SendFormProps) {
  const canSend = meeting.state === 'drafting' || meeting.state === 'sent';
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

function Form({ meeting, check, given, onSent }: SendFormProps & { readonly check: SendingCheckView }) {
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(() => leftOutOf(check, given));
  const [words, setWords] = useState({ message: given?.message ?? '', reason: given?.reason ?? '' });
  const agenda = useQuery(agendaQuery(meeting.id));
  const isCorrection = check.kind === 'correction';
  const chosen = check.recipients.filter(({ told, personId }) => told && !leftOut.has(personId));
  const mails = chosen.filter(({ address }) => address !== null).length;
  const sending = useMutation({
    mutationFn: () =>
      requestSending(meeting.id, meeting.version, {
        kind: check.kind,
        message: filled(words.message),
        reason: isCorrection ? filled(words.reason) : null,
        recipients: chosen.map(({ personId }) => personId),
      }),
    onSuccess: ({ dueInMs }) =>
      announce(text.waits(counted(Math.ceil(dueInMs / 1000), text.second, text.seconds))),
    onSettled: onSent,
  });
  const toggle = (personId: string): void => {
    const next = new Set(leftOut);
    if (!next.delete(personId)) next.add(personId);
    setLeftOut(next);
  };
  const [stopper] = check.refusals;
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
          <Words isCorrection={isCorrection} words={words} onWords={setWords} />
        </Section>
      </div>
      <Refusal error={sending.error} />
      <div className="form-actions">
        <Button
          look="primary"
          busy={sending.isPending}
          refusal={stopper === undefined ? null : ruleInWords(stopper.code, null)}
          onClick={() => sending.mutate()}
        >
          {isCorrection ? text.sendCorrection(to) : text.send(to)}
        </Button>
      </div>
    </div>
  );
}

interface Typed {
  readonly message: string;
  readonly reason: string;
}

interface WordsProps {
  readonly isCorrection: boolean;
  readonly words: Typed;
  readonly onWords: (words: Typed) => void;
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
          onChange={({ target }) => onWords({ ...words, reason: target.value })}
          optional
        />
      ) : null}
      <TextArea
        name="message"
        label={text.message}
        hint={text.messageHint}
        value={words.message}
        maxLength={4000}
        onChange={({ target }) => onWords({ ...words, message: target.value })}
        optional
      />
    </>
  );
}

function Corrected({ meetingId }: { readonly meetingId: string }) {
  const changes = useQuery(draftChangesQuery(meetingId));
  return (
    <Section title={text.changes.title}>
      <Loaded what={text.theChanges} query={changes} rows={3}>
        {(loaded) => (loaded === null ? null : <Changes changes={loaded} />)}
      </Loaded>
    </Section>
  );
}

/** Those who were taken out of what was pressed last. */
function leftOutOf({ recipients }: SendingCheckView, given: SendingView | null): ReadonlySet<string> {
  if (given === null) return new Set();
  const chosen = new Set(given.recipients.map(({ personId }) => personId));
  return new Set(recipients.map(({ personId }) => personId).filter((id) => !chosen.has(id)));
}

const filled = (typed: string): string | null => (typed.trim() === '' ? null : typed.trim());
