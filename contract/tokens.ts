import { z } from 'zod';
import { instant } from './subjects.ts';

/** `scim` is Okta's; `viewer` reads the hints API, which is all that the extension of one who only looks needs; `admin` may do everything
 *  there. */
export const roleOfToken = z.enum(['scim', 'viewer', 'admin']);

export type TokenRole = z.infer<typeof roleOfToken>;

export const ownRole = z.object({ role: roleOfToken.exclude(['scim']) });
export const tokenList = z.object({ tokens: z.array(z.object({ role: roleOfToken, madeAt: instant })) });
export const tokenMade = z.object({ role: roleOfToken, token: z.string().meta({ description: 'Shown this once: only its hash is kept' }) });
