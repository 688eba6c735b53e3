import type { DocumentModel, DocumentOrigin } from '../../domain/document/index.js';
import { ORIGIN_PROPERTIES } from '../origin.js';
import { WORD_NAMESPACES, XML_DECLARATION, escapeXml } from './xml.js';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** The list of parts and their types, with a number of header parts; `origin`: there are properties that say where it comes from. */
export function contentTypesXml(headers: number, origin: boolean): string {
  const override = (part: string, type: string): string =>
    `<Override PartName="${part}" ContentType="${type}"/>`;
  const headerParts = Array.from({ length: headers }, (_, i) =>
    override(`/word/header${i + 1}.xml`, `${WORD_TYPE}.header+xml`),
  );
  return (
    `${XML_DECLARATION}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    override('/word/document.xml', `${WORD_TYPE}.document.main+xml`) +
    override('/word/styles.xml', `${WORD_TYPE}.styles+xml`) +
    override('/word/numbering.xml', `${WORD_TYPE}.numbering+xml`) +
    override('/word/settings.xml', `${WORD_TYPE}.settings+xml`) +
    headerParts.join('') +
    override('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml') +
    override('/docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml') +
    (origin
      ? override(
          '/docProps/custom.xml',
          'application/vnd.openxmlformats-officedocument.custom-properties+xml',
        )
      : '') +
    '</Types>'
  );
}

function relationship(id: string, type: string, target: string, external = false): string {
  return `<Relationship Id="${id}" Type="${type}" Target="${target}"${external ? ' TargetMode="External"' : ''}/>`;
}

/** Where the package begins; `origin`: with the properties that say where it comes from. */
export function packageRelationshipsXml(origin: boolean): string {
  return (
    `${XML_DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">` +
    relationship('rId1', `${OFFICE}/officeDocument`, 'word/document.xml') +
    relationship('rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml') +
    relationship('rId3', `${OFFICE}/extended-properties`, 'docProps/app.xml') +
    (origin ? relationship('rId4', `${OFFICE}/custom-properties`, 'docProps/custom.xml') : '') +
    '</Relationships>'
  );
}

/** The properties that say where a document comes from, which word processors carry along. */
export function customPropertiesXml(origin: DocumentOrigin): string {
  const properties = ORIGIN_PROPERTIES.map(
    ([name, field], i) =>
      `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${i + 2}" name="${name}">` +
      `<vt:lpwstr>${escapeXml(origin[field])}</vt:lpwstr></property>`,
  );
  return (
    `${XML_DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"` +
    ` xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">${properties.join('')}</Properties>`
  );
}

/** Relationships 1-3 are styles, numbering and settings; headers and then links follow. */
const FIRST_HEADER = 4;

/** The relationship id of a header part, counted from 0. */
export function headerId(index: number): string {
  return `rId${FIRST_HEADER + index}`;
}

/** The number of the first relationship id free for links. */
export function firstLinkId(headers: number): number {
  return FIRST_HEADER + headers;
}

/** What the document part refers to: its parts, and the addresses of its links. */
export function documentRelationshipsXml(headers: number, links: ReadonlyMap<string, string>): string {
  const headerRelationships = Array.from({ length: headers }, (_, i) =>
    relationship(headerId(i), `${OFFICE}/header`, `header${i + 1}.xml`),
  );
  const linkRelationships = Array.from(links, ([address, id]) =>
    relationship(id, `${OFFICE}/hyperlink`, escapeXml(address), true),
  );
  return (
    `${XML_DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">` +
    relationship('rId1', `${OFFICE}/styles`, 'styles.xml') +
    relationship('rId2', `${OFFICE}/numbering`, 'numbering.xml') +
    relationship('rId3', `${OFFICE}/settings`, 'settings.xml') +
    `${headerRelationships.join('')}${linkRelationships.join('')}</Relationships>`
  );
}

/** Title, subject, creator and language; no dates and no names of people, so that equal input gives equal bytes. */
export function corePropertiesXml({ title, subject, creator }: DocumentModel['properties']): string {
  return (
    `${XML_DECLARATION}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties"` +
    ' xmlns:dc="http://purl.org/dc/elements/1.1/">' +
    `<dc:title>${escapeXml(title)}</dc:title><dc:subject>${escapeXml(subject)}</dc:subject>` +
    `<dc:creator>${escapeXml(creator)}</dc:creator><dc:language>da-DK</dc:language></cp:coreProperties>`
  );
}

export const APP_PROPERTIES_XML =
  `${XML_DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">` +
  '<Application>Dagsorden</Application></Properties>';

/** Settings: layout as Word 2013 and later, Danish separators. */
export const SETTINGS_XML =
  `${XML_DECLARATION}<w:settings ${WORD_NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>` +
  '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>' +
  '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>' +
  '</w:compat><w:themeFontLang w:val="da-DK"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>';
