import type { MappingStatus } from '../../contract/mapping.ts';

export const steps = ['account', 'import', 'push', 'workbook', 'complete', 'done'] as const;
export type Step = (typeof steps)[number];

/** `now`: something is to be done there, or goes on there. `later`: another step comes before. */
export type Standing = 'done' | 'now' | 'later';

export function isStep(name: string): name is Step {
  return steps.some((step) => step === name);
}

/** How each step stands. All can be opened at any time: this only tells where the work is. */
export function standingOf(status: MappingStatus): Record<Step, Standing> {
  const done = finished(status);
  const next = steps.find((step) => !done[step]);
  const standing = (step: Step): Standing => (done[step] ? 'done' : step === next ? 'now' : 'later');
  return {
    account: standing('account'),
    import: standing('import'),
    push: standing('push'),
    workbook: standing('workbook'),
    complete: standing('complete'),
    done: standing('done'),
  };
}

/** Where the page opens. */
export function stepOf(status: MappingStatus): Step {
  const standing = standingOf(status);
  return steps.find((step) => standing[step] === 'now') ?? 'done';
}

/** How many rows wait for a decision of an admin. */
export function undecidedOf({ users, teams }: MappingStatus): number {
  return users.undecided + teams.undecided;
}

/** Whether the mapping that was completed last still holds. */
export function holds({ lastCompleted }: MappingStatus): boolean {
  return lastCompleted !== null && lastCompleted.undoneAt === null;
}

function finished(status: MappingStatus): Record<Step, boolean> {
  const { account, push, okta, spekit } = status;
  const connects = account.type === 'production';
  // Who is connected has nothing to come in any more: what is told then came later.
  const connected = connects && account.connection === 'connected';
  const pushed = connects && okta.users + okta.teams > 0 && !push.underWay;
  const open = undecidedOf(status) > 0;
  return {
    account: connects,
    import: connected || (connects && spekit.users + spekit.teams > 0),
    push: connected || pushed,
    workbook: (connected || pushed) && !open,
    complete: connected && !open,
    done: connected && !open,
  };
}
