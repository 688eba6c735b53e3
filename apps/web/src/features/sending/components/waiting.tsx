import { useEffect, useRef, useState } from 'react';
import type { SendingView } from '../../../../../../libs/contracts/sendings.js';
import { Button } from '../../../components/ui/button.js';
import { Panel, Refusal } from '../../../components/ui/problem-panel.js';
import { counted } from '../../../lib/formats.js';
import { da } from '../../../texts/da.js';

const text = da.sending;

interface WaitingProps {
  readonly sending: SendingView;
  /** When the page got it, in milliseconds since the epoch: the seconds count from there, whatever the clock of the machine says. */
  readonly seenAt: number;
  readonly onRegret: () => void;
  readonly busy: boolean;
  readonly error: unknown;
}

/** A sending that can still be taken back, with the seconds that are left. */
export function Waiting({ sending, seenAt, onRegret, busy, error }: WaitingProps) {
  const left = useSecondsLeft(sending.dueInMs, seenAt);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <div ref={place} tabIndex={-1} className="sending-waits">
      <Panel tone="info">
        <p>
          <strong>{left > 0 ? text.waits(counted(left, text.second, text.seconds)) : text.soon}</strong>{' '}
          {text.waitsMore}
        </p>
        <Refusal error={error} />
        <Button look="primary" busy={busy} onClick={onRegret}>
          {text.takeBack}
        </Button>
      </Panel>
    </div>
  );
}

function useSecondsLeft(dueInMs: number, seenAt: number): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Math.ceil((dueInMs - Math.max(0, now - seenAt)) / 1000));
}
