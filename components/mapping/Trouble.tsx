import type { ReactElement } from 'react';
import { tellTrouble } from '../../locales/pages.ts';
import { t } from '../../locales/words.ts';
import type { Heard } from '../../messages/mapping.ts';
import { useCompanionHost } from '../popup/worker.ts';
import { Notice } from '../ui/Notice.tsx';
import type { JobState } from './jobs.ts';

/** Why something was not done, and what to do: in the companion's own words where it refused. */
export function Trouble({ heard: { reach, refusal } }: { heard: Heard<unknown> }): ReactElement | null {
  const host = useCompanionHost();
  if (reach === 'ok') return null;
  if (refusal?.code === 'not-found')
    return (
      <Notice tone="bad" title={t('mapping.too-old.title')} role="alert">
        <p>{t('mapping.too-old.todo')}</p>
      </Notice>
    );
  if (refusal?.code === 'forbidden')
    return (
      <Notice tone="care" title={t('mapping.viewer.title')} role="alert">
        <p>{t('mapping.viewer.todo')}</p>
      </Notice>
    );
  if (refusal !== null && refusal.code !== 'unauthorized' && refusal.code !== 'internal')
    return (
      <Notice tone="bad" title={t('mapping.refused')} role="alert">
        <p lang="en">{refusal.detail}</p>
      </Notice>
    );
  const { title, todo } = tellTrouble(reach, host);
  return (
    <Notice tone="bad" title={title} role="alert">
      <p>{todo}</p>
      <p>{t('mapping.nothing-lost')}</p>
    </Notice>
  );
}

/** The same of something that was started. */
export function JobTrouble({ state }: { state: JobState<unknown> }): ReactElement | null {
  if (state.is === 'silent') return <Notice tone="bad" title={t('popup.worker-silent')} role="alert" />;
  return state.is === 'heard' ? <Trouble heard={state.heard} /> : null;
}
