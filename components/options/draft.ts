import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { appOf, okta } from '../../stores/okta.ts';
import type { ManagedSettings } from '../../stores/policy.ts';
import { firstProfile, profileInUse, profilesOf, withProfile } from '../../stores/profiles.ts';
import { managedSettings, settings, withPolicy } from '../../stores/settings.ts';
import type { Connected, Profile } from '../../stores/settings-schema.ts';
import type { Entered, FieldName } from './fields.ts';

export interface Draft {
  /** Everything that the form shows has been read. */
  ready: boolean;
  /** Of which profile it is, and whether there are others. */
  id: string;
  several: boolean;
  /** What the fields show: policy, else what was typed, else what is kept, else what was recognised. */
  values: Entered;
  locked: readonly FieldName[];
  changed: boolean;
  /** Consoles of Okta's that other profiles name. */
  taken: readonly string[];
  change(name: FieldName, value: string): void;
  discard(): void;
  /** Keeps `values` in the fields that policy does not lock. A recognised app that nobody typed stays recognised: it may change in Okta. */
  save(values: Connected): Promise<void>;
}

/** What is being edited of the profile in use. Only what was typed is held here, so that a change from elsewhere overwrites no typing and none
 *  is lost to it; leaving the page with something typed makes the browser ask. */
export function useDraft(): Draft {
  const saved = useStore(settings.store);
  const managed = useStore(managedSettings.store);
  const recognised = useStore(okta.store);
  const [typing, setTyping] = useState<{ of: string; typed: Partial<Entered> }>({ of: '', typed: {} });
  const all = withPolicy(saved.value, managed.value);
  const used = profileInUse(all);
  const { id } = used;
  const typed = typing.of === id ? typing.typed : {};
  const locked = lockedOf(used, managed.value);
  const filled = entered({ ...used, oktaAppInstanceId: used.oktaAppInstanceId || (appOf(recognised.value, used).instanceId ?? '') });
  const values = { ...filled, ...Object.fromEntries(Object.entries(typed).filter(([name]) => !locked.some((one) => one === name))) };
  const changed = names.some((name) => values[name] !== filled[name]);

  useEffect(() => {
    if (!changed) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [changed]);

  return {
    ready: saved.ready && managed.ready && recognised.ready,
    id,
    several: all.profiles.length > 0,
    values,
    locked,
    changed,
    taken: profilesOf(all).flatMap((one) => (one.id === id ? [] : one.oktaHosts)),
    change: (name, value) => setTyping({ of: id, typed: { ...typed, [name]: value } }),
    discard: () => setTyping({ of: '', typed: {} }),
    async save(checked) {
      await settings.write((old) => {
        const kept = profilesOf(old).find((one) => one.id === id);
        const set = names.filter((name) => !locked.includes(name) && (name in typed || (kept && kept[name].length > 0)));
        return withProfile(old, id, Object.fromEntries(set.map((name) => [name, checked[name]])));
      });
      setTyping({ of: '', typed: {} });
    },
  };
}

const names = ['companionUrl', 'token', 'oktaAppInstanceId', 'name', 'oktaHosts'] as const satisfies readonly FieldName[];

function entered({ companionUrl, token, oktaAppInstanceId, name, oktaHosts }: Connected): Entered {
  return { companionUrl, token, oktaAppInstanceId, name, oktaHosts: oktaHosts.join(', ') };
}

/** The first profile's fields are locked one by one; of a profile of policy's, all that it says. */
function lockedOf({ id }: Profile, managed: ManagedSettings): FieldName[] {
  const set: Partial<Connected> = id === firstProfile ? managed : (managed.profiles?.find((one) => one.id === id) ?? {});
  return names.filter((name) => (set[name]?.length ?? 0) > 0);
}
