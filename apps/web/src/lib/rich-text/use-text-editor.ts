import { Editor } from '@tiptap/core';
import type { EditorProps, EditorView } from '@tiptap/pm/view';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { RefObject } from 'react';
import type { RichText } from '../../../../../libs/domain/text/index.js';
import { toEditor } from './editor-json.js';
import { keysOf } from './keys.js';
import { normalText } from './normal.js';
import { ONE_LIST, TEXT_PARTS, WHOLE_TEXT } from './schema.js';
import { takeIn } from './take-in.js';
import { Teller, beforeLeaving, textIn } from './teller.js';
import type { Taken } from './take-in.js';

/** How one text is written: of any parts, or as one numbered list whose items begin alike. */
export interface TextKind {
  readonly isOneList: boolean;
  /** What every new item of a numbered list begins with. */
  readonly itemStart: string;
  /** The text as it is written in, and what is made of what was written. */
  readonly shown: (text: RichText) => RichText;
  readonly written: (text: RichText) => RichText;
  /** A text that was brought, as it is put into this one. */
  readonly pasted: (text: RichText) => RichText;
}

export interface TextEditorOptions {
  readonly value: RichText;
  readonly onChange: (text: RichText) => void;
  readonly onLeave: () => void;
  readonly isReadOnly: boolean;
  readonly takesFocus: boolean;
  readonly kind: TextKind;
  /** The attributes of the element one writes in. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly onTools: () => void;
  /** Something was pasted or dropped into the text. */
  readonly onTaken: (taken: Taken) => void;
}

/**
 * An editor in an element. What is written is told at once, of a long text in short pauses; a text that comes from elsewhere
 * takes the place of what stands there only where the two differ, so that the caret, and what can be undone, stay.
 */
export function useTextEditor(options: TextEditorOptions): {
  readonly host: RefObject<HTMLDivElement | null>;
  readonly editor: Editor | null;
} {
  const { value, isReadOnly, kind } = options;
  const host = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<Editor | null>(null);
  const latest = useRef(options);
  const [teller] = useState(() => new Teller());
  useEffect(() => {
    latest.current = options;
    teller.tell = (text) => options.onChange(text);
    teller.written = options.kind.written;
  });
  useEffect(() => {
    const made = madeIn(host.current, latest, teller);
    setEditor(made);
    if (latest.current.takesFocus) made.view.focus();
    const stop = beforeLeaving(() => teller.now());
    return () => {
      stop();
      teller.now();
      made.destroy();
    };
  }, [teller]);
  useEffect(() => {
    if (editor?.isEditable === isReadOnly) editor.setEditable(!isReadOnly, false);
  }, [editor, isReadOnly]);
  useEffect(() => {
    if (editor === null || value === teller.told) return;
    // What was written and not told yet is not lost by a text from elsewhere: whoever follows this is told of both.
    if (teller.now()) return;
    teller.told = null;
    const standing = kind.written(textIn(editor.state.doc));
    if (JSON.stringify(standing) !== JSON.stringify(normalText(value))) put(editor, kind.shown(value));
  }, [editor, value, kind, teller]);
  return { host, editor };
}

function madeIn(element: HTMLElement | null, latest: RefObject<TextEditorOptions>, teller: Teller): Editor {
  const { value, kind, attributes, isReadOnly } = latest.current;
  return new Editor({
    element,
    content: toEditor(kind.shown(value)),
    editable: !isReadOnly,
    extensions: [
      kind.isOneList ? ONE_LIST : WHOLE_TEXT,
      ...TEXT_PARTS,
      keysOf({ ...kind, onTools: () => latest.current.onTools() }),
    ],
    // The policy of the page lets nobody write styles into it; they are in rich-text.css.
    injectCSS: false,
    enablePasteRules: false,
    // Also a text that cannot be written in just now can be read with the keys.
    coreExtensionOptions: { tabindex: { value: '0' } },
    editorProps: { ...bringing(latest), attributes: { ...attributes, 'aria-multiline': 'true' } },
    onUpdate: ({ editor }) => teller.changed(editor.state.doc),
    onBlur: () => {
      teller.now();
      latest.current.onLeave();
    },
  });
}

/** What is pasted, and dropped from elsewhere: words that are moved within the text are the editor's own affair. */
function bringing(latest: RefObject<TextEditorOptions>): EditorProps {
  const take = (view: EditorView, event: Event, data: DataTransfer | null, at?: number): boolean => {
    const taken = view.editable && data ? takeIn(view, data, latest.current.kind, at) : null;
    if (taken === null) return false;
    event.preventDefault();
    latest.current.onTaken(taken);
    return true;
  };
  return {
    // Before the editor reads it in its own way, which would be for nothing.
    handleDOMEvents: {
      paste: (view, event) => take(view, event, event.clipboardData),
      drop: (view, event) => {
        const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos;
        return !view.dragging && at !== undefined && take(view, event, event.dataTransfer, at);
      },
    },
  };
}

/** Puts a text in the place of what stands there, as far as they differ. It is not the writer's own, and not undone. */
function put(editor: Editor, text: RichText): void {
  const { state, view } = editor;
  const next = state.schema.nodeFromJSON(toEditor(text));
  const from = state.doc.content.findDiffStart(next.content);
  const end = state.doc.content.findDiffEnd(next.content);
  if (from === null || end === null) return;
  // What is the same before and after can overlap.
  const overlap = Math.max(0, from - Math.min(end.a, end.b));
  const tr = state.tr.replace(from, end.a + overlap, next.slice(from, end.b + overlap));
  view.dispatch(tr.setMeta('addToHistory', false).setMeta('preventUpdate', true));
}

/** Something about what an editor holds now, followed as it changes; compared as JSON. */
export function useEditorState<Told>(editor: Editor, tell: (editor: Editor) => Told): Told {
  const told = useSyncExternalStore(
    (onChange) => {
      editor.on('transaction', onChange);
      return () => editor.off('transaction', onChange);
    },
    () => JSON.stringify(tell(editor)),
  );
  // It was made of such a value two lines above.
  return JSON.parse(told) as Told;
}
