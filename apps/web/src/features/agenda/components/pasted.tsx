import type { ClipboardEvent } from 'react';
import { Button } from '../../../components/ui/button.js';
import { Panel } from '../../../components/ui/problem-panel.js';
import { counted } from '../../../lib/formats.js';
import { da } from '../../../texts/da.js';
import { titlesIn } from '../row-fields.js';

const words = da.agenda;

/** The titles in what is pasted where it is several lines, which then do not go into the field; else null. */
export function severalIn(event: ClipboardEvent): readonly string[] | null {
  const titles = titlesIn(event.clipboardData.getData('text/plain'));
  if (titles.length < 2) return null;
  event.preventDefault();
  return titles;
}

/** How many points are meant, in words. */
export const countOf = (titles: readonly string[]): string =>
  counted(titles.length, words.pointOne, words.pointMany);

interface PastedProps {
  readonly titles: readonly string[];
  /** What is said of them. */
  readonly text: string;
  /** What the other choice is called: to make one point of them, or to let them go into a title. */
  readonly otherwise: string;
  readonly onSeveral: () => void;
  readonly onOtherwise: () => void;
}

/** Several lines that may become several points. */
export function Pasted({ titles, text, otherwise, onSeveral, onOtherwise }: PastedProps) {
  return (
    <Panel tone="info" alert>
      <p>{text}</p>
      <ol className="pasted">
        {titles.map((title, i) => (
          <li key={`${i} ${title}`}>{title}</li>
        ))}
      </ol>
      <div className="dialog-actions">
        <Button look="primary" autoFocus onClick={onSeveral}>
          {words.makeSeveral(countOf(titles))}
        </Button>
        <Button onClick={onOtherwise}>{otherwise}</Button>
      </div>
    </Panel>
  );
}
