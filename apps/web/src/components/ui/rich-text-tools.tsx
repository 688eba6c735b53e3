import type { Editor } from '@tiptap/core';
import { toggleMark } from '@tiptap/pm/commands';
import { redo, undo } from '@tiptap/pm/history';
import type { MarkType } from '@tiptap/pm/model';
import type { Command, EditorState } from '@tiptap/pm/state';
import { addColumnAfter, addRowAfter } from '@tiptap/pm/tables';
import { useState } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import {
  hasHeaderRow,
  insertTable,
  isHeading,
  linkAt,
  removeColumn,
  removeRow,
  toggleHeaderRow,
  toggleHeading,
} from '../../lib/rich-text/commands.js';
import { isInList, toggleList } from '../../lib/rich-text/lists.js';
import { useEditorState } from '../../lib/rich-text/use-text-editor.js';
import { richText as words } from '../../texts/rich-text.js';

interface Tool {
  readonly name: keyof typeof PICTURES;
  /** Null: it opens something. */
  readonly command: Command | null;
  /** Whether what it gives stands at the caret; undefined for what is done rather than on or off. */
  readonly isOn?: (state: EditorState) => boolean;
}

const PICTURES = {
  bold: 'M5 3v10M5 3h4a2.4 2.4 0 0 1 0 4.8H5M5 7.8h4.6a2.6 2.6 0 0 1 0 5.2H5',
  italic: 'M7 3h5M4 13h5M9.5 3l-3 10',
  heading: 'M4 3v10M12 3v10M4 8h8',
  bullets: 'M6.5 4H14M6.5 8H14M6.5 12H14M2.5 4h1M2.5 8h1M2.5 12h1',
  numbers: 'M7 4h7M7 8h7M7 12h7M2 3.2l1.2-.7V6M2 9.5c.4-.8 2-.8 2 .2 0 .8-2 1.7-2 2.8h2.2',
  link: 'M6.8 9.2a2.6 2.6 0 0 0 3.8 0l2-2a2.7 2.7 0 0 0-3.8-3.8l-.8.8M9.2 6.8a2.6 2.6 0 0 0-3.8 0l-2 2a2.7 2.7 0 0 0 3.8 3.8l.8-.8',
  table: 'M2 3h12v10H2zM2 6.3h12M2 9.7h12M8 3v10',
  header: 'M2 3h12v10H2zM2 7h12M4 5h8',
  addRow: 'M2 2.5h12v5H2zM8 9.5v5M5.5 12h5',
  addColumn: 'M2.5 2h5v12h-5zM9.5 8h5M12 5.5v5',
  removeRow: 'M2 2.5h12v5H2zM5.5 12h5',
  removeColumn: 'M2.5 2h5v12h-5zM9.5 8h5',
  undo: 'M6 3 2.5 6.5 6 10M2.5 6.5h7a3.3 3.3 0 0 1 0 6.5H6',
  redo: 'M10 3l3.5 3.5L10 10M13.5 6.5h-7a3.3 3.3 0 0 0 0 6.5H10',
} as const;

const markOf = (state: EditorState, name: string): MarkType | undefined => state.schema.marks[name];
const mark =
  (name: string): Command =>
  (state, dispatch) => {
    const type = markOf(state, name);
    return type !== undefined && toggleMark(type)(state, dispatch);
  };
const hasMark =
  (name: string) =>
  (state: EditorState): boolean => {
    const type = markOf(state, name);
    const { $from, from, to, empty } = state.selection;
    if (!type) return false;
    if (empty) return type.isInSet(state.storedMarks ?? $from.marks()) !== undefined;
    return state.doc.rangeHasMark(from, to, type);
  };

const MARKS: readonly Tool[] = [
  { name: 'bold', command: mark('bold'), isOn: hasMark('bold') },
  { name: 'italic', command: mark('italic'), isOn: hasMark('italic') },
];
const LINK: Tool = { name: 'link', command: null, isOn: (state) => linkAt(state) !== null };
const HISTORY: readonly Tool[] = [
  { name: 'undo', command: undo },
  { name: 'redo', command: redo },
];
/** The tools of a list of sentences, and those of a text of any parts. */
const FEW: readonly (readonly Tool[])[] = [[...MARKS, LINK], HISTORY];
const ALL: readonly (readonly Tool[])[] = [
  [...MARKS, { name: 'heading', command: toggleHeading, isOn: isHeading }],
  [
    { name: 'bullets', command: toggleList('bulletList'), isOn: (state) => isInList(state, 'bulletList') },
    { name: 'numbers', command: toggleList('orderedList'), isOn: (state) => isInList(state, 'orderedList') },
    LINK,
  ],
  [
    { name: 'table', command: insertTable },
    { name: 'header', command: toggleHeaderRow, isOn: hasHeaderRow },
    { name: 'addRow', command: addRowAfter },
    { name: 'removeRow', command: removeRow },
    { name: 'addColumn', command: addColumnAfter },
    { name: 'removeColumn', command: removeColumn },
  ],
  HISTORY,
];

interface ToolsProps {
  readonly editor: Editor;
  readonly label: string;
  readonly isOneList: boolean;
  /** The id of what one writes in. */
  readonly controls: string;
  readonly bar: RefObject<HTMLDivElement | null>;
  readonly onLink: () => void;
}

/**
 * The tools of a text: one stop of Tab, the arrows go from one to the next, Escape goes back to the text. What cannot be used
 * where the caret stands stays in its place, so that nothing moves under the mouse.
 */
export function RichTextTools({ editor, label, isOneList, controls, bar, onLink }: ToolsProps) {
  const groups = isOneList ? FEW : ALL;
  const tools = groups.flat();
  const states = useEditorState(editor, ({ state, isEditable }) =>
    tools.map(({ command, isOn }) => ({
      can: isEditable && (command === null || command(state)),
      on: isOn?.(state) ?? null,
    })),
  );
  const [at, setAt] = useState(0);
  const use = ({ command }: Tool): void => {
    if (command === null) {
      onLink();
      return;
    }
    command(editor.state, editor.view.dispatch);
  };
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label={words.tools(label)}
      aria-controls={controls}
      className="text-tools"
      onKeyDown={(event) => onToolKey(event, editor)}
    >
      {groups.map((group, place) => (
        <div key={place} className="text-tool-group">
          {group.map((tool) => {
            const number = tools.indexOf(tool);
            const { can = false, on = null } = states[number] ?? {};
            return (
              <ToolButton
                key={tool.name}
                {...{ name: tool.name, can, on, isStop: number === at }}
                onFocus={() => setAt(number)}
                onUse={() => use(tool)}
              />
            );
          })}
        </div>
      ))}
    </div>
  );
}

interface ToolButtonProps {
  readonly name: Tool['name'];
  readonly can: boolean;
  readonly on: boolean | null;
  readonly isStop: boolean;
  readonly onFocus: () => void;
  readonly onUse: () => void;
}

function ToolButton({ name, can, on, isStop, onFocus, onUse }: ToolButtonProps) {
  return (
    <button
      type="button"
      className="text-tool"
      tabIndex={isStop ? 0 : -1}
      aria-label={words[name]}
      title={words[name]}
      aria-pressed={on ?? undefined}
      aria-disabled={can ? undefined : true}
      onFocus={onFocus}
      // The text keeps the focus, and its selection, when a tool is pressed with the mouse.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => {
        if (can) onUse();
      }}
    >
      <svg className="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <path d={PICTURES[name]} />
      </svg>
    </button>
  );
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

function onToolKey(event: KeyboardEvent<HTMLElement>, editor: Editor): void {
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const at = buttons.findIndex((button) => button === document.activeElement);
  const step = STEPS[event.key];
  if (event.key === 'Escape') editor.view.focus();
  else if (event.key === 'Home') buttons[0]?.focus();
  else if (event.key === 'End') buttons.at(-1)?.focus();
  else if (step !== undefined) buttons[(at + step + buttons.length) % buttons.length]?.focus();
  else return;
  event.preventDefault();
  event.stopPropagation();
}
