import type { MappingRules } from '../../contract/mapping.ts';
import { say } from '../../locales/companion.ts';
import { Refused } from '../directory/refused.ts';
import { addressKey } from './keys.ts';

/** What an admin said is one: an address in Spekit and one in Okta, a domain in Spekit and one in Okta; by their keys. */
export interface Rules {
  aliases: ReadonlyMap<string, string>;
  domains: ReadonlyMap<string, readonly string[]>;
}

export const noRules: MappingRules = { aliases: [], domains: [] };

/** Reads rules that were checked before. */
export function rulesOf({ aliases, domains }: MappingRules): Rules {
  const byDomain = new Map<string, string[]>();
  for (const { from, to } of domains) byDomain.set(domainKey(from), [...(byDomain.get(domainKey(from)) ?? []), domainKey(to)]);
  return { aliases: new Map(aliases.map(({ from, to }) => [addressKey(from) ?? '', addressKey(to) ?? ''])), domains: byDomain };
}

/** Gives the rules as they are kept: domains without `@`, none twice. Throws Refused for what is no domain, and for an address that would
 *  be two people. */
export function checkedRules({ aliases, domains }: MappingRules): MappingRules {
  const targets = new Map<string, string>();
  for (const { from, to } of aliases) {
    const [key, target] = [addressKey(from) ?? '', addressKey(to) ?? ''];
    const before = targets.get(key);
    if (before !== undefined && before !== target) throw new Refused('invalid', say('mapping.alias-twice', { from, to, before }));
    targets.set(key, target);
  }
  const pairs = new Map<string, { from: string; to: string }>();
  for (const domain of domains) {
    const [from, to] = [domainKey(domain.from), domainKey(domain.to)];
    for (const [name, text] of [
      [from, domain.from],
      [to, domain.to],
    ] as const) {
      if (!/^(?=.{1,253}$)[^\s@.]+(\.[^\s@.]+)+$/.test(name)) throw new Refused('invalid', say('mapping.no-domain', { text }));
    }
    if (from !== to) pairs.set(`${from} ${to}`, { from, to });
  }
  return { aliases: [...targets].map(([from, to]) => ({ from, to })), domains: [...pairs.values()] };
}

function domainKey(text: string): string {
  return text.trim().normalize('NFC').toLowerCase().replace(/^@/, '');
}
