import type { ListMarker } from '../../domain/document/index.js';
import { WORD_NAMESPACES, XML_DECLARATION } from './xml.js';

/** The one numbering instance all bullet lists share. */
export const BULLET_NUM = 1;

const FORMATS: Readonly<Record<ListMarker, { readonly id: number; readonly level: string }>> = {
  bullet: { id: 1, level: level('bullet', '•', 360, 360) },
  number: { id: 2, level: level('decimal', '%1.', 360, 360) },
  bilag: { id: 3, level: level('decimal', 'Bilag %1:', 964, 964) },
};

/** A list level; indents in twips. */
function level(format: string, text: string, left: number, hanging: number): string {
  return (
    `<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/>` +
    `<w:pPr><w:tabs><w:tab w:val="num" w:pos="${left}"/></w:tabs><w:ind w:left="${left}" w:hanging="${hanging}"/></w:pPr></w:lvl>`
  );
}

/** The numbered lists of a document: each is an instance of its own, so that each begins at 1. */
export class NumberedLists {
  private readonly formats: number[] = [];

  /** Begins a list and gives the number of its instance. */
  start(marker: Exclude<ListMarker, 'bullet'>): number {
    this.formats.push(FORMATS[marker].id);
    return BULLET_NUM + this.formats.length;
  }

  /** The numbering part with every list begun so far. */
  toXml(): string {
    const abstract = Object.values(FORMATS).map(
      ({ id, level: xml }) =>
        `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="singleLevel"/>${xml}</w:abstractNum>`,
    );
    const instances = this.formats.map(
      (format, i) =>
        `<w:num w:numId="${BULLET_NUM + 1 + i}"><w:abstractNumId w:val="${format}"/>` +
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>',
    );
    return (
      `${XML_DECLARATION}<w:numbering ${WORD_NAMESPACES}>${abstract.join('')}` +
      `<w:num w:numId="${BULLET_NUM}"><w:abstractNumId w:val="${FORMATS.bullet.id}"/></w:num>${instances.join('')}</w:numbering>`
    );
  }
}
