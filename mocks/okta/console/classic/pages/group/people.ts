import { fullName } from '../../../../state.ts';
import { candidatesFor, membersOf } from '../../../data/people.ts';
import { paths } from '../../../data/routes.ts';
import { link, type Page } from '../../page.ts';
import { anchor, rowAction } from '../../widgets/button.ts';
import { dataList, searchBox, toolbar } from '../../widgets/data-list.ts';
import { openDialog } from '../../widgets/dialog.ts';
import { h } from '../../widgets/element.ts';
import { live } from '../../widgets/live.ts';

/** A group's tab People. */
export function groupPeople(page: Page, panel: HTMLElement, id: string): void {
  const { server, attempt } = page;
  let search = '';
  const list = h('div', { class: 'data-list-main' });
  const find = searchBox('Search by person', (text) => {
    search = text;
    draw();
  });
  find.append(anchor('Assign people', 'link-button button-primary assign-people-button', 'assign-people', () => assignPeople(page, id)));
  panel.append(h('div', { class: 'data-list' }, toolbar(find), list));
  const draw = live(server, list, (view) => {
    const group = view.groups.find((one) => one.id === id);
    const rows = (group === undefined ? [] : membersOf(view, group, search)).map((person) => [
      { class: 'person-cell', content: [link(paths.person(person.id), fullName(person)), h('span', { class: 'muted' }, person.email)] },
      person.status,
      { class: 'group-member-managedBy', content: [h('div', {}, 'Manually')] },
      rowAction({
        label: '✕',
        name: `Remove ${fullName(person)} (${person.email})`,
        key: `remove-${person.id}`,
        onclick: () => attempt(server.act('remove-member', { groupId: id, personId: person.id })),
      }),
    ]);
    return [dataList(['Person & username', 'Status', 'Managed', ''], rows, 'No people in this group')];
  });
}

/** Each person that is chosen is added at once. */
function assignPeople({ server, attempt }: Page, id: string): void {
  let search = '';
  const list = h('div', { class: 'modal-list' });
  const find = searchBox('Search people', (text) => {
    search = text;
    draw();
  });
  const done = h('input', { type: 'button', class: 'button button-primary', 'data-type': 'done', value: 'Done' });
  const content = h(
    'div',
    { class: 'o-form' },
    h('div', { class: 'o-form-content' }, find, list),
    h('div', { class: 'o-form-button-bar' }, done),
  );
  const name = server.view?.groups.find((one) => one.id === id)?.name ?? '';
  const dialog = openDialog(`Assign people to ${name}`, content);
  done.addEventListener('click', () => dialog.close());
  const draw = live(server, list, (view) => {
    const group = view.groups.find((one) => one.id === id);
    const rows = (group === undefined ? [] : candidatesFor(view, group, search)).map(({ person, member }) => [
      fullName(person),
      person.email,
      member
        ? h('span', { class: 'muted' }, 'Assigned')
        : rowAction({
            label: '+',
            name: `Add ${fullName(person)} (${person.email})`,
            key: `add-${person.id}`,
            onclick: () => attempt(server.act('add-members', { groupId: id, personIds: [person.id] })),
          }),
    ]);
    return [dataList(['Person', 'Username', ''], rows, 'No people found')];
  });
}
