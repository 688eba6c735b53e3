import type { FollowUpView } from '../../../../../../libs/contracts/follow-ups.js';
import { Icon } from '../../../components/ui/icon.js';
import { todayInDenmark } from '../../../lib/formats.js';
import { da } from '../../../texts/da.js';
import { dueInWords, overdueInWords } from '../due-text.js';

/** When a follow-up is due, and how many days it is late. */
export function Due({ followUp }: { readonly followUp: FollowUpView }) {
  const today = todayInDenmark();
  const when = dueInWords(followUp.due, today);
  const late = overdueInWords(followUp, today);
  if (when === null) return <span className="meta">{da.followUps.noDue}</span>;
  return (
    <span className={late === null ? 'due' : 'due due-late'}>
      {late === null ? null : <Icon name="alert" />}
      {followUp.due.date === null ? when : <time dateTime={followUp.due.date}>{when}</time>}
      {late === null ? null : <span className="due-days"> {late}</span>}
    </span>
  );
}
