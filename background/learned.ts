import { foldName } from '../ownership/reserved.ts';
import type { Okta } from '../stores/okta.ts';

const groupsOfHost = 5_000;
const hostsAtMost = 10;

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

/** An app of Okta's whose page is open. */
export interface SeenApp {
  host: string;
  appName: string;
  instanceId: string;
  label: string;
}

/** Recognises Spekit's app: the one that was set (`chosen`, '' for none), else one that is called Spekit, by its label or by its name in Okta's
 *  catalog. Gives `old` itself where it is another app, or the one that is known already. */
export function withApp(old: Okta, seen: SeenApp, chosen: string): Okta {
  const isSpekits =
    chosen === '' ? [seen.label, seen.appName].some((name) => foldName(name).includes('spekit')) : seen.instanceId === chosen;
  const { host, appName, instanceId, label } = seen;
  if (!isSpekits) return old;
  if (old.host === host && old.appName === appName && old.instanceId === instanceId && old.label === label) return old;
  return { ...old, host, appName, instanceId, label };
}

function newest<T>(entries: ReadonlyMap<string, T>, count: number): [string, T][] {
  return [...entries].slice(-count);
}
