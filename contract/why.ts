import { z } from 'zod';
import { instant, teamFacts, userFacts } from './subjects.ts';

/** What must hold for somebody to be in a team that Okta pushes, in the order in which it is looked at. The first that does not is the cause. */
export const whyChecks = ['connected', 'assigned', 'active', 'pushed', 'accepted', 'arrived'] as const;

/** The one thing to do next. */
export const nextSteps = [
  /** Nothing: they are in the team. */
  'none',
  'connect',
  'assign-person',
  'correct-person',
  'activate-person',
  'push-group',
  'correct-group',
  'add-in-spekit',
  'retry-group',
  'add-to-group',
] as const;

export const whyQuery = z.object({
  user: z.string().trim().min(1).max(320).meta({ description: 'Our id, an email, a user name or a name' }),
  team: z.string().trim().min(1).max(500).meta({ description: 'Our id, or a name' }),
});

/** Why somebody is not in a team, or that they are. */
export const whyAnswer = z.object({
  user: userFacts.nullable(),
  team: teamFacts.nullable(),
  /** Up to the first that does not hold; `unknown` is what only Okta can tell. */
  steps: z.array(
    z.object({
      check: z.enum(whyChecks),
      state: z.enum(['yes', 'no', 'unknown']),
      /** From when the fact is that decided it. */
      at: instant.nullable(),
      /** What Okta was answered, where a refusal decided it. */
      detail: z.string().nullable(),
    }),
  ),
  next: z.enum(nextSteps),
});

export type WhyQuery = z.infer<typeof whyQuery>;
export type WhyAnswer = z.infer<typeof whyAnswer>;
export type WhyCheck = (typeof whyChecks)[number];
export type NextStep = (typeof nextSteps)[number];
