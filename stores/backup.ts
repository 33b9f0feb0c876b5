import { z } from 'zod';
import { profilesOf } from './profiles.ts';
import { type Settings, settings } from './settings.ts';
import { profileSchema, settingsSchema } from './settings-schema.ts';
import { upgrade } from './versions.ts';

/** Everything that is set, as a file has it. Never with a token. */
export interface Backup {
  settings: Omit<Settings, 'token' | 'profiles'> & { profiles: Omit<Settings['profiles'][number], 'token'>[] };
  notices: { refusals: boolean };
}

/** Why a file is not taken: `field` says which one is not as it should be, and `detail` what is wrong with it. */
export type BackupProblem = { is: 'no-json' | 'no-backup' | 'newer' } | { is: 'field'; field: string; detail: string };

const what = 'sourcemark-settings';
const { version } = settings.declared;

const withoutToken = settingsSchema
  .omit({ token: true, profiles: true })
  .extend({ profiles: z.array(profileSchema.omit({ token: true }).strict()).max(20) })
  .strict();
const header = z.looseObject({ what: z.literal(what), version: z.int().min(1) });
const file = z.strictObject({
  what: z.literal(what),
  version: z.literal(version),
  settings: withoutToken,
  notices: z.strictObject({ refusals: z.boolean() }),
});

/** The text of a file with all settings. */
export function writeBackup({ token: _, profiles, ...others }: Settings, { refusals }: { refusals: boolean }): string {
  const bare = profiles.map(({ token: __, ...profile }) => profile);
  return `${JSON.stringify({ what, version, settings: { ...others, profiles: bare }, notices: { refusals } }, null, 2)}\n`;
}

/** Reads such a file, of this version or an earlier one. Nothing is taken of one that has a single wrong field. */
export function readBackup(text: string): { backup: Backup } | { problem: BackupProblem } {
  const json = parse(text);
  if (json === undefined) return { problem: { is: 'no-json' } };
  const head = header.safeParse(json);
  if (!head.success) return { problem: { is: 'no-backup' } };
  if (head.data.version > version) return { problem: { is: 'newer' } };
  const read = file.safeParse(head.data.version === version ? json : newest(head.data));
  if (!read.success) return { problem: problemOf(read.error) };
  const { settings: set, notices } = read.data;
  const ids = set.profiles.map(({ id }) => id);
  const twice = ids.findIndex((id, index) => ids.indexOf(id) !== index);
  if (twice >= 0) return { problem: { is: 'field', field: `settings.profiles.${twice}.id`, detail: 'Another profile has this id' } };
  return { backup: { settings: set, notices } };
}

/** The settings that a file makes of those that are kept. A token stays with the companion that it was entered for, and with no other. */
export function restored(backup: Backup, old: Settings): Settings {
  const tokens = new Map(profilesOf(old).map(({ companionUrl, token }) => [companionUrl, token]));
  const tokenOf = (companionUrl: string) => tokens.get(companionUrl) ?? '';
  const { profiles, ...others } = backup.settings;
  const filled = profiles.map((profile) => ({ ...profile, token: tokenOf(profile.companionUrl) }));
  return { ...others, token: tokenOf(others.companionUrl), profiles: filled };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** An earlier version's file in this one's form. What cannot be brought to it is left as it is, for its fields to be named. */
function newest(older: z.infer<typeof header>): unknown {
  const before: unknown = older['settings'];
  const upgraded = upgrade(settings.declared, { v: older.version, data: { ...Object(before), token: '' } });
  if ('problem' in upgraded) return { ...older, version };
  return JSON.parse(writeBackup(upgraded.value, { refusals: false }));
}

function problemOf({ issues: [first] }: z.ZodError): BackupProblem {
  const keys = first?.code === 'unrecognized_keys' ? first.keys.slice(0, 1) : [];
  return { is: 'field', field: [...(first?.path ?? []), ...keys].map(String).join('.'), detail: first?.message ?? '' };
}
