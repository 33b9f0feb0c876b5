import { type ZodType, z } from 'zod';
import { mappingRowsQuery, mappingRules } from '../contract/mapping.ts';
import { mostOfOriginal } from '../contract/mapping-sheet.ts';
import { decisionsRequest, previewQuery } from '../contract/mapping-work.ts';
import type { MappingMessages } from '../messages/mapping.ts';
import type { RequestOf } from '../messages/receive.ts';

const job = z.string().min(1).max(100);
/** An object URL of our own origin is made by our own pages alone. */
const file = z.object({
  address: z
    .string()
    .regex(/^blob:/)
    .max(300),
  name: z.string().max(255),
});
const nothing = z.record(z.string(), z.never());

export const mappingRequests: { [Name in keyof MappingMessages]: ZodType<RequestOf<Name>> } = {
  'mapping.status': z.object({ etag: z.string().max(200).nullable() }),
  'mapping.rows': mappingRowsQuery,
  'mapping.set-rules': mappingRules,
  'mapping.import': z.object({ job, file, trial: z.boolean() }),
  'mapping.forget-imports': nothing,
  'mapping.workbook': z.object({ job }),
  'mapping.check': z.object({ job, file }),
  'mapping.mark': z.object({ job, file }),
  'mapping.check-sheet': z.object({ job, file, original: z.string().max(mostOfOriginal).nullable() }),
  'mapping.fill-sheet': z.object({ job, file }),
  'mapping.decide': decisionsRequest,
  'mapping.preview': previewQuery,
  'mapping.complete': z.object({ file: file.nullable() }),
  'mapping.undo-file': z.object({ job }),
  'mapping.undo': nothing,
  'mapping.stop': z.object({ job }),
};
