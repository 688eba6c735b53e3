import type { PlannedRecipientView } from '../../../../../../libs/contracts/sendings.js';
import { da } from '../../../texts/da.js';

const text = da.sending.recipients;
const GROUPS = ['member', 'participant', 'reader', 'guest'] as const;

interface RecipientsProps {
  readonly recipients: readonly PlannedRecipientView[];
  /** Ids of those who were taken out by hand. */
  readonly leftOut: ReadonlySet<string>;
  readonly onToggle: (personId: string) => void;
}

/** Whom the agenda goes to, by why they get it; each can be left out. */
export function Recipients({ recipients, leftOut, onToggle }: RecipientsProps) {
  return (
    <>
      <p className="meta">{text.channel}</p>
      {GROUPS.map((group) => {
        const those = recipients.filter((one) => one.group === group);
        if (those.length === 0) return null;
        return (
          <fieldset key={group} className="choices">
            <legend>{text.group[group]}</legend>
            {those.map((one) => (
              <label key={one.personId} className="choice">
                <input
                  type="checkbox"
                  checked={one.told && !leftOut.has(one.personId)}
                  disabled={!one.told}
                  onChange={() => onToggle(one.personId)}
                />
                <span>
                  {one.name} <span className="meta">{noteOn(one)}</span>
                </span>
              </label>
            ))}
          </fieldset>
        );
      })}
    </>
  );
}

function noteOn({ told, address, seesClosed }: PlannedRecipientView): string {
  if (!told) return text.untold;
  const notes = [
    ...(address === null ? [text.withoutAddress] : []),
    ...(seesClosed ? [text.seesClosed] : []),
  ];
  return notes.join(' · ');
}
