import { type ZodType, z } from 'zod';
import { historyFilter } from '../contract/history.ts';
import { oktaSettingSchema, pageSchema } from '../contract/page-declaration.ts';
import { subjectQuery } from '../contract/subjects.ts';
import { roleOfToken } from '../contract/tokens.ts';
import { whyQuery } from '../contract/why.ts';
import type { MessageName } from '../messages/map.ts';
import type { Parsers, RequestOf } from '../messages/receive.ts';
import { pageReportSchema } from '../stores/pages.ts';
import { pointedSubject } from '../stores/pointed.ts';
import { mappingRequests } from './mapping-requests.ts';

/** A page of a host app is not ours: whatever its content script was made to say has a form and a size. */
const nothing = z.record(z.string(), z.never());
const appName = z.string().regex(/^[\w.-]{1,100}$/);
const count = z.int().min(0).max(100_000);
const host = z.string().min(1).max(255);

const schemas: { [Name in MessageName]: ZodType<RequestOf<Name>> } = {
  'session.start': z.object({ host: z.enum(['okta', 'spekit']) }),
  'pages.served': z.object({ host: z.enum(['okta', 'spekit']) }),
  'pages.teach': z.object({ page: pageSchema }),
  'pages.forget': z.object({ id: z.string().max(200) }),
  'pages.share': nothing,
  'teach.begin': z.object({ tabId: z.int().min(0) }),
  'subjects.lookup': z.object({ subjects: z.array(subjectQuery).max(5_000) }),
  'freshness.ask': z.object({ after: z.int().min(0) }),
  'freshness.hurry': nothing,
  'session.inject': nothing,
  'dialog.inject': nothing,
  'card.inject': nothing,
  'why.inject': nothing,
  'changes.of': z.object({ id: z.string().min(1).max(200) }),
  'subject.pointed': pointedSubject,
  'panel.follows': z.object({ windowId: z.int().min(0), follows: z.boolean() }),
  'okta.learn-groups': z.object({ host, groups: groupIds() }),
  'okta.app-seen': z.object({ host, appName, instanceId: oktaId('0oa'), label: z.string().max(200) }),
  'okta.app-shows': z.object({
    instanceId: oktaId('0oa'),
    settings: z.partialRecord(oktaSettingSchema, z.boolean()),
    assigned: z.record(z.string().max(300), z.boolean()).refine((groups) => Object.keys(groups).length <= 500, 'At most 500 groups'),
  }),
  'okta.members-seen': z.object({ group: z.string().min(1).max(300), seen: count, missing: count }),
  'page.report': pageReportSchema,
  'everything.forget': nothing,
  'companion.find': nothing,
  'connection.test': z.object({ companionUrl: z.string().max(2048), token: z.string().max(1024) }),
  'tokens.list': nothing,
  'tokens.renew': z.object({ role: roleOfToken }),
  'tokens.revoke': z.object({ role: roleOfToken }),
  'changes.newest': z.object({ limit: z.int().min(1).max(100) }),
  'changes.history': historyFilter.extend({ before: z.int().min(1).optional(), limit: z.int().min(1).max(1_000) }),
  'changes.exchange': z.object({ seq: z.int().min(1) }),
  'subjects.why': whyQuery,
  'subjects.search': z.object({ q: z.string().max(200) }),
  ...mappingRequests,
};

/** One parser a message. Each throws words that name the field. */
export const parsers: Parsers = Object.fromEntries(
  Object.entries(schemas).map(([name, schema]) => [name, (raw: unknown) => parse(name, schema, raw)]),
) as Parsers;

function parse(name: string, schema: ZodType, raw: unknown): unknown {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  throw new Error(`Not a request of "${name}": ${z.prettifyError(parsed.error)}`);
}

/** Okta's ids: a prefix a kind, then letters and digits (20 characters in all today). */
function oktaId(prefix: string): ZodType<string> {
  return z.string().regex(new RegExp(`^${prefix}[A-Za-z0-9]{5,40}$`));
}

function groupIds(): ZodType<Record<string, string>> {
  return z.record(z.string().max(300), oktaId('00g')).refine((groups) => Object.keys(groups).length <= 5_000, 'At most 5,000 groups');
}
