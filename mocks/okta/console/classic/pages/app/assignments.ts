import type { App, Assignment, Person } from '../../../../state.ts';
import { fullName } from '../../../../state.ts';
import { assignedPeople } from '../../../data/assignments.ts';
import { paths } from '../../../data/routes.ts';
import { words } from '../../../data/words.ts';
import { link, type Page } from '../../page.ts';
import { rowAction } from '../../widgets/button.ts';
import { type Cell, dataList, searchBox, toolbar } from '../../widgets/data-list.ts';
import { dropdown } from '../../widgets/dropdown.ts';
import { h } from '../../widgets/element.ts';
import { formDialog } from '../../widgets/form.ts';
import { live } from '../../widgets/live.ts';
import { assignToPeople } from './assign-dialog.ts';

/** An app's tab Assignments. */
export function appAssignments(page: Page, panel: HTMLElement, id: string): void {
  const { server } = page;
  let search = '';
  const list = h('div', { class: 'data-list-main' });
  const assign = dropdown('Assign', 'assign', [{ label: 'Assign to People', onclick: () => assignToPeople(page, id) }], 'button-primary');
  const find = searchBox('Search people', (text) => {
    search = text;
    draw();
  });
  panel.append(h('div', { class: 'data-list' }, toolbar(h('div', { class: 'assignment-btns-wrap' }, assign), find), list));
  const draw = live(server, list, (view) => {
    const app = view.apps.find((one) => one.id === id);
    const rows =
      app === undefined ? [] : assignedPeople(view, app, search).map(({ person, assignment }) => row(page, app, person, assignment));
    return [dataList(['Person', 'Type', ''], rows, 'No users found')];
  });
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
  const remove = rowAction({
    label: '✕',
    name: `Unassign ${fullName(person)} (${person.email})`,
    key: `unassign-${person.id}`,
    onclick: () => unassign(page, app, person),
  });
  return [identity, 'Individual', { class: 'row-actions', content: [provision, remove] }];
}

function unassign({ server }: Page, app: App, person: Person): void {
  formDialog('Unassign User', {
    fields: [h('p', {}, words.unassign(person, app))],
    save: 'OK',
    submit: () => server.act('unassign', { appId: app.id, personId: person.id }),
  });
}
