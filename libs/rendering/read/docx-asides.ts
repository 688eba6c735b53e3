import { evenly } from '../../domain/document/index.js';
import type { PaperAsides } from '../../domain/document/index.js';
import type { Parts } from './docx-package.js';
import { SKIPPED } from './docx-part.js';
import { readXml } from './xml-events.js';

/** The parts of a document that stand beside its body. */
export const ASIDES = /^word\/(comments|footnotes|endnotes|header\d*|footer\d*)\.xml$/;

/** The texts beside the body of a document, each once, on one line and without the numbers that fields work out. */
export function asidesOf(parts: Parts): PaperAsides {
  const of = (part: RegExp, element: string): readonly string[] =>
    [...parts].flatMap(([name, xml]) => (part.test(name) ? textsIn(xml, element) : []));
  return {
    comments: of(/\/comments\.xml$/, 'w:comment'),
    notes: [...of(/\/footnotes\.xml$/, 'w:footnote'), ...of(/\/endnotes\.xml$/, 'w:endnote')],
    margins: [...new Set(of(/\/(header|footer)\d*\.xml$/, 'w:p'))],
  };
}

/** What each element of a kind says, each by itself where one stands in another; the rules over footnotes say nothing. */
function textsIn(xml: string, element: string): readonly string[] {
  const texts: string[] = [];
  const open: string[] = [];
  let fields = 0;
  let skipping = 0;
  let inText = false;
  const put = (text: string): void => {
    if (open.length > 0 && fields === 0 && skipping === 0) open.push((open.pop() ?? '') + text);
  };
  readXml(xml, {
    open(name, attributes) {
      if (SKIPPED.has(name)) skipping += 1;
      if (BREAKS.has(name)) put(' ');
      if (name === element) open.push('');
      if (name === 'w:t') inText = true;
      if (name === 'w:fldSimple' || attributes['w:fldCharType'] === 'begin') fields += 1;
      if (attributes['w:fldCharType'] === 'end') fields -= 1;
    },
    text(text) {
      if (inText) put(text);
    },
    close(name) {
      if (SKIPPED.has(name)) skipping -= 1;
      if (name === 'w:t') inText = false;
      if (name === 'w:fldSimple') fields -= 1;
      if (name !== element) return;
      const line = evenly(open.pop() ?? '');
      if (line !== '') texts.push(line);
    },
  });
  return texts;
}

const BREAKS: ReadonlySet<string> = new Set(['w:p', 'w:br', 'w:cr', 'w:tab']);
