import type { App, Assignment, Group, Person } from '../../../../state.ts';
import { fullName } from '../../../../state.ts';
import { type AssignmentFilter, assignedGroups, assignedPeople, assignmentFilters } from '../../../data/assignments.ts';
import { paths } from '../../../data/routes.ts';
import { words } from '../../../data/words.ts';
import { link, type Page } from '../../page.ts';
import { rowAction } from '../../widgets/button.ts';
import { type Cell, dataList, filterList, searchBox, toolbar } from '../../widgets/data-list.ts';
import { dropdown } from '../../widgets/dropdown.ts';
import { h } from '../../widgets/element.ts';
import { formDialog } from '../../widgets/form.ts';
import { live } from '../../widgets/live.ts';
import { assignToGroups, assignToPeople } from './assign-dialog.ts';
import { convertDialog } from './convert-assignments.ts';

/** An app's tab Assignments. */
export function appAssignments(page: Page, panel: HTMLElement, id: string): void {
  const { server } = page;
  let search = '';
  let filter: AssignmentFilter = 'People';
  const filters = h('div');
  const list = h('div', { class: 'data-list-main' });
  const assign = dropdown(
    'Assign',
    'assign',
    [
      { label: 'Assign to People', onclick: () => assignToPeople(page, id) },
      { label: 'Assign to Groups', onclick: () => assignToGroups(page, id) },
    ],
    'button-primary',
  );
  const convert = dropdown('Convert Assignments', 'convert-assignments', [
    { label: 'Select assignments to convert', onclick: () => convertDialog(page, id, false) },
    { label: 'Convert All', onclick: () => convertDialog(page, id, true) },
  ]);
  const find = searchBox('Search people', (text) => {
    search = text;
    draw();
  });
  panel.append(
    h(
      'div',
      { class: 'data-list' },
      toolbar(h('div', { class: 'assignment-btns-wrap' }, assign, convert), find),
      h('div', { class: 'data-list-columns' }, filters, list),
    ),
  );
  const drawFilters = live(server, filters, () => {
    const items = assignmentFilters.map((one) => ({ label: one, on: one === filter, choose: () => choose(one) }));
    return [filterList('Filters', items)];
  });
  const draw = live(server, list, (view) => {
    const app = view.apps.find((one) => one.id === id);
    if (app !== undefined && filter === 'Groups') {
      const groups = assignedGroups(view, app, search).map((group, index) => groupRow(page, app, group, index + 1));
      return [dataList(['Priority', 'Assignment', ''], groups, 'No groups found')];
    }
    const rows =
      app === undefined ? [] : assignedPeople(view, app, search).map(({ person, assignment }) => row(page, app, person, assignment));
    return [dataList(['Person', 'Type', ''], rows, 'No users found')];
  });
  function choose(one: AssignmentFilter): void {
    filter = one;
    drawFilters();
    draw();
  }
}

function groupRow(page: Page, app: App, group: Group, priority: number): Cell[] {
  const remove = rowAction({
    label: '✕',
    name: `Unassign ${group.name}`,
    key: `unassign-${group.id}`,
    onclick: () =>
      formDialog('Unassign Group', {
        fields: [h('p', {}, words.unassignGroup(group, app))],
        save: 'OK',
        submit: () => page.server.act('unassign-group', { appId: app.id, groupId: group.id }),
      }),
  });
  const identity: Cell = {
    class: 'group-cell',
    content: [link(paths.group(group.id), group.name), h('span', { class: 'muted' }, group.description)],
  };
  return [String(priority), identity, { class: 'row-actions', content: [remove] }];
}

function row(page: Page, app: App, person: Person, assignment: Assignment): Cell[] {
  const { server, attempt } = page;
  const failed = assignment.error !== null;
  const identity: Cell = {
    class: 'person-cell',
    content: [
      failed && h('span', { class: 'error-icon', role: 'img', 'aria-label': 'Error', title: assignment.error }, '!'),
      link(paths.person(person.id), fullName(person)),
      h('span', { class: 'muted' }, person.email),
      failed && h('p', { class: 'row-error' }, assignment.error),
    ],
  };
  const provision =
    assignment.state === 'failed' &&
    rowAction({
      label: 'Provision User',
      key: `provision-${person.id}`,
      onclick: () => attempt(server.act('provision-user', { appId: app.id, personId: person.id })),
    });
  // An assignment that a group gave ends with the group's.
  const remove =
    assignment.groupId === undefined &&
    rowAction({
      label: '✕',
      name: `Unassign ${fullName(person)} (${person.email})`,
      key: `unassign-${person.id}`,
      onclick: () => unassign(page, app, person),
    });
  return [identity, assignment.groupId === undefined ? 'Individual' : 'Group', { class: 'row-actions', content: [provision, remove] }];
}

function unassign({ server }: Page, app: App, person: Person): void {
  formDialog('Unassign User', {
    fields: [h('p', {}, words.unassign(person, app))],
    save: 'OK',
    submit: () => server.act('unassign', { appId: app.id, personId: person.id }),
  });
}
