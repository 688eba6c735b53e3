import { TextArea, TextField } from '../../../components/ui/field.js';
import { useAsTyped } from '../../../lib/autosave/use-as-typed.js';
import { saysTheSame } from '../../../lib/typed-text.js';
import { da } from '../../../texts/da.js';
import type { PointField } from '../point-fields.js';
import type { PointSaves } from '../use-point-saves.js';

interface PointTextProps {
  readonly name: PointField;
  readonly saves: PointSaves;
  readonly hint?: string | undefined;
  /** A text of several lines, shown with at least as many. */
  readonly rows?: number;
  readonly maxLength?: number;
}

/** The most lines that are shown at once. */
const MOST_LINES = 30;

/** One field of a point that saves itself. */
export function PointText({ name, saves, hint, rows, maxLength }: PointTextProps) {
  const isArea = rows !== undefined;
  const text = useAsTyped(saves.fields[name], isArea ? saysTheSame : isSameLine);
  const field = {
    ...{ name, label: da.point.fields[name], fault: saves.faults[name] ?? null, value: text.value },
    ...(hint === undefined ? {} : { hint }),
    ...(maxLength === undefined ? {} : { maxLength }),
    onChange: ({ target }: { readonly target: { readonly value: string } }): void => {
      text.typed(target.value);
      saves.type({ [name]: target.value });
    },
    onBlur: (): void => {
      text.left();
      saves.leave();
    },
  };
  if (!isArea) return <TextField {...field} />;
  return <TextArea {...field} rows={Math.min(MOST_LINES, Math.max(rows, text.value.split('\n').length))} />;
}

const isSameLine = (one: string, other: string): boolean => one.trim() === other.trim();
