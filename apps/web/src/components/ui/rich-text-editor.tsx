import { useRef, useState } from 'react';
import type { RichText } from '../../../../../libs/domain/text/index.js';
import { useTextEditor } from '../../lib/rich-text/use-text-editor.js';
import type { TextKind } from '../../lib/rich-text/use-text-editor.js';
import '../../styles/rich-text.css';
import { droppedInWords, excessInWords } from '../../texts/pasted.js';
import { richText as words } from '../../texts/rich-text.js';
import { RichTextLink } from './rich-text-link.js';
import { RichTextTools } from './rich-text-tools.js';

/** A text of any parts. */
const WHOLE: TextKind = {
  ...{ isOneList: false, itemStart: '' },
  shown: (text) => text,
  written: (text) => text,
  pasted: (text) => text,
};

export interface RichTextEditorProps {
  /** Also the id of what one writes in. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly value: RichText;
  readonly onChange: (text: RichText) => void;
  /** The text was left: what waits can be saved. */
  readonly onLeave?: () => void;
  readonly isReadOnly?: boolean;
  /** Whether it takes the focus when it comes. */
  readonly takesFocus?: boolean;
  readonly kind?: TextKind;
  /** Words that stand before the text and are not written in. */
  readonly lead?: string | undefined;
  /** What is said under the text about what it says. */
  readonly note?: string;
}

/** A text with formatting, written as it is read. */
export default function RichTextEditor(props: RichTextEditorProps) {
  const { name, label, hint, value, onChange, onLeave, kind = WHOLE, lead, note = '' } = props;
  const { isReadOnly = false, takesFocus = false } = props;
  const bar = useRef<HTMLDivElement>(null);
  const [isLinking, setIsLinking] = useState(false);
  const [taken, setTaken] = useState('');
  const described = [hint === undefined ? null : `${name}-hint`, lead === undefined ? null : `${name}-lead`];
  const ids = [...described, `${name}-keys`].filter((id) => id !== null).join(' ');
  const { host, editor } = useTextEditor({
    ...{ value, onChange, isReadOnly, takesFocus, kind },
    onLeave: () => onLeave?.(),
    onTaken: (told) => setTaken('excess' in told ? excessInWords(told.excess) : droppedInWords(told.dropped)),
    onTools: () => bar.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus(),
    attributes: {
      ...{ id: name, class: 'rich-text rich-text-input' },
      ...{ 'aria-labelledby': `${name}-label`, 'aria-describedby': ids },
    },
  });
  return (
    <div className="field text-field" data-read-only={isReadOnly || undefined}>
      <div className="text-head">
        <span className="text-label" id={`${name}-label`} onClick={() => editor?.view.focus()}>
          {label}
        </span>
        {editor === null || isReadOnly ? null : (
          <RichTextTools
            {...{ editor, label, bar, isOneList: kind.isOneList, controls: name }}
            onLink={() => setIsLinking(true)}
          />
        )}
      </div>
      {editor !== null && isLinking && !isReadOnly ? (
        <RichTextLink editor={editor} of={name} onClose={() => setIsLinking(false)} />
      ) : null}
      {hint === undefined ? null : (
        <p id={`${name}-hint`} className="hint">
          {hint}
        </p>
      )}
      {lead === undefined ? null : (
        <p id={`${name}-lead`} className="text-lead">
          {lead}
        </p>
      )}
      <div ref={host} className="text-host" />
      <p id={`${name}-keys`} className="visually-hidden">
        {words.keys}
      </p>
      <p role="status" className="hint text-note">
        {[taken, note].filter((each) => each !== '').join(' ')}
      </p>
    </div>
  );
}
