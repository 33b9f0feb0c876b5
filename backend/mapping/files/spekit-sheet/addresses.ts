import { z } from 'zod';
import { caseKey } from '../../../scim/case-key.ts';
import type { SpekitSheet } from './open.ts';
import type { Found } from './problems.ts';

/** What Okta knows of an address. */
export type AddressState =
  | { kind: 'known' | 'unknown' }
  /** Okta writes it `address`. */
  | { kind: 'other-case'; address: string }
  /** Nobody has it, and somebody has nearly the same: another domain, a letter off. */
  | { kind: 'near'; address: string };

export type LookUp = (address: string) => AddressState | Promise<AddressState>;

const address = z.email().max(320);

/** What is wrong with the addresses that were filled in: each is Okta's, written as Okta writes it, and nobody's second. */
export async function checkAddresses({ people, column }: SpekitSheet, lookUp: LookUp): Promise<Found[]> {
  const found: Found[] = [];
  const first = new Map<string, number>();
  for (const { row, address: value } of people) {
    const plain = value.trim();
    if (plain === '') continue;
    const before = first.get(caseKey(plain));
    if (before !== undefined) found.push({ row, column, value, code: 'idp-twice', facts: { first: before } });
    else first.set(caseKey(plain), row);
    const problem =
      plain.length > 320 || !address.safeParse(plain).success ? ({ code: 'idp-bad' } as const) : problemOf(await lookUp(plain));
    if (problem !== null) found.push({ row, column, value, ...problem });
    else if (plain !== value) found.push({ row, column, value, code: 'idp-spaces', instead: plain });
  }
  return found;
}

function problemOf(state: AddressState): Pick<Found, 'code' | 'instead'> | null {
  switch (state.kind) {
    case 'known':
      return null;
    case 'unknown':
      return { code: 'idp-unknown' };
    case 'other-case':
      return { code: 'idp-other-case', instead: state.address };
    case 'near':
      return { code: 'idp-near', instead: state.address };
  }
}
