import type { Change } from '../../contract/changes.ts';

/** Changes further apart than this are told apart, in ms. */
const together = 5 * 60_000;

/** Changes of one kind, one after another, as one line; `names` in the order in which they happened. */
export interface Run {
  newest: Change;
  names: readonly string[];
}

/** Folds the runs of a history, which is told from the newest on: forty people who were assigned at once are one line. What says more than a
 *  name (a role's turn, a rename, members) and what was refused keeps a line of its own. */
export function runsOf(changes: readonly Change[]): Run[] {
  const runs: { newest: Change; oldest: Change; names: string[] }[] = [];
  for (const change of changes) {
    const last = runs.at(-1);
    if (last && isOfKind(change, last.oldest) && Date.parse(last.oldest.at) - Date.parse(change.at) <= together) {
      last.oldest = change;
      // Somebody may be changed twice in a row.
      last.names = [change.subject.name, ...last.names.filter((name) => name !== change.subject.name)];
    } else runs.push({ newest: change, oldest: change, names: [change.subject.name] });
  }
  return runs.map(({ newest, names }) => ({ newest, names }));
}

const foldable = /^(user\.(created|updated|deactivated|reactivated|deleted)|team\.(created|synced|deleted))$/;

function isOfKind(one: Change, other: Change): boolean {
  return foldable.test(one.event) && one.event === other.event && one.source === other.source && one.outcome === other.outcome;
}
