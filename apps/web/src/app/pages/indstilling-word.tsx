import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { IndstillingView } from '../../../../../libs/contracts/indstillinger.js';
import type { TakeWord, WordReadingView } from '../../../../../libs/contracts/word-readings.js';
import { Empty } from '../../components/ui/empty.js';
import { Loaded } from '../../components/ui/loaded.js';
import { Refusal } from '../../components/ui/problem-panel.js';
import { ChooseFiles } from '../../features/attachments/components/choose-files.js';
import { readWord, takeWord, wordReadingQuery } from '../../features/documents/api/word.js';
import { WordLeftovers } from '../../features/documents/components/word-leftovers.js';
import { WordReading } from '../../features/documents/components/word-reading.js';
import { wordProblem } from '../../features/documents/word-problem.js';
import { changeIndstilling } from '../../features/indstillinger/api/indstilling.js';
import { announce } from '../../lib/announcements.js';
import { tellDone } from '../../lib/undo.js';
import { word } from '../../texts/word.js';
import { useSession } from '../session/session.js';
import '../../styles/returned.css';
import '../../styles/word.css';
import { IndstillingPage } from '../indstilling/indstilling-page.js';

const route = getRouteApi('/inside/indstillinger/$indstillingId/word');

/** An indstilling that was written in Word, taken in as far as somebody says; which file is shown stands in the address. */
export default function IndstillingWordPage() {
  const { indstillingId: id } = route.useParams();
  const { viewAs } = useSession();
  return (
    <IndstillingPage id={id} titleOf={(title) => (title === undefined ? word.title : word.of(title))}>
      {(loaded) =>
        loaded.abilities.change === true && viewAs === null ? (
          <FromWord indstilling={loaded} />
        ) : (
          <Empty>{word.notYours}</Empty>
        )
      }
    </IndstillingPage>
  );
}

interface FromWordProps {
  readonly indstilling: IndstillingView;
}

function FromWord({ indstilling }: FromWordProps) {
  const { reading } = route.useSearch();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [percent, setPercent] = useState(0);
  const upload = useMutation({
    mutationFn: (file: File) =>
      readWord(indstilling.id, file, crypto.randomUUID(), (gone) => setPercent(Math.round(gone * 100))),
    onSuccess: async (read) => {
      client.setQueryData(wordReadingQuery(read.id).queryKey, read);
      announce(word.read(read.fileName));
      await navigate({
        to: '/indstillinger/$indstillingId/word',
        params: { indstillingId: indstilling.id },
        search: { reading: read.id },
        replace: true,
      });
    },
  });
  return (
    <>
      <p className="prose">{word.how}</p>
      <p className="returned-upload">
        <ChooseFiles
          accept=".docx"
          busy={upload.isPending}
          onChosen={([file]) => {
            if (file) upload.mutate(file);
          }}
        >
          {reading === undefined ? word.choose : word.another}
        </ChooseFiles>
        {upload.isPending ? <span className="meta">{word.uploading(`${percent}\u00a0%`)}</span> : null}
      </p>
      <Refusal error={wordProblem(upload.error)} />
      {reading === undefined ? null : <Shown key={reading} id={reading} indstilling={indstilling} />}
    </>
  );
}

function Shown({ id, indstilling }: FromWordProps & { readonly id: string }) {
  const { begun } = route.useSearch();
  const client = useQueryClient();
  const navigate = useNavigate();
  const reading = useQuery(wordReadingQuery(id));
  const take = useMutation({
    mutationFn: ({ read, chosen }: { read: WordReadingView; chosen: TakeWord }) => takeWord(read, chosen),
    onSuccess: async (taken, { chosen }) => {
      tellDone({ text: word.taken, takeBack: () => takeBack(client, indstilling, taken, chosen) });
      await client.invalidateQueries({ queryKey: ['indstillinger'] });
      await navigate({ to: '/indstillinger/$indstillingId', params: { indstillingId: indstilling.id } });
    },
    onError: () => client.invalidateQueries({ queryKey: wordReadingQuery(id).queryKey }),
  });
  return (
    <Loaded what={word.theReading} query={reading} rows={4}>
      {(read) => (
        <>
          <WordReading
            key={read.version}
            reading={read}
            isBegun={begun !== undefined}
            busy={take.isPending}
            error={take.error}
            onTake={(chosen) => take.mutate({ read, chosen })}
          />
          <WordLeftovers leftovers={read.leftovers} />
        </>
      )}
    </Loaded>
  );
}

/** Writes back what stood there before: of what was taken over, and of nothing else. */
async function takeBack(
  client: QueryClient,
  before: IndstillingView,
  { id, version }: IndstillingView,
  { sections, facts }: TakeWord,
): Promise<void> {
  const { personId, ...author } = before.author;
  const were = {
    ...{ title: before.title, minutes: before.minutes, caseNumber: before.caseNumber, month: before.month },
    ...{ unit: before.unitId, author: personId === null ? author : { personId } },
  };
  const fields = Object.fromEntries(facts.map((name) => [name === 'unit' ? 'unitId' : name, were[name]]));
  const texts = Object.fromEntries(sections.map((key) => [key, before.sections[key] ?? []]));
  await changeIndstilling(id, version, { ...fields, sections: texts }, false);
  await client.invalidateQueries({ queryKey: ['indstillinger'] });
}
