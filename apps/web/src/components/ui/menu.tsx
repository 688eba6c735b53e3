import {
  Button as AriaButton,
  I18nProvider,
  Menu as AriaMenu,
  MenuItem,
  MenuTrigger,
  Popover,
  Separator,
  SubmenuTrigger,
} from 'react-aria-components';
import type { ReactNode } from 'react';
import { Icon } from './icon.js';

/** One thing a menu offers; `null` between two of them is a line. */
export interface MenuChoice {
  readonly key: string;
  readonly text: string;
  /** Nothing can be done by it now. */
  readonly off?: boolean;
  readonly onChoose?: () => void;
  /** More to choose from, instead of an act of its own. */
  readonly more?: readonly MenuChoice[];
}

interface MenuProps {
  /** What the button is called, as it is read aloud. */
  readonly label: string;
  readonly control: string;
  /** What it offers, asked for when it is opened: a page may have many menus. */
  readonly choices: () => readonly (MenuChoice | null)[];
  readonly children: ReactNode;
}

/** A button that opens a menu; the arrow keys, letters and Escape do what they do in every menu. */
export function Menu({ label, control, choices, children }: MenuProps) {
  return (
    // The product speaks Danish in every browser; the words of the library are there in no other language.
    <I18nProvider locale="da-DK">
      <MenuTrigger>
        <AriaButton aria-label={label} data-control={control} className="button button-quiet menu-button">
          {children}
        </AriaButton>
        <Popover className="menu-back">
          <Choices label={label} choices={choices} />
        </Popover>
      </MenuTrigger>
    </I18nProvider>
  );
}

function Choices({ label, choices }: Pick<MenuProps, 'label' | 'choices'>) {
  return (
    <AriaMenu aria-label={label} className="menu">
      {choices().map((choice, i) =>
        choice === null ? <Separator key={`line-${i}`} className="menu-line" /> : choiceOf(choice),
      )}
    </AriaMenu>
  );
}

function choiceOf({ key, text, off = false, onChoose, more }: MenuChoice) {
  if (more === undefined || off)
    return (
      <MenuItem
        key={key}
        id={key}
        textValue={text}
        isDisabled={off}
        className="menu-item"
        onAction={onChoose}
      >
        {text}
      </MenuItem>
    );
  return (
    <SubmenuTrigger key={key}>
      <MenuItem id={key} textValue={text} className="menu-item">
        {text}
        <Icon name="chevronRight" />
      </MenuItem>
      <Popover className="menu-back">
        <Choices label={text} choices={() => more} />
      </Popover>
    </SubmenuTrigger>
  );
}
