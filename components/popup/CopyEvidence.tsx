import type { ReactElement } from 'react';
import type { SubjectFacts } from '../../contract/subjects.ts';
import { t } from '../../locales/words.ts';
import { Copy } from '../ui/Copy.tsx';
import { evidenceOf } from './evidence.ts';
import { useCompanionHost } from './worker.ts';

/** Puts what is known of a person or team into the clipboard, for a ticket. */
export function CopyEvidence({ subject }: { subject: SubjectFacts }): ReactElement {
  const host = useCompanionHost();
  return <Copy label={t('evidence.copy')} text={() => evidenceOf(subject, host, Date.now())} />;
}
