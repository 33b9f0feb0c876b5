import type { ReactElement } from 'react';
import browser from 'webextension-polyfill';
import { moment } from '../../locales/formats.ts';
import { tellTrouble } from '../../locales/pages.ts';
import { t } from '../../locales/words.ts';
import { MappingLink } from '../mapping/MappingLink.tsx';
import { Ago } from '../ui/Ago.tsx';
import { Button } from '../ui/Button.tsx';
import { Glyph, Notice } from '../ui/Notice.tsx';
import { useNow } from '../ui/now.ts';
import { headlineOf } from './headline.ts';
import { InOkta } from './InOkta.tsx';
import { useAttention, useCompanionHost, useIsSet, useKnowledge } from './worker.ts';

/** How the connection stands, in one plain sentence, and how fresh what is shown is. */
export function Connection(): ReactElement {
  const host = useCompanionHost();
  const { reach, status, answeredAt } = useKnowledge();
  const isSet = useIsSet();
  if (reach === 'ok') {
    return (
      <section className="connection" aria-label={t('popup.title')}>
        <Says />
        <p className="quiet">{t('connected', { host })}</p>
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
        {answeredAt === null ? null : <p>{t('popup.since', { at: moment(answeredAt, 'minute') })}</p>}
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

/** The one sentence on top, with its one next step. */
function Says(): ReactElement | null {
  const now = useNow();
  const { status } = useKnowledge();
  const { found } = useAttention();
  if (status === null) return null;
  const { tone, text, step } = headlineOf(status, found, now);
  return (
    <div className="headline">
      <p className="state">
        <Glyph tone={tone} />
        <span>{text}</span>
      </p>
      {step === 'look' ? <Button onClick={look}>{t('headline.look')}</Button> : null}
      {step === 'mapping' ? <MappingLink /> : null}
      {step === 'okta' ? <InOkta subject={null} target="okta.assignments" /> : null}
    </div>
  );
}

function look(): void {
  document.getElementById('attention')?.scrollIntoView({ block: 'start' });
  document.getElementById('attention')?.focus({ preventScroll: true });
}

/** Only where there is something to know: an account that is not connected yet, or that cannot be. */
function Account(): ReactElement | null {
  const now = useNow();
  const { status } = useKnowledge();
  const { found } = useAttention();
  if (status === null) return null;
  const { connection, type } = status.account;
  const text = type !== 'production' ? t(`connection.${type}`) : connection === 'connected' ? null : t(`connection.${connection}`);
  if (text === null) return null;
  return (
    <Notice tone={type === 'production' ? 'note' : 'care'}>
      <p>{text}</p>
      {connection === 'staging' && headlineOf(status, found, now).step === 'mapping' ? null : <MappingLink />}
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
