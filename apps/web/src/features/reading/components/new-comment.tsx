import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { PointReadersView, ShareWith } from '../../../../../../libs/contracts/reading.js';
import { Button } from '../../../components/ui/button.js';
import { Choices, TextArea } from '../../../components/ui/field.js';
import { Loaded } from '../../../components/ui/loaded.js';
import { Refusal } from '../../../components/ui/problem-panel.js';
import { useKept } from '../../../lib/autosave/use-kept.js';
import { reading } from '../../../texts/reading.js';
import { readersQuery } from '../api/comments.js';
import type { useCommenting } from '../use-commenting.js';

const text = reading.comments;
const KINDS = ['circle', 'people'] as const;

interface NewCommentProps {
  readonly pointId: string;
  readonly personId: string;
  readonly write: ReturnType<typeof useCommenting>['write'];
}

/** A comment to write, and with whom to share it. Nothing is shared before the button is pressed. */
export function NewComment({ pointId, personId, write }: NewCommentProps) {
  const { fields, type, letGo } = useKept('new-comment', pointId, { said: '' });
  const [kind, setKind] = useState<ShareWith['kind']>('circle');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [tried, setTried] = useState(false);
  // Sent again after a lost answer it is the same comment.
  const id = useRef(crypto.randomUUID());
  const faults = {
    said: fields.said.trim() === '' ? text.fault.text : null,
    people: kind === 'people' && chosen.length === 0 ? text.fault.people : null,
  };
  const share = (): void => {
    setTried(true);
    if (faults.said !== null) document.getElementById('new-comment')?.focus();
    if (faults.said !== null || faults.people !== null || write.isPending) return;
    const shared: ShareWith = kind === 'circle' ? { kind } : { kind, personIds: [...chosen] };
    const done = (): void => {
      letGo(fields);
      setTried(false);
      id.current = crypto.randomUUID();
    };
    write.mutate({ id: id.current, text: fields.said.trim(), with: shared }, { onSuccess: done });
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        share();
      }}
    >
      <TextArea
        name="new-comment"
        label={text.label}
        rows={3}
        maxLength={4000}
        fault={tried ? faults.said : null}
        value={fields.said}
        onChange={({ target }) => type({ said: target.value })}
      />
      <Choices
        name="share-with"
        legend={text.shareWith}
        value={kind}
        choices={KINDS.map((value) => ({ value, text: text.kinds[value] }))}
        onChoose={setKind}
      />
      {kind === 'circle' ? null : (
        <People
          {...{ pointId, personId, chosen }}
          fault={tried ? faults.people : null}
          onChoose={setChosen}
        />
      )}
      <Refusal error={write.error} />
      <Button type="submit" busy={write.isPending}>
        {text.share}
      </Button>
    </form>
  );
}

interface PeopleProps extends Pick<NewCommentProps, 'pointId' | 'personId'> {
  readonly chosen: readonly string[];
  readonly fault: string | null;
  readonly onChoose: (ids: readonly string[]) => void;
}

/** Those who read the point, to choose among. */
function People({ pointId, personId, chosen, fault, onChoose }: PeopleProps) {
  const readers = useQuery(readersQuery(pointId));
  const boxes = (items: PointReadersView['items']) =>
    items
      .filter((reader) => reader.personId !== personId)
      .map((reader) => (
        <label key={reader.personId} className="choice">
          <input
            type="checkbox"
            checked={chosen.includes(reader.personId)}
            onChange={({ target }) => {
              const others = chosen.filter((each) => each !== reader.personId);
              onChoose(target.checked ? [...others, reader.personId] : others);
            }}
          />
          {reader.name}
        </label>
      ));
  return (
    <fieldset className="choices" aria-describedby={fault === null ? undefined : 'share-fault'}>
      <legend>{text.people}</legend>
      <Loaded what={text.people} query={readers} rows={2}>
        {({ items }) => boxes(items)}
      </Loaded>
      {fault === null ? null : (
        <p id="share-fault" className="fault" role="alert">
          {fault}
        </p>
      )}
    </fieldset>
  );
}
