import { createHash } from 'node:crypto';

/** When it was made, in the document's own information and in its XMP. */
const DATES = [
  /\/(?:CreationDate|ModDate)\(D:[^()]*\)/g,
  /<xmp:(?:CreateDate|ModifyDate|MetadataDate)>[^<]*<\/xmp:[A-Za-z]+>/g,
];
/** What the converter makes up for each file, twice 32 and once 32 hexadecimal digits. */
const ID = /\/ID\s*\[\s*<([0-9A-F]{32})>\s*<([0-9A-F]{32})>\s*\]/g;
const CHECKSUM = /\/DocChecksum\s*\/([0-9A-F]{32})/g;

/**
 * A PDF of LibreOffice without what differs from one run to the next: when it was made is left out, and its id follows
 * from what it says. Every place in it stays where it was, so that its table of places holds.
 */
export function sameBytes(pdf: Uint8Array): Uint8Array {
  let text = Buffer.from(pdf).toString('latin1');
  for (const date of DATES) text = text.replace(date, (found) => ' '.repeat(found.length));
  const blank = text.replace(ID, blanked).replace(CHECKSUM, blanked);
  const hash = createHash('sha256').update(blank, 'latin1').digest('hex').toUpperCase();
  const id = hash.slice(0, 32);
  const identified = (found: string): string => found.replace(/[0-9A-F]{32}/g, id);
  return Buffer.from(text.replace(ID, identified).replace(CHECKSUM, identified), 'latin1');
}

const blanked = (found: string): string => ' '.repeat(found.length);
