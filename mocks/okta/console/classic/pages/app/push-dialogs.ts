import type { Group } from '../../../../state.ts';
import { groupsToPush, operatorLabels } from '../../../data/push-groups.ts';
import { ActRefused } from '../../../data/server.ts';
import type { Page } from '../../page.ts';
import { autocomplete } from '../../widgets/autocomplete.ts';
import { dataList } from '../../widgets/data-list.ts';
import { h } from '../../widgets/element.ts';
import { choice, field, formDialog, textInput } from '../../widgets/form.ts';

/** *Find groups by name*: the chosen group is shown with what will be done, then saved. */
export function findByName({ server }: Page, id: string): void {
  let chosen: Group | null = null;
  const result = h('div', { class: 'push-match' });
  const memberships = choice('checkbox', 'memberships', 'Push group memberships immediately', true);
  const search = autocomplete('Enter a group to push', (text) => {
    const view = server.view;
    const app = view?.apps.find((one) => one.id === id);
    if (view == null || app === undefined) return [];
    return groupsToPush(view, app, text).map((group) => ({ label: group.name, note: group.description, choose: () => choose(group) }));
  });
  function choose(group: Group): void {
    chosen = group;
    search.input.value = group.name;
    const match = [h('span', { class: 'muted' }, 'No match found'), h('p', {}, 'Create Group')];
    result.replaceChildren(dataList(['Group', 'Match result & push action'], [[group.name, { class: 'push-action', content: match }]], ''));
  }
  search.input.addEventListener('input', () => {
    chosen = null;
    result.replaceChildren();
  });
  formDialog('Push groups by name', {
    fields: [h('p', {}, 'To push a group, enter its name below.'), search.root, memberships.row, result],
    save: 'Save',
    submit: async () => {
      if (chosen === null) throw new ActRefused('Choose a group from the list.');
      await server.act('push-group', { appId: id, groupId: chosen.id, memberships: memberships.input.checked });
    },
  });
}

/** *Find groups by rule*: groups whose name or description fits are pushed, now and when they come to be. */
export function findByRule({ server }: Page, id: string): void {
  const name = textInput('ruleName');
  const value = textInput('value');
  const options = Object.entries(operatorLabels).map(([operator, label]) => h('option', { value: operator }, label));
  const chosen = h('select', { name: 'operator' }, ...options);
  const attribute = h(
    'select',
    { name: 'attribute' },
    h('option', { value: 'name' }, 'Group name'),
    h('option', { value: 'description' }, 'Group description'),
  );
  formDialog('Push groups by rule', {
    fields: [field('Rule name', name), field('Match by', attribute), field('Condition', chosen), field('Value', value)],
    save: 'Create Rule',
    submit: () => {
      const operator = chosen.value as keyof typeof operatorLabels;
      const condition = { operator, value: value.value };
      const rule = attribute.value === 'name' ? condition : { operator, value: '', description: condition };
      return server.act('create-rule', { appId: id, name: name.value, ...rule });
    },
  });
}
