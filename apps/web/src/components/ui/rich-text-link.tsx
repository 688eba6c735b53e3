import type { Editor } from '@tiptap/core';
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { linkAddress } from '../../lib/rich-text/address.js';
import { linkAt, setLink } from '../../lib/rich-text/commands.js';
import { richText } from '../../texts/rich-text.js';
import { Button } from './button.js';
import { TextField } from './field.js';

const words = richText.address;

interface LinkFieldProps {
  readonly editor: Editor;
  /** The id of the text the link stands in. */
  readonly of: string;
  readonly onClose: () => void;
}

/** Where the address of a link is typed. It is no form of its own: the text may stand in one. */
export function RichTextLink({ editor, of, onClose }: LinkFieldProps) {
  const before = linkAt(editor.state);
  const [typed, setTyped] = useState(before ?? '');
  const [isWrong, setIsWrong] = useState(false);
  const close = (): void => {
    onClose();
    editor.view.focus();
  };
  const link = (href: string | null): void => {
    setLink(href)(editor.state, editor.view.dispatch);
    close();
  };
  const take = (): void => {
    const href = linkAddress(typed);
    setIsWrong(href === null);
    if (href !== null) link(href);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' && event.key !== 'Enter') return;
    // A button does with Enter what it says.
    if (event.key === 'Enter' && event.target instanceof HTMLButtonElement) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') close();
    else take();
  };
  return (
    <div className="text-link" onKeyDown={onKeyDown}>
      <TextField
        name={`${of}.link`}
        label={words.label}
        fault={isWrong ? words.fault : null}
        autoFocus
        spellCheck={false}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      <div className="dialog-actions">
        <Button look="primary" onClick={take}>
          {words.set}
        </Button>
        {before === null ? null : <Button onClick={() => link(null)}>{words.remove}</Button>}
      </div>
    </div>
  );
}
