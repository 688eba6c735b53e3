import type { ReactNode } from 'react';
import { memo } from 'react';
import { wordChanges } from '../../../../../../libs/domain/text/index.js';
import type { ParagraphChange } from '../../../../../../libs/domain/text/index.js';
import { Section } from '../../../components/ui/section.js';
import { MarkedWords, WordMarks } from '../../../components/ui/word-marks.js';
import { indstilling as text } from '../../../texts/indstilling.js';
import { isChanged } from '../compare.js';
import type { ComparedPart } from '../compare.js';

const words = text.compare;

interface ComparedTextProps {
  readonly parts: readonly ComparedPart[];
  readonly onlyChanged: boolean;
  /** The old version beside the new one, paragraph by paragraph, or both as one text. */
  readonly isSideBySide: boolean;
}

/** Two versions with what went and what came marked. It may be 50 pages: it is drawn again only when it changes. */
export const ComparedText = memo(function ComparedText(props: ComparedTextProps) {
  const { parts, onlyChanged, isSideBySide } = props;
  const shown = onlyChanged ? parts.filter(isChanged) : parts;
  const Paragraph = isSideBySide ? SideBySide : AsOneText;
  return shown.map(({ heading, changes }) => (
    <Section key={heading} title={heading}>
      {changes
        .filter(({ kind }) => !onlyChanged || kind !== 'same')
        .map((change, i) => (
          <Paragraph key={i} change={change} />
        ))}
    </Section>
  ));
});

interface ParagraphProps {
  readonly change: ParagraphChange;
}

function AsOneText({ change }: ParagraphProps) {
  if (change.kind === 'same') return <p className="same">{change.text}</p>;
  const { before, after } = sidesOf(change);
  return (
    <Change kind={change.kind} className={undefined}>
      <WordMarks before={before} after={after} />
    </Change>
  );
}

function SideBySide({ change }: ParagraphProps) {
  if (change.kind === 'same')
    return (
      <div className="sides same">
        <p>{change.text}</p>
        {/* Read aloud, what stayed is heard once. */}
        <p aria-hidden="true">{change.text}</p>
      </div>
    );
  const { before, after } = sidesOf(change);
  const changes = wordChanges(before, after);
  return (
    <Change kind={change.kind} className="sides">
      <Side label={words.old} isEmpty={change.kind === 'added'}>
        <MarkedWords changes={changes.filter(({ kind }) => kind !== 'added')} />
      </Side>
      <Side label={words.fresh} isEmpty={change.kind === 'removed'}>
        <MarkedWords changes={changes.filter(({ kind }) => kind !== 'removed')} />
      </Side>
    </Change>
  );
}

interface SideProps {
  readonly label: string;
  readonly isEmpty: boolean;
  readonly children: ReactNode;
}

function Side({ label, isEmpty, children }: SideProps) {
  return (
    <div className={isEmpty ? 'side-empty' : undefined}>
      <span className="visually-hidden">{label}: </span>
      {isEmpty ? <span className="visually-hidden">{words.nothingThere}</span> : children}
    </div>
  );
}

type Kind = Exclude<ParagraphChange['kind'], 'same'>;
const LABELS: Readonly<Record<Kind, string>> = {
  added: words.came,
  removed: words.went,
  changed: words.rewritten,
};

interface ChangeProps {
  readonly kind: Kind;
  readonly className: string | undefined;
  readonly children: ReactNode;
}

/** One change, which can be gone to. */
function Change({ kind, className, children }: ChangeProps) {
  return (
    <div data-change="" tabIndex={-1} role="group" aria-label={LABELS[kind]} className={className}>
      {children}
    </div>
  );
}

function sidesOf(change: ParagraphChange): { readonly before: string; readonly after: string } {
  if (change.kind === 'changed') return change;
  return {
    before: change.kind === 'added' ? '' : change.text,
    after: change.kind === 'removed' ? '' : change.text,
  };
}
