import { type ReactElement, useState } from 'react';
import type { SubjectFacts } from '../../contract/subjects.ts';
import { t } from '../../locales/words.ts';
import { Button } from '../ui/Button.tsx';
import { evidenceOf } from './evidence.ts';
import { useCompanionHost } from './worker.ts';

/** Puts what is known of a person or team into the clipboard, for a ticket. */
export function CopyEvidence({ subject }: { subject: SubjectFacts }): ReactElement {
  const host = useCompanionHost();
  const [state, setState] = useState<'none' | 'copied' | 'failed'>('none');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(evidenceOf(subject, host, Date.now()));
      setState('copied');
    } catch {
      setState('failed');
    }
  };
  return (
    <p className="evidence">
      <Button onClick={() => void copy()}>{t('evidence.copy')}</Button>{' '}
      <span aria-live="polite" className="quiet">
        {state === 'none' ? '' : t(`evidence.${state}`)}
      </span>
    </p>
  );
}
