import { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import type { EditorProps, EditorView } from '@tiptap/pm/view';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { RefObject } from 'react';
import type { RichText } from '../../../../../libs/domain/text/index.js';
import { fromEditor, toEditor } from './editor-json.js';
import type { EditorNode } from './editor-json.js';
import { keysOf } from './keys.js';
import { normalText } from './normal.js';
import { ONE_LIST, TEXT_PARTS, WHOLE_TEXT } from './schema.js';
import { takeIn } from './take-in.js';
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
  readonly kind: TextKind;
  /** The attributes of the element one writes in. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly onTools: () => void;
  /** Something was pasted or dropped into the text. */
  readonly onTaken: (taken: Taken) => void;
}

/**
 * An editor in an element. What is written is told at once; a text that comes from elsewhere takes the place of what stands
 * there only where the two differ, so that the caret, and what can be undone, stay.
 */
export function useTextEditor(options: TextEditorOptions): {
  readonly host: RefObject<HTMLDivElement | null>;
  readonly editor: Editor | null;
} {
  const { value, isReadOnly, kind } = options;
  const host = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<Editor | null>(null);
  const latest = useRef(options);
  /** What was told last, so that it is not taken for a text from elsewhere. */
  const told = useRef<RichText | null>(null);
  useEffect(() => {
    latest.current = options;
  });
  useEffect(() => {
    const made = madeIn(host.current, latest, told);
    setEditor(made);
    return () => made.destroy();
  }, []);
  useEffect(() => {
    if (editor?.isEditable === isReadOnly) editor.setEditable(!isReadOnly, false);
  }, [editor, isReadOnly]);
  useEffect(() => {
    if (editor === null || value === told.current) return;
    told.current = null;
    const standing = kind.written(textIn(editor.state.doc));
    if (JSON.stringify(standing) !== JSON.stringify(normalText(value))) put(editor, kind.shown(value));
  }, [editor, value, kind]);
  return { host, editor };
}

function madeIn(
  element: HTMLElement | null,
  latest: RefObject<TextEditorOptions>,
  told: RefObject<RichText | null>,
): Editor {
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
    onUpdate: ({ editor }) => {
      const text = latest.current.kind.written(textIn(editor.state.doc));
      told.current = text;
      latest.current.onChange(text);
    },
    onBlur: () => latest.current.onLeave(),
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

// The JSON of the editor's document is a tree of such parts.
const textIn = (doc: Node): RichText => fromEditor(doc.toJSON() as EditorNode);

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
