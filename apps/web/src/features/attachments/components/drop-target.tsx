import type { ReactNode } from 'react';
import { da } from '../../../texts/da.js';
import { useFileDrop } from '../use-file-drop.js';
import type { FileTarget } from '../use-file-drop.js';

interface DropTargetProps extends FileTarget {
  readonly children: ReactNode;
}

/** Takes the files that are dropped on what stands in it, such as a row of the agenda. */
export function DropTarget({ children, ...target }: DropTargetProps) {
  const drop = useFileDrop(target);
  return (
    <div {...drop.handlers} className={drop.isOver ? 'file-drop is-over' : 'file-drop'}>
      {children}
      {drop.isOver ? <p className="file-drop-text">{da.attachments.drop}</p> : null}
    </div>
  );
}
