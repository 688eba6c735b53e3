import { describe, expect, it } from '@jest/globals';
import { richText } from '../../../../../../libs/contracts/common.js';
import type { Inline, RichText } from '../../../../../../libs/domain/text/index.js';
import { nothingDropped } from './dropped.js';
import type { Dropped } from './dropped.js';
import { inert } from './inert.js';
import { pastedText } from './pasted.js';
import type { PastedNode } from './node.js';

/** Elements without an end. */
const VOID = new Set(['br', 'img', 'meta', 'hr', 'input', 'link']);
const PARTS =
  /<!--[\s\S]*?-->|<!\[[^>]*>|<\/([\w:]+)[^>]*>|<([\w:]+)((?:\s+[^\s=>]+(?:=(?:"[^"]*"|'[^']*'|[^\s>]*))?)*)\s*\/?>|[^<]+/g;
const ENTITIES: Readonly<Record<string, string>> = { nbsp: '\u00a0', amp: '&', lt: '<', gt: '>' };
const decoded = (text: string): string =>
  text.replace(/&(?:#(\d+)|(\w+));/g, (_, code: string | undefined, name: string | undefined) =>
    code === undefined ? (ENTITIES[name ?? ''] ?? '') : String.fromCodePoint(Number(code)),
  );

interface Made extends PastedNode {
  readonly childNodes: Made[];
}
const made = (nodeType: number, nodeName: string, nodeValue: string | null, attributes = ''): Made => {
  const all = new Map(
    [...attributes.matchAll(/([^\s=]+)(?:=(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?/g)].map(
      ([, name = '', ...values]) => [name.toLowerCase(), decoded(values.join(''))],
    ),
  );
  return { nodeType, nodeName, nodeValue, childNodes: [], getAttribute: (name) => all.get(name) ?? null };
};

/** A page as a browser would parse it, of the few things that these fragments are written with. */
function page(html: string): PastedNode {
  const root = made(1, 'BODY', null);
  const open: Made[] = [root];
  for (const [all, end, start, attributes] of inert(html).matchAll(PARTS)) {
    const parent = open.at(-1) ?? root;
    if (end !== undefined) {
      const at = open.findLastIndex(({ nodeName }) => nodeName === end.toUpperCase());
      if (at > 0) open.length = at;
    } else if (start !== undefined) {
      const node = made(1, start.toUpperCase(), null, attributes);
      parent.childNodes.push(node);
      if (!VOID.has(start.toLowerCase())) open.push(node);
    } else if (!all.startsWith('<!')) parent.childNodes.push(made(3, '#text', decoded(all)));
  }
  return root;
}

const p = (...content: readonly (string | Inline)[]): RichText[number] => ({
  type: 'paragraph',
  content: content.map(run),
});
const run = (each: string | Inline): Inline => (typeof each === 'string' ? { text: each } : each);
const items = (...texts: readonly string[]) => texts.map((text) => ({ content: [{ text }] }));
const strong = (text: string): Inline => ({ text, bold: true });
const linked = (text: string, link: string): Inline => ({ text, link });

const WORD_BULLETS = `
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol;mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>Åbent
om lørdagen<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>·<span>&nbsp; </span></span><![endif]>Lukket om søndagen<o:p></o:p></p>`;

const wordItem = (marker: string, text: string, list = 'l1 level1 lfo2'): string =>
  `<p class=MsoListParagraph style='mso-list:${list}'><![if !supportLists]><span style='mso-list:Ignore'>${marker}<span>&nbsp;&nbsp;</span></span><![endif]>${text}<o:p></o:p></p>`;

const CASES: readonly [string, string, RichText, Partial<Dropped>][] = [
  [
    'the whole page of Word with its head and an empty line',
    `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset=utf-8><style>p{color:red}</style>
     <!--[if gte mso 9]><xml><o:Pages>1</o:Pages></xml><![endif]--></head><body lang=DA><!--StartFragment-->
     <p class=MsoNormal>Biblioteket holder
     åbent.<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal>Det koster 4&nbsp;kr.<o:p></o:p></p>
     <!--EndFragment--></body></html>`,
    [p('Biblioteket holder åbent.'), p('Det koster 4\u00a0kr.')],
    {},
  ],
  [
    'headings of Word, without the bold they have by themselves',
    `<h1>Økonomi<o:p></o:p></h1><h2><b>Drift</b></h2><h5>Detaljer</h5><p class=MsoTitle>Notat</p>`,
    [
      { type: 'heading', level: 1, content: [{ text: 'Økonomi' }] },
      { type: 'heading', level: 2, content: [{ text: 'Drift' }] },
      { type: 'heading', level: 3, content: [{ text: 'Detaljer' }] },
      { type: 'heading', level: 1, content: [{ text: 'Notat' }] },
    ],
    {},
  ],
  [
    'bullets of Word',
    WORD_BULLETS,
    [{ type: 'bullet-list', items: items('Åbent om lørdagen', 'Lukket om søndagen') }],
    {},
  ],
  [
    'numbers of Word, and what stands below one of them',
    wordItem('1.', 'at tiden udvides') +
      wordItem('a)', 'om lørdagen', 'l1 level2 lfo2') +
      wordItem('b)', 'om søndagen', 'l1 level2 lfo2') +
      wordItem('2.', 'at der følges op'),
    [
      {
        type: 'numbered-list',
        items: items('at tiden udvides\na) om lørdagen\nb) om søndagen', 'at der følges op'),
      },
    ],
    {},
  ],
  [
    'two lists of Word one after the other',
    wordItem('1.', 'en') + wordItem('1.', 'anden', 'l4 level1 lfo9'),
    [
      { type: 'numbered-list', items: items('en') },
      { type: 'numbered-list', items: items('anden') },
    ],
    {},
  ],
  [
    'bold and italic by tag and by style, and what takes them away',
    `<p>Der er <b>lukket</b> <span style="font-weight:700">nu</span> og <i>snart</i> <em style="font-style:normal">ikke</em>.</p>
     <b style="font-weight:normal" id="docs-internal-guid-1"><p>Fra et andet program</p></b>`,
    [
      p('Der er ', strong('lukket'), ' ', strong('nu'), ' og ', { text: 'snart', italic: true }, ' ikke.'),
      p('Fra et andet program'),
    ],
    {},
  ],
  [
    'changes that Word has kept: what came stays, what went goes',
    `<p>Prisen er <del cite="mailto:IDA">4</del><ins cite="mailto:IDA">5</ins> mio. kr.
     <span class=msoDel>i år</span><span class=msoIns>næste år</span></p>`,
    [p('Prisen er 5 mio. kr. næste år')],
    { deletions: 2 },
  ],
  [
    'a comment of Word',
    `<p>Vi <a style='mso-comment-reference:ID_1;mso-comment-date:20260101T0900'>foreslår</a><span
     class=MsoCommentReference><span style='mso-special-character:comment'>&nbsp;<a class=msocomanchor
     href="#_msocom_1">[ID1]</a></span></span> det.</p><div style='mso-element:comment-list'><hr class=msocomoff>
     <div style='mso-element:comment'><div id="_com_1" class=msocomtxt><p>Er det nu rigtigt?</p></div></div></div>`,
    [p('Vi foreslår det.')],
    { comments: 1 },
  ],
  [
    'a table of Word with a row of headings, a wide and a high cell',
    `<table class=MsoTableGrid border=1><thead><tr><td><p><b>År</b></p></td><td colspan=2><p>Udgift</p></td></tr></thead>
     <tr><td rowspan=2><p>2026</p><p>og frem</p></td><td>4</td><td>5</td></tr><tr><td>6</td><td>7</td></tr></table>`,
    [
      {
        type: 'table',
        header: true,
        rows: [
          [{ content: [strong('År')] }, { content: [{ text: 'Udgift' }] }, { content: [] }],
          items('2026\nog frem', '4', '5'),
          [{ content: [] }, ...items('6', '7')],
        ],
      },
    ],
    {},
  ],
  [
    'a mail of Outlook: laid out in tables of one cell, with a picture',
    `<table width=100%><tr><td><p>Kære Ida</p><table><tr><td>Hilsen</td></tr></table><img src="cid:1" width=10></td></tr></table>`,
    [p('Kære Ida'), p('Hilsen')],
    { images: 1 },
  ],
  [
    'links of the web and of mailboxes, and no others',
    `<p><a href="https://aarhus.dk/a b">web</a> <a href="MAILTO:fas@aarhus.dk">mail</a> <a href=" java&#10;script:alert(1)">et</a>
     <a href="file:///c:/x.docx">to</a> <a href="#_Toc1">tre</a> <a href="data:text/html,x">fire</a></p>`,
    [
      p(
        linked('web', 'https://aarhus.dk/a%20b'),
        ' ',
        linked('mail', 'MAILTO:fas@aarhus.dk'),
        ' et to tre fire',
      ),
    ],
    { links: 3 },
  ],
  [
    'what would run or be fetched',
    `<p onclick="alert(1)" style="background:url(javascript:alert(1))">Tekst<script>alert(1)</script><style>p{}</style></p>
     <svg onload=alert(1)><script>alert(2)</script></svg><img src=x onerror=alert(1)><img src="https://spor.example/1.png">
     <iframe src="https://a.dk">i</iframe><input value=x>`,
    [p('Tekst')],
    { images: 3, parts: 2, colours: true },
  ],
  [
    'looks',
    `<p style="font-family:Comic Sans MS;font-size:20pt"><span style="color:red">rød</span> <u>streg</u> <s>væk</s>
     <mark>gul</mark> <span style="color:rgb(22, 25, 29)">sort</span></p>`,
    [p('rød streg væk gul sort')],
    { colours: true, underlined: true, struck: true },
  ],
  [
    'lists of a page: an item of two paragraphs, a list in an item, a list beside one',
    `<ol start=3><li><p>en</p><p>mere</p></li><li>to<ul><li>to a</li><li>to b<ol><li>dybt</li></ol></li></ul></li>
     <ol><li>ved siden af</li></ol></ol><ul><li>ny</li></ul>`,
    [
      {
        type: 'numbered-list',
        items: items('en\nmere', 'to\n– to a\n– to b\n\u00a0\u00a01. dybt\n1. ved siden af'),
      },
      { type: 'bullet-list', items: items('ny') },
    ],
    {},
  ],
  [
    'breaks and spaces: a break stays, those at the ends and between blocks go',
    `<div>en<br>to<br><br></div>\n  <div>  tre   <span> fire</span></div>løs tekst<pre>a\n  b</pre>`,
    [p('en\nto'), p('tre fire'), p('løs tekst'), p('a\nb')],
    {},
  ],
  [
    'what is hidden',
    `<p>Her<span style="display:none">skjult</span><span style="mso-hide:all">også</span></p>`,
    [p('Her')],
    {},
  ],
  ['nothing but a picture', `<img src="x">`, [], { images: 1 }],
];

describe('a pasted text', () => {
  it.each(CASES)('%s', (_what, html, text, dropped) => {
    const pasted = pastedText(page(html));
    expect(pasted.text).toEqual(text);
    expect(pasted.dropped).toEqual({ ...nothingDropped(), ...dropped });
    expect(richText.safeParse(pasted.text).success).toBe(true);
  });

  it.each([
    ['<p style="color:red" class=a>x</p>', '<p data-style="color:red" class=a>x</p>'],
    [`<img src=x OnError='a("b")'/onload=c>`, `<img src=x data-OnError='a("b")'/data-onload=c>`],
    ['a<STYLE type="x">p{}<b></Style >b<style>c', 'ab'],
    ['<p>style=1 onclick=2 < 3</p>', '<p>style=1 onclick=2 < 3</p>'],
  ])('%s is parsed as %s', (html, expected) => expect(inert(html)).toBe(expected));

  it('that is nested a thousand deep is read all the same', () => {
    const deep = `${'<div>'.repeat(1000)}dybt${'</div>'.repeat(1000)}`;
    expect(pastedText(page(deep)).text).toEqual([p('dybt')]);
  });
});
