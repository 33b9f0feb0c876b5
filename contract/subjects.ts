// contract/ is what crosses the wire between the companion and the extension, as zod schemas; neither side retypes it.
// What may enter: schemas and the types inferred from them. zod never enters a content script: the worker parses,
// content scripts import the types alone.
import { z } from 'zod';
import { roles } from '../ownership/actions.ts';
import { mergeFacts } from './merges.ts';

/** An instant as RFC 3339 in UTC with milliseconds, e.g. `2026-11-24T16:20:00.000Z`. */
export const instant = z.iso.datetime().meta({ description: 'RFC 3339, UTC' });

export const ownerSchema = z.enum(['idp', 'spekit', 'unknown']);
export const roleSchema = z.enum(roles);

/** How fresh what we know of a subject is. All null for what Okta never sent. */
export const syncFacts = z.object({
  /** When Okta last sent this subject (also when nothing changed by it). */
  lastSyncedAt: instant.nullable(),
  /** When Okta last changed it. */
  lastChangedAt: instant.nullable(),
  /** The newest refused request about it that no later success has solved. */
  refusal: z.object({ at: instant, reason: z.string(), detail: z.string() }).nullable(),
});

export const teamRef = z.object({ id: z.string(), name: z.string(), owner: ownerSchema, role: roleSchema });

export const userFacts = z.object({
  kind: z.literal('user'),
  id: z.string().meta({ description: 'Our id: the SCIM id, and what Okta keeps as the app user’s externalId' }),
  owner: ownerSchema,
  userName: z.string(),
  displayName: z.string(),
  email: z.string().nullable(),
  externalId: z.string().nullable().meta({ description: 'Okta’s user id (00u…), as Okta sent it' }),
  active: z.boolean(),
  pending: z.boolean().meta({ description: 'Invited, never logged in' }),
  invitedBy: z.enum(['idp', 'direct', 'salesforce']),
  role: roleSchema,
  teams: z.array(teamRef),
  since: since(),
  mapping: mapping(),
  sync: syncFacts,
});

export const teamFacts = z.object({
  kind: z.literal('team'),
  id: z.string(),
  owner: ownerSchema,
  name: z.string(),
  description: z.string(),
  access: z.object({ allTopics: z.boolean(), speksWithoutTopic: z.boolean() }),
  memberCount: z.number().int(),
  /** How many other teams have the same name, apart by owner. */
  sameName: z.object({ idp: z.number().int(), spekit: z.number().int() }),
  /** It was pushed once and has been released since: Spekit's own now. */
  releasedAt: instant.nullable(),
  since: since(),
  mapping: mapping(),
  sync: syncFacts,
});

export const subjectFacts = z.discriminatedUnion('kind', [userFacts, teamFacts]);

/** What a page shows of a subject. At least one of the fields; the most exact that is given decides (id, externalId, email, name). */
export const subjectQuery = z.object({
  key: z.string().max(300).meta({ description: 'Chosen by the asker, given back with the answer' }),
  kind: z.enum(['user', 'team']),
  id: z.string().max(200).optional(),
  externalId: z.string().max(200).optional().meta({ description: 'Users: Okta’s user id' }),
  email: z.string().max(320).optional().meta({ description: 'Users: email or user name, any case' }),
  name: z.string().max(500).optional().meta({ description: 'Teams: display name, compared folded; users: display name' }),
});

export const subjectAnswer = z.object({
  key: z.string(),
  /** Empty: the companion has not heard of it. More than one: the page showed too little to tell them apart. */
  matches: z.array(subjectFacts),
  /** A refused attempt to create a subject of that name (it has no facts: it never came to be). */
  refusal: z.object({ at: instant, reason: z.string(), detail: z.string() }).nullable(),
});

/** An older companion does not tell it. */
function since() {
  return instant.optional().meta({ description: 'Since when Spekit has it' });
}

/** Told by look-ups alone, and only of an account that is staged. */
function mapping() {
  return mergeFacts
    .optional()
    .meta({ description: 'While staging, in look-ups: what the mapping will make of it, where it is matched already' });
}

export type SyncFacts = z.infer<typeof syncFacts>;
export type UserFacts = z.infer<typeof userFacts>;
export type TeamFacts = z.infer<typeof teamFacts>;
export type SubjectFacts = z.infer<typeof subjectFacts>;
export type SubjectQuery = z.infer<typeof subjectQuery>;
export type SubjectAnswer = z.infer<typeof subjectAnswer>;
