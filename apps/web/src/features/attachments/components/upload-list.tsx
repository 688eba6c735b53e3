import { useQueryClient } from '@tanstack/react-query';
import { Button } from '../../../components/ui/button.js';
import { Panel } from '../../../components/ui/problem-panel.js';
import { useStore } from '../../../lib/store.js';
import { da } from '../../../texts/da.js';
import type { BilagOwner } from '../api/attachments.js';
import { fileFaultOf, sizeInText } from '../file-words.js';
import { choose, drops, letGo, questionOf, tryAgain, uploads } from '../uploads.js';
import type { Upload } from '../uploads.js';

const text = da.attachments;

interface UploadListProps {
  readonly owner: BilagOwner;
  /** The question of a drop was answered, and is gone with its buttons: something else takes the focus. */
  readonly onAnswered: () => void;
}

/** What is on its way to a point: how far each file is, why one was not taken, and whether they are closed. */
export function UploadList({ owner, onAnswered }: UploadListProps) {
  const underway = useStore(uploads).filter((upload) => upload.owner === owner);
  return (
    <>
      <DropQuestions owner={owner} onAnswered={onAnswered} />
      {underway.length === 0 ? null : (
        <ul className="uploads" aria-label={text.uploads}>
          {underway.map((upload) => (
            <UploadRow key={upload.key} upload={upload} />
          ))}
        </ul>
      )}
    </>
  );
}

/** Whether the files of a drop are closed: asked once for all of them, while they are already on their way. */
function DropQuestions({ owner, onAnswered }: UploadListProps) {
  const client = useQueryClient();
  const answer = (id: string, choice: 'closed' | 'open'): void => {
    onAnswered();
    void choose(client, id, choice);
  };
  const asked = useStore(drops).filter((drop) => drop.owner === owner && drop.choice === null);
  return asked.map((drop) => (
    <div key={drop.id} role="group" aria-label={text.questionLabel}>
      <Panel tone="info">
        <p>{questionOf(drop)}</p>
        <div className="dialog-actions">
          <Button onClick={() => answer(drop.id, 'closed')}>{text.keepClosed}</Button>
          <Button onClick={() => answer(drop.id, 'open')}>{text.makeOpen}</Button>
        </div>
      </Panel>
    </div>
  ));
}

function UploadRow({ upload }: { readonly upload: Upload }) {
  const client = useQueryClient();
  const { key, file, state, percent, error } = upload;
  return (
    <li className="upload">
      <span className="upload-name">
        {file.name} <span className="meta">({sizeInText(file.size)})</span>
      </span>
      {state === 'failed' ? (
        <>
          <p className="fault">
            {text.failed} {fileFaultOf(error)}
          </p>
          <div className="upload-acts">
            <Button aria-label={text.retryOf(file.name)} onClick={() => tryAgain(client, key)}>
              {text.retry}
            </Button>
            <Button look="quiet" aria-label={text.dismissOf(file.name)} onClick={() => letGo(key)}>
              {text.dismiss}
            </Button>
          </div>
        </>
      ) : (
        <>
          <span className="meta">{progressOf(upload)}</span>
          <progress max={100} value={percent} aria-label={`${file.name}: ${progressOf(upload)}`} />
        </>
      )}
    </li>
  );
}

/** All bytes gone is not yet kept: the api still looks at the file. */
function progressOf({ state, percent }: Upload): string {
  if (state === 'waiting') return text.waiting;
  return percent === 100 ? text.storing : text.sending(percent);
}
