import type { Connected, Profile, Settings } from './settings-schema.ts';

/** Id of the first profile, whose connection stands at the top of the settings. */
export const firstProfile = '';

/** All profiles, the first one first. */
export function profilesOf(settings: Settings): [Profile, ...Profile[]] {
  const { companionUrl, token, oktaAppInstanceId, name, oktaHosts, profiles } = settings;
  return [{ id: firstProfile, companionUrl, token, oktaAppInstanceId, name, oktaHosts }, ...profiles];
}

/** The one that was chosen last; the first where that one is gone. */
export function profileInUse(settings: Settings): Profile {
  const [first, ...others] = profilesOf(settings);
  return others.find(({ id }) => id === settings.profile) ?? first;
}

/** The profile that a console of Okta's asks: the one that names it, else one that names none (the one in use before others). Null: every
 *  profile is for other consoles, and facts of another organisation would be wrong there. */
export function profileOfHost(settings: Settings, oktaHost: string): Profile | null {
  const all = profilesOf(settings);
  const used = profileInUse(settings);
  return (
    all.find(({ oktaHosts }) => oktaHosts.includes(oktaHost.toLowerCase())) ??
    [used, ...all].find(({ oktaHosts }) => oktaHosts.length === 0) ??
    null
  );
}

/** The settings with that profile's connection at the top; with none where it is null. */
export function asIn(settings: Settings, profile: Profile | null): Settings {
  const { id: _, ...connected } = profile ?? { id: '', companionUrl: '', token: '', oktaAppInstanceId: '', name: '', oktaHosts: [] };
  return { ...settings, ...connected };
}

/** Changes a profile; one that is not there yet is added as the last. */
export function withProfile(settings: Settings, id: string, change: Partial<Connected>): Settings {
  if (id === firstProfile) return { ...settings, ...change };
  const known = settings.profiles.find((one) => one.id === id);
  const changed: Profile = { companionUrl: '', token: '', oktaAppInstanceId: '', name: '', oktaHosts: [], ...known, ...change, id };
  return {
    ...settings,
    profiles: known ? settings.profiles.map((one) => (one === known ? changed : one)) : [...settings.profiles, changed],
  };
}

/** Takes a profile away; of the first one, the next takes the place. */
export function withoutProfile(settings: Settings, id: string): Settings {
  const profile = settings.profile === id ? firstProfile : settings.profile;
  if (id !== firstProfile) return { ...settings, profile, profiles: settings.profiles.filter((one) => one.id !== id) };
  const [next, ...others] = settings.profiles;
  if (next === undefined) return settings;
  return { ...asIn(settings, next), profiles: others, profile: settings.profile === next.id ? firstProfile : profile };
}
