import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { da } from '../../texts/da.js';
import { UserMenu } from './user-menu.js';

/** Product, main navigation and the user's menu. On a phone the navigation folds behind "Menu". */
export function Header() {
  const [open, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  return (
    <header className="header">
      <div className="header-row">
        <Link to="/overview" className="product">
          {da.common.product}
        </Link>
        <button
          type="button"
          className="button button-quiet nav-toggle"
          aria-expanded={open}
          aria-controls="main-nav"
          onClick={() => setOpen(!open)}
        >
          {da.nav.menu}
        </button>
        <nav id="main-nav" className={open ? 'main-nav is-open' : 'main-nav'} aria-label={da.nav.label}>
          <ul>
            <li>
              <Link to="/overview" onClick={close}>
                {da.nav.overview}
              </Link>
            </li>
            <li>
              <Link to="/meetings" onClick={close}>
                {da.nav.meetings}
              </Link>
            </li>
            <li>
              <Link to="/indstillinger" onClick={close}>
                {da.nav.indstillinger}
              </Link>
            </li>
            <li>
              <Link to="/follow-ups" onClick={close}>
                {da.nav.followUps}
              </Link>
            </li>
            <li>
              <Link to="/aarshjul" onClick={close}>
                {da.nav.aarshjul}
              </Link>
            </li>
            <li>
              <Link to="/documents" onClick={close}>
                {da.nav.documents}
              </Link>
            </li>
          </ul>
        </nav>
        <UserMenu />
      </div>
    </header>
  );
}
