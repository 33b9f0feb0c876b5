// components/profiles/ shows which companion or account is used, and switches to another.
// What may enter: what popup and options share of that. A profile itself is declared in `stores/settings-schema.ts`.
import { type ReactElement, useId } from 'react';
import { useStore } from 'zustand';
import { t } from '../../locales/words.ts';
import { profileInUse, profilesOf } from '../../stores/profiles.ts';
import { managedSettings, settings, withPolicy } from '../../stores/settings.ts';
import type { Profile } from '../../stores/settings-schema.ts';

/** Which profile Spekit's pages and our own use, for another to be chosen. Null where there is one only.
 *  `waits`: something is typed that belongs to the one in use. */
export function ProfileSwitch({ waits = false }: { waits?: boolean }): ReactElement | null {
  const saved = useStore(settings.store, (state) => state.value);
  const managed = useStore(managedSettings.store, (state) => state.value);
  const id = useId();
  const all = withPolicy(saved, managed);
  const profiles = profilesOf(all);
  if (profiles.length < 2) return null;
  const isLocked = managed.profile !== undefined;
  const choose = (profile: string) => void settings.write((old) => ({ ...old, profile })).catch(() => undefined);
  return (
    <p className="profile">
      <label htmlFor={id}>{t('profiles.in-use')}</label>{' '}
      <select id={id} value={profileInUse(all).id} disabled={isLocked || waits} onChange={(event) => choose(event.target.value)}>
        {profiles.map((one) => (
          <option key={one.id} value={one.id}>
            {nameOf(one)}
          </option>
        ))}
      </select>
      {isLocked ? <span className="quiet"> {t('options.locked')}</span> : null}
    </p>
  );
}

/** What a profile is called: by its name, else by where its companion is. */
export function nameOf({ name, companionUrl }: Profile): string {
  return name || URL.parse(companionUrl)?.host || t('profiles.unnamed');
}
