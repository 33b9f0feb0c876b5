import { z } from 'zod';
import { instant, ownerSchema } from './subjects.ts';

/** Refused requests of one cause that no success has solved since. */
const refusedFor = z.object({
  reason: z.string().meta({ description: 'The rule’s id or the SCIM error’s scimType' }),
  detail: z.string().meta({ description: 'The words that Okta shows' }),
  newest: instant,
  subjects: z.array(z.object({ kind: z.enum(['user', 'team']), id: z.string().nullable(), name: z.string() })),
});

/** What an admin should look at. What is solved is not in it any more. Each list is cut at 50. */
export const attentionAnswer = z.object({
  refused: z.array(refusedFor),
  sameName: z.array(z.object({ name: z.string(), idp: z.number().int(), spekit: z.number().int() })),
  /** Account Admins who can log in, where there is none or one: without one, nobody changes a role. Null: there are more, or nobody
   *  has been made one yet. */
  lastAdmin: z.object({ active: z.array(z.object({ id: z.string(), name: z.string(), owner: ownerSchema })).max(1) }).nullable(),
  leftAlone: z.array(z.object({ team: z.object({ id: z.string(), name: z.string() }), members: z.number().int(), user: z.string() })).meta({
    description: 'Spekit’s own teams whose members Okta has all deactivated; `user` is one of them',
  }),
  seq: z.number().int(),
});

/** What Okta has sent in the last 24 hours, an entry an hour, the oldest first. */
export const activityAnswer = z.object({
  hours: z
    .array(
      z.object({
        from: instant,
        changes: z.number().int(),
        refused: z.number().int(),
        delay: z.object({ changes: z.number().int(), mean: z.number(), longest: z.number().int() }).nullable().optional().meta({
          description:
            'Ms until Spekit had answered what was passed on to it; null: nothing was that stands in the log; absent from an older companion',
        }),
      }),
    )
    .length(24),
  seq: z.number().int(),
});
