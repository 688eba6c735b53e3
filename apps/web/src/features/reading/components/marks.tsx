import { useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import type { OwnReadingView } from '../../../../../../libs/contracts/reading.js';
import { Refusal } from '../../../components/ui/problem-panel.js';
import { reading } from '../../../texts/reading.js';
import { useDrawnMarks } from '../use-drawn-marks.js';
import { useMarking } from '../use-marking.js';
import { usePassage } from '../use-passage.js';
import { MarkButtons } from './mark-buttons.js';
import { MarkRow } from './mark-row.js';

const text = reading.marks;
/** What lies at the foot of the window, where what is selected can be marked without the way to the column of notes. */
const FOOT = 'reading-foot';

interface MarksProps {
  readonly meetingId: string;
  readonly pointId: string;
  readonly own: OwnReadingView;
  /** What the text on the page was made of. */
  readonly shown: unknown;
}

/** The passages that one has marked in a point, and the buttons that mark what is selected. */
export function Marks({ meetingId, pointId, own, shown }: MarksProps) {
  const marks = useMemo(
    () => own.highlights.filter((mark) => mark.pointId === pointId),
    [own.highlights, pointId],
  );
  const places = useDrawnMarks(marks, shown);
  const [passage, letGo] = usePassage();
  const [noted, setNoted] = useState<string | null>(null);
  const { make, say, remove } = useMarking(meetingId, pointId);
  const onMark = (withNote: boolean): void => {
    if (passage === null) return;
    make.mutate(passage, {
      onSuccess: ({ id }) => {
        getSelection()?.removeAllRanges();
        letGo();
        if (withNote) setNoted(id);
      },
    });
  };
  const foot = document.getElementById(FOOT);
  return (
    <section className="marks" aria-labelledby="marks-title">
      <h2 id="marks-title">{text.title}</h2>
      <p className="meta">{text.hint}</p>
      <div className="form-actions">
        <MarkButtons isReady={passage !== null} onMark={onMark} />
      </div>
      <Refusal error={make.error ?? say.error ?? remove.error} />
      <ul>
        {marks.map((mark) => (
          <MarkRow
            key={mark.id}
            mark={mark}
            // Until the text was looked through nothing is said of it.
            isLost={places !== null && !places.has(mark.id)}
            isNoted={noted === mark.id}
            onGo={() => goTo(places?.get(mark.id))}
            onNote={(isOpen) => setNoted(isOpen ? mark.id : null)}
            onSay={(note) => say.mutate({ mark, note })}
            onRemove={() => remove.mutate(mark)}
          />
        ))}
      </ul>
      {passage === null || foot === null
        ? null
        : createPortal(
            <div role="group" aria-label={text.selected} className="mark-bar">
              <MarkButtons isReady onMark={onMark} />
            </div>,
            foot,
          )}
    </section>
  );
}

/** Brings a passage to the middle of the window. */
function goTo(range: Range | undefined): void {
  if (range === undefined) return;
  const { top } = range.getBoundingClientRect();
  window.scrollTo({ top: window.scrollY + top - window.innerHeight / 3 });
}
