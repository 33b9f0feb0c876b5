import { z } from 'zod';
import { accountTypes, connections } from '../ownership/actions.ts';
import { changeSchema } from './changes.ts';
import { instant, roleSchema, subjectAnswer, subjectFacts, subjectQuery, teamFacts, userFacts } from './subjects.ts';

/** Raised by one when an answer's meaning changes; the extension refuses a companion whose number is lower than it needs. */
export const apiVersion = 1;

export const statusAnswer = z.object({
  api: z.number().int(),
  version: z.string().meta({ description: 'The companion’s release' }),
  now: instant,
  account: z.object({ id: z.string(), type: z.enum(accountTypes), connection: z.enum(connections) }),
  counts: z.object({
    users: z.object({ idp: z.number().int(), spekit: z.number().int(), inactive: z.number().int() }),
    teams: z.object({ idp: z.number().int(), spekit: z.number().int() }),
  }),
  /** The last request of Okta that was about a user or a team, whatever its outcome. */
  lastSync: z.object({ at: instant, outcome: z.enum(['applied', 'unchanged', 'refused']) }).nullable(),
  /** The last authenticated request of Okta of any kind, reads included. */
  lastSeen: instant.nullable(),
  /** The newest refused request of Okta. */
  lastRefusal: changeSchema.nullable(),
  refusals: z.number().int().meta({ description: 'Refused requests of the last 24 hours' }),
  seq: z.number().int(),
});

export const lookupRequest = z.object({ subjects: z.array(subjectQuery).max(500) });
export const lookupAnswer = z.object({
  answers: z.array(subjectAnswer).meta({ description: 'In the order of the request' }),
  seq: z.number().int().meta({ description: 'The state of the directory that the answers show' }),
});

export const changesQuery = z.object({
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  newest: z.enum(['true', 'false']).default('false').meta({ description: 'Give the newest rows instead of the first after `after`' }),
  subject: z
    .string()
    .max(200)
    .optional()
    .meta({ description: 'With `newest`: only rows about the user or team of this id, of the newest 1,000' }),
});

export const searchQuery = z.object({ q: z.string().min(1).max(200), limit: z.coerce.number().int().min(1).max(50).default(10) });
export const searchAnswer = z.object({ subjects: z.array(subjectFacts), seq: z.number().int() });

/** The Spekit side's own actions. */
export const inviteRequest = z.object({
  email: z.email().max(320),
  givenName: z.string().max(200).default(''),
  familyName: z.string().max(200).default(''),
  via: z.enum(['direct', 'salesforce']).default('direct'),
});
export const editUserRequest = z
  .object({ givenName: z.string().max(200), familyName: z.string().max(200), email: z.email().max(320) })
  .partial();
export const changeRoleRequest = z.object({ role: roleSchema });
export const teamAccess = z.object({ allTopics: z.boolean(), speksWithoutTopic: z.boolean() });
export const createTeamRequest = z.object({
  name: z.string().trim().min(1).max(200),
  description: z.string().max(2000).default(''),
  access: teamAccess.default({ allTopics: true, speksWithoutTopic: true }),
});
export const editTeamRequest = z
  .object({ name: z.string().trim().min(1).max(200), description: z.string().max(2000), access: teamAccess.partial() })
  .partial();
export const addMemberRequest = z.object({ userId: z.string() });

export const userList = z.object({ users: z.array(userFacts), total: z.number().int(), seq: z.number().int() });
export const teamList = z.object({ teams: z.array(teamFacts), total: z.number().int(), seq: z.number().int() });
export const memberList = z.object({ members: z.array(userFacts), total: z.number().int() });
export const listQuery = z.object({
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(1000).default(200),
});

/** `connected` finishes the staging; `not-connected` keeps everybody and everything as Spekit's own. */
export const connectionRequest = z.object({ state: z.enum(['connected', 'not-connected']) });
export const accountAnswer = statusAnswer.shape.account;

export const errorCodes = [
  'unauthorized',
  'forbidden',
  'not-found',
  'invalid',
  'conflict',
  'owned-elsewhere',
  'too-many-requests',
  'unavailable',
  'internal',
] as const;
/** Every answer of the hints API that is not 2xx or 304. `forbidden` is 403: the token's role is not enough. `owned-elsewhere` is 409 with the rule's id as `reason`. */
export const apiError = z.object({
  error: z.object({
    code: z.enum(errorCodes),
    /** The rule's id, for `owned-elsewhere`. */
    reason: z.string().optional(),
    remedy: z.string().optional(),
    /** For a person: what is wrong and what to do. */
    detail: z.string(),
  }),
});

export type StatusAnswer = z.infer<typeof statusAnswer>;
export type LookupAnswer = z.infer<typeof lookupAnswer>;
export type SearchAnswer = z.infer<typeof searchAnswer>;
export type ApiError = z.infer<typeof apiError>;
export type ErrorCode = (typeof errorCodes)[number];
