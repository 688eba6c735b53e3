import { useState } from 'react';
import type { ReactNode } from 'react';
import type { AgendaEntry } from '../../../../../libs/contracts/sending.js';
import { da } from '../../texts/da.js';
import { Pasted, countOf } from './components/pasted.js';
import { savedRow } from './row-fields.js';
import { useWork } from './work.js';

/** What several lines pasted into a title would make of it. */
interface PastedLines {
  readonly titles: readonly string[];
  /** The title with the lines in it, where the caret stood. */
  readonly together: string;
}

const words = da.agenda;

/**
 * Several lines pasted into the title of a point: they become points after it, or go into the title; the title stands as it
 * is until that is chosen.
 */
export function useSeveral(point: AgendaEntry): {
  readonly offer: (titles: readonly string[], together: string) => void;
  readonly panel: ReactNode;
} {
  const { editor, focus } = useWork();
  const [pasted, setPasted] = useState<PastedLines | null>(null);
  const { id, parentId, position } = point;
  const leave = (): void => {
    setPasted(null);
    focus(id, 'title');
  };
  const makeSeveral = ({ titles }: PastedLines): void => {
    leave();
    const places = titles.map((title, i) => ({ title, parentId, position: position + 1 + i }));
    void editor.addSeveral(places, words.told.addedSeveral(countOf(titles)));
  };
  const putIn = ({ together }: PastedLines): void => {
    const before = point.title;
    editor.saver.type(id, savedRow(point), { title: together });
    editor.toldTyped(id, 'title', before, words.told.title({ ...point, title: together }));
    leave();
  };
  return {
    offer: (titles, together) => setPasted({ titles, together }),
    panel: pasted && (
      <Pasted
        titles={pasted.titles}
        text={words.severalInTitle(countOf(pasted.titles))}
        otherwise={words.pasteInTitle}
        onSeveral={() => makeSeveral(pasted)}
        onOtherwise={() => putIn(pasted)}
      />
    ),
  };
}
