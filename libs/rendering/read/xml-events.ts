import { SaxesParser } from 'saxes';

/** XML that cannot be read: the fault is the file's. */
export class DamagedXml extends Error {}

/** What a reader of XML is told, in the order in which it stands there. */
export interface XmlReader {
  open?(name: string, attributes: Record<string, string>): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** Reads a part of a document from its start to its end; an empty one holds nothing. Throws `DamagedXml`. */
export function readXml(xml: string, reader: XmlReader): void {
  if (xml === '') return;
  const parser = new SaxesParser();
  parser.on('error', ({ message }) => {
    throw new DamagedXml(message);
  });
  parser.on('opentag', ({ name, attributes }) => reader.open?.(name, attributes));
  parser.on('closetag', ({ name }) => reader.close?.(name));
  parser.on('text', (text) => reader.text?.(text));
  parser.write(xml).close();
}
