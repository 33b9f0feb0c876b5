import { z } from 'zod';
import { type Knowledge, knowledgeSchema } from './knowledge.ts';
import { defineStored, type Stored } from './stored.ts';

/** By fingerprint: what was last learned of the companions of profiles that are not in use, whose consoles of Okta are open beside. The one
 *  asked longest ago comes first. */
export const knowledgeElsewhereSchema = z.record(z.string(), knowledgeSchema);

export const knowledgeElsewhere: Stored<Record<string, Knowledge>> = defineStored({
  key: 'knowledge-elsewhere',
  area: 'session',
  version: 1,
  schema: knowledgeElsewhereSchema,
  initial: {},
  migrations: {},
});
