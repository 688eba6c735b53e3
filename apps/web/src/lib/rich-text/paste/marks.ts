import { isAddress } from '../address.js';
import type { Inline } from '../../../../../../libs/domain/text/index.js';
import type { Drops } from './dropped.js';
import { attribute, nameOf, styleOf, textOf } from './node.js';
import type { PastedNode } from './node.js';

export type Marks = Omit<Inline, 'text'>;

const BOLD = new Set(['b', 'strong']);
const ITALIC = new Set(['i', 'em', 'cite']);
const PLAIN_GROUNDS = /^(?:none|white|transparent|inherit|initial|#fff|#ffffff|rgb\(255, ?255, ?255\))?$/;

/** The marks of what stands in an element, within those around it; what has no mark here is noted as dropped. */
export function marksIn(node: PastedNode, around: Marks, drops: Drops): Marks {
  const name = nameOf(node);
  const style = styleOf(node);
  noteLooks(node, style, around.link !== undefined || name === 'a', drops);
  const [bold, italic] = [isBold(name, style), isItalic(name, style)];
  return {
    bold: bold === null ? around.bold : bold,
    italic: italic === null ? around.italic : italic,
    link: name === 'a' ? linkOf(node, around.link, drops) : around.link,
  };
}

type Style = ReadonlyMap<string, string>;

/** Links have a colour and a line of their own, and are links here too. */
function noteLooks(node: PastedNode, style: Style, isLink: boolean, drops: Drops): void {
  const name = nameOf(node);
  const ground = style.get('background-color') ?? style.get('background') ?? style.get('mso-highlight') ?? '';
  const colour = style.get('color') ?? attribute(node, 'color');
  const line = `${style.get('text-decoration') ?? ''} ${style.get('text-decoration-line') ?? ''}`;
  const looks = {
    colours: name === 'mark' || !PLAIN_GROUNDS.test(ground) || (!isLink && !isPlainColour(colour)),
    underlined: !isLink && (name === 'u' || line.includes('underline')),
    struck: name === 's' || name === 'strike' || line.includes('line-through'),
  };
  const hasLooks = looks.colours || looks.underlined || looks.struck;
  if (!hasLooks || textOf(node).trim() === '') return;
  drops.colours ||= looks.colours;
  drops.underlined ||= looks.underlined;
  drops.struck ||= looks.struck;
}

/** How dark and how grey the colour of ordinary writing is, of 255. */
const INK = { lightest: 96, spread: 24 };

function isPlainColour(colour: string): boolean {
  if (/^(?:black|windowtext|inherit|initial|auto|currentcolor|#0{3}(?:0{3})?)?$/i.test(colour)) return true;
  const parts = /^rgba?\((\d+), ?(\d+), ?(\d+)/.exec(colour)?.slice(1).map(Number);
  if (parts === undefined) return false;
  const [least, most] = [Math.min(...parts), Math.max(...parts)];
  return most <= INK.lightest && most - least <= INK.spread;
}

/** True, undefined where a style takes it away, and null where nothing is said. */
function isBold(name: string, style: Style): true | undefined | null {
  const weight = style.get('font-weight') ?? '';
  if (/^(?:bold|bolder|[6-9]00)/.test(weight)) return true;
  if (/^(?:normal|lighter|[1-5]00)/.test(weight)) return undefined;
  return BOLD.has(name) ? true : null;
}

function isItalic(name: string, style: Style): true | undefined | null {
  const shape = style.get('font-style') ?? '';
  if (/^(?:italic|oblique)/.test(shape)) return true;
  if (shape.startsWith('normal')) return undefined;
  return ITALIC.has(name) ? true : null;
}

const SAFE = /^(?:https?:\/\/|mailto:)/i;

/** The address of the web or of a mailbox that a link has; its words stay whatever it has. */
function linkOf(node: PastedNode, around: string | undefined, drops: Drops): string | undefined {
  // Browsers leave spaces and breaks out before they read the scheme.
  const href = attribute(node, 'href')
    .replace(/[\p{Cc}]/gu, '')
    .trim();
  if (href === '' || href.startsWith('#')) return around;
  const address = href.replaceAll(' ', '%20');
  if (SAFE.test(address) && isAddress(address)) return address;
  drops.links += 1;
  return undefined;
}
