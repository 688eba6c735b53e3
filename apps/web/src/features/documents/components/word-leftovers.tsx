import { useState } from 'react';
import type { WordReadingView } from '../../../../../../libs/contracts/word-readings.js';
import { Button } from '../../../components/ui/button.js';
import { Section } from '../../../components/ui/section.js';
import { announce } from '../../../lib/announcements.js';
import { word } from '../../../texts/word.js';

type Leftover = WordReadingView['leftovers'][number];

/** What of a Word file fits nowhere, word for word, to be copied to where it belongs. */
export function WordLeftovers({ leftovers }: Pick<WordReadingView, 'leftovers'>) {
  if (leftovers.length === 0) return null;
  return (
    <Section title={word.leftovers}>
      <p className="prose">{word.leftoversHow}</p>
      <ul className="plain">
        {leftovers.map((leftover, place) => (
          <One key={place} leftover={leftover} />
        ))}
      </ul>
    </Section>
  );
}

function One({ leftover }: { readonly leftover: Leftover }) {
  const [failed, setFailed] = useState(false);
  const where = whereOf(leftover);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(leftover.text);
      setFailed(false);
      announce(word.copied);
    } catch {
      // A browser may forbid it, and does where the page is not served safely.
      setFailed(true);
      announce(word.notCopied);
    }
  };
  return (
    <li className="difference">
      <div className="leftover-name">
        <h3>{where}</h3>
        {leftover.text === '' ? null : (
          <Button aria-label={word.copyOf(where)} onClick={() => void copy()}>
            {word.copy}
          </Button>
        )}
      </div>
      {leftover.text === '' ? (
        <p className="meta">{word.emptyHeading}</p>
      ) : (
        <p className="leftover-text">{leftover.text}</p>
      )}
      {failed ? <p className="meta">{word.notCopied}</p> : null}
    </li>
  );
}

function whereOf({ where, heading }: Leftover): string {
  return where === 'heading' ? word.where.heading(heading ?? '') : word.where[where];
}
