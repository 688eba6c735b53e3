import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { Icon } from '../../components/ui/icon.js';
import { da } from '../../texts/da.js';
import { hasRole, useSession } from '../session/session.js';
import { SignOutButton } from '../session/sign-out-button.js';
import { helpIsOpen } from './help.js';

/** A button that shows what belongs to the user: a list of links, not a menu of commands. */
export function UserMenu() {
  const session = useSession();
  const { open, setOpen, box } = useDisclosure();
  const { name, initials } = session.person;
  const unit = session.roles.find((role) => role.unitCode !== null)?.unitCode;
  const close = (): void => setOpen(false);
  return (
    <div className="user-menu" ref={box}>
      <button
        type="button"
        className="button button-quiet"
        aria-expanded={open}
        aria-controls="user-menu"
        onClick={() => setOpen(!open)}
      >
        <span className="visually-hidden">{da.nav.user(name)}</span>
        <span aria-hidden="true" className="user-long">
          {name}
          {unit == null ? '' : ` · ${unit}`}
        </span>
        <span aria-hidden="true" className="user-short">
          {initials ?? name}
        </span>
        <Icon name="chevronDown" />
      </button>
      <div id="user-menu" className="user-menu-list" hidden={!open}>
        <ul>
          <li>
            <Link to="/profile" onClick={close}>
              {da.nav.profile}
            </Link>
          </li>
          {session.abilities.administer === true || hasRole(session, 'secretariat') ? (
            <AdminLinks all={session.abilities.administer === true} onFollow={close} />
          ) : null}
          <li>
            <button
              type="button"
              onClick={() => {
                close();
                helpIsOpen.set(true);
              }}
            >
              {da.nav.shortcuts}
            </button>
          </li>
          <li>
            <SignOutButton everywhere={false}>{da.nav.signOut}</SignOutButton>
          </li>
        </ul>
      </div>
    </div>
  );
}

interface AdminLinksProps {
  /** Whether everything is theirs to keep, or the bodies only. */
  readonly all: boolean;
  readonly onFollow: () => void;
}

function AdminLinks({ all, onFollow }: AdminLinksProps) {
  return (
    <>
      <li className="user-menu-heading">{da.nav.administration}</li>
      <li>
        <Link to="/admin/bodies" onClick={onFollow}>
          {da.nav.bodies}
        </Link>
      </li>
      {all ? (
        <>
          <li>
            <Link to="/admin/units" onClick={onFollow}>
              {da.nav.units}
            </Link>
          </li>
          <li>
            <Link to="/admin/users" onClick={onFollow}>
              {da.nav.users}
            </Link>
          </li>
        </>
      ) : null}
    </>
  );
}

/** Open until Escape, or until something outside is pressed or focused. */
function useDisclosure() {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    const onOutside = (event: Event): void => {
      if (event.target instanceof Node && box.current?.contains(event.target) === false) setOpen(false);
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      setOpen(false);
      box.current?.querySelector('button')?.focus();
    };
    document.addEventListener('pointerdown', onOutside);
    document.addEventListener('focusin', onOutside);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('pointerdown', onOutside);
      document.removeEventListener('focusin', onOutside);
      document.removeEventListener('keydown', onKey);
    };
  }, [open]);
  return { open, setOpen, box };
}
