import { t } from './words.ts';

type Part = string | false | null | undefined;

/** What is said of one thing, in one line: "Managed by Okta, synced 3 seconds ago". */
export function clauses(...parts: readonly Part[]): string {
  return said(parts).join(t('joined.comma'));
}

/** Whole sentences, one after the other. */
export function sentences(...parts: readonly Part[]): string {
  return joined('joined.sentences', parts);
}

/** Lines without a full stop of their own, one after the other. */
export function statements(...parts: readonly Part[]): string {
  return joined('joined.statements', parts);
}

function joined(how: 'joined.sentences' | 'joined.statements', parts: readonly Part[]): string {
  return said(parts).reduce((first, more) => (first === '' ? more : t(how, { first, more })), '');
}

function said(parts: readonly Part[]): string[] {
  return parts.filter((part): part is string => typeof part === 'string' && part !== '');
}
