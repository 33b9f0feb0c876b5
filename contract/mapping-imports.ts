import { z } from 'zod';
import { mappingProblem } from './mapping.ts';
import { roleSchema } from './subjects.ts';

/** A user as Spekit’s exports have it. */
export const importedUser = z.object({
  email: z.email().max(320),
  userName: z.string().max(320).optional(),
  firstName: z.string().max(200).default(''),
  lastName: z.string().max(200).default(''),
  displayName: z.string().max(400).default(''),
  source: z.enum(['direct', 'salesforce']).default('direct'),
  role: roleSchema.default('Viewer'),
  active: z.boolean().default(true),
  teams: z.array(z.string().trim().min(1).max(200)).max(500).default([]),
  salesforceId: z.string().max(200).optional(),
  federationId: z.string().max(320).optional(),
});
export const importedTeam = z.object({ name: z.string().trim().min(1).max(200), description: z.string().max(2000).default('') });

/** At most so many rows in one request: a client sends batches, and by that knows how far it is, and may stop. */
export const mostImported = 1000;

export const importQuery = z.object({
  fileName: z.string().max(255).optional().meta({ description: 'Of a file: tells CSV and XLSX apart, and stands in messages' }),
  try: z.enum(['true', 'false']).default('false').meta({ description: 'Say what would be taken and what is wrong, and take nothing' }),
});
/** Rows of JSON, each looked at by itself: one that is wrong is told and left out, and the others are taken. */
export const importRequest = z.object({
  users: z.array(z.unknown()).max(mostImported).default([]),
  teams: z.array(z.unknown()).max(mostImported).default([]),
  /** The number that the first row of each list has for whoever reads the problems. */
  firstRow: z.number().int().min(1).default(1),
});

const taken = z.object({
  added: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  /** Okta’s already: nothing to import. */
  connected: z.number().int(),
});
export const importAnswer = z.object({
  users: taken,
  teams: taken,
  memberships: z.number().int(),
  problems: z.array(mappingProblem).meta({ description: 'At most 1,000' }),
  problemCount: z.number().int(),
  columns: z
    .array(z.object({ header: z.string(), meaning: z.string().nullable() }))
    .meta({ description: 'Of a file: what each column was taken for; null: it was not read' }),
});
export const forgetImportsAnswer = z.object({
  users: z.number().int(),
  teams: z.number().int(),
  kept: z.number().int().meta({ description: 'Merged already, or changed in Spekit since' }),
});

export type ImportedUser = z.infer<typeof importedUser>;
export type ImportedTeam = z.infer<typeof importedTeam>;
export type ImportAnswer = z.infer<typeof importAnswer>;
export type ForgottenImports = z.infer<typeof forgetImportsAnswer>;
