import type { RequestOf } from '../messages/receive.ts';
import { foldName } from '../ownership/reserved.ts';
import type { Shown, ShownApp } from '../stores/shown.ts';

const appsAtMost = 10;
const hostsAtMost = 10;
const groupsAtMost = 2_000;

/** Adds what a page showed of an app: a setting as it is now, a group that assigns the app or does so no longer. */
export function withAppShown(old: Shown, { instanceId, settings, assigned }: RequestOf<'okta.app-shows'>, now: number): Shown {
  const before: ShownApp = old.apps[instanceId] ?? { settings: {}, assigned: {} };
  const set = Object.fromEntries(Object.entries(settings).map(([name, on]) => [name, { on, at: now }]));
  const groups = new Map(Object.entries(before.assigned));
  for (const [name, assigns] of Object.entries(assigned)) {
    groups.delete(foldName(name));
    if (assigns) groups.set(foldName(name), now);
  }
  const app: ShownApp = { settings: { ...before.settings, ...set }, assigned: newest(groups, groupsAtMost) };
  return { ...old, apps: withLast(old.apps, instanceId, app, appsAtMost) };
}

/** Adds how many members a group's page showed, and how many of those Spekit had not got. */
export function withMembers(old: Shown, host: string, { group, seen, missing }: RequestOf<'okta.members-seen'>, now: number): Shown {
  const groups = withLast(old.members[host] ?? {}, foldName(group), { seen, missing, at: now }, groupsAtMost);
  return { ...old, members: withLast(old.members, host, groups, hostsAtMost) };
}

/** As the last one; those seen longest ago go first. */
function withLast<T>(all: Readonly<Record<string, T>>, key: string, value: T, most: number): Record<string, T> {
  const entries = new Map(Object.entries(all));
  entries.delete(key);
  return newest(entries.set(key, value), most);
}

function newest<T>(entries: ReadonlyMap<string, T>, most: number): Record<string, T> {
  return Object.fromEntries([...entries].slice(-most));
}
