import { type ReactElement, type ReactNode, useState } from 'react';
import { useStore } from 'zustand';
import { t } from '../../locales/words.ts';
import { profilesOf, withoutProfile, withProfile } from '../../stores/profiles.ts';
import { managedSettings, settings, withPolicy } from '../../stores/settings.ts';
import { nameOf, ProfileSwitch } from '../profiles/Switch.tsx';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import type { Draft } from './draft.ts';

/** Several companions or accounts: which one is used and edited, which consoles of Okta's are its, adding and removing.
 *  `children`: the fields of the one in use, shown where there is more than one. */
export function Profiles({ draft, children }: { draft: Draft; children: ReactNode }): ReactElement {
  const saved = useStore(settings.store, (state) => state.value);
  const managed = useStore(managedSettings.store, (state) => state.value);
  const [sure, setSure] = useState<string | null>(null);
  const profiles = profilesOf(withPolicy(saved, managed));
  const current = profiles.find(({ id }) => id === draft.id);
  const isLocked = managed.profiles !== undefined;
  const add = async () => {
    const id = crypto.randomUUID();
    await settings.write((old) => ({ ...withProfile(old, id, {}), profile: id }));
  };
  const remove = async () => {
    setSure(null);
    draft.discard();
    await settings.write((old) => withoutProfile(old, draft.id));
  };
  return (
    <fieldset className="profiles">
      <legend>{t('profiles.title')}</legend>
      <p className="quiet">{t('profiles.hint')}</p>
      <ProfileSwitch waits={draft.changed} />
      {profiles.length > 1 ? children : null}
      {isLocked ? <p className="quiet">{t('options.locked')}</p> : null}
      {sure === draft.id && current ? (
        <Notice tone="care" title={t('profiles.sure', { name: nameOf(current) })}>
          <div className="acts">
            <Button look="primary" onClick={() => void remove()}>
              {t('profiles.remove-now')}
            </Button>
            <Button onClick={() => setSure(null)}>{t('dialog.back')}</Button>
          </div>
        </Notice>
      ) : null}
      {isLocked || draft.changed ? null : (
        <div className="acts">
          <Button onClick={() => void add()}>{t('profiles.add')}</Button>
          {profiles.length > 1 && sure === null ? <Button onClick={() => setSure(draft.id)}>{t('profiles.remove')}</Button> : null}
        </div>
      )}
    </fieldset>
  );
}
