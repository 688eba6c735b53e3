import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { SavedViewOfPage, ViewPage } from '../../../../../../libs/contracts/saved-views.js';
import { Button } from '../../../components/ui/button.js';
import { Refusal } from '../../../components/ui/problem-panel.js';
import { tellDone } from '../../../lib/undo.js';
import { savedViews as words } from '../../../texts/saved-views.js';
import { keepView, removeView, renameView, savedViewsQuery } from '../api/saved-views.js';
import { inOrder } from '../same-search.js';
import { NameForm } from './name-form.js';

interface SavedViewsProps {
  readonly page: ViewPage;
  /** What the address says now, without `?`. */
  readonly search: string;
  /** A link to the page with what a view keeps. */
  readonly linkTo: (search: string, name: string) => ReactNode;
}

/** One's own sets of filters of a page: each a link, and what is shown now can be kept under a name. */
export default function SavedViews({ page, search, linkTo }: SavedViewsProps) {
  const { data: views = [] } = useQuery(savedViewsQuery(page));
  const [naming, setNaming] = useState(false);
  const acts = useViewActs(page);
  const now = inOrder(search);
  const current = views.find((view) => inOrder(view.search) === now) ?? null;
  const onName = (name: string): void => {
    setNaming(false);
    if (current === null) acts.keep({ page, name, search: now });
    else acts.rename(current, name);
  };
  return (
    <nav aria-label={words.label} className="saved-views-list">
      {views.length === 0 ? null : (
        <ul>
          {views.map((view) => (
            <li key={view.id}>{linkTo(view.search, view.name)}</li>
          ))}
        </ul>
      )}
      {naming ? (
        <NameForm
          name={current?.name ?? ''}
          taken={views.filter((view) => view !== current).map(({ name }) => name)}
          onName={onName}
          onCancel={() => setNaming(false)}
        />
      ) : current === null ? (
        now === '' ? null : (
          <Button look="quiet" onClick={() => setNaming(true)}>
            {words.save}
          </Button>
        )
      ) : (
        <>
          <Button look="quiet" onClick={() => setNaming(true)}>
            {words.rename}
          </Button>
          <Button look="quiet" onClick={() => acts.remove(current)}>
            {words.remove}
          </Button>
        </>
      )}
      <Refusal error={acts.error} />
    </nav>
  );
}

/** What is done to the views of a page; each act can be taken back. */
function useViewActs(page: ViewPage) {
  const client = useQueryClient();
  const fresh = () => client.invalidateQueries({ queryKey: savedViewsQuery(page).queryKey });
  const act = useMutation({ mutationFn: (doIt: () => Promise<void>) => doIt(), onSettled: fresh });
  const told = (text: string, undo: () => Promise<unknown>): void =>
    tellDone({
      text,
      takeBack: async () => {
        await undo();
        await fresh();
      },
    });
  return {
    error: act.error,
    keep: (view: Pick<SavedViewOfPage, 'page' | 'name' | 'search'>) =>
      act.mutate(async () => {
        const made = await keepView(view);
        told(words.saved(made.name), () => removeView(made));
      }),
    rename: (view: SavedViewOfPage, name: string) =>
      act.mutate(async () => {
        const renamed = await renameView(view, name);
        told(words.renamed(view.name, name), () => renameView(renamed, view.name));
      }),
    remove: (view: SavedViewOfPage) =>
      act.mutate(async () => {
        await removeView(view);
        const { name, search } = view;
        told(words.removed(name), () => keepView({ page, name, search }));
      }),
  };
}
