import type { MappingRules } from '../../contract/mapping.ts';

export type RuleProblem = 'no-pair' | 'no-address' | 'no-domain' | 'same' | 'twice' | 'too-many';

/** As the contract takes them. */
const most = { aliases: 5_000, domains: 500 };

export interface ReadRules {
  rules: MappingRules;
  /** By line, from 1. */
  problems: { line: number; problem: RuleProblem }[];
}

/** Rules as they are edited: one a line, `old@acme.example = new@acme.example` for a person, `@old.example = @new.example` for a domain.
 *  What is no rule is told and left out; empty lines say nothing. */
export function readRules(text: string): ReadRules {
  const read: ReadRules = { rules: { aliases: [], domains: [] }, problems: [] };
  const said = new Set<string>();
  for (const [index, written] of text.split('\n').entries()) {
    if (written.trim() === '') continue;
    const rule = readLine(written);
    const problem = typeof rule === 'string' ? rule : addTo(read.rules, said, rule);
    if (problem !== null) read.problems.push({ line: index + 1, problem });
  }
  return read;
}

/** The same, as text. */
export function writeRules({ aliases, domains }: MappingRules): string {
  const bare = (domain: string) => domain.replace(/^@/, '');
  return [...domains.map(({ from, to }) => `@${bare(from)} = @${bare(to)}`), ...aliases.map(({ from, to }) => `${from} = ${to}`)].join(
    '\n',
  );
}

interface Pair {
  kind: 'aliases' | 'domains';
  from: string;
  to: string;
}

function readLine(line: string): Pair | RuleProblem {
  const sides = line.split(/[=;\t]/).map((side) => side.trim());
  const [from = '', to = ''] = sides;
  if (sides.length !== 2 || from === '' || to === '') return 'no-pair';
  if (from.toLowerCase() === to.toLowerCase()) return 'same';
  const isAlias = /^[^@]/.test(from) && from.includes('@');
  if (isAlias) return isAddress(from) && isAddress(to) ? { kind: 'aliases', from, to } : 'no-address';
  return isDomain(from) && isDomain(to) ? { kind: 'domains', from, to } : 'no-domain';
}

function addTo(rules: MappingRules, said: Set<string>, { kind, from, to }: Pair): RuleProblem | null {
  const what = from.toLowerCase();
  if (said.has(what)) return 'twice';
  if (rules[kind].length >= most[kind]) return 'too-many';
  said.add(what);
  rules[kind].push({ from, to });
  return null;
}

function isAddress(text: string): boolean {
  return text.length <= 320 && /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(text);
}

function isDomain(text: string): boolean {
  return text.length <= 254 && /^@?[^\s@.]+(\.[^\s@.]+)+$/.test(text);
}
