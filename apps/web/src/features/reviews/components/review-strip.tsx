import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { OwnReviewView } from '../../../../../../libs/contracts/reviews.js';
import { Button } from '../../../components/ui/button.js';
import { TextArea } from '../../../components/ui/field.js';
import { Panel, Refusal } from '../../../components/ui/problem-panel.js';
import { announce } from '../../../lib/announcements.js';
import { useKept } from '../../../lib/autosave/use-kept.js';
import { momentInText } from '../../../lib/formats.js';
import { reviews as text } from '../../../texts/reviews.js';
import { ownReviewQuery, sayRead } from '../api/reviews.js';

interface StripProps {
  readonly meetingId: string;
  readonly review: NonNullable<OwnReviewView['review']>;
}

/** Says that the agenda is not sent yet, and lets its reviewer say that it is read. */
export default function ReviewStrip({ meetingId, review }: StripProps) {
  const client = useQueryClient();
  const { fields, type, letGo } = useKept('review', meetingId, { comment: review.comment ?? '' });
  const say = useMutation({
    mutationFn: ({ comment }: { readonly comment: string }) => sayRead(meetingId, comment.trim() || null),
    onSuccess: (answer, said) => {
      letGo(said);
      client.setQueryData(ownReviewQuery(meetingId).queryKey, answer);
      announce(text.told);
    },
  });
  const { readAt } = review;
  return (
    <Panel tone="warn">
      <p>
        <strong>{text.strip}</strong>
      </p>
      <p>{text.stripText}</p>
      {readAt === null ? null : <p>{text.youHaveRead(momentInText(readAt))}</p>}
      <TextArea
        name="review-comment"
        label={text.yourComment}
        value={fields.comment}
        maxLength={4000}
        onChange={({ target }) => type({ comment: target.value })}
        optional
      />
      <Refusal error={say.error} />
      <Button look="primary" busy={say.isPending} onClick={() => say.mutate(fields)}>
        {readAt === null ? text.sayRead : text.sayAgain}
      </Button>
    </Panel>
  );
}
