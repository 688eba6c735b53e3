import { Button } from '../../../components/ui/button.js';
import { announce } from '../../../lib/announcements.js';
import { TEXT_SIZES, preferences, setPreferences } from '../../../lib/preferences.js';
import { useStore } from '../../../lib/store.js';
import { reading } from '../../../texts/reading.js';

const text = reading.size;

/** Makes the text larger, and after the largest small again; each press is one step. */
export function TextSize() {
  const now = useStore(preferences);
  const next = TEXT_SIZES[(TEXT_SIZES.indexOf(now.textSize) + 1) % TEXT_SIZES.length] ?? 'medium';
  return (
    <Button
      look="quiet"
      onClick={() => {
        setPreferences({ ...now, textSize: next });
        announce(text.set(text.of[next]));
      }}
    >
      <span aria-hidden="true">Aa</span>
      <span className="visually-hidden">{text.label}:</span> {text.of[now.textSize]}
    </Button>
  );
}
