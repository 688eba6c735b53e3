import { strToU8, zipSync } from 'fflate';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';
const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** A DOCX that says "Hej" and asks its reader to fetch pictures, texts, a template and parts from an address and from files. */
export function reachingDocx(origin: string): Uint8Array {
  const at = (name: string): string => `${origin}/${name}`;
  const parts = {
    '[Content_Types].xml': CONTENT_TYPES,
    '_rels/.rels': relationships([['root', 'officeDocument', 'word/document.xml', false]]),
    'word/document.xml': wordDocument(
      ...[picture('web'), picture('file'), '<w:subDoc r:id="part"/>', '<w:altChunk r:id="chunk"/>'],
      field(`INCLUDEPICTURE "${at('field.png')}" \\d`),
      ...[field(`INCLUDETEXT "${at('field.docx')}"`), field('INCLUDETEXT "file:///etc/passwd"')],
    ),
    'word/_rels/document.xml.rels': relationships([
      ['web', 'image', at('image.png'), true],
      ['file', 'image', 'file:///etc/hostname', true],
      ['part', 'subDocument', at('part.docx'), true],
      ['chunk', 'aFChunk', at('chunk.html'), true],
      ['settings', 'settings', 'settings.xml', false],
    ]),
    'word/settings.xml': `<w:settings xmlns:w="${WORD}" xmlns:r="${OFFICE}"><w:attachedTemplate r:id="template"/></w:settings>`,
    'word/_rels/settings.xml.rels': relationships([
      ['template', 'attachedTemplate', at('template.dotx'), true],
    ]),
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])));
}

const CONTENT_TYPES = `<Types xmlns="${PACKAGE}/content-types">
  <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
  <Default Extension="xml" ContentType="application/xml"/>
  <Override PartName="/word/document.xml" ContentType="${WORD_TYPE}.document.main+xml"/>
  <Override PartName="/word/settings.xml" ContentType="${WORD_TYPE}.settings+xml"/></Types>`;

function relationships(all: readonly (readonly [string, string, string, boolean])[]): string {
  const each = all.map(([id, type, target, isOutside]) => {
    const mode = isOutside ? ' TargetMode="External"' : '';
    return `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"${mode}/>`;
  });
  return `<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`;
}

function wordDocument(...parts: readonly string[]): string {
  return `<w:document xmlns:w="${WORD}" xmlns:r="${OFFICE}"><w:body>
    <w:p><w:r><w:t>Hej</w:t></w:r></w:p>${parts.join('')}</w:body></w:document>`;
}

function field(instruction: string): string {
  const mark = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const text = `<w:r><w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r>`;
  return `<w:p>${mark('begin')}${text}${mark('separate')}<w:r><w:t>felt</w:t></w:r>${mark('end')}</w:p>`;
}

/** A picture that is linked and not in the file. */
function picture(relationship: string): string {
  const size = 'cx="990000" cy="990000"';
  return `<w:p><w:r><w:drawing><wp:inline xmlns:wp="${DRAWING}/wordprocessingDrawing"><wp:extent ${size}/>
    <wp:docPr id="1" name="p"/><a:graphic xmlns:a="${DRAWING}/main"><a:graphicData uri="${DRAWING}/picture">
    <pic:pic xmlns:pic="${DRAWING}/picture"><pic:nvPicPr><pic:cNvPr id="1" name="p"/><pic:cNvPicPr/></pic:nvPicPr>
    <pic:blipFill><a:blip r:link="${relationship}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>
    <pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>
    </pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
}
