import { foldName } from '../ownership/reserved.ts';
import type { Okta, SeenApp } from '../stores/okta.ts';

const groupsOfHost = 5_000;
const hostsAtMost = 10;
const appsAtMost = 20;

/** Adds the group ids seen on a page of `host`. Gives `old` itself where they are known already, so that nothing is written.
 *  Kept are at most 5,000 groups of each of 10 hosts; those seen longest ago go first. */
export function withGroups(old: Okta, host: string, seen: Readonly<Record<string, string>>): Okta {
  const known = new Map(Object.entries(old.groups[host] ?? {}));
  const news = Object.entries(seen)
    .map(([name, id]) => [foldName(name), id] as const)
    .filter(([name, id]) => name !== '' && known.get(name) !== id);
  if (news.length === 0) return old;
  for (const [name, id] of news) {
    known.delete(name);
    known.set(name, id);
  }
  const hosts = new Map(Object.entries(old.groups));
  hosts.delete(host);
  hosts.set(host, Object.fromEntries(newest(known, groupsOfHost)));
  return { ...old, groups: Object.fromEntries(newest(hosts, hostsAtMost)) };
}

/** Keeps every app that was seen, and recognises Spekit's: the one that was set (`chosen`, '' for none), else one that is called Spekit, by its
 *  label or by its name in Okta's catalog. Gives `old` itself where that is known already. */
export function withApp(old: Okta, seen: SeenApp, chosen: string): Okta {
  const isSpekits =
    chosen === '' ? [seen.label, seen.appName].some((name) => foldName(name).includes('spekit')) : seen.instanceId === chosen;
  const isKnown = old.apps.some((app) => isSame(app, seen));
  const apps = isKnown
    ? old.apps
    : [...old.apps.filter(({ host, instanceId }) => host !== seen.host || instanceId !== seen.instanceId), seen].slice(-appsAtMost);
  if (isSpekits && !isSame(old, seen)) return { ...old, ...seen, apps };
  return isKnown ? old : { ...old, apps };
}

function isSame(known: Pick<Okta, keyof SeenApp>, seen: SeenApp): boolean {
  return (['host', 'appName', 'instanceId', 'label'] as const).every((name) => known[name] === seen[name]);
}

function newest<T>(entries: ReadonlyMap<string, T>, count: number): [string, T][] {
  return [...entries].slice(-count);
}
