import { z } from 'zod';
import { activityAnswer, attentionAnswer } from '../contract/attention.ts';
import { defineStored, type Stored } from './stored.ts';

/** What the companion said last of what an admin should look at, and of what Okta sent by the hour. */
export const attentionSchema = z.object({
  /** Fingerprint of the companion that was asked: it says nothing of any other. */
  about: z.string(),
  /** The state of the directory that it was asked for. */
  seq: z.number().int(),
  /** ms since 1970. */
  askedAt: z.number().int().min(0),
  /** Null: never answered, or by a companion that does not know the question. */
  found: attentionAnswer.nullable(),
  hours: activityAnswer.shape.hours.nullable(),
});

export type KeptAttention = z.infer<typeof attentionSchema>;
export type Attention = NonNullable<KeptAttention['found']>;

export const nothingFound: KeptAttention = { about: '', seq: 0, askedAt: 0, found: null, hours: null };

export const attention: Stored<KeptAttention> = defineStored({
  key: 'attention',
  area: 'local',
  version: 1,
  schema: attentionSchema,
  initial: nothingFound,
  migrations: {},
});

/** How many things there are to look at. One Account Admin of Spekit's own is no trouble: Okta cannot take the account away. */
export function countOf({ refused, sameName, lastAdmin, leftAlone }: Attention): number {
  const subjects = refused.reduce((sum, cause) => sum + cause.subjects.length, 0);
  return subjects + sameName.length + leftAlone.length + (isLastAdminAtRisk(lastAdmin) ? 1 : 0);
}

export function isLastAdminAtRisk(lastAdmin: Attention['lastAdmin']): lastAdmin is NonNullable<Attention['lastAdmin']> {
  return lastAdmin !== null && lastAdmin.active[0]?.owner !== 'spekit';
}
