import { z } from 'zod';
import { pagePackSchema } from '../contract/page-pack.ts';
import { defineStored, type Stored } from './stored.ts';

/** The page pack that the companion gave last. */
export const keptPackSchema = z.object({
  /** Fingerprint of the companion that was asked: it says nothing of any other. */
  about: z.string(),
  /** The release of the extension that read it: another may use what this one does not. */
  release: z.string(),
  /** ms since 1970; null: never. */
  askedAt: z.number().int().min(0).nullable(),
  /** The companion's tag of its answer, for asking again. */
  etag: z.string().nullable(),
  /** What it is called; null where there is none. */
  version: z.string().nullable(),
  /** Null where there is none, or this release does not use it. */
  pack: pagePackSchema.nullable(),
  /** Why it is not used: it was made for other releases of the extension, or is none. */
  unused: z.enum(['other-release', 'unreadable']).nullable(),
});

export type KeptPack = z.infer<typeof keptPackSchema>;

export const noPack: KeptPack = { about: '', release: '', askedAt: null, etag: null, version: null, pack: null, unused: null };

export const keptPack: Stored<KeptPack> = defineStored({
  key: 'page-pack',
  area: 'local',
  version: 1,
  schema: keptPackSchema,
  initial: noPack,
  migrations: {},
});
