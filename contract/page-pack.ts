import { z } from 'zod';
import { pageSchema } from './page-declaration.ts';

/** A release of the extension: `1.4.0`. */
const release = z.string().regex(/^\d{1,6}(\.\d{1,6}){0,3}$/, 'must be a release such as 1.4.0');

/** For which releases of the extension a pack was made and tried: from this one on, and before that one. */
const releases = z.strictObject({ from: release, before: release });

/** What the extension reads of a pack before anything else: whether it is meant for this release. A later release may have declarations
 *  that this one cannot read. */
export const packHeader = z.looseObject({ version: z.string().min(1).max(40), extension: releases });

/** Newer declarations of pages than those that the extension was built with: a host app changed, and nobody should have to wait for a
 *  release of ours. Data only; what a declaration can say is all that it can do. */
export const pagePackSchema = z
  .strictObject({
    /** Tells packs apart, for people: a date, a number. */
    version: z.string().min(1).max(40),
    extension: releases,
    /** Each takes the place of the built-in one of its id, or stands beside them. */
    pages: z.array(pageSchema).max(100),
  })
  .refine(({ pages }) => new Set(pages.map(({ id }) => id)).size === pages.length, {
    message: 'each page stands once',
    path: ['pages'],
  });

export const packAnswer = z.object({ pack: pagePackSchema.nullable() });

export type PagePack = z.infer<typeof pagePackSchema>;

/** A pack of these pages for this release and those after it, up to the next that brings something new.
 *  @param made When, in ms since 1970. */
export function packOf(pages: PagePack['pages'], release: string, made: number): PagePack {
  const [major = 0, minor = 0] = release.split('.').map(Number);
  const version = new Date(made).toISOString().slice(0, 16).replace('T', ' ');
  return { version, extension: { from: release, before: `${major}.${minor + 1}` }, pages };
}

/** Whether a pack was made for that release of the extension. */
export function isFor({ extension }: Pick<PagePack, 'extension'>, version: string): boolean {
  return compare(version, extension.from) >= 0 && compare(version, extension.before) < 0;
}

/** Below 0 where the first release is the earlier one. A part that is not there is 0. */
function compare(one: string, other: string): number {
  const [left, right] = [one, other].map((text) => text.split('.').map(Number));
  for (let index = 0; index < 4; index++) {
    const difference = (left?.[index] ?? 0) - (right?.[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
