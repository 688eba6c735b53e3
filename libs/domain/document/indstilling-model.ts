import { attachmentsFor } from '../agenda/index.js';
import type { Audience } from '../agenda/index.js';
import { allowed, refused } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { LABELS, WORDS, indstillingLead } from './document.text.js';
import { fileNameFor } from './file-name.js';
import { letterheadGroups, propertyCreator } from './meeting-document.js';
import type { DocumentBlock, DocumentModel } from './model.js';
import { fromPlainText } from '../text/index.js';
import { printableLine, printableText } from './printable.js';
import type { IndstillingSection, IndstillingSource } from './sources.js';

/** The key of the section that lists the attachments. */
const ATTACHMENTS_KEY = 'attachments';
const ATTACHMENTS_HEADING = 'BILAG';
const NONE = fromPlainText('-');

function attachmentItems(source: IndstillingSource, audience: Audience): readonly string[] {
  return attachmentsFor(source.attachments, source.visibility, audience).flatMap(({ attachment }) => {
    const title = printableLine(attachment.title);
    return title === null ? [] : [title.replace(/^bilag\s+\d+\s*[:.–-]\s*/i, '')];
  });
}

function sectionBlocks(section: IndstillingSection, bilag: readonly string[]): readonly DocumentBlock[] {
  const heading = (printableLine(section.heading) ?? '').toLocaleUpperCase('da-DK');
  const opening: DocumentBlock = { type: 'heading', level: 2, text: heading };
  if (section.key === ATTACHMENTS_KEY && bilag.length > 0)
    return [opening, { type: 'list', label: null, marker: 'bilag', items: bilag }];
  const text = printableText(section.text);
  return text.length === 0 ? [] : [opening, { type: 'text', text }];
}

/**
 * The text of the attachments section names them all, so the open audience always gets the list of what it may see in
 * its place, or a deliberate none: it prints the same whether something is closed or not there.
 */
function sections(source: IndstillingSource, audience: Audience): readonly IndstillingSection[] {
  const listed = source.sections.some((section) => section.key === ATTACHMENTS_KEY);
  const all = listed
    ? source.sections
    : [...source.sections, { key: ATTACHMENTS_KEY, heading: ATTACHMENTS_HEADING, text: [] }];
  if (audience === 'all') return all;
  return all.map((section) => (section.key === ATTACHMENTS_KEY ? { ...section, text: NONE } : section));
}

function closing(source: IndstillingSource): readonly DocumentBlock[] {
  const labelled = (label: string, value: string | null): string | null => {
    const line = printableLine(value);
    return line === null ? null : `${label}: ${line}`;
  };
  const lines = [
    printableLine(source.unit),
    printableLine(source.month),
    labelled(LABELS.caseNumber, source.letterhead === null ? source.caseNumber : null),
    labelled(LABELS.caseworker, source.author.name),
    labelled(LABELS.authorPhone, source.author.phone),
    labelled(LABELS.authorEmail, source.author.email),
  ].filter((line) => line !== null);
  return lines.length === 0 ? [] : [{ type: 'closing', lines }];
}

/**
 * The indstilling as a document for an audience (PRODUCT.md, Indstilling): its sections in order under capital headings,
 * "-" kept as a deliberate none, empty sections left out. Refusal: `not-for-this-audience` for the open audience of a
 * closed one.
 */
export function indstillingModel(source: IndstillingSource, audience: Audience): Outcome<DocumentModel> {
  if (audience === 'open' && source.visibility === 'closed')
    return refused('not-for-this-audience', 'A closed indstilling has no document for the open audience.', {
      at: 'audience',
    });
  const title = printableLine(source.title) ?? WORDS.indstilling;
  const lead = indstillingLead(printableLine(source.bodyName), source.meetingDate, source.minutes);
  const bilag = attachmentItems(source, audience);
  return allowed({
    kind: 'indstilling',
    fileName: fileNameFor({
      kind: 'indstilling',
      about: title,
      date: source.meetingDate,
      isDraft: source.isDraft,
      holdsClosed: false,
    }),
    properties: {
      title,
      subject: lead ?? WORDS.indstilling,
      creator: propertyCreator(source.letterhead, source.unit ?? source.bodyName),
    },
    letterhead: letterheadGroups(source.letterhead),
    pageHead: {
      lines: lead === null ? [] : [lead],
      mark: source.isDraft ? WORDS.draft : null,
      page: { before: 'side', between: 'af' },
    },
    parts: [
      {
        mark: null,
        blocks: [
          { type: 'title', text: title },
          ...sections(source, audience).flatMap((section) => sectionBlocks(section, bilag)),
          ...closing(source),
        ],
      },
    ],
  });
}
