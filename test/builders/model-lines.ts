import type { DocumentBlock, DocumentModel } from '../../libs/domain/document/index.js';
import { plainText } from '../../libs/domain/text/index.js';

function linesOfBlock(block: DocumentBlock): string[] {
  switch (block.type) {
    case 'title':
      return [`# ${block.text}`];
    case 'heading':
      return [`${'#'.repeat(block.level)} ${block.text}`];
    case 'remark':
      return [`! ${block.text}`];
    case 'facts':
      return block.rows.map(({ label, value }) => `${label}: ${value}`);
    case 'contents':
      return block.entries.map(
        ({ number, title, remark }) => `${number}. ${title}${remark === null ? '' : ` – ${remark}`}`,
      );
    case 'field':
      return [`${block.label}: ${plainText(block.text)}`];
    case 'text':
      return plainText(block.text).split('\n\n');
    case 'list':
      return [
        ...(block.label === null ? [] : [`${block.label}:`]),
        ...block.items.map((item) => `- ${item}`),
      ];
    case 'table':
      return [block.columns.map(({ heading }) => heading), ...block.rows].map((cells) => cells.join(' | '));
    case 'closing':
      return [...block.lines];
  }
}

/** What a document prints, line by line, part by part: for reading its wording in a test without its layout. */
export function linesOf(model: DocumentModel): string[] {
  return model.parts.flatMap(({ mark, blocks }) => [
    ...(mark === null ? [] : [`== ${mark} ==`]),
    ...blocks.flatMap(linesOfBlock),
  ]);
}
