import { z } from 'zod';
import { instant } from './subjects.ts';

/** Why a body is not there as it was: `cut` after its first part; `not-json`: it was none, and held what may be a secret; `unread`: it was
 *  refused before it was read. */
const bodyRemark = z.enum(['cut', 'not-json', 'unread']);

const saidBody = {
  body: z.string().nullable().meta({ description: 'As it was sent, without passwords and tokens; null: there was none, or see `remark`' }),
  remark: bodyRemark.nullable(),
};

/** What Okta sent, and what it was answered. No header of it is kept. */
export const exchangeSchema = z.object({
  at: instant,
  changes: z.object({ first: z.number().int(), last: z.number().int() }).meta({ description: 'The rows of the log that came of it' }),
  bulk: z.boolean().meta({ description: 'It was one operation of a bulk request' }),
  request: z.object({ method: z.string(), path: z.string().meta({ description: 'With its query' }), ...saidBody }),
  answer: z.object({ status: z.number().int(), ...saidBody }),
});

export const exchangeAnswer = z.object({
  exchange: exchangeSchema.nullable(),
  missing: z
    .enum(['not-okta', 'not-kept', 'off'])
    .nullable()
    .meta({ description: 'Why there is none: it came from elsewhere; it was not kept, or no longer; the companion is told to keep none' }),
});

export type BodyRemark = z.infer<typeof bodyRemark>;
export type Exchange = z.infer<typeof exchangeSchema>;
export type ExchangeAnswer = z.infer<typeof exchangeAnswer>;
