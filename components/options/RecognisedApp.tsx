import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { t } from '../../locales/words.ts';
import { okta } from '../../stores/okta.ts';
import { Button } from '../ui/Button.tsx';

/** The Spekit app as it was recognised on its page in Okta, to be taken over where the field says something else. */
export function RecognisedApp({
  current,
  locked,
  onUse,
}: {
  current: string;
  locked: boolean;
  onUse: (id: string) => void;
}): ReactElement | null {
  const { host, label, instanceId } = useStore(okta.store, (state) => state.value);
  if (host === null || instanceId === null) return null;
  return (
    <p className="recognised">
      <span>{t('options.recognised', { host, label: label ?? '', id: instanceId })}</span>
      {current === instanceId || locked ? null : <Button onClick={() => onUse(instanceId)}>{t('options.use-this')}</Button>}
    </p>
  );
}
