import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { DocumentView } from '../../../../../../libs/contracts/documents.js';
import { Button } from '../../../components/ui/button.js';
import { Refusal } from '../../../components/ui/problem-panel.js';
import { announce } from '../../../lib/announcements.js';
import { statusOf } from '../../../lib/api/problem.js';
import { da } from '../../../texts/da.js';
import { papers } from '../../../texts/indstilling-papers.js';
import { askForIndstilling, showDocument } from '../api/documents.js';
import { DOCUMENT_FORMATS } from '../search.js';

/** The text as it is, or one of its submitted versions. */
export interface Paper {
  readonly name: string;
  readonly submission?: number;
}

interface AskForIndstillingProps {
  readonly id: string;
  readonly papers: readonly Paper[];
}

type Format = (typeof DOCUMENT_FORMATS)[number];

/** What can be had of an indstilling: of each version a Word document and a PDF, one press each. */
export function AskForIndstilling({ id, papers: each }: AskForIndstillingProps) {
  const client = useQueryClient();
  const ask = useMutation({
    mutationFn: ({ submission, format }: Pick<Paper, 'submission'> & { readonly format: Format }) =>
      asMuchAsOneMay(id, { format, ...(submission === undefined ? {} : { submission }) }),
    onSuccess: async (document) => {
      const { ready, asked } = da.documents;
      announce(document.state === 'ready' ? ready(document.fileName) : asked(document.fileName));
      showDocument(client, document);
      await client.invalidateQueries({ queryKey: ['documents'] });
    },
  });
  return (
    <>
      {each.map(({ name, submission }) => (
        <div key={submission ?? 0} className="ask-for">
          <p>{name}</p>
          {DOCUMENT_FORMATS.map((format) => (
            <Button
              key={format}
              busy={ask.isPending}
              aria-label={papers.makeOf(da.documents.format[format], name)}
              onClick={() => ask.mutate({ format, ...(submission === undefined ? {} : { submission }) })}
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

/** With its closed bilag for those who read them; others get the same document without. */
async function asMuchAsOneMay(
  id: string,
  request: { readonly format: Format; readonly submission?: number },
): Promise<DocumentView> {
  try {
    return await askForIndstilling(id, { ...request, audience: 'all' });
  } catch (error) {
    if (statusOf(error) !== 403) throw error;
    return askForIndstilling(id, { ...request, audience: 'open' });
  }
}
