import { type ReactElement, useId, useState } from 'react';
import browser from 'webextension-polyfill';
import { useStore } from 'zustand';
import { t } from '../../locales/words.ts';
import { notices } from '../../stores/notices.ts';

/** What is told by a notification of the system's. The browser is asked when it is switched on, and not before. */
export function NoticesSection(): ReactElement | null {
  const { ready, value } = useStore(notices.store);
  const [denied, setDenied] = useState(false);
  const field = useId();
  if (!ready) return null;
  const change = async (on: boolean) => {
    // Must be the first thing that the click does.
    const allowed = !on || (await browser.permissions.request({ permissions: ['notifications'] }));
    setDenied(!allowed);
    if (allowed) await notices.write(() => ({ refusals: on }));
  };
  return (
    <section className="notices" aria-labelledby={`${field}-title`}>
      <h2 id={`${field}-title`}>{t('notices.title')}</h2>
      <p>
        <input id={field} type="checkbox" checked={value.refusals} onChange={(event) => void change(event.target.checked)} />{' '}
        <label htmlFor={field}>{t('notices.refusals')}</label>
      </p>
      <p className="quiet" role="status">
        {denied ? t('notices.denied') : ''}
      </p>
    </section>
  );
}
