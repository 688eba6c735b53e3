import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { DragEvent } from 'react';
import type { BilagOwner } from './api/attachments.js';
import { attachFiles } from './uploads.js';

/** The point that files are attached to. */
export interface FileTarget {
  readonly owner: BilagOwner;
  /** The point is closed: its bilag are too, and nothing is asked. */
  readonly isClosed: boolean;
  /** Whether it takes files now. */
  readonly takes: boolean;
}

export interface FileDrop {
  /** Files are held over it. */
  readonly isOver: boolean;
  /** Attaches files, as dropping them does. */
  readonly take: (files: readonly File[]) => void;
  /** For the element that files are dropped on. */
  readonly handlers: {
    readonly onDragEnter: (event: DragEvent) => void;
    readonly onDragOver: (event: DragEvent) => void;
    readonly onDragLeave: (event: DragEvent) => void;
    readonly onDrop: (event: DragEvent) => void;
  };
}

/** Lets files be dropped on an element: they are attached to a point, closed until somebody says otherwise. */
export function useFileDrop({ owner, isClosed, takes }: FileTarget): FileDrop {
  const client = useQueryClient();
  const [isOver, setOver] = useState(false);
  // The pointer enters and leaves what stands inside it too.
  const depth = useRef(0);
  const take = (files: readonly File[]): void => attachFiles(client, owner, files, { ask: !isClosed });
  const over = (event: DragEvent, steps: -1 | 0 | 1): void => {
    if (!takes || !event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    depth.current = Math.max(0, depth.current + steps);
    setOver(depth.current > 0);
  };
  return {
    isOver,
    take,
    handlers: {
      onDragEnter: (event) => over(event, 1),
      onDragOver: (event) => over(event, 0),
      onDragLeave: (event) => over(event, -1),
      onDrop: (event) => {
        over(event, -1);
        depth.current = 0;
        setOver(false);
        if (takes) take([...event.dataTransfer.files]);
      },
    },
  };
}
