import type { ReactElement } from 'react';
import browser from 'webextension-polyfill';
import { tellTrouble } from '../../locales/pages.ts';
import { t } from '../../locales/words.ts';
import { Ago } from '../ui/Ago.tsx';
import { Button } from '../ui/Button.tsx';
import { Glyph, Notice } from '../ui/Notice.tsx';
import { useCompanionHost, useIsSet, useKnowledge } from './worker.ts';

/** How the connection stands, in one plain sentence, and how fresh what is shown is. */
export function Connection(): ReactElement {
  const host = useCompanionHost();
  const { reach, status } = useKnowledge();
  const isSet = useIsSet();
  if (reach === 'ok') {
    return (
      <section className="connection" aria-label={t('popup.title')}>
        <p className="state">
          <Glyph tone="good" />
          <span>{t('connected', { host })}</span>
        </p>
        <Account />
        <Freshness />
      </section>
    );
  }
  // Set up a moment ago, and not asked yet.
  if (reach === 'not-set-up' && isSet) return <p className="state quiet">{t('popup.asking', { host })}</p>;
  const { title, why, todo } = tellTrouble(reach, host);
  return (
    <section className="connection" aria-label={t('popup.title')}>
      <Notice tone={reach === 'not-set-up' ? 'note' : 'bad'} title={title} role="status">
        <p>{why}</p>
        <p>{todo}</p>
        {reach === 'unreachable' ? null : (
          <p>
            <Button look="primary" onClick={() => void browser.runtime.openOptionsPage()}>
              {t('popup.open-options')}
            </Button>
          </p>
        )}
      </Notice>
      {status === null ? null : <Freshness />}
    </section>
  );
}

/** Only where there is something to know: an account that is not connected yet, or that cannot be. */
function Account(): ReactElement | null {
  const account = useKnowledge().status?.account;
  if (account === undefined) return null;
  const { connection, type } = account;
  const text = type !== 'production' ? t(`connection.${type}`) : connection === 'connected' ? null : t(`connection.${connection}`);
  if (text === null) return null;
  return (
    <Notice tone={type === 'production' ? 'note' : 'care'}>
      <p>{text}</p>
    </Notice>
  );
}

function Freshness(): ReactElement | null {
  const { status } = useKnowledge();
  if (status === null) return null;
  const { lastSync, lastSeen } = status;
  return (
    <div className="freshness">
      {lastSync === null ? (
        <p>{t('popup.never-synced')}</p>
      ) : (
        <p>
          {t('popup.last-sync')}{' '}
          <strong>
            <Ago at={lastSync.at} />
          </strong>
          {lastSync.outcome === 'refused' ? ` ${t('popup.last-sync-refused')}` : ''}
        </p>
      )}
      {lastSeen === null ? null : (
        <p className="quiet">
          {t('popup.last-seen')} <Ago at={lastSeen} />
        </p>
      )}
    </div>
  );
}
