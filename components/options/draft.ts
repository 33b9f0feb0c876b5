import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { okta } from '../../stores/okta.ts';
import { lockedFields, managedSettings, type SettingName, type Settings, settings } from '../../stores/settings.ts';

export interface Draft {
  /** Everything that the form shows has been read. */
  ready: boolean;
  /** What the fields show: policy, else what was typed, else what is kept, else what was recognised. */
  values: Settings;
  locked: readonly SettingName[];
  changed: boolean;
  change(name: SettingName, value: string): void;
  discard(): void;
  /** Keeps `values` in the fields that policy does not lock. A recognised app that nobody typed stays recognised: it may change in Okta. */
  save(values: Settings): Promise<void>;
}

/** What is being edited. Only what was typed is held here, so that a change from elsewhere overwrites no typing and none is lost to it;
 *  leaving the page with something typed makes the browser ask. */
export function useDraft(): Draft {
  const saved = useStore(settings.store);
  const managed = useStore(managedSettings.store);
  const recognised = useStore(okta.store);
  const [typed, setTyped] = useState<Partial<Settings>>({});
  const locked = lockedFields(managed.value);
  const filled = { ...saved.value, oktaAppInstanceId: saved.value.oktaAppInstanceId || (recognised.value.instanceId ?? '') };
  const values = { ...filled, ...typed, ...managed.value };
  const changed = names.some((name) => values[name] !== filled[name] && !locked.includes(name));

  useEffect(() => {
    if (!changed) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [changed]);

  return {
    ready: saved.ready && managed.ready && recognised.ready,
    values,
    locked,
    changed,
    change: (name, value) => setTyped((old) => ({ ...old, [name]: value })),
    discard: () => setTyped({}),
    async save(checked) {
      await settings.write((old) => {
        const next = { ...old };
        for (const name of names) if (!locked.includes(name) && (name in typed || old[name] !== '')) next[name] = checked[name];
        return next;
      });
      setTyped({});
    },
  };
}

const names: readonly SettingName[] = ['companionUrl', 'token', 'oktaAppInstanceId'];
