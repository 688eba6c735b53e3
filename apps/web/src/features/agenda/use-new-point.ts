import { useState } from 'react';
import { agendaIsOut } from '../../../../../libs/domain/meeting/index.js';
import { useKept } from '../../lib/autosave/use-kept.js';
import { da } from '../../texts/da.js';
import type { AgendaWork } from './work.js';

/** What is kept on the device of points that are being written: what stands in the fields, and titles that were sent. */
interface Writing {
  readonly title: string;
  readonly reason: string;
  /** Titles on their way to the api, which has not answered yet. */
  readonly sent: readonly string[];
}

const NOTHING: Writing = { title: '', reason: '', sent: [] };
const LONGEST = 300;

/**
 * The point that is written next. What is typed is kept on the device until the api has the point: a reload, and a line that
 * is down, lose nothing.
 */
export function useNewPoint(work: AgendaWork) {
  const { editor } = work;
  const kept = useKept<Writing>('agenda-new', editor.meetingId, NOTHING);
  const { title, reason, sent } = kept.fields;
  // What an earlier visit sent, and the agenda does not have: the page was left before there was an answer.
  const [offered, setOffered] = useState<readonly string[]>(() => {
    const here = new Set(editor.points.map((point) => point.title));
    return sent.filter((one) => !here.has(one));
  });
  // Before the agenda is out the reason is asked for, not required: one that was left out is no reason.
  const late = agendaIsOut(work.state) || reason.trim() !== '' ? { lateReason: reason } : {};
  const send = (titles: readonly string[], act: () => Promise<boolean>): void => {
    kept.type((now) => ({ sent: [...now.sent, ...titles] }));
    void act().then((done) => {
      kept.type((now) => ({ sent: now.sent.filter((one) => !titles.includes(one)) }));
      if (!done) refused(titles);
    });
  };
  /** What was refused stands in the field again, or is offered beside what was typed there meanwhile. */
  const refused = (titles: readonly string[]): void => {
    const [one = '', ...more] = titles;
    kept.type((now) => {
      const isFree = now.title === '' && more.length === 0;
      if (!isFree) setOffered((before) => [...before, ...titles]);
      return isFree ? { title: one } : {};
    });
  };
  return {
    ...{ title, reason, offered },
    typeTitle: (text: string) => kept.type({ title: text.slice(0, LONGEST) }),
    typeReason: (text: string) => kept.type({ reason: text }),
    offer: setOffered,
    add: (): void => {
      const text = title.trim();
      if (text === '') return;
      kept.type({ title: '' });
      send([text], async () => (await editor.add({ title: text, ...late }, da.agenda.told.added)) !== null);
    },
    addSeveral: (titles: readonly string[], told: string): void => {
      setOffered([]);
      const points = titles.map((one) => ({ title: one, ...late }));
      send(titles, () => editor.addSeveral(points, told));
    },
  };
}
