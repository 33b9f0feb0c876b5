import { useState } from 'react';
import { useStore } from 'zustand';
import { managedSettings, type SettingName, type Settings, settings, withPolicy } from '../../stores/settings.ts';

export interface Setting<T> {
  value: T;
  /** Policy sets it. */
  locked: boolean;
  /** The browser could not keep the last change. */
  failed: boolean;
  set(value: T): void;
}

/** A setting that is kept as soon as it is changed. */
export function useSetting<Name extends SettingName>(name: Name): Setting<Settings[Name]> {
  const saved = useStore(settings.store, (state) => state.value);
  const managed = useStore(managedSettings.store, (state) => state.value);
  const [failed, setFailed] = useState(false);
  const [chosen, setChosen] = useState<{ value: Settings[Name] } | null>(null);
  return {
    // What was chosen stands at once, and not only when it is kept: a switch that springs back for a moment looks broken.
    value: chosen && managed[name] === undefined ? chosen.value : withPolicy(saved, managed)[name],
    locked: managed[name] !== undefined,
    failed,
    set(value) {
      setChosen({ value });
      settings
        .write((old) => ({ ...old, [name]: value }))
        .then(
          () => setFailed(false),
          () => setFailed(true),
        )
        .finally(() => setChosen((now) => (now?.value === value ? null : now)));
    },
  };
}
