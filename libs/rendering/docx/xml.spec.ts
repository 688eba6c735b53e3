import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseXml, partsOf, textOf } from '../../../test/builders/docx-file.js';
import { agendaPoint, letterhead, udvalgAgenda } from '../../../test/builders/documents.js';
import { agendaModel } from '../../domain/document/index.js';
import { renderDocument } from './render.js';
import { run } from './runs.js';
import { Utf8Text } from './utf8.js';
import { escapeXml } from './xml.js';

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** Any text at all: half surrogates, control characters, markup, right-to-left. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 })
    .map((units) => String.fromCharCode(...units)),
  fc.constantFrom(
    ']]>',
    '<!--',
    '&amp;',
    '&#0;',
    'שלום',
    '\u202eabc',
    '👩‍👩‍👧',
    '\ud800',
    'a\udc00b',
    '\ufffe',
    '\u0000\u0008\u000b',
    '\r\n\t',
  ),
);

describe('escaping', () => {
  it.each([
    ['a & b < c > "d"', 'a &amp; b &lt; c &gt; &quot;d&quot;'],
    [']]>', ']]&gt;'],
    ['\u0000a\u0007b\u000b', 'ab'],
    ['\ud83d\ude00', '\ud83d\ude00'],
    ['\ud83d', ''],
    ['æøå – ”citat” §', 'æøå – ”citat” §'],
  ])('makes %j %j', (text, xml) => {
    expect(escapeXml(text)).toBe(xml);
  });

  it('gives well-formed XML that reads back as the text without what XML cannot hold', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const read = textOf(parseXml(`<w:p ${WORD}>${run(text)}</w:p>`));
        const legal = text.replace(/\r\n?/g, '\n').replace(/[\ufffe\uffff]|(?![\n\t])\p{Cc}|\p{Cs}/gu, '');
        expect(read).toBe(legal);
      }),
    );
  });
});

describe('any text in any field', () => {
  it('gives well-formed parts', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const inline = [
          { text, bold: true as const },
          { text, link: `https://${text}` },
        ];
        const outcome = agendaModel(
          {
            ...udvalgAgenda,
            letterhead: { ...letterhead, unit: text, lines: [text], phones: [text] },
            body: { ...udvalgAgenda.body, name: text },
            points: [
              agendaPoint('a', 1, {
                title: text,
                purpose: [
                  { type: 'paragraph', content: inline },
                  { type: 'heading', level: 3, content: inline },
                  { type: 'numbered-list', items: [{ content: inline }] },
                  { type: 'table', header: true, rows: [[{ content: inline }]] },
                ],
                attending: text,
                lateReason: text,
                attachments: [{ title: text, position: 1, visibility: 'closed' }],
              }),
            ],
          },
          'all',
        );
        if (!outcome.ok) throw new Error(outcome.refusal.code);
        for (const xml of Object.values(partsOf(renderDocument(outcome.value)))) parseXml(xml);
      }),
      { numRuns: 60 },
    );
  });
});

describe('encoding in pieces', () => {
  it('gives the UTF-8 of the whole, also where nearly every character takes three bytes', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.constant('–'.repeat(50_000)))), (pieces) => {
        const whole = new Utf8Text();
        for (const piece of pieces) whole.add(piece);
        expect(Buffer.from(whole.toBytes()).toString()).toBe(pieces.join(''));
      }),
    );
  });
});
