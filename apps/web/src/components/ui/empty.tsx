import type { ReactNode } from 'react';

/** Says that there is nothing, in a sentence, with what can be done about it. */
export function Empty({ children, action }: { readonly children: ReactNode; readonly action?: ReactNode }) {
  return (
    <div className="empty">
      <p>{children}</p>
      {action}
    </div>
  );
}
