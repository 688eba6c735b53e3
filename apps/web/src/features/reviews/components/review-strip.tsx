import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { OwnReviewView } from '../../../../../../libs/contracts/reviews.js';
import { Button } from '../../../components/ui/button.js';
import { TextArea } from '../../../components/ui/field.js';
import { Panel, Refusal } from '../../../components/ui/problem-panel.js';
import { announce } from '../../../lib/announcements.js';
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
  const [comment, setComment] = useState(review.comment ?? '');
  const say = useMutation({
    mutationFn: () => sayRead(meetingId, comment.trim() || null),
    onSuccess: (answer) => {
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
        value={comment}
        maxLength={4000}
        onChange={({ target }) => setComment(target.value)}
        optional
      />
      <Refusal error={say.error} />
      <Button look="primary" busy={say.isPending} onClick={() => say.mutate()}>
        {readAt === null ? text.sayRead : text.sayAgain}
      </Button>
    </Panel>
  );
}
