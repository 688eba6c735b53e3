import { Icon } from './icon.js';
import type { IconName } from './icon.js';

export type Tone = 'ok' | 'warn' | 'err' | 'info' | 'neutral' | 'brand' | 'closed';

interface ChipProps {
  readonly tone: Tone;
  readonly icon?: IconName;
  readonly outlined?: boolean;
  readonly children: string;
}

/** A state in a word; colour and picture only support it. */
export function Chip({ tone, icon, outlined = false, children }: ChipProps) {
  return (
    <span className={`chip chip-${tone}${outlined ? ' chip-outlined' : ''}`}>
      {icon === undefined ? null : <Icon name={icon} />}
      {children}
    </span>
  );
}
