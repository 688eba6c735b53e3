import type { DocumentModel } from '../../domain/document/index.js';
import { BodyWriter } from './body.js';
import { packParts } from './pack.js';
import type { PackagePart } from './pack.js';
import { headerXml, sectionProperties, textWidth } from './page.js';
import type { HeaderIds } from './page.js';
import {
  APP_PROPERTIES_XML,
  SETTINGS_XML,
  contentTypesXml,
  corePropertiesXml,
  customPropertiesXml,
  documentRelationshipsXml,
  firstLinkId,
  headerId,
  packageRelationshipsXml,
} from './parts.js';
import { paragraph } from './runs.js';
import { STYLES_XML } from './styles.js';
import { Utf8Text } from './utf8.js';
import { WORD_NAMESPACES, XML_DECLARATION } from './xml.js';

/** Raised whenever the same model would give other bytes than before; part of the key a document is stored under. */
export const TEMPLATE_VERSION = 3;

/** The headers of a document: one per part, and before them that of the first page when it has a letterhead. */
function headersOf(model: DocumentModel): {
  readonly xml: readonly string[];
  readonly idsOf: (part: number) => HeaderIds;
} {
  const withFirst = model.letterhead.length > 0;
  const first = withFirst ? [headerXml(model, true, null)] : [];
  const normal = model.parts.map((part) => headerXml(model, false, part.mark));
  return {
    xml: [...first, ...normal],
    idsOf: (part) => ({
      first: withFirst && part === 0 ? headerId(0) : null,
      normal: headerId(first.length + part),
    }),
  };
}

/** The parts of the package, in the order they are packed. */
export function documentParts(model: DocumentModel): readonly PackagePart[] {
  const headers = headersOf(model);
  const writer = new BodyWriter(
    textWidth(model),
    firstLinkId(headers.xml.length),
    model.origin !== undefined,
  );
  const body = new Utf8Text();
  body.add(`${XML_DECLARATION}<w:document ${WORD_NAMESPACES}><w:body>`);
  model.parts.forEach((part, index) => {
    for (const block of part.blocks) body.add(writer.block(block));
    const section = sectionProperties(model, headers.idsOf(index));
    const isLast = index === model.parts.length - 1;
    body.add(isLast ? section : paragraph('Mellemrum', '', section));
  });
  body.add('</w:body></w:document>');
  return [
    ['[Content_Types].xml', contentTypesXml(headers.xml.length, model.origin !== undefined)],
    ['_rels/.rels', packageRelationshipsXml(model.origin !== undefined)],
    ['word/document.xml', body.toBytes()],
    ['word/_rels/document.xml.rels', documentRelationshipsXml(headers.xml.length, writer.relationships)],
    ['word/styles.xml', STYLES_XML],
    ['word/numbering.xml', writer.lists.toXml()],
    ['word/settings.xml', SETTINGS_XML],
    ...headers.xml.map((xml, i) => [`word/header${i + 1}.xml`, xml] as const),
    ['docProps/core.xml', corePropertiesXml(model.properties)],
    ['docProps/app.xml', APP_PROPERTIES_XML],
    ...(model.origin ? [['docProps/custom.xml', customPropertiesXml(model.origin)] as const] : []),
  ];
}

/** The bytes of a DOCX file for a document model; the same model gives the same bytes. */
export function renderDocument(model: DocumentModel): Uint8Array {
  return packParts(documentParts(model));
}
