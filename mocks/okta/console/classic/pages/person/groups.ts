import { groupsOf, groupsToAdd } from '../../../data/people.ts';
import { paths } from '../../../data/routes.ts';
import { link, type Page } from '../../page.ts';
import { autocomplete } from '../../widgets/autocomplete.ts';
import { rowAction } from '../../widgets/button.ts';
import { dataList, toolbar } from '../../widgets/data-list.ts';
import { h } from '../../widgets/element.ts';
import { live } from '../../widgets/live.ts';

/** A person's tab Groups: the search adds the group that one clicks. */
export function personGroups({ server, attempt }: Page, panel: HTMLElement, id: string): void {
  const list = h('div', { class: 'data-list-main' });
  const search = autocomplete('Search groups', (text) => {
    const view = server.view;
    const person = view?.people.find((one) => one.id === id);
    if (view == null || person === undefined) return [];
    return groupsToAdd(view, person, text).map((group) => ({
      label: group.name,
      note: group.description,
      choose: () => {
        search.input.value = '';
        attempt(server.act('add-members', { groupId: group.id, personIds: [id] }));
      },
    }));
  });
  panel.append(h('h2', { class: 'tab-title' }, 'Groups'), h('div', { class: 'data-list' }, toolbar(search.root), list));
  live(server, list, (view) => {
    const person = view.people.find((one) => one.id === id);
    const rows = (person === undefined ? [] : groupsOf(view, person)).map((group) => [
      link(paths.group(group.id), group.name),
      group.description,
      rowAction({
        label: '✕',
        name: `Remove from ${group.name}`,
        key: `remove-${group.id}`,
        onclick: () => attempt(server.act('remove-member', { groupId: group.id, personId: id })),
      }),
    ]);
    return [dataList(['Group', 'Description', ''], rows, 'This person is in no group')];
  });
}
