import { z } from 'zod';
import { statusAnswer } from '../contract/api.ts';
import { reaches } from '../contract/reach.ts';
import { defineStored, type Stored } from './stored.ts';

/** Milliseconds since 1970. */
const when = z.number().int().min(0);

/** What the worker last learned of the companion. */
export const knowledgeSchema = z.object({
  reach: z.enum(reaches),
  status: statusAnswer.nullable(),
  /** When the companion was last asked, and when it last answered. */
  askedAt: when.nullable(),
  answeredAt: when.nullable(),
  /** The companion's tag of `status`, for asking again. */
  etag: z.string().nullable(),
  /** Until then, ask every 2 s. */
  hurryUntil: when,
  /** Fingerprint of the address and token that this was learned with: it says nothing of any other companion. */
  about: z.string(),
});

export type Knowledge = z.infer<typeof knowledgeSchema>;

export const nothingKnown: Knowledge = {
  reach: 'not-set-up',
  status: null,
  askedAt: null,
  answeredAt: null,
  etag: null,
  hurryUntil: 0,
  about: '',
};

export const knowledge: Stored<Knowledge> = defineStored({
  key: 'knowledge',
  area: 'local',
  version: 1,
  schema: knowledgeSchema,
  initial: nothingKnown,
  migrations: {},
});
