import type { MappingDecision } from '../../../contract/mapping.ts';
import { decisions } from '../../../contract/merges.ts';
import { say } from '../../../locales/companion.ts';

/** Of the workbook's form; one of another version is not read. */
export const version = 1;

/** What the sheet *Read me* says of the workbook, a line each. */
export const factNames = ['version', 'account', 'seq', 'made'] as const;
export type Facts = Record<(typeof factNames)[number], string>;

export const sheetNames = {
  readMe: say('workbook.read-me'),
  user: say('workbook.users'),
  team: say('workbook.teams'),
  conflicts: say('workbook.conflicts'),
};

/** What it is called, so that two of them are told apart. */
export function fileName(account: string, seq: number): string {
  return `sourcemark-mapping-${account}-${seq}.xlsx`;
}

/** The words from which an admin chooses. */
export function decisionWord(decision: MappingDecision): string {
  return say(`decisions.${decision}`);
}

/** Null for what is none of them; case and spacing do not matter. */
export function decisionOf(word: string): MappingDecision | null {
  const plain = (text: string): string => text.toLowerCase().replace(/[\s_-]+/g, '');
  return decisions.find((decision) => plain(decisionWord(decision)) === plain(word)) ?? null;
}
