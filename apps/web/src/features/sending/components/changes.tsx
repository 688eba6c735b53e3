import type { AgendaChangesView } from '../../../../../../libs/contracts/sending.js';
import { Chip } from '../../../components/ui/chip.js';
import { da } from '../../../texts/da.js';

const text = da.sending.changes;

/** What has changed since the version its readers have, point by point. */
export function Changes({ changes }: { readonly changes: AgendaChangesView }) {
  const fields: Readonly<Partial<Record<string, string>>> = text.meeting;
  return (
    <>
      {typeof changes.from === 'number' ? <p className="meta">{text.sinceVersion(changes.from)}</p> : null}
      <ul className="changes">
        {changes.meeting.map(({ field, before, after }) => (
          <li key={field}>
            {fields[field] ?? field}: <del>{before ?? text.nothing}</del> <ins>{after ?? text.nothing}</ins>
          </li>
        ))}
        {changes.points.map(({ id, kinds, before, after }) => (
          <li key={id}>
            <p className="change-title">
              {after?.number ?? before?.number} {after?.title ?? before?.title}
            </p>
            <p className="chips">
              {kinds.map((kind) => (
                <Chip key={kind} tone={kind === 'closed' ? 'closed' : 'neutral'}>
                  {text.kinds[kind]}
                </Chip>
              ))}
              {kinds.includes('renamed') && before !== null ? (
                <span className="meta">{text.before(before.title)}</span>
              ) : null}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
