import { deflateSync } from 'node:zlib';

interface PdfOptions {
  /** Nobody knows its password. */
  readonly isLocked?: boolean;
  /** Of every page, in points; A4 where nothing is said. */
  readonly size?: readonly [number, number];
}

/** A PDF that can be drawn, with a page for each of these lines; its font is one that readers bring themselves. */
export function pdfOf(
  lines: readonly string[],
  { isLocked = false, size = [595, 842] }: PdfOptions = {},
): Buffer {
  const pages = lines.map((_, i) => 4 + 2 * i);
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${pages.map((page) => `${page} 0 R`).join(' ')}]/Count ${lines.length}>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    ...lines.flatMap((line, i) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${size.join(' ')}]/Contents ${5 + 2 * i} 0 R/Resources<</Font<</F 3 0 R>>>>>>`,
      streamOf(`BT /F 24 Tf 72 ${size[1] - 100} Td (${line.replace(/[()\\]/g, '\\$&')}) Tj ET`),
    ]),
  ];
  return fileOf(objects, isLocked);
}

/** A small PDF that says that it has ten million pages, all of them the same one. */
export function pdfWithoutEnd(): Buffer {
  const depth = 7;
  const tree = Array.from({ length: depth }, (_, i) => {
    const kids = Array.from({ length: 10 }, () => `${i + 3} 0 R`).join(' ');
    return `<</Type/Pages/Count ${10 ** (depth - i)}/Kids[${kids}]>>`;
  });
  return fileOf(['<</Type/Catalog/Pages 2 0 R>>', ...tree, '<</Type/Page/MediaBox[0 0 595 842]>>'], false);
}

function fileOf(objects: readonly string[], isLocked: boolean): Buffer {
  const lock = `/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<${'41'.repeat(32)}>/U<${'42'.repeat(32)}>>>/ID[<01><01>]`;
  let file = '%PDF-1.7\n';
  const places = objects.map((object, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const end = `trailer<</Size ${objects.length + 1}/Root 1 0 R${isLocked ? lock : ''}>>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(`${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}${end}`, 'latin1');
}

const streamOf = (text: string): string => `<</Length ${text.length}>>\nstream\n${text}\nendstream`;

/** A picture of one colour, 8 pixels wide and high. */
export function pngOf(): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(8, 0);
  head.writeUInt32BE(8, 4);
  head.set([8, 2], 8);
  const row = Buffer.from([0, ...Array.from({ length: 24 }, () => 0x7f)]);
  const rows = deflateSync(Buffer.concat(Array.from({ length: 8 }, () => row)));
  const start = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([start, chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(checksum(named));
  return Buffer.concat([length, named, sum]);
}

/** CRC-32, as PNG has it. */
function checksum(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}
