import { foldName } from '../../ownership/reserved.ts';
import { caseKey } from '../scim/case-key.ts';

// The forms by which users and teams are found as the same, or as alike.

/** Null for what is no address. */
export function addressKey(text: string | null): string | null {
  const key = text === null ? '' : caseKey(text.trim());
  const at = key.lastIndexOf('@');
  return at > 0 && at < key.length - 1 ? key : null;
}

/** What stands before and behind the `@` of an address's key. */
export function partsOf(address: string): { local: string; domain: string } {
  const at = address.lastIndexOf('@');
  return { local: address.slice(0, at), domain: address.slice(at + 1) };
}

/** Addresses that are of a post, not of a person: being alike says nothing. */
const posts = new Set(
  'admin administrator contact enablement hello hr info it mail marketing office sales service support team test user'.split(' '),
);

/** What is left of a local part whichever way it is written: `Maya.Lindqvist+spekit` and `lindqvist_maya` are alike. Null where it says too little. */
export function localKey(local: string): string | null {
  const words = (local.split('+')[0] ?? '').split(/[._\-']+/).filter((word) => word !== '');
  const key = words.toSorted().join('.');
  return key.length < 4 || posts.has(key) ? null : key;
}

/** The words of a person's name without accents, in order of the alphabet: `Lindqvist, Maya` and `Maya Lindqvist` are alike. */
export function nameWords(name: string): string[] {
  const plain = foldName(name).normalize('NFKD').replace(/\p{M}/gu, '');
  return plain
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .toSorted();
}

const endings = new Set(['team', 'teams', 'group', 'dept', 'department']);

/** A team's name without punctuation and without what only says that it is a team. Null where nothing is left. */
export function looseTeamName(name: string): string | null {
  const words = foldName(name)
    .replace(/[&+]/g, ' and ')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== '');
  while (words.length > 1 && endings.has(words.at(-1) ?? '')) words.pop();
  return words.length === 0 ? null : words.join(' ');
}

/** Salesforce writes an id in 15 characters, in which case counts, or in 18, of which the last three repeat the case. Null for other texts. */
export function salesforceKey(id: string | null): string | null {
  const text = id?.trim() ?? '';
  return /^[A-Za-z0-9]{15}([A-Za-z0-9]{3})?$/.test(text) ? text.slice(0, 15) : null;
}

/** Whether one word becomes the other by one letter more, less, other, or two exchanged. Short words are never alike. */
export function isOneLetterOff(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length < 4 || long.length - short.length > 1 || short === long) return false;
  let begin = 0;
  while (begin < short.length && short[begin] === long[begin]) begin += 1;
  const rest = (text: string, from: number): string => text.slice(from);
  if (short.length < long.length) return rest(short, begin) === rest(long, begin + 1);
  if (rest(short, begin + 1) === rest(long, begin + 1)) return true;
  const exchanged = short[begin] === long[begin + 1] && short[begin + 1] === long[begin];
  return exchanged && rest(short, begin + 2) === rest(long, begin + 2);
}
