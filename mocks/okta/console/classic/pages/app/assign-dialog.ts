import type { Person } from '../../../../state.ts';
import { fullName } from '../../../../state.ts';
import { assignable, assignableGroups } from '../../../data/assignments.ts';
import type { Page } from '../../page.ts';
import { rowAction } from '../../widgets/button.ts';
import { dataList, searchBox } from '../../widgets/data-list.ts';
import { openDialog } from '../../widgets/dialog.ts';
import { h } from '../../widgets/element.ts';
import { field, form, textInput } from '../../widgets/form.ts';
import { live } from '../../widgets/live.ts';

/** *Assign to Groups*: a list to choose from; a chosen group is assigned at once. */
export function assignToGroups({ server, attempt }: Page, id: string): void {
  const app = server.view?.apps.find((one) => one.id === id);
  if (app === undefined) return;
  let search = '';
  const searched = (text: string): void => {
    search = text;
    draw();
  };
  const { list, parts } = listToChooseFrom('Search groups', searched, () => dialog.close());
  const dialog = openDialog(`Assign ${app.label} to Groups`, h('div', { class: 'o-form' }, ...parts));
  const draw = live(server, list, (view) => {
    const now = view.apps.find((one) => one.id === id);
    const rows = (now === undefined ? [] : assignableGroups(view, now, search)).map(({ group, assigned }) => [
      group.name,
      assigned
        ? h('span', { class: 'muted' }, 'Assigned')
        : rowAction({
            label: 'Assign',
            name: `Assign ${group.name}`,
            key: `assign-${group.id}`,
            onclick: () => attempt(server.act('assign-group', { appId: id, groupId: group.id })),
          }),
    ]);
    return [dataList(['Group', ''], rows, 'No groups found')];
  });
}

/** *Assign to People*: a list to choose from, and for each chosen person a form with the attributes of the assignment. */
export function assignToPeople({ server }: Page, id: string): void {
  const app = server.view?.apps.find((one) => one.id === id);
  if (app === undefined) return;
  let search = '';
  const content = h('div', { class: 'o-form' });
  const dialog = openDialog(`Assign ${app.label} to People`, content);
  choose();

  function choose(): void {
    const searched = (text: string): void => {
      search = text;
      draw();
    };
    const { list, find, parts } = listToChooseFrom('Search people', searched, () => dialog.close());
    content.replaceChildren(...parts);
    const input = find.querySelector('input');
    if (input !== null) input.value = search;
    input?.focus();
    const draw = live(server, list, (view) => {
      const now = view.apps.find((one) => one.id === id);
      const rows = (now === undefined ? [] : assignable(view, now, search)).map(({ person, assigned }) => [
        fullName(person),
        person.email,
        assigned
          ? h('span', { class: 'muted' }, 'Assigned')
          : rowAction({
              label: 'Assign',
              name: `Assign ${fullName(person)} (${person.email})`,
              key: `assign-${person.id}`,
              onclick: () => attributes(person),
            }),
      ]);
      return [dataList(['Person', 'Username', ''], rows, 'No people found')];
    });
  }

  function attributes(person: Person): void {
    const userName = textInput('userName', person.email);
    userName.readOnly = true;
    const submit = (): Promise<unknown> => server.act('assign', { appId: id, personId: person.id });
    content.replaceChildren(
      h('p', { class: 'modal-subtitle' }, fullName(person)),
      form({ fields: [field('User Name', userName)], save: 'Save and Go Back', submit }, choose),
    );
    userName.focus();
  }
}

/** A search over a list, and *Done* below it. */
function listToChooseFrom(label: string, searched: (text: string) => void, close: () => void) {
  const list = h('div', { class: 'modal-list' });
  const find = searchBox(label, searched);
  const done = h('input', { type: 'button', class: 'button button-primary', 'data-type': 'done', value: 'Done', onclick: close });
  const parts = [h('div', { class: 'o-form-content' }, find, list), h('div', { class: 'o-form-button-bar' }, done)];
  return { list, find, parts };
}
