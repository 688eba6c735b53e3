import type { ReactNode } from 'react';
import { Button } from '../../components/ui/button.js';
import { Page } from '../../components/ui/page.js';
import { print } from '../../texts/print.js';
import { usePageMargins, usePaper } from './page-margins.js';
import '../../styles/print.css';

interface PrintSheetProps {
  readonly title: string;
  /** What the page is part of, for its title in the browser. */
  readonly context: string;
  /** What stands at the head of each printed page. */
  readonly line: string;
  /** What is pressed beside the button that prints: the way back, and what is to be printed. */
  readonly bar: ReactNode;
  readonly children: ReactNode;
}

/** A page to be printed, of whatever. What is pressed stands above it, on the screen only. */
export function PrintSheet({ title, context, line, bar, children }: PrintSheetProps) {
  usePaper();
  usePageMargins(line);
  return (
    <main id="content" className="print" tabIndex={-1}>
      <div className="print-bar">
        {bar}
        <Button look="primary" onClick={() => window.print()}>
          {print.print}
        </Button>
      </div>
      <Page title={title} context={context}>
        {children}
      </Page>
    </main>
  );
}
