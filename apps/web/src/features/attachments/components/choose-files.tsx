import { useRef } from 'react';
import type { ReactNode } from 'react';
import { Button } from '../../../components/ui/button.js';
import type { ButtonProps } from '../../../components/ui/button.js';

const ENDINGS = '.pdf,.docx,.xlsx,.pptx,.odt,.ods,.txt,.csv,.png,.jpg,.jpeg';

interface ChooseFilesProps extends Omit<ButtonProps, 'onClick'> {
  readonly several?: boolean;
  /** The endings of the files that are offered; all that bilag may be unless it says so. */
  readonly accept?: string;
  readonly onChosen: (files: readonly File[]) => void;
}

/** A button that asks for files of this machine: what dropping is for who uses the keyboard. */
export function ChooseFiles({ several = false, accept, onChosen, ...button }: ChooseFilesProps) {
  const { choose, input } = useFileChooser(onChosen, {
    several,
    ...(accept === undefined ? {} : { accept }),
  });
  return (
    <>
      <Button {...button} onClick={choose} />
      {input}
    </>
  );
}

/** Asks for files of this machine; `input` is to stand on the page, where nobody sees it. */
export function useFileChooser(
  onChosen: (files: readonly File[]) => void,
  { several = true, accept = ENDINGS }: { readonly several?: boolean; readonly accept?: string } = {},
): { readonly choose: () => void; readonly input: ReactNode } {
  const ref = useRef<HTMLInputElement>(null);
  return {
    choose: () => ref.current?.click(),
    input: (
      <input
        ref={ref}
        type="file"
        hidden
        multiple={several}
        accept={accept}
        onChange={({ target }) => {
          onChosen([...(target.files ?? [])]);
          // The same file can be chosen again.
          target.value = '';
        }}
      />
    ),
  };
}
