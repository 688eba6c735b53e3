import { Link } from '@tanstack/react-router';
import type { SendingCheckView } from '../../../../../../libs/contracts/sendings.js';
import { Icon } from '../../../components/ui/icon.js';
import type { IconName } from '../../../components/ui/icon.js';
import { da } from '../../../texts/da.js';
import { checkLines } from '../checklist.js';
import type { CheckLine } from '../checklist.js';

const text = da.sending.check;

const ICONS: Readonly<Record<CheckLine['weight'], IconName>> = {
  blocks: 'cross',
  warns: 'alert',
  fine: 'check',
};

interface ChecklistProps {
  readonly meetingId: string;
  readonly check: SendingCheckView;
  /** The titles of the points by id, as far as they are the reader's to see. */
  readonly titles: ReadonlyMap<string, string>;
}

/** What the server found before sending, each with the way to where it is mended. */
export function Checklist({ meetingId, check, titles }: ChecklistProps) {
  return (
    <ul className="checklist">
      {checkLines(check).map(({ key, weight, words, pointId, page }) => (
        <li key={key} className={`check check-${weight}`}>
          <Icon name={ICONS[weight]} />
          <div>
            <span className="check-weight">{text[weight]}: </span>
            {words}
            {pointId === null ? null : (
              <>
                {' '}
                <Link to="/meetings/$meetingId/agenda" params={{ meetingId }} hash={`row-${pointId}`}>
                  {text.showPoint(titles.get(pointId) ?? text.hiddenPoint)}
                </Link>
              </>
            )}
            {page === null ? null : (
              <>
                {' '}
                <Link
                  to={page === 'agenda' ? '/meetings/$meetingId/agenda' : '/meetings/$meetingId'}
                  params={{ meetingId }}
                >
                  {page === 'agenda' ? text.showAgenda : text.showMeeting}
                </Link>
              </>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
