import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { DocumentView } from '../../../../../../libs/contracts/documents.js';
import { Button } from '../../../components/ui/button.js';
import { Chip } from '../../../components/ui/chip.js';
import { MomentText } from '../../../components/ui/moment.js';
import { Refusal } from '../../../components/ui/problem-panel.js';
import { sizeInText } from '../../../lib/formats.js';
import { da } from '../../../texts/da.js';
import { fileAddress, retryDocument, showDocument } from '../api/documents.js';
import { faultInWords } from '../fault.js';

const text = da.documents;

interface DocumentListProps {
  readonly documents: readonly DocumentView[];
  /** What a document is of, where that is known. */
  readonly nameOf?: (subjectId: string) => string | null;
}

/** Documents, newest first, each with how far it is. */
export function DocumentList({ documents, nameOf }: DocumentListProps) {
  return (
    <ul className="documents" aria-label={text.listLabel}>
      {documents.map((document) => (
        <Row key={document.id} document={document} of={nameOf?.(document.subjectId) ?? null} />
      ))}
    </ul>
  );
}

function Row({ document, of }: { readonly document: DocumentView; readonly of: string | null }) {
  const { kind, audience, format, fileName, size, createdAt, state, submission } = document;
  return (
    <li className="document" data-document={document.id}>
      <div className="document-what">
        <p className="card-title">{fileName}</p>
        <p className="meta">
          {[
            of,
            text.kind[kind],
            submission === 0 ? null : text.submission(submission),
            text.format[format],
            size === null ? null : sizeInText(size),
          ]
            .filter((part) => part !== null)
            .join(' · ')}
          {' · '}
          <MomentText instant={createdAt} />
        </p>
      </div>
      <p className="chips">
        {audience === 'all' && kind !== 'indstilling' ? (
          <Chip tone="closed" icon="lock">
            {text.audience.all}
          </Chip>
        ) : (
          <Chip tone="neutral" outlined>
            {kind === 'indstilling' ? text.ofIndstilling[audience] : text.audience.open}
          </Chip>
        )}
      </p>
      <div className="document-state">
        {state === 'ready' ? (
          <a
            className="button button-secondary"
            href={fileAddress(document.id)}
            download
            aria-label={text.downloadOf(fileName)}
          >
            {text.download}
          </a>
        ) : null}
        {state === 'failed' ? <Failed document={document} /> : null}
        {state === 'queued' || state === 'running' ? <UnderWay document={document} /> : null}
      </div>
    </li>
  );
}

function UnderWay({ document }: { readonly document: DocumentView }) {
  const { state, progress, fileName } = document;
  return (
    <p className="document-progress">
      <span>
        {text.state[state]}
        {state === 'running' ? ` (${progress}\u00a0%)` : ''}
      </span>
      <progress max={100} value={progress} aria-label={text.progress(fileName)} />
    </p>
  );
}

function Failed({ document }: { readonly document: DocumentView }) {
  const client = useQueryClient();
  const { id, fileName, reason, abilities } = document;
  const retry = useMutation({
    mutationFn: () => retryDocument(id),
    onSuccess: (again) => showDocument(client, again),
  });
  return (
    <>
      <p className="fault">{faultInWords(reason)}</p>
      <p className="meta">{text.reference(id)}</p>
      {abilities.retry === true ? (
        <Button
          busy={retry.isPending}
          aria-label={`${da.common.retry}: ${fileName}`}
          onClick={() => retry.mutate()}
        >
          {da.common.retry}
        </Button>
      ) : null}
      <Refusal error={retry.error} />
    </>
  );
}
