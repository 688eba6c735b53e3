import { Link } from '@tanstack/react-router';
import { templates } from '../../texts/templates.js';
import { BODY_PARTS } from './admin-search.js';
import type { AdminSearch } from './admin-search.js';

/** The forms of a body, each at an address of its own. */
export function BodyParts({ search }: { readonly search: AdminSearch }) {
  const activeOptions = { exact: true, includeSearch: true };
  return (
    <nav aria-label={templates.parts.label} className="tabs">
      {[undefined, ...BODY_PARTS].map((part) => (
        <Link key={part ?? ''} to="/admin/bodies" search={{ ...search, part }} activeOptions={activeOptions}>
          {templates.parts[part ?? 'settings']}
        </Link>
      ))}
    </nav>
  );
}
