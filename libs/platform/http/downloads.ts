/** The Content-Disposition of a download. */
export const attachmentHeader = (fileName: string): string => dispositionHeader(fileName, 'attachment');

/**
 * A Content-Disposition (RFC 6266): whether the file is saved or shown, its name in full in `filename*`, and for old
 * clients one with ASCII letters only.
 */
export function dispositionHeader(fileName: string, kind: 'attachment' | 'inline'): string {
  const ascii = fileName
    .replace(/[æÆ]/g, 'ae')
    .replace(/[øØ]/g, 'oe')
    .replace(/[åÅ]/g, 'aa')
    .replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
