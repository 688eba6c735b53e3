import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { IndstillingView } from '../../../../../libs/contracts/indstillinger.js';
import { titleOfFile } from '../../../../../libs/domain/attachment/index.js';
import { Refusal } from '../../components/ui/problem-panel.js';
import { ChooseFiles } from '../../features/attachments/components/choose-files.js';
import { readWord, wordReadingQuery } from '../../features/documents/api/word.js';
import { wordProblem } from '../../features/documents/word-problem.js';
import { createIndstilling } from '../../features/indstillinger/api/indstilling.js';
import { word } from '../../texts/word.js';
import '../../styles/word.css';

const text = word.begin;

interface BeginProps {
  /** What the form says of the indstilling; its title may be empty still. */
  readonly fields: { readonly title: string } & Readonly<Record<string, unknown>>;
}

/** Begins an indstilling with a Word file: it is made, and its page shows what the file says. */
export default function BeginWithWord({ fields }: BeginProps) {
  const client = useQueryClient();
  const navigate = useNavigate();
  // A file that cannot be read leaves the indstilling it was to begin: the next file is read into that one.
  const [made, setMade] = useState<IndstillingView | null>(null);
  const begin = useMutation({
    mutationFn: async (file: File) => {
      const title = fields.title.trim() || titleOfFile(file.name).slice(0, 300);
      const one = made ?? (await createIndstilling({ ...fields, title }));
      setMade(one);
      return readWord(one.id, file, crypto.randomUUID(), () => undefined);
    },
    onSuccess: async (reading) => {
      client.setQueryData(wordReadingQuery(reading.id).queryKey, reading);
      await navigate({
        to: '/indstillinger/$indstillingId/word',
        params: { indstillingId: reading.indstillingId },
        search: { reading: reading.id, begun: 'yes' },
      });
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['indstillinger'] }),
  });
  return (
    <div className="begin-with-word">
      <ChooseFiles
        accept=".docx"
        busy={begin.isPending}
        onChosen={([file]) => {
          if (file) begin.mutate(file);
        }}
      >
        {text.button}
      </ChooseFiles>
      <p className="hint">{text.hint}</p>
      <Refusal error={wordProblem(begin.error)} />
      {begin.error !== null && made !== null ? (
        <p>
          {text.made(made.title)}{' '}
          <Link to="/indstillinger/$indstillingId" params={{ indstillingId: made.id }}>
            {text.open}
          </Link>
        </p>
      ) : null}
    </div>
  );
}
