// mapping/ says which of Spekit's own users and teams are the same as those that Okta pushes, lets an admin decide, and carries it out.
// What may enter: the matching (pure, of what stands in this file), the workbook, its check, the decisions, completing and undoing.
// Reading of foreign files stands in `files/`; SQL in `store/`; what happens to a user or team by it in `directory/`.
import type { Confidence, ConflictKind, MatchKind } from '../../contract/mapping.ts';
import type { Role } from '../../ownership/actions.ts';

/** Somebody whom Okta pushed. */
export interface OktaUser {
  id: string;
  userName: string;
  name: string;
  /** The primary one. */
  email: string | null;
  /** Every address, the user name included where it is one. */
  addresses: readonly string[];
  /** What else may identify the person elsewhere: Okta's id, the employee number. */
  identifiers: readonly string[];
  active: boolean;
  role: Role;
  pending: boolean;
}

/** Somebody whom Spekit has of its own. */
export interface SpekitUser {
  id: string;
  userName: string;
  name: string;
  email: string | null;
  active: boolean;
  role: Role;
  source: 'idp' | 'direct' | 'salesforce';
  salesforceId: string | null;
  federationId: string | null;
}

/** A group that Okta pushed. */
export interface OktaTeam {
  id: string;
  name: string;
}

/** A team that Spekit has of its own. */
export interface SpekitTeam {
  id: string;
  name: string;
  members: number;
}

/** One of Okta's that a subject of Spekit's may be. */
export interface Candidate<Okta> {
  okta: Okta;
  /** Why, the surest first. */
  by: readonly MatchKind[];
  confidence: Confidence;
}

export interface Conflict {
  kind: ConflictKind;
  /** It waits for an admin because of this. */
  blocks: boolean;
  /** Names of the others that it is about, or what differs. */
  others: string[];
}

/** A subject of Spekit's with all that it may be, the best first. */
export interface Match<Spekit, Okta> {
  spekit: Spekit;
  candidates: Candidate<Okta>[];
  conflicts: readonly Conflict[];
}

const confidenceOf: Readonly<Record<MatchKind, Confidence>> = {
  email: 'certain',
  'user-name': 'certain',
  'salesforce-id': 'certain',
  'federation-id': 'certain',
  name: 'certain',
  'alias-rule': 'likely',
  'domain-rule': 'likely',
  'similar-mail': 'possible',
  'similar-name': 'possible',
};

const ranks: Readonly<Record<Confidence, number>> = { certain: 0, likely: 1, possible: 2, none: 3 };

export function confidenceBy(kind: MatchKind): Confidence {
  return confidenceOf[kind];
}

/** The lower the surer. */
export function rankOf(confidence: Confidence): number {
  return ranks[confidence];
}

/** The candidates that are as sure as the best one. */
export function best<Okta>(candidates: readonly Candidate<Okta>[]): Candidate<Okta>[] {
  return candidates.filter(({ confidence }) => confidence === candidates[0]?.confidence);
}
