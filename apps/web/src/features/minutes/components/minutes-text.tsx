import { useState } from 'react';
import { TextArea } from '../../../components/ui/field.js';
import { da } from '../../../texts/da.js';
import { saysTheSame } from '../../../lib/typed-text.js';

interface MinutesTextProps {
  readonly name: string;
  /** The text as it is saved, or typed and not saved yet. */
  readonly text: string;
  /** What is written by itself where nothing is typed. */
  readonly phrase: string;
  readonly formatted: boolean;
  readonly onType: (text: string) => void;
}

/** The fewest and the most lines that are shown at once. */
const LINES = { least: 2, most: 30 };

/**
 * The text of a point. While one types, it stays as it was typed: the blank line at its end that saving leaves out, and a
 * text emptied to be written anew.
 */
export function MinutesText({ name, text, phrase, formatted, onType }: MinutesTextProps) {
  const [typed, setTyped] = useState(text);
  const [isTyping, setIsTyping] = useState(false);
  const isEmptied = isTyping && typed.trim() === '' && saysTheSame(text, phrase);
  const shown = isEmptied || saysTheSame(typed, text) ? typed : text;
  return (
    <TextArea
      name={name}
      label={da.minutes.text}
      {...(formatted ? { hint: da.minutes.formatted } : {})}
      data-minutes-text=""
      className="minutes-text"
      rows={Math.min(LINES.most, Math.max(LINES.least, shown.split('\n').length))}
      value={shown}
      onFocus={() => {
        setTyped(shown);
        setIsTyping(true);
      }}
      onBlur={() => {
        setIsTyping(false);
        setTyped(text);
      }}
      onChange={(event) => {
        setTyped(event.target.value);
        onType(event.target.value);
      }}
    />
  );
}
