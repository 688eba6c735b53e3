import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type {
  ReturnedDifferenceView,
  ReturnedDocumentListView,
  TakenOverView,
} from '../../../../../libs/contracts/returned-documents.js';
import { Button } from '../../components/ui/button.js';
import { Loaded } from '../../components/ui/loaded.js';
import { Refusal } from '../../components/ui/problem-panel.js';
import { Section } from '../../components/ui/section.js';
import { changePoint, reinstatePoint, removePoint, restorePoint } from '../../features/agenda/api/agenda.js';
import { ChooseFiles } from '../../features/attachments/components/choose-files.js';
import {
  returnedFile,
  returnedListQuery,
  returnedQuery,
  sendBack,
  takeOver,
} from '../../features/documents/api/returned.js';
import { ReturnedDifferences } from '../../features/documents/components/returned-differences.js';
import { returnedProblem } from '../../features/documents/returned-problem.js';
import { announce } from '../../lib/announcements.js';
import { counted, momentInText } from '../../lib/formats.js';
import { tellDone } from '../../lib/undo.js';
import { returned } from '../../texts/returned.js';
import '../../styles/returned.css';

/** Agendas that were changed in Word: brought back, compared, and taken over as far as somebody says. */
export default function ReturnedDocuments({ meetingId }: { readonly meetingId: string }) {
  const client = useQueryClient();
  const [shown, setShown] = useState<string | null>(null);
  const [percent, setPercent] = useState(0);
  const list = useQuery(returnedListQuery(meetingId));
  const upload = useMutation({
    mutationFn: (file: File) =>
      sendBack(meetingId, file, crypto.randomUUID(), (gone) => setPercent(Math.round(gone * 100))),
    onSuccess: async (document) => {
      client.setQueryData(returnedQuery(document.id).queryKey, document);
      setShown(document.id);
      announce(told(document.differences.length));
      await client.invalidateQueries({ queryKey: returnedListQuery(meetingId).queryKey });
    },
  });
  return (
    <Section title={returned.title}>
      <p className="prose">{returned.how}</p>
      <p className="returned-upload">
        <ChooseFiles
          accept=".docx"
          busy={upload.isPending}
          onChosen={([file]) => {
            if (file) upload.mutate(file);
          }}
        >
          {returned.upload}
        </ChooseFiles>
        {upload.isPending ? <span className="meta">{returned.uploading(`${percent}\u00a0%`)}</span> : null}
      </p>
      <Refusal error={returnedProblem(upload.error)} />
      {shown === null ? null : <Shown key={shown} id={shown} />}
      <Loaded what={returned.these} query={list} rows={1}>
        {({ items }) => <Brought items={items} shown={shown} onShow={setShown} />}
      </Loaded>
    </Section>
  );
}

const told = (count: number): string =>
  count === 0 ? returned.none : returned.told(counted(count, returned.one, returned.several));

/** One document with its differences. */
function Shown({ id }: { readonly id: string }) {
  const client = useQueryClient();
  const document = useQuery(returnedQuery(id));
  const take = useMutation({
    mutationFn: (chosen: readonly ReturnedDifferenceView[]) =>
      takeOver(
        id,
        chosen.map(({ key, version }) => ({ key, version })),
      ),
    onSuccess: (answer, chosen) => {
      client.setQueryData(returnedQuery(id).queryKey, answer.document);
      tellDone({
        text: returned.taken(counted(chosen.length, returned.one, returned.several)),
        takeBack: () => takeBack(client, answer),
      });
      return refresh(client);
    },
    onError: () => client.invalidateQueries({ queryKey: returnedQuery(id).queryKey }),
  });
  return (
    <Loaded what={returned.theDifferences} query={document} rows={3}>
      {(loaded) => (
        <ReturnedDifferences
          document={loaded}
          busy={take.isPending}
          error={take.error}
          onTake={(chosen) => take.mutate(chosen)}
        />
      )}
    </Loaded>
  );
}

async function refresh(client: QueryClient): Promise<void> {
  await Promise.all(
    [['returned'], ['agenda'], ['meetings']].map((queryKey) => client.invalidateQueries({ queryKey })),
  );
}

/** Undoes what was taken over by the same acts, the last first. */
async function takeBack(client: QueryClient, { done }: TakenOverView): Promise<void> {
  for (const act of [...done].reverse()) await undo(act);
  await refresh(client);
}

async function undo(act: TakenOverView['done'][number]): Promise<void> {
  const id = act.pointId;
  if (act.kind === 'removed') await restorePoint(id);
  else if (act.kind === 'withdrawn') await reinstatePoint({ id, version: act.version });
  else if (act.kind === 'added') await removePoint({ id, version: act.version });
  else await changePoint({ id, version: act.version }, act.before);
}

interface BroughtProps extends ReturnedDocumentListView {
  readonly shown: string | null;
  readonly onShow: (id: string) => void;
}

/** What was brought back before; the files are there as they came. */
function Brought({ items, shown, onShow }: BroughtProps) {
  if (items.length === 0) return null;
  return (
    <>
      <h3>{returned.earlier}</h3>
      <ul className="plain">
        {items.map(({ id, fileName, returnedAt, returnedBy }) => (
          <li key={id} className="brought">
            <div>
              <p>{fileName}</p>
              <p className="meta">{returned.broughtBy(momentInText(returnedAt), returnedBy)}</p>
            </div>
            <div className="brought-acts">
              {id === shown ? null : (
                <Button aria-label={returned.showOf(fileName)} onClick={() => onShow(id)}>
                  {returned.show}
                </Button>
              )}
              <a
                className="button button-secondary"
                href={returnedFile(id)}
                download={fileName}
                aria-label={returned.fetchOf(fileName)}
              >
                {returned.fetch}
              </a>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
