import { type ReactElement, useId, useState } from 'react';
import browser from 'webextension-polyfill';
import { useStore } from 'zustand';
import { t } from '../../locales/words.ts';
import { notices } from '../../stores/notices.ts';
import { managedSettings } from '../../stores/settings.ts';
import { Locked, Switch } from './Switch.tsx';
import { useSetting } from './setting.ts';

/** What is told by a notification of the system's, and when not. The browser is asked when it is switched on, and not before. */
export function NoticesSection(): ReactElement | null {
  const { ready, value } = useStore(notices.store);
  const managed = useStore(managedSettings.store, (state) => state.value.notifyRefusals);
  const [denied, setDenied] = useState(false);
  const title = useId();
  if (!ready) return null;
  const change = async (on: boolean) => {
    // Must be the first thing that the click does.
    const allowed = !on || (await browser.permissions.request({ permissions: ['notifications'] }));
    setDenied(!allowed);
    if (allowed) await notices.write(() => ({ refusals: on }));
  };
  const setting = { value: managed ?? value.refusals, locked: managed !== undefined, failed: false, set: (on: boolean) => void change(on) };
  return (
    <section className="notices" aria-labelledby={title}>
      <h2 id={title}>{t('notices.title')}</h2>
      <Switch setting={setting} label={t('notices.refusals')} />
      <p className="quiet" role="status">
        {denied ? t('notices.denied') : ''}
      </p>
      <fieldset className="plain">
        <legend>{t('notices.quiet')}</legend>
        <p className="times">
          <Time name="quietFrom" />
          <Time name="quietTo" />
        </p>
        <p className="quiet">{t('notices.quiet-hint')}</p>
        <QuietHalf />
      </fieldset>
    </section>
  );
}

/** One time without the other has no effect: said, for it looks as if it had. */
function QuietHalf(): ReactElement {
  const from = useSetting('quietFrom').value;
  const to = useSetting('quietTo').value;
  return <p role="status">{(from === '') === (to === '') ? '' : t('notices.quiet-both')}</p>;
}

function Time({ name }: { name: 'quietFrom' | 'quietTo' }): ReactElement {
  const id = useId();
  const setting = useSetting(name);
  const { value, locked, set } = setting;
  return (
    <span>
      <label htmlFor={id}>{t(`notices.${name}`)}</label>{' '}
      <input
        id={id}
        type="time"
        value={value}
        readOnly={locked}
        aria-describedby={`${id}-l`}
        onChange={(event) => set(event.target.value)}
      />
      <Locked id={`${id}-l`} setting={setting} />
    </span>
  );
}
