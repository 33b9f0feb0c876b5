import { paths } from '../../../data/routes.ts';
import { groupTabs } from '../../../data/tabs.ts';
import { dateTime } from '../../../data/times.ts';
import { words } from '../../../data/words.ts';
import { link, notFound, type Page } from '../../page.ts';
import { dropdown } from '../../widgets/dropdown.ts';
import { h } from '../../widgets/element.ts';
import { field, formDialog, textInput } from '../../widgets/form.ts';
import { live } from '../../widgets/live.ts';
import { tabs } from '../../widgets/tabs.ts';
import { groupPeople } from './people.ts';

/** Directory > Groups > a group. */
export function groupPage(page: Page, id: string): void {
  const { content, server } = page;
  const header = h('div', { class: 'group-header clearfix' });
  content.append(link(paths.groups, '← Back to Groups', 'back-link'), header);
  content.append(
    ...tabs('group-tabs', [
      { ...groupTabs[0], fill: (panel) => groupPeople(page, panel, id) },
      { ...groupTabs[1], fill: (panel) => panel.append(h('p', { class: 'data-list-empty-msg' }, words.groupApps)) },
      { ...groupTabs[2], fill: (panel) => profile(page, panel, id) },
      { ...groupTabs[3], fill: (panel) => panel.append(h('p', { class: 'data-list-empty-msg' }, words.directories)) },
      { ...groupTabs[4], fill: (panel) => panel.append(h('p', { class: 'data-list-empty-msg' }, words.adminRoles)) },
    ]),
  );
  live(server, header, (view) => {
    const group = view.groups.find((one) => one.id === id);
    if (group === undefined) {
      notFound(page);
      return [];
    }
    const actions = [
      { label: 'Edit group', onclick: () => editGroup(page, id) },
      { label: 'Delete group', onclick: () => deleteGroup(page, id) },
    ];
    return [
      h('div', { class: 'group-actions' }, dropdown('Actions', 'group-actions', actions)),
      h('h1', { class: 'group-name' }, group.name),
      group.description === '' ? '' : h('p', { class: 'group-desc' }, group.description),
      h('p', { class: 'group-facts muted' }, `Created: ${dateTime(group.created)} · Last modified: ${dateTime(group.updated)}`),
    ];
  });
}

function profile({ server }: Page, panel: HTMLElement, id: string): void {
  live(server, panel, (view) => {
    const group = view.groups.find((one) => one.id === id);
    const rows = [
      ['Name', group?.name ?? ''],
      ['Description', group?.description ?? ''],
    ];
    return [
      h('h2', { class: 'tab-title' }, 'Attributes'),
      ...rows.map(([label = '', value = '']) =>
        h('dl', { class: 'o-form-fieldset' }, h('dt', { class: 'o-form-label' }, label), h('dd', { class: 'o-form-input' }, value)),
      ),
    ];
  });
}

function editGroup({ server }: Page, id: string): void {
  const group = server.view?.groups.find((one) => one.id === id);
  const name = textInput('name', group?.name);
  const description = h('textarea', { name: 'description', rows: 3 }, group?.description ?? '');
  formDialog('Edit group', {
    fields: [field('Name', name), field('Description (optional)', description)],
    save: 'Save',
    submit: () => server.act('edit-group', { groupId: id, name: name.value, description: description.value }),
  });
}

function deleteGroup({ server }: Page, id: string): void {
  const group = server.view?.groups.find((one) => one.id === id);
  if (group === undefined) return;
  formDialog('Delete group', {
    fields: [h('p', {}, words.deleteGroup(group))],
    save: 'Delete group',
    danger: true,
    submit: async () => {
      await server.act('delete-group', { groupId: id });
      location.assign(paths.groups);
    },
  });
}
