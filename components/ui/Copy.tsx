import { type ReactElement, useState } from 'react';
import { t } from '../../locales/words.ts';
import { Button } from './Button.tsx';

/** Puts a text into the clipboard, and says whether that went. */
export function Copy({ label, text }: { label: string; text: () => string }): ReactElement {
  const [state, setState] = useState<'none' | 'copied' | 'failed'>('none');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text());
      setState('copied');
    } catch {
      setState('failed');
    }
  };
  return (
    <p className="copy">
      <Button onClick={() => void copy()}>{label}</Button>
      <span aria-live="polite" className="quiet">
        {state === 'none' ? '' : t(`evidence.${state}`)}
      </span>
    </p>
  );
}
