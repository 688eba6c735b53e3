import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { RequestMeetingDocument } from '../../../../../../libs/contracts/documents.js';
import { Button } from '../../../components/ui/button.js';
import { Refusal } from '../../../components/ui/problem-panel.js';
import { announce } from '../../../lib/announcements.js';
import { da } from '../../../texts/da.js';
import { askForDocument, showDocument } from '../api/documents.js';
import { DOCUMENT_FORMATS } from '../search.js';

type Audience = RequestMeetingDocument['audience'];
type Format = RequestMeetingDocument['format'];

interface AskForProps {
  readonly meetingId: string;
  readonly audiences: readonly Audience[];
  readonly requestOf: (audience: Audience, format: Format) => RequestMeetingDocument;
  readonly kind: RequestMeetingDocument['kind'];
}

/** What can be had of one paper: for each audience a Word document and a PDF, one press each. */
export function AskFor({ meetingId, audiences, requestOf, kind }: AskForProps) {
  const client = useQueryClient();
  const ask = useMutation({
    mutationFn: (request: RequestMeetingDocument) => askForDocument(meetingId, request),
    onSuccess: async (document) => {
      announce(
        document.state === 'ready'
          ? da.documents.ready(document.fileName)
          : da.documents.asked(document.fileName),
      );
      showDocument(client, document);
      await client.invalidateQueries({ queryKey: ['documents'] });
    },
  });
  return (
    <>
      {audiences.map((audience) => (
        <div key={audience} className="ask-for">
          <p>{da.documents.audience[audience]}</p>
          {DOCUMENT_FORMATS.map((format) => (
            <Button
              key={format}
              busy={ask.isPending}
              aria-label={da.documents.makeOf(
                da.documents.format[format],
                `${da.documents.kind[kind]}, ${da.documents.audience[audience].toLowerCase()}`,
              )}
              onClick={() => ask.mutate(requestOf(audience, format))}
            >
              {da.documents.format[format]}
            </Button>
          ))}
        </div>
      ))}
      <Refusal error={ask.error} />
    </>
  );
}
