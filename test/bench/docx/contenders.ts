import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import Docxtemplater from 'docxtemplater';
import { deflateRawSync } from 'node:zlib';
import PizZip from 'pizzip';
import { strToU8, zipSync } from 'fflate';
import { agendaModel } from '../../../libs/domain/document/index.js';
import type { AgendaSource, DocumentModel } from '../../../libs/domain/document/index.js';
import { renderDocument } from '../../../libs/rendering/docx/index.js';
import type { SamplePoint } from './sample.js';

/** The model of a sample agenda, which is known to be in order. */
export function modelOf(source: AgendaSource): DocumentModel {
  const model = agendaModel(source, 'all');
  if (!model.ok) throw new Error(model.refusal.code);
  return model.value;
}

/** The product: from the source to the bytes of the file. */
export function ours(source: AgendaSource): Uint8Array {
  return renderDocument(modelOf(source));
}

/** The floor: parts that are finished strings already, encoded and deflated. */
export function floor(parts: readonly (readonly [string, string])[], level: 1 | 6): Uint8Array {
  const files = Object.fromEntries(parts.map(([name, xml]) => [name, strToU8(xml)]));
  return zipSync(files, { level, mtime: new Date(1980, 0, 1, 12) });
}

/** The same floor through the native zlib, whose bytes depend on the machine. */
export function nativeFloor(parts: readonly (readonly [string, string])[]): number {
  return parts.reduce((sum, [, xml]) => sum + deflateRawSync(Buffer.from(xml), { level: 6 }).length, 0);
}

/** The bare calls of the `docx` library, packed by its own packer. */
export async function docxCalls(points: readonly SamplePoint[]): Promise<Uint8Array> {
  const cell = (text: string): TableCell => new TableCell({ children: [new Paragraph(text)] });
  const children = points.flatMap((point, i) => [
    new Paragraph({ heading: HeadingLevel.HEADING_2, children: [new TextRun(`${i + 1}. ${point.title}`)] }),
    ...point.paragraphs.map((text) => new Paragraph(text)),
    new Table({
      rows: [
        new TableRow({ tableHeader: true, children: [cell('Forhold'), cell('Oplysning')] }),
        ...point.facts.map(([label, value]) => new TableRow({ children: [cell(label), cell(value)] })),
      ],
    }),
    new Paragraph({
      children: [new TextRun('Forslag til beslutning: '), new TextRun(point.decision)],
    }),
    ...point.attachments.map(
      (title) =>
        new Paragraph({
          numbering: { reference: 'bilag', level: 0, instance: i },
          children: [new TextRun(title)],
        }),
    ),
  ]);
  const document = new Document({
    numbering: { config: [{ reference: 'bilag', levels: [{ level: 0, format: 'decimal', text: '%1.' }] }] },
    sections: [{ children }],
  });
  return Packer.toBuffer(document);
}

/** A template for docxtemplater with the same content; made once, outside the measured time. */
export async function docxTemplate(): Promise<Uint8Array> {
  const cell = (text: string): TableCell => new TableCell({ children: [new Paragraph(text)] });
  const row = (...texts: string[]): TableRow => new TableRow({ children: texts.map(cell) });
  const document = new Document({
    sections: [
      {
        children: [
          new Paragraph('{#points}'),
          new Paragraph({ heading: HeadingLevel.HEADING_2, text: '{number}. {title}' }),
          new Paragraph('{#paragraphs}'),
          new Paragraph('{.}'),
          new Paragraph('{/paragraphs}'),
          new Table({ rows: [row('Forhold', 'Oplysning'), row('{#facts}{label}', '{value}{/facts}')] }),
          new Paragraph('Forslag til beslutning: {decision}'),
          new Paragraph('{#attachments}'),
          new Paragraph('{.}'),
          new Paragraph('{/attachments}'),
          new Paragraph('{/points}'),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

/** docxtemplater filling that template. */
export function docxtemplater(template: Uint8Array, points: readonly SamplePoint[]): Uint8Array {
  const filled = new Docxtemplater(new PizZip(template), { paragraphLoop: true, linebreaks: true });
  filled.render({
    points: points.map((point, i) => ({
      ...point,
      number: i + 1,
      facts: point.facts.map(([label, value]) => ({ label, value })),
    })),
  });
  return filled.getZip().generate({ type: 'uint8array', compression: 'DEFLATE' });
}
