import type { ReactElement } from 'react';
import { tellTest } from '../../locales/pages.ts';
import { t } from '../../locales/words.ts';
import { Notice } from '../ui/Notice.tsx';
import type { Tested } from './connection-test.ts';
import type { Outcome } from './form.ts';
import { GoOn } from './GoOn.tsx';
import { Way } from './Way.tsx';

/** What the last press of a button came to, read out as it appears. */
export function OutcomeNotice({ outcome, instanceId }: { outcome: Outcome; instanceId: string }): ReactElement {
  return (
    <div role="status" className="outcome">
      <Told outcome={outcome} instanceId={instanceId} />
    </div>
  );
}

function Told({ outcome, instanceId }: { outcome: Outcome; instanceId: string }): ReactElement | null {
  if (outcome.is === 'none') return null;
  if (outcome.is === 'testing') return <p className="quiet">{t('options.testing')}</p>;
  if (outcome.is === 'denied') return <Notice tone="bad" title={t('options.denied', { host: outcome.host })} />;
  if (outcome.is === 'failed') return <Notice tone="bad" title={t('options.failed')} />;
  if (outcome.is === 'tested') return <Finding tested={outcome.tested} instanceId={instanceId} />;
  return (
    <>
      <Notice tone={outcome.hosts ? 'good' : 'care'} title={outcome.hosts ? t('options.done') : t('options.done-without-hosts')} />
      {outcome.tested === null ? null : <Finding tested={outcome.tested} instanceId={instanceId} />}
    </>
  );
}

function Finding({ tested, instanceId }: { tested: Tested; instanceId: string }): ReactElement {
  const { finding, facts } = tested;
  const { title, detail } = tellTest(finding, facts);
  return (
    <Notice tone={finding === 'ok' ? 'good' : 'bad'} title={title}>
      <p>{detail}</p>
      {finding === 'ok' ? (
        <>
          <Way tested={tested} instanceId={instanceId} />
          <GoOn instanceId={instanceId} />
        </>
      ) : null}
    </Notice>
  );
}
