import { type ReactElement, useId, useState } from 'react';
import { t } from '../../locales/words.ts';
import { Masks } from './masking/masks.ts';

export interface Masking {
  /** Null: somebody wants to see it all. */
  masks: Masks | null;
  switchTo: (on: boolean) => void;
}

/** On until somebody switches it off, and on again when the panel is opened anew: what is copied out of it goes to others. The masks stay the
 *  same as long as the panel is open. */
export function useMasking(): Masking {
  const [masks] = useState(() => new Masks());
  const [on, switchTo] = useState(true);
  return { masks: on ? masks : null, switchTo };
}

export function MaskSwitch({ masking: { masks, switchTo } }: { masking: Masking }): ReactElement {
  const why = useId();
  return (
    <div className="masking">
      <label>
        <input type="checkbox" checked={masks !== null} aria-describedby={why} onChange={(event) => switchTo(event.target.checked)} />
        {t('panel.mask.label')}
      </label>
      <p id={why} className="quiet">
        {t('panel.mask.why')}
      </p>
    </div>
  );
}
