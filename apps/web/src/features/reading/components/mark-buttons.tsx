import { Button } from '../../../components/ui/button.js';
import { reading } from '../../../texts/reading.js';

const text = reading.marks;

interface MarkButtonsProps {
  /** Whether something is selected that can be marked. */
  readonly isReady: boolean;
  readonly onMark: (withNote: boolean) => void;
}

/** Marks what is selected, with or without a note to it. A press leaves it selected. */
export function MarkButtons({ isReady, onMark }: MarkButtonsProps) {
  const refusal = isReady ? null : text.selectFirst;
  return ([false, true] as const).map((withNote) => (
    <Button
      key={String(withNote)}
      refusal={refusal}
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => onMark(withNote)}
    >
      {withNote ? text.markWithNote : text.mark}
    </Button>
  ));
}
