import type { Role } from '../../../../ownership/actions.ts';
import { foldName } from '../../../../ownership/reserved.ts';
import { headerKey } from './fields.ts';

// What a cell of an export means; null where nobody can say.

const roles: Readonly<Record<string, Role>> = {
  viewer: 'Viewer',
  expert: 'Expert',
  teamadmin: 'Team Admin',
  accountadmin: 'Account Admin',
  spekitaccountadmin: 'Account Admin',
  spekitacctadmin: 'Account Admin',
};
const ranks: readonly Role[] = ['Viewer', 'Expert', 'Team Admin', 'Account Admin'];

export function roleOf(text: string): Role | null {
  return own(roles, headerKey(text).replace(/s$/, ''));
}

const sources: Readonly<Record<string, 'direct' | 'salesforce'>> = {
  direct: 'direct',
  directinvite: 'direct',
  invite: 'direct',
  invited: 'direct',
  email: 'direct',
  manual: 'direct',
  spekit: 'direct',
  salesforce: 'salesforce',
  salesforcesync: 'salesforce',
  syncedfromsalesforce: 'salesforce',
  sfdc: 'salesforce',
  sf: 'salesforce',
};

export function sourceOf(text: string): 'direct' | 'salesforce' | null {
  return own(sources, headerKey(text));
}

const truths: Readonly<Record<string, boolean>> = Object.fromEntries([
  // Who is invited and has never logged in is as active as others: Spekit's list shows such people as Pending.
  ...'true yes y 1 active enabled pending invited ja aktiv はい 有効'.split(' ').map((word) => [word, true]),
  ...'false no n 0 inactive deactivated disabled suspended nein inaktiv いいえ 無効'.split(' ').map((word) => [word, false]),
]);

export function truthOf(text: string): boolean | null {
  return own(truths, headerKey(text));
}

/** Names of teams, each once, and the highest role that stands beside them. */
export interface NamedTeams {
  names: string[];
  role: Role | null;
}

/** Reads `Sales; Support (Expert)`, one a line, or what Spekit's API answers: `[{"team":"Sales","role":"viewer"}]`. A comma divides names
 *  only where nothing else does. Null for JSON that is none. */
export function teamsOf(text: string): NamedTeams | null {
  const parts = /^\s*\[/.test(text) ? fromJson(text) : text.split(/[;|\n]/.test(text) ? /[;|\n]/ : ',').map(withRole);
  if (parts === null) return null;
  const names = new Map<string, string>();
  let role: Role | null = null;
  for (const part of parts) {
    const name = part.name.trim();
    if (name !== '' && !names.has(foldName(name))) names.set(foldName(name), name);
    if (part.role !== null && (role === null || ranks.indexOf(part.role) > ranks.indexOf(role))) role = part.role;
  }
  return { names: [...names.values()], role };
}

interface Part {
  name: string;
  role: Role | null;
}

/** What stands in brackets or behind a colon or a dash belongs to the name, but where it is a role. */
function withRole(text: string): Part {
  const part = text.trim();
  const bracket = part.endsWith(')') ? part.lastIndexOf('(') : -1;
  const behind = bracket < 0 ? Math.max(...[': ', ' - ', ' – '].map((mark) => part.lastIndexOf(mark))) : bracket;
  const role = behind <= 0 ? null : roleOf(part.slice(behind));
  return role === null ? { name: part, role } : { name: part.slice(0, behind), role };
}

function fromJson(text: string): Part[] | null {
  try {
    const parsed: unknown = JSON.parse(text);
    if (!Array.isArray(parsed)) return null;
    const parts = parsed.map((one: unknown): Part | null => {
      if (typeof one === 'string') return { name: one, role: null };
      const name = read(one, 'team') ?? read(one, 'name');
      return name === null ? null : { name, role: roleOf(read(one, 'role') ?? '') };
    });
    return parts.every((part) => part !== null) ? parts : null;
  } catch {
    return null;
  }
}

function read(value: unknown, key: string): string | null {
  const found: unknown = typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : null;
  return typeof found === 'string' ? found : null;
}

function own<Value>(words: Readonly<Record<string, Value>>, key: string): Value | null {
  return Object.hasOwn(words, key) ? (words[key] ?? null) : null;
}
