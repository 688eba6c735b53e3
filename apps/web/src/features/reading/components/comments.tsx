import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CommentView } from '../../../../../../libs/contracts/reading.js';
import { Button } from '../../../components/ui/button.js';
import { TextArea } from '../../../components/ui/field.js';
import { Loaded } from '../../../components/ui/loaded.js';
import { Refusal } from '../../../components/ui/problem-panel.js';
import { useKept } from '../../../lib/autosave/use-kept.js';
import { momentInText } from '../../../lib/formats.js';
import { reading } from '../../../texts/reading.js';
import { commentsQuery } from '../api/comments.js';
import { sharedWith } from '../shared-with.js';
import { useCommenting } from '../use-commenting.js';
import { NewComment } from './new-comment.js';

const text = reading.comments;
/** How often others' comments are looked for while one reads, in milliseconds. */
const LOOK_MS = 30_000;

/** The comments to a point that one shares with others. */
export function Comments({ pointId, personId }: { readonly pointId: string; readonly personId: string }) {
  const comments = useQuery({ ...commentsQuery(pointId), refetchInterval: LOOK_MS });
  const { write, change, remove } = useCommenting(pointId);
  return (
    <section className="comments" aria-labelledby="comments-title">
      <h2 id="comments-title">{text.title}</h2>
      <p className="meta">{text.hint}</p>
      <Loaded what={text.these} query={comments} rows={1}>
        {({ items }) => (
          <ul>
            {items.map((comment) => (
              <Comment
                key={comment.id}
                comment={comment}
                isOwn={comment.author.personId === personId}
                onChange={(said, done) => change.mutate({ comment, said }, { onSuccess: done })}
                onRemove={() => remove.mutate(comment)}
              />
            ))}
          </ul>
        )}
      </Loaded>
      <Refusal error={change.error ?? remove.error} />
      <NewComment pointId={pointId} personId={personId} write={write} />
    </section>
  );
}

interface CommentProps {
  readonly comment: CommentView;
  readonly isOwn: boolean;
  readonly onChange: (said: string, done: () => void) => void;
  readonly onRemove: () => void;
}

function Comment({ comment, isOwn, onChange, onRemove }: CommentProps) {
  const [isChanged, setIsChanged] = useState(false);
  const { author, createdAt, changedAt } = comment;
  const when = momentInText(createdAt);
  return (
    <li className="comment">
      <p>
        <strong>{isOwn ? text.you : author.name}</strong>{' '}
        <span className="meta">{[when, sharedWith(comment)].join(' · ')}</span>
      </p>
      {isChanged ? (
        <ChangedText comment={comment} onChange={onChange} onDone={() => setIsChanged(false)} />
      ) : (
        <p className="comment-text">{comment.text}</p>
      )}
      {changedAt === null ? null : <p className="meta">{text.changed(momentInText(changedAt))}</p>}
      {comment.abilities.change === true && !isChanged ? (
        <div className="mark-acts">
          <Button look="quiet" aria-label={text.changeOf(when)} onClick={() => setIsChanged(true)}>
            {text.change}
          </Button>
          <Button look="quiet" aria-label={text.removeOf(when)} onClick={onRemove}>
            {text.remove}
          </Button>
        </div>
      ) : null}
    </li>
  );
}

interface ChangedTextProps extends Pick<CommentProps, 'comment' | 'onChange'> {
  readonly onDone: () => void;
}

/** A comment of one's own that is written anew; what is typed stays on the device until it is saved. */
function ChangedText({ comment, onChange, onDone }: ChangedTextProps) {
  const { fields, type, letGo } = useKept('comment', comment.id, { said: comment.text });
  const isMissing = fields.said.trim() === '';
  return (
    <>
      <TextArea
        name={`comment-${comment.id}`}
        label={text.label}
        rows={3}
        maxLength={4000}
        autoFocus
        fault={isMissing ? text.fault.text : null}
        value={fields.said}
        onChange={({ target }) => type({ said: target.value })}
      />
      <div className="form-actions">
        <Button
          look="primary"
          refusal={isMissing ? text.fault.text : null}
          onClick={() =>
            onChange(fields.said.trim(), () => {
              letGo(fields);
              onDone();
            })
          }
        >
          {text.save}
        </Button>
        <Button
          onClick={() => {
            letGo(fields);
            onDone();
          }}
        >
          {text.cancel}
        </Button>
      </div>
    </>
  );
}
