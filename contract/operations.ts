import type { z } from 'zod';
import * as api from './api.ts';
import { activityAnswer, attentionAnswer } from './attention.ts';
import { changesPage } from './changes.ts';
import { exchangeAnswer } from './exchange.ts';
import { historyAnswer, historyQuery } from './history.ts';
import { mappingOperations } from './mapping-operations.ts';
import type { ApiOperation } from './operation.ts';
import { packAnswer, pagePackSchema } from './page-pack.ts';
import { paths } from './paths.ts';
import { spekitOperations } from './spekit-operations.ts';
import { ownRole, tokenList, tokenMade } from './tokens.ts';
import { whyAnswer, whyQuery } from './why.ts';

/** Every request of the hints API. The companion's routes and the OpenAPI document are made of this table. */
export const operations = {
  status: {
    ...paths.status,
    summary: 'How the account stands: connection, counts, last sync, last refusal',
    answer: api.statusAnswer,
    success: 200,
    tagged: true,
  },
  lookup: {
    ...paths.lookup,
    summary: 'Who owns these users and teams, and how fresh they are',
    body: api.lookupRequest,
    answer: api.lookupAnswer,
    success: 200,
  },
  changes: {
    ...paths.changes,
    summary: 'What has happened after a sequence number, or the newest of it',
    query: api.changesQuery,
    answer: changesPage,
    success: 200,
    tagged: true,
  },
  search: {
    ...paths.search,
    summary: 'Users and teams by a part of their name or email',
    query: api.searchQuery,
    answer: api.searchAnswer,
    success: 200,
  },
  why: {
    ...paths.why,
    summary: 'Why somebody is not in a team, and what to do about it',
    query: whyQuery,
    answer: whyAnswer,
    success: 200,
  },
  attention: { ...paths.attention, summary: 'What an admin should look at', answer: attentionAnswer, success: 200, tagged: true },
  activity: { ...paths.activity, summary: 'What Okta has sent in the last 24 hours, by the hour', answer: activityAnswer, success: 200 },
  history: {
    ...paths.history,
    summary: 'The change log from the newest on, by who, what, when and outcome',
    query: historyQuery,
    answer: historyAnswer,
    success: 200,
  },
  exchange: {
    ...paths.exchange,
    summary: 'What Okta sent that led to a row of the change log, and what it was answered; no password and no token',
    answer: exchangeAnswer,
    success: 200,
  },
  getPages: {
    ...paths.getPages,
    summary: 'The page pack: newer declarations of pages than the extension was built with',
    answer: packAnswer,
    success: 200,
    tagged: true,
  },
  setPages: {
    ...paths.setPages,
    summary: 'Give every extension that asks this companion a page pack, instead of the one before',
    body: pagePackSchema,
    answer: packAnswer,
    success: 200,
  },
  removePages: { ...paths.removePages, summary: 'Take the page pack away', answer: null, success: 204 },
  ownRole: { ...paths.ownRole, summary: 'What the token that asks may do', answer: ownRole, success: 200 },
  listTokens: { ...paths.listTokens, summary: 'Which tokens there are, and since when', answer: tokenList, success: 200 },
  renewToken: {
    ...paths.renewToken,
    summary: 'Make a new token of a role, told this once; the one before opens nothing any more',
    answer: tokenMade,
    success: 201,
  },
  revokeToken: { ...paths.revokeToken, summary: 'Take the token of a role away', answer: null, success: 204 },
  setConnection: {
    ...paths.setConnection,
    summary: 'Finish the staging, or take the connection away and keep everything as Spekit’s own',
    body: api.connectionRequest,
    answer: api.accountAnswer,
    success: 200,
    guarded: true,
  },
  ...spekitOperations,
  ...mappingOperations,
} as const satisfies Record<string, ApiOperation>;

export type OperationId = keyof typeof operations;
type Operations = typeof operations;

/** What an operation is given, parsed: `params` are the parts of the path that vary, `role` is that of the token that asks. */
export interface OperationInput<Id extends OperationId> {
  role: ApiOperation['role'];
  params: Record<string, string>;
  query: Operations[Id] extends { query: infer Query extends z.ZodType } ? z.output<Query> : undefined;
  body: Operations[Id] extends { body: infer Body extends z.ZodType } ? z.output<Body> : undefined;
  /** The file that was sent instead of a body of JSON. */
  file: Operations[Id] extends { upload: readonly string[] } ? Uint8Array | undefined : undefined;
  /** The media type under which that file came. */
  fileType: string;
  /** Aborted when whoever asked has gone. */
  signal: AbortSignal;
}

/** A file that is answered, in parts as they come to be. */
export interface AnsweredFile {
  name: string;
  type: string;
  content: AsyncIterable<Uint8Array>;
}

/** What it answers; undefined where that is the status alone. */
export type OperationAnswer<Id extends OperationId> =
  | (Operations[Id]['answer'] extends z.ZodType
      ? z.input<Operations[Id]['answer']>
      : Operations[Id] extends { download: string }
        ? never
        : undefined)
  | (Operations[Id] extends { download: string } ? AnsweredFile : never);
