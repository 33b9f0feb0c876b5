import type { ReactElement } from 'react';
import browser from 'webextension-polyfill';
import { t } from '../../locales/words.ts';
import { ProfileSwitch } from '../profiles/Switch.tsx';
import { Button } from '../ui/Button.tsx';
import { Heading } from '../ui/Heading.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Activity } from './Activity.tsx';
import { Attention } from './Attention.tsx';
import { Connection } from './Connection.tsx';
import { Counts } from './Counts.tsx';
import { History } from './History.tsx';
import { Refusal } from './Refusal.tsx';
import { Search } from './Search.tsx';
import { useSidePanel } from './side-panel.ts';
import { ThisPage } from './ThisPage.tsx';
import { useAttention, useFreshness, useKnowledge, useReady, useUnkept } from './worker.ts';

/** The whole popup. What is stored is painted at once; what is asked arrives through the stores. */
export function Popup(): ReactElement {
  const ready = useReady();
  const silent = useFreshness();
  const unkept = useUnkept();
  const openPanel = useSidePanel();
  return (
    <div className="popup">
      <header>
        <Heading size={20} text={t('popup.title')} />
        <span className="ways">
          {openPanel === null ? null : (
            <Button look="plain" onClick={openPanel}>
              {t('panel.open')}
            </Button>
          )}
          <Button look="plain" onClick={() => void browser.runtime.openOptionsPage()}>
            {t('popup.options')}
          </Button>
        </span>
      </header>
      <main>
        {silent ? <Notice tone="bad" title={t('popup.worker-silent')} role="alert" /> : null}
        {unkept ? (
          <Notice tone="care" title={t('popup.no-room')} role="status">
            <p>{t('popup.no-room-todo')}</p>
          </Notice>
        ) : null}
        {ready ? <Sections /> : null}
      </main>
    </div>
  );
}

function Sections(): ReactElement {
  const { reach, status } = useKnowledge();
  const { found } = useAttention();
  if (reach === 'not-set-up')
    return (
      <>
        <ProfileSwitch />
        <Connection />
      </>
    );
  return (
    <>
      <ProfileSwitch />
      <Connection />
      {reach === 'ok' ? <Search /> : null}
      {reach !== 'ok' ? null : found === null ? <Refusal /> : <Attention />}
      <ThisPage />
      {status === null ? null : <Counts />}
      <History />
      <Activity />
    </>
  );
}
