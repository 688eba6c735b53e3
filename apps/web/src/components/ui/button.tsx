import type { ButtonHTMLAttributes, ReactNode } from 'react';

export interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled'> {
  readonly look?: 'primary' | 'secondary' | 'quiet';
  /** Why it cannot be pressed now. The button stays where the keyboard finds it and says so. */
  readonly refusal?: string | null;
  readonly busy?: boolean;
  readonly children: ReactNode;
}

export function Button({ look = 'secondary', refusal = null, busy = false, onClick, ...props }: ButtonProps) {
  const idle = refusal === null && !busy;
  return (
    <button
      type="button"
      {...props}
      className={`button button-${look}${props.className === undefined ? '' : ` ${props.className}`}`}
      aria-disabled={idle ? undefined : true}
      title={refusal ?? props.title}
      onClick={(event) => {
        if (idle) onClick?.(event);
        else event.preventDefault();
      }}
    />
  );
}
