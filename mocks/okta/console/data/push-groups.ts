import type { App, ConsoleView, Group, PushMapping, PushRule } from '../../state.ts';
import { findGroups } from './people.ts';
import { stamp } from './times.ts';

/** The lists at the left of the Push Groups tab. */
export const pushFilters = ['All', 'By name', 'By rule', 'Errors'] as const;
export type PushFilter = (typeof pushFilters)[number];

export interface PushRow {
  mapping: PushMapping;
  group: Group;
  /** The rule's name, where one pushes the group. */
  rule: string | null;
  /** What the ⓘ beside the status says. */
  failure: string | null;
}

const shows: Record<PushFilter, (mapping: PushMapping) => boolean> = {
  All: () => true,
  'By name': (mapping) => mapping.ruleId === null,
  'By rule': (mapping) => mapping.ruleId !== null,
  Errors: (mapping) => mapping.status === 'Error',
};

/** The app's pushed groups, by name. */
export function pushRows(view: ConsoleView, app: App, filter: PushFilter, search: string): PushRow[] {
  const rows = findGroups(view, search).flatMap((group) => {
    const mapping = app.mappings.find((one) => one.groupId === group.id);
    return mapping === undefined || !shows[filter](mapping) ? [] : [{ mapping, group }];
  });
  return rows.map(({ mapping, group }) => ({
    mapping,
    group,
    rule: app.rules.find((rule) => rule.id === mapping.ruleId)?.name ?? null,
    failure: mapping.error === null ? null : `Failed on ${stamp(mapping.failedAt)}: ${mapping.error}`,
  }));
}

export function countOf(app: App, filter: PushFilter): number {
  return app.mappings.filter(shows[filter]).length;
}

/** Groups not pushed to the app yet, for a search of at least one letter. */
export function groupsToPush(view: ConsoleView, app: App, search: string): Group[] {
  if (search.trim() === '') return [];
  return findGroups(view, search).filter((group) => !app.mappings.some((one) => one.groupId === group.id));
}

/** What a rule's operator is called in the console. */
export const operatorLabels = { STARTS_WITH: 'starts with', ENDS_WITH: 'ends with', CONTAINS: 'contains' } as const;

/** What a rule goes by, in a line. */
export function ruleWords({ operator, value, description }: PushRule): string {
  const parts = [
    ...(value === '' ? [] : [`Group name ${operatorLabels[operator]} “${value}”`]),
    ...(description === undefined ? [] : [`Group description ${operatorLabels[description.operator]} “${description.value}”`]),
  ];
  return parts.join(' and ');
}

export const unlinkWords = {
  title: 'Unlink Pushed Group',
  question: 'What do you want to do with this group?',
  note: 'No user accounts are deleted with either option',
  deleteTarget: 'Delete the group in the target app (recommended)',
  leaveTarget: 'Leave the group in the target app',
} as const;

/** *Bulk Edit* and *Bulk Actions*: the dialog of *Delete* is that of one group, in the plural. */
export const bulkUnlinkWords = {
  title: 'Unlink Pushed Groups',
  question: 'What do you want to do with these groups?',
  note: unlinkWords.note,
  deleteTarget: 'Delete the groups in the target app (recommended)',
  leaveTarget: 'Leave the groups in the target app',
} as const;

export const deleteRuleWords = {
  title: 'Delete Rule',
  question: 'What do you want to do with the groups pushed by this rule?',
  note: unlinkWords.note,
  deleteTarget: 'Delete the associated groups',
  leaveTarget: 'Leave associated groups',
} as const;
