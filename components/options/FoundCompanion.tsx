import { type ReactElement, useEffect, useState } from 'react';
import { t } from '../../locales/words.ts';
import { sendMessage } from '../../messages/bus.ts';
import { Button } from '../ui/Button.tsx';

/** A companion that answers on this machine, to be taken over where no address was entered. */
export function FoundCompanion({ current, onUse }: { current: string; onUse: (url: string) => void }): ReactElement | null {
  const [found, setFound] = useState<string | null>(null);
  const wanted = current === '';
  useEffect(() => {
    if (!wanted) return;
    let over = false;
    sendMessage('companion.find', {}).then(
      ({ url }) => over || setFound(url),
      () => undefined,
    );
    return () => {
      over = true;
    };
  }, [wanted]);
  if (found === null || !wanted) return null;
  return (
    <p className="recognised" role="status">
      <span>{t('options.found', { host: new URL(found).host })}</span>
      <Button onClick={() => onUse(found)}>{t('options.use-this')}</Button>
    </p>
  );
}
