import { type ReactElement, useState } from 'react';
import browser from 'webextension-polyfill';
import { useStore } from 'zustand';
import { packOf } from '../../contract/page-pack.ts';
import { t } from '../../locales/words.ts';
import { sendMessage } from '../../messages/bus.ts';
import { type TaughtPages, taughtPages } from '../../stores/taught-pages.ts';
import { Button } from '../ui/Button.tsx';
import { tabToTeach } from './page.ts';

/** Begins teaching the page in the current tab; what was taught on this computer can be forgotten, saved and shared. */
export function Teach(): ReactElement {
  const taught = useStore(taughtPages.store, (state) => state.value);
  const [said, setSaid] = useState<string | null>(null);
  const begin = async (): Promise<void> => {
    const tabId = await tabToTeach();
    const begun = tabId !== null && (await succeeds(sendMessage('teach.begin', { tabId })));
    if (!begun) setSaid(t('popup.teach-none'));
    // The page has the floor now. As a tab of its own the popup stays.
    else if ((await browser.tabs.getCurrent()) === undefined) window.close();
  };
  const share = async (): Promise<void> => {
    const shared = await sendMessage('pages.share', {}).catch(() => ({ reach: 'failing' }));
    setSaid(shared.reach === 'ok' ? t('popup.taught-shared') : t('popup.taught-failed'));
  };
  const ids = Object.keys(taught);
  return (
    <>
      <Button look="plain" onClick={() => void begin()}>
        {t('popup.teach')}
      </Button>
      {said === null ? null : <p role="status">{said}</p>}
      {ids.length === 0 ? null : (
        <section aria-label={t('popup.taught')}>
          <h3>{t('popup.taught')}</h3>
          <ul>
            {ids.map((id) => (
              <li key={id}>
                <code>{id}</code>{' '}
                <Button look="plain" onClick={() => void sendMessage('pages.forget', { id })}>
                  {t('popup.taught-forget', { page: id })}
                </Button>
              </li>
            ))}
          </ul>
          <Button onClick={() => save(taught)}>{t('popup.taught-export')}</Button>{' '}
          <Button onClick={() => void share()}>{t('popup.taught-share')}</Button>
        </section>
      )}
    </>
  );
}

/** Gives what was taught as a file, in the form that a companion takes. It holds no name or address of anybody. */
function save(taught: TaughtPages): void {
  const pages = Object.values(taught).map(({ page }) => page);
  const pack = packOf(pages, browser.runtime.getManifest().version, Date.now());
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([JSON.stringify(pack, null, 2)], { type: 'application/json' }));
  link.download = 'sourcemark-pages.json';
  link.click();
  URL.revokeObjectURL(link.href);
}

async function succeeds(done: Promise<unknown>): Promise<boolean> {
  return done.then(
    () => true,
    () => false,
  );
}
