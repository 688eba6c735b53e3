import { Outlet } from '@tanstack/react-router';
import { StatusRegion } from './status-region.js';

/** What stands around every page, signed in or not. */
export function Shell() {
  return (
    <>
      <StatusRegion />
      <Outlet />
    </>
  );
}
