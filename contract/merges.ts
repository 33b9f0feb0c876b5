import { z } from 'zod';

/** `certain`: an identifier is the same. `likely`: by a rule that the admin gave. `possible`: alike. `none`: nobody was found. */
export const confidences = ['certain', 'likely', 'possible', 'none'] as const;

/** `merge`: one account or team from now on, Okta's. `keep-both`: they are two, and are not told of again. `skip`: left as it is for now. */
export const decisions = ['merge', 'keep-both', 'skip'] as const;

/** What the mapping will make of a user or team when it is completed. */
export const mergeFacts = z.object({
  decision: z.enum(decisions).nullable().meta({ description: 'Null: an admin has to decide' }),
  with: z
    .object({ name: z.string(), userName: z.string().optional().meta({ description: 'Users' }) })
    .nullable()
    .meta({
      description: 'Its counterpart on the other side: of Okta’s for Spekit’s own, of Spekit’s own for Okta’s. Null: none, or several',
    }),
  confidence: z.enum(confidences).meta({ description: 'Of the match' }),
});

export type MergeFacts = z.infer<typeof mergeFacts>;
