import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Ability } from '../../../../../libs/contracts/rights.js';
import { Loaded } from '../../components/ui/loaded.js';
import { Page } from '../../components/ui/page.js';
import { Panel } from '../../components/ui/problem-panel.js';
import { refusalOf } from '../../lib/abilities.js';
import { tellDone } from '../../lib/undo.js';
import type { Done } from '../../lib/undo.js';
import { da } from '../../texts/da.js';
import { NotFoundPage } from '../pages/not-found.js';
import { useSession } from '../session/session.js';
import type { AdminSearch } from './admin-search.js';

export interface AdminItem {
  readonly id: string;
  readonly version: number;
  readonly abilities: { readonly change: Ability };
}

interface AdminPageProps<Item extends AdminItem> {
  readonly to: '/admin/bodies' | '/admin/units' | '/admin/users';
  readonly texts: { readonly title: string; readonly new: string; readonly listLabel: string };
  readonly search: AdminSearch;
  readonly query: Parameters<typeof Loaded<readonly Item[]>>[0]['query'];
  readonly nameOf: (item: Item) => string;
  readonly metaOf: (item: Item) => string | null;
  /** Those of the list that are shown. */
  readonly keep?: (item: Item) => boolean;
  /** Whether somebody who is no administrator has something to change here. */
  readonly openToOthers?: boolean;
  readonly above?: ReactNode;
  readonly form: (
    item: Item | null,
    /** What to say of it, where it is not only that it is saved. */
    onSaved: (item: Item, done?: Done) => void,
    onFaults: (count: number) => void,
  ) => ReactNode;
}

/** A list of what is kept, and beside it the form of the one that is chosen. */
export function AdminPage<Item extends AdminItem>(props: AdminPageProps<Item>) {
  const { to, texts, search, query, keep = () => true, above, openToOthers = false } = props;
  const { abilities } = useSession();
  const [faults, setFaults] = useState(0);
  const administers = abilities.administer === true;
  if (!administers && !openToOthers) return <NotFoundPage />;
  return (
    <Page
      title={texts.title}
      context={da.admin.title}
      faults={faults}
      breadcrumb={<span>{da.admin.title}</span>}
      actions={
        administers ? (
          <Link to={to} search={{ id: 'new' }} className="button button-primary">
            {texts.new}
          </Link>
        ) : undefined
      }
    >
      {above}
      <Loaded what={texts.listLabel} query={query}>
        {(items) => (
          <div className="admin">
            <ItemList {...props} items={items.filter(keep)} />
            <Chosen key={search.id} {...props} items={items} onFaults={setFaults} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}

interface WithItems<Item extends AdminItem> extends AdminPageProps<Item> {
  readonly items: readonly Item[];
}

function ItemList<Item extends AdminItem>({ to, texts, search, items, nameOf, metaOf }: WithItems<Item>) {
  return (
    <nav aria-label={texts.listLabel} className="admin-list">
      <ul>
        {items.map((item) => (
          <li key={item.id}>
            <Link
              to={to}
              search={{ ...search, id: item.id }}
              aria-current={item.id === search.id ? 'true' : undefined}
            >
              {nameOf(item)}
              <span className="meta">{metaOf(item)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface ChosenProps<Item extends AdminItem> extends WithItems<Item> {
  readonly onFaults: (count: number) => void;
}

function Chosen<Item extends AdminItem>({ search, items, texts, nameOf, form, onFaults }: ChosenProps<Item>) {
  const [saved, setSaved] = useState<Item | null>(null);
  const listed = items.find(({ id }) => id === search.id) ?? null;
  const item =
    saved !== null && saved.id === search.id && saved.version >= (listed?.version ?? 0) ? saved : listed;
  if (search.id === undefined) return <p className="meta admin-form">{da.admin.choose}</p>;
  if (item === null && search.id !== 'new')
    return <p className="admin-form">{da.problems.byCode['not-found']}</p>;
  const refusal = item === null ? null : refusalOf(item.abilities.change);
  return (
    <div className="admin-form">
      <h2>{item === null ? texts.new : nameOf(item)}</h2>
      {refusal === null ? (
        <div key={item?.version}>
          {form(
            item,
            (next, done) => {
              setSaved(next);
              const words = item === null ? da.admin.created : da.admin.saved;
              tellDone(done ?? { text: words(nameOf(next)), takeBack: null });
            },
            onFaults,
          )}
        </div>
      ) : (
        <Panel tone="info">
          <p>{refusal}</p>
        </Panel>
      )}
    </div>
  );
}
