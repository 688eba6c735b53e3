import type { SendingRecipientView, SendingView } from '../../../../../../libs/contracts/sendings.js';
import { Button } from '../../../components/ui/button.js';
import { Chip } from '../../../components/ui/chip.js';
import type { Tone } from '../../../components/ui/chip.js';
import { momentInText } from '../../../lib/formats.js';
import { ruleInWords } from '../../../lib/api/problem.js';
import { da } from '../../../texts/da.js';

const text = da.sending.progress;

interface ProgressProps {
  readonly sendings: readonly SendingView[];
  readonly onRetry: (recipient: SendingRecipientView) => void;
}

/** What was sent of the meeting, the newest open, each with how far every mail is. */
export function Progress({ sendings, onRetry }: ProgressProps) {
  return sendings.map((sending, i) => (
    <details key={sending.id} className="sending" open={i === 0}>
      <summary>
        {text.kind[sending.kind]}, {stateInWords(sending)}
        {sending.state === 'released' ? (
          <span className="meta"> · {text.sum(sentOf(sending), sending.recipients.length)}</span>
        ) : null}
      </summary>
      {sending.stoppedBecause === null ? null : <p>{stoppedInWords(sending.stoppedBecause)}</p>}
      {sending.state === 'released' && sending.recipients.length > 0 ? (
        <Mails sending={sending} onRetry={onRetry} />
      ) : null}
    </details>
  ));
}

/** Why a sending was stopped, as a Danish sentence. */
export function stoppedInWords(code: string): string {
  const known: Readonly<Partial<Record<string, string>>> = da.sending.stoppedBy;
  return `${da.sending.stopped} ${known[code] ?? ruleInWords(code, null)}`;
}

function stateInWords({ state, releasedAt }: SendingView): string {
  if (state === 'released' && releasedAt !== null) return text.released(momentInText(releasedAt));
  return state === 'regretted' ? text.regretted : text.stopped;
}

const sentOf = ({ recipients }: SendingView): number =>
  recipients.filter(({ state }) => state === 'sent').length;

interface MailsProps {
  readonly sending: SendingView;
  readonly onRetry: ProgressProps['onRetry'];
}

function Mails({ sending, onRetry }: MailsProps) {
  return (
    <table className="table sending-mails" aria-label={text.kind[sending.kind]}>
      <thead>
        <tr>
          {Object.entries(text.columns).map(([name, title]) => (
            <th key={name} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sending.recipients.map((recipient) => (
          <tr key={recipient.id}>
            <td data-label={text.columns.name}>{recipient.name}</td>
            <td data-label={text.columns.address}>{recipient.address ?? '–'}</td>
            <td data-label={text.columns.state}>
              <Chip tone={TONES[recipient.state]}>{mailInWords(recipient)}</Chip>
              {recipient.method === 'cancel' ? <span className="meta"> {text.cancelled}</span> : null}
              {recipient.state === 'failed' ? (
                <Button aria-label={text.retryFor(recipient.name)} onClick={() => onRetry(recipient)}>
                  {text.retry}
                </Button>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const TONES: Readonly<Record<SendingRecipientView['state'], Tone>> = {
  waiting: 'neutral',
  queued: 'info',
  sent: 'ok',
  failed: 'err',
};

function mailInWords({ state, cause, nextTryAt, sentAt }: SendingRecipientView): string {
  const why = cause === null ? '' : text.causes[cause];
  if (state === 'failed') return text.failed(why);
  if (state === 'sent' && sentAt !== null) return text.sent(momentInText(sentAt));
  if (state === 'queued') {
    return cause === null || nextTryAt === null ? text.queued : text.again(momentInText(nextTryAt), why);
  }
  return text.waiting;
}
