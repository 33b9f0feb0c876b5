import { type ReactElement, useState } from 'react';
import { t } from '../../locales/words.ts';
import { Masks } from './masking/masks.ts';
import { Switch } from './Switch.tsx';

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
  return <Switch label={t('panel.mask.label')} why={t('panel.mask.why')} on={masks !== null} switchTo={switchTo} />;
}
