import { useRef } from 'react';
import { Button } from '../../../components/ui/button.js';
import type { ButtonProps } from '../../../components/ui/button.js';

const ENDINGS = '.pdf,.docx,.xlsx,.pptx,.odt,.ods,.txt,.csv,.png,.jpg,.jpeg';

interface ChooseFilesProps extends Omit<ButtonProps, 'onClick'> {
  readonly several?: boolean;
  readonly onChosen: (files: readonly File[]) => void;
}

/** A button that asks for files of this machine: what dropping is for who uses the keyboard. */
export function ChooseFiles({ several = false, onChosen, ...button }: ChooseFilesProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button {...button} onClick={() => input.current?.click()} />
      <input
        ref={input}
        type="file"
        hidden
        multiple={several}
        accept={ENDINGS}
        onChange={({ target }) => {
          onChosen([...(target.files ?? [])]);
          // The same file can be chosen again.
          target.value = '';
        }}
      />
    </>
  );
}
