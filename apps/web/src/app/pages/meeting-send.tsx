import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { MeetingView } from '../../../../../libs/contracts/meetings.js';
import type { SendingListView, SendingView } from '../../../../../libs/contracts/sendings.js';
import { Empty } from '../../components/ui/empty.js';
import { Loaded } from '../../components/ui/loaded.js';
import { Section } from '../../components/ui/section.js';
import { MeetingStateChip } from '../../features/meetings/components/state-chip.js';
import { ReviewPanel } from '../../features/reviews/components/review-panel.js';
import {
  regretSending,
  retryMail,
  sendingCheckQuery,
  sendingsQuery,
} from '../../features/sending/api/sendings.js';
import { Progress } from '../../features/sending/components/progress.js';
import { Waiting } from '../../features/sending/components/waiting.js';
import { announce } from '../../lib/announcements.js';
import { da } from '../../texts/da.js';
import { MeetingPage } from '../meeting/meeting-page.js';
import { SendForm, canBeSent } from '../sending/send-form.js';

const route = getRouteApi('/inside/meetings/$meetingId/send');
const text = da.sending;

const stateOf = ({ state }: MeetingView) => <MeetingStateChip state={state} />;

export default function MeetingSendPage() {
  const { meetingId } = route.useParams();
  return <MeetingSend key={meetingId} meetingId={meetingId} />;
}

/** Sends the agenda of a meeting: what is to be looked at, whom it goes to, and how far each mail is. */
function MeetingSend({ meetingId }: { readonly meetingId: string }) {
  return (
    <MeetingPage meetingId={meetingId} title={text.title} status={stateOf}>
      {(meeting) =>
        meeting.abilities.run === true ? <Desk meeting={meeting} /> : <Empty>{text.notYours}</Empty>
      }
    </MeetingPage>
  );
}

function Desk({ meeting }: { readonly meeting: MeetingView }) {
  const sendings = useQuery(sendingsQuery(meeting.id));
  return (
    <Loaded what={text.theSendings} query={sendings}>
      {(loaded) => <Sendings meeting={meeting} sendings={loaded} seenAt={sendings.dataUpdatedAt} />}
    </Loaded>
  );
}

interface SendingsProps {
  readonly meeting: MeetingView;
  readonly sendings: SendingListView;
  readonly seenAt: number;
}

function Sendings({ meeting, sendings, seenAt }: SendingsProps) {
  const refresh = useRefresh();
  const check = useQuery({ ...sendingCheckQuery(meeting.id), enabled: canBeSent(meeting) });
  const waiting = sendings.items.find(({ state }) => state === 'waiting');
  const settled = sendings.items.filter(({ state }) => state !== 'waiting');
  const newest = settled[0];
  const regret = useMutation({
    mutationFn: regretSending,
    onSuccess: () => announce(text.takenBack),
    onSettled: refresh,
  });
  const retry = useMutation({
    mutationFn: (recipient: { readonly id: string; readonly name: string }) => retryMail(recipient.id),
    onSuccess: (_, { name }) => announce(text.progress.tried(name)),
    onSettled: refresh,
  });
  const place = useWhenOver(waiting?.id ?? null, refresh);
  return (
    <div ref={place} tabIndex={-1} className="sendings">
      {waiting === undefined ? (
        <SendForm
          meeting={meeting}
          given={newest !== undefined && isUndone(newest) ? newest : null}
          onSent={refresh}
        />
      ) : (
        <Waiting
          sending={waiting}
          seenAt={seenAt}
          busy={regret.isPending}
          error={regret.error}
          onRegret={() => regret.mutate(waiting.id)}
        />
      )}
      {!check.isLoading && ['planned', 'drafting'].includes(meeting.state) ? (
        <ReviewPanel meeting={meeting} />
      ) : null}
      {settled.length === 0 ? null : (
        <Section title={text.progress.title} wide>
          <Progress sendings={settled} onRetry={(recipient) => retry.mutate(recipient)} />
        </Section>
      )}
    </div>
  );
}

/** What was pressed and not sent: what was written for it is not written again. */
const isUndone = ({ state }: SendingView): boolean => state === 'regretted' || state === 'stopped';

/** When what waited is released or taken back the meeting is another, and the button that had the focus is gone. */
function useWhenOver(waiting: string | null, onOver: () => Promise<unknown>) {
  const place = useRef<HTMLDivElement>(null);
  const before = useRef(waiting);
  useEffect(() => {
    const isOver = before.current !== null && waiting === null;
    before.current = waiting;
    if (!isOver) return;
    if (document.activeElement === document.body) place.current?.focus();
    void onOver();
  });
  return place;
}

/** Everything that a sending changes: the meeting, its agenda as its readers have it, and what can be sent next. */
function useRefresh(): () => Promise<unknown> {
  const client = useQueryClient();
  return () =>
    Promise.all(
      [['sendings'], ['meetings'], ['agenda']].map((queryKey) => client.invalidateQueries({ queryKey })),
    );
}
