import { momentInText } from '../../lib/formats.js';

/** A moment in Danish time, with the same moment for machines. */
export function MomentText({ instant }: { readonly instant: string }) {
  return <time dateTime={instant}>{momentInText(instant)}</time>;
}
