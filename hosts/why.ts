import type { NextStep } from '../contract/why.ts';
import type { LinkTarget } from './links.ts';

/** Where the next step is taken of who is not in a team; null: right where one is, or nowhere in particular. */
export const stepTargets: Readonly<Record<NextStep, LinkTarget | null>> = {
  none: null,
  connect: 'okta.assignments',
  'assign-person': 'okta.assignments',
  'correct-person': 'okta.assignments',
  'activate-person': 'okta.user',
  'push-group': 'okta.push-groups',
  'correct-group': 'okta.push-groups',
  'add-in-spekit': null,
  'retry-group': 'okta.push-groups',
  'add-to-group': 'okta.group',
};
